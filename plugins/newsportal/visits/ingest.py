"""Reading logs into a store.

The database reads lines in bulk. It reads a plain file by itself; what is compressed, comes through a pipe, is being
written to or holds bytes that are no text, it is handed in pieces, by the same queries.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb

from newsportal.visits.agents import judge
from newsportal.visits.closing import close_days, remembered, write
from newsportal.visits.database import database
from newsportal.visits.formats import Format, detect
from newsportal.visits.queries import query, quoted
from newsportal.visits.sources import STANDARD_INPUT, Source, has_letters_only, is_plain, opened
from newsportal.visits.store import SetAside, Store
from newsportal.visits.values import OPEN_DAYS, Ingested, Site

_EPOCH = dt.date(1970, 1, 1)
_AHEAD = dt.timedelta(days=1)
_EACH = "DISTINCT ON (kind, line, visitor, CASE WHEN kind = 3 THEN place END) "
"""One reading finds a request once; another may find it again."""
_DIRECTLY = """CREATE OR REPLACE TEMP VIEW lines AS SELECT line FROM read_csv(
    {path}, columns = {{'line': 'VARCHAR'}}, auto_detect = false, header = false, delim = E'\\x01', quote = '',
    escape = '', new_line = '\\n', strict_mode = true
)"""


def ingest(
    logs: Sequence[str],
    store: Store,
    site: Site,
    now: dt.datetime,
    log_format: str = "auto",
    open_days: int = OPEN_DAYS,
) -> Ingested:
    """Takes the requests of some logs into the store, each once, however often and wherever they are read.

    `now` is aware. Raises OSError (a log cannot be read, the store not written) and UnknownFormat; the store then has
    what it had before.
    """
    close_days(store, now, open_days)
    with database() as connection:
        reading = _Reading(connection, store, site, now)
        unfinished = [name for name in logs if not reading.take(name, log_format)]
        return reading.keep(tuple(unfinished))


class _Reading:
    """One call's requests, gathered in memory and then written day by day."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, store: Store, site: Site, now: dt.datetime) -> None:
        self._connection, self._store, self._now = connection, store, now
        self._readings = 0
        closed = [(day - _EPOCH).days for day in store.closed_days()]
        variables: tuple[tuple[str, str, object], ...] = (
            ("latest", "DOUBLE", (now + _AHEAD).timestamp()),
            ("prefix", "VARCHAR", site.prefix),
            ("hosts", "VARCHAR[]", sorted(host.removeprefix("www.") for host in site.hosts)),
            ("redirects", "VARCHAR[]", sorted(site.redirects)),
            ("closed", "SMALLINT[]", closed),
        )
        connection.execute(query("prepare"))
        for name, kind, value in variables:
            connection.execute(f"SET VARIABLE {name} = CAST(? AS {kind})", [value])

    def take(self, name: str, log_format: str) -> bool:
        """Reads one log; False when its last line is not finished."""
        with opened(name) as source:
            if not source.start:
                return not source.unfinished
            form = detect(name, source.head, log_format)
            if not (name != STANDARD_INPUT and is_plain(Path(name), source.start) and self._take_directly(name, form)):
                self._take_pieces(source, form)
            return not source.unfinished

    def _take_directly(self, name: str, form: Format) -> bool:
        """Has the database read the file itself; False, and nothing is changed, when it cannot, when the file has
        bytes that it takes amiss, or has grown meanwhile, as then it may have seen half a line."""
        self._connection.execute(_DIRECTLY.format(path=quoted(name)))
        before = os.stat(name)
        self._connection.execute("BEGIN")
        with ThreadPoolExecutor(1) as pool:  # the database works outside of Python's lock
            letters = pool.submit(has_letters_only, Path(name))
            try:
                self._collect(form)
            except duckdb.Error:
                self._connection.execute("ROLLBACK")
                return False
            good = letters.result()
        after = os.stat(name)
        good = good and (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
        self._connection.execute("COMMIT" if good else "ROLLBACK")
        return good

    def _take_pieces(self, source: Source, form: Format) -> None:
        lines = "CREATE OR REPLACE TEMP TABLE piece AS SELECT unnest(string_split($text, chr(10))) AS line"
        for text in source.chunks():
            self._connection.execute(lines, {"text": text})
            self._connection.execute("CREATE OR REPLACE TEMP VIEW lines AS SELECT line FROM piece")
            self._collect(form)

    def _collect(self, form: Format) -> None:
        for statement in (form.sql, query("place"), query("sort"), query("collect")):
            self._connection.execute(statement)
        self._readings += 1

    def keep(self, unfinished: tuple[str, ...]) -> Ingested:
        """Writes everything into the store."""
        self._connection.execute(query("gather"))
        judge(self._connection)
        found = self._connection.execute("SELECT DISTINCT day FROM seen WHERE kind < 8 ORDER BY day").fetchall()
        closed = set(self._store.closed_days())
        days = [day for (number,) in found if (day := _EPOCH + dt.timedelta(days=number)) not in closed]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(self._keep_day, days))
        return Ingested(tuple(days), self._keep_aside(), unfinished)

    def _keep_day(self, day: dt.date) -> None:
        key, place = self._store.key(day, self._now), self._store.open_file(day)
        fresh = query("day", each=_EACH if self._readings > 1 else "")
        rows = query("merge", fresh=fresh, former=quoted(str(place))) if place.exists() else fresh
        values: dict[str, object] = {"day": (day - _EPOCH).days, "key": key.secret}
        with self._connection.cursor() as connection:
            write(connection, rows, place, values)

    def _keep_aside(self) -> dict[str, int]:
        """Remembers the lines that count for no day; how many of them are new, by reason."""
        aside = SetAside(self._store)
        any_there = "SELECT count(*) FROM seen WHERE kind >= 8 OR list_contains(getvariable('closed'), day)"
        if self._connection.execute(any_there).fetchall() == [(0,)]:
            return {}
        before = remembered(aside)
        former = (
            f"UNION SELECT reason, line FROM read_parquet({quoted(str(aside.file))})" if aside.file.exists() else ""
        )
        write(self._connection, query("aside", former=former), aside.file, {"key": aside.key(self._now).secret})
        return {reason: n - before.get(reason, 0) for reason, n in sorted(remembered(aside).items())}
