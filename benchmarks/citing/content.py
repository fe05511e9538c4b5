"""Made-up content that cites: every item names some of the documents there are, and some that nobody has."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

from common import corpus

_CITED = 1
"""Citations added to each Vietnamese item."""

_HERE = 0.75
"""How many of these are of documents of the same content."""

_SIGNS = ("QĐ-UBND", "KH-UBND", "QĐ-TTg", "TT-BKHCN")
_SEED = 6


class _Document(NamedTuple):
    number: str
    issued: str

    def cited(self) -> str:
        """As a news item names it."""
        year, month, day = self.issued.split("-")
        return f"Báo cáo số {self.number} ngày {day}/{month}/{year}"


def make(items: int, folder: Path) -> int:
    """A content folder of so many items that cite documents; returns how many citations were added to it."""
    corpus.make(items, folder)
    chosen = random.Random(_SEED)
    sources = sorted((folder / "vi").glob("*/**/*.md"))
    documents = [found for path in sources if (found := _document(path.read_text(encoding="utf-8")))]
    for path in sources:
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nThực hiện {'; '.join(_citation(chosen, documents) for _ in range(_CITED))}.\n")
    return _CITED * len(sources)


def _document(text: str) -> _Document | None:
    head = text.partition("\n---\n")[0]
    lines = dict(line.strip().split(": ", 1) for line in head.splitlines() if ": " in line)
    return _Document(lines["number"].strip('"'), lines["issued"]) if "number" in lines else None


def _citation(chosen: random.Random, documents: list[_Document]) -> str:
    if documents and chosen.random() < _HERE:
        return chosen.choice(documents).cited()
    year = chosen.randint(2014, 2025)
    day, month = chosen.randint(1, 28), chosen.randint(1, 12)
    return f"Quyết định số {chosen.randint(1, 3000)}/{chosen.choice(_SIGNS)} ngày {day:02}/{month}/{year}"
