"""What a citation says of the document it means, in a form that is compared, counted and kept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from newsportal.citations.types import type_name
from newsportal.citations.values import Citation, Form, Kind
from newsportal.text import fold

_PART = "\t"

_LEVEL = re.compile(
    r"\b(?P<level>tỉnh|thành phố|tp|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|(?:thành|thị)(?=\s+[uủ][yỷ]\b))\b"
    r"(?:\s+[uủ][yỷ]\b)?\.?\s*",
    re.IGNORECASE,
)
"""What stands before the name of a place, also as a part of a committee's: "Tỉnh ủy Gia Lai"."""
_COMMITTEE = re.compile(r"\b(?:UBND|HĐND|nhân dân)\s+", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\bof\s+(?P<name>(?:(?!\bof\b).)+?)\s+(?P<level>Province|City|District|Town|Commune|Ward|Township)\b"
)
_LEVELS: Mapping[str, str] = MappingProxyType({
    "tp": "thành phố",
    "thành": "thành phố",
    "thị": "thị xã",
    "Province": "tỉnh",
    "City": "thành phố",
    "District": "huyện",
    "Town": "thị xã",
    "Commune": "xã",
    "Ward": "phường",
    "Township": "thị trấn",
})  # fmt: skip
"""Levels written otherwise."""
_OWN_LEVEL = "tỉnh"
"""What "UBND tỉnh" leaves out is the portal's own province."""

_MANY_WORDS = 500
"""Type words in all their spellings; each is compared with its code once."""

_LONGEST_CODE = 5
"""Letters of an abbreviated type word, such as QĐ or TTLT."""


class Reference(NamedTuple):
    """A document as texts refer to it.

    `number` is normalised, of a law by its name that name; `serial` is without leading zeros; `agency` is the issuer's
    name where the text gives it in words, `word` the type's where it is another than the sign says (Quy định
    132-QĐ/TW), or the law's name. What is not said is empty.
    """

    kind: Kind
    type: str
    number: str
    serial: str
    issuer: str
    year: int | None = None
    date: dt.date | None = None
    agency: str = ""
    word: str = ""

    def place(self, home: str) -> str:
        """The province, district or commune of the issuer where the text names one that is not part of `home`; no more
        than its level where a text does not name it."""
        level, name = _place(self.agency)
        told = f"{level} {name}".strip()
        end = "," if name else " "  # "tỉnh An" is not "tỉnh An Lĩnh", but "UBND thành phố" may be that of the portal
        is_own = f" {fold(told)}{end}" in f" {fold(home)}," or told in ("", _OWN_LEVEL)
        return "" if is_own else told

    def encoded(self) -> str:
        """As one text, the same for equal references."""
        date = self.date.isoformat() if self.date else ""
        parts = (self.type, self.number, self.serial, self.issuer, str(self.year or ""), date, self.agency, self.word)
        return _PART.join((self.kind.value, *parts))

    @classmethod
    def decoded(cls, text: str) -> Reference:
        """The reference that `encoded` made a text of."""
        kind, type_, number, serial, issuer, year, date, agency, word = text.split(_PART)
        day = dt.date.fromisoformat(date) if date else None
        return cls(Kind(kind), type_, number, serial, issuer, int(year) if year else None, day, agency, word)


def _place(agency: str) -> tuple[str, str]:
    """The level and the name of the place in an agency's name, as far as it has them."""
    for found in _LEVEL.finditer(agency):
        rest = agency[found.end() :]
        if rest[:1].isupper() or not rest:
            level = found["level"].lower()
            return _LEVELS.get(level, level), rest
    bare = _COMMITTEE.search(agency)
    if bare and agency[bare.end() : bare.end() + 1].isupper():
        return "", agency[bare.end() :]
    english = _ENGLISH.search(agency)
    return (_LEVELS[english["level"]], english["name"]) if english else ("", "")


def reference_of(citation: Citation) -> Reference | None:
    """What a citation refers to; None for a short form that stands for nothing said before, and for a blank number."""
    if citation.form is Form.BLANK or (citation.form is Form.SHORT and not citation.full):
        return None
    if citation.form is Form.NAMED:
        return Reference(citation.kind, citation.type, citation.name, "", "", citation.year, citation.date)
    return Reference(
        citation.kind,
        citation.type,
        citation.full or citation.number,
        citation.key.serial,
        citation.issuer,
        citation.year,
        citation.date or citation.day,
        citation.agency,
        citation.name or _other_word(citation.type_word, citation.type),
    )


@lru_cache(maxsize=_MANY_WORDS)
def _other_word(written: str, kind: str) -> str:
    word = " ".join(written.split())
    known = (kind, *(type_name(kind, language) for language in ("vi", "en")))
    is_usual = fold(word) in (fold(name) for name in known) or len(word) <= _LONGEST_CODE
    return "" if is_usual else word[:1].upper() + word[1:]
