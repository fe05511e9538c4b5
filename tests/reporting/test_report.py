"""The report's figures, from a handful of items."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

import pytest

from newsportal.model import Agency, Article, Document
from newsportal.reporting import Delays, Report, as_record, make_report
from newsportal.text import ZONE
from values import HOUR, NEWS, NOW, PAPERS, article, settings, site

OWN = "Sở KH&CN"
FULL = "Sở Khoa học và Công nghệ tỉnh An Lĩnh"


def paper(name: str, issued: str, published: str, issuer: str = OWN, kind: str = "QĐ", **changes: Any) -> Article:
    document = Document(number=f"{name}/QĐ", type=kind, issuer=issuer, issued=dt.date.fromisoformat(issued))
    return article(name, section=PAPERS.id, date=dt.date.fromisoformat(published), document=document, **changes)


def report_on(articles: Iterable[Article]) -> Report:
    empty = {"vi": "", "en": ""}
    made = site(articles, agency=Agency({"vi": FULL, "en": "DOST"}, empty, empty, empty))
    return make_report(made.catalog, made.settings, "content")


def test_delays_are_counted_by_section_and_author() -> None:
    report = report_on([
        paper("a", "2026-03-02", "2026-03-02", authors=("Lê Hà",)),
        paper("b", "2026-03-02", "2026-03-03", authors=("Lê Hà", "Đỗ An")),
        paper("c", "2026-03-02", "2026-03-06"),
        article("tin", authors=("Đỗ An",)),
    ])  # fmt: skip
    assert report.total == Delays(3, 1, 4, 1)
    assert report.sections == {PAPERS.id: Delays(3, 1, 4, 1)}
    assert report.authors == {"": Delays(1, 4, 4, 1), "Đỗ An": Delays(1, 1, 1, 0), "Lê Hà": Delays(2, 0.5, 1, 0)}
    assert list(report.authors) == ["", "Đỗ An", "Lê Hà"]
    assert [(late.path, late.days, late.limit) for late in report.late] == [("content/vi/van-ban/c.md", 4, 2)]


@pytest.mark.parametrize(
    ("issuer", "kind", "limit"),
    [
        (OWN, "QĐ", 2),
        ("sở kh&cn", "QĐ", 2),
        ("Sở KH&CN", "KH", 10),  # plans
        ("Ủy ban nhân dân tỉnh", "QĐ", 10),
        ("", "QĐ", 10),
        ("Sở", "QĐ", 10),
        ("Sở KH&CN tỉnh An Lĩnh", "QĐ", 2),
        ("Sở Khoa học và Công nghệ An Lĩnh", "QĐ", 2),
        ("Giám đốc Sở Khoa học và Công nghệ tỉnh An Lĩnh", "QĐ", 2),
        ("Department of Science and Technology", "QĐ", 2),
        ("Sở Khoa học và Công nghệ tỉnh Bắc Kạn", "QĐ", 10),
    ],
)
def test_who_issued_it_sets_the_limit(issuer: str, kind: str, limit: int) -> None:
    report = report_on([paper("a", "2025-03-03", "2026-03-03", issuer, kind)])
    assert [late.limit for late in report.late] == [limit]
    assert report_on([paper("a", "2026-03-02", "2026-03-04", issuer, kind)]).late == ()


def test_an_item_that_waited_appeared_at_its_moment() -> None:
    moment = dt.datetime(2026, 3, 6, 8, tzinfo=ZONE)
    (late,) = report_on([paper("a", "2026-03-02", "2026-03-02", publish_at=moment)]).late
    assert (late.published, late.days) == (dt.date(2026, 3, 6), 4)
    assert report_on([paper("a", "2026-03-02", "2026-03-02", publish_at=moment - 7 * 24 * HOUR)]).late == ()


def test_what_was_published_before_its_issue_is_told_apart() -> None:
    report = report_on([paper("a", "2026-03-05", "2026-03-02"), paper("b", "2026-03-02", "2026-03-03")])
    assert [each.path for each in report.early] == ["content/vi/van-ban/a.md"]
    assert report.total == Delays(1, 1, 1, 0)
    alone = report_on([paper("a", "2026-03-05", "2026-03-02")])
    assert (alone.total, len(alone.early)) == (None, 1)
    told = {"path": "content/vi/van-ban/a.md", "issued": "2026-03-05", "published": "2026-03-02"}
    timeliness = as_record(alone)["timeliness"]
    assert isinstance(timeliness, dict)
    assert timeliness["early"] == [told]


def test_the_percentile_is_that_of_nine_in_ten() -> None:
    days = [f"2026-03-{day:02}" for day in (2, 3, 4, 5, 6, 9, 10, 11, 12, 13)]
    report = report_on(paper(f"p{place}", "2026-03-02", day) for place, day in enumerate(days))
    assert report.total == Delays(10, 4.5, 8, 7)


def test_items_count_once_by_year_and_month() -> None:
    report = report_on([
        article("a", date=dt.date(2026, 3, 16), authors=("Lê Hà", "Lê Hà")),
        article("a", date=dt.date(2026, 3, 16), authors=("Lê Hà",), language="en"),
        article("b", date=dt.date(2026, 1, 1), language="en"),
        article("c", date=dt.datetime(2025, 12, 31, 18, tzinfo=dt.UTC)),  # the new year in Vietnam
        article("d", date=dt.date(2025, 6, 1)),
        article("nhap", draft=True),
        article("mai", publish_at=NOW + HOUR),
    ])  # fmt: skip
    assert report.section_items == {NEWS.id: {"2026": 3, "2026-03": 1, "2026-01": 2, "2025": 1, "2025-06": 1}}
    assert list(report.section_items[NEWS.id]) == ["2026", "2026-03", "2026-01", "2025", "2025-06"]
    assert report.author_items["Lê Hà"] == {"2026": 1, "2026-03": 1}
    assert report.author_items[""]["2026"] == 2


def test_what_lacks_a_translation_is_listed() -> None:
    report = report_on([
        article("b"),
        article("a"),
        article("c"),
        article("c", language="en"),
        article("d", language="en"),
        paper("e", "2026-03-02", "2026-03-02"),
    ])  # fmt: skip
    assert report.untranslated == {
        "en": {NEWS.id: ("content/vi/tin-tuc/a.md", "content/vi/tin-tuc/b.md"), PAPERS.id: ("content/vi/van-ban/e.md",)}
    }


def test_a_choice_of_items() -> None:
    made = site([article("a"), article("b")])
    report = make_report(made.catalog, made.settings, "content", lambda item: item.path.endswith("a.md"))
    assert report.section_items == {NEWS.id: {"2026": 1, "2026-03": 1}}
    assert report.untranslated == {"en": {NEWS.id: ("content/vi/tin-tuc/a.md",)}}


def test_the_record_is_json() -> None:
    record = as_record(report_on([paper("a", "2026-03-02", "2026-03-06"), article("tin")]))
    assert json.loads(json.dumps(record)) == record
    assert record["generated"] == "2026-11-22T10:00:00+07:00"
    figures = {"count": 1, "median": 4, "p90": 4, "over": 1}
    late = {"path": "content/vi/van-ban/a.md", "issued": "2026-03-02", "published": "2026-03-06", "days": 4, "limit": 2}
    assert record["timeliness"] == {
        "total": figures, "sections": {PAPERS.id: figures}, "authors": {"": figures}, "late": [late], "early": []
    }  # fmt: skip


def test_a_report_on_nothing() -> None:
    record = as_record(report_on([]))
    assert record["timeliness"] == {
        "total": {"count": 0, "median": None, "p90": None, "over": 0},
        "sections": {}, "authors": {}, "late": [], "early": [],
    }  # fmt: skip
    assert record["untranslated"] == {"en": {}}
    assert report_on([]).generated == settings().build_time
