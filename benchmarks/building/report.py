"""Figures in words: tables in Markdown, whether the targets are met, and everything as JSON."""

from __future__ import annotations

import dataclasses
import json
import platform
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from building import notes
from building.contenders import HUGO, MATERIAL, NAMES, OURS, PAGEFIND
from building.edits import BODY, DELETED, LAUNCHER, NEW, TAG, TEMPLATE, TITLE, UNCHANGED
from building.figures import Comparison, Measured, Preview, Results
from building.targets import judge
from common.programs import Timings
from common.tables import Row, markdown
from common.units import count, duration, size, times

_MISSING = "–"
_WORDS: Mapping[str, str] = MappingProxyType({
    UNCHANGED: "nothing", BODY: "an item's text", TITLE: "an item's title", NEW: "a new item",
    DELETED: "an item deleted", TEMPLATE: "a template of all pages", TAG: "a topic's name",
    LAUNCHER: "nothing, by scripts/build.py",
})  # fmt: skip


def shown_comparison(at: Comparison) -> str:
    """The builds of one size."""
    names = [name for name in NAMES if name in at.measured]
    before, after = at.machine
    parts = [
        f"## {at.items:,} items",
        f"{at.articles:,} articles in both languages; on {before}, at the end {after.split(' under ')[-1]}.",
        markdown([("", *(f"{name} {at.measured[name].version}" for name in names)), *_cold_rows(at, names)]),
    ]
    changed = at.measured.get(OURS)
    if changed and changed.changes:
        parts.append(markdown(list(_change_rows(at, changed))))
    return "\n\n".join(parts) + "\n"


def _cold_rows(at: Comparison, names: Sequence[str]) -> Iterator[Row]:
    each = [at.measured[name] for name in names]
    ours = at.measured.get(OURS)

    def row(name: str, say: Callable[[Measured], str]) -> Row:
        return (name, *(say(one) for one in each))

    yield row("cold build", lambda one: _timing(one.cold))
    if ours:
        yield row("ours takes, to that", lambda one: times(ours.cold.median / one.cold.median))
    if ours and ours.cold.processor:
        yield row("… of processor time", lambda one: _ratio(ours.cold.processor, one.cold.processor))
    yield row("processor time", lambda one: duration(1000 * one.cold.processor) if one.cold.processor else _MISSING)
    yield row("rounds", lambda one: count(len(one.cold.runs)))
    yield row("built again after an edit", lambda one: _timing(one.changes[BODY]) if BODY in one.changes else _MISSING)
    yield row("pages", lambda one: count(one.pages))
    yield row("pages a second", lambda one: count(one.pages / one.cold.median))
    yield row("time a page", lambda one: f"{one.page_milliseconds:.2f} ms")
    yield row("peak memory", lambda one: size(one.peak) if one.peak else _MISSING)


def _change_rows(at: Comparison, ours: Measured) -> Iterator[Row]:
    """Ours after changes, beside the full builds of others."""
    others = [name for name in (HUGO, PAGEFIND, MATERIAL) if name in at.measured]
    yield ("ours after a change of", "build", *(f"to {name}'s full build" for name in others))
    for kind, timings in ours.changes.items():
        ratios = (times(timings.median / at.measured[name].cold.median) for name in others)
        yield (_WORDS[kind], _timing(timings), *ratios)


def _ratio(ours: float, theirs: float) -> str:
    return times(ours / theirs) if theirs else _MISSING


def _timing(timings: Timings) -> str:
    """The median, and the least where that says more."""
    median = duration(1000 * timings.median)
    return f"{median} ({duration(1000 * timings.least)})" if len(timings.runs) > 1 else median


def shown_preview(preview: Preview) -> str:
    """What an editor waits for."""
    rows: list[Row] = [("saved", "times", "median", "maximum")]
    for kind, seconds in preview.delays.items():
        waits = (duration(1000 * value) for value in (statistics.median(seconds), max(seconds)))
        rows.append((_WORDS[kind], count(len(seconds)), *waits))
    head = f"On {preview.machine}; from its start to the first page {duration(1000 * preview.started)}."
    return "\n\n".join((f"## Preview of {preview.items:,} items", head, markdown(rows), notes.PREVIEWING)) + "\n"


def shown_end(results: Results) -> str:
    """What is promised, and what is to be known of all tables."""
    judged = [(target.name, target.reached, target.wanted, target.verdict) for target in judge(results)]
    present = {name for each in results.comparisons for name in each.measured}
    lacking = [f"- {name}: {notes.LACKING[name]}." for name in NAMES if name in present]
    parts = ["## Targets", markdown([("", "reached", "wanted", ""), *judged]) if judged else "None for these sizes."]
    if results.comparisons:
        parts += ["## Notes", "\n".join(f"- {note}" for note in notes.METHOD), "What is built:", "\n".join(lacking)]
    return "\n\n".join(parts) + "\n"


def write_json(file: Path, results: Results) -> None:
    """Every figure of every run, in seconds and bytes."""
    judged = [dataclasses.asdict(target) for target in judge(results)]
    where = {"system": platform.platform(), "python": platform.python_version()}
    everything = {**where, **dataclasses.asdict(results), "targets": judged}
    file.write_text(json.dumps(everything, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
