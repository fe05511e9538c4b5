"""Where the figures are kept: a folder of small files, each replaced whole.

    open/2026-11-24.parquet    requests of a day that still takes lines: hashes, paths, no address, no agent
    open/2026-11-24.key        the key of these hashes and when the day was opened, for the owner's eyes only
    days/2026-11-24.parquet    a closed day: counts
    set-aside/                 how many lines were broken or came too late
    stats.json                 what was published last

A day's key is on the disk before anything hashed with it, and a closed day before its key goes: wherever a process is
killed, running it again ends as if it had not been.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from newsportal.atomic import replace_file

_KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class Key:
    """What a day's hashes are made with, and when the first line came for it."""

    secret: str
    opened: dt.datetime


@dataclass(frozen=True, slots=True)
class Store:
    """The files below one folder."""

    folder: Path

    def prepare(self) -> None:
        """Makes the folders, for their owner only, and removes what killed processes left unfinished."""
        for folder in (self.folder, self.folder / "open", self.folder / "days", self.folder / "set-aside"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for left in folder.glob(".*.tmp"):
                left.unlink(missing_ok=True)
        for day in self.open_days():
            if self.closed_file(day).exists():
                self.destroy(day)

    @property
    def stats_file(self) -> Path:
        """The figures that were published last."""
        return self.folder / "stats.json"

    @property
    def lock_file(self) -> Path:
        """Held by whoever changes the store."""
        return self.folder / "lock"

    def open_file(self, day: dt.date) -> Path:
        """The rows of a day that still takes lines."""
        return self.folder / "open" / f"{day.isoformat()}.parquet"

    def closed_file(self, day: dt.date) -> Path:
        """The counts of a closed day."""
        return self.folder / "days" / f"{day.isoformat()}.parquet"

    def open_days(self) -> tuple[dt.date, ...]:
        """The days that have a key."""
        return _days(self.folder / "open", ".key")

    def closed_days(self) -> tuple[dt.date, ...]:
        """The days that take no line any more."""
        return _days(self.folder / "days", ".parquet")

    def open_files(self) -> list[str]:
        """The files of open days."""
        return [str(path) for day in self.open_days() if (path := self.open_file(day)).exists()]

    def closed_files(self) -> list[str]:
        """The files of closed days."""
        return [str(self.closed_file(day)) for day in self.closed_days()]

    def key(self, day: dt.date, now: dt.datetime) -> Key:
        """The day's key, made now when it has none."""
        return _kept_key(self._key_file(day), now)

    def existing_key(self, day: dt.date) -> Key:
        """The key of an open day."""
        return _read_key(self._key_file(day))

    def destroy(self, day: dt.date) -> None:
        """Removes a closed day's key, then its rows."""
        _destroy(self._key_file(day))
        self.open_file(day).unlink(missing_ok=True)

    def _key_file(self, day: dt.date) -> Path:
        return self.folder / "open" / f"{day.isoformat()}.key"


@dataclass(frozen=True, slots=True)
class SetAside:
    """Lines that count for no day, as keyed hashes for a while, so that a log read again does not tell of them twice;
    then as numbers."""

    store: Store

    @property
    def file(self) -> Path:
        """The hashes of this while."""
        return self.store.folder / "set-aside" / "lines.parquet"

    @property
    def _key_file(self) -> Path:
        return self.store.folder / "set-aside" / "lines.key"

    @property
    def _counts_file(self) -> Path:
        return self.store.folder / "set-aside" / "counts.json"

    def key(self, now: dt.datetime) -> Key:
        """The key of this while."""
        return _kept_key(self._key_file, now)

    def is_due(self, now: dt.datetime, after: dt.timedelta) -> bool:
        """Whether the while is over."""
        try:
            return _read_key(self._key_file).opened + after <= now
        except FileNotFoundError:
            return False
        except ValueError:  # killed while it was being destroyed
            _destroy(self._key_file)
            return False

    def counts(self) -> dict[str, int]:
        """Lines by reason from the whiles that are over."""
        return self._record()[1]

    def collapse(self, found: dict[str, int]) -> None:
        """Adds this while's counts to the earlier ones, once, and forgets its hashes."""
        opened = _read_key(self._key_file).opened.isoformat()
        until, counts = self._record()
        if until != opened:
            summed = {reason: counts.get(reason, 0) + found.get(reason, 0) for reason in sorted({*counts, *found})}
            _write_json(self._counts_file, {"until": opened, "counts": summed})
        self.file.unlink(missing_ok=True)
        _destroy(self._key_file)

    def _record(self) -> tuple[str, dict[str, int]]:
        """When the last while began that is counted, and the counts."""
        try:
            record = json.loads(self._counts_file.read_bytes())
        except FileNotFoundError:
            return "", {}
        return record["until"], record["counts"]


def _days(folder: Path, ending: str) -> tuple[dt.date, ...]:
    return tuple(sorted(_dated(folder, ending)))


def _dated(folder: Path, ending: str) -> Iterator[dt.date]:
    for path in folder.glob(f"*{ending}"):
        with suppress(ValueError):  # a file that somebody else put there
            yield dt.date.fromisoformat(path.name.removesuffix(ending))


def _kept_key(path: Path, now: dt.datetime) -> Key:
    if not path.exists():
        _write_json(path, {"key": secrets.token_hex(_KEY_BYTES), "opened": now.isoformat()})
    return _read_key(path)


def _read_key(path: Path) -> Key:
    record = json.loads(path.read_bytes())
    return Key(record["key"], dt.datetime.fromisoformat(record["opened"]))


def _write_json(path: Path, record: object) -> None:
    replace_file(path, [json.dumps(record, sort_keys=True).encode()])


def _destroy(key: Path) -> None:
    """Overwrites the key before its file goes, for disks that would keep it."""
    with suppress(FileNotFoundError):
        with open(key, "r+b") as file:
            file.write(bytes(key.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        key.unlink()
