"""Menus, the way to the other language, and the crumbs above a page."""

from __future__ import annotations

import datetime as dt

import pytest

from newsportal.languages import ENGLISH, VIETNAMESE
from newsportal.views import Feature, PagePlan, Site, plan_pages, view
from newsportal.views.frame import Frame
from values import article, page, site

PAIRED = article("doi", tags=("so",))
SITE = site(
    [
        PAIRED,
        article("doi", language="en", slug="pair", tags=("so",)),
        article("rieng", tags=("nong",), date=dt.date(2025, 1, 1)),
        article("nhap", language="en", draft=True),
        article("nhap"),
        article("own", language="en", section="van-ban"),
        *(article(f"x{n}", date=dt.date(2024, 1, 1)) for n in range(5)),
    ],
    [
        page(""),
        page("", "en"),
        page("lien-he"),
        page("lien-he", "en", key="lien-he"),
        page("rieng"),
        page("an", draft=True),
    ],
    page_size=4,
)


def _frame(address: str, of: Site = SITE) -> Frame:
    (plan,) = (plan for plan in plan_pages(of) if plan.address == address)
    return view(of, plan).frame


@pytest.mark.parametrize(
    ("address", "leads_to", "same"),
    [
        ("/", "/en/", True),
        ("/en/", "/", True),
        ("/tin-tuc/2026/doi/", "/en/news/2026/pair/", True),
        ("/en/news/2026/pair/", "/tin-tuc/2026/doi/", True),
        ("/tin-tuc/2025/rieng/", "/en/news/", False),
        ("/tin-tuc/2026/nhap/", "/en/news/", False),
        ("/en/documents/2026/own/", "/van-ban/", False),
        ("/tin-tuc/", "/en/news/", True),
        ("/tin-tuc/trang/2/", "/en/news/", False),
        ("/tin-tuc/2026/", "/en/news/2026/", True),
        ("/tin-tuc/2025/", "/en/news/", False),
        ("/thong-bao/", "/en/notices/", True),
        ("/chu-de/", "/en/topics/", True),
        ("/chu-de/so/", "/en/topics/digital/", True),
        ("/chu-de/nong/", "/en/topics/", False),
        ("/van-ban/", "/en/documents/", True),
        ("/luu-tru/", "/en/archive/", True),
        ("/luu-tru/2026/", "/en/archive/2026/", True),
        ("/luu-tru/2025/", "/en/archive/", False),
        ("/rss/", "/en/rss/", True),
        ("/thong-ke/", "/en/statistics/", True),
        ("/so-do/", "/en/sitemap/", True),
        ("/tim-kiem/", "/en/search/", True),
        ("/lien-he/", "/en/lien-he/", True),
        ("/rieng/", "/en/", False),
    ],
)
def test_the_way_to_the_other_language(address: str, leads_to: str, same: bool) -> None:
    (switch,) = _frame(address).switches
    other = ENGLISH if leads_to.startswith("/en/") else VIETNAMESE
    assert (switch.address, switch.same, switch.code) == (leads_to, same, other.code)
    assert switch.note == (other.labels.same_page_in if same else other.labels.not_translated)


def test_every_kind_of_page_is_in_that_table() -> None:
    lists = {
        "home",
        "list",
        "register",
        "topics",
        "archive",
        "archive_year",
        "feeds",
        "statistics",
        "sitemap",
        "search",
    }
    tested = {*lists, "article", "page", "404"}
    assert {plan.template.removesuffix(".html") for plan in plan_pages(SITE)} == tested


def test_no_link_of_a_frame_leads_nowhere() -> None:
    plans = plan_pages(SITE)
    known = {plan.address for plan in plans}
    for plan in plans:
        frame = view(SITE, plan).frame
        links = [item.address for item in (*frame.shared.menu, *frame.shared.tools, *frame.shared.pages)]
        links += [switch.address for switch in frame.switches] + [crumb.address for crumb in frame.crumbs]
        links += [*filter(None, [frame.search, frame.shared.statistics]), *frame.shared.searches]
        assert set(links) <= known
        assert set(plan.alternates.values()) | set(plan.fallbacks.values()) <= known


def test_menus() -> None:
    frame = _frame("/tin-tuc/2026/doi/")
    assert [(item.title, item.address, item.current) for item in frame.shared.menu] == [
        ("Tin tức", "/tin-tuc/", "true")
    ]
    assert [item.address for item in _frame("/en/").shared.menu] == ["/en/news/", "/en/documents/"]
    tools = ["/chu-de/", "/luu-tru/", "/rss/", "/thong-ke/", "/so-do/", "/tim-kiem/"]
    assert [item.address for item in frame.shared.tools] == tools
    assert [(item.address, item.current) for item in _frame("/rieng/").shared.pages] == [
        ("/lien-he/", ""),
        ("/rieng/", "page"),
    ]


def test_what_is_current() -> None:
    assert _frame("/").shared.home.current == "page"
    assert _frame("/tin-tuc/2026/doi/").shared.home.current == ""
    assert [item.current for item in _frame("/tin-tuc/").shared.menu] == ["page"]
    assert [item.address for item in _frame("/so-do/").shared.tools if item.current] == ["/so-do/"]


def test_frames_are_shared_by_those_who_look_alike() -> None:
    """The key tells frames apart that differ, and only those."""
    shared = [_frame(plan.address).shared for plan in plan_pages(SITE)]
    assert len({each.key for each in shared}) == len(set(shared))
    assert _frame("/tin-tuc/2026/doi/").shared is _frame("/tin-tuc/2025/rieng/").shared


def test_parts_that_are_switched_off_are_in_no_menu() -> None:
    bare = site([PAIRED], features=frozenset())
    assert [item.address for item in _frame("/", bare).shared.tools] == ["/luu-tru/", "/so-do/"]
    assert not [plan for plan in plan_pages(bare) if "chu-de" in plan.address or "rss" in plan.address]
    with_tags = site([PAIRED], features=frozenset({Feature.TAGS}))
    assert [item.address for item in _frame("/", with_tags).shared.tools] == ["/chu-de/", "/luu-tru/", "/so-do/"]


def test_an_empty_portal_shows_its_sections() -> None:
    shared = _frame("/", site()).shared
    assert [item.address for item in shared.menu] == ["/tin-tuc/", "/thong-bao/", "/van-ban/"]
    assert [item.address for item in shared.tools] == ["/luu-tru/", "/rss/", "/thong-ke/", "/so-do/", "/tim-kiem/"]


def test_crumbs() -> None:
    assert [crumb.address for crumb in _frame("/tin-tuc/2026/doi/").crumbs] == ["/", "/tin-tuc/", "/tin-tuc/2026/doi/"]
    assert [crumb.address for crumb in _frame("/tin-tuc/2026/").crumbs] == ["/", "/tin-tuc/", "/tin-tuc/2026/"]
    assert _frame("/").crumbs == ()


def test_every_address_is_planned_once() -> None:
    addresses = [plan.address for plan in plan_pages(SITE)]
    assert len(addresses) == len(set(addresses))


def test_titles_tell_pages_apart() -> None:
    plans = [plan for plan in plan_pages(SITE) if plan.address.startswith("/tin-tuc/") and not plan.source]
    assert len({plan.title for plan in plans}) == len(plans) > 4


def test_feeds_are_advertised_where_they_are() -> None:
    def scopes(plan: PagePlan) -> list[str]:
        return [feed.scope for feed in plan.feeds]

    found = {plan.address: scopes(plan) for plan in plan_pages(SITE)}
    assert found["/"] == ["/"]
    assert found["/tin-tuc/trang/2/"] == ["/tin-tuc/"]
    assert found["/chu-de/so/"] == ["/chu-de/so/"]
    assert found["/thong-bao/"] == []
    assert found["/lien-he/"] == []
