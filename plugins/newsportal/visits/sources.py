"""Logs as lines: plain, gzip or zstd, a file or standard input, and whatever bytes strangers put into them."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import zstandard

STANDARD_INPUT = "-"
_BLOCK = 16 * 2**20
_SCANNED = 2**20
_LONGEST = 2**20
"""Of a line without end so much is kept; longer ones are broken anyway."""
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_HEAD_BYTES, _HEAD_LINES = 256 * 1024, 50
_DAMAGED = (OSError, EOFError, zlib.error, zstandard.ZstdError)


class Readable(Protocol):
    """Bytes, plain by now."""

    def read1(self, size: int = ..., /) -> bytes:
        """Up to so many bytes; none at the end."""
        ...


@dataclass(slots=True)
class Source:
    """One log, opened; `head` are its first lines, and `unfinished` is set when its last line may be cut."""

    name: str
    stream: Readable
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
        while not self.unfinished:
            block, self.unfinished = _filled(self.stream, _BLOCK)
            if not block:
                return
            yield block


def _filled(stream: Readable, size: int) -> tuple[bytes, bool]:
    """So many bytes, fewer at the end, and whether they end because an archive is cut: what came before is good."""
    parts: list[bytes] = []
    try:
        while size > 0 and (part := stream.read1(size)):
            parts.append(part)
            size -= len(part)
    except _DAMAGED:
        return b"".join(parts), True
    return b"".join(parts), False


def _is_whole(last: bytes, start: bytes) -> bool:
    """Whether a last line without a line break is complete: it ends as lines of its log do, none of them in a field
    of free length. Otherwise the server may be just writing it, and the next call sees all of it."""
    text = last.rstrip()
    first = start.lstrip().split(b"\n", 1)[0]
    if first.startswith(b"{"):
        return text.endswith(b"}")
    return text.endswith(b'"') and not text.endswith(b'\\"') and text.count(b'"') == first.count(b'"')


def is_plain(path: Path, start: bytes) -> bool:
    """Whether the database may try to read the file itself: it begins as text, its last line is finished, and no
    wildcard is in its name. `has_letters_only` tells whether what it read is right."""
    if set("*?[]{}") & set(str(path)):
        return False
    with open(path, "rb", buffering=0) as file:
        if file.read(4).startswith((_GZIP, _ZSTD, codecs.BOM_UTF8)):
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n" and not _has_marks(start)


def has_letters_only(path: Path) -> bool:
    """Whether no byte is in the file that readers of tables take for more than a letter."""
    with open(path, "rb", buffering=0) as file:
        while block := file.read(_SCANNED):
            if _has_marks(block):
                return False
    return True


def _has_marks(block: bytes) -> bool:
    return b"\r" in block or b"\x01" in block


@contextmanager
def opened(name: str) -> Iterator[Source]:
    """The log of this name; `-` is standard input. Raises OSError when it cannot be opened."""
    if name == STANDARD_INPUT:
        with open(sys.stdin.fileno(), "rb", closefd=False) as file:
            yield _source(name, file)
    else:
        with open(name, "rb") as file:
            yield _source(name, file)


def _source(name: str, raw: io.BufferedReader) -> Source:
    stream = _decompressed(raw)
    return Source(name, stream, *_filled(stream, _HEAD_BYTES))


def _decompressed(raw: io.BufferedReader) -> Readable:
    mark = raw.peek(4)[:4]
    if mark.startswith(_GZIP):
        return gzip.GzipFile(fileobj=raw)
    if mark.startswith(_ZSTD):
        return zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
    return raw
