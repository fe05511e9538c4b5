"""What operators are told to set in nginx: the benchmark serves pages just so."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path

from common.places import REPOSITORY

_FILE = REPOSITORY / "docs" / "hosting" / "nginx.conf"
_GZIP_TYPES = re.compile(r"^\s*gzip_types\s+([^;]+);", re.MULTILINE)
_OWN = re.compile(r"^[ \t]*(?:listen|server_name|root|access_log)\s[^;]*;.*\n", re.MULTILINE)


def told() -> str:
    """The file for operators: tables, and a server at its end."""
    return _FILE.read_text(encoding="utf-8")


def gzip_types(file: str) -> frozenset[str]:
    """The types that such a server compresses; nginx adds HTML by itself."""
    found = _GZIP_TYPES.search(file)
    return frozenset({"text/html", *(found[1].split() if found else ())})


def media_type(file: Path) -> str:
    """What a server calls a file; what Windows has in its registry does not count for scripts."""
    known = "text/javascript" if file.suffix == ".js" else mimetypes.guess_type(file.name)[0]
    return known or "application/octet-stream"


def server(file: str, *lines: str) -> str:
    """The same server at another place: `lines` instead of its address, name, root and log."""
    bare = _OWN.sub("", file).rstrip()
    return bare.removesuffix("}") + "".join(f"    {line}\n" for line in lines) + "}\n"
