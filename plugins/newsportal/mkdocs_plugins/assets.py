"""Style sheets and scripts of the theme folder under addresses that carry a hash of their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_HASH_LENGTH = 10
_LATER = frozenset({"titles.js"})
"""Modules of search that are loaded when they are needed."""

_IMPORTED = re.compile(rb'(?<= from ")\.\./search/(\w+\.js)(?=";)')
"""What a script takes from a module of search that imports nothing itself."""

_COMMENT_LINES = re.compile(rb"^[ \t]*(?://.*|/\*\*(?:.|\n)*?\*/)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Assets:
    """`files` maps paths in the site to bytes; `addresses` maps plain names (`portal.css`) to site paths."""

    files: Mapping[str, bytes]
    addresses: Mapping[str, str]


def collect(theme: Path) -> Assets:
    """One style sheet from `styles/*.css` in name order, and each of `scripts/*.js` as a module of its own.

    The modules of search that they import have copies beside them: a portal may have no search.
    """
    sheets = sorted((theme / "styles").glob("*.css"))
    sources = {"portal.css": b"".join(_text(sheet) for sheet in sheets)}
    scripts = {script.name: _text(script) for script in sorted((theme / "scripts").glob("*.js"))}
    imported = sorted({name.decode() for script in scripts.values() for name in _IMPORTED.findall(script)})
    shared = {name: _bare(_text(theme / "search" / name)) for name in imported}
    sources |= shared
    sources |= {name: _linked(script, shared) for name, script in scripts.items()}
    files = {_hashed(name, content): content for name, content in sources.items()}
    addresses = {name: f"/{_hashed(name, content)}" for name, content in sources.items()}
    return Assets(files, addresses)


def search_code(theme: Path) -> Mapping[str, bytes]:
    """The modules of `search/*.js`, path in the site → bytes: a folder named by their hash, as they import each other,
    and `search/search.js`, whose address never changes and which only hands on what is in the folder.

    Raises FileNotFoundError for a theme folder without them.
    """
    modules = {script.name: _bare(_text(script)) for script in sorted((theme / "search").glob("*.js"))}
    if "search.js" not in modules:
        raise FileNotFoundError(theme / "search" / "search.js")
    folder = f"code-{_digest(b''.join(name.encode() + content for name, content in modules.items()))}"
    files = {f"search/{folder}/{name}": content for name, content in modules.items()}
    at_once = (f'import "./{folder}/{name}";' for name in modules if name not in _LATER)  # not one after the other
    entry = "\n".join((*at_once, f'export * from "./{folder}/search.js";', ""))
    return {"search/search.js": entry.encode(), **files}


def _text(path: Path) -> bytes:
    """The file with LF line ends, so that a Windows checkout builds the same names."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def _bare(code: bytes) -> bytes:
    """A module without the comments that have lines of their own: a sixth of what a first search would load."""
    return _COMMENT_LINES.sub(b"", code)


def _linked(script: bytes, shared: Mapping[str, bytes]) -> bytes:
    """A script that finds what it imports beside itself."""

    def published(found: re.Match[bytes]) -> bytes:
        name = found[1].decode()
        return f"./{PurePosixPath(_hashed(name, shared[name])).name}".encode()

    return _IMPORTED.sub(published, script)


def _hashed(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    return f"assets/{path.stem}.{_digest(content)}{path.suffix}"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_HASH_LENGTH]
