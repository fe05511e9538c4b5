"""A store of years: filled a month at a time, as if each were read at its end, then weighed and published from."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from common.console import tell
from common.programs import Timings, timed
from newsportal.visits.closing import close_days
from newsportal.visits.ingest import ingest
from newsportal.visits.store import Store
from newsportal.visits.values import Site
from visiting.catalogue import HOST
from visiting.contenders import visits
from visiting.figures import Storage
from visiting.logs import days_until, write_log

_OPEN, _AT_ONCE = 6, 30
"""Days that still take lines, and days that are read together before."""
_MONTHS = 12
_ONE_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to keep: `days`, `monthly` requests to so many `pages`; publishing is timed `rounds` times."""

    days: int
    monthly: int
    pages: int
    rounds: int
    seed: int

    @property
    def daily(self) -> int:
        """Requests a day."""
        return self.monthly * _MONTHS // 365


def measure_store(plan: Plan, now: dt.datetime, work: Path) -> Storage:
    """Fills a store up to the day before `now` (aware), publishes from it, and weighs it."""
    store, site = Store(work / "store"), work / "site"
    for folder in (store.folder, site):
        shutil.rmtree(folder, ignore_errors=True)
    site.mkdir(parents=True)
    _fill(store, plan, now, work / "access.log")
    publish = visits("publish", "--store", store.folder, "--site-dir", site)
    tell("publishing …")
    runs = tuple(timed(publish, work)[0] for _ in range(plan.rounds))
    size = sum(path.stat().st_size for path in store.folder.rglob("*") if path.is_file())
    return Storage(plan.days, plan.daily, size, Timings(runs))


def _fill(store: Store, plan: Plan, now: dt.datetime, log: Path) -> None:
    """The last days stay open; all before them are closed."""
    for number, days in enumerate(_portions(now.date() - _ONE_DAY, plan.days)):
        is_last = days[-1] == now.date() - _ONE_DAY
        moment = now if is_last else dt.datetime.combine(days[-1] + _ONE_DAY, dt.time(1), now.tzinfo)
        tell(f"reading the requests of {days[0]} to {days[-1]} …")
        write_log(log, plan.daily * len(days), days, plan.seed + number, plan.pages)
        if is_last:
            close_days(store, moment, open_days=0)
        ingest([str(log)], store, Site(hosts=frozenset({HOST})), moment)
    log.unlink(missing_ok=True)


def _portions(last: dt.date, count: int) -> Iterator[tuple[dt.date, ...]]:
    """The days in the portions they are read in."""
    days = days_until(last, count)
    before = max(0, count - _OPEN)
    for start in range(0, before, _AT_ONCE):
        yield days[start : min(start + _AT_ONCE, before)]
    yield days[before:]
