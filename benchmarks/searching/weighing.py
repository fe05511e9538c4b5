"""How much room files take, on a disk and on the way to a browser."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

from searching.figures import Size
from searching.settings import media_type

_LEVEL = 6


def weigh(files: Iterable[Path], compressed: frozenset[str]) -> Size:
    """The size of files; those of a type in `compressed` are sent in gzip."""
    sizes = [_one(file, compressed) for file in files]
    return Size(len(sizes), sum(raw for raw, _ in sizes), sum(sent for _, sent in sizes))


def _one(file: Path, compressed: frozenset[str]) -> tuple[int, int]:
    content = file.read_bytes()
    packed = gzip.compress(content, _LEVEL) if media_type(file) in compressed else content
    return len(content), len(packed)
