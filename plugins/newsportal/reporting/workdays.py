"""Working days in Vietnam."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable

_DAY = dt.timedelta(days=1)


class WorkingDays:
    """The working days from the first to the last of some `days`: no weekends, no public holidays or days off instead,
    but the Saturdays that make up for such a day."""

    def __init__(self, days: Iterable[dt.date]) -> None:
        from holidays import country_holidays  # noqa: PLC0415  (it takes a moment, and checks without a report need none)

        known = sorted(days)
        self._days: list[dt.date] = []
        if not known:
            return
        first, last = known[0], known[-1]
        calendar = country_holidays("VN", years=range(first.year, last.year + 1))
        every = (first + number * _DAY for number in range((last - first).days + 1))
        self._days = [day for day in every if calendar.is_working_day(day)]

    def between(self, start: dt.date, end: dt.date) -> int:
        """The working days after `start` up to `end`; none where `end` is not later."""
        return max(0, bisect_right(self._days, end) - bisect_right(self._days, start))
