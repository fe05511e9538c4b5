"""Short forms: a type word and a serial without a sign, such as "Nghị định 35" and "quyết định số 100"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from newsportal.citations.agencies import agency_after
from newsportal.citations.before import Before, before
from newsportal.citations.dates import contradiction, date_after
from newsportal.citations.measures import counts
from newsportal.citations.types import TYPES
from newsportal.citations.typewords import Alone
from newsportal.citations.values import Citation, Form, Kind

_SERIAL = (
    r"[\s*_]{1,8}(?P<serial>\d{1,4}[a-z]?)(?:/(?P<year>(?:19|20)\d\d))?(?![^\W_]|[.,:]\d|\s?[/%–‐‑−-]\s?[^\W_]|\s?%)"
)


def _entry(word: str) -> re.Pattern[str]:
    """A word, or its end, with a serial. It begins with letters to look for, which is quick; the rest is told later."""
    return re.compile(word + _SERIAL)


_ENTRIES = tuple(map(_entry, (r"số:?", r"hị(?: (?:định|quyết))?", r"hông tư(?: liên tịch)?")))
"""The second is for "Nghị định", "Nghị quyết" and "Chỉ thị"."""
_ENGLISH_ENTRIES = tuple(map(_entry, (r"No\.?", "ecree", "ircular", "esolution", "irective")))
_REPEATED_ENTRIES: Mapping[str, re.Pattern[str]] = MappingProxyType({
    word: _entry(word[1:])
    for word in ("quyết định", "kế hoạch", "đề án", "chương trình")
})  # fmt: skip
"""Words that need "số", but where they have been cited in full: "Đề án 06" after "Đề án số 06/QĐ-TTg"."""


class ShortForm(NamedTuple):
    """What may be a short form; `sure` where it is one even if the full form does not stand earlier in the text."""

    citation: Citation
    sure: bool


def short_forms(text: str, cited: Set[str], *, english: bool) -> Iterator[ShortForm]:
    """Every type word with a serial and no sign, in order; English ones where the text is `english`.

    `cited` are the type words of the text's full forms, in lower case.
    """
    entries = [*_ENTRIES, *(entry for word, entry in _REPEATED_ENTRIES.items() if word in cited)]
    entries += _ENGLISH_ENTRIES if english else ()
    found = {match.start("serial"): match for match in chain.from_iterable(each.finditer(text) for each in entries)}
    for place in sorted(found):
        front = before(text, 0, place)
        if front.word is not None and front.word.code and (front.numbered or not _is_prose(text, front, found[place])):
            yield ShortForm(_citation(text, front, found[place]), _is_sure(front, found[place]))


def _is_prose(text: str, front: Before, match: re.Match[str]) -> bool:
    """Whether the words are but part of a sentence: "quyết định 100 suất quà", "Kế hoạch 52 tuần trồng cây"."""
    return _may_be_verb(front) or (not match["year"] and counts(text, match.end()))


def _may_be_verb(front: Before) -> bool:
    """Whether the word may say what somebody does: "quyết định 100 suất quà"."""
    return front.written[0].islower() and front.word is not None and front.word.alone is not Alone.ALWAYS


def _is_sure(front: Before, match: re.Match[str]) -> bool:
    """Whether the words alone make a citation; a year like "Nghị quyết 2023" without "số" is no serial."""
    word, serial = front.word, match["serial"]
    if word is None or word.alone is Alone.REPEATED:
        return False
    if front.numbered or match["year"]:
        return True
    return word.alone is Alone.ALWAYS and not (len(serial) == 4 and serial[:2] in ("19", "20"))


def _citation(text: str, front: Before, match: re.Match[str]) -> Citation:
    code = front.word.code if front.word else ""
    year = int(match["year"]) if match["year"] else None
    dated = date_after(text, match.end())
    return Citation(
        verbatim=text[front.start : dated.end],
        start=front.start,
        end=dated.end,
        type_word=front.written,
        number=f"{match['serial']}/{match['year']}" if year else match["serial"],
        date=dated.date,
        kind=_kind(code, year),
        warnings=(*dated.warnings, *contradiction(year, dated)),
        form=Form.SHORT,
        type=code,
        serial=match["serial"],
        year=year or dated.year,
        agency=agency_after(text, dated.end).name,
    )


def _kind(code: str, year: int | None) -> Kind:
    """By the type: a decree is always normative; a decision only if its number has a year."""
    always = code in ("NĐ", "TT", "TTLT", "L", "PL")
    return Kind.NORMATIVE if always or (year and code in TYPES and TYPES[code].normative) else Kind.ADMINISTRATIVE
