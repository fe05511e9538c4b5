"""The number and sign of a document: "01/QĐ-UBND" (NĐ 30/2020/NĐ-CP, Điều 15; annex I, part I, II.3; annex III)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set
from typing import NamedTuple

from newsportal.citations import TYPES
from newsportal.linting.values import Finding, finding
from newsportal.model import Document
from newsportal.text import fold

_NUMBER = re.compile(
    r"(?:số *:? *)?(?P<serial>\d+[a-zđ]?)?(?: */ *(?P<year>\d{4})(?=/|$))? *(?:/ *(?P<sign>\S.*))?", re.I
)
_ASSEMBLY = re.compile(r"(?:UBTV)?QH\d+")
_LETTER = "CV"
"""Công văn: official letters have no type in their sign."""
_FIELD = "document.number"


class _Number(NamedTuple):
    """The parts of a number: "08/2021/QĐ-UBND" is serial 08, year 2021, sign QĐ-UBND."""

    serial: str
    year: str
    sign: str

    @property
    def head(self) -> str:
        """What the sign begins with: a type, or in letters the issuer."""
        return self.sign.partition("-")[0].strip()


def number_findings(document: Document, issuers: Set[str]) -> Iterator[Finding]:
    """How the number is written, and whether it agrees with the rest of the record.

    `issuers` are the codes of known agencies; with none, no agency is called unknown. Numbers of the party
    ("36-NQ/TW") follow rules of their own.
    """
    number = _parsed(document.number)
    if number is None:
        return
    if len(number.serial) == 1 and number.serial in "123456789":
        right = document.number.replace(number.serial, f"0{number.serial}", 1)
        yield finding("document.number", _FIELD, written=document.number, right=right)
    if number.serial and not number.sign:
        sign = "UBND-VP" if document.type == _LETTER else f"{document.type or 'QĐ'}-UBND"
        yield finding("document.sign", _FIELD, written=document.number, right=f"{number.serial}/{sign}")
    if document.issued and number.year and number.year != str(document.issued.year):
        yield finding("document.year", _FIELD, written=number.year, issued=str(document.issued.year))
    yield from _sign_findings(document, number, issuers)


def type_findings(document: Document) -> Iterator[Finding]:
    """A type that the list of NĐ 30 does not have; the list stays open, so this is a question."""
    if document.type and document.type not in TYPES:
        yield finding("document.unknown_type", "document.type", type=document.type[:40], nearest=_known(document.type))


def _parsed(text: str) -> _Number | None:
    found = _NUMBER.fullmatch(text.strip())
    return _Number(found["serial"] or "", found["year"] or "", found["sign"] or "") if found else None


def _sign_findings(document: Document, number: _Number, issuers: Set[str]) -> Iterator[Finding]:
    head, kind = number.head, document.type
    if not head or _ASSEMBLY.fullmatch(head):
        return
    if head not in TYPES and head != kind:
        if meant := _same_letters(head):
            yield finding("document.unknown_type", _FIELD, type=head, nearest=meant)
        elif kind in TYPES and kind != _LETTER:
            yield finding("document.type", _FIELD, written=document.number, type=kind)
        return
    if kind and kind not in (head, _LETTER):
        yield finding("document.type", _FIELD, written=document.number, type=kind)
    yield from _issuer_findings(number, issuers)


def _issuer_findings(number: _Number, issuers: Set[str]) -> Iterator[Finding]:
    """Several issuers of a joint document are joined by dashes, as are an issuer and its unit."""
    whole = number.sign.partition("-")[2].strip()
    if issuers and whole and issuers.isdisjoint({whole, *whole.split("-")}):
        yield finding("document.unknown_issuer", _FIELD, issuer=whole[:40], nearest=_like(whole, issuers))


def _known(text: str) -> str:
    """The code that was meant by a code typed otherwise, or by a type's name."""
    named = [kind.code for kind in TYPES.values() if fold(kind.vi) == fold(text)]
    return _same_letters(text) or (named[0] if named else "")


def _same_letters(text: str) -> str:
    """The known code with these letters, marks and case aside; that with the same marks before others."""
    return _like(text, TYPES)


def _like(text: str, known: Collection[str]) -> str:
    like = [code for code in known if fold(code) == fold(text)]
    return min(like, key=lambda code: (code.casefold() != text.casefold(), code), default="")
