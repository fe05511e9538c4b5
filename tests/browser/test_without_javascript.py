"""Without scripts the portal reads, navigates and shows no control that would do nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.devices import VIEWPORTS, NewPage
from browser.portals import (
    CROWDED_ARTICLE,
    FEEDS,
    HOME,
    KINDS,
    LANGUAGES,
    LONG_LIST,
    PHOTO_ARTICLE,
    SECTION,
    Kind,
    Sites,
)

pytestmark = pytest.mark.browser

PLAIN = {"java_script_enabled": False}


@pytest.fixture(scope="module")
def plain(chromium: Browser) -> Iterator[Page]:
    """A phone without scripts that goes from page to page."""
    context = chromium.new_context(viewport=VIEWPORTS["phone"], java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_dead_controls(kind: Kind, language: str, sites: Sites, plain: Page) -> None:
    plain.goto(kind.url(sites, language))
    expect(plain.locator("h1")).to_have_count(1)
    expect(plain.locator("main")).not_to_be_empty()
    expect(plain.locator("button:visible:not(form[action] > [type=submit])")).to_have_count(0)


def test_menu_opens_on_a_phone_and_leads_on(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone", **PLAIN)
    page.goto(HOME.url(sites, "vi"))
    link = page.locator(".menu-fold").get_by_role("link", name="Tin trong tỉnh")
    expect(link).to_be_hidden()
    page.locator(".menu summary").click()
    link.click()
    expect(page).to_have_url(SECTION.url(sites, "vi"))
    page.locator("main h2 a").first.click()
    expect(page.locator("article h1")).to_be_visible()
    expect(page.locator(".prose")).to_be_visible()


def test_lists_are_paged(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone", **PLAIN)
    page.goto(LONG_LIST.url(sites, "vi"))
    page.get_by_role("link", name="Trang sau").click()
    expect(page).to_have_url(LONG_LIST.url(sites, "vi").replace("/5/", "/6/"))
    expect(page.locator(".paging [aria-current=page]")).to_have_text("6")


@pytest.mark.parametrize("device", VIEWPORTS)
def test_language_is_switched(device: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page(device, **PLAIN)
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    page.locator("a.switch").click()
    expect(page).to_have_url(PHOTO_ARTICLE.url(sites, "en"))


def test_theme_follows_the_system(sites: Sites, new_page: NewPage) -> None:
    papers = []
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme, **PLAIN)
        page.goto(HOME.url(sites, "vi"))
        shot = page.screenshot(clip={"x": 4, "y": 450, "width": 1, "height": 1})
        papers.append(shot)
    assert papers[0] != papers[1]


def test_pictures_come(sites: Sites, new_page: NewPage) -> None:
    """Lazy ones too, when the reader gets to them."""
    page = new_page("phone", **PLAIN)
    for kind in (HOME, SECTION, CROWDED_ARTICLE):
        page.goto(kind.url(sites, "vi"))
        pictures = page.locator("main img")
        assert pictures.count() > 1
        for picture in pictures.all():
            picture.scroll_into_view_if_needed()
            expect(picture).to_have_js_property("complete", True)
            expect(picture).not_to_have_js_property("naturalWidth", 0)


def test_feed_addresses_can_be_read_and_followed(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone", **PLAIN)
    page.goto(FEEDS.url(sites, "vi"))
    first = page.locator(".feed-rows > li").first
    expect(first.locator("code").first).to_have_text("https://khcn.anlinh.example/feed.xml")
    expect(first.locator("code").nth(1)).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator("code").nth(1)).to_have_text("https://khcn.anlinh.example/atom.xml")


def test_old_addresses_lead_to_the_new(sites: Sites, new_page: NewPage) -> None:
    page = new_page(**PLAIN)
    page.goto(f"{sites.demo}/News/Detail/88/")
    page.wait_for_url(lambda url: "/News/" not in url)
    expect(page.locator("article h1")).to_be_visible()
