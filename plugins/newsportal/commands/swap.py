"""Exchanging two folders, in one system call where there is one."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
# What kernels, libraries and file systems without the call answer.
_NOT_OFFERED = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


def swap(new: Path, current: Path, aside: Path) -> None:
    """Puts folder `new` at `current`; an old folder there ends up at `new`.

    Where the system cannot exchange names the old folder passes through `aside`, and for a moment there is
    nothing at `current`. On failure everything is where it was. Raises OSError.
    """
    if not current.exists():
        new.rename(current)
    elif not _exchange(new, current):
        _rename_twice(new, current, aside)


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two names; False where the system does not offer that."""
    library: Any = None if sys.platform == "win32" else ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        status = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    elif hasattr(library, "renamex_np"):  # macOS
        status = library.renamex_np(first, second, _RENAME_SWAP)
    else:
        return False
    return status == 0 or _give_up(ctypes.get_errno(), one, other)


def _give_up(code: int, one: Path, other: Path) -> bool:
    if code in _NOT_OFFERED:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


def _rename_twice(new: Path, current: Path, aside: Path) -> None:
    current.rename(aside)
    try:
        new.rename(current)
    except BaseException:
        aside.rename(current)
        raise
    aside.rename(new)
