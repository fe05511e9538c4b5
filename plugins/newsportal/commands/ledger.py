"""What a published tree holds, remembered between builds so that unchanged files need not be opened.

A ledger is tied to its tree by the tree's own identity, not by its path: two trees that change places keep theirs.
The marker is made anew whenever a tree is touched, so that a tree without it, or with another one, has no ledger.
"""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from newsportal import SITE_MARKER
from newsportal.atomic import replace_file
from newsportal.outputs import mark_of

Held = tuple[bytes, int, int]
"""A file's mark (empty: unknown), its size in bytes and its modification time in nanoseconds."""

_HEAD = f"newsportal ledger 2 {sys.byteorder}\n".encode()
_BETWEEN_VALUES, _BETWEEN_COLUMNS = "\0", "\0\n\0"
_WHOLE = "q"
"""A whole number of eight bytes, as arrays have it."""
_UNKNOWN = bytes(len(mark_of(b"")))


@dataclass(frozen=True, slots=True)
class Ledger:
    """The files of a tree, and its folders with their modification times; both by path below it."""

    files: Mapping[str, Held] = field(default_factory=dict)
    folders: Mapping[str, int] = field(default_factory=dict)


class Ledgers:
    """The ledgers of a site's trees, below the cache folder; `site` is its real path."""

    def __init__(self, cache: Path, site: Path) -> None:
        self._folder = cache / "publication"
        self._key = mark_of(os.fsencode(site)).hex()

    def load(self, tree: Path) -> Ledger | None:
        """What `tree` holds; None when that is not known for certain."""
        try:
            identity = _identity(tree)
            stored = self._place(identity[0]).read_bytes()
        except OSError:
            return None
        start = len(_HEAD) + len(mark_of(b""))
        head, body = stored[:start], stored[start:]
        return _decoded(body, identity) if head == _HEAD + mark_of(body) else None

    def save(self, tree: Path, ledger: Ledger) -> None:
        """Keeps what `tree` holds, best effort: without it the next publication only takes longer."""
        with suppress(OSError):
            identity = _identity(tree)
            body = _encoded(ledger, identity)
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._place(identity[0]), (_HEAD, mark_of(body), body))

    def forget_others(self, *trees: Path) -> None:
        """Removes the ledgers of trees that are gone."""
        with suppress(OSError):
            kept = {self._place(str(tree.stat().st_ino)).name for tree in trees if tree.is_dir()}
            for entry in self._folder.glob(f"{self._key}-*"):
                if entry.name not in kept:
                    entry.unlink()

    def _place(self, number: str) -> Path:
        return self._folder / f"{self._key}-{number}"


def _identity(tree: Path) -> tuple[str, ...]:
    """What no other tree has, and no other state of this one. Raises OSError for a tree without marker."""
    folder, marker = tree.stat(), (tree / SITE_MARKER).stat()
    return tuple(map(str, (folder.st_ino, marker.st_ino, marker.st_mtime_ns, marker.st_ctime_ns)))


def _encoded(ledger: Ledger, identity: Iterable[str]) -> bytes:
    """Texts, then marks, then numbers, each kind in one piece: a build reads two ledgers of ten thousands of files."""
    marks, sizes, times = zip(*ledger.files.values(), strict=True) if ledger.files else ((), (), ())
    columns = map(_BETWEEN_VALUES.join, (identity, ledger.files, ledger.folders))
    texts = _BETWEEN_COLUMNS.join(columns).encode("utf-8", "surrogateescape")
    numbers = array(_WHOLE, (len(texts), *sizes, *times, *ledger.folders.values()))
    return numbers[:1].tobytes() + texts + b"".join(mark or _UNKNOWN for mark in marks) + numbers[1:].tobytes()


def _decoded(body: bytes, identity: tuple[str, ...]) -> Ledger | None:
    """The ledger, if it is that of the tree with this identity."""
    start = array(_WHOLE).itemsize
    end = start + array(_WHOLE, body[:start])[0]
    columns = body[start:end].decode("utf-8", "surrogateescape").split(_BETWEEN_COLUMNS)
    stored, paths, folders = (column.split(_BETWEEN_VALUES) if column else [] for column in columns)
    if tuple(stored) != identity:
        return None
    count, size = len(paths), len(_UNKNOWN)
    numbers = array(_WHOLE, body[end + count * size :]).tolist()
    marks = (body[at : at + size] for at in range(end, end + count * size, size))
    known = (mark if mark != _UNKNOWN else b"" for mark in marks)
    held = zip(known, numbers[:count], numbers[count : 2 * count], strict=True)
    return Ledger(dict(zip(paths, held, strict=True)), dict(zip(folders, numbers[2 * count :], strict=True)))


def looked_over(ledger: Ledger, tree: Path, is_others: Callable[[str], bool]) -> Ledger:
    """What a tree really holds: without the files that somebody has taken away, with those that somebody has put there.

    One look at every folder; what lies in those in which nothing came or went is believed. Folders at
    the top that are somebody else's are left out. Raises OSError.
    """
    moved = _moved(ledger.folders, tree)
    files = {path: held for path, held in ledger.files.items() if path.rpartition("/")[0] not in moved}
    for folder in moved:
        for entry in _entries(tree / folder):
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_file(follow_symlinks=False):
                files[path] = _as_known(entry, ledger.files.get(path))
            elif path not in ledger.folders and entry.is_dir(follow_symlinks=False) and (folder or not is_others(path)):
                files |= {f"{path}/{name}": held for name, held in survey(tree / path).files.items()}
    return Ledger(files, ledger.folders)


def _as_known(entry: os.DirEntry[str], held: Held | None) -> Held:
    """A file as it was left, or one of which nothing is known."""
    facts = entry.stat(follow_symlinks=False)
    found = b"", facts.st_size, facts.st_mtime_ns
    return held if held and held[1:] == found[1:] else found


def survey(tree: Path) -> Ledger:
    """What lies in a folder of which nothing is known, links apart; nothing when there is no such folder."""
    files: dict[str, Held] = {}
    folders: dict[str, int] = {}
    waiting = [""] if tree.is_dir() else []
    while waiting:
        folder = waiting.pop()
        with os.scandir(tree / folder) as entries:
            for entry in entries:
                path, facts = folder + entry.name, entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    folders[path] = facts.st_mtime_ns
                    waiting.append(f"{path}/")
                elif entry.is_file(follow_symlinks=False):
                    files[path] = (b"", facts.st_size, facts.st_mtime_ns)
    return Ledger(files, folders)


def _moved(folders: Mapping[str, int], tree: Path) -> set[str]:
    """The folders in which something came or went, or that have gone themselves; the top, whose marker is made anew."""
    prefix = f"{tree}/"
    moved = {""}
    for folder, moment in folders.items():
        try:
            if os.lstat(prefix + folder).st_mtime_ns != moment:
                moved.add(folder)
        except OSError:
            moved.add(folder)
    return moved


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder; nothing where it has gone or is none any more."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return []
