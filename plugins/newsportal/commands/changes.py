"""What a publication changed, as addresses that caches in front of the site should drop."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from newsportal.atomic import replace_file

_INDEX = "index.html"
_PLAIN = "/~!$&'()*+,;=:@"
"""What stands for itself in the path of an address (RFC 3986 §3.3)."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths of files below the site, by what happened to them."""

    added: Collection[str]
    changed: Collection[str]
    removed: Collection[str]

    def as_json(self) -> str:
        """The addresses, sorted: site paths with percent escapes, without the sub-path a site may have."""
        record = {
            "added": addresses(self.added),
            "changed": addresses(self.changed),
            "removed": addresses(self.removed),
        }
        return json.dumps(record, indent=2) + "\n"


def addresses(paths: Iterable[str]) -> list[str]:
    """The addresses under which a server gives out files, sorted: `rss/index.html` → `/rss/`."""
    return sorted(_address(path) for path in paths)


def _address(path: str) -> str:
    folder, _, name = path.rpartition("/")
    shown = path if name != _INDEX else f"{folder}/" if folder else ""
    return "/" + quote(shown, safe=_PLAIN, errors="surrogateescape")


def forget_changes(place: Path) -> None:
    """Removes the list of another build, so that none is there unless this one publishes. Raises OSError."""
    real = place.resolve()
    if real.is_file():
        real.unlink()


def write_changes(changes: Changes, place: Path) -> None:
    """Writes the list whole or not at all; `place` may be a link, which then stays one. Raises OSError."""
    replace_file(place.resolve(), (changes.as_json().encode(),))
