"""What was read, when, and by how many: the figures of the access logs, without anybody's address.

A *view* is a page fetched with success by a person; a *visitor* is one reader on one day; a *visit* is a run of a
visitor's views without a gap of thirty minutes. Days are those of Asia/Ho_Chi_Minh, and sums over several days are
sums of days: a reader who comes on two of them is counted twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType

_NONE: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a day or of a sum of days.

    `bots` and `unknown` are pages fetched by programs and by those who may be either; they are in no other figure.
    """

    views: int = 0
    visits: int = 0
    visitors: int = 0
    bots: int = 0
    unknown: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Figures)))


@dataclass(frozen=True, slots=True)
class Day:
    """One day's figures."""

    date: dt.date
    figures: Figures


@dataclass(frozen=True, slots=True)
class Feed:
    """The readers of one feed over the last seven days, as a range with its basis.

    `stated` is what feed services say of themselves ("12 subscribers"), each by its latest day and summed;
    `single_low` is the largest number of other readers on one day, `single_high` the sum of the days'.
    """

    stated: int = 0
    single_low: int = 0
    single_high: int = 0

    @property
    def subscribers(self) -> int:
        """The lower end: at least so many."""
        return self.stated + self.single_low

    @property
    def subscribers_high(self) -> int:
        """The upper end: as if every single reader had come on one day only."""
        return self.stated + self.single_high


@dataclass(frozen=True, slots=True)
class Recent:
    """Views of pages from one day to another, both included."""

    first: dt.date
    last: dt.date
    pages: Mapping[str, int] = field(default_factory=lambda: _NONE)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything that is published of the visits.

    Keys of `pages`, `downloads` and `feeds` are paths of the site, without its prefix; `referrers` counts visits by the
    host they came from. `refused` are lines of logs that came after their day was closed, `broken` those that are
    no request at all.
    """

    generated: dt.datetime
    since: dt.date
    recent: Recent
    days: tuple[Day, ...] = ()
    pages: Mapping[str, int] = field(default_factory=lambda: _NONE)
    downloads: Mapping[str, int] = field(default_factory=lambda: _NONE)
    feeds: Mapping[str, Feed] = field(default_factory=lambda: MappingProxyType({}))
    referrers: Mapping[str, int] = field(default_factory=lambda: _NONE)
    crawlers: Mapping[str, int] = field(default_factory=lambda: _NONE)
    refused: int = 0
    broken: int = 0

    @property
    def totals(self) -> Figures:
        """The sum of all days."""
        return total(day.figures for day in self.days)

    def between(self, first: dt.date, last: dt.date) -> Figures:
        """The sum of the days from `first` to `last`, both included."""
        return total(day.figures for day in self.days if first <= day.date <= last)


def total(figures: Iterable[Figures]) -> Figures:
    """The sum of several figures."""
    return sum(figures, Figures())
