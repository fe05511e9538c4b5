"""Lists and ranges: several numbers after one type word.

"các Quyết định số 12/QĐ-UBND, 15/QĐ-UBND và 17/QĐ-UBND" shares the word, "các Quyết định số 12, 15 và 17/QĐ-UBND" the
sign as well. Of a range ("từ số 12/QĐ-UBND đến số 15/QĐ-UBND") the two ends are citations.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsportal.citations.before import WINDOW, Before, before
from newsportal.citations.typewords import TypeWord

_BETWEEN = re.compile(
    r"[\s*_]{0,8}(?:[,;]|(?:và|hoặc|and|or|đến|to)(?=\s))[\s*_]{0,8}(?:(?:và|and|đến)\s{1,3})?"
    r"(?:(?:các\s)?(?:số|Nos?\.?):?\s)?[\s*_]{0,8}"
)
_CHAIN = re.compile(r"(?<![\w.,/-])(?:\d{1,5}[a-z]?\s{0,3}(?:[,;]|(?:và|and|đến|to)(?=\s))\s{0,3}(?:số\s)?){1,12}\Z")
_SERIAL = re.compile(r"\d{1,5}[a-z]?")


class Shared(NamedTuple):
    """The type word that a citation hands on to a list after it, which begins at `end`, and the issuer in words of the
    code `issuer`."""

    end: int = 0
    written: str = ""
    word: TypeWord | None = None
    agency: str = ""
    issuer: str = ""

    def front(self, place: int, issuer: str) -> Before:
        """What the member of the list with its number at `place` has in front."""
        agency = self.agency if issuer == self.issuer else ""
        return Before(place, self.written, self.word, numbered=True, agency=agency)

    def reaches(self, text: str, place: int) -> bool:
        """Whether only what parts the members of a list stands between, so that the word goes for `place` too."""
        return self.word is not None and bool(_BETWEEN.fullmatch(text, self.end, place))


class Chain(NamedTuple):
    """Serials whose sign is that of the number after them, each with its start, and what stands in front of all."""

    serials: tuple[tuple[int, str], ...]
    front: Before


def chain_before(text: str, floor: int, place: int) -> Chain | None:
    """The bare serials right before a number at `place`, if a type word stands in front of them."""
    chain = _CHAIN.search(text, max(floor, place - WINDOW), place)
    front = before(text, floor, chain.start()) if chain else None
    if chain is None or front is None or front.word is None:
        return None
    return Chain(tuple((each.start(), each.group()) for each in _SERIAL.finditer(text, *chain.span())), front)
