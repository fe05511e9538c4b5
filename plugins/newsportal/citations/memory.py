"""What a text has cited so far, for what refers back to it: short forms, and numbers repeated in part."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from newsportal.citations.typewords import TYPE_WORDS
from newsportal.citations.values import Citation, Form, Key, Kind

_Short = tuple[str, str, int | None]
"""What a short form tells: type, serial without leading zeros, and the year or none."""
_SEVERAL = 2


_T = TypeVar("_T")


def _only(values: Collection[_T]) -> _T | None:
    return next(iter(values)) if len(values) == 1 else None


class Memory:
    """The numbered citations of one text, in the order of the text."""

    def __init__(self) -> None:
        self._cited: list[Citation] = []
        self._seen: set[str] = set()
        self._dated = self._numbered = 0
        self._years: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
        self._numbers: defaultdict[_Short, dict[str, Citation]] = defaultdict(dict)
        self._dates: defaultdict[str, set[dt.date]] = defaultdict(set)
        self._days: defaultdict[tuple[str, str, str, int | None], set[dt.date]] = defaultdict(set)
        self._agencies: dict[tuple[Key, dt.date | None], str | None] = {}

    def noted(self, citation: Citation) -> Citation:
        """Keep a citation in mind; what it does not tell of year, day and issuer it takes from earlier ones of the same
        number, if these are at one."""
        if citation.form is not Form.NUMBERED or citation.kind is Kind.STANDARD:
            return citation
        number = citation.number.lstrip("0")
        if number in self._seen and (citation.date is None or not citation.agency):
            self._read_cited()
            citation = self._completed(citation)
        self._seen.add(number)
        self._cited.append(citation)
        return citation

    def _completed(self, citation: Citation) -> Citation:
        told, year, day = citation.key, citation.year, citation.date
        if year is None:
            year = _only(self._years.get(told[:3], ()))
        if day is None:
            days = self._days.get((*told[:3], year), ())
            day = _only(days)
            year = year if len(days) < _SEVERAL else citation.year
        agency = citation.agency or self._agencies.get((told._replace(year=year), day)) or ""
        if (year, day, agency) == (citation.year, citation.date, citation.agency):
            return citation
        return replace(citation, year=year, day=day, agency=agency)

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

    # The tables are filled only when something refers back: in most texts nothing does.

    def _read_cited(self) -> None:
        for citation in self._cited[self._dated :]:
            told, day = citation.key, citation.date or citation.day
            if citation.year is not None:
                self._years[told[:3]].add(citation.year)
            if day is not None:
                self._days[told].add(day)
            if citation.agency:
                self._keep_agency((told, day), citation.agency)
        self._dated = len(self._cited)

    def _keep_agency(self, place: tuple[Key, dt.date | None], agency: str) -> None:
        """Keep the fuller of two names such as "UBND tỉnh" and "UBND tỉnh Bắc Kạn"; None where they contradict."""
        known = self._agencies.get(place, "")
        if known is None or agency.startswith(known):
            self._agencies[place] = known if known is None else agency
        elif not known.startswith(agency):
            self._agencies[place] = None

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
