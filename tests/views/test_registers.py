"""Registers: order, types, years, the pages they have, and what a row shows."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from newsportal.citations import TYPES
from newsportal.languages import ENGLISH, LANGUAGES, VIETNAMESE
from newsportal.model import Article, Document
from newsportal.views import Feature, PagePlan, Site, feed_scopes, item_faces, plan_pages, type_slug
from newsportal.views.register_pages import RegisterView, register_pages
from newsportal.views.registers import register_of, register_row, type_feeds
from values import NEWS, PAPERS, article, site


def paper(name: str, issued: str = "2022-03-16", kind: str = "QĐ", language: str = "vi", **changes: Any) -> Article:
    record = Document(number=f"{name}/{kind}", type=kind, issued=dt.date.fromisoformat(issued), subject=f"Về {name}")
    return article(name, section=PAPERS.id, language=language, document=dataclasses.replace(record, **changes))


MIXED = (
    paper("mot", "2021-05-01"),
    paper("hai", "2022-01-02"),
    paper("ba", "2022-03-03", "KH"),
    paper("bon", "2020-04-04", "BC"),
    paper("one", "2021-05-01", language="en"),
    paper("two", "2022-03-03", "KH", language="en"),
)


def plans(made: Site) -> dict[str, PagePlan]:
    return {plan.address: plan for plan in register_pages(made)}


def view(made: Site, address: str) -> RegisterView:
    found = plans(made)[address].content()
    assert isinstance(found, RegisterView)
    return found


def test_documents_stand_by_day_of_issue_whenever_they_were_published() -> None:
    late = dataclasses.replace(paper("cu", "2019-01-01"), date=dt.date(2026, 11, 1))
    undated = article("khong-ngay", section=PAPERS.id, date=dt.date(2021, 6, 1))
    register = register_of(site([late, undated, *MIXED]), PAPERS, VIETNAMESE)
    assert [found.slug for found in register.chosen()] == ["ba", "hai", "khong-ngay", "mot", "bon", "cu"]
    assert register.years == (2022, 2021, 2020, 2019)


def test_pages_by_year_by_type_and_by_both_where_there_is_a_choice() -> None:
    assert [address for address in plans(site(MIXED)) if not address.startswith("/en/")] == [
        "/van-ban/",
        "/van-ban/2022/",
        "/van-ban/2021/",
        "/van-ban/2020/",
        "/van-ban/loai/quyet-dinh/",
        "/van-ban/loai/quyet-dinh/2022/",  # in 2021 there are no others, so that year's page serves
        "/van-ban/loai/ke-hoach/",
        "/van-ban/loai/bao-cao/",
    ]
    assert "/en/documents/type/decision/" in plans(site(MIXED))


def test_parts_without_a_page_of_their_own_are_those_that_hold_the_same() -> None:
    made = site(MIXED)
    whole, year = view(made, "/van-ban/"), view(made, "/van-ban/2022/")
    assert [(link.label, link.count, link.current) for link in whole.types] == [
        ("Tất cả các loại", 4, True), ("Quyết định", 2, False), ("Kế hoạch", 1, False), ("Báo cáo", 1, False),
    ]  # fmt: skip
    assert [link.address for link in year.types] == [
        "/van-ban/2022/", "/van-ban/loai/quyet-dinh/2022/", "/van-ban/loai/ke-hoach/",
    ]  # fmt: skip
    decisions = view(made, "/van-ban/loai/quyet-dinh/")
    assert [(link.label, link.address) for link in decisions.years] == [
        ("Tất cả các năm", "/van-ban/loai/quyet-dinh/"),
        ("2022", "/van-ban/loai/quyet-dinh/2022/"),
        ("2021", "/van-ban/2021/"),
    ]
    for found in plans(made).values():
        content = found.content()
        assert isinstance(content, RegisterView)
        assert {link.address for link in (*content.types, *content.years)} <= plans(made).keys()


def test_one_type_is_no_choice() -> None:
    made = site([paper("mot", "2021-05-01"), paper("hai", "2022-01-02"), article("khong", section=PAPERS.id)])
    assert not [address for address in plans(made) if "loai" in address]
    assert view(made, "/van-ban/").types == ()
    assert list(type_feeds(made, VIETNAMESE)) == []


def test_types_that_make_one_address_are_one_and_unknown_ones_come_last() -> None:
    made = site([paper("a", kind="XY"), paper("b", kind="KH"), paper("c", kind="Kế hoạch"), paper("d", kind="…")])
    types = register_of(made, PAPERS, VIETNAMESE).types
    assert [(kind.code, kind.slug, kind.title) for kind in types] == [
        ("KH", "ke-hoach", "Kế hoạch"), ("XY", "xy", "XY"),
    ]  # fmt: skip
    assert len(view(made, "/van-ban/loai/ke-hoach/").rows) == 2
    assert len(view(made, "/van-ban/").rows) == 4


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_type_of_the_list_has_an_address_of_its_own(language: Any) -> None:
    slugs = [type_slug(code, language) for code in TYPES]
    assert len({*slugs}) == len(slugs)
    assert all(slugs)


def test_languages_name_each_other_where_both_have_the_page() -> None:
    found = plans(site(MIXED))
    assert found["/van-ban/loai/ke-hoach/"].alternates == {
        "vi": "/van-ban/loai/ke-hoach/", "en": "/en/documents/type/plan/",
    }  # fmt: skip
    assert found["/van-ban/loai/bao-cao/"].alternates == {"vi": "/van-ban/loai/bao-cao/"}
    assert found["/van-ban/loai/bao-cao/"].fallbacks["en"] == "/en/documents/"
    assert found["/van-ban/2020/"].alternates == {"vi": "/van-ban/2020/"}
    for plan in found.values():
        assert plan.alternates[plan.language.code] == plan.address
        for other in plan.alternates.values():
            assert found[other].alternates == plan.alternates


def test_a_page_says_what_it_is_of() -> None:
    plan = plans(site(MIXED))["/van-ban/loai/quyet-dinh/2022/"]
    content = plan.content()
    assert isinstance(content, RegisterView)
    assert plan.title == "Văn bản – Quyết định – Năm 2022"
    assert (content.heading, content.kicker, content.total) == ("Văn bản", "Quyết định – Năm 2022", "1 văn bản")
    assert [(crumb.title, crumb.address) for crumb in plan.crumbs] == [
        ("Văn bản", "/van-ban/"),
        ("Quyết định", "/van-ban/loai/quyet-dinh/"),
        ("2022", "/van-ban/loai/quyet-dinh/2022/"),
    ]
    assert content.form
    assert [(each.name, each.value) for each in content.form.conditions] == [
        ("loai", "quyet-dinh"), ("nam", "2022"), ("co-quan", ""), ("linh-vuc", ""), ("hieu-luc", ""),
    ]  # fmt: skip
    assert (content.form.address, content.form.text) == ("/van-ban/", "q")
    assert (content.table, content.rows_file) == ("/van-ban/register.csv", "/van-ban/register-rows.json")


def test_long_registers_are_cut_into_pages() -> None:
    made = site([paper(f"so-{number}", f"2022-01-{number + 1:02}") for number in range(5)], page_size=2)
    assert [*plans(made)][:5] == [
        "/van-ban/", "/van-ban/trang/2/", "/van-ban/trang/3/", "/van-ban/2022/", "/van-ban/2022/trang/2/",
    ]  # fmt: skip
    assert [row.number for row in view(made, "/van-ban/trang/3/").rows] == ["so-0/QĐ"]


def test_little_or_nothing_needs_no_filter() -> None:
    assert view(site([paper("mot")]), "/van-ban/").form is None
    empty = view(site([]), "/van-ban/")
    assert (empty.rows, empty.form, empty.table, empty.feed, empty.years) == ((), None, "", "", ())


STATUSES = [
    ({"status": "expired", "effective": dt.date(2020, 1, 1)}, "expired", "Hết hiệu lực"),
    ({"effective": dt.date(2026, 11, 22)}, "in_force", "Còn hiệu lực"),
    ({"effective": dt.date(2026, 11, 23)}, "not_yet", "Chưa có hiệu lực"),
    ({"expires": dt.date(2026, 11, 22)}, "expired", "Hết hiệu lực"),
    ({"expires": dt.date(2026, 11, 23)}, "in_force", "Còn hiệu lực"),
    ({}, "", ""),
]


@pytest.mark.parametrize(("record", "code", "name"), STATUSES)
def test_the_status_is_that_of_the_day(record: dict[str, Any], code: str, name: str) -> None:
    one = paper("mot", **record)
    row = register_row(site([one]), one)
    assert (row.status, row.status_name) == (code, name)


def test_what_a_row_shows() -> None:
    one, bare = paper("mot", issuer="Ủy ban nhân dân tỉnh"), article("tron", section=PAPERS.id, title="Trơn")
    made = site([one, bare])
    assert register_row(made, one) == (
        "mot/QĐ", "Về mot", "/van-ban/2026/mot/", "Quyết định", "2022-03-16", "16/03/2022", "Ủy ban nhân dân tỉnh",
        "", "", "", "",
    )  # fmt: skip
    assert register_row(made, bare) == ("", "Trơn", "/van-ban/2026/tron/", *[""] * 8)
    nameless = article("chua-so", section=PAPERS.id, document=Document(type="BC"))
    assert register_row(site([nameless]), nameless).number == "Chưa có số"


def test_a_subject_in_another_language_gives_way_to_the_title() -> None:
    translated = dataclasses.replace(paper("one", language="en", issuer="Ủy ban"), title="Decision on one")
    row = register_row(site([translated]), translated)
    assert (row.subject, row.issuer_language, row.issued) == ("Decision on one", "vi", "16 March 2022")
    own = paper("own", language="en")
    assert own.document
    own = dataclasses.replace(own, document=dataclasses.replace(own.document, language="en", subject="On rice"))
    assert register_row(site([own]), own).subject == "On rice"


def test_without_the_plugin_sections_of_documents_are_lists() -> None:
    made = site(MIXED, features=frozenset(Feature) - {Feature.DOCUMENTS})
    assert plans(made) == {}
    lists = {plan.address: plan.template for plan in plan_pages(made) if plan.section == PAPERS.id and not plan.source}
    assert lists["/van-ban/"] == "list.html"
    assert not [address for address in lists if "loai" in address]
    assert not [scope for scope in feed_scopes(made, VIETNAMESE) if "loai" in scope.scope]
    with_plugin = {plan.template for plan in plan_pages(site(MIXED)) if plan.section == PAPERS.id and not plan.source}
    assert with_plugin == {"register.html"}


def test_types_have_feeds_in_order_of_publication() -> None:
    early = dataclasses.replace(paper("som", "2022-12-31"), date=dt.date(2026, 1, 1))
    made = site([*MIXED, early, article("tin", section=NEWS.id)])
    found = {feed.address: feed for feed in type_feeds(made, VIETNAMESE)}
    assert [*found] == [f"/van-ban/loai/{name}/" for name in ("quyet-dinh", "ke-hoach", "bao-cao")]
    decisions = found["/van-ban/loai/quyet-dinh/"]
    assert (decisions.title, decisions.code) == ("Văn bản: Quyết định", "QĐ")
    assert [each.slug for each in decisions.articles] == ["hai", "mot", "som"]
    assert [feed.address for feed in type_feeds(made, ENGLISH)] == [
        "/en/documents/type/decision/", "/en/documents/type/plan/",
    ]  # fmt: skip
    assert {*found} <= {scope.scope for scope in feed_scopes(made, VIETNAMESE)}


def test_a_status_that_the_day_changes_is_seen_by_keys() -> None:
    one = paper("mot", expires=dt.date(2026, 12, 1))
    own = {one.path: b"the same"}

    def face(day: int) -> bytes:
        return item_faces(site([one], build_time=dt.datetime(2026, 12, day, tzinfo=dt.UTC)), own)[one.path]

    assert face(1) == face(2)
    before = site([one], build_time=dt.datetime(2026, 11, 30, tzinfo=dt.UTC))
    assert item_faces(before, own)[one.path] != face(1)
