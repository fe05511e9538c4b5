"""What machines read about a page."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest

from newsportal.model import Cover, Document, Source
from newsportal.render import Body
from newsportal.text import ZONE
from newsportal.views import PageView, Site, plan_pages, view
from values import PHOTO, article, page, site

SITE = site([article("a"), article("a", language="en"), article("b", tags=("so",))], [page(""), page("lien-he")])


def _view(of: Site, address: str) -> PageView:
    (plan,) = (plan for plan in plan_pages(of) if plan.address == address)
    return view(of, plan)


def _graph(found: PageView) -> dict[str, dict[str, Any]]:
    data = json.loads(found.head.linked_data)
    assert data["@context"] == "https://schema.org"
    return {part["@type"]: part for part in data["@graph"]}


def test_every_page_has_a_head() -> None:
    for plan in plan_pages(SITE):
        head = view(SITE, plan).head
        assert head.canonical == f"https://tin.example{plan.address}"
        assert head.title
        assert 0 < len(head.description) <= 200
        assert {"GovernmentOrganization"} <= set(_graph(view(SITE, plan)))
        properties, elements = dict(head.properties), dict(head.elements)
        assert properties["og:url"] == head.canonical
        assert properties["og:locale"] in ("vi_VN", "en_GB", "en_US")
        assert elements["DC.language"] == plan.language.code
        assert {"DC.title", "DC.creator", "DC.publisher", "DC.identifier", "DC.description"} <= set(elements)
        assert all(name and text for name, text in (*head.properties, *head.elements))


def test_languages_point_at_each_other() -> None:
    for plan in plan_pages(SITE):
        found = {one.language: one.url for one in view(SITE, plan).head.alternates}
        if not found:
            continue
        assert found[plan.language.code] == f"https://tin.example{plan.address}"
        assert found["x-default"] == found["vi"]
        other = next(one for one in plan_pages(SITE) if f"https://tin.example{one.address}" == found["en"])
        assert {one.language: one.url for one in view(SITE, other).head.alternates} == found


def test_an_item_of_one_language_has_no_alternates() -> None:
    assert _view(SITE, "/tin-tuc/2026/b/").head.alternates == ()


def test_news() -> None:
    item = article(
        "a",
        title="Hội nghị",
        summary="Tóm tắt.",
        date=dt.datetime(2026, 3, 16, 8, 30, tzinfo=ZONE),
        updated=dt.date(2026, 3, 18),
        authors=("Lê Hà", "Trần Minh"),
        tags=("so",),
        cover=Cover(PHOTO.path, "Tả ảnh"),
        source=Source("Báo", "https://bao.vn/1"),
    )
    found = _view(site([item]), "/tin-tuc/2026/a/")
    news = _graph(found)["NewsArticle"]
    assert news["headline"] == "Hội nghị"
    assert news["datePublished"] == "2026-03-16T08:30:00+07:00"
    assert news["dateModified"] == "2026-03-18"
    assert [author["name"] for author in news["author"]] == ["Lê Hà", "Trần Minh"]
    assert news["image"] == ["https://tin.example/media/2026/anh.jpg"]
    assert news["keywords"] == ["Chuyển đổi số"]
    properties, elements = dict(found.head.properties), dict(found.head.elements)
    assert properties["og:image:alt"] == "Tả ảnh"
    assert properties["article:published_time"] == "2026-03-16T08:30:00+07:00"
    assert elements["DC.source"] == "https://bao.vn/1"
    assert elements["DC.creator"] == "Lê Hà, Trần Minh"
    crumbs = _graph(found)["BreadcrumbList"]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == [1, 2, 3]
    assert crumbs[-1]["item"] == "https://tin.example/tin-tuc/2026/a/"


def test_a_document_is_no_news() -> None:
    found = _view(site([article("a", section="van-ban", document=Document(number="1/QĐ"))]), "/van-ban/2026/a/")
    assert "NewsArticle" not in _graph(found)
    assert "articleSection" not in _graph(found)["DigitalDocument"]
    assert ("DC.identifier", "1/QĐ") in found.head.elements


@pytest.mark.parametrize(
    "title",
    ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028\u2029", '"\\\n', "a & b 'c'", "👩\u200d🔬"],
)
def test_linked_data_stays_within_its_element(title: str) -> None:
    found = _view(site([article("a", title=title, summary=title, authors=(title,))]), "/tin-tuc/2026/a/")
    data = found.head.linked_data
    assert not re.search("<|\u2028|\u2029", data)
    assert json.loads(data)["@graph"][1]["author"][0]["name"] == title


def test_descriptions_are_one_line_and_short() -> None:
    body = Body("<p>x</p>", "x", "Câu một rất dài. " * 30)
    found = _view(site([article("a")], bodies={"vi/tin-tuc/a.md": body}), "/tin-tuc/2026/a/").head.description
    assert found.startswith("Câu một rất dài.")
    assert len(found) <= 200
    assert _view(site([article("a")]), "/tin-tuc/2026/a/").head.description == "a – Sở KH&CN"


def test_pages_not_to_be_found_say_so() -> None:
    assert _view(SITE, "/404.html").head.robots == "noindex, follow"
    assert _view(SITE, "/").head.robots == ""
