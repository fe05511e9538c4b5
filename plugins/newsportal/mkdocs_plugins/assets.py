"""Style sheets and scripts of the theme folder under names that carry a hash of their content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_HASH_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Assets:
    """`files` maps paths in the site to bytes; `addresses` maps plain names (`portal.css`) to site paths."""

    files: Mapping[str, bytes]
    addresses: Mapping[str, str]


def collect(theme: Path) -> Assets:
    """One style sheet from `styles/*.css` in name order, and each of `scripts/*.js` as a module of its own."""
    sheets = sorted((theme / "styles").glob("*.css"))
    sources = {"portal.css": b"".join(_text(sheet) for sheet in sheets)}
    sources |= {script.name: _text(script) for script in sorted((theme / "scripts").glob("*.js"))}
    files = {_hashed(name, content): content for name, content in sources.items()}
    addresses = {name: f"/{_hashed(name, content)}" for name, content in sources.items()}
    return Assets(files, addresses)


def _text(path: Path) -> bytes:
    """The file with LF line ends, so that a Windows checkout builds the same names."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def _hashed(name: str, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()[:_HASH_LENGTH]
    path = PurePosixPath(name)
    return f"assets/{path.stem}.{digest}{path.suffix}"
