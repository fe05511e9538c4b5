"""Every citation in three pages that departments really published, in order and word for word."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import NamedTuple

import pytest

from newsportal.citations import Caution, CautionCode, Citation, Form, find

REPORT = "003_0511fd6c4c654e05.txt"
NO_CITATIONS = {"Biểu số 21 tại Phụ lục kèm theo", "QĐ của Bộ KH&CN", "VILAS 380"}
"""Rows of the list that are there to be left out."""
MENDED = {"13/2021/TT-BKHCHN": "13/2021/TT-BKHCN", "/BC-SKHCHN": "/BC-SKHCN"}
"""Misspelt in the scan."""
HEADER = "(header) BÁO CÁO"
"""A type word that does not stand beside its number."""


class Cited(NamedTuple):
    verbatim: str
    type_word: str
    number: str
    date: dt.date | None


@pytest.fixture(scope="module")
def listed(shared: Path) -> dict[str, list[Cited]]:
    found: dict[str, list[Cited]] = {}
    with (shared / "real" / "citations.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            verbatim, number, day = row["verbatim"].replace("\\n", "\n"), row["number"], row["date_iso_or_empty"]
            if verbatim not in NO_CITATIONS:
                word = row["type_word"] if row["type_word"] != HEADER else ""
                date = dt.date.fromisoformat(day) if day else None
                found.setdefault(row["seed_file"], []).append(Cited(verbatim, word, MENDED.get(number, number), date))
    assert sum(map(len, found.values())) == 68
    return found


@pytest.fixture(scope="module")
def read(shared: Path, listed: dict[str, list[Cited]]) -> dict[str, list[Citation]]:
    return {name: find((shared / "real" / name).read_text(encoding="utf-8")) for name in listed}


def test_every_citation_is_found_and_nothing_else(
    listed: dict[str, list[Cited]], read: dict[str, list[Citation]]
) -> None:
    for name, rows in listed.items():
        assert [_cited(each) for each in read[name]] == rows


def _cited(citation: Citation) -> Cited:
    """A short form's date is that of the full one; the list has what is written."""
    date = None if citation.full else citation.date
    return Cited(citation.verbatim, citation.type_word, citation.number, date)


def test_short_forms_lead_to_the_decree_before_them(read: dict[str, list[Citation]]) -> None:
    short = [(each.number, each.full) for each in read[REPORT] if each.form is Form.SHORT]
    assert short == [("111", ""), *[("35", "35/2015/NĐ-CP")] * 3]


def test_only_the_scans_mistakes_are_doubted(read: dict[str, list[Citation]]) -> None:
    doubts = [each.warnings for citations in read.values() for each in citations if each.warnings]
    assert doubts == [
        (Caution(CautionCode.MISSPELT, "SKHCHN", "SKHCN"),),
        (Caution(CautionCode.MISSPELT, "BKHCHN", "BKHCN"),),
    ]


def test_twins_stay_two(read: dict[str, list[Citation]]) -> None:
    numbers = {each.number for each in read[REPORT]}
    assert {"731/QĐ-UBND", "713/QĐ-UBND"} <= numbers
