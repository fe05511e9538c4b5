"""Results of a benchmark as they might be."""

from __future__ import annotations

from common.programs import Times
from searching.figures import Answer, Builds, Comparison, Measures, Question, Size, Traffic

QUESTION = Question("Quyết định về đề tài", "/van-ban/2026/quyet-dinh/")


def answer(milliseconds: float = 40, sent: int = 20_000, rank: int = 1) -> Answer:
    return Answer(QUESTION, milliseconds, Traffic(3, sent, sent - 600), 12, rank)


def answers(*sent: int) -> tuple[Answer, ...]:
    return tuple(answer(sent=each) for each in sent)


def measures(first: tuple[Answer, ...] = (), ranks: tuple[int, ...] = (1, 1)) -> Measures:
    asked = tuple(answer(rank=rank) for rank in ranks)
    return Measures(
        size=Size(30, 2_500_000, 1_200_000),
        first=first or answers(50_000, 58_000),
        short_first=answers(40_000),
        marked=asked,
        bare=asked,
        short=answers(9_000),
        excerpts=answers(30_000),
    )


def comparison(builds: Builds | None = None, **contenders: Measures) -> Comparison:
    return Comparison(
        name="10,000 items",
        language="vi",
        articles=14_976,
        unique=1_500,
        asked=200,
        server="nginx",
        machine="2 processors",
        builds=builds,
        measures=contenders or {"ours": measures()},
    )


def builds(ours: float, pagefind: float = 40.0) -> Builds:
    """Seconds on top of a hundred."""
    return Builds(Times(100, 90), {"ours": Times(ours, ours), "Pagefind": Times(pagefind, pagefind)})
