"""The names of a wide table's rows, which stay in sight while its figures move by."""

from __future__ import annotations

from lxml.html import HtmlElement

CORNER_CLASS = "corner"
"""The class of the head above the names."""

_WIDE = 5
"""Columns from which on a table is likely to be wider than a phone."""

_ORDINALS = frozenset({"tt", "stt", "số tt", "số thứ tự", "no", "no.", "#"})
"""Heads of columns that only count the rows."""


def name_rows(table: HtmlElement) -> None:
    """Makes heads of their rows of the cells in the first column that does not count; of a wide table with a plain grid
    only, where every row has as many cells as the head."""
    heads = [list(row) for head in table.iterchildren("thead") for row in head.iterchildren("tr")]
    rows = [list(row) for body in table.iterchildren("tbody") for row in body.iterchildren("tr")]
    if len(heads) != 1 or len(heads[0]) < _WIDE or any(len(row) != len(heads[0]) for row in rows):
        return
    place = 1 if heads[0][0].text_content().strip().lower() in _ORDINALS else 0
    if heads[0][place].get("class") is None:
        heads[0][place].set("class", CORNER_CLASS)
    for row in rows:
        if row[place].tag == "td" and row[place].text_content().strip():
            row[place].tag = "th"
            row[place].set("scope", "row")
