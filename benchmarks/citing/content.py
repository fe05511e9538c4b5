"""Made-up content that cites: every item names some of the documents there are, and some that nobody has."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from common import corpus
from newsportal.citations import Citation, find

_INSTEAD = "văn bản"
"""What stands in the place of a citation that is one too many."""

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


def make(items: int, citations: int, folder: Path) -> int:
    """A content folder of so many items and about so many citations; returns how many there are.

    A citation is added to every Vietnamese item. Of those that its sentences have as many are kept as are wanted,
    item by item in random order; in all others other words stand in their place.
    """
    corpus.make(items, folder)
    chosen = random.Random(_SEED)
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((folder / "vi").glob("*/**/*.md"))}
    documents = [found for text in texts.values() if (found := _document(text))]
    left, total = citations - len(texts), 0
    for path in chosen.sample(list(texts), len(texts)):
        head, _, body = texts[path].partition("\n---\n")
        there = find(body)
        if left < len(there):
            body = _without(body, there)
        else:
            left -= len(there)
        made = f"{body}\nThực hiện {_citation(chosen, documents)}.\n"
        path.write_text(f"{head}\n---\n{made}", encoding="utf-8")
        total += len(find(made))
    return total


def _without(text: str, citations: Sequence[Citation]) -> str:
    for citation in reversed(citations):
        text = text[: citation.start] + _INSTEAD + text[citation.end :]
    return text


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
