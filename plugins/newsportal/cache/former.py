"""The findings of the last build, carried over to the next one in another process."""

from __future__ import annotations

import gc
import mmap
import pickle
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from newsportal.atomic import replace_file

_CHECK = 4
"""Bytes of a checksum."""
_FORGOTTEN = 30 * 86400.0
"""Seconds after which a file goes that nobody wrote again: its content folder was renamed, or its writer killed."""


class FormerBuild:
    """A value in a file of its own below `folder`, as one program left it for itself.

    `kind` names what is built (two configurations do not share their findings), `program` the code that understands
    the value: what another version wrote is as good as nothing, and so is what is damaged.
    """

    def __init__(self, folder: Path, kind: bytes, program: bytes) -> None:
        self.kind = kind
        self.file = folder / f"build-{kind.hex()[:16]}.pickle"
        self._program = program

    def __eq__(self, other: object) -> bool:
        """Whether what one keeps the other finds."""
        return isinstance(other, FormerBuild) and (self.file, self._program) == (other.file, other._program)

    def __hash__(self) -> int:
        return hash((self.file, self._program))

    def read(self) -> Any:
        """The value; None when there is no sound one."""
        try:
            with self.file.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return self._understood(data)
        except (OSError, ValueError):  # the latter when it is empty
            return None

    def _understood(self, data: mmap.mmap) -> Any:
        start = _CHECK + len(self._program)
        if data[_CHECK:start] != self._program:
            return None
        with memoryview(data) as whole, whole[_CHECK:] as checked, whole[start:] as value:
            return _unpickled(value) if _checksum(checked) == data[:_CHECK] else None

    def write(self, value: object) -> None:
        """Keeps a value, in one step. Where the disk refuses, the next build starts from nothing."""
        data = self._program + pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._clear()
            replace_file(self.file, (_checksum(memoryview(data)), data))

    def _clear(self) -> None:
        folder = self.file.parent
        for file in (*folder.glob("build-*.pickle"), *folder.glob(".build-*.tmp")):
            with suppress(OSError):
                if file.stat().st_mtime < time.time() - _FORGOTTEN:
                    file.unlink()


def _checksum(data: memoryview) -> bytes:
    """A CRC-32: it is to find damage, not malice, in tens of megabytes at every build."""
    return zlib.crc32(data).to_bytes(_CHECK, "big")


def _unpickled(data: memoryview) -> Any:
    """The value. Its checksum was right, so it is what this program wrote; a class may still have gone."""
    collecting = gc.isenabled()
    gc.disable()  # hundreds of thousands of objects come and none goes: looking for garbage would triple the time
    try:
        return pickle.loads(data)
    except (pickle.UnpicklingError, AttributeError, ImportError, EOFError, TypeError, ValueError):
        return None
    finally:
        if collecting:
            gc.enable()
