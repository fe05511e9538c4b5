"""What is measured, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from common.programs import Timings


@dataclass(frozen=True, slots=True)
class Measured:
    """One contender: its builds from nothing, and those after a change by the change's name.

    `pages` are the HTML files it wrote; `peak` is bytes of memory, None where the system does not tell.
    """

    version: str
    pages: int
    peak: int | None
    cold: Timings
    changes: Mapping[str, Timings]

    @property
    def page_milliseconds(self) -> float:
        """Of a cold build, for each page."""
        return 1000 * self.cold.median / self.pages


@dataclass(frozen=True, slots=True)
class Comparison:
    """Builds of so many items; `articles` counts both languages. `machine` is what they ran on, before and after."""

    items: int
    articles: int
    machine: tuple[str, str]
    measured: Mapping[str, Measured]


@dataclass(frozen=True, slots=True)
class Preview:
    """The live preview: seconds from its start to its first page, and from saving a change to the page that has it."""

    items: int
    machine: str
    started: float
    delays: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Results:
    """All of a run."""

    comparisons: tuple[Comparison, ...] = ()
    preview: Preview | None = None
