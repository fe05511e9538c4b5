"""What was encoded once, kept between builds: entries that vouch for themselves, and a memory of digests."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from newsportal.atomic import replace_file

_VERSION = 1
_INDEX = "index.json"
_SUM = ".sum"
_CHECK = hashlib.sha256(b"").digest_size * 2
_STALE_SECONDS = 24 * 3600
_SETTLED_NS = 2_000_000_000

Stamp = tuple[int, int]
"""A file's size in bytes and its modification time in nanoseconds."""


class MediaCache:
    """A store of named bytes below `folder`/media, safe for several processes at once.

    A note begins with the SHA-256 of its content, a file has it in a note beside it, so that the file itself can be
    copied into a site; damaged, half-written or foreign ones are as good as none.
    Names start with the digest of their source. Reading never raises for what is on the disk; writing raises OSError.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "media" / f"v{_VERSION}"

    def read(self, name: str) -> bytes | None:
        """A note's bytes; None when there is no sound one."""
        try:
            stored = self._place(name).read_bytes()
        except OSError:
            return None
        check, data = stored[:_CHECK], stored[_CHECK + 1 :]
        return data if check == _checksum(data) else None

    def write(self, name: str, data: bytes) -> None:
        """Stores a note in one step; of two writers the last wins, which is harmless: both write the same."""
        self._replace(name, _checksum(data) + b"\n" + data)

    def has(self, name: str) -> bool:
        """Whether there is such a file, sound or not; `find` tells which."""
        return self._place(name).is_file() and self._place(name + _SUM).is_file()

    def find(self, name: str) -> Path | None:
        """Where a file is; None when there is no sound one."""
        expected, place = self.read(name + _SUM), self._place(name)
        try:
            return place if expected == _checksum(place.read_bytes()) else None
        except OSError:
            return None

    def store(self, name: str, data: bytes) -> None:
        """Stores a file, then the note that vouches for it."""
        self._replace(name, data)
        self.write(name + _SUM, _checksum(data))

    def _replace(self, name: str, data: bytes) -> None:
        place = self._place(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        # Not synced to the disk: after a power cut the checksum fails and the content is made again.
        replace_file(place, (data,))

    def digests(self, root: Path) -> Mapping[str, tuple[Stamp, str]]:
        """The digests of the files below `root` at the last scan, by path below it, with the stamps they had."""
        try:
            index = json.loads(self.read(_INDEX) or b"{}")
            files = index["files"] if index["root"] == str(root.resolve()) else {}
            return {path: ((size, mtime), digest) for path, (size, mtime, digest) in files.items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return {}

    def remember(self, root: Path, digests: Mapping[str, tuple[Stamp, str]], scanned_ns: int) -> None:
        """Keeps the digests for the next scan; `scanned_ns` is when this one began, in nanoseconds since 1970.

        A file changed less than 2 s before is left out: it may change again within the same tick of a coarse clock.
        """
        settled = scanned_ns - _SETTLED_NS
        files = {path: (*stamp, digest) for path, (stamp, digest) in digests.items() if stamp[1] <= settled}
        data = json.dumps({"root": str(root.resolve()), "files": files}).encode()
        if data != self.read(_INDEX):
            self.write(_INDEX, data)

    def prune(self, keep: Collection[str]) -> None:
        """Removes every note and file not named in `keep`, and what writers that died left behind a day ago."""
        kept = {_INDEX, *keep}
        for place in self.folder.glob("**/*"):
            if place.is_file() and place.name.removesuffix(_SUM) not in kept and not _is_being_written(place):
                with suppress(OSError):
                    place.unlink()

    def _place(self, name: str) -> Path:
        return self.folder / name[:2] / name


def _checksum(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def _is_being_written(place: Path) -> bool:
    if place.suffix != ".tmp":
        return False
    try:
        return time.time() - place.stat().st_mtime < _STALE_SECONDS
    except OSError:
        return True
