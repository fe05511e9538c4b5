"""What a text has cited so far, for what refers back to it: short forms, and numbers repeated without their date."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace

from newsportal.citations.typewords import TYPE_WORDS
from newsportal.citations.values import Citation, Form, Kind

_Name = tuple[str, str]
"""(type, serial without leading zeros)."""


class Memory:
    """The numbered citations of one text, in the order of the text."""

    def __init__(self) -> None:
        self._numbers: defaultdict[_Name, dict[str, Citation]] = defaultdict(dict)
        self._dates: defaultdict[str, set[dt.date]] = defaultdict(set)
        self._years: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)

    def noted(self, citation: Citation) -> Citation:
        """Keep a citation in mind; one without a year takes it from an earlier one, if there is one such year only."""
        if citation.form is not Form.NUMBERED or citation.kind is Kind.STANDARD:
            return citation
        kind, serial, issuer, year = citation.key
        years = self._years[kind, serial, issuer]
        if year is not None:
            years.add(year)
        elif len(years) == 1:
            citation = replace(citation, year=next(iter(years)))
        word = TYPE_WORDS.get(citation.type_word.lower())
        for code in {kind, word.code if word else kind}:
            self._numbers[code, serial][citation.number] = citation
        if citation.date is not None:
            self._dates[citation.number].add(citation.date)
        return citation

    def resolved(self, short: Citation) -> Citation | None:
        """A short form with what it stands for: the one number of its type and serial; None if none or several do."""
        numbers = self._numbers.get((short.type, short.key.serial), {})
        fitting = [full for full in numbers.values() if short.year is None or full.year in (None, short.year)]
        if len(fitting) != 1:
            return None
        full, dates = fitting[0], self._dates[fitting[0].number]
        date = next(iter(dates)) if short.date is None and len(dates) == 1 else short.date
        return replace(
            short,
            full=full.number,
            date=date,
            year=short.year or full.year,
            kind=full.kind,
            type=full.type,
            issuer=full.issuer,
        )
