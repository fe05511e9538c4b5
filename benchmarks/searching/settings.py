"""What the README tells operators to set in nginx: the benchmark serves pages just so."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path

from common.errors import BenchError
from common.places import REPOSITORY

_BLOCK = re.compile(r"^```nginx\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_GZIP_TYPES = re.compile(r"^\s*gzip_types\s+([^;]+);", re.MULTILINE)
_OWN = re.compile(r"^[ \t]*(?:listen|server_name|root)\s[^;]*;\n", re.MULTILINE)


def told() -> str:
    """The server that the README describes."""
    found = _BLOCK.search((REPOSITORY / "README.md").read_text(encoding="utf-8"))
    if not found:
        raise BenchError("README.md has no settings for nginx any more")
    return found[1]


def gzip_types(block: str) -> frozenset[str]:
    """The types that such a server compresses; nginx adds HTML by itself."""
    found = _GZIP_TYPES.search(block)
    return frozenset({"text/html", *(found[1].split() if found else ())})


def media_type(file: Path) -> str:
    """What a server calls a file; what Windows has in its registry does not count for scripts."""
    known = "text/javascript" if file.suffix == ".js" else mimetypes.guess_type(file.name)[0]
    return known or "application/octet-stream"


def server(block: str, *lines: str) -> str:
    """The same server at another place: `lines` instead of its address, name and root."""
    bare = _OWN.sub("", block).rstrip()
    return bare.removesuffix("}") + "".join(f"    {line}\n" for line in lines) + "}\n"
