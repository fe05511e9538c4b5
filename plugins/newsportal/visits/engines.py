"""The engines that turn requests into counts: DuckDB, always there, and others that run the same SQL.

The queries `aggregate` and `publish_*` are written once, in DuckDB's dialect; sqlglot translates them for the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from newsportal.visits.database import DuckDB, Row
from newsportal.visits.store import Store

DEFAULT = "duckdb:"
CLICKHOUSE = "chdb:"


class Engine(Protocol):
    """Has a relation `counts` (day, kind, key, n) of a whole store, closed days and open ones."""

    def rows(self, name: str, **places: object) -> Sequence[Row]:
        """What the query of this name finds; a day is a date."""
        ...


class EngineLacking(Exception):
    """The engine's library is not installed, or there is no such engine; the message is the engine's URL."""


def engine(url: str, store: Store) -> AbstractContextManager[Engine]:
    """The engine of this URL, looking at a store, for a `with`. Raises EngineLacking."""
    if url == DEFAULT:
        return DuckDB(store)
    if url != CLICKHOUSE:
        raise EngineLacking(url)
    from newsportal.visits.clickhouse import ClickHouse

    try:
        return ClickHouse(store)
    except ImportError as error:
        raise EngineLacking(url) from error
