"""One process at a time, by a lock that the system drops when its holder dies."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_POLL_SECONDS = 0.1
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextmanager
def exclusive(path: Path, waiting: Callable[[], None], patience: float) -> Iterator[None]:
    """Holds the lock file `path`, which is gone afterwards.

    `waiting` is called once when another process holds it; TimeoutError is raised after `patience` seconds.
    """
    handle = _acquire(path, waiting, patience)
    try:
        yield
    finally:
        _release(handle, path)


def _acquire(path: Path, waiting: Callable[[], None], patience: float) -> int:
    deadline = time.monotonic() + patience
    handle = _attempt(path)
    if handle is None:
        waiting()
    while handle is None:
        if time.monotonic() > deadline:
            raise TimeoutError(str(path))
        time.sleep(_POLL_SECONDS)
        handle = _attempt(path)
    return handle


def _attempt(path: Path) -> int | None:
    """The locked file, or None while another process has it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    if _lock(handle) and _still_there(handle, path):
        return handle
    os.close(handle)
    return None


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            # Unlike flock's, these locks are not inherited by worker processes that outlive a killed build.
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Other errors mean a file system without locks: going on alone is all that is left.
        return error.errno not in _TAKEN
    return True


def _still_there(handle: int, path: Path) -> bool:
    """Whether the file is the one others will lock: its last holder may have removed it while we waited."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _release(handle: int, path: Path) -> None:
    # Windows removes no open file, other systems let the next one in as soon as it is closed.
    if sys.platform == "win32":
        os.close(handle)
    with suppress(PermissionError):
        path.unlink(missing_ok=True)
    if sys.platform != "win32":
        os.close(handle)
