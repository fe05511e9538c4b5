"""Dates that follow a number or a law's name: "ngày 16/3/2022", "ngày 30 tháng 01 năm 2023", "of 16 March 2022"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from newsportal.citations.values import BLOCK_END, CELL_END, Caution, CautionCode

_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS: Mapping[str, int] = MappingProxyType({
    name[:length].lower(): place
    for place, name in enumerate(_MONTH_NAMES, start=1)
    for length in (3, 4, len(name))
})  # fmt: skip

# Every repetition is bounded: linear on any input.
_GAP = r"[\s*_]{1,8}"
_CELL_EDGE = re.compile(rf"[ \xa0*_]{{0,20}}[{CELL_END}|]")
_CELL_BEGIN = re.compile(r"(?:\A|[|\n])[ \xa0*_]{0,20}\Z")
_CELL_WINDOW = 21
_CELL = re.compile(rf"{_CELL_EDGE.pattern}[^\S{BLOCK_END}]{{0,20}}[*_]{{0,3}}(?:ngày\s{{1,4}})?", re.IGNORECASE)
"""What stands before the text of the next cell."""
_APART = re.compile(rf"[{BLOCK_END}{CELL_END}]|\n[ \t]*\n")
"""Ends of blocks: in HTML, and in Markdown a blank line."""
_LEAD = re.compile(
    rf"(?:{_GAP}|(?=[,(]|ngày\s?\d)),?(?:[\s*_]{{0,8}}(?:(?:được\s)?(?:ký|ban\shành)|issued|signed)(?={_GAP}))?[\s*_]{{0,8}}"
    rf"(?P<bracket>\(\s?)?(?P<word>ngày|tháng|năm|of|dated|on|(?<=\()(?=\w)|(?<=\(\s)(?=\w))[\s*_]{{0,8}}",
    re.IGNORECASE,
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_NUMERIC = re.compile(rf"(?P<day>\d{{1,2}})\s?(?P<sep>[/.‐‑−-])\s?(?P<month>\d{{1,2}})\s?(?P=sep)\s?{_YEAR}")
_SHORT_YEAR = re.compile(r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d\d)(?![^\W_]|[/,.-]\d)")
_WORDS = re.compile(rf"(?P<day>\d{{1,2}}){_GAP}tháng{_GAP}(?P<month>\d{{1,2}}),?{_GAP}năm{_GAP}{_YEAR}", re.IGNORECASE)
_OPEN_DAY = re.compile(
    rf"[.…_\s]{{0,12}}(?:tháng{_GAP}[.…_\d]{{1,12}}{_GAP}năm{_GAP}|/\s?[.…_\d]{{1,12}}\s?/\s?){_YEAR}", re.IGNORECASE
)
_MONTH = re.compile(rf"\d{{1,2}}(?:,?{_GAP}năm{_GAP}|\s?/\s?){_YEAR}", re.IGNORECASE)
_YEAR_ONLY = re.compile(rf"{_YEAR}(?!\s?[-–/]\s?\d)")
_DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?P<name>[A-Z][a-z]{{2,8}})\.?,?{_GAP}{_YEAR}")
_MONTH_FIRST = re.compile(
    rf"(?P<name>[A-Z][a-z]{{2,8}})\.?{_GAP}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?{_GAP})?{_YEAR}"
)
_BRACKET_END = re.compile(r"\s?\)")

_USUAL = " ngày "
_CENTURY, _FULL_YEAR = 2000, 100
"""Of years in two digits, and what is larger than these."""

_ENGLISH = (_DAY_FIRST, _MONTH_FIRST, _NUMERIC, _YEAR_ONLY)
_FORMS: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType({
    "ngày": (_NUMERIC, _WORDS, _OPEN_DAY, _SHORT_YEAR),
    "tháng": (_MONTH,),
    "năm": (_YEAR_ONLY,),
    "of": _ENGLISH,
    "dated": _ENGLISH,
    "on": (_DAY_FIRST, _MONTH_FIRST),
    "": (_NUMERIC, _DAY_FIRST, _MONTH_FIRST),
})  # fmt: skip
"""The word before a date → how the date may be written."""


class Dated(NamedTuple):
    """What was read: where it ends, the day (None where it is not told or does not exist), the year, and doubts."""

    end: int
    date: dt.date | None = None
    year: int | None = None
    warnings: tuple[Caution, ...] = ()


def date_after(text: str, place: int) -> Dated:
    """Read the date right after a citation that ends at `place`; without one, it ends there.

    The day comes before the month, but for English months in words. A month or a year alone gives the year only. A day
    that does not exist (31/02/2023) is a caution, and still tells its year.
    """
    if text.startswith(_USUAL, place):  # the quick way for most; what it does not read the other may
        found = _NUMERIC.match(text, place + len(_USUAL))
        if found is not None:
            return _dated(found, found.end())
    lead = _LEAD.match(text, place)
    if lead is None or ("\n" in lead[0] and _is_apart(lead)):
        return Dated(place)
    for form in _FORMS[lead["word"].lower()]:
        found = form.match(text, lead.end())
        if found is not None:
            break
    else:
        return Dated(place)
    if not lead["bracket"]:
        return _dated(found, found.end())
    closing = _BRACKET_END.match(text, found.end())
    return _dated(found, closing.end()) if closing else Dated(place)


def date_beside(text: str, start: int, end: int) -> dt.date | None:
    """The date in the cell after the one that `text[start:end]` fills, if that has nothing else: the usual table of
    "Số, ký hiệu" and "Ngày"."""
    if not _CELL_EDGE.match(text, end) or not _CELL_BEGIN.search(text, max(0, start - _CELL_WINDOW), start):
        return None
    lead = _CELL.match(text, end)
    if lead is None:
        return None
    found = _NUMERIC.match(text, lead.end()) or _WORDS.match(text, lead.end())
    return _dated(found, 0).date if found and _CELL_EDGE.match(text, found.end()) else None


def _is_apart(lead: re.Match[str]) -> bool:
    """Whether a block ends between a number and a date. Where a page breaks, emphasis and small letters go on."""
    goes_on = ("*" in lead[0] or "_" in lead[0]) and not lead["word"][:1].isupper()
    return not goes_on and _APART.search(lead[0]) is not None


def _dated(found: re.Match[str], end: int) -> Dated:
    parts = found.groupdict()
    year, day = int(parts["year"]), parts.get("day")
    year += _CENTURY if year < _FULL_YEAR else 0
    month = _MONTHS.get(parts["name"].lower(), 0) if "name" in parts else int(parts.get("month") or 0)
    if day is None:
        return Dated(end, None, year)
    try:
        return Dated(end, dt.date(year, month, int(day)), year)
    except ValueError:
        return Dated(end, None, year, (Caution(CautionCode.NO_SUCH_DATE, found.group()),))


def contradiction(number_year: int | None, dated: Dated) -> tuple[Caution, ...]:
    """The caution that a year in the sign and the date's year differ, if they do."""
    if number_year is None or dated.year is None or number_year == dated.year:
        return ()
    return (Caution(CautionCode.YEAR, str(number_year), str(dated.year)),)
