"""Closing days: rows become counts, and what could tell visitors apart is destroyed."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import duckdb

from newsportal.visits.database import aggregate, database
from newsportal.visits.queries import quoted
from newsportal.visits.store import SetAside, Store
from newsportal.visits.values import OPEN_DAYS

_FORM = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1"
"""Most of a file is hashes, which no effort makes smaller."""


def close_days(store: Store, now: dt.datetime, open_days: int = OPEN_DAYS) -> tuple[dt.date, ...]:
    """Closes the days whose first line came `open_days` ago or earlier. Returns them. Raises OSError."""
    store.prepare()
    while_open = dt.timedelta(days=open_days)
    aside = SetAside(store)
    if aside.is_due(now, while_open):
        aside.collapse(remembered(aside))
    due = [day for day in store.open_days() if store.existing_key(day).opened + while_open <= now]
    if due:
        with database() as connection:
            for day in due:
                _close(connection, store, day)
    return tuple(due)


def _close(connection: duckdb.DuckDBPyConnection, store: Store, day: dt.date) -> None:
    rows = store.open_file(day)
    if rows.exists():  # a key without rows is what a killed call left
        aggregate(connection, [str(rows)])
        write(
            connection,
            "SELECT day, kind, key, n::BIGINT AS n FROM aggregated ORDER BY kind, key",
            store.closed_file(day),
        )
    store.destroy(day)


def remembered(aside: SetAside) -> dict[str, int]:
    """How many lines were set aside in this while, by reason."""
    if not aside.file.exists():
        return {}
    with database() as connection:
        counted = f"SELECT reason, count(*) FROM read_parquet({quoted(str(aside.file))}) GROUP BY reason"
        return dict(connection.execute(counted).fetchall())


def write(
    connection: duckdb.DuckDBPyConnection, rows: str, place: Path, values: dict[str, object] | None = None
) -> None:
    """Writes what a query finds into a file, whole or not at all."""
    unfinished = place.with_name(f".{place.name}.tmp")
    connection.execute(f"COPY ({rows}) TO {quoted(str(unfinished))} ({_FORM})", values)
    os.replace(unfinished, place)
