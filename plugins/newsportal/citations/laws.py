"""Laws cited by name: "Luật Thanh tra năm 2022", "Bộ luật Dân sự", "Law on Inspection of 2022".

Names are those of a list, in any letter case, since they hold commas and small letters ("Luật Thi đua, khen thưởng").
A name that the list does not have is one only with a year or a number behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsportal.citations.dates import contradiction, date_after
from newsportal.citations.law_names import CODES, ENGLISH_LAWS, LAWS, SHORT_LAWS
from newsportal.citations.phrases import phrases
from newsportal.citations.values import Citation, Form, Kind

_NAMES, _CODES, _ENGLISH_NAMES = phrases({**SHORT_LAWS, **LAWS}), phrases(CODES), phrases(ENGLISH_LAWS)
_WORD = re.compile(r"uật[\s*_]{1,8}")
_ENGLISH_WORD = re.compile(r"Law\son\s(?=[A-Zt])(?:the\s)?")
_AMENDING = re.compile(
    r"sửa\sđổi,?\s(?:và\s)?bổ\ssung(?:\smột\ssố\sđiều)?\scủa\s(?:(?P<code>Bộ\sluật)|(?:các\s)?luật)\s", re.IGNORECASE
)
_AND_LAW = re.compile(r"(?:[,;]|,?\svà)\s[Ll]uật\s")
_YEAR = re.compile(r"[\s*_]{1,8}\(?(?:(?:năm|of)\s)?(?P<year>(?:19|20)\d\d)\)?(?![\w/]|[.-]\d)", re.IGNORECASE)
_NUMBER_AHEAD = re.compile(r",?[\s*_]{1,8}(?:số|No\.?):?[\s*_]{1,8}\d{1,3}/\d{4}/QH")
_OPEN_NAME = re.compile(r"[^\W\d_]{1,8}(?:,?\s[^\W\d_]{1,8}){0,13}?(?=\s(?:năm\s(?:19|20)\d\d|số:?\s\d{1,3}/\d{4}/QH))")
_NOT_IN_NAMES = re.compile(r"(?:luật|nghị|thông tư|quyết định|văn bản|theo|được|các|này|cho)(?![^\W_])", re.IGNORECASE)
_ENGLISH_OPEN_NAME = re.compile(
    r"[A-Z][\w’'-]{0,20}(?:,? (?:(?:and|of|the|for|to|in|on|under|against) ){0,3}[A-Z][\w’'-]{0,20}){0,10}"
)


class _Name(NamedTuple):
    end: int
    name: str


def laws(text: str, *, english: bool) -> list[Citation]:
    """Every law cited by name, with year and date; by English names too where the text is `english`."""
    return [*_vietnamese(text), *(_english(text) if english else ())]


def _vietnamese(text: str) -> Iterator[Citation]:
    floor = 0
    for match in _WORD.finditer(text):
        start = _start(text, match.start())
        if start is None or start < floor:
            continue
        code, small = text[start] in "Bb", text[start] == "l"
        name = _name(text, match.end(), code=code)
        if name is None or (small and not _YEAR.match(text, name.end)):
            continue
        citation = _citation(text, start, name, "Bộ luật" if code else "Luật")
        floor = citation.end
        yield citation


def _start(text: str, place: int) -> int | None:
    """Where the word begins whose "uật" stands at `place`: "Luật", "luật" or "Bộ luật", but not "pháp luật"."""
    first = place - 1
    if first < 0 or text[first] not in "Ll":
        return None
    if text[max(0, first - 3) : first].casefold() in ("bộ ", "bộ\xa0"):
        first -= 3
    return None if first and text[first - 1].isalnum() else first


def _name(text: str, place: int, *, code: bool) -> _Name | None:
    amending = _AMENDING.match(text, place) if not code and text[place : place + 1] in ("s", "S") else None
    if amending is not None:
        return _amended(text, amending)
    found = (_CODES if code else _NAMES).longest(text, place)
    if found is not None:
        return _Name(*found)
    opened = _OPEN_NAME.match(text, place) if text[place : place + 1].isupper() else None
    if opened is None or _NOT_IN_NAMES.search(opened.group()):
        return None
    return _Name(opened.end(), f"{'Bộ luật' if code else 'Luật'} {' '.join(opened.group().split())}")


def _amended(text: str, amending: re.Match[str]) -> _Name | None:
    """The name of a law that amends another, or several if its number stands behind the last."""
    first = (_CODES if amending["code"] else _NAMES).longest(text, amending.end())
    if first is None:
        return None
    end, other = first[0], _AND_LAW.match(text, first[0])
    while other is not None and (found := _NAMES.longest(text, other.end())) is not None:
        end, other = found[0], _AND_LAW.match(text, found[0])
    if not _NUMBER_AHEAD.match(text, end):
        end = first[0]
    return _Name(end, f"Luật sửa đổi, bổ sung một số điều của {first[1]}")


def _english(text: str) -> Iterator[Citation]:
    for match in _ENGLISH_WORD.finditer(text):
        if match.start() and text[match.start() - 1].isalnum():
            continue
        found = _ENGLISH_NAMES.longest(text, match.end())
        opened = None if found else _ENGLISH_OPEN_NAME.match(text, match.end())
        if found:
            yield _citation(text, match.start(), _Name(*found), "Law")
        elif opened:
            name = _Name(opened.end(), " ".join(text[match.start() : opened.end()].split()))
            yield _citation(text, match.start(), name, "Law")


def _citation(text: str, start: int, name: _Name, type_word: str) -> Citation:
    year = _YEAR.match(text, name.end)
    named_year = int(year["year"]) if year else None
    dated = date_after(text, year.end() if year else name.end)
    return Citation(
        verbatim=text[start : dated.end],
        start=start,
        end=dated.end,
        type_word=type_word,
        number="",
        date=dated.date,
        kind=Kind.ASSEMBLY,
        warnings=(*dated.warnings, *contradiction(named_year, dated)),
        form=Form.NAMED,
        type="L",
        year=named_year or dated.year,
        issuer="QH",
        name=name.name,
    )
