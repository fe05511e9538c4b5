"""Numbers with a sign, found at their slashes: `124/QĐ-UBND`, `15/2026/QĐ-UBND`, `36-NQ/TW`, `101/2023/QH15`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsportal.citations.agencies import agency_after, begins_clause
from newsportal.citations.before import WINDOW, Before, before
from newsportal.citations.dates import Dated, contradiction, date_after, date_beside
from newsportal.citations.lists import Chain, Shared, chain_before
from newsportal.citations.makers import agency_before
from newsportal.citations.signs import DASHES, LETTER, Sign, number_of, read_party_sign, read_sign, up_to_dot
from newsportal.citations.types import TYPES, type_name
from newsportal.citations.values import Caution, CautionCode, Citation, Form, Number

_LETTERS = "A-Za-zĐđÐðƯư"
_DATE_AHEAD = r"(?=ngày\s?\d)"
_PART = rf"(?:[{_LETTERS}][{_LETTERS}0-9&]{{0,15}}+(?![^\W_])|[A-ZĐ&]{{2,15}}{_DATE_AHEAD})"
_FIRST_JOINT = rf"(?:[ \xa0]?[{DASHES}/][ \xa0]?|[{DASHES}]\s?\n[ \xa0]{{0,8}}|\.(?=[A-ZĐ]{{2}}))"
"""It may have spaces, as typists leave them, a line's end behind it, or be a dot."""
SIGN = re.compile(
    r"/[ \xa0]?(?:(?P<year>(?:19|20)\d\d)[ \xa0]?/[ \xa0]?)?"
    rf"(?P<sign>{_PART}(?:{_FIRST_JOINT}{_PART})?+(?:[{DASHES}/]{_PART}){{0,6}}+)"
    rf"(?:{_DATE_AHEAD}|(?![-‐‑–−/]?[^\W_]|[.?=#@][a-z0-9]))"
)
"""From a number's slash to its end."""
SERIAL = re.compile(
    rf"(?P<serial>\d{{1,6}}[A-Za-z]?)(?:\s?[{DASHES}]\s?(?P<type>[{_LETTERS}]{{1,8}}))?[ \xa0]{{0,2}}\Z"
)
_LONGEST_SERIAL = 18
"""Characters from the serial to the slash."""
_BLANK = re.compile(rf"[Ss][Ốố][ \xa0]?:?[\s.…_*]{{0,40}}(?:[{DASHES}]\s?(?P<type>[{_LETTERS}]{{1,8}}))?[ \xa0]?\Z")
_OPENERS = frozenset(" \t\n\r\xa0([{\"'“”‘’«»*_:;,|>")
_GLUED = re.compile(r"(?<![^\W_])(?:số|no)\.?\Z", re.IGNORECASE)
"""What a number may be glued to: "số124/QĐ-UBND", "No.57-NQ/TW"."""
_THOUSANDS = re.compile(r"(?<![^\W_])(?:số|No\.?):?[ \xa0]{1,2}(?P<first>\d{1,2})\.\Z", re.IGNORECASE)
"""The rest of a large number: "số 1.245/SKHCN-VP"."""
_THREE, _LONGEST_GLUED = 3, 10
_NUMBERED = Form.NUMBERED
_PROJECTS = frozenset({"DA", "ĐA", "PA"})
"""What has codes of its own that look like signs: projects."""


class _Place(NamedTuple):
    """A number in the text, its parts as written; the serial is empty where it is still blank."""

    start: int
    end: int
    serial: str
    year: str
    party_type: str
    """The type of a party sign, which stands before the slash; else empty."""
    sign: str

    def read(self) -> Sign:
        return read_party_sign(self.party_type, self.sign) if self.party_type else read_sign(self.sign)


_Former = tuple[int, Before, Citation] | None
"""Of the citation before: where a list after it begins, what stands in front of it, and itself."""


def numbered(text: str) -> Iterator[Citation]:
    """Every citation whose number has a sign, in order, and the serials of lists that share the sign of the last."""
    floor = 0
    former: _Former = None
    for match in SIGN.finditer(text):
        place = _place(text, match, floor)
        if place is None:
            continue
        sign = place.read()
        front, chain = _front(text, floor, place, sign, former)
        if not _is_number(place, sign, front):
            continue
        citation, end = _citation(text, place, sign, front)
        if chain:
            yield from _of_chain(text, chain, place, sign, citation)
        yield citation
        floor, former = citation.end, (end, front, citation)


def _place(text: str, match: re.Match[str], floor: int) -> _Place | None:
    slash, (year, sign) = match.start(), match.group("year", "sign")
    found = SERIAL.search(text, max(floor, slash - _LONGEST_SERIAL), slash)
    if found is None:
        found = _BLANK.search(text, max(floor, slash - WINDOW), slash)
        serial, party_type = "", found["type"] if found else ""
    else:
        serial, party_type = found.group("serial", "type")
    if found is None or (party_type and year):
        return None
    start = found.start()
    if not (start and text[start - 1] == " ") and not _opens(text, start):
        larger = _larger(text, floor, start, serial)
        if larger is None:
            return None
        start, serial = larger
    if "." in sign:
        sign = up_to_dot(sign)
    return _Place(start, match.start("sign") + len(sign), serial, year or "", party_type or "", sign)


def _opens(text: str, start: int) -> bool:
    """Whether a number may begin there: not in a word, an address, a ratio (01:2015/…) or a link's target."""
    if start == 0:
        return True
    last, one_before = text[start - 1], text[start - 2 : start - 1]
    return last in _OPENERS and not (last == ":" and one_before.isdigit()) and not (last == "(" and one_before == "]")


def _larger(text: str, floor: int, start: int, serial: str) -> tuple[int, str] | None:
    """A serial and its start where what stands right before the digits is part of it, or "số"; None for no number."""
    thousands = _THOUSANDS.search(text, max(floor, start - _LONGEST_GLUED), start) if len(serial) == _THREE else None
    if thousands:
        return thousands.start("first"), f"{thousands['first']}{serial}"
    return (start, serial) if _GLUED.search(text, max(0, start - _LONGEST_GLUED), start) else None


def _front(text: str, floor: int, place: _Place, sign: Sign, former: _Former) -> tuple[Before, Chain | None]:
    """What stands in front of a number: its own type word, else that of the list it is in; and who issued all."""
    front, chain = before(text, floor, place.start), None
    if not front.word and not front.refused and place.serial:
        shared = _shared(former)
        if shared.reaches(text, place.start):
            return shared.front(place.start, sign.issuer), None
        chain = chain_before(text, floor, place.start)
    first = chain.front if chain else front
    agency = agency_before(text, floor, first.start, first.last, sign.issuer)
    if chain or agency:
        front = first._replace(start=place.start if chain else front.start, agency=agency)
    return front, chain


def _shared(former: _Former) -> Shared:
    """What the citation before hands on to a list."""
    if former is None:
        return Shared()
    end, front, citation = former
    return Shared(end, front.written, front.word, citation.agency, citation.issuer)


def _is_number(place: _Place, sign: Sign, front: Before) -> bool:
    """Whether it is a document's: by a sign of the lists, or else by what stands in front."""
    if front.refused:
        return False
    if sign.official:
        return True
    if not place.serial:
        return sign.type in TYPES and sign.type != LETTER
    if not place.sign[0].isupper() or len(sign.text) == 1:
        return False
    if sign.type in TYPES and sign.type != LETTER:
        return front.numbered or front.word is not None
    told = front.word is not None and front.word.code not in _PROJECTS and not place.party_type
    return told and (front.numbered or "-" in sign.text)


def _citation(text: str, place: _Place, sign: Sign, front: Before) -> tuple[Citation, int]:
    """The citation at a place, and where a list after it begins."""
    number = number_of(place.serial, place.year, sign, party=bool(place.party_type))
    dated, agency, end = _after(text, place.end)
    day = dated.date or (None if dated.year else date_beside(text, front.start, place.end))
    type_code, doubts = _type(number, sign, front)
    if doubts and front.start == place.start:  # the word is another number's
        front, type_code, doubts = Before(place.start), number.type, ()
    citation = Citation(
        verbatim=text[front.start : dated.end],
        start=front.start,
        end=dated.end,
        type_word=front.written,
        number=number.number,
        date=day,
        kind=number.kind,
        warnings=(
            *number.warnings,
            *doubts,
            *dated.warnings,
            *(contradiction(number.year, dated) if number.year else ()),
        ),
        form=_NUMBERED if place.serial else Form.BLANK,
        type=type_code,
        serial=number.serial,
        year=number.year or dated.year or (day.year if day else None),
        issuer=number.issuer,
        agency=agency or front.agency,
    )
    return citation, end


def _after(text: str, place: int) -> tuple[Dated, str, int]:
    """The date and the issuer in words behind a number, in either order, and where both end."""
    dated = date_after(text, place)
    if dated.year is not None and text[place] == "," and begins_clause(text, dated.end):
        dated = Dated(place)  # "theo Quyết định số …, ngày 20/4/2023, Sở KH&CN tổ chức"
    agency = agency_after(text, dated.end)
    if agency.name and dated.year is None and text[agency.end : agency.end + 1] != ",":
        late = date_after(text, agency.end)
        if late.date is not None:
            return late, agency.name, late.end
    return dated, agency.name, agency.end


def _type(number: Number, sign: Sign, front: Before) -> tuple[str, tuple[Caution, ...]]:
    """The document's type: the sign's, or the word's where the sign tells none; a caution where they differ."""
    word = front.word
    if word is None or word.code == number.type or word.allows(number.type):
        return number.type or (word.code if word else ""), ()
    if number.type == LETTER or number.type not in TYPES:
        return word.code, ()
    doubts = (Caution(CautionCode.TYPE, front.written, type_name(number.type, "vi")),) if sign.official else ()
    return number.type, doubts


def _of_chain(text: str, chain: Chain, place: _Place, sign: Sign, last: Citation) -> Iterator[Citation]:
    """The serials before the last number of a list, as short forms of numbers with the same sign."""
    for order, (start, serial) in enumerate(chain.serials):
        number = number_of(serial, place.year, sign, party=bool(place.party_type))
        first, end = start if order else chain.front.start, start + len(serial)
        yield Citation(
            verbatim=text[first:end],
            start=first,
            end=end,
            type_word=last.type_word,
            number=serial,
            date=None,
            kind=last.kind,
            form=Form.SHORT,
            type=last.type,
            serial=serial,
            year=number.year,
            issuer=last.issuer,
            agency=last.agency,
            full=number.number,
        )
