"""DuckDB, the embedded engine: always there, in memory, told of files by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from types import MappingProxyType
from typing import Any

import duckdb

from newsportal.visits.queries import query, quoted
from newsportal.visits.store import Store

_CONFIGURATION: Mapping[str, str] = MappingProxyType({
    "preserve_insertion_order": "false",
    "temp_directory": "",  # what does not fit into memory is not put on a disk
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
})  # fmt: skip
Row = tuple[Any, ...]


def database() -> duckdb.DuckDBPyConnection:
    """A database in memory that writes nothing anywhere unless told to and knows no zone but UTC."""
    connection = duckdb.connect(config=dict(_CONFIGURATION))
    connection.execute("SET TimeZone = 'UTC'")
    return connection


def aggregate(connection: duckdb.DuckDBPyConnection, files: Sequence[str]) -> None:
    """Makes the table `aggregated` of the open days' files."""
    listed = ", ".join(map(quoted, files))
    if files:
        connection.execute(f"CREATE OR REPLACE TEMP VIEW requests AS SELECT * FROM read_parquet([{listed}])")
    else:
        connection.execute(query("empty"))
    connection.execute("CREATE OR REPLACE TEMP TABLE aggregated AS " + query("aggregate"))


class DuckDB(AbstractContextManager["DuckDB"]):
    """The embedded engine."""

    def __init__(self, store: Store) -> None:
        self._connection = database()
        aggregate(self._connection, store.open_files())
        closed = ", ".join(map(quoted, store.closed_files()))
        more = f" UNION ALL SELECT day, kind, key, n FROM read_parquet([{closed}])" if closed else ""
        self._connection.execute(
            "CREATE TEMP TABLE counts AS SELECT day, kind, key, n::BIGINT AS n FROM aggregated" + more
        )

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def rows(self, name: str, **places: object) -> Sequence[Row]:
        """What the query of this name finds."""
        return self._connection.execute(query(name, **places)).fetchall()
