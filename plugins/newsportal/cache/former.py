"""The findings of the last build, carried over to the next one in another process."""

from __future__ import annotations

import gc
import mmap
import os
import pickle
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from newsportal.atomic import replacing
from newsportal.cache.delta import applied, difference

_CHECK = 4
"""Bytes of a checksum."""
_LITTLE = 0.1
"""The part of a file up to which a change is kept beside it."""
_FORGOTTEN = 30 * 86400.0
"""Seconds after which a file goes that nobody wrote again: its content folder was renamed, or its writer killed."""


class FormerBuild:
    """A value in files of its own below `folder`, as one program left it for itself.

    `kind` names what is built (two configurations do not share their findings), `program` the code that understands
    the value: what another version wrote is as good as nothing, and so is what is damaged.
    """

    def __init__(self, folder: Path, kind: bytes, program: bytes) -> None:
        self.kind = kind
        self.file = folder / f"build-{kind.hex()[:16]}.pickle"
        self.delta = self.file.with_suffix(".delta")
        self._program = program
        self._base = _Base()

    def __eq__(self, other: object) -> bool:
        """Whether what one keeps the other finds."""
        return isinstance(other, FormerBuild) and (self.file, self._program) == (other.file, other._program)

    def __hash__(self) -> int:
        return hash((self.file, self._program))

    def read(self) -> Any:
        """The value; None when there is no sound one."""
        self._base = _Base(*self._read(self.file, self._program))
        tie = self._base.tie
        delta, _ = self._read(self.delta, tie) if tie else (None, b"")
        return self._base.value if delta is None else applied(self._base.value, delta)

    @staticmethod
    def _read(place: Path, head: bytes) -> tuple[Any, bytes]:
        """What is in a file that begins with `head`, and what ties others to it; or nothing."""
        try:
            with place.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return _understood(data, head)
        except (OSError, ValueError):  # the latter when it is empty
            return None, b""

    def write(self, value: object) -> None:
        """Keeps a value, in one step: in a file beside the one that was read, where little differs from that.

        Where the disk refuses, the next build starts from what there is.
        """
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            if not (self._base.tie and self._is_added(self._base, value)):
                with _kept(self.file, self._program) as file:
                    pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
                self.delta.unlink(missing_ok=True)
                self._clear()

    def _is_added(self, base: _Base, value: object) -> bool:
        """Whether what is new could be kept beside the base, as it is short."""
        data = pickle.dumps(difference(base.value, value), pickle.HIGHEST_PROTOCOL)
        if len(data) > int.from_bytes(base.tie[_CHECK:], "big") * _LITTLE:
            return False
        with _kept(self.delta, base.tie) as file:
            file.write(data)
        os.utime(self.file)  # it is in use
        return True

    def _clear(self) -> None:
        folder = self.file.parent
        for file in (*folder.glob("build-*.*"), *folder.glob(".build-*.tmp")):
            with suppress(OSError):
                if file.stat().st_mtime < time.time() - _FORGOTTEN:
                    file.unlink()


@dataclass(frozen=True, slots=True)
class _Base:
    """The value in the larger file, and what ties the smaller one to it: checksum and length, empty for no value."""

    value: Any = None
    tie: bytes = b""


def _understood(data: mmap.mmap, head: bytes) -> tuple[Any, bytes]:
    if data[: len(head)] != head or len(data) < len(head) + _CHECK:
        return None, b""
    with memoryview(data) as whole, whole[:-_CHECK] as checked, checked[len(head) :] as value:
        check = zlib.crc32(checked).to_bytes(_CHECK, "big")
        found = _unpickled(value) if check == data[-_CHECK:] else None
        return (None, b"") if found is None else (found, check + len(data).to_bytes(8, "big"))


class _Summed:
    """A file with a CRC-32 of all that is written: it is to find damage, not malice, in tens of megabytes at every
    build."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.sum = 0

    def write(self, data: bytes | memoryview) -> int:
        """Adds to the file."""
        self.sum = zlib.crc32(data, self.sum)
        return self._file.write(data)


@contextmanager
def _kept(place: Path, head: bytes) -> Iterator[_Summed]:
    """A file that begins with `head` and ends with the sum of all. What is written is never in memory as a whole: it is
    hundreds of megabytes long for ten thousands of items."""
    with replacing(place) as file:
        summed = _Summed(file)
        summed.write(head)
        yield summed
        file.write(summed.sum.to_bytes(_CHECK, "big"))


def _unpickled(data: memoryview) -> Any:
    """The value. Its checksum was right, so it is what this program wrote; a class may still have gone."""
    collecting = gc.isenabled()
    gc.disable()  # hundreds of thousands of objects come and none goes: looking for garbage would triple the time
    try:
        return pickle.loads(data)
    except (pickle.UnpicklingError, AttributeError, ImportError, EOFError, TypeError, ValueError):
        return None
    finally:
        gc.freeze()  # they stay, or go when nobody needs them: no reason to go through them ever
        if collecting:
            gc.enable()
