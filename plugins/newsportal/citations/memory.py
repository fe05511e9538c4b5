"""What a text has cited so far, for what refers back to it: short forms, and numbers repeated without their date."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace

from newsportal.citations.typewords import TYPE_WORDS
from newsportal.citations.values import Citation, Form, Kind

_Short = tuple[str, str, int | None]
"""What a short form tells: type, serial without leading zeros, and the year or none."""
_SEVERAL = 2


class Memory:
    """The numbered citations of one text, in the order of the text."""

    def __init__(self) -> None:
        self._cited: list[Citation] = []
        self._dated = self._numbered = 0
        self._years: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
        self._numbers: defaultdict[_Short, dict[str, Citation]] = defaultdict(dict)
        self._dates: defaultdict[str, set[dt.date]] = defaultdict(set)

    def noted(self, citation: Citation) -> Citation:
        """Keep a citation in mind; one without a year takes it from an earlier one, if there is one such year only."""
        if citation.form is not Form.NUMBERED or citation.kind is Kind.STANDARD:
            return citation
        if citation.year is None:
            self._read_years()
            years = self._years.get(citation.key[:3], set())
            citation = replace(citation, year=next(iter(years))) if len(years) == 1 else citation
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
            date=next(iter(dates)) if short.date is None and len(dates) == 1 else short.date,
            year=short.year or full.year,
            kind=full.kind,
            type=full.type,
            issuer=full.issuer,
        )

    # The tables are filled only when something refers back: in most texts nothing does.

    def _read_years(self) -> None:
        for citation in self._cited[self._dated :]:
            if citation.year is not None:
                self._years[citation.key[:3]].add(citation.year)
        self._dated = len(self._cited)

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
