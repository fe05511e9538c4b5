"""`visits.py`: from access logs to the site's figures."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsportal.commands.console import CommandError, Console
from newsportal.commands.hosting import workplace
from newsportal.commands.locking import exclusive
from newsportal.commands.places import existing_config
from newsportal.text import ZONE, english_date, vietnamese_date

if TYPE_CHECKING:
    from newsportal.commands.addresses import Address
    from newsportal.visits.store import Store
    from newsportal.visits.values import Ingested, Site

_PATIENCE_MINUTES = 10
_STORE = ".visits"
_MOST_OPEN_DAYS = 366
_READABLE = 0o644
_REDIRECTS = "redirects.map"
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the site is, as the configuration says unless the command line does."""

    prefix: str
    hosts: tuple[str, ...]
    site: Path


def run(options: argparse.Namespace, console: Console) -> int:
    """Does what was asked for; logs with broken lines are no failure."""
    if not 1 <= getattr(options, "open_days", 1) <= _MOST_OPEN_DAYS:
        raise CommandError("visits.open_days", 2)
    now = dt.datetime.now(ZONE)
    if options.action == "ingest":
        _ingest(options, console, now)
    if options.action == "publish" or getattr(options, "publish", False):
        _publish(options, console, now)
    if options.action == "report":
        _report(options, console, now)
    return 0


def _ingest(options: argparse.Namespace, console: Console, now: dt.datetime) -> None:
    from newsportal.visits.ingest import ingest
    from newsportal.visits.values import UnknownFormat

    for log in options.logs:
        _assert_readable(log)
    site = _site(options)
    with _locked_store(options, console) as store:
        try:
            done = ingest(options.logs, store, site, now, options.format, options.open_days)
        except UnknownFormat as error:
            raise CommandError("visits.no_fields", path=error) from error
    _tell(done, console)


def _tell(done: Ingested, console: Console) -> None:
    if done.days:
        first, last = (_date(day, console.language) for day in (done.days[0], done.days[-1]))
        console.say("visits.ingested", days=len(done.days), first=first, last=last)
    else:
        console.say("visits.nothing")
    for reason, n in done.set_aside.items():
        if n:
            console.say(f"visits.{reason}", n=n)
    for path in done.unfinished:
        console.say("visits.unfinished", path=path)


def _publish(options: argparse.Namespace, console: Console, now: dt.datetime) -> None:
    from newsportal.atomic import replace_file
    from newsportal.visits.closing import close_days
    from newsportal.visits.engines import DEFAULT
    from newsportal.visits.figures import figures
    from newsportal.visits.statsfile import STATS_FILE, published_files

    site = options.site_dir.resolve() if options.site_dir else _place(options).site
    if not site.is_dir():
        raise CommandError("visits.no_site", site=site)
    with _locked_store(options, console) as store:
        close_days(store, now, options.open_days)
        with _engine(options):
            statistics = figures(store, now, getattr(options, "engine", DEFAULT))
        files = published_files(statistics)
        replace_file(store.stats_file, [files[STATS_FILE]])
        for path, data in files.items():
            place = site / path
            if not place.is_file() or place.read_bytes() != data:
                place.parent.mkdir(parents=True, exist_ok=True)
                replace_file(place, [data], _READABLE)
    totals, since = statistics.totals, _date(statistics.since, console.language)
    console.say("visits.published", site=site, views=totals.views, visits=totals.visits, since=since)


def _report(options: argparse.Namespace, console: Console, now: dt.datetime) -> None:
    from newsportal.commands.visits_report import print_report, write_csv
    from newsportal.visits.figures import figures, sums

    if options.csv is not None and (options.csv.is_dir() or not options.csv.absolute().parent.is_dir()):
        raise CommandError("visits.csv", 2, path=options.csv)
    if not _store_folder(options).is_dir():
        raise CommandError("visits.no_store", store=_store_folder(options))
    with _locked_store(options, console) as store, _engine(options):
        statistics = figures(store, now, options.engine)
        first, last = statistics.since, max([statistics.since, *(day.date for day in statistics.days)])
        if options.year is not None:
            first, last = dt.date(options.year, 1, 1), dt.date(options.year, 12, 31)
        most = sums(store, first, last, options.engine)
    if options.csv is not None:
        write_csv(options.csv, statistics, first, last, console)
    print_report(statistics, most, first, last, console)


def _assert_readable(log: str) -> None:
    """A log that cannot be read is told before anything is done."""
    if log == "-":
        return
    try:
        open(log, "rb").close()
    except OSError as error:
        raise CommandError("visits.no_log", path=log, detail=error.strerror) from error


@contextmanager
def _engine(options: argparse.Namespace) -> Iterator[None]:
    from newsportal.visits.engines import EngineLacking

    try:
        yield
    except EngineLacking as error:
        raise CommandError("visits.engine", 2, engine=options.engine) from error


@contextmanager
def _locked_store(options: argparse.Namespace, console: Console) -> Iterator[Store]:
    """The store, which nobody else changes meanwhile."""
    from newsportal.visits.store import Store

    store = Store(_store_folder(options))
    store.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with exclusive(
            store.lock_file, lambda: console.complain("visits.waiting", store=store.folder), _PATIENCE_MINUTES * 60
        ):
            store.prepare()
            yield store
    except TimeoutError as error:
        raise CommandError("visits.busy", store=store.folder, minutes=_PATIENCE_MINUTES) from error


def _store_folder(options: argparse.Namespace) -> Path:
    if options.store is not None:
        return Path(options.store).resolve()
    return existing_config(options.config_file).parent / _STORE


def _site(options: argparse.Namespace) -> Site:
    from newsportal.visits.values import Site

    place = _place(options)
    if not place.prefix.startswith("/"):
        raise CommandError("visits.prefix", 2, prefix=place.prefix)
    prefix = place.prefix.rstrip("/") + "/"
    return Site(prefix, frozenset(host.lower() for host in place.hosts), _redirects(place.site / _REDIRECTS, prefix))


def _place(options: argparse.Namespace) -> _Place:
    """What the command line leaves open comes from the configuration."""
    prefix, hosts = getattr(options, "prefix", ""), getattr(options, "host", [])
    if prefix is not None and hosts is not None and options.site_dir is not None:
        return _Place(prefix, tuple(hosts), options.site_dir.resolve())
    from newsportal.commands.addresses import plain_address

    known = plain_address(existing_config(options.config_file)) or _loaded_address(options)
    return _Place(
        prefix if prefix is not None else known.prefix,
        tuple(hosts) if hosts is not None else (known.host,),
        options.site_dir.resolve() if options.site_dir else known.site,
    )


def _loaded_address(options: argparse.Namespace) -> Address:
    """The same as MkDocs understands it."""
    from newsportal.commands.addresses import Address

    known = workplace(options)
    return Address(known.settings.base_path, urlsplit(known.settings.site_url).hostname or "", known.site)


def _redirects(path: Path, prefix: str) -> frozenset[str]:
    """The old addresses in a map of redirects, one a line before the new one; none when there is no map."""
    if not path.is_file():
        return frozenset()
    with path.open(encoding="utf-8", errors="replace") as lines:
        old = [_old_address(line.rpartition(" ")[0]) for line in lines]
    return frozenset("/" + address.removeprefix(prefix) for address in old if address.startswith(prefix))


def _old_address(word: str) -> str:
    """One word of nginx's settings (`views/redirects.py`): plain, or in quotes with backslashes before some letters."""
    quoted = word.startswith('"') and word.endswith('"') and len(word) > 1
    return _ESCAPED.sub(r"\1", word[1:-1]) if quoted else word


def _date(day: dt.date, language: str) -> str:
    return vietnamese_date(day) if language == "vi" else english_date(day)
