"""What documents did to each other, as their pages show it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from documents.samples import paper
from newsportal.model import Article
from newsportal.views.article import ArticleView, article_pages
from newsportal.views.site import Site
from values import site

OLD = paper("cu", "801/QĐ-UBND", dt.date(2024, 5, 6), date=dt.date(2024, 5, 7), title="Quyết định cũ")
ENTRY = "801/QĐ-UBND ngày 6/5/2024"


def new(number: str = "9/QĐ-UBND", **fields: Any) -> Article:
    return paper("moi", number, dt.date(2026, 3, 4), title="Quyết định mới", **fields)


def relations(made: Site, item: Article) -> list[tuple[str, list[tuple[str, str]]]]:
    """Of an item's page: the label of each relation, and label and address of its documents."""
    plan = next(plan for plan in article_pages(made) if plan.source == item.path)
    content = plan.content()
    assert isinstance(content, ArticleView)
    assert content.document
    return [(each.label, [(one.label, one.address) for one in each.documents]) for each in content.document.relations]


@pytest.mark.parametrize("number", ["", "chưa có số", "Tờ trình số 5"])
@pytest.mark.parametrize(
    ("field", "there", "here"),
    [("replaces", "Bị thay thế bởi", "Thay thế"), ("amends", "Được sửa đổi, bổ sung bởi", "Sửa đổi, bổ sung")],
)
def test_a_document_without_a_number_goes_by_its_title(number: str, field: str, there: str, here: str) -> None:
    later = new(number, **{field: (ENTRY,)})
    made = site([OLD, later])
    assert relations(made, OLD) == [(there, [("Quyết định mới", "/van-ban/2026/moi/")])]
    assert relations(made, later) == [(here, [("Quyết định số 801/QĐ-UBND", "/van-ban/2024/cu/")])]


def test_in_the_other_language_its_title_is_told_to_be_vietnamese() -> None:
    english = replace(OLD, path="en/van-ban/cu.md", language="en", title="Old decision", slug="old")
    made = site([OLD, english, new("", replaces=(ENTRY,))])
    plan = next(plan for plan in article_pages(made) if plan.source == english.path)
    content = plan.content()
    assert isinstance(content, ArticleView)
    assert content.document
    (told,) = content.document.relations[0].documents
    assert (told.label, told.own_name, told.language) == ("Quyết định mới", "Quyết định mới", "vi")


def test_no_document_is_named_twice_and_none_in_itself() -> None:
    later = new(replaces=(ENTRY, f"Quyết định số {ENTRY} của UBND tỉnh An Lĩnh", "9/QĐ-UBND ngày 4/3/2026"))
    made = site([OLD, later])
    assert relations(made, later) == [("Thay thế", [("Quyết định số 801/QĐ-UBND", "/van-ban/2024/cu/")])]
    assert [label for label, _ in relations(made, OLD)] == ["Bị thay thế bởi"]


@pytest.mark.parametrize(("field", "label"), [("replaces", "Thay thế"), ("amends", "Sửa đổi, bổ sung")])
def test_the_record_does_not_name_itself_either(field: str, label: str) -> None:
    for entry, is_shown in (("9/QĐ-UBND ngày 4/3/2026", False), ("số cũ", True)):
        record: dict[str, Any] = {field: (entry,)}
        item = new(**record)
        content = next(plan for plan in article_pages(site([item])) if plan.source == item.path).content()
        assert isinstance(content, ArticleView)
        assert content.document
        assert (label in [row.label for row in content.document.record]) is is_shown
        assert content.document.relations == ()


def test_a_bare_number_is_shown_at_both_ends() -> None:
    later = new(replaces=("801/QĐ-UBND",))
    made = site([OLD, later])
    assert relations(made, OLD) == [("Bị thay thế bởi", [("Quyết định số 9/QĐ-UBND", "/van-ban/2026/moi/")])]
    assert relations(made, later) == [("Thay thế", [("Quyết định số 801/QĐ-UBND", "/van-ban/2024/cu/")])]
