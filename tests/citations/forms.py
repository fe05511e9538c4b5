"""Citations as they are written, and what is read of them: the table that the parser is held to.

A line of `forms.txt`: the citation, its type word, its number, its date (a year where no day is told and the number has
none, `-` without), its kind, its type and its issuer. `·` stands for no text. No line is from a real page.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("forms.txt")


class Row(NamedTuple):
    text: str
    type_word: str
    number: str
    date: str
    kind: str
    type: str
    issuer: str


def rows() -> list[Row]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return [Row(*(cell.replace("·", "") for cell in line.split(" | "))) for line in lines]
