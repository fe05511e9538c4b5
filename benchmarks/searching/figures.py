"""What is measured, as values, and what is made of it."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from common.programs import Times


@dataclass(frozen=True, slots=True)
class Traffic:
    """What a server has sent: answers, all their bytes, and the bytes of their bodies alone."""

    answers: int
    sent: int
    bodies: int


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and the path of the article that should answer it; empty where there is no telling."""

    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a question went. `rank` counts from 1; 0 is not among the ten results shown."""

    question: Question
    milliseconds: float
    traffic: Traffic
    total: int
    rank: int


@dataclass(frozen=True, slots=True)
class Size:
    """A folder's files: how many, their bytes on the disk and as a server sends them."""

    files: int
    raw: int
    sent: int


@dataclass(frozen=True, slots=True)
class Builds:
    """The build without search; and what search comes on top with, for each contender."""

    without: Times
    added: Mapping[str, Times]


@dataclass(frozen=True, slots=True)
class Measures:
    """All that was asked of one contender.

    Each of `first` and `short_first` was asked in a browser that had never been there; `marked`, `bare` and `short` one
    after another in one page each. `excerpts` are answers that waited for the best excerpt of every result.
    """

    size: Size
    first: tuple[Answer, ...]
    short_first: tuple[Answer, ...]
    marked: tuple[Answer, ...]
    bare: tuple[Answer, ...]
    short: tuple[Answer, ...]
    excerpts: tuple[Answer, ...]

    @property
    def following(self) -> tuple[Answer, ...]:
        """The titles asked for after others; the ones that opened their pages are none of them."""
        return self.marked[1:] + self.bare[1:]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One site: `unique` of its `articles` in the language have a title that no other begins like.

    `machine` is what the figures were taken on; a busy one is slow.
    """

    name: str
    language: str
    articles: int
    unique: int
    asked: int
    server: str
    machine: str
    builds: Builds | None
    measures: Mapping[str, Measures]


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the far end of some numbers."""

    median: float
    maximum: float


def spread(answers: Iterable[Answer], of: Callable[[Answer], float]) -> Spread:
    """The spread of one figure of some answers; zeros where there are none."""
    values = [of(answer) for answer in answers]
    return Spread(statistics.median(values), max(values)) if values else Spread(0, 0)


def sent(answer: Answer) -> float:
    """All bytes."""
    return answer.traffic.sent


def bodies(answer: Answer) -> float:
    """Bytes without the headers."""
    return answer.traffic.bodies


def milliseconds(answer: Answer) -> float:
    """From the call to the ten results."""
    return answer.milliseconds


def share(answers: Iterable[Answer], top: int) -> float:
    """The share of answers that have the right article among the first `top`; 0 where nothing was asked."""
    ranks = [answer.rank for answer in answers]
    return sum(1 <= rank <= top for rank in ranks) / len(ranks) if ranks else 0.0


def fastest(times: Iterable[Times]) -> Times:
    """The least of several runs: what disturbs a run only ever makes it longer."""
    runs = list(times)
    return Times(min(run.seconds for run in runs), min(run.processor for run in runs))


def added(times: Times, base: Times) -> Times:
    """What `times` has over `base`."""
    return Times(times.seconds - base.seconds, times.processor - base.processor)
