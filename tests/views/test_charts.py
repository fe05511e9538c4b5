"""Charts as geometry: scales in round numbers, bars in proportion, and the words for those who cannot see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsportal.languages import ENGLISH, VIETNAMESE
from newsportal.model import Figures
from newsportal.views.charts import HEIGHT, Chart, Column, column_chart, scale


def _chart(*views: int, visits: int = 0, open_last: bool = False) -> Chart:
    last = len(views) - 1
    columns = [
        Column(f"n{place}", Figures(count, min(visits, count)), open_last and place == last)
        for place, count in enumerate(views)
    ]
    return column_chart("30 ngày qua", columns, VIETNAMESE)


@pytest.mark.parametrize(
    ("largest", "step", "lines"),
    [
        (0, 1, 1),
        (1, 1, 1),
        (4, 1, 4),
        (5, 1, 5),
        (6, 2, 3),
        (11, 5, 3),
        (101, 25, 5),
        (126, 50, 3),
        (1_128, 250, 5),
        (22_725, 5_000, 5),
    ],
)
def test_scales_are_round(largest: int, step: int, lines: int) -> None:
    assert scale(largest) == (step, lines)


@given(st.integers(1, 10**12))
def test_a_scale_reaches_the_largest_and_hardly_farther(largest: int) -> None:
    step, lines = scale(largest)
    assert 1 <= lines <= 5
    assert step * lines >= largest > step * (lines - 1)
    assert str(step).rstrip("0") in ("1", "2", "25", "5")


def test_bars_are_in_proportion() -> None:
    chart = _chart(100, 50, 0, visits=25)
    assert [(bar.views, bar.views_top) for bar in chart.bars] == [(HEIGHT, 0), (500, 500), (0, HEIGHT)]
    assert [(bar.visits, bar.visits_top) for bar in chart.bars] == [(250, 750), (250, 750), (0, HEIGHT)]
    assert [(line.y, line.text) for line in chart.lines] == [
        (0, "100"), (200, "80"), (400, "60"), (600, "40"), (800, "20"), (1000, "0"),
    ]  # fmt: skip


def test_bars_stand_side_by_side_within_the_drawing() -> None:
    chart = _chart(*range(90))
    edges = [edge for bar in chart.bars for edge in (bar.x, bar.x + chart.bar_width)]
    assert edges == sorted(edges)
    assert edges[0] > 0
    assert edges[-1] < chart.width


def test_what_is_little_is_seen_and_what_is_nothing_is_not() -> None:
    assert [bar.views > 0 for bar in _chart(1_000_000, 1, 0).bars] == [True, True, False]


def test_nothing_at_all() -> None:
    chart = _chart(0)
    assert [line.text for line in chart.lines] == ["1", "0"]
    assert [bar.views for bar in chart.bars] == [0]


def test_words() -> None:
    chart = _chart(1200, 300, 90, visits=40, open_last=True)
    assert chart.title == "Lượt xem và lượt truy cập: 30 ngày qua"
    assert chart.description == (
        "Cao nhất: 1.200 lượt xem (n0). Trung bình: 750 lượt xem. Đủ số liệu trong bảng kèm theo."
    ), "a time that is not over says nothing about the mean"
    assert [bar.title for bar in chart.bars][:2] == [
        "n0: 1.200 lượt xem, 40 lượt truy cập",
        "n1: 300 lượt xem, 40 lượt truy cập",
    ]
    assert ([bar.is_open for bar in chart.bars], chart.is_open) == ([False, False, True], True)
    english = column_chart("Last 7 days", [Column("Monday", Figures(1, 1), is_open=True)], ENGLISH)
    assert english.bars[0].title == "Monday: 1 view, 1 visit"
    assert "Average: 1 view." in english.description


@pytest.mark.parametrize(
    ("count", "marks"), [(1, ["n0"]), (2, ["n0", "n1"]), (3, ["n0", "n1", "n2"]), (30, ["n0", "n15", "n29"])]
)
def test_first_middle_and_last_are_named(count: int, marks: list[str]) -> None:
    assert list(_chart(*range(count)).marks) == marks
