"""National standards and technical regulations: `TCVN ISO 9001:2015`, `QCVN 01:2015/BKHCN`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsportal.citations.agencies import agency_after
from newsportal.citations.signs import DASHES, read_issuer
from newsportal.citations.values import Citation, Kind, Number

_MARK = "CVN"
"""What both marks share, and hardly any word."""
_YEAR = r"(?:\s?:\s?(?P<year>(?:19|20)\d\d)(?![^\W_]))?"
_HYPHENS = str.maketrans(dict.fromkeys(DASHES, "-"))
_STANDARD = re.compile(
    r"(?P<mark>TCVN)[\s*_]{1,8}"
    r"(?P<serial>(?:(?:ISO|IEC|OIML|CODEX|ISO/IEC|ISO/TS|ISO/TR|ISO/ASTM)(?:\s(?:TS|TR|GUIDE|Guide))?\s)?"
    r"(?:[IVX]{1,4}-)?\d{1,5}(?:[-–‐‑−]\d{1,4}){0,3})(?![^\W_])" + _YEAR
)
_REGULATION = re.compile(
    r"(?P<mark>QCVN)[\s*_]{1,8}(?P<serial>\d{1,4}(?:[-–‐‑−]\d{1,3}){0,2})(?![^\W_])"
    + _YEAR
    + r"(?:\s?/\s?(?P<issuer>[A-ZĐÐ][A-ZĐÐ&]{1,11})(?![^\W_]))?"
)


def standards(text: str) -> Iterator[Citation]:
    """Every citation of a standard or technical regulation, in order."""
    place = text.find(_MARK)
    while place >= 0:
        match = _match(text, place - 1) if place else None
        if match is not None and (match.start() == 0 or not text[match.start() - 1].isalnum()):
            yield _citation(text, match)
        place = text.find(_MARK, match.end() if match else place + len(_MARK))


def parse_standard(text: str) -> Number | None:
    """A standard's designation as a number, None where the text is none."""
    match = _STANDARD.fullmatch(text) or _REGULATION.fullmatch(text)
    return _number(match) if match else None


def _match(text: str, place: int) -> re.Match[str] | None:
    return (_STANDARD if text[place] == "T" else _REGULATION).match(text, place)


def _number(match: re.Match[str]) -> Number:
    """A standard keeps its mark in the number, as its numbers alone name nothing; a regulation has its issuer."""
    mark, serial, year = match["mark"], " ".join(match["serial"].translate(_HYPHENS).split()), match["year"]
    number = f"{serial}:{year}" if year else serial
    if mark == "TCVN":
        return Number(f"{mark} {number}", serial, int(year) if year else None, mark, "", Kind.STANDARD)
    issuer, doubts = read_issuer(match["issuer"]) if match["issuer"] else ("", ())
    number = f"{number}/{issuer}" if issuer else number
    return Number(number, serial, int(year) if year else None, mark, issuer, Kind.STANDARD, doubts)


def _citation(text: str, match: re.Match[str]) -> Citation:
    number = _number(match)
    return Citation(
        verbatim=match.group(),
        start=match.start(),
        end=match.end(),
        type_word=match["mark"],
        number=number.number,
        date=None,
        kind=Kind.STANDARD,
        warnings=number.warnings,
        type=number.type,
        serial=number.serial,
        year=number.year,
        issuer=number.issuer,
        agency=agency_after(text, match.end()).name,
    )
