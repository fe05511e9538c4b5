"""Totals in tables: the row "Cộng" must be the sum of the others. Only sure cases are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from newsportal.linting.values import Finding, finding
from newsportal.text import fold, parse_vietnamese_number, vietnamese_number

_BAR = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?")
_NOT_CELL_TEXT = re.compile(r"\[\^[^\]]*\]|[*_`]")
_TOTALS = frozenset({"tổng", "tổng số", "cộng", "tổng cộng"})
_LIKELY = re.compile(r"\|[ *_]*(?:[tT]ổng|TỔNG|[cC]ộng|CỘNG)")
"""What there is in every text with such a row; few have it, and it is found quickly."""
_ORDINALS = frozenset({"tt", "stt", "so tt", "so thu tu"})
_NOT_ADDED = re.compile(
    r"%|\bt[yi] (?:le|trong)\b|\bbinh quan\b|\btrung binh\b|\bdon gia\b|\bnang suat\b|\bhe so\b|\bchi so\b|\btoc do\b|"
    r"\bmat do\b|\bnhip do\b|\btang\b|\bgiam\b|\bso voi\b|\bco cau\b|\bdinh muc\b|\bdiem\b|\bxep hang\b"
)
"""In headers, folded: what nobody adds up."""
_ROUNDED = re.compile(r"\b(?:nghìn|ngàn|triệu|tỷ|tỉ)\b", re.IGNORECASE)
"""In headers: units in which parts are rounded one by one."""
_GROUPED = re.compile(r"[IVX]+\b[.)]? |[A-ZĐ][.)] |[a-zđ]\) |\d+\.\d|[-–+]|(?i:trong đó|tổng|cộng)\b")
"""How labels begin of rows that are parts or sums of others."""
_PLAIN_ORDINAL = re.compile(r"\d*\.?")
_NOTHING = frozenset({"", "-", "–", "—"})


class _Table(NamedTuple):
    """`row` is the line of the first row below the header; cells are without markup."""

    row: int
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    bold: Sequence[bool]

    def label(self, cells: Sequence[str]) -> str:
        """The first cell that says something, ordinals aside."""
        return next((cell for cell in cells if not _PLAIN_ORDINAL.fullmatch(cell)), "")

    def column(self, index: int) -> list[str]:
        """The cells of a column; a short row has empty ones at its end."""
        return [cells[index] if index < len(cells) else "" for cells in self.rows]


def total_findings(body: str) -> Iterator[Finding]:
    """Columns whose total, in the last row, differs from the sum of the rows above it.

    Left aside are tables with several totals or with rows that head or are parts of others, columns that are not
    numbers throughout, and what is no sum: shares, averages, prices. Where parts may be rounded, the sum may differ by
    that.
    """
    if not _LIKELY.search(body):
        return
    for table in _tables(body.split("\n")):
        if table.rows and table.label(table.rows[-1]).rstrip(" :").lower() in _TOTALS and _is_flat(table):
            yield from _of_table(table)


def _tables(lines: Sequence[str]) -> Iterator[_Table]:
    for place in range(1, len(lines)):
        if "-" in lines[place] and "|" in lines[place - 1] and _DELIMITER.fullmatch(lines[place].rstrip()):
            end = place + 1
            while end < len(lines) and "|" in lines[end]:
                end += 1
            raw = [_cells(line) for line in lines[place + 1 : end]]
            bold = [any(cell.startswith("**") for cell in cells) for cells in raw]
            yield _Table(place + 1, _plain(_cells(lines[place - 1])), [_plain(cells) for cells in raw], bold)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _BAR.split(line.strip().removeprefix("|").removesuffix("|"))]


def _plain(cells: Sequence[str]) -> list[str]:
    return [_NOT_CELL_TEXT.sub("", cell).strip() for cell in cells]


def _is_flat(table: _Table) -> bool:
    """Whether no row above the total is a sum, a heading or a part: emphasised, empty, or numbered like a group."""
    rows = table.rows[:-1]
    labels = [table.label(cells) for cells in rows]
    if len(rows) < 2 or any(table.bold[:-1]) or any(map(_GROUPED.match, labels)):
        return False
    ordinals = [index for index, head in enumerate(table.header) if fold(head) in _ORDINALS]
    for cells, label in zip(rows, labels, strict=True):
        if {cell for index, cell in enumerate(cells) if index not in ordinals} <= {label, *_NOTHING}:
            return False
    return all(_PLAIN_ORDINAL.fullmatch(cell) for index in ordinals for cell in table.column(index)[:-1])


def _of_table(table: _Table) -> Iterator[Finding]:
    for index, head in enumerate(table.header):
        if fold(head) in _ORDINALS or _NOT_ADDED.search(fold(head)):
            continue
        *parts, total = _numbers(table.column(index))
        found = [part for part in parts if part is not None]
        if total is None or not found or len(found) < len(parts):
            continue
        if abs(total - sum(found)) > _leeway([total, *found], bool(_ROUNDED.search(head))):
            values = {"column": head[:60], "written": vietnamese_number(total), "right": vietnamese_number(sum(found))}
            yield finding("document.totals", "body", table.row + len(parts), **values)


def _numbers(cells: Sequence[str]) -> list[Decimal | None]:
    """The numbers of a column, its total last; an empty part is nothing, an empty total none."""
    *parts, total = cells
    if sum(part not in _NOTHING for part in parts) < 2:
        return [None]
    return [*(Decimal(0) if part in _NOTHING else _number(part) for part in parts), _number(total)]


def _number(cell: str) -> Decimal | None:
    try:
        return Decimal(parse_vietnamese_number(cell))
    except ValueError:
        return None


def _leeway(numbers: Sequence[Decimal], is_rounded: bool) -> Decimal:
    """How far a sum may be off: half of the last place for each of its numbers, where they may be rounded."""
    places = max(-int(number.as_tuple().exponent) for number in numbers)
    return Decimal(len(numbers)) / 2 / 10**places if places or is_rounded else Decimal(0)
