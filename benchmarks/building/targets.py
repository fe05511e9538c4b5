"""What the portal's builds promise, and whether a run bears it out."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from building.contenders import HUGO, MATERIAL, OURS, PAGEFIND
from building.edits import BODY, TEMPLATE, UNCHANGED
from building.figures import Comparison, Measured, Preview, Results
from common.programs import Timings
from common.targets import Target, at_most
from common.units import duration, size, times

USUAL, FEW, MANY = 2_000, 500, 10_000
"""Items of the sizes that promises are made for."""
_BESIDE = ((PAGEFIND, 1.0), (MATERIAL, 0.25))
_AFTER = ((BODY, "an edited body"), (UNCHANGED, "no change"))
_MOST_MEMORY = 1_200_000_000
_MOST_DELAY = 1_000


def judge(results: Results) -> list[Target]:
    """The promises that the run has the figures for, by the medians of times."""
    sizes = {each.items: each for each in results.comparisons}
    found: list[Target] = []
    if USUAL in sizes:
        found += [*_cold(sizes[USUAL]), *_changed(sizes[USUAL])]
    found += _growth(results.comparisons)
    if results.preview and results.preview.items == USUAL:
        found += _served(results.preview)
    return found


def _cold(at: Comparison) -> Iterator[Target]:
    ours = at.measured.get(OURS)
    for name, most in _BESIDE:
        theirs = at.measured.get(name)
        if ours and theirs:
            yield _beside(f"cold build of {at.items:,} items, to {name}", ours.cold, theirs.cold, most)


def _changed(at: Comparison) -> Iterator[Target]:
    """Beside the full build of Hugo, which knows no other."""
    ours, hugo = at.measured.get(OURS), at.measured.get(HUGO)
    if not (ours and hugo):
        return
    for kind, words in _AFTER:
        if kind in ours.changes:
            name = f"build after {words}, {at.items:,} items, to Hugo's full build"
            yield _beside(name, ours.changes[kind], hugo.cold, 0.5)


def _beside(name: str, ours: Timings, theirs: Timings, most: float) -> Target:
    """Medians count; the ratio of the least times is told too: where they disagree, the machine was busy."""
    judged = at_most(name, ours.median / theirs.median, most, times)
    return replace(judged, reached=f"{judged.reached} ({times(ours.least / theirs.least)})")


def _growth(comparisons: Sequence[Comparison]) -> Iterator[Target]:
    ours: dict[int, Measured] = {each.items: each.measured[OURS] for each in comparisons if OURS in each.measured}
    if FEW in ours and MANY in ours:
        ratio = ours[MANY].page_milliseconds / ours[FEW].page_milliseconds
        yield at_most(f"time a page at {MANY:,} items, to that at {FEW:,}", ratio, 1.15, times)
    if MANY in ours and (peak := ours[MANY].peak):
        yield at_most(f"peak memory at {MANY:,} items", peak, _MOST_MEMORY, size)


def _served(preview: Preview) -> Iterator[Target]:
    """What editors save. A template of all pages has every page made again, which is told but promised nothing."""
    for kind, seconds in preview.delays.items():
        if seconds and kind != TEMPLATE:
            milliseconds = 1000 * statistics.median(seconds)
            yield at_most(f"preview of {preview.items:,} items, {kind} saved to page served", milliseconds,
                          _MOST_DELAY, duration)  # fmt: skip
