"""The statistics page: sums that add up, titles in the reader's language, and definitions beside the figures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from figures import GENERATED, statistics
from newsportal.model import Attachment, Day, Feed, Figures, Recent, Statistics
from newsportal.views import Feature, Site, plan_pages
from newsportal.views.readership import Part, shares
from newsportal.views.statistics import StatisticsView, statistics_pages
from values import PAPER, article, page, site

TODAY = dt.date(2026, 11, 22)
ITEMS = (
    article("doi", title="Đôi", attachments=(Attachment(PAPER.path, "Quyết định"),)),
    article("doi", language="en", slug="pair", title="Pair"),
    article("rieng", title="Riêng", section="thong-bao", date=dt.date(2025, 1, 1)),
    article("own", language="en", title="Own", section="van-ban"),
)
PAGES = (page("lien-he", title="Liên hệ"), page("contacts", "en", key="lien-he", title="Contacts"), page(""))
GONE = "/tin-tuc/2019/da-go/"
VIEWS = {
    "/": 50, "/en/": 20, "/tin-tuc/": 7, "/tin-tuc/2026/": 2, "/tin-tuc/2026/doi/": 30, "/en/news/2026/pair/": 12,
    "/thong-bao/2025/rieng/": 9, "/en/documents/2026/own/": 41, "/lien-he/": 3, GONE: 8,
}  # fmt: skip


def _statistics(**changes: Any) -> Statistics:
    days = tuple(Day(TODAY - dt.timedelta(number), Figures(10 + number, 4, 3, 2, 1)) for number in reversed(range(400)))
    values: dict[str, Any] = {
        "generated": GENERATED,
        "since": days[0].date,
        "recent": Recent(dt.date(2026, 11, 16), TODAY, {GONE: 5, "/thong-bao/2025/rieng/": 5}),
        "days": days,
        "pages": VIEWS,
        **changes,
    }
    return Statistics(**values)


def _site(**changes: Any) -> Site:
    return site(ITEMS, PAGES, statistics=_statistics(**changes))


def _view(of: Site, language: str = "vi") -> StatisticsView:
    (plan,) = (plan for plan in statistics_pages(of) if plan.language.code == language)
    found = plan.content()
    assert isinstance(found, StatisticsView)
    return found


def _part(id: str, of: Site | None = None, language: str = "vi") -> Part:
    return next(part for part in _view(of or _site(), language).parts if part.id == id)


def _rows(part: Part) -> list[tuple[str, ...]]:
    return [(row.title, *row.figures) for row in part.rows]


def test_without_figures_the_page_says_so_and_defines() -> None:
    view = _view(site(ITEMS))
    assert (view.until, view.totals, view.parts) == ("", (), ())
    assert [entry.term for entry in view.definitions][:5] == [
        "Lượt xem",
        "Lượt truy cập",
        "Lượt khách",
        "Máy",
        "Chưa rõ",
    ]
    assert len(view.definitions) == 8


def test_every_figure_has_its_definition_beside_it() -> None:
    view = _view(_site())
    assert [total.term for total in view.totals] == ["Lượt xem", "Lượt truy cập", "Lượt khách"]
    assert all(total.text for total in view.totals)
    assert [entry.term for entry in view.definitions] == ["Tuần, tháng, năm, tổng số", "Khóa sổ", "Quyền riêng tư"]
    assert any(note.startswith("Máy: ") for note in _part("who").notes)
    assert any(note.startswith("Chưa rõ: ") for note in _part("who").notes)


def test_there_is_none_when_it_is_switched_off() -> None:
    bare = replace(_site(), features=frozenset({Feature.FEEDS}))
    assert list(statistics_pages(bare)) == []
    assert not [plan for plan in plan_pages(bare) if plan.template == "statistics.html"]


def test_the_overview_is_sums_of_days() -> None:
    found = {title: views for title, views, *_ in _rows(_part("periods"))}
    assert found["22/11/2026, chưa hết ngày"] == "10"
    assert found["21/11/2026"] == "11"
    assert found["7 ngày qua"] == str(sum(range(10, 17)))
    assert found["30 ngày qua"] == str(sum(range(10, 40)))
    assert found["Tháng 11 năm 2026"] == str(sum(range(10, 32)))
    assert found["Từ 19/10/2025"] == "83.800"


def test_a_young_portal_has_no_times_before_its_beginning() -> None:
    young = _site(since=TODAY, days=(Day(TODAY, Figures(5, 2, 1)),))
    titles = [title for title, *_ in _rows(_part("periods", young))]
    assert "21/11/2026" not in titles
    assert len(_part("days-30", young).rows) == 1
    assert _part("years", young).rows[0].figures == ("5", "2", "1")


@pytest.mark.parametrize(("id", "count"), [("days-30", 30), ("days-90", 90), ("months", 14)])
def test_charts_and_their_tables_tell_the_same(id: str, count: int) -> None:
    part = _part(id)
    assert part.chart is not None
    assert len(part.chart.bars) == len(part.rows) == count
    for bar, row in zip(part.chart.bars, reversed(part.rows), strict=True):
        assert bar.title == f"{row.title}: {row.figures[0]} lượt xem, {row.figures[1]} lượt truy cập"
    assert [bar.is_open for bar in part.chart.bars] == [False] * (count - 1) + [True]


def test_months_and_years_add_up_to_the_total() -> None:
    for id in ("months", "years"):
        assert sum(int(row.figures[0].replace(".", "")) for row in _part(id).rows) == 83_800


def test_sections_in_each_language_and_together() -> None:
    assert _rows(_part("sections")) == [
        ("Trang chủ và các trang khác", "73", "53", "20"),
        ("Tin tức", "59", "47", "12"),
        ("Văn bản", "41", "0", "41"),
        ("Thông báo", "9", "9", "0"),
    ]
    assert _rows(_part("sections", language="en"))[1] == ("News", "59", "47", "12")


def test_languages_hold_every_view() -> None:
    assert _rows(_part("languages")) == [("Tiếng Việt", "109"), ("English", "73")]


def test_items_are_read_in_both_languages_together_and_apart() -> None:
    assert [(row.title, row.figures, row.note, row.address, row.language) for row in _part("read").rows] == [
        ("Đôi", ("42",), "Tiếng Việt 30 · English 12", "/tin-tuc/2026/doi/", ""),
        ("Own", ("41",), "Tiếng Việt 0 · English 41", "/en/documents/2026/own/", "en"),
        ("Riêng", ("9",), "Tiếng Việt 9 · English 0", "/thong-bao/2025/rieng/", ""),
        (GONE, ("8",), "Tiếng Việt 8 · English 0", "", ""),
        ("Liên hệ", ("3",), "Tiếng Việt 3 · English 0", "/lien-he/", ""),
    ]
    assert [(row.title, row.address, row.language) for row in _part("read", language="en").rows][:3] == [
        ("Pair", "/en/news/2026/pair/", ""),
        ("Own", "/en/documents/2026/own/", ""),
        ("Riêng", "/thong-bao/2025/rieng/", "vi"),
    ]


def test_equal_counts_have_an_order() -> None:
    assert [row.title for row in _part("recent").rows] == [GONE, "Riêng"]


def test_downloads_have_the_titles_of_attachments() -> None:
    of = _site(downloads={f"/media/{PAPER.path}": 4, "/media/cu/mat.pdf": 9})
    assert [(row.title, row.figures, row.note) for row in _part("downloads", of).rows] == [
        ("mat.pdf", ("9",), ""),
        ("Quyết định", ("4",), "quyet-dinh.pdf"),
    ]


def test_feeds_are_ranges_with_their_basis() -> None:
    of = _site(feeds={"/feed.xml": Feed(12, 3, 9), "/tin-tuc/atom.xml": Feed(0, 4, 4), "/cu/feed.xml": Feed(0, 0, 0)})
    assert _rows(_part("feeds", of)) == [
        ("Tất cả tin, bài (RSS)", "15–21", "12", "3–9"),
        ("Tin tức (Atom)", "4", "0", "4"),
    ]


def test_titles_in_another_language_say_so() -> None:
    of = _site(feeds={"/feed.xml": Feed(2), "/en/feed.xml": Feed(1)}, downloads={f"/media/{PAPER.path}": 4})
    assert [row.language for row in _part("feeds", of).rows] == ["", "en"]
    assert [row.language for row in _part("feeds", of, "en").rows] == ["vi", ""]
    assert [row.language for row in _part("downloads", of, "en").rows] == ["vi"]


def test_people_bots_and_unknown_are_all_told() -> None:
    part = _part("who", _site(refused=1234, broken=5, crawlers={"B": 2, "A": 2}))
    assert _rows(part)[0] == ("Từ 19/10/2025", "83.800", "800", "400")
    assert "1.234" in part.notes[-1]
    crawlers = _part("crawlers", _site(crawlers={"B": 2, "A": 2, "C": 9}))
    assert [row.title for row in crawlers.rows] == ["C", "A", "B"]


def test_long_tables_are_cut() -> None:
    of = _site(referrers={f"h{n}.example": n for n in range(1, 40)})
    rows = _rows(_part("referrers", of))
    assert (len(rows), rows[0]) == (10, ("h39.example", "39"))


def test_no_figures_in_one_part_are_no_harm() -> None:
    of = _site(days=(), pages={}, recent=Recent(TODAY, TODAY))
    assert {part.id for part in _view(of).parts if not part.rows} >= {"days-30", "months", "read", "recent", "feeds"}
    assert _part("days-30", of).chart is None


@pytest.mark.parametrize(("counts", "expected"), [((), []), ((0, 0), [0, 0]), ((8, 4, 1), [100, 50, 12])])
def test_bars_show_parts_of_the_largest(counts: tuple[int, ...], expected: list[int]) -> None:
    assert shares(counts) == expected


def test_hostile_names_stay_text() -> None:
    """What logs hold reaches the page as text, for the template to escape."""
    of = _site(pages={"/tin-tuc/2020/<script>/": 3}, referrers={"x.example": 1})
    assert [(row.title, row.address) for row in _part("read", of).rows] == [("/tin-tuc/2020/<script>/", "")]


def test_made_up_figures_are_plausible() -> None:
    """Those that other tests and screenshots are made with."""
    made = statistics(["/a/", "/b/"])
    assert made.totals.views > made.totals.visits > made.totals.visitors > 0
    assert made == statistics(["/a/", "/b/"])
