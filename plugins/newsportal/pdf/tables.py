"""Tables of rendered HTML as grids, and how wide their columns are on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from lxml.html import HtmlElement

_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0)
"""Sizes of type that are tried, in points."""

_LETTER = 0.53
"""The width of a letter as part of the size of type, with some room to spare."""

_PADDING = 9.0
"""Points of a column that are not its words'."""

_FILLED = 0.92
"""The part of a page that the longest words may fill: the rest goes to columns with long texts."""

_LONGEST_LINE = 60
"""Letters beyond which a longer text makes no wider column."""

_MOST_COLUMNS = 200
_SHORT = 400
"""Letters up to which a cell is not broken over pages."""


class PageWidth(Enum):
    """The width of the text in points on a page that stands, and on one that lies."""

    PORTRAIT = 459.0
    LANDSCAPE = 728.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its place, which no other cell takes."""

    element: HtmlElement
    x: int
    y: int
    colspan: int
    rowspan: int
    is_head: bool

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join("".join(self.element.itertext()).split())

    def place(self) -> dict[str, Any]:
        """Where it stands, and whether it is short enough to stay in one piece."""
        place = {"x": self.x, "y": self.y, "colspan": self.colspan, "rowspan": self.rowspan}
        return {**place, "short": len(self.text) <= _SHORT}


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells. Spans that reach beyond their group of rows or into another cell are cut."""

    cells: tuple[Cell, ...]
    columns: int


class Layout(NamedTuple):
    """Relative widths of the columns, the size of type in points, and the page that they fit."""

    columns: list[float]
    size: float
    width: PageWidth


def grid_of(table: HtmlElement) -> Grid:
    """The table's rows as a grid; the head first."""
    heads = [list(group.iterchildren("tr")) for group in table.iterchildren("thead")]
    bodies = [list(group.iterchildren("tr")) for group in table.iterchildren("tbody", "tfoot")]
    bodies.append(list(table.iterchildren("tr")))
    cells: list[Cell] = []
    top = 0
    for is_head, rows in (*((True, rows) for rows in heads), *((False, rows) for rows in bodies)):
        cells += _placed(rows, top, is_head)
        top += len(rows)
    return Grid(tuple(cells), max((cell.x + cell.colspan for cell in cells), default=0))


def _placed(rows: Sequence[HtmlElement], top: int, is_head: bool) -> Iterator[Cell]:
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for element in row.iterchildren("th", "td"):
            while (x, y) in taken:
                x += 1
            if x >= _MOST_COLUMNS:
                break
            rowspan = min(_span(element, "rowspan"), len(rows) - y)
            width = min(_span(element, "colspan"), _MOST_COLUMNS - x)
            colspan = next((step for step in range(1, width) if (x + step, y) in taken), width)
            taken |= {(x + right, y + down) for right in range(colspan) for down in range(rowspan)}
            yield Cell(element, x, y + top, colspan, rowspan, is_head)


def _span(element: HtmlElement, name: str) -> int:
    written = element.get(name, "1").strip()
    return max(1, int(written)) if written.isascii() and written.isdecimal() and len(written) < 5 else 1


def layout(grid: Grid, widths: Sequence[PageWidth]) -> Layout:
    """The largest type in which no word is broken: on a page that stands where that will do, else on one that lies."""
    words, lines = _measured(grid)
    last = Layout([], _SIZES[-1], widths[-1])
    for width in widths:
        for size in _SIZES[:-1] if width is not widths[-1] else _SIZES:
            least = [max(word, 2) * size * _LETTER + _PADDING for word in words]
            if sum(least) <= width.value * _FILLED:
                return Layout(_shared(least, lines, size, width.value), size, width)
            last = Layout([round(each, 1) for each in least], size, width)
    return last


def _measured(grid: Grid) -> tuple[list[int], list[int]]:
    """For each column the letters of the longest word and of the longest text; wide cells tell nothing of one."""
    words, lines = [0] * grid.columns, [0] * grid.columns
    for cell in grid.cells:
        if cell.colspan == 1:
            text = cell.text
            extra = 1 if cell.is_head else 0
            words[cell.x] = max(words[cell.x], *(len(word) + extra for word in text.split() or [""]))
            lines[cell.x] = max(lines[cell.x], min(len(text), _LONGEST_LINE))
    return words, lines


def _shared(least: Sequence[float], lines: Sequence[int], size: float, width: float) -> list[float]:
    """The least widths, with the rest of the page shared out to columns that have long texts."""
    wanted = [max(line * size * _LETTER + _PADDING - low, 0.0) for line, low in zip(lines, least, strict=True)]
    rest, total = width - sum(least), sum(wanted)
    if not total:
        return [round(low, 1) for low in least]
    part = rest / total
    return [round(low + more * part, 1) for low, more in zip(least, wanted, strict=True)]
