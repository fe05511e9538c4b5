"""The number and sign of a document: "01/QĐ-UBND" (NĐ 30/2020/NĐ-CP, Điều 15; annex I, part I, II.3; annex III)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsportal.citations import ISSUERS, TYPES, CautionCode, Form, Kind, Number, find, parse_number
from newsportal.linting.values import Finding, finding
from newsportal.model import Document
from newsportal.text import fold

_HAS_DIGIT = re.compile(r"\d")
_NO_SIGN = re.compile(r"(?P<serial>\d+)(?:/\d{4})?")
_LETTER = "CV"
"""Công văn: official letters have no type in their sign."""
_OF_OTHERS = (Kind.PARTY, Kind.STANDARD)
"""Numbers that follow rules of their own: "36-NQ/TW", "TCVN ISO 9001:2015"."""
_FIELD = "document.number"


def number_findings(document: Document) -> Iterator[Finding]:
    """How the number is written, and whether it agrees with the rest of the record."""
    written = document.number
    if document.written:
        yield finding("document.number_extra", _FIELD, written=document.written[:60], right=written)
    number = parse_number(written)
    if alone := _NO_SIGN.fullmatch(written):
        yield finding("document.sign", _FIELD, written=written, right=_example(document, alone["serial"]))
    elif number is None and _HAS_DIGIT.search(written) and not written.startswith("/"):
        within = [found.number for found in find(written) if found.form is Form.NUMBERED]
        right = within[0] if within else _example(document, "124")
        yield finding("document.number_form", _FIELD, written=written[:60], right=right)
    if number and number.serial and not number.year and not document.issued:
        yield finding("document.issued", _FIELD, written=written)
    if number is None or number.kind in _OF_OTHERS:
        return
    if len(number.serial) == 1 and number.serial != "0":
        right = document.number.replace(number.serial, f"0{number.serial}", 1)
        yield finding("document.number", _FIELD, written=document.number, right=right)
    if document.issued and number.year and number.year != document.issued.year:
        yield finding("document.year", _FIELD, written=str(number.year), issued=str(document.issued.year))
    yield from _sign_findings(document, number)


def _example(document: Document, serial: str) -> str:
    sign = "UBND-VP" if document.type == _LETTER else f"{document.type or 'QĐ'}-UBND"
    return f"{serial}/{sign}"


def type_findings(document: Document) -> Iterator[Finding]:
    """A type that the list of NĐ 30 does not have; the list stays open, so this is a question."""
    if document.type and document.type not in TYPES:
        yield finding("document.unknown_type", "document.type", type=document.type[:40], nearest=_known(document.type))


def _sign_findings(document: Document, number: Number) -> Iterator[Finding]:
    """Parts of the sign that are misspelt, not in the lists, or of another type than the record's."""
    slips = [each for each in number.warnings if each.code is CautionCode.MISSPELT]
    for slip in slips:
        if slip.meant in TYPES:
            yield finding("document.unknown_type", _FIELD, type=slip.written, nearest=slip.meant)
        else:
            yield finding("document.unknown_issuer", _FIELD, issuer=slip.written, nearest=slip.meant)
    if document.type in TYPES and document.type != _LETTER and number.type not in ("", document.type):
        yield finding("document.type", _FIELD, written=document.number, type=document.type)
    elif not slips and number.type in TYPES and _LETTER not in (number.type, document.type):
        yield from _issuer_findings(number)


def _issuer_findings(number: Number) -> Iterator[Finding]:
    """Co-issuers are joined by dashes. Of letters it is not sure which part of the sign is the issuer."""
    if number.issuer not in ISSUERS:
        for part in number.issuer.split("-"):
            if part and part not in ISSUERS:
                yield finding("document.unknown_issuer", _FIELD, issuer=part[:40], nearest="")


def _known(text: str) -> str:
    """The code that was meant by a code typed otherwise, or by a type's name; marks and case aside, marks first."""
    like = [code for code in TYPES if fold(code) == fold(text)]
    named = [kind.code for kind in TYPES.values() if fold(kind.vi) == fold(text)]
    return min(like or named, key=lambda code: (code.casefold() != text.casefold(), code), default="")
