"""ClickHouse, embedded (chDB): the same queries, translated. A cluster of ClickHouse speaks the same dialect."""

from __future__ import annotations

import datetime as dt
import importlib
import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

import sqlglot

from newsportal.visits.queries import query, quoted
from newsportal.visits.store import Store

_OPEN = (
    "day Date32, kind String, request UInt64, visitor UInt64, clock Int32, partial Bool, path String, referrer String, "
    "who String, name String, stated Int32, single Bool"
)
_CLOSED = "day Date32, kind String, key String, n Int64"


class ClickHouse(AbstractContextManager["ClickHouse"]):
    """Looks at the files of a store. Raises ImportError when chDB is not installed."""

    def __init__(self, store: Store) -> None:
        self._session: Any = importlib.import_module("chdb.session").Session()
        self._relation("requests", _OPEN, store.open_files())
        self._relation("closed", _CLOSED, store.closed_files())
        self._run("CREATE VIEW aggregated AS " + translated(query("aggregate")))
        self._run(
            "CREATE TABLE counts ENGINE = Memory AS SELECT day, kind, key, toInt64(n) AS n FROM aggregated "
            "UNION ALL SELECT day, kind, key, n FROM closed"
        )

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def rows(self, name: str, **places: object) -> Sequence[tuple[Any, ...]]:
        """What the query of this name finds."""
        found = str(self._run(translated(query(name, **places)), "JSONCompactEachRow"))
        return [_typed(json.loads(line)) for line in found.splitlines()]

    def _relation(self, name: str, columns: str, files: Sequence[str]) -> None:
        self._run(f"CREATE TABLE {name} ({columns}) ENGINE = Memory")
        for file in files:
            self._run(f"INSERT INTO {name} SELECT * FROM file({quoted(file)}, Parquet)")

    def _run(self, sql: str, output: str = "CSV") -> Any:
        return self._session.query(sql, output)


def translated(sql: str) -> str:
    """A query of DuckDB's in the dialect of ClickHouse."""
    return sqlglot.transpile(sql, read="duckdb", write="clickhouse")[0]


def _typed(row: Sequence[Any]) -> tuple[Any, ...]:
    """JSON has no dates and quotes large numbers; a first column that looks like a day is one."""
    first, *others = row
    return (_day(first), *others)


def _day(value: Any) -> Any:
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        return value
