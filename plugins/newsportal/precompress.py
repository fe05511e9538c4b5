"""Compressed twins of text files, for web servers that hand out `page.html.gz` or `page.html.br` as it lies there.

Every file of a compressible kind has its twins, small ones too: which files a site holds must not depend on what
compression makes of them, or nobody could list them without compressing them all.
"""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

from newsportal.outputs import Output

GZIP, BROTLI = "gzip", "brotli"
FORMATS = (GZIP, BROTLI)
"""The names of the formats in `mkdocs.yml`."""
COMPRESSIBLE = frozenset({
    ".css", ".csv", ".html", ".ics", ".js", ".json", ".md", ".mjs", ".svg", ".txt", ".webmanifest", ".xml",
})  # fmt: skip
"""Endings of file names, in small letters, of text that web servers hand out."""

_GZIP_LEVEL, _BROTLI_QUALITY = 9, 9
_SMALL_WINDOW, _LARGE_WINDOW = 16, 22
"""Powers of two, in bytes. At this quality brotli takes fifteen times as long for a page with a window that no page
fills. Qualities 10 and 11 save 5 and 7 per cent more and take 15 and 40 ms a page instead of 1."""
_RAW_DEFLATE, _MEMORY = -15, 9
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""Deflate; no name, no time; best compression; no system told. zlib's own header would name the system."""
_MARK_BYTES = 16
_AHEAD = 4
"""Files in the making for each processor: enough to keep it busy, few enough to stay small in memory."""


@dataclass(frozen=True, slots=True)
class Twin:
    """The compressed bytes of another output, made when they are asked for. As `Output.content` it is what fetches
    them."""

    original: Output
    format: str

    def __call__(self) -> bytes:
        """The bytes; the same for the same original, format and version of the library."""
        return self.made_of(self.original.read())

    def made_of(self, content: bytes) -> bytes:
        """The twin of an original with these bytes."""
        return _FORMATS[self.format].compress(content)


@dataclass(frozen=True, slots=True)
class _Format:
    ending: str
    compress: Callable[[bytes], bytes]
    recipe: Callable[[], str]
    """What the bytes depend on besides the original."""


def compressed_twins(files: Mapping[str, Output], formats: Collection[str]) -> Mapping[str, Output]:
    """The twins of the compressible ones of `files`, by path; nothing is read or compressed yet.

    A path that `files` has already is left to it. Marks tell the original's mark, the format, its level and the
    version of the library, so a twin of the same mark need not be made again.
    """
    endings = [(name, _FORMATS[name].ending, _FORMATS[name].recipe().encode()) for name in FORMATS if name in formats]
    originals = [(path, file) for path, file in files.items() if _is_compressible(path)] if endings else []
    twins = (
        (path + ending, Output(_mark(file, recipe), Twin(file, name)))
        for path, file in originals
        for name, ending, recipe in endings
    )
    return {path: twin for path, twin in twins if path not in files}


def fetched(files: Iterable[tuple[str, Output]]) -> Iterator[tuple[str, bytes]]:
    """The bytes of outputs, in their order. Twins are compressed on all processors, everything is read on this thread.

    Raises OSError as `Output.read` does.
    """
    workers = os.cpu_count() or 1
    under_way: deque[tuple[str, bytes | Future[bytes]]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for path, file in files:
            under_way.append((path, _begun(file, pool)))
            if len(under_way) > workers * _AHEAD:
                yield _finished(*under_way.popleft())
        while under_way:
            yield _finished(*under_way.popleft())


def _begun(file: Output, pool: ThreadPoolExecutor) -> bytes | Future[bytes]:
    """The bytes, or the promise of a twin's. zlib and brotli let other threads run while they compress."""
    if isinstance(file.content, Twin):
        return pool.submit(file.content.made_of, file.content.original.read())
    return file.read()


def _finished(path: str, content: bytes | Future[bytes]) -> tuple[str, bytes]:
    return path, content if isinstance(content, bytes) else content.result()


def _is_compressible(path: str) -> bool:
    return os.path.splitext(path)[1].lower() in COMPRESSIBLE


def _mark(original: Output, recipe: bytes) -> bytes:
    return hashlib.blake2b(original.mark, key=hashlib.blake2b(recipe).digest(), digest_size=_MARK_BYTES).digest()


def _gzip(content: bytes) -> bytes:
    deflate = zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, _RAW_DEFLATE, _MEMORY)
    tail = struct.pack("<LL", zlib.crc32(content), len(content) & 0xFFFFFFFF)
    return b"".join((_GZIP_HEAD, deflate.compress(content), deflate.flush(), tail))


def _brotli(content: bytes) -> bytes:
    import brotli  # noqa: PLC0415  (most portals never need it)

    window = _SMALL_WINDOW if len(content) <= 1 << _SMALL_WINDOW else _LARGE_WINDOW
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=_BROTLI_QUALITY, lgwin=window))


def _gzip_recipe() -> str:
    return f"gzip {_GZIP_LEVEL} {_MEMORY} {zlib.ZLIB_RUNTIME_VERSION}"


def _brotli_recipe() -> str:
    import brotli  # noqa: PLC0415  (as above)

    return f"brotli {_BROTLI_QUALITY} {brotli.__version__}"


_FORMATS: Mapping[str, _Format] = MappingProxyType(
    {GZIP: _Format(".gz", _gzip, _gzip_recipe), BROTLI: _Format(".br", _brotli, _brotli_recipe)}
)
