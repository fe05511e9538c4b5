"""Access logs with known figures, written fast."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from visiting.catalogue import REFERRERS, Catalogue, catalogue
from visiting.traffic import Group, day_of, joined, lines
from visiting.truth import Day

_ZONE = "+0700"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Log:
    """A log in the combined format, and what it says."""

    file: Path
    size: int
    days: tuple[Day, ...]


def write_log(file: Path, size: int, dates: Iterable[dt.date], seed: int, pages: int = 2000) -> Log:
    """Writes `size` lines, or a few more where so few cannot hold one of everything; the same for the same
    arguments."""
    chance, site, dates = np.random.default_rng(seed), catalogue(pages), tuple(dates)
    sizes = [size // len(dates) + (number < size % len(dates)) for number in range(len(dates))]
    days: list[Day] = []
    written = 0
    with file.open("w", encoding="ascii", newline="\n") as log:
        for number, (date, wanted) in enumerate(zip(dates, sizes, strict=True)):
            groups, day = day_of(date, number, wanted, site, chance)
            log.writelines(_day_lines(date, groups, site))
            written += sum(len(group.lines) for group in groups)
            days.append(day)
    return Log(file, written, tuple(days))


def _day_lines(date: dt.date, groups: Iterable[Group], site: Catalogue) -> Iterator[str]:
    """The lines of all groups in the order of time."""
    groups = tuple(groups)
    starts = np.cumsum([0, *(len(group.agents) for group in groups)])
    moved = [
        lines(of.lines.second, of.lines.who + start, of.lines.what, of.lines.whence)
        for of, start in zip(groups, starts, strict=False)
    ]
    everything = joined(moved)
    order = np.argsort(everything.second, kind="stable")
    columns = (
        _texts((f"{address} - - [" for group in groups for address in group.addresses), everything.who[order]),
        _texts(_stamps(date), everything.second[order]),
        _texts(site.texts(), everything.what[order]),
        _texts((logged for logged, _ in REFERRERS), everything.whence[order]),
        _texts((f'" "{agent}"\n' for group in groups for agent in group.agents), everything.who[order]),
    )
    return chain.from_iterable(zip(*columns, strict=True))


def _texts(names: Iterable[str], numbers: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> list[str]:
    """The name of each number."""
    found: list[str] = np.array(list(names), dtype=object)[numbers].tolist()
    return found


def _stamps(date: dt.date) -> Iterator[str]:
    """Every second of a day, as logs write it; without the system's names for months."""
    day = f"{date.day:02}/{_MONTHS[date.month - 1]}/{date.year}"
    for minute in range(24 * 60):
        head = f"{day}:{minute // 60:02}:{minute % 60:02}"
        yield from (f'{head}:{second:02} {_ZONE}] "' for second in range(60))


def days_until(last: dt.date, count: int) -> tuple[dt.date, ...]:
    """So many days, the last of which is `last`."""
    return tuple(last - dt.timedelta(back) for back in range(count - 1, -1, -1))
