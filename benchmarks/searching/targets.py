"""What the portal's search promises, and whether a comparison bears it out."""

from __future__ import annotations

from collections.abc import Iterator

from common.targets import Target, at_least, at_most
from common.units import duration, percent, size
from searching.contenders import OURS
from searching.figures import Comparison, Measures, milliseconds, sent, share, spread


def judge(comparison: Comparison) -> list[Target]:
    """The promises, which are made for 10,000 items; none where ours was not measured."""
    ours = comparison.measures.get(OURS)
    if not ours:
        return []
    built = _build(comparison)
    return [*_bytes(ours), *_times(ours), *_ranks(ours), *([built] if built else [])]


def _bytes(ours: Measures) -> Iterator[Target]:
    worst = spread(ours.first + ours.short_first, sent).maximum
    yield at_most("first query, median", spread(ours.first, sent).median, 60_000, size)
    yield at_most("first query, maximum, everyday ones too", worst, 120_000, size)
    yield at_most("following query, median", spread(ours.following, sent).median, 25_000, size)


def _times(ours: Measures) -> Iterator[Target]:
    yield at_most("time of a first query, median", spread(ours.first, milliseconds).median, 100, duration)
    yield at_most("time of a following query, median", spread(ours.following, milliseconds).median, 100, duration)


def _ranks(ours: Measures) -> Iterator[Target]:
    for name, answers in (("with marks", ours.marked), ("without marks", ours.bare)):
        yield at_least(f"rank 1, {name}", share(answers, 1), 0.95, percent)
        yield at_least(f"top 3, {name}", share(answers, 3), 0.99, percent)


def _build(comparison: Comparison) -> Target | None:
    builds = comparison.builds
    if not builds or OURS not in builds.added:
        return None
    return at_most("build, on top of one without", builds.added[OURS].seconds / builds.without.seconds, 0.30, percent)
