"""Tables as grids, and the widths of their columns."""

from __future__ import annotations

import pytest

from newsportal.pdf.tables import PageWidth, grid_of, layout
from newsportal.render.tree import parsed

BOTH = tuple(PageWidth)


def places(rows: str) -> list[tuple[int, int, int, int]]:
    grid = grid_of(parsed(f"<table>{rows}</table>")[0])
    taken = [(cell.x + x, cell.y + y) for cell in grid.cells for x in range(cell.colspan) for y in range(cell.rowspan)]
    assert len(taken) == len(set(taken)), "two cells in one place"
    return [(cell.x, cell.y, cell.colspan, cell.rowspan) for cell in grid.cells]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("", []),
        ("<tr><td>a<td>b<tr><td>c", [(0, 0, 1, 1), (1, 0, 1, 1), (0, 1, 1, 1)]),
        ("<thead><tr><th>a</thead><tbody><tr><td>b</tbody>", [(0, 0, 1, 1), (0, 1, 1, 1)]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]),
        ("<tr><td>a<td rowspan=9>b<tr><td colspan=3>c", [(0, 0, 1, 1), (1, 0, 1, 2), (0, 1, 1, 1)]),
        ("<tr><td colspan=x>a<td colspan=0>b<td rowspan=-2>c", [(0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)]),
        ("<thead><tr><th rowspan=2>a</thead><tbody><tr><td>b</tbody>", [(0, 0, 1, 1), (0, 1, 1, 1)]),
        ("<tr><td colspan=9999>a<td>b", [(0, 0, 200, 1)]),
    ],
)
def test_cells_have_places_of_their_own(rows: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places(rows) == expected


def shape(*columns: str, widths: tuple[PageWidth, ...] = BOTH) -> tuple[list[float], float, PageWidth]:
    cells = "".join(f"<td>{words}" for words in columns)
    return layout(grid_of(parsed(f"<table><tr>{cells}</table>")[0]), widths)


def test_a_column_of_numbers_leaves_room_to_one_of_words() -> None:
    widths, size, page = shape("1", "Hệ thống phao quan trắc nước sông truyền số liệu", "9.640")
    assert (size, page) == (12.0, PageWidth.PORTRAIT)
    assert widths[0] < widths[2] < widths[1] / 4
    assert sum(widths) == pytest.approx(PageWidth.PORTRAIT.value, abs=1)


def test_more_columns_take_smaller_type_and_then_a_wider_page() -> None:
    found = [shape(*["1.234.567"] * number)[1:] for number in (5, 7, 8, 12, 16)]
    assert found[0] == (12.0, PageWidth.PORTRAIT)
    assert {page for _, page in found[:3]} == {PageWidth.PORTRAIT}
    assert {page for _, page in found[3:]} == {PageWidth.LANDSCAPE}
    assert [size for size, _ in found[:3]] == sorted((size for size, _ in found[:3]), reverse=True)


def test_what_fits_nowhere_is_set_as_small_as_can_be_read() -> None:
    widths, size, page = shape(*["Nghiêng"] * 60)
    assert (len(widths), size, page) == (60, 8.0, PageWidth.LANDSCAPE)
    assert shape(*["Nghiêng"] * 60, widths=(PageWidth.PORTRAIT,))[1:] == (8.0, PageWidth.PORTRAIT)
