"""Programs run to their ends and timed."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from common.errors import BenchError

_TAIL = 2000


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took by the clock, and of the processor where the system tells (else 0); in seconds."""

    seconds: float
    processor: float


@dataclass(frozen=True, slots=True)
class Timings:
    """Several runs of the same thing; at least one."""

    runs: tuple[Times, ...]

    @property
    def median(self) -> float:
        """Seconds."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def least(self) -> float:
        """Seconds."""
        return min(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        """Seconds of all processors, the median."""
        return statistics.median(run.processor for run in self.runs)


def quiet() -> dict[str, str]:
    """An environment in which MkDocs' themes advertise nothing, and Python keeps what it compiles, as is usual."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "NO_MKDOCS_2_WARNING": "1"}


def timed(command: Sequence[str], folder: Path | None = None) -> tuple[Times, str]:
    """Runs a program in `folder` to its end; how long it took and what it said. BenchError where it fails."""
    began, before = time.perf_counter(), os.times()
    done = subprocess.run(
        command, cwd=folder, env=quiet(), capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    seconds, after = time.perf_counter() - began, os.times()
    if done.returncode:
        raise failure(command, done.stdout + done.stderr)
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Times(seconds, spent), done.stdout + done.stderr


def failure(command: Sequence[str], said: str) -> BenchError:
    """What to say of a program that failed."""
    return BenchError(f"{' '.join(command[:5])} … failed: {said[-_TAIL:]}")
