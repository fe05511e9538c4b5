"""Bytes kept between builds, found by the mark of their content."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from newsportal.outputs import Output, mark_of

_Result = TypeVar("_Result")
_VERSION = 2
_PATIENCE = 30.0
"""Seconds to wait while another build writes."""

_PAGE_BYTES = 16384
"""Of the file: contents are some of these long, and small ones cost time each."""

_GENERATIONS = 4
"""Builds of each kind whose bytes are kept."""

_FORGOTTEN = 30 * 86400.0
"""Seconds after which a kind of build that never came again keeps nothing any more."""

_YOUNG = 3600.0
"""Seconds for which bytes are kept whoever uses them: their build may be under way."""

_TABLES = """
    CREATE TABLE IF NOT EXISTS contents (mark BLOB PRIMARY KEY, made REAL NOT NULL, content BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS builds (
        number INTEGER PRIMARY KEY, kind BLOB NOT NULL, made REAL NOT NULL, marks BLOB NOT NULL
    );
"""
_KEEP = """
    INSERT INTO contents VALUES (?, ?, ?) ON CONFLICT (mark) DO UPDATE SET made = excluded.made,
    content = excluded.content WHERE made < excluded.made - ? OR content <> excluded.content
"""
"""Adds a content. One that is there becomes young again, so that no other build forgets it just now, and sound."""


class Store:
    """A database of contents below `folder`, safe for several builds and for their worker processes at once.

    A mark is the digest of the content, so every row vouches for itself: what does not is as good as none. A file that
    is no sound database is replaced by an empty one. Nothing here raises: where the disk is full or read-only, less is
    remembered.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / f"contents-v{_VERSION}.sqlite"
        self._connection: sqlite3.Connection | None = None
        self._owner = 0
        self._inherited: list[sqlite3.Connection] = []
        self._known: frozenset[bytes] | None = None

    def keep(self, contents: Iterable[bytes], at_hand: bool = False) -> list[Output]:
        """The contents as outputs that are read from here; held in memory where they are wanted `at_hand`, and where
        they cannot be stored."""
        made = [(mark_of(content), content) for content in contents]
        now = time.time()

        def insert(database: sqlite3.Connection) -> bool:
            database.executemany(_KEEP, ((mark, now, content, _YOUNG / 2) for mark, content in made))
            return True

        stored = self._attempt(insert, False, write=True)
        is_left_here = stored and not at_hand
        return [Output(mark, partial(self.fetch, mark) if is_left_here else content) for mark, content in made]

    def find(self, mark: bytes) -> bytes | None:
        """The content; None where it is unknown or damaged."""
        query = "SELECT content FROM contents WHERE mark = ?"
        row = self._attempt(lambda database: database.execute(query, (mark,)).fetchone(), None)
        if row is None:
            return None
        if isinstance(row[0], bytes) and mark_of(row[0]) == mark:
            return row[0]
        self._attempt(lambda database: database.execute("DELETE FROM contents WHERE mark = ?", (mark,)), None, True)
        return None

    def fetch(self, mark: bytes) -> bytes:
        """The content of a known mark; raises OSError when it was lost meanwhile."""
        found = self.find(mark)
        if found is None:
            raise FileNotFoundError(f"{self.file} has lost {mark.hex()}")
        return found

    def known(self) -> frozenset[bytes]:
        """The marks of everything in the store, when this was first asked or something kept since."""
        if self._known is None:
            query = "SELECT mark FROM contents"
            self._known = self._attempt(
                lambda database: frozenset(mark for (mark,) in database.execute(query)), frozenset()
            )
        return self._known

    def finish(self, used: Iterable[bytes], kind: bytes = b"") -> None:
        """Notes what a build has used, and forgets what none of the last builds of any kind has.

        `kind` tells apart builds that take turns, such as a preview and the publications beside it.
        """
        marks, now = b"".join(sorted(set(used))), time.time()

        def note(database: sqlite3.Connection) -> bool:
            own = database.execute("SELECT number, marks FROM builds WHERE kind = ? ORDER BY number DESC", (kind,))
            builds = own.fetchall()
            if builds and builds[0][1] == marks:
                database.execute("UPDATE builds SET made = ? WHERE number = ?", (now, builds[0][0]))
                return False
            old = [(number,) for number, _ in builds[_GENERATIONS - 1 :]]
            database.executemany("DELETE FROM builds WHERE number = ?", old)
            database.execute("DELETE FROM builds WHERE made < ?", (now - _FORGOTTEN,))
            database.execute("INSERT INTO builds (kind, made, marks) VALUES (?, ?, ?)", (kind, now, marks))
            return self._forget(database)

        if self._attempt(note, False, write=True):  # as a script, or only one page would be given back
            self._attempt(lambda database: database.executescript("PRAGMA incremental_vacuum"), None)

    @staticmethod
    def _forget(database: sqlite3.Connection) -> bool:
        kept = {mark for (marks,) in database.execute("SELECT marks FROM builds") for mark in _split(marks)}
        old = database.execute("SELECT mark FROM contents WHERE made < ?", (time.time() - _YOUNG,))
        unused = [(mark,) for (mark,) in old if mark not in kept]
        database.executemany("DELETE FROM contents WHERE mark = ?", unused)
        return bool(unused)

    def close(self) -> None:
        """Lets go of the file."""
        if self._connection is not None and self._owner != os.getpid():
            self._inherited.append(self._connection)
        elif self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _attempt(self, work: Callable[[sqlite3.Connection], _Result], failed: _Result, write: bool = False) -> _Result:
        """What `work` gives; `failed` where that does not succeed. After damage the file is made anew."""
        self._known = None if write else self._known
        try:
            database = self._opened()
            result = _in_transaction(database, work) if write else work(database)
        except sqlite3.OperationalError:
            return failed  # locked for too long, a full disk, no permission: the build goes on without
        except sqlite3.DatabaseError:
            self._drop()
            return failed
        except OSError:
            return failed
        return result

    def _opened(self) -> sqlite3.Connection:
        """This process's own connection: one that came through a fork must not be used, not even to close it."""
        if self._connection is not None and self._owner != os.getpid():
            self._inherited.append(self._connection)
            self._connection = None
        if self._connection is None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self.file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            if database.execute("PRAGMA page_count").fetchone() == (0,):  # later it would wait for those who write
                database.execute("PRAGMA auto_vacuum = INCREMENTAL")
                database.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
            database.execute("PRAGMA journal_mode = WAL")
            # Not synced to the disk: after a power cut the marks tell what is whole.
            database.execute("PRAGMA synchronous = OFF")
            database.executescript(_TABLES)
            self._connection, self._owner = database, os.getpid()
        return self._connection

    def _drop(self) -> None:
        self.close()
        self._known = None
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self.file.with_name(self.file.name + suffix).unlink()


def _in_transaction(database: sqlite3.Connection, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
    database.execute("BEGIN IMMEDIATE")
    try:
        result = work(database)
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise
    return result


def _split(marks: bytes) -> Iterator[bytes]:
    size = len(mark_of(b""))
    return (marks[at : at + size] for at in range(0, len(marks), size))
