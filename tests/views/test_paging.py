"""Lists cut into pages."""

from __future__ import annotations

import pytest

from newsportal.views.paging import paginate, paging


@pytest.mark.parametrize(
    ("count", "size", "sizes"),
    [(0, 5, [0]), (1, 5, [1]), (5, 5, [5]), (6, 5, [5, 1]), (10, 5, [5, 5]), (11, 5, [5, 5, 1]), (3, 1, [1, 1, 1])],
)
def test_pages(count: int, size: int, sizes: list[int]) -> None:
    pages = paginate(range(count), size)
    assert [len(part.items) for part in pages] == sizes
    assert [part.number for part in pages] == list(range(1, len(sizes) + 1))
    assert {part.count for part in pages} == {len(sizes)}
    assert [item for part in pages for item in part.items] == list(range(count))


@pytest.mark.parametrize("size", [0, -1])
def test_a_page_holds_something(size: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        paginate([1], size)


@pytest.mark.parametrize(
    ("number", "count", "row"),
    [
        (1, 1, "[1]"),
        (1, 2, "[1] 2"),
        (2, 3, "1 [2] 3"),
        (1, 9, "[1] 2 3 … 9"),
        (4, 9, "1 2 3 [4] 5 6 … 9"),
        (5, 9, "1 … 3 4 [5] 6 7 … 9"),
        (9, 9, "1 … 7 8 [9]"),
        (50, 100, "1 … 48 49 [50] 51 52 … 100"),
    ],
)
def test_the_row_of_numbers(number: int, count: int, row: str) -> None:
    found = paging(number, count, lambda page: f"/p{page}/")
    written = [
        f"[{link.number}]" if link.current else str(link.number) if link.address else "…" for link in found.links
    ]
    assert " ".join(written) == row
    assert all(link.address in ("", f"/p{link.number}/") for link in found.links)
    assert found.previous == (f"/p{number - 1}/" if number > 1 else "")
    assert found.next == (f"/p{number + 1}/" if number < count else "")
