"""What is measured, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from common.programs import Timings


@dataclass(frozen=True, slots=True)
class Measured:
    """One contender: `timings` of whole runs, from the log to the published figures; `peak` is bytes of memory, None
    where the system does not tell."""

    version: str
    peak: int | None
    timings: Timings


@dataclass(frozen=True, slots=True)
class Comparison:
    """One log of so many lines and bytes. `machine` is what it was read on, before and after; `exact` is how many
    published figures were compared with the truth, all of which were right."""

    lines: int
    size: int
    machine: tuple[str, str]
    exact: int
    measured: Mapping[str, Measured]


@dataclass(frozen=True, slots=True)
class Storage:
    """A store of so many days at so many lines a day: its bytes, what publishing from it takes."""

    days: int
    lines: int
    size: int
    publish: Timings

    @property
    def yearly(self) -> float:
        """Bytes a year."""
        return self.size * 365 / self.days


@dataclass(frozen=True, slots=True)
class Results:
    """All of a run."""

    comparisons: tuple[Comparison, ...] = ()
    storage: Storage | None = None
