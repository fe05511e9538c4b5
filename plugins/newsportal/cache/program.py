"""Which program is running: its own code and every library it may use."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = ("stdlib", "platstdlib", "purelib", "platlib")


def program_mark(package: Path = _PACKAGE, path: Iterable[str] | None = None) -> bytes:
    """Changes with the files of `package`, Python, the name or version of any library on `path` (else `sys.path`), and
    with the code of loaded modules that lie elsewhere: somebody's own Markdown extension, a plugin being worked on.

    Read from the disk at every call: a preview may outlive an update.
    """
    told = hashlib.blake2b(digest_size=16)
    told.update(f"{sys.version}\n{sys.platform}\n".encode())
    for name in sorted(_installed(sys.path if path is None else path)):
        told.update(f"{name}\n".encode("utf-8", "surrogateescape"))
    for file in sorted(_files(package)):
        told.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    for name, file in sorted(_loaded_elsewhere(package)):
        told.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return told.digest()


def _files(package: Path) -> Iterator[Path]:
    """All of the package: documents are set by a template, figures are counted by queries. What Python compiles and
    what editors leave behind is not of it."""
    for folder, folders, names in os.walk(package):
        folders[:] = (name for name in folders if name != "__pycache__" and not name.startswith("."))
        for name in names:
            if not name.startswith(".") and not name.endswith(("~", ".pyc")):
                yield Path(folder, name)


def _installed(path: Iterable[str]) -> set[str]:
    """Libraries as their folders of metadata name them, version included."""
    folders = {Path(folder) for folder in path}
    return {entry.name for folder in folders for kind in ("dist", "egg") for entry in folder.glob(f"*.{kind}-info")}


def _loaded_elsewhere(package: Path) -> Iterator[tuple[str, Path]]:
    """(name, file) of modules that no version tells of."""
    known = tuple(f"{folder}{os.sep}" for folder in (str(package), *_library_folders()))
    for name, module in tuple(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if file.endswith(".py") and not file.startswith(known) and os.path.isfile(file):
            yield name, Path(file)


def _library_folders() -> Iterator[str]:
    yield from (sysconfig.get_path(kind) for kind in _LIBRARIES)
    yield from (folder for folder in sys.path if folder.endswith(("site-packages", "dist-packages")))
