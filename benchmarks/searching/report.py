"""Figures in words: an aligned table, whether the targets are met, and everything as JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from common.tables import Row, aligned
from common.units import count, duration, percent, size
from searching.contenders import OURS, PAGEFIND
from searching.figures import (
    Answer,
    Builds,
    Comparison,
    Measures,
    bodies,
    milliseconds,
    sent,
    share,
    spread,
)
from searching.targets import judge

Figure = Callable[[Measures], float | None]
_MISSING = "–"


def shown(comparison: Comparison) -> str:
    """One comparison, with its targets where ours is in it."""
    head = (
        f"{comparison.name}: {comparison.articles:,} articles in all languages; asked in {comparison.language!r}, "
        f"{comparison.asked} of {comparison.unique:,} titles that begin like no other\n"
        f"Served by {comparison.server}, on {comparison.machine}\n"
        "1 KB is 1,000 bytes; a ratio is Pagefind's figure to ours."
    )
    parts = [
        head,
        aligned([("", *comparison.measures, "ratio"), *_rows(comparison)]),
        aligned(list(_short_rows(comparison))),
    ]
    if OURS in comparison.measures:
        parts.append(_judged(comparison))
    return "\n".join(parts) + "\n"


def _judged(comparison: Comparison) -> str:
    rows = [(target.name, target.reached, target.wanted, target.verdict) for target in judge(comparison)]
    return aligned([("Targets of ours",), *rows])


def _rows(comparison: Comparison) -> Iterator[Row]:
    if comparison.builds:
        yield from _build_rows(comparison.builds, comparison)
    for heading, rows in _groups(OURS in comparison.measures):
        yield (heading,)
        for name, figure, say in rows:
            yield _row(name, comparison, figure, say)


def _row(name: str, comparison: Comparison, figure: Figure, say: Callable[[float], str]) -> Row:
    """One figure of every contender; a ratio only of what may grow without end, which shares may not."""
    values = {each: figure(measures) for each, measures in comparison.measures.items()}
    return _cells(name, list(values.values()), values.get(OURS), values.get(PAGEFIND), say)


def _cells(
    name: str, values: list[float | None], ours: float | None, theirs: float | None, say: Callable[[float], str]
) -> Row:
    ratio = f"{theirs / ours:,.1f}" if ours and theirs and say is not percent else ""
    return (name, *(_MISSING if value is None else say(value) for value in values), ratio)


def _build_rows(builds: Builds, comparison: Comparison) -> Iterator[Row]:
    """By the clock, and of the processor: on a busy machine only the latter means something."""
    base = (builds.without.seconds, builds.without.processor)
    clock, processor = (duration(1000 * value) for value in base)
    yield (f"Building from cold: {clock} without search, {processor} of the processor",)
    for at, name in enumerate(("search adds", "search adds, of the processor")):
        extra = {each: (times.seconds, times.processor)[at] for each, times in builds.added.items()}
        values = [extra.get(each) for each in comparison.measures]
        thousandths = [value and 1000 * value for value in values]
        yield _cells(name, thousandths, extra.get(OURS), extra.get(PAGEFIND), duration)
        shares = [value and base[at] and value / base[at] for value in values]
        yield _cells("  as a share", shares, None, None, percent)


def _groups(ours: bool) -> Iterator[tuple[str, list[tuple[str, Figure, Callable[[float], str]]]]]:
    """The parts of the table: a heading, and rows of a name, a figure and how to say it."""
    yield (
        "Index and code, all languages",
        [
            ("on the disk", lambda of: of.size.raw, size),
            ("as sent", lambda of: of.size.sent, size),
            ("files", lambda of: of.size.files, count),
        ],
    )
    yield "First query, code included", _spreads(lambda of: of.first)
    yield "Following queries", _spreads(lambda of: of.following)
    if ours:  # Pagefind has no lesser excerpts
        yield "Following queries, best excerpts awaited", _spreads(lambda of: of.excerpts)
    yield (
        "First eight words of a title find the article",
        [
            ("titles asked, with marks", lambda of: len(of.marked), count),
            ("titles asked, without marks", lambda of: len(of.bare), count),
            ("at rank 1, with marks", lambda of: share(of.marked, 1), percent),
            ("in the top 3, with marks", lambda of: share(of.marked, 3), percent),
            ("at rank 1, without marks", lambda of: share(of.bare, 1), percent),
            ("in the top 3, without marks", lambda of: share(of.bare, 3), percent),
        ],
    )


def _spreads(of: Callable[[Measures], tuple[Answer, ...]]) -> list[tuple[str, Figure, Callable[[float], str]]]:
    """Rows of the middle and the far end of bytes and time."""
    kinds = (("bytes", sent, size), ("bytes without headers", bodies, size), ("time", milliseconds, duration))
    return [
        row
        for name, figure, say in kinds
        for row in (
            (f"{name}, median", _figure(of, figure, "median"), say),
            (f"{name}, maximum", _figure(of, figure, "maximum"), say),
        )
    ]


def _figure(of: Callable[[Measures], tuple[Answer, ...]], figure: Callable[[Answer], float], which: str) -> Figure:
    def work_out(measures: Measures) -> float | None:
        answers = of(measures)
        return float(getattr(spread(answers, figure), which)) if answers else None

    return work_out


def _short_rows(comparison: Comparison) -> Iterator[Row]:
    """Everyday queries one by one, each as a first query and as one after the others."""
    yield ("Everyday queries",)
    for name, measures in comparison.measures.items():
        yield (name, "results", "first: bytes", "time", "following: bytes", "time")
        for first, following in zip(measures.short_first, measures.short, strict=True):
            cells = (size(of.traffic.sent) if kind else duration(of.milliseconds)
                     for of in (first, following) for kind in (True, False))  # fmt: skip
            yield (f"  {first.question.text}", count(first.total), *cells)


def write_json(file: Path, comparisons: list[Comparison]) -> None:
    """Every figure and every answer."""
    everything = [
        {**dataclasses.asdict(each), "targets": [dataclasses.asdict(target) for target in judge(each)]}
        for each in comparisons
    ]
    file.write_text(json.dumps(everything, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
