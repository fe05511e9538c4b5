"""Figures in words: tables in Markdown, whether the targets are met, and everything as JSON."""

from __future__ import annotations

import dataclasses
import json
import platform
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from common.tables import Row, markdown
from common.units import count, duration, size, times
from visiting.contenders import NAMES, OURS
from visiting.figures import Comparison, Measured, Results, Storage
from visiting.targets import judge

_MISSING = "–"


def shown_comparison(at: Comparison) -> str:
    """One log."""
    names = [name for name in NAMES if name in at.measured]
    before, after = at.machine
    told = f"{at.exact:,} figures of ours are those of the truth, none is another. " if OURS in names else ""
    parts = [
        f"## {at.lines:,} lines",
        f"{size(at.size)}; on {before}, at the end {after.split(' under ')[-1]}. {told}".rstrip(),
        markdown([("", *(f"{name} {at.measured[name].version}" for name in names)), *_rows(at, names)]),
    ]
    return "\n\n".join(parts) + "\n"


def _rows(at: Comparison, names: Sequence[str]) -> Iterator[Row]:
    each = [at.measured[name] for name in names]
    ours = at.measured.get(OURS)

    def row(name: str, say: Callable[[Measured], str]) -> Row:
        return (name, *(say(one) for one in each))

    yield row("from the log to figures", _timing)
    yield row(
        "processor time", lambda one: duration(1000 * one.timings.processor) if one.timings.processor else _MISSING
    )
    yield row("rounds", lambda one: count(len(one.timings.runs)))
    yield row("lines a second", lambda one: count(at.lines / one.timings.median))
    if ours:
        yield row("throughput of ours, to that", lambda one: times(one.timings.median / ours.timings.median))
    yield row("peak memory", lambda one: size(one.peak) if one.peak else _MISSING)


def _timing(measured: Measured) -> str:
    """The median, and the least where that says more."""
    timings = measured.timings
    median = duration(1000 * timings.median)
    return f"{median} ({duration(1000 * timings.least)})" if len(timings.runs) > 1 else median


def shown_storage(store: Storage) -> str:
    """A store of years."""
    rows: list[Row] = [
        ("", "ours"),
        ("requests a day", count(store.lines)),
        ("size", size(store.size)),
        ("… a year", size(store.yearly)),
        ("publishing, median", duration(1000 * store.publish.median)),
    ]
    return f"## A store of {store.days:,} days\n\n{markdown(rows)}\n"


def shown_end(results: Results) -> str:
    """What is promised."""
    judged = [(target.name, target.reached, target.wanted, target.verdict) for target in judge(results)]
    table = markdown([("", "reached", "wanted", ""), *judged]) if judged else "None for these."
    return f"## Targets\n\n{table}\n"


def write_json(file: Path, results: Results) -> None:
    """Every figure of every run, in seconds and bytes."""
    judged = [dataclasses.asdict(target) for target in judge(results)]
    where = {"system": platform.platform(), "python": platform.python_version()}
    everything = {**where, **dataclasses.asdict(results), "targets": judged}
    file.write_text(json.dumps(everything, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
