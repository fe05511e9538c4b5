"""The place-date line: "An Lĩnh, ngày 05 tháng 3 năm 2024".

Days below 10 and the months 1 and 2 take a zero, other months none (NĐ 30/2020/NĐ-CP, annex I, part I, II.4).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress

from newsportal.linting.values import Finding, finding
from newsportal.model import Document
from newsportal.text import vietnamese_document_date

_LINE = re.compile(
    r"^[ >*_|]*[^\W\d_][^,\n]{1,40}, *"
    r"(?P<date>ngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm (?P<year>\d{4}))[ *_.|]*$",
    re.MULTILINE,
)
"""A line with nothing else in it: within a sentence a date is written as its author likes."""


def line_findings(document: Document, body: str) -> Iterator[Finding]:
    """How lines of the text are written, and whether the first one, which is the document's own, has its date."""
    for number, line in enumerate(_LINE.finditer(body)):
        row = body.count("\n", 0, line.start("date"))
        yield from _of_line(document, line, "body", row, is_own=number == 0)


def place_findings(document: Document) -> Iterator[Finding]:
    """The same where somebody wrote the whole line into the record."""
    if line := _LINE.fullmatch(document.place):
        yield from _of_line(document, line, "document.place", 0, is_own=True)


def _of_line(document: Document, line: re.Match[str], field: str, row: int, is_own: bool) -> Iterator[Finding]:
    date, written = _date(line), line["date"]
    if is_own and document.issued and document.issued != date:
        yield finding("document.date", field, row, written=written, right=vietnamese_document_date(document.issued))
    elif date and written != vietnamese_document_date(date):
        yield finding("document.place_date", field, row, written=written, right=vietnamese_document_date(date))


def _date(line: re.Match[str]) -> dt.date | None:
    """None for a day that does not exist."""
    with suppress(ValueError):
        return dt.date(int(line["year"]), int(line["month"]), int(line["day"]))
    return None
