"""The memory that a program and all it starts take together.

Linux tells for each process its proportional set size: what it has for itself, and its share of what it shares. These
may be added up, which the resident sizes of processes that share code may not. A program gets a session of its own, by
which its processes are known even after their parents have ended.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from common.programs import failure, quiet

INTERVAL = 0.03
"""Seconds between two looks: what rises and falls in between is not seen."""
_PROCESSES = Path("/proc")
_AFTER_NAME = 3  # state, parent, group, session


def weighed(command: Sequence[str], folder: Path) -> int | None:
    """Runs a program in `folder` to its end; the most bytes that its processes took. None where nothing tells."""
    with tempfile.TemporaryFile() as said, started(command, folder, said.fileno()) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, size_of_session(process.pid))
            time.sleep(INTERVAL)
        if process.returncode:
            said.seek(0)
            raise failure(command, said.read().decode("utf-8", "replace"))
    return peak or None


@contextlib.contextmanager
def started(command: Sequence[str], folder: Path, said: int) -> Iterator[subprocess.Popen[bytes]]:
    """A program in a session of its own, which is ended with it."""
    process = subprocess.Popen(
        command, cwd=folder, env=quiet(), stdout=said, stderr=said, stdin=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Asks nicely first."""
    if process.poll() is not None:
        return
    if os.name != "posix":
        process.kill()
        process.wait()
        return
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
            return


def size_of_session(session: int) -> int:
    """Bytes of all processes of a session now; 0 where nothing tells."""
    return sum(_size(folder) for folder in _PROCESSES.glob("[0-9]*") if _session(folder) == session)


def _session(folder: Path) -> int:
    try:
        told = (folder / "stat").read_text(encoding="utf-8", errors="replace")
        return int(told.rpartition(")")[2].split()[_AFTER_NAME])
    except OSError:  # it has just ended
        return 0


def _size(folder: Path) -> int:
    try:
        for line in (folder / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return 1024 * int(line.split()[1])
    except OSError:
        pass
    return 0
