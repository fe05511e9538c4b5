"""Contenders timed turn by turn on one log, so that what else the machine does hits both alike."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from common.console import machine, tell
from common.memory import weighed
from common.programs import Times, Timings, timed
from visiting.contenders import OURS, Contender, require_right
from visiting.figures import Comparison, Measured
from visiting.logs import Log


@dataclass
class Turn:
    """A contender with what it has been measured at so far."""

    contender: Contender
    peak: int | None = None
    first: float = 0.0
    runs: list[Times] = field(default_factory=list)

    def weigh(self) -> None:
        """A run that is weighed, which slows it: it is not a round."""
        self.contender.clear()
        began = time.perf_counter()
        peaks = [weighed(command, self.contender.folder) for command in self.contender.commands]
        self.first = time.perf_counter() - began
        self.peak = max((peak for peak in peaks if peak), default=None)

    def play(self) -> None:
        """A run from nothing."""
        self.contender.clear()
        runs = [timed(command, self.contender.folder)[0] for command in self.contender.commands]
        self.runs.append(Times(sum(run.seconds for run in runs), sum(run.processor for run in runs)))

    def result(self) -> Measured:
        """All of it; where no round was played, the time of the run that was weighed."""
        return Measured(self.contender.version, self.peak, Timings(tuple(self.runs or [Times(self.first, 0)])))


def compare(log: Log, contenders: Sequence[Contender], rounds: int, patience: float) -> Comparison:
    """Weighs all of them, then times them in turn; after every run the figures are looked at.

    A rival whose first run takes longer than `patience` seconds is not run again. Raises BenchError for a wrong figure.
    """
    before, turns = machine(), [Turn(each) for each in contenders]
    exact = 0
    _bring_in(log.file)
    for turn in turns:
        tell(f"{log.size:,} lines: weighing {turn.contender.name} …")
        turn.weigh()
        exact = max(exact, require_right(turn.contender, log))
    for number in range(1, rounds + 1):
        for turn in _willing(turns, patience):
            tell(f"{log.size:,} lines, round {number} of {rounds}: {turn.contender.name} …")
            turn.play()
            require_right(turn.contender, log)
    measured = {turn.contender.name: turn.result() for turn in turns}
    return Comparison(log.size, log.file.stat().st_size, (before, machine()), exact, measured)


def _willing(turns: Iterable[Turn], patience: float) -> list[Turn]:
    return [turn for turn in turns if turn.contender.name == OURS or turn.first <= patience]


def _bring_in(file: Path) -> None:
    """Reads a file once, so that all find it in the system's cache as far as that is large enough."""
    with file.open("rb") as source, open(os.devnull, "wb") as nowhere:
        shutil.copyfileobj(source, nowhere, 1 << 20)
