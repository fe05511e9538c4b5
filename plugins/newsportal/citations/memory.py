"""What a text has cited so far, for what refers back to it: short forms, and numbers repeated in part."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from newsportal.citations.typewords import TYPE_WORDS
from newsportal.citations.values import Citation, Form, Kind

_Short = tuple[str, str, int | None]
"""What a short form tells: type, serial without leading zeros, and the year or none."""
_SEVERAL = 2
_NUMBERED, _STANDARD = Form.NUMBERED, Kind.STANDARD


_T = TypeVar("_T")


def _only(values: Collection[_T]) -> _T | None:
    return next(iter(values)) if len(values) == 1 else None


class _Said:
    """What a text has said of one number: its days by years, and its issuers by years and days."""

    def __init__(self, first: Citation) -> None:
        self._days: dict[int, set[dt.date]] = {}
        self._agencies: dict[tuple[int | None, dt.date | None], str | None] = {}
        self.note(first)

    def note(self, citation: Citation) -> None:
        day = citation.date or citation.day
        if citation.year is not None:
            self._days.setdefault(citation.year, set()).update((day,) if day else ())
        if citation.agency:
            self._keep((citation.year, day), citation.agency)

    def _keep(self, place: tuple[int | None, dt.date | None], agency: str) -> None:
        """Keep the fuller of two names such as "UBND tỉnh" and "UBND tỉnh Bắc Kạn"; None where they contradict."""
        known = self._agencies.get(place, "")
        if known is not None and agency.startswith(known):
            self._agencies[place] = agency
        elif known is not None and not known.startswith(agency):
            self._agencies[place] = None

    def completed(self, citation: Citation) -> Citation:
        """A citation with what was said before and it does not tell; of two years or days nobody knows which."""
        year, day = citation.year or _only(self._days), citation.date
        if day is None and year is not None:
            days = self._days.get(year, ())
            day = _only(days)
            year = year if len(days) < _SEVERAL else citation.year
        agency = citation.agency or self._agencies.get((year, day)) or ""
        if (year, day, agency) == (citation.year, citation.date, citation.agency):
            return citation
        return replace(citation, year=year, day=day, agency=agency)


class Memory:
    """The numbered citations of one text, in the order of the text."""

    def __init__(self) -> None:
        self._cited: list[Citation] = []
        self._numbered = 0
        self._first: dict[str, Citation] = {}
        self._said: dict[str, _Said] = {}
        self._numbers: defaultdict[_Short, dict[str, Citation]] = defaultdict(dict)
        self._dates: defaultdict[str, set[dt.date]] = defaultdict(set)

    def noted(self, citation: Citation) -> Citation:
        """Keep a citation in mind; what it does not tell of year, day and issuer it takes from earlier ones of the same
        number, if these are at one."""
        if citation.form is not _NUMBERED or citation.kind is _STANDARD:
            return citation
        number = citation.number.lstrip("0")
        first = self._first.setdefault(number, citation)
        if first is not citation:  # most numbers stand once in a text
            said = self._said.get(number) or self._said.setdefault(number, _Said(first))
            citation = said.completed(citation)
            said.note(citation)
        self._cited.append(citation)
        return citation

    def resolved(self, short: Citation) -> Citation | None:
        """A short form with what it stands for: the one number of its type and serial; None if none or several do."""
        self._read_numbers()
        numbers = self._numbers.get((short.type, short.key.serial, short.year), {})
        if len(numbers) != 1:
            return None
        ((number, full),) = numbers.items()
        dates = self._dates.get(number, set())
        return replace(
            short,
            full=number,
            date=short.date or _only(dates),
            year=short.year or (full.year if len(dates) < _SEVERAL or f"/{full.year}/" in number else None),
            kind=full.kind,
            type=full.type,
            issuer=full.issuer,
            agency=short.agency or full.agency,
        )

    # The table is filled only when a short form refers back: in most texts none does.

    def _read_numbers(self) -> None:
        for citation in self._cited[self._numbered :]:
            key, word = citation.key, TYPE_WORDS.get(citation.type_word.lower())
            for code in {key.type, word.code if word else key.type}:
                self._keep((code, key.serial, None), citation)
                self._keep((code, key.serial, key.year), citation)
            if citation.date is not None:
                self._dates[citation.number].add(citation.date)
        self._numbered = len(self._cited)

    def _keep(self, short: _Short, citation: Citation) -> None:
        """Keep a number under a short form of it. More than two are as ambiguous as two: the rest would only cost."""
        numbers = self._numbers[short]
        if citation.number in numbers or len(numbers) < _SEVERAL:
            numbers[citation.number] = citation
