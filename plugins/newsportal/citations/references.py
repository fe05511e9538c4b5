"""What a citation says of the document it means, in a form that is compared, counted and kept."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from newsportal.citations.types import type_name
from newsportal.citations.values import Citation, Form, Kind
from newsportal.text import fold

_PART = "\t"

_PLACE = re.compile(r"\b(?:tỉnh|thành phố|TP\.?|huyện|thị xã|quận|xã|phường)\s+[A-ZĐÀ-Ỹ].*")
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
        """The province, district or commune of the issuer where the text names one that is not part of `home`."""
        found = _PLACE.search(self.agency)
        return "" if found is None or fold(found[0]) in fold(home) else found[0]

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
