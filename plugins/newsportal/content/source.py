"""Finding the files of the content folder, and turning bytes into clean text."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newsportal.model import Problem
from newsportal.text import clean_block

MAX_BYTES = 1_000_000
"""A post larger than this (bytes) is a pasted picture or a whole book: it belongs in an attachment."""

_IGNORED = ("thumbs.db", "desktop.ini", "readme.md")
_MARKDOWN = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: `path` is relative to the content folder, with `/` and in NFC; `real` is on this disk."""

    path: str
    real: Path

    @property
    def parts(self) -> tuple[str, ...]:
        """The path's folders and name."""
        return PurePosixPath(self.path).parts

    @property
    def is_markdown(self) -> bool:
        """Whether the file is a post or page."""
        return self.path.lower().endswith(_MARKDOWN)


def _is_noise(name: str) -> bool:
    """Files that operating systems and Word leave behind, which no editor means to publish."""
    return name.startswith((".", "~$")) or name.lower() in _IGNORED


def walk(root: Path) -> Iterator[SourceFile]:
    """Every file below `root` in a stable order, noise left out; links are listed but not followed into folders."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not _is_noise(name))
        linked = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in sorted([*names, *linked]):
            if not _is_noise(name):
                real = Path(folder, name)
                relative = real.relative_to(root).as_posix()
                yield SourceFile(unicodedata.normalize("NFC", relative), real)


def leaves_tree(file: SourceFile, root: Path) -> bool:
    """Whether the file is a link to something outside `root`, which would publish what is not content."""
    return not file.real.resolve().is_relative_to(root.resolve())


def read_text(file: SourceFile, shown: str) -> str | Problem:
    """The text of a source file (BOM and CRLF accepted, NFC returned) or the one problem that prevents it."""
    try:
        data = file.real.read_bytes()
    except OSError as error:
        return Problem(shown, 1, "file", "file.unreadable", (("detail", error.strerror or str(error)),))
    if len(data) > MAX_BYTES:
        values = (("size", f"{len(data) / 1e6:.1f}"), ("limit", f"{MAX_BYTES / 1e6:.0f}"))
        return Problem(shown, 1, "file", "file.too_large", values)
    return decode(data, shown)


def decode(data: bytes, shown: str) -> str | Problem:
    """UTF-8 text from bytes, cleaned; a problem with the line of the first byte that is none."""
    if not data.strip(b"\xef\xbb\xbf \r\n\t"):
        return Problem(shown, 1, "file", "file.empty")
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        return Problem(shown, line, "file", "file.binary")
    try:
        return clean_block(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Problem(shown, line, "file", "file.encoding")
