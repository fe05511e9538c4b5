"""From a store to the published figures."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from newsportal.model import Day, Feed, Figures, Recent, Statistics
from newsportal.text import ZONE
from newsportal.visits.closing import remembered
from newsportal.visits.database import Row
from newsportal.visits.engines import DEFAULT, engine
from newsportal.visits.store import SetAside, Store

_RECENT = dt.timedelta(days=6)
_MOST_CRAWLERS = 50
_ONE_DAY = dt.timedelta(days=1)
_FIRST, _LAST = dt.date(1970, 1, 1), dt.date(2148, 12, 31)
"""The dates that every engine knows."""


def figures(store: Store, now: dt.datetime, engine_url: str = DEFAULT) -> Statistics:
    """The figures of everything in the store, generated at `now` (aware). Raises EngineLacking."""
    generated = now.astimezone(ZONE).replace(microsecond=0)
    last = generated.date()
    first = last - _RECENT
    with engine(engine_url, store) as counts:
        days = tuple(_days(counts.rows("publish_days")))
        sums = _by_kind(counts.rows("publish_sums", first=_FIRST, last=_LAST))
        recent = counts.rows("publish_recent", first=first.isoformat(), last=last.isoformat())
    aside = _aside(SetAside(store))
    return Statistics(
        generated=generated,
        since=days[0].date if days else last,
        recent=Recent(first, last, _recent_pages(recent)),
        days=days,
        pages=sums["page"],
        downloads=sums["download"],
        feeds=_feeds(recent),
        referrers=sums["referrer"],
        crawlers=_most(sums["crawler"]),
        refused=aside.get("closed", 0),
        broken=aside.get("form", 0) + aside.get("time", 0),
    )


def sums(store: Store, first: dt.date, last: dt.date, engine_url: str = DEFAULT) -> Mapping[str, Mapping[str, int]]:
    """What was read, fetched and followed from one day to another: kind (`page`, `download`, `referrer`, `crawler`) →
    key → number. Raises EngineLacking."""
    with engine(engine_url, store) as counts:
        return _by_kind(counts.rows("publish_sums", first=first, last=last))


def _days(rows: Iterable[Row]) -> Iterator[Day]:
    """Every day from the first to the last one, those without any line too."""
    expected: dt.date | None = None
    for date, *counts in rows:
        while expected is not None and expected < date:
            yield Day(expected, Figures())
            expected += _ONE_DAY
        yield Day(date, Figures(*map(int, counts)))
        expected = date + _ONE_DAY


def _by_kind(rows: Iterable[Row]) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {kind: {} for kind in ("page", "download", "referrer", "crawler")}
    for kind, key, n in rows:
        found[kind][key] = int(n)
    return {kind: MappingProxyType(counts) for kind, counts in found.items()}


def _recent_pages(rows: Iterable[Row]) -> Mapping[str, int]:
    pages: dict[str, int] = defaultdict(int)
    for _, kind, path, n in rows:
        if kind == "page":
            pages[path] += int(n)
    return MappingProxyType(dict(pages))


def _most(counts: Mapping[str, int]) -> Mapping[str, int]:
    first = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_MOST_CRAWLERS]
    return MappingProxyType(dict(first))


def _feeds(rows: Sequence[Row]) -> Mapping[str, Feed]:
    """The readers of each feed: what services state on their latest day, and the single ones of each day."""
    stated: dict[str, dict[str, int]] = defaultdict(dict)
    single: dict[str, list[int]] = defaultdict(list)
    for _, kind, key, n in rows:  # in the order of days, so the latest stays
        if kind == "stated":
            name, slash, path = key.partition("/")
            stated[slash + path][name] = int(n)
        elif kind == "single":
            single[key].append(int(n))
    feeds = {
        path: Feed(sum(stated[path].values()), max(single[path], default=0), sum(single[path]))
        for path in sorted({*stated, *single})
    }
    return MappingProxyType(feeds)


def _aside(aside: SetAside) -> Mapping[str, int]:
    now, before = remembered(aside), aside.counts()
    return {reason: now.get(reason, 0) + before.get(reason, 0) for reason in {*now, *before}}
