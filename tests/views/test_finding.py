"""The search pages: where they are, what leads to them, and who is not sent there."""

from __future__ import annotations

import datetime as dt

import pytest

from newsportal.views import Feature, PagePlan, Site, machine_files, plan_pages, view
from newsportal.views.finding import SearchView, search_pages
from newsportal.views.guide import NotFoundView
from values import article, page, site

SITE = site([article("mot", tags=("so",)), article("hai", date=dt.date(2025, 5, 6))], [page(""), page("lien-he")])
WITHOUT = site([article("mot")], [page("")], features=frozenset({Feature.TAGS, Feature.FEEDS}))


def _plan(address: str, of: Site = SITE) -> PagePlan:
    (plan,) = (plan for plan in plan_pages(of) if plan.address == address)
    return plan


def _content(address: str) -> SearchView:
    content = _plan(address).content()
    assert isinstance(content, SearchView)
    return content


def test_every_language_has_one() -> None:
    assert [(plan.address, plan.language.code) for plan in search_pages(SITE)] == [
        ("/tim-kiem/", "vi"),
        ("/en/search/", "en"),
    ]
    for plan in search_pages(SITE):
        assert plan.alternates == {"vi": "/tim-kiem/", "en": "/en/search/"}
        assert [crumb.address for crumb in plan.crumbs] == [plan.address]
        assert plan.title == plan.language.labels.search


def test_it_leads_on_where_there_is_something() -> None:
    vietnamese, english = _content("/tim-kiem/"), _content("/en/search/")
    assert (vietnamese.topics, vietnamese.archive, vietnamese.site_map) == ("/chu-de/", "/luu-tru/", "/so-do/")
    assert (english.topics, english.archive, english.site_map) == ("", "/en/archive/", "/en/sitemap/")


def test_it_names_the_search_in_the_other_language_in_that_language() -> None:
    (other,) = _content("/tim-kiem/").others
    assert (other.code, other.address) == ("en", "/en/search/")
    assert other.labels.results_here_many.format(count=12) == "12 results in English"
    (other,) = _content("/en/search/").others
    assert (other.code, other.address) == ("vi", "/tim-kiem/")
    assert other.labels.results_here_one.format(count=1) == "1 kết quả bằng tiếng Việt"


def test_search_engines_are_kept_out() -> None:
    for plan in search_pages(SITE):
        assert view(SITE, plan).head.robots == "noindex, follow"
        assert f"https://tin.example{plan.address}" not in machine_files(SITE, plan_pages(SITE))["sitemap.xml"]


def test_the_header_of_every_page_has_a_form_but_where_the_page_has_its_own() -> None:
    for plan in plan_pages(SITE):
        frame = view(SITE, plan).frame
        own = plan.template in ("search.html", "404.html")
        assert frame.search == ("" if own else SITE.addresses.search(plan.language)), plan.address
        assert frame.shared.searches == ("/tim-kiem/", "/en/search/")


def test_the_page_for_what_is_not_there_searches_in_both_languages() -> None:
    lost = _plan("/404.html").content()
    assert isinstance(lost, NotFoundView)
    assert [part.search for part in lost.languages] == ["/tim-kiem/", "/en/search/"]


@pytest.mark.parametrize("address", ["/", "/en/", "/404.html", "/so-do/"])
def test_switched_off_it_is_nowhere(address: str) -> None:
    frame = view(WITHOUT, _plan(address, WITHOUT)).frame
    assert (frame.search, frame.shared.searches) == ("", ())
    assert not {"/tim-kiem/", "/en/search/"} & {item.address for item in frame.shared.tools}
    assert list(search_pages(WITHOUT)) == []
    lost = _plan("/404.html", WITHOUT).content()
    assert isinstance(lost, NotFoundView)
    assert {part.search for part in lost.languages} == {""}
