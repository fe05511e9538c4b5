"""What counting promises, and whether a run bears it out."""

from __future__ import annotations

from collections.abc import Iterator

from common.targets import Target, at_least, at_most
from common.units import duration, size, times
from visiting.contenders import GOACCESS, OURS
from visiting.figures import Comparison, Results, Storage

LEAST_RATIO, MOST_MEMORY = 10.0, 1_000_000_000
MOST_PUBLISHING, MOST_YEARLY = 2_000, 20_000_000
"""Milliseconds, and bytes a year at a million requests a month."""
SMALLEST = 2_000_000
"""Lines from which on the ratio is promised: below, all that is timed is the start of a program."""


def judge(results: Results) -> list[Target]:
    """The promises that the run has the figures for, by the medians of times."""
    found = [target for each in results.comparisons for target in _of_a_log(each)]
    return [*found, *(_of_a_store(results.storage) if results.storage else ())]


def _of_a_log(at: Comparison) -> Iterator[Target]:
    ours, theirs = at.measured.get(OURS), at.measured.get(GOACCESS)
    if ours and theirs and at.lines >= SMALLEST:
        ratio = theirs.timings.median / ours.timings.median
        yield at_least(f"throughput, {at.lines:,} lines, to GoAccess's", ratio, LEAST_RATIO, times)
    if ours and ours.peak:
        yield at_most(f"peak memory, {at.lines:,} lines", ours.peak, MOST_MEMORY, size)


def _of_a_store(store: Storage) -> Iterator[Target]:
    name = f"of {store.days:,} days at {store.lines:,} requests a day"
    yield at_most(f"publishing from a store {name}", 1000 * store.publish.median, MOST_PUBLISHING, duration)
    yield at_most(f"a year in a store {name}", store.yearly, MOST_YEARLY, size)
