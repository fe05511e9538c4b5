"""Logs as lines: plain, gzip or zstd, a file or standard input, and whatever bytes strangers put into them."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import zstandard

STANDARD_INPUT = "-"
_BLOCK = 16 * 2**20
_LONGEST = 2**20
"""Of a line without end so much is kept; longer ones are broken anyway."""
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_HEAD_BYTES, _HEAD_LINES = 256 * 1024, 50
_DAMAGED = (OSError, EOFError, zlib.error, zstandard.ZstdError)


@dataclass(slots=True)
class Source:
    """One log, opened; `head` are its first lines, and `unfinished` is set when its last line may be cut."""

    name: str
    stream: IO[bytes]
    start: bytes
    unfinished: bool = False

    @property
    def head(self) -> list[str]:
        """The first lines, for telling the format."""
        return [line.decode("utf-8", "replace") for line in self.start.split(b"\n")[:_HEAD_LINES]]

    def chunks(self) -> Iterator[str]:
        """The text in pieces of whole lines. A byte that is no UTF-8 is shown as an escape, so none is lost."""
        rest = b""
        for block in self._blocks():
            whole, mark, rest = (rest + block).rpartition(b"\n")
            if mark:
                yield whole.decode("utf-8", "backslashreplace")
            rest = rest[:_LONGEST]
        if rest and _is_whole(rest, self.start):
            yield rest.decode("utf-8", "backslashreplace")
        elif rest:
            self.unfinished = True

    def _blocks(self) -> Iterator[bytes]:
        yield self.start
        try:
            while block := self.stream.read(_BLOCK):
                yield block
        except _DAMAGED:
            self.unfinished = True  # a cut archive: what came before the cut is good


def _is_whole(last: bytes, start: bytes) -> bool:
    """Whether a last line without a line break is complete: it ends as lines of its log do, none of them in a field
    of free length. Otherwise the server may be just writing it, and the next call sees all of it."""
    text = last.rstrip()
    first = start.lstrip().split(b"\n", 1)[0]
    if first.startswith(b"{"):
        return text.endswith(b"}")
    return text.endswith(b'"') and not text.endswith(b'\\"') and text.count(b'"') == first.count(b'"')


def is_plain(path: Path) -> bool:
    """Whether the database may read the file itself: not compressed, its last line finished, and no wildcard in
    its name."""
    with open(path, "rb") as file:
        start = file.read(4)
        if not start or start.startswith((_GZIP, _ZSTD)) or set("*?[]{}") & set(str(path)):
            return False
        file.seek(-1, io.SEEK_END)
        return file.read(1) == b"\n"


@contextmanager
def opened(name: str) -> Iterator[Source]:
    """The log of this name; `-` is standard input. Raises OSError when it cannot be opened."""
    if name == STANDARD_INPUT:
        yield _source(name, sys.stdin.buffer)
    else:
        with open(name, "rb") as file:
            yield _source(name, file)


def _source(name: str, raw: IO[bytes]) -> Source:
    stream = _decompressed(io.BufferedReader(raw) if not isinstance(raw, io.BufferedReader) else raw)  # type: ignore[type-var]
    try:
        return Source(name, stream, stream.read(_HEAD_BYTES))
    except _DAMAGED:
        return Source(name, stream, b"", unfinished=True)


def _decompressed(raw: io.BufferedReader) -> IO[bytes]:
    mark = raw.peek(4)[:4]
    if mark.startswith(_GZIP):
        return gzip.GzipFile(fileobj=raw)
    if mark.startswith(_ZSTD):
        return zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
    return raw
