"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def replace_file(place: Path, parts: Iterable[bytes], mode: int | None = None) -> None:
    """Writes a file in one step; its folder must be there. Of two writers the last wins. Raises OSError.

    It is not synced to the disk. Only its owner may read it, unless `mode` says otherwise.
    """
    with replacing(place, mode) as file:
        file.writelines(parts)


@contextmanager
def replacing(place: Path, mode: int | None = None) -> Iterator[BinaryIO]:
    """The same for what is written bit by bit: the file takes its place when the block is left without an error."""
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, place)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
