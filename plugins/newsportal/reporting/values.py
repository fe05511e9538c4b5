"""What a report says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

LAWFUL_DAYS = (2, 10)
"""Working days within which a document was to be published: by its issuer, and by others or where it is a plan
(NĐ 43/2011/NĐ-CP, Điều 17). The decree has expired; the limits stay a sensible yardstick."""


class Delay(NamedTuple):
    """One document: `days` are the working days from its issue to its publication, `limit` those it may take."""

    path: str
    section: str
    authors: tuple[str, ...]
    issued: dt.date
    published: dt.date
    days: int
    limit: int

    @property
    def is_over(self) -> bool:
        """Whether it took longer than it may."""
        return self.days > self.limit

    @property
    def is_early(self) -> bool:
        """Whether it appeared before it was issued: one of the two days is wrong."""
        return self.published < self.issued


@dataclass(frozen=True, slots=True)
class Delays:
    """Some documents together: how many, median and 90th percentile of their working days, and how many took too long.

    The percentile is a day that occurs (nearest rank); the median of an even number may lie between two.
    """

    count: int
    median: float
    p90: int
    over: int


Counts = Mapping[str, Mapping[str, int]]
"""Items by group and by period: of each year (`2026`) and of each month that has any (`2026-03`)."""


@dataclass(frozen=True, slots=True)
class Report:
    """The figures at the time of `generated`. Sections are in menu order, authors in Vietnamese order, "" is no byline.

    An item counts once, whatever languages it is in, and for each of its authors. `total` is None without documents;
    `late` are those over their limit, the slowest first; `early` those published before their issue, which are in no
    figure; `untranslated` are paths by language and section.
    """

    generated: dt.datetime
    total: Delays | None
    sections: Mapping[str, Delays]
    authors: Mapping[str, Delays]
    late: tuple[Delay, ...]
    early: tuple[Delay, ...]
    section_items: Counts
    author_items: Counts
    untranslated: Mapping[str, Mapping[str, tuple[str, ...]]]
