"""Builds timed: each contender in its turn, round after round, so that what else the machine does hits all alike."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from building.contenders import OURS, Contender
from building.edits import BODY, LAUNCHER, Author
from building.figures import Comparison, Measured
from common.console import machine, tell
from common.errors import BenchError
from common.memory import weighed
from common.programs import Times, Timings, timed


@dataclass(frozen=True, slots=True)
class Plan:
    """How hard to try. `changes` are what our builds are timed after; a rival gets off after `patience` seconds."""

    rounds: int
    patience: float
    changes: tuple[str, ...]


@dataclass
class Turn:
    """A contender with what it has been measured at so far."""

    contender: Contender
    author: Author
    pages: int = 0
    peak: int | None = None
    first: float = 0.0
    cold: list[Times] = field(default_factory=list)
    changed: dict[str, list[Times]] = field(default_factory=dict)

    def weigh(self) -> None:
        """A build that brings the files into the system's cache and is weighed, which slows it: it is not a round."""
        self.contender.clear()
        began = time.perf_counter()
        peaks = [weighed(command, self.contender.folder) for command in self.contender.commands]
        self.first = time.perf_counter() - began
        self.peak = max((peak for peak in peaks if peak), default=None)
        self.pages = sum(1 for _ in self.contender.pages())
        if not self.pages:
            raise BenchError(f"{self.contender.name} wrote no pages")

    def play(self, changes: Iterable[str]) -> None:
        """A cold build, and one after each of the changes."""
        self.contender.clear()
        self.cold.append(self._build(self.contender.commands))
        for kind in changes:
            sign = self.author.change(kind)
            commands = self.contender.launcher if kind == LAUNCHER else self.contender.commands
            self.changed.setdefault(kind, []).append(self._build(commands))
            wrong = sign.missing(self.contender.site) if sign else ""
            if wrong:
                raise BenchError(f"{self.contender.name} does not show the change {kind!r}: {wrong}")

    def _build(self, commands: Iterable[tuple[str, ...]]) -> Times:
        runs = [timed(command, self.contender.folder)[0] for command in commands]
        return Times(sum(run.seconds for run in runs), sum(run.processor for run in runs))

    def result(self) -> Measured:
        """All of it; where no round was played, the time of the build that was weighed."""
        cold = self.cold or [Times(self.first, 0)]
        changes = {kind: Timings(tuple(runs)) for kind, runs in self.changed.items()}
        return Measured(self.contender.version, self.pages, self.peak, Timings(tuple(cold)), changes)


def compare(items: int, contenders: Sequence[Contender], plan: Plan, seed: int) -> Comparison:
    """Weighs all contenders, then times them turn by turn."""
    before = machine()
    turns = [Turn(each, Author(each.content, each.theme, seed)) for each in contenders]
    articles = sum(1 for _ in contenders[0].content.glob("*/**/tin-*.md"))
    for turn in turns:
        tell(f"{items:,} items: weighing {turn.contender.name} …")
        turn.weigh()
    for number in range(1, plan.rounds + 1):
        for turn in turns:
            _play(turn, plan, f"{items:,} items, round {number} of {plan.rounds}: {turn.contender.name} …")
    measured: Mapping[str, Measured] = {turn.contender.name: turn.result() for turn in turns}
    return Comparison(items, articles, (before, machine()), measured)


def _play(turn: Turn, plan: Plan, message: str) -> None:
    """Ours is never let off."""
    ours = turn.contender.name == OURS
    if not ours and turn.first > plan.patience:
        return
    tell(message)
    turn.play(plan.changes if ours else (BODY,))
