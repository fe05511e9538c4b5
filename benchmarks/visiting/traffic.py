"""The traffic of a day, made up: what every request means is settled before it is written down.

Readers come once to three times a day and look at a few pages each time; most load what pages need, some have it
already. Crawlers, programs, feed readers, scripts that pass for browsers, and attackers come along.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from visiting.catalogue import (
    CRAWLERS,
    FORMS,
    NOBODY,
    OWN,
    REFERRERS,
    SINGLE,
    STATED,
    USUAL,
    Catalogue,
    browser,
)
from visiting.truth import Day

Numbers: TypeAlias = npt.NDArray[np.int64]
_SLOT, _LATEST, _LONGEST_GAP = 8 * 3600, 5 * 3600, 1500
"""Seconds: a reader's visits begin in slots of their own, early enough to be over half an hour before the next."""
_VIEWS = 5
"""A visit has less views: those without assets stay below what makes a reader doubtful."""
_PERSON, _CRAWLER = 12.3, 300
"""Lines of one of them on a day, about."""
_PEOPLE, _CRAWLERS, _SINGLE, _NAMELESS = 0.72, 0.13, 0.04, 0.0075
"""Shares of the lines; the rest is noise."""
_ALWAYS = 1000
"""Lines of those who are there on any day, however few the lines."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Requests as columns: the second of the day, who asks, what for and whence; numbers of clients, requests,
    referrers."""

    second: Numbers
    who: Numbers
    what: Numbers
    whence: Numbers

    def __len__(self) -> int:
        return len(self.second)


@dataclass(frozen=True, slots=True)
class Group:
    """Clients of one kind with their requests; `agents` and `addresses` are by the client's number."""

    lines: Lines
    addresses: list[str]
    agents: list[str]


def lines(second: Numbers, who: Numbers, what: Numbers, whence: Numbers | int = NOBODY) -> Lines:
    """Columns, one of which may be the same all over."""
    return Lines(second, who, what, np.broadcast_to(np.asarray(whence, dtype=np.int64), second.shape))


def joined(parts: list[Lines]) -> Lines:
    """One after the other."""
    names = ("second", "who", "what", "whence")
    return Lines(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def day_of(
    date: dt.date, number: int, size: int, site: Catalogue, chance: np.random.Generator
) -> tuple[list[Group], Day]:
    """A day's groups, `size` lines in all, and its figures. `number` counts the days."""
    day, free = Day(date), max(0, size - _ALWAYS)
    makers: list[Callable[[], Group]] = [
        partial(_people, max(1, int(free * _PEOPLE / _PERSON)), site, chance, day),
        partial(_crawlers, max(1, int(free * _CRAWLERS / _CRAWLER)), site, chance, day),
        partial(_disguised, site, chance, day),
        partial(_nameless, max(1, int(free * _NAMELESS / 3)), site, chance, day),
        partial(_stating, number, site, day),
        partial(_single, max(1, int(free * _SINGLE / 24)), site, day),
    ]
    groups = [make() for make in makers]
    rest = size - sum(len(group.lines) for group in groups)
    return [*groups, _noise(max(0, rest), site, chance)], day


def _ordinal(counts: Numbers) -> Numbers:
    """For groups of these sizes one after the other: 0, 1, 2 … in each."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)


def _addresses(first: int, count: int, agents: int = 1) -> list[str]:
    """So many addresses, each for as many clients."""
    numbers = (number // agents for number in range(count))
    return [f"{first}.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}" for number in numbers]


def _some_pages(count: int, site: Catalogue, chance: np.random.Generator) -> Numbers:
    """A few pages are read much, most of them seldom."""
    return (len(site.pages) * chance.random(count) ** 3).astype(np.int64)


def _people(count: int, site: Catalogue, chance: np.random.Generator, day: Day) -> Group:
    visits = chance.choice(3, count, p=(0.7, 0.2, 0.1)) + 1
    person, order = np.repeat(np.arange(count), visits), _ordinal(visits)
    start = order * _SLOT + chance.integers(0, _LATEST, len(person))
    views = chance.integers(1, _VIEWS, len(person))
    visit, step = np.repeat(np.arange(len(person)), views), _ordinal(views)
    waits = np.cumsum(chance.integers(5, _LONGEST_GAP, len(visit)) * (step > 0))
    second = start[visit] + waits - np.repeat(waits[step == 0], views)
    page = _some_pages(len(visit), site, chance)
    whence = np.where(step == 0, chance.integers(0, OWN, len(visit)), OWN)
    what = page * len(FORMS) + chance.choice(len(FORMS), len(visit), p=USUAL)
    cold = chance.random(count) < 0.8
    parts = [
        lines(second, person[visit], what, whence),
        _loaded(start, person, order, cold, site),
        _pictures(second, person[visit], cold, page, site),
        _downloads(start, person, order, site, chance, day),
    ]
    _tell(day, page, whence[step == 0], site)
    day.views, day.visits, day.visitors = len(visit), len(person), count
    return Group(joined(parts), _addresses(20, count, 3), [browser(number) for number in range(count)])


def _tell(day: Day, page: Numbers, whence: Numbers, site: Catalogue) -> None:
    """The figures by page and by referrer."""
    day.pages.update(_counted(page, site.pages))
    for number, times in _counted(whence, tuple(map(str, range(len(REFERRERS))))).items():
        if host := REFERRERS[int(number)][1]:
            day.referrers[host] += times


def _counted(numbers: Numbers, names: tuple[str, ...]) -> Counter[str]:
    counts = np.bincount(numbers, minlength=len(names)).tolist()
    return Counter({name: times for name, times in zip(names, counts, strict=True) if times})


def _loaded(start: Numbers, person: Numbers, order: Numbers, cold: npt.NDArray[np.bool_], site: Catalogue) -> Lines:
    """What a visit's first page needs: sent once a day, asked after later on."""
    some, each = np.flatnonzero(cold[person]), len(site.assets)
    asset = np.tile(np.arange(each), len(some)) + each * (np.repeat(order[some], each) > 0)
    return lines(np.repeat(start[some], each), np.repeat(person[some], each), site.asset + asset, OWN)


def _pictures(second: Numbers, who: Numbers, cold: npt.NDArray[np.bool_], page: Numbers, site: Catalogue) -> Lines:
    some = np.flatnonzero(cold[who])
    return lines(second[some] + 1, who[some], site.picture + page[some] % len(site.pictures), OWN)


def _downloads(
    start: Numbers, person: Numbers, order: Numbers, site: Catalogue, chance: np.random.Generator, day: Day
) -> Lines:
    """A tenth of visits end with a file, whole or in three parts; another one at each of a reader's visits."""
    some = np.flatnonzero(chance.random(len(person)) < 0.1)
    file = (person[some] * 7 + order[some]) % len(site.files)
    day.downloads.update(_counted(file, site.files))
    parts = np.where(chance.random(len(some)) < 0.2, 3, 1)
    second = np.repeat(start[some] + 3, parts) + 6 * _ordinal(parts)
    what = np.repeat(site.file + file + np.where(parts > 1, len(site.files), 0), parts)
    return lines(second, np.repeat(person[some], parts), what, OWN)


def _crawlers(count: int, site: Catalogue, chance: np.random.Generator, day: Day) -> Group:
    """They ask for robots.txt, then for a page every few minutes."""
    each = np.full(count, _CRAWLER)
    who, step = np.repeat(np.arange(count), each), _ordinal(each)
    what = _some_pages(len(who), site, chance) * len(FORMS) + chance.choice(2, len(who), p=(0.8, 0.2))
    day.bots += int((step > 0).sum())
    asked = lines(step * (86_400 // _CRAWLER), who, np.where(step == 0, site.robots, what))
    return Group(asked, _addresses(130, count), [CRAWLERS[number % len(CRAWLERS)] for number in range(count)])


def _disguised(site: Catalogue, chance: np.random.Generator, day: Day) -> Group:
    """Programs that pass for browsers: one asks too much, four ask for robots.txt, two need no assets."""
    each = np.array([620, 12, 12, 12, 12, 40, 15])
    who, step = np.repeat(np.arange(len(each)), each), _ordinal(each)
    what = _some_pages(len(who), site, chance) * len(FORMS)
    what[(step == 0) & (who >= 1) & (who <= 4)] = site.robots
    what[(step == 0) & (who == 0)] = site.asset
    day.bots += int(each[:5].sum()) - 5
    day.unknown += int(each[5:].sum())
    return Group(lines(3600 + step * 100, who, what), _addresses(140, len(each)), list(map(browser, range(len(each)))))


def _nameless(count: int, site: Catalogue, chance: np.random.Generator, day: Day) -> Group:
    """Clients that do not say what they are."""
    who, step = np.repeat(np.arange(count), 3), _ordinal(np.full(count, 3))
    what = _some_pages(len(who), site, chance) * len(FORMS)
    day.unknown += len(who)
    return Group(lines(7200 + step * 61, who, what), _addresses(150, count), ["-"] * count)


def _stating(number: int, site: Catalogue, day: Day) -> Group:
    """Readers that state their subscribers, more at the end of a day than before, from two addresses each."""
    asked = list(_statements(number, site, day))
    second, agents = zip(*((hour * 3600, agent) for hour, agent, _ in asked), strict=True)
    what = np.array([request for _, _, request in asked])
    where = _addresses(160, 2)
    return Group(
        lines(np.array(second), np.arange(len(asked)), what), [where[at % 2] for at in range(len(asked))], list(agents)
    )


def _statements(number: int, site: Catalogue, day: Day) -> Iterator[tuple[int, str, int]]:
    """The hour, the agent and the request; each feed has other figures."""
    for at, path in enumerate(site.feeds):
        for reader, (agent, first) in enumerate(STATED):
            most = first + 10 * at + number
            day.stated[path, reader] = most
            for hour in range(24):
                yield hour, agent.format(most - (hour < 12)), site.feed + at + len(site.feeds) * (hour % 2)


def _single(count: int, site: Catalogue, day: Day) -> Group:
    """Readers of one person, each of which asks for its feed every hour."""
    who, hour = np.repeat(np.arange(count), 24), _ordinal(np.full(count, 24))
    feed = who % len(site.feeds)
    day.single.update(_counted(np.arange(count) % len(site.feeds), site.feeds))
    what = site.feed + feed + np.where(hour > 0, len(site.feeds), 0)
    agents = [SINGLE[number % len(SINGLE)] for number in range(count)]
    return Group(lines(hour * 3600 + who % 3600, who, what), _addresses(170, count), agents)


def _noise(count: int, site: Catalogue, chance: np.random.Generator) -> Group:
    """What no figure counts, as many lines as are wanted."""
    clients = max(1, count // 50)
    what = chance.integers(site.noise.start, site.noise.stop, count)
    asked = lines(chance.integers(0, 86_400, count), chance.integers(0, clients, count), what)
    return Group(asked, _addresses(180, clients), [browser(number) for number in range(clients)])
