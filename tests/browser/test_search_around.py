"""Search in every situation: no scripts, below a path, late, light, accessible; titles suggested, words marked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.devices import VIEWPORTS, NewPage
from browser.portals import BROWSE, HOME, LANGUAGES, LOST, SEARCH, SECTION, Sites
from browser.serving import serving
from browser.test_layout import LARGEST_SHIFT, SHIFTS, TWO_FRAMES
from browser.test_search_page import LIST, hits, shown
from browser.test_weight import compressed
from browser.watching import Watch, violations
from sites import REPOSITORY

pytestmark = pytest.mark.browser

SCRIPT_BYTES = 4096
"""Compressed, the engine aside."""
HELD = "document.activeElement.getAttribute('aria-activedescendant')"
LINES = """() => [...document.querySelectorAll(".prose :not(mark), h1")]
  .map((element) => element.textContent).join("|")"""


@pytest.mark.parametrize("device", VIEWPORTS)
def test_nothing_jumps_when_results_come(device: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page(device, script=SHIFTS)
    SEARCH.open(page, sites, "vi")
    page.wait_for_timeout(500)
    page.evaluate(TWO_FRAMES)
    shifts: list[tuple[float, list[str]]] = page.evaluate("window.shifts")
    assert sum(value for value, _ in shifts) < LARGEST_SHIFT, shifts


@pytest.mark.parametrize("language", LANGUAGES)
def test_refined_results_are_accessible(language: str, sites: Sites, watched: dict[str, Watch]) -> None:
    found: list[str] = []
    for device, watch in watched.items():
        watch.page.set_viewport_size(VIEWPORTS[device])
        found += watch.visit(SEARCH.url(sites, language) + "&year=2026&kind=news", comes=".hit")
        watch.page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")
        for scheme in ("light", "dark"):
            watch.page.emulate_media(color_scheme=scheme)
            found += [f"{device}, {scheme}: {fault}" for fault in violations(watch.page)]
        watch.page.emulate_media(color_scheme="light")
    assert not found, "\n".join(found)


def test_it_works_below_a_path(demo_site: Path, new_page: NewPage) -> None:
    with serving(demo_site.parent) as base:
        page = new_page()
        page.goto(f"{base}/{demo_site.name}{LIST}")
        shown(page, 10)
        page.locator("[data-facet=year] a").first.click()
        expect(page).to_have_url(re.compile(f"/{demo_site.name}/tim-kiem/.*&year="))
        shown(page)
        title = hits(page)[0]
        page.locator(".hit-title a").first.click()
        expect(page.locator("main h1")).to_have_text(title)
        expect(page.locator(".found-bar")).to_be_visible()


@pytest.mark.parametrize(("language", "topics"), [("vi", "/chu-de/"), ("en", "/en/topics/")])
def test_without_scripts_the_page_says_so_and_leads_on(
    language: str, topics: str, sites: Sites, new_page: NewPage
) -> None:
    page = new_page("phone", java_script_enabled=False)
    page.goto(sites.demo + ("/lien-he/" if language == "vi" else "/en/contacts/"))
    page.locator("#search").fill("đề tài")
    page.locator("#search").press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=%C4%91%E1%BB%81\+t%C3%A0i$"))
    expect(page.locator(".without-scripts")).to_contain_text("JavaScript")
    expect(page.locator("main form, .findings").first).to_be_hidden()
    page.locator(".without-scripts a").first.click()
    expect(page).to_have_url(sites.demo + topics)


def test_the_script_is_light() -> None:
    script = (REPOSITORY / "site_overrides" / "scripts" / "search-page.js").read_bytes()
    assert compressed(script) <= SCRIPT_BYTES


# Suggestions below the field in the header


def suggested(page: Page, text: str = "khoa học") -> list[str]:
    """Types into the header's field and gives what is suggested."""
    page.locator("#search").press_sequentially(text, delay=20)
    expect(page.locator(".suggestions [role=option]").last).to_contain_text(f"“{text}”")
    expect(page.locator(".suggestions [role=option]").nth(1)).to_be_visible()
    return page.locator(".suggestions [role=option]").all_inner_texts()


@pytest.mark.parametrize("device", VIEWPORTS)
def test_titles_are_suggested_and_opened_by_keys(device: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page(device)
    page.goto(SECTION.url(sites, "vi"))
    field = page.get_by_role("combobox", name="Tìm trên cổng")
    expect(field).to_have_attribute("aria-expanded", "false")
    titles = suggested(page)
    expect(field).to_have_attribute("aria-expanded", "true")
    assert titles[-1] == "Tìm “khoa học” trong toàn bộ cổng"
    assert page.locator(".suggestions mark").first.inner_text().casefold().startswith("khoa")
    field.press("ArrowUp")
    assert page.evaluate(f"document.getElementById({HELD}).textContent") == titles[-1]
    field.press("ArrowDown")
    assert page.evaluate(HELD) is None
    field.press("ArrowDown")
    expect(page.locator(".suggestions [aria-selected=true]")).to_have_text(titles[0])
    expect(field).to_be_focused()
    field.press("Enter")
    expect(page.locator("main h1")).to_have_text(titles[0])


def test_suggestions_close(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    page.goto(HOME.url(sites, "vi"))
    field, options = page.locator("#search"), page.locator(".suggestions")
    suggested(page)
    field.press("Escape")
    expect(options).to_be_hidden()
    expect(field).to_have_value("khoa học")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press("ArrowDown")
    expect(options).to_be_visible()
    field.press("Tab")
    expect(options).to_be_hidden()
    field.press("k")
    expect(options).to_be_visible()
    field.fill("k")
    expect(options).to_be_hidden()


def test_enter_searches_for_what_was_typed(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone", has_touch=True)
    page.goto(HOME.url(sites, "en"))
    suggested(page, "science")
    page.locator("#search").press("Enter")
    expect(page).to_have_url(f"{sites.demo}/en/search/?q=science")
    page.goto(HOME.url(sites, "en"))
    suggested(page, "science")
    page.locator(".suggestions [role=option]").last.tap()
    expect(page).to_have_url(f"{sites.demo}/en/search/?q=science")


def test_the_engine_comes_when_it_is_needed(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(HOME.url(sites, "vi"))
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/" in url]
    with page.expect_request("**/search/search.js"):
        page.locator("#search").focus()


def test_without_an_engine_the_form_still_searches(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    page.route(re.compile(r"/search/search\.js"), lambda route: route.abort())
    page.goto(HOME.url(sites, "vi"))
    page.locator("#search").fill("khoa học")
    page.wait_for_timeout(300)
    page.locator("header.site [type=submit]").click()
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q=khoa\+h%E1%BB%8Dc$"))


@pytest.mark.parametrize("device", VIEWPORTS)
def test_suggestions_are_accessible_and_fit(device: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page(device)
    page.goto(HOME.url(sites, "vi"))
    suggested(page)
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, of_colour=True) == []
    box = page.locator(".suggestions").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= VIEWPORTS[device]["width"]


def test_the_page_for_what_is_not_there_searches_in_both_languages(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    page.goto(LOST.url(sites, "vi"))
    expect(page.get_by_role("search")).to_have_count(2)
    page.locator("#search-en").press_sequentially("science", delay=20)
    expect(page.locator("section[lang=en] [role=option]").last).to_have_text("Search the whole portal for “science”")
    page.locator("#search-en").press("Enter")
    expect(page).to_have_url(f"{sites.demo}/en/search/?q=science")


# Words marked on the page that was found


def found(page: Page, sites: Sites) -> None:
    """Opens the first result of a search."""
    SEARCH.open(page, sites, "vi")
    page.locator(".hit-title a").first.click()
    expect(page.locator(".found-bar")).to_be_visible()


def test_words_are_marked_on_the_page_that_was_found(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    found(page, sites)
    marks = page.locator("mark.found")
    number = marks.count()
    assert number > 0
    assert "chuyển đổi số" in {text.casefold() for text in marks.all_inner_texts()}
    expect(page.locator(".found-bar")).to_contain_text("Đang tô sáng: chuyen doi so")
    step = page.get_by_role("button", name="Chỗ tiếp theo")
    for place in range(1, number + 2):
        step.click()
        here = (place - 1) % number + 1
        expect(page.locator(".found-place")).to_have_text(f"{here} / {number}")
        expect(page.locator(".is-here")).to_have_count(1)
        expect(page.locator(".is-here")).to_be_in_viewport()
    marked = page.evaluate(LINES)
    page.get_by_role("button", name="Bỏ tô sáng").press("Enter")
    expect(marks).to_have_count(0)
    expect(page.locator(".found-bar")).to_have_count(0)
    expect(page.locator("main")).to_be_focused()
    assert page.evaluate(LINES) == marked
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(marks).to_have_count(0)


def test_only_searchers_see_marks(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(SECTION.url(sites, "vi") + "?q=khoa")
    page.locator("main h2 a").first.click()
    expect(page.locator("article h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/" in url]
    BROWSE.open(page, sites, "vi")
    page.locator(".hit-title a").first.click()
    expect(page.locator("article h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.locator("mark.found, .found-bar")).to_have_count(0)


@pytest.mark.parametrize("device", VIEWPORTS)
def test_marks_are_accessible_and_leave_the_reading_tools_alone(device: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page(device)
    found(page, sites)
    page.locator("[data-do=next]").click()
    assert violations(page) == []
    page.locator("[data-do=larger]").click()
    expect(page.locator("html")).to_have_attribute("data-text-size", "2")
    page.emulate_media(color_scheme="dark")
    assert violations(page, of_colour=True) == []
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    bar, last = page.locator(".found-bar").bounding_box(), page.locator(".to-top").bounding_box()
    assert bar is not None
    assert last is not None
    assert last["y"] + last["height"] <= bar["y"], "the bar hides the end of the page"


def test_paper_shows_no_marks(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    found(page, sites)
    page.emulate_media(media="print")
    expect(page.locator(".found-bar")).to_be_hidden()
    expect(page.locator("form.search")).to_be_hidden()
    paper = "getComputedStyle(document.querySelector('mark.found')).backgroundColor"
    assert page.evaluate(paper) == "rgba(0, 0, 0, 0)"
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
