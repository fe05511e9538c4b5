"""Figures of visits for tests: plausible ones of fourteen months, the same every time."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from newsportal.model import Day, Feed, Figures, Recent, Statistics
from newsportal.text import ZONE
from newsportal.visits.statsfile import STATS_FILE, encode, published_files

GENERATED = dt.datetime(2026, 11, 22, 10, 0, tzinfo=ZONE)
SINCE = dt.date(2025, 10, 1)
REFERRERS = ("google.com", "facebook.com", "anlinh.example", "zalo.me", "bing.com", "coccoc.com", "baoanlinh.example")
CRAWLERS = ("Googlebot", "bingbot", "AhrefsBot", "coccocbot", "GPTBot", "Applebot")


def statistics(
    pages: Iterable[str] = (),
    downloads: Iterable[str] = (),
    feeds: Iterable[str] = (),
    since: dt.date = SINCE,
    generated: dt.datetime = GENERATED,
) -> Statistics:
    """Figures of the given paths; the earlier a path, the more it is read."""
    chance = random.Random(7)
    last = generated.date()
    return Statistics(
        generated=generated,
        since=since,
        recent=Recent(last - dt.timedelta(6), last, _falling(pages, 480, chance)),
        days=tuple(_days(since, last, chance)),
        pages=_falling(pages, 9200, chance),
        downloads=_falling(downloads, 1400, chance),
        feeds={path: _feed(place) for place, path in enumerate(feeds)},
        referrers=_falling(REFERRERS, 6100, chance),
        crawlers=_falling(CRAWLERS, 31_000, chance),
        refused=12,
        broken=3,
    )


def _days(first: dt.date, last: dt.date, chance: random.Random) -> Iterator[Day]:
    """Weekdays are busier than weekends, and the last day is not over."""
    for number in range((last - first).days + 1):
        date = first + dt.timedelta(number)
        busy = (0.5 if date.weekday() > 4 else 1.0) * (0.4 if date == last else 1.0) * (1 + number / 900)
        views = int(busy * chance.randint(420, 780))
        visits = int(views * chance.uniform(0.38, 0.5))
        visitors = int(visits * chance.uniform(0.8, 0.95))
        yield Day(date, Figures(views, visits, visitors, chance.randint(150, 400), chance.randint(10, 60)))


def _falling(names: Iterable[str], largest: int, chance: random.Random) -> Mapping[str, int]:
    found, count = {}, float(largest)
    for name in names:
        found[name] = max(1, int(count))
        count *= chance.uniform(0.72, 0.97)
    return found


def _feed(place: int) -> Feed:
    return Feed(stated=max(0, 40 - 7 * place), single_low=max(1, 9 - place), single_high=max(1, 31 - 4 * place))


def keep(found: Statistics, store: Path) -> None:
    """What `visits.py publish` leaves in its store for builds."""
    store.mkdir(parents=True, exist_ok=True)
    (store / STATS_FILE).write_bytes(encode(found))


def publish(found: Statistics, site: Path) -> None:
    """What `visits.py publish` writes into a site."""
    for path, content in published_files(found).items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
