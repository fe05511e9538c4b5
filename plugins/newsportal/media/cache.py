"""What was encoded once, kept between builds: entries that vouch for themselves, and a memory of digests."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import threading
import time
import weakref
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from newsportal.atomic import replace_file

_VERSION = 1
_INDEX = "index-v2.json"
_SUM = ".sum"
_CHECK = hashlib.sha256(b"").digest_size * 2
_STALE_SECONDS = 24 * 3600
_SETTLED_NS = 2_000_000_000

Stamp = tuple[int, int, int, int]
"""What the system tells of a file: its size in bytes, the times at which its content and anything of it changed, in
nanoseconds, and its number on the disk."""


class MediaCache:
    """A store of named bytes below `folder`/media, safe for several processes at once.

    A note begins with the SHA-256 of its content, a file has it in a note beside it, so that the file itself can be
    copied into a site; damaged, half-written or foreign ones are as good as none.
    Names start with the digest of their source. Nothing here raises: what the folder does not take lies in a temporary
    one until the process ends, so that nothing is encoded twice; where there is no room either, less is remembered.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "media" / f"v{_VERSION}"
        self._spare: Path | None = None
        self._owner = os.getpid()
        self._making = threading.Lock()

    def read(self, name: str) -> bytes | None:
        """A note's bytes; None when there is no sound one."""
        return next((data for folder in self._folders() if (data := _note(folder, name)) is not None), None)

    def write(self, name: str, data: bytes) -> None:
        """Stores a note in one step; of two writers the last wins, which is harmless: both write the same."""
        self._put({name: _checksum(data) + b"\n" + data})

    def has(self, name: str) -> bool:
        """Whether there is such a file, sound or not; `find` tells which."""
        return any(all(map(os.path.isfile, _file_and_sum(folder, name))) for folder in self._folders())

    def find(self, name: str) -> Path | None:
        """Where a file is; None when there is no sound one."""
        return next((place for folder in self._folders() if (place := _sound(folder, name))), None)

    def store(self, name: str, data: bytes) -> None:
        """Stores a file, then the note that vouches for it."""
        check = _checksum(data)
        self._put({name: data, name + _SUM: _checksum(check) + b"\n" + check})

    def _put(self, contents: Mapping[str, bytes]) -> None:
        """Puts all of them into one folder: the cache's own if it takes them."""
        if not _has_put(self.folder, contents) and (spare := self._spare_folder()):
            _has_put(spare, contents)

    def _folders(self) -> Iterator[Path]:
        """Where things may lie."""
        yield self.folder
        if self._spare:
            yield self._spare

    def _spare_folder(self) -> Path | None:
        """The temporary folder; None where none can be made. A forked process makes none: nobody would remove it."""
        with self._making, suppress(OSError):
            if self._spare is None and os.getpid() == self._owner:
                self._spare = Path(tempfile.mkdtemp(prefix="newsportal_media_"))
                weakref.finalize(self, _clear, self._spare, self._owner)
        return self._spare

    def digests(self, root: Path) -> Mapping[str, tuple[Stamp, str]]:
        """The digests of the files below `root` at the last scan, by path below it, with the stamps they had."""
        try:
            index = json.loads(self.read(_INDEX) or b"{}")
            files = index["files"] if index["root"] == str(root.resolve()) else {}
            return {path: (_stamp(*stamp), digest) for path, (*stamp, digest) in files.items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return {}

    def remember(self, root: Path, digests: Mapping[str, tuple[Stamp, str]], scanned_ns: int) -> None:
        """Keeps the digests for the next scan; `scanned_ns` is when this one began, in nanoseconds since 1970.

        A file changed less than 2 s before is left out: it may change again within the same tick of a coarse clock.
        """
        settled = scanned_ns - _SETTLED_NS
        files = {path: (*stamp, digest) for path, (stamp, digest) in digests.items() if max(stamp[1:3]) <= settled}
        data = json.dumps({"root": str(root.resolve()), "files": files}).encode()
        if data != self.read(_INDEX):
            self.write(_INDEX, data)

    def prune(self, keep: Collection[str]) -> None:
        """Removes every note and file not named in `keep`, and what writers that died left behind a day ago."""
        kept = {_INDEX, *keep}
        for place in self.folder.glob("**/*"):
            if os.path.isfile(place) and place.name.removesuffix(_SUM) not in kept and not _is_being_written(place):
                with suppress(OSError):
                    place.unlink()


def _stamp(size: int, changed: int, altered: int, number: int) -> Stamp:
    return size, changed, altered, number


def _place(folder: Path, name: str) -> Path:
    return folder / name[:2] / name


def _file_and_sum(folder: Path, name: str) -> tuple[Path, Path]:
    place = _place(folder, name)
    return place, place.with_name(name + _SUM)


def _note(folder: Path, name: str) -> bytes | None:
    try:
        stored = _place(folder, name).read_bytes()
    except OSError:
        return None
    check, data = stored[:_CHECK], stored[_CHECK + 1 :]
    return data if check == _checksum(data) else None


def _sound(folder: Path, name: str) -> Path | None:
    expected, place = _note(folder, name + _SUM), _place(folder, name)
    try:
        return place if expected == _checksum(place.read_bytes()) else None
    except OSError:
        return None


def _has_put(folder: Path, contents: Mapping[str, bytes]) -> bool:
    """Whether a folder took all of them."""
    try:
        for name, data in contents.items():
            place = _place(folder, name)
            _clear_way(folder, place)
            place.parent.mkdir(parents=True, exist_ok=True)
            # Not synced to the disk: after a power cut the checksum fails and the content is made again.
            replace_file(place, (data,))
    except OSError:
        return False
    return True


def _clear_way(folder: Path, place: Path) -> None:
    """Removes a folder in the place of an entry, and a file in that of a folder: both are of nobody's use here."""
    if os.path.isdir(place):
        shutil.rmtree(place)
    for parent in (place.parent, folder):
        if os.path.isfile(parent):
            os.unlink(parent)


def _clear(folder: Path, owner: int) -> None:
    """Removes the temporary folder, but not for a process that was forked and shares it."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


def _checksum(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def _is_being_written(place: Path) -> bool:
    if place.suffix != ".tmp":
        return False
    try:
        return time.time() - place.stat().st_mtime < _STALE_SECONDS
    except OSError:
        return True
