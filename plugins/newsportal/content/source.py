"""Finding the files of the content folder, and turning bytes into clean text."""

from __future__ import annotations

import codecs
import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsportal.model import Problem
from newsportal.outputs import mark_of
from newsportal.text import clean_block

MAX_BYTES = 1_000_000
"""A post larger than this (bytes) is a pasted picture or a whole book: it belongs in an attachment."""

VOCABULARY = ("sections.yml", "tags.yml")
"""The files of the vocabulary, below `_data/`."""

_SETTLED_NS = 2_000_000_000
_IGNORED = ("thumbs.db", "desktop.ini", "readme.md")
_MARKDOWN = (".md", ".markdown")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: `path` is relative to the content folder, with `/` and in NFC; `place` is on this disk.

    Places are plain text: a build looks at every file, and a path object for each would take a while.
    """

    path: str
    place: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The path's folders and name."""
        return tuple(self.path.split("/"))

    @property
    def real(self) -> Path:
        """The file on this disk."""
        return Path(self.place)

    @property
    def is_markdown(self) -> bool:
        """Whether the file is a post or page."""
        return self.path.lower().endswith(_MARKDOWN)


def key_of(path: str) -> str:
    """A post's path below its language without its ending, which pairs translations."""
    return path.partition("/")[2].rpartition(".")[0]


def _is_noise(name: str) -> bool:
    """Files that operating systems and Word leave behind, which no editor means to publish."""
    return name.startswith((".", "~$")) or name.lower() in _IGNORED


def walk(root: Path) -> Iterator[SourceFile]:
    """Every file below `root` in a stable order, noise left out.

    Links to folders and folders that cannot be read are listed like files, so that they can be reported.
    """
    top, unreadable = os.fspath(root), list[str]()
    for folder, folders, names in os.walk(top, onerror=lambda error: unreadable.append(error.filename)):
        folders[:] = sorted(name for name in folders if not _is_noise(name))
        linked = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in sorted([*names, *linked]):
            if not _is_noise(name):
                yield _source(os.path.join(folder, name), top)
    yield from (_source(place, top) for place in unreadable if place != top)


def _source(place: str, top: str) -> SourceFile:
    path = place[len(top) :].replace(os.sep, "/").lstrip("/")
    return SourceFile(unicodedata.normalize("NFC", path), place)


def leaves_tree(file: SourceFile, root: Path) -> bool:
    """Whether the file is a link to something outside `root`, which would publish what is not content."""
    if not os.path.islink(file.place):  # `walk` enters no folder that is a link
        return False
    try:
        return not file.real.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links in a circle lead nowhere: reading the file tells of it
        return False


def read_text(file: SourceFile, shown: str) -> str | Problem:
    """The text of a source file (BOM and CRLF accepted, NFC returned) or the one problem that prevents it."""
    try:
        status = file.real.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            return unreadable(shown, "not a regular file")
        if status.st_size > MAX_BYTES:
            # Rounded up, and in units that show what is too much: 1.04 MB must not read as within 1 MB.
            values = (("size", str(-(-status.st_size // 1000))), ("limit", str(MAX_BYTES // 1000)))
            return Problem(shown, 1, "file", "file.too_large", values)
        return decode(file.real.read_bytes(), shown)
    except OSError as error:
        return unreadable(shown, error.strerror or str(error))


Stamp = tuple[int, int, int, int]
"""What the system tells of a file: its size in bytes, the times at which its content and anything of it changed, in
nanoseconds, and its number on the disk."""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file's stamp and the mark of its bytes, which is empty for one that cannot be read."""

    stamp: Stamp
    mark: bytes


def look_at(file: SourceFile, former: SeenFile | None) -> SeenFile:
    """What tells whether a file is the same as another time. It is not read where it was seen with the same stamp."""
    try:
        status = os.stat(file.place)
        stamp = status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
        if former and former.stamp == stamp:
            return former
        # Opening a pipe would wait for ever, and a film in the wrong place has no room in memory.
        is_readable = stat.S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES
        return SeenFile(stamp, mark_of(file.real.read_bytes()) if is_readable else b"")
    except OSError:
        return SeenFile((0, 0, 0, 0), b"")


def vocabulary_bytes(root: Path) -> list[bytes | None]:
    """The files of the vocabulary as they are; None for one that cannot be read."""
    found: list[bytes | None] = []
    for name in VOCABULARY:
        try:
            file = root / "_data" / name
            found.append(file.read_bytes() if file.is_file() else None)
        except OSError:
            found.append(None)
    return found


def settled(seen: Mapping[str, SeenFile], began: int) -> dict[str, SeenFile]:
    """The files whose stamps can be trusted another time; `began` is when they were looked at, in nanoseconds.

    One that changed less than 2 s before may change again within the same tick of a coarse clock.
    """
    return {path: each for path, each in seen.items() if each.mark and max(each.stamp[1:3]) < began - _SETTLED_NS}


def unreadable(shown: str, detail: str) -> Problem:
    """The problem of a file that the system does not hand over."""
    return Problem(shown, 1, "file", "file.unreadable", (("detail", detail),))


def decode(data: bytes, shown: str) -> str | Problem:
    """UTF-8 text from bytes, cleaned; a problem with the line of the first byte that is none."""
    if not data.strip(b"\xef\xbb\xbf \r\n\t"):
        return Problem(shown, 1, "file", "file.empty")
    if data.startswith(_UTF16):  # "Unicode" in Notepad: text, though full of zero bytes
        return Problem(shown, 1, "file", "file.encoding")
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        return Problem(shown, line, "file", "file.binary")
    try:
        return clean_block(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Problem(shown, line, "file", "file.encoding")
