"""Working days in Vietnam, as the calendar of each year has them."""

from __future__ import annotations

import datetime as dt

import pytest

from newsportal.reporting.workdays import WorkingDays


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-08-20", "2026-08-20", 0),
        ("2026-08-20", "2026-08-21", 1),
        ("2026-08-20", "2026-08-24", 3),  # Saturday 22 August made up for a day off
        ("2026-03-13", "2026-03-16", 1),  # over a weekend
        ("2026-04-29", "2026-05-04", 1),  # 30 April and 1 May
        ("2026-02-13", "2026-02-23", 1),  # Tết
        ("2024-05-03", "2024-05-04", 1),  # a Saturday that was worked
        ("2024-04-26", "2024-04-29", 0),  # a Monday off instead
        ("2025-12-31", "2026-01-02", 1),  # over a new year
        ("2026-08-21", "2026-08-20", 0),
    ],
)
def test_days_between(start: str, end: str, days: int) -> None:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    assert WorkingDays([first, last]).between(first, last) == days
    assert WorkingDays([last, dt.date(2023, 6, 1), first, dt.date(2027, 6, 1)]).between(first, last) == days


def test_no_days_at_all() -> None:
    assert WorkingDays([]).between(dt.date(2026, 1, 5), dt.date(2026, 1, 6)) == 0
