"""What a log says, known before it was written; and where published figures say otherwise."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

FEED_DAYS = 7
"""Figures of feeds are of so many days, the last of which is that of the publication."""


@dataclass
class Day:
    """The figures of a day. `stated` is by feed and reader, `single` by feed."""

    date: dt.date
    views: int = 0
    visits: int = 0
    visitors: int = 0
    bots: int = 0
    unknown: int = 0
    pages: Counter[str] = field(default_factory=Counter)
    downloads: Counter[str] = field(default_factory=Counter)
    referrers: Counter[str] = field(default_factory=Counter)
    stated: dict[tuple[str, int], int] = field(default_factory=dict)
    single: Counter[str] = field(default_factory=Counter)


_FIGURES = ("views", "visits", "visitors", "bots", "unknown")
_COUNTS = ("pages", "downloads", "referrers")


def expected(days: Sequence[Day], published: dt.date) -> dict[str, Any]:
    """The parts of `stats.json` that are known, by name, for a day of publication."""
    recent = [day for day in days if (published - day.date).days < FEED_DAYS]
    figures = [{"date": day.date.isoformat(), **{name: getattr(day, name) for name in _FIGURES}} for day in days]
    counts = {name: dict(sum((getattr(day, name) for day in days), Counter())) for name in _COUNTS}
    totals = {name: sum(getattr(day, name) for day in days) for name in _FIGURES}
    return {"totals": totals, "days": figures, **counts, "feeds": _feeds(recent), "broken": 0, "refused": 0}


def _feeds(days: Sequence[Day]) -> dict[str, dict[str, int]]:
    stated: dict[tuple[str, int], int] = {}
    for day in days:
        stated |= day.stated
    return {path: _feed(path, days, stated) for path in sorted({path for path, _ in stated})}


def _feed(path: str, days: Sequence[Day], stated: Mapping[tuple[str, int], int]) -> dict[str, int]:
    told = sum(number for (each, _), number in stated.items() if each == path)
    singles = [day.single[path] for day in days]
    low, high = max(singles), sum(singles)
    return {
        "stated": told,
        "single_low": low,
        "single_high": high,
        "subscribers": told + low,
        "subscribers_high": told + high,
    }


def expected_count(days: Sequence[Day]) -> int:
    """How many figures are known."""
    return _leaves(expected(days, days[-1].date))


def _leaves(value: Any) -> int:
    if isinstance(value, dict):
        return sum(map(_leaves, value.values()))
    return sum(map(_leaves, value)) if isinstance(value, list) else 1


def differences(published: Mapping[str, Any], days: Sequence[Day]) -> list[str]:
    """Where published figures are not the true ones, in words."""
    true = expected(days, dt.datetime.fromisoformat(published["generated"]).date())
    return [fault for name, value in true.items() for fault in _differ(name, published.get(name), value)]


def _differ(place: str, found: object, true: object) -> Iterator[str]:
    """Every place in nested figures; only where truth knows something, but for counts, which are whole."""
    if isinstance(true, dict) and isinstance(found, Mapping):
        names = true.keys() | (found.keys() if place in (*_COUNTS, "feeds") else ())
        for name in sorted(names):
            yield from _differ(f"{place}[{name}]", found.get(name, 0), true.get(name, 0))
    elif isinstance(true, list) and isinstance(found, list) and len(true) <= len(found):
        for one, other in zip(found, true, strict=False):
            yield from _differ(f"{place}[{other['date']}]", one, other)
    elif isinstance(true, dict | list):
        yield f"{place} is lacking"
    elif found != true:
        yield f"{place} is {found!r}, not {true!r}"
