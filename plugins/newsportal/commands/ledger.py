"""What a published tree holds, remembered between builds so that unchanged files need not be opened.

A ledger is tied to its tree by the tree's own identity, not by its path: two trees that change places keep theirs.
The marker is made anew whenever a tree is touched, so that a tree without it, or with another one, has no ledger.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from newsportal import SITE_MARKER

Held = tuple[bytes, int, int]
"""A file's mark (empty: unknown), its size in bytes and its modification time in nanoseconds."""

_HEAD = b"newsportal ledger 1\n"
_DIGEST_BYTES = 16
_BETWEEN_VALUES, _BETWEEN_COLUMNS = "\0", "\0\n\0"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The files of a tree, and its folders with their modification times; both by path below it."""

    files: Mapping[str, Held] = field(default_factory=dict)
    folders: Mapping[str, int] = field(default_factory=dict)


class Ledgers:
    """The ledgers of a site's trees, below the cache folder; `site` is its real path."""

    def __init__(self, cache: Path, site: Path) -> None:
        self._folder = cache / "publication"
        self._key = hashlib.blake2b(os.fsencode(site), digest_size=_DIGEST_BYTES).hexdigest()

    def load(self, tree: Path) -> Ledger | None:
        """What `tree` holds; None when that is not known for certain."""
        try:
            identity = _identity(tree)
            stored = self._place(identity[0]).read_bytes()
        except OSError:
            return None
        start = len(_HEAD) + _DIGEST_BYTES
        head, body = stored[:start], stored[start:]
        return _decoded(body, identity) if head == _HEAD + _digest(body) else None

    def save(self, tree: Path, ledger: Ledger) -> None:
        """Keeps what `tree` holds, best effort: without it the next publication only takes longer."""
        with suppress(OSError):
            identity = _identity(tree)
            body = _encoded(ledger, identity)
            self._folder.mkdir(parents=True, exist_ok=True)
            _replace(self._place(identity[0]), _HEAD + _digest(body) + body)

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


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST_BYTES).digest()


def _encoded(ledger: Ledger, identity: Iterable[str]) -> bytes:
    marks, sizes, times = zip(*ledger.files.values(), strict=True) if ledger.files else ((), (), ())
    columns: tuple[Iterable[str], ...] = (
        identity,
        ledger.files,
        map(bytes.hex, marks),
        map(str, sizes),
        map(str, times),
        ledger.folders,
        map(str, ledger.folders.values()),
    )
    return _BETWEEN_COLUMNS.join(map(_BETWEEN_VALUES.join, columns)).encode("utf-8", "surrogateescape")


def _decoded(body: bytes, identity: tuple[str, ...]) -> Ledger | None:
    """The ledger, if it is that of the tree with this identity."""
    columns = body.decode("utf-8", "surrogateescape").split(_BETWEEN_COLUMNS)
    stored, paths, marks, sizes, times, folders, folder_times = (
        column.split(_BETWEEN_VALUES) if column else [] for column in columns
    )
    if tuple(stored) != identity:
        return None
    held = zip(map(bytes.fromhex, marks), map(int, sizes), map(int, times), strict=True)
    return Ledger(
        dict(zip(paths, held, strict=True)),
        dict(zip(folders, map(int, folder_times), strict=True)),
    )


def _replace(place: Path, content: bytes) -> None:
    """Writes a file whole or not at all."""
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(temporary, place)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


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
