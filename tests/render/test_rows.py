"""Heads of rows: of wide plain tables, never of the column that counts."""

from __future__ import annotations

import re

import pytest

from render.rendering import post, renderer

WIDE = """\
| {0} | Lĩnh vực | 2021 | 2022 | 2023 |
|--:|---|--:|--:|--:|
| 1 | Y, dược | 4 | 5 | 6 |
| 2 | | 7 | 8 | 9 |
"""


def row_heads(markdown: str) -> list[str]:
    html = renderer().render(post(markdown)).body.html
    return re.findall(r'<th [^>]*scope="row"[^>]*>(.*?)</th>', html)


@pytest.mark.parametrize("count", ["TT", "STT", "Số TT", "No."])
def test_the_first_column_that_does_not_count_names_the_rows(count: str) -> None:
    assert row_heads(WIDE.format(count)) == ["Y, dược"], "a cell without words names nothing"


def test_without_a_count_it_is_the_first() -> None:
    assert row_heads(WIDE.format("Mã")) == ["1", "2"]


def test_a_narrow_table_has_none() -> None:
    assert row_heads("| TT | Lĩnh vực |\n|--:|---|\n| 1 | Y, dược |\n") == []


def test_a_table_with_joined_cells_has_none() -> None:
    head = "<tr>" + "".join(f"<th>{number}</th>" for number in range(6)) + "</tr>"
    row = '<tr><td colspan="5">Tổng</td><td>1</td></tr>'
    assert row_heads(f"<table><thead>{head}</thead><tbody>{row}</tbody></table>") == []
