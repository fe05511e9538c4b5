"""Citations on pages: where they lead, what is listed, and what makes a page new."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote

import pytest

from documents.samples import paper
from newsportal.languages import ENGLISH, VIETNAMESE
from newsportal.model import Article
from newsportal.render import Body
from newsportal.render.citing import cited_in as found_in
from newsportal.views.article import ArticleView, article_pages
from newsportal.views.cited import CitationsOfView, CitationsView, cited_pages
from newsportal.views.citing import cited_list, linked
from newsportal.views.keys import common_marks, page_key
from newsportal.views.site import Feature, Site
from values import article, settings, site

DECISION = paper(
    "quyet-dinh", "15/2026/QĐ-UBND", dt.date(2026, 8, 20), date=dt.date(2026, 8, 24), title="Quyết định 15"
)
ENGLISH_DECISION = replace(
    DECISION, path="en/van-ban/quyet-dinh.md", language="en", title="Decision 15", slug="decision-15"
)
PLAN = paper("ke-hoach", "31/KH-UBND", dt.date(2025, 1, 16), date=dt.date(2025, 1, 20), title="Kế hoạch 31")
NEWS = article("tin", date=dt.date(2026, 10, 1), title="Tin")
REPORT = paper("bao-cao", "12/BC-UBND", dt.date(2026, 9, 1), date=dt.date(2026, 9, 3), title="Báo cáo 12")
HERE = "Quyết định số 15/2026/QĐ-UBND ngày 20/8/2026"
AWAY = "Thông tư số 13/2021/TT-BKHCN ngày 30/12/2021"
UNDATED = "Kế hoạch số 31/KH-UBND"
TEXT = f"<p>Theo {HERE} và {AWAY}. Xem {UNDATED}.</p>"


def _site(texts: Mapping[str, str], *items: Article) -> Site:
    bodies = {path: Body(html=html, citations=found_in(html)) for path, html in texts.items()}
    return site(items, bodies=bodies)


def _linked(of: Site, item: Article) -> str:
    body, shown = of.body(item.path), cited_list(of, item, of.settings.language(item.language))
    return linked(body.html, body.citations, shown, lambda address: address)


def _page(of: Site, item: Article) -> ArticleView:
    plan = next(plan for plan in article_pages(of) if plan.source == item.path)
    content = plan.content()
    assert isinstance(content, ArticleView)
    return content


PORTAL = _site({NEWS.path: TEXT, REPORT.path: f"<p>Nêu {HERE}.</p>"}, NEWS, REPORT, DECISION, PLAN)


def test_links_lead_to_the_document_or_to_its_entry() -> None:
    assert re.sub('-[0-9a-f]{10}(?=")', "", _linked(PORTAL, NEWS)) == (
        f'<p>Theo <a class="cited" href="/van-ban/2026/quyet-dinh/" aria-describedby="cited-1">{HERE}</a> và '
        f'<a class="cited" href="/vien-dan/thong-tu/2021/#13-tt-bkhcn" aria-describedby="cited-2">{AWAY}</a>. Xem '
        f'<a class="cited" href="/vien-dan/ke-hoach/khong-ro-nam/#31-kh-ubnd" aria-describedby="cited-3">{UNDATED}</a>'
        ".</p>"
    )


def test_the_list_tells_what_the_portal_has() -> None:
    here, away, undated = _page(PORTAL, NEWS).cited.documents
    assert (here.label, here.title, here.is_here) == ("Quyết định số 15/2026/QĐ-UBND", "Quyết định 15", True)
    assert (away.label, away.date, away.note) == (
        "Thông tư số 13/2021/TT-BKHCN",
        "30/12/2021",
        "Chưa đăng trên cổng này",
    )
    assert undated.note == "Chưa rõ năm ban hành; có thể là"
    assert [candidate.address for candidate in undated.candidates] == ["/van-ban/2025/ke-hoach/"]


def test_a_document_names_news_and_documents_that_cite_it_with_the_sentence() -> None:
    found = _page(PORTAL, DECISION).cited_in
    assert found
    assert [(item.title, item.sentence) for item in found.news] == [("Tin", f"Theo {HERE} và {AWAY}.")]
    assert [(item.title, item.number) for item in found.documents] == [("Báo cáo 12", "12/BC-UBND")]
    assert _page(PORTAL, PLAN).cited_in is None, "an ambiguous number counts for nobody"


def test_only_so_many_citing_items_are_named() -> None:
    many = [article(f"tin-{number:02}", date=dt.date(2026, 10, 1)) for number in range(25)]
    crowded = _site({item.path: f"<p>{HERE}</p>" for item in many}, DECISION, *many)
    found = _page(crowded, DECISION).cited_in
    assert found
    assert (len(found.news), found.more) == (20, "Xem thêm 5 tin, bài khác")
    assert unquote(found.all_address) == "/tim-kiem/?q=15/2026/QĐ-UBND"


def test_english_items_lead_to_the_english_document_where_there_is_one() -> None:
    english = replace(NEWS, path="en/tin-tuc/tin.md", language="en")
    text = "<p>Decision No. 15/2026/QĐ-UBND of 20 August 2026</p>"
    both = _site({english.path: text}, english, DECISION, ENGLISH_DECISION)
    alone = _site({english.path: text}, english, DECISION)
    assert 'href="/en/documents/2026/decision-15/"' in _linked(both, english)
    assert 'href="/van-ban/2026/quyet-dinh/"' in _linked(alone, english)
    (cited,) = _page(alone, english).cited.documents
    assert (cited.label, cited.language) == ("Decision No. 15/2026/QĐ-UBND", "vi")


def test_names_that_nobody_translated_are_told_apart_on_english_pages() -> None:
    english = replace(NEWS, path="en/tin-tuc/tin.md", language="en")
    text = "<p>Under Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15 and Decision No. 15/2026/QĐ-UBND</p>"
    found = _page(_site({english.path: text}, english, DECISION), english).cited.documents
    assert [(each.label, each.own_name) for each in found] == [
        (
            "Luật Khoa học, công nghệ và đổi mới sáng tạo No. 93/2025/QH15",
            "Luật Khoa học, công nghệ và đổi mới sáng tạo",
        ),
        ("Decision No. 15/2026/QĐ-UBND", ""),
    ]
    assert not any(each.own_name for each in _page(PORTAL, NEWS).cited.documents)


def test_a_database_of_the_operator_is_offered_for_what_is_not_here() -> None:
    known = replace(PORTAL, settings=settings(database="https://luat.example/?so={number}"), views={})
    here, away, _ = _page(known, NEWS).cited.documents
    assert (here.register, away.register) == ("", "https://luat.example/?so=13%2F2021%2FTT-BKHCN")


def test_without_the_feature_nothing_shows() -> None:
    bare = replace(PORTAL, features=frozenset(Feature) - {Feature.DOCUMENTS}, views={})
    page = _page(bare, NEWS)
    assert (page.cited.documents, _page(bare, DECISION).cited_in) == ((), None)
    assert list(cited_pages(bare)) == []


def _key(of: Site, item: Article) -> bytes:
    plan = next(plan for plan in article_pages(of) if plan.source == item.path)
    return page_key(of, plan, common_marks(of)[item.language])


@pytest.mark.parametrize(
    ("changed", "new"),
    [
        ((NEWS, REPORT, replace(DECISION, title="Tên khác"), PLAN), {NEWS.path, REPORT.path}),
        ((NEWS, REPORT, PLAN), {NEWS.path, REPORT.path}),
        ((replace(NEWS, title="Khác"), REPORT, DECISION, PLAN), {DECISION.path}),
        ((REPORT, DECISION, PLAN), {DECISION.path}),
    ],
)
def test_a_page_is_new_when_what_it_shows_of_others_is(changed: tuple[Article, ...], new: set[str]) -> None:
    """Related items and neighbours are left out of account by having none."""
    before, after = (_marked(items) for items in ((NEWS, REPORT, DECISION, PLAN), changed))
    kept = [item for item in (NEWS, REPORT, DECISION, PLAN) if item in changed]
    assert {item.path for item in kept if _key(before, item) != _key(after, item)} >= new


def _marked(items: tuple[Article, ...]) -> Site:
    made = _site({NEWS.path: TEXT, REPORT.path: f"<p>Nêu {HERE}.</p>"}, *items)
    faces = {item.path: item.title.encode() for item in items}
    return replace(made, settings=replace(made.settings, related=0), faces=faces, views={})


def test_the_overview_counts_by_type_issuer_and_year() -> None:
    plans = {plan.address: plan for plan in cited_pages(PORTAL)}
    overview = plans["/vien-dan/"].content()
    assert isinstance(overview, CitationsView)
    assert [(summary.title, [year.label for year in summary.years]) for summary in overview.types] == [
        ("Kế hoạch", ["Chưa rõ năm"]),
        ("Quyết định", ["2026"]),
        ("Thông tư", ["2021"]),
    ]
    assert [entry.document.label for entry in overview.most][:1] == ["Quyết định số 15/2026/QĐ-UBND"]
    year = plans["/vien-dan/quyet-dinh/2026/"].content()
    assert isinstance(year, CitationsOfView)
    assert [(entry.total, [item.title for item in entry.items]) for entry in year.entries] == [
        ("2 tin, bài", ["Tin", "Báo cáo 12"])
    ]
    assert ENGLISH.code not in {plan.language.code for plan in plans.values()}
    assert VIETNAMESE.code in plans["/vien-dan/"].alternates


def test_a_chain_is_told_at_both_ends_with_the_status_of_each() -> None:
    old = paper("cu", "08/2021/QĐ-UBND", dt.date(2021, 4, 12), date=dt.date(2021, 4, 14))
    new = paper(
        "moi", "15/2026/QĐ-UBND", dt.date(2026, 8, 20), date=dt.date(2026, 8, 24), replaces=("08/2021/QĐ-UBND", "số cũ")
    )
    expired = replace(old, document=replace(old.document, status="expired")) if old.document else old
    chained = _site({}, expired, new)
    (replaced,), (replaces,) = (
        document.relations for item in (expired, new) if (document := _page(chained, item).document)
    )
    assert (replaced.label, [each.address for each in replaced.documents]) == (
        "Bị thay thế bởi", ["/van-ban/2026/moi/"]
    )  # fmt: skip
    assert (replaces.label, [(each.label, each.status_name) for each in replaces.documents]) == (
        "Thay thế", [("Quyết định số 08/2021/QĐ-UBND", "Hết hiệu lực")]
    )  # fmt: skip
