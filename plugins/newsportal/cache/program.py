"""Which program is running: its own code and every library it may use."""

from __future__ import annotations

import hashlib
import sys
import sysconfig
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def program_mark() -> bytes:
    """Changes with the portal's code, Python, and the name or version of any installed library.

    Read from the disk at every call: a preview may outlive an update.
    """
    told = hashlib.blake2b(digest_size=16)
    told.update(f"{sys.version}\n{sys.platform}\n".encode())
    for name in sorted(_installed()):
        told.update(f"{name}\n".encode("utf-8", "surrogateescape"))
    for path in sorted(_PACKAGE.rglob("*.py")):
        told.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return told.digest()


def _installed() -> set[str]:
    """Libraries as their folders of metadata name them, version included."""
    folders = {Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib")}
    return {entry.name for folder in folders for entry in folder.glob("*.dist-info")}
