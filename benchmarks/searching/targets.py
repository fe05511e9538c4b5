"""What the portal's search promises, and whether a comparison bears it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from searching.contenders import OURS
from searching.figures import Comparison, Measures, milliseconds, sent, share, spread
from searching.units import duration, percent, size


@dataclass(frozen=True, slots=True)
class Target:
    """One promise: what was reached and wanted, in words, and whether it is met."""

    name: str
    reached: str
    wanted: str
    met: bool

    @property
    def verdict(self) -> str:
        """The last column."""
        return "met" if self.met else "MISSED"


def judge(comparison: Comparison) -> list[Target]:
    """The promises, which are made for 10,000 items; none where ours was not measured."""
    ours = comparison.measures.get(OURS)
    if not ours:
        return []
    built = _build(comparison)
    return [*_bytes(ours), *_times(ours), *_ranks(ours), *([built] if built else [])]


def _bytes(ours: Measures) -> Iterator[Target]:
    worst = spread(ours.first + ours.short_first, sent).maximum
    yield _at_most("first query, median", spread(ours.first, sent).median, 60_000, size)
    yield _at_most("first query, maximum, everyday ones too", worst, 120_000, size)
    yield _at_most("following query, median", spread(ours.following, sent).median, 25_000, size)


def _times(ours: Measures) -> Iterator[Target]:
    yield _at_most("time of a first query, median", spread(ours.first, milliseconds).median, 100, duration)
    yield _at_most("time of a following query, median", spread(ours.following, milliseconds).median, 100, duration)


def _ranks(ours: Measures) -> Iterator[Target]:
    for name, answers in (("with marks", ours.marked), ("without marks", ours.bare)):
        yield _at_least(f"rank 1, {name}", share(answers, 1), 0.95)
        yield _at_least(f"top 3, {name}", share(answers, 3), 0.99)


def _build(comparison: Comparison) -> Target | None:
    builds = comparison.builds
    if not builds or OURS not in builds.added:
        return None
    return _at_most("build, on top of one without", builds.added[OURS].seconds / builds.without.seconds, 0.30, percent)


def _at_most(name: str, reached: float, most: float, say: Callable[[float], str]) -> Target:
    return Target(name, say(reached), f"at most {say(most)}", reached <= most)


def _at_least(name: str, reached: float, least: float) -> Target:
    return Target(name, percent(reached), f"at least {percent(least)}", reached >= least)
