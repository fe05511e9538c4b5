"""Everything works without a pointer: order, focus that is seen, the skip link, the menu, the theme."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.devices import VIEWPORTS, NewPage
from browser.portals import (
    ARCHIVE_YEAR,
    CROWDED_ARTICLE,
    DOCUMENT,
    FEEDS,
    HOME,
    LONG_LIST,
    SEARCH,
    SECTION,
    Kind,
    Sites,
)
from browser.watching import Watch

pytestmark = pytest.mark.browser

NOTE_STOPS = """() => {
  const stops = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")]
    .filter((element) => element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
    .filter((element) => !element.matches("[tabindex='-1'][aria-hidden='true']")); // what the pointer alone has use for
  window.expected = stops.map((element) => element.outerHTML.slice(0, 120));
  window.reached = [];
  addEventListener("focusin", ({target}) => {
    const style = getComputedStyle(target);
    const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const box = target.getBoundingClientRect();
    const inWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    window.reached.push([stops.indexOf(target), target.outerHTML.slice(0, 120), seen, inWindow]);
  });
  return stops.length;
}"""


@pytest.mark.parametrize("device", VIEWPORTS)
@pytest.mark.parametrize(
    "kind",
    [HOME, SECTION, LONG_LIST, CROWDED_ARTICLE, DOCUMENT, ARCHIVE_YEAR, FEEDS, SEARCH],
    ids=lambda kind: kind.name,
)
def test_tab_goes_everywhere_in_order(kind: Kind, device: str, sites: Sites, watched: dict[str, Watch]) -> None:
    """Every stop is reached once, in the document's order, in the window and with an outline; then Tab leaves."""
    page = watched[device].page
    page.set_viewport_size(VIEWPORTS[device])
    kind.open(page, sites, "vi")
    count: int = page.evaluate(NOTE_STOPS)
    assert count > 20
    for _ in range(count):
        page.keyboard.press("Tab")
    reached: list[tuple[int, str, bool, bool]] = page.evaluate("window.reached")
    assert [html for _, html, _, _ in reached] == page.evaluate("window.expected")
    assert [number for number, *_ in reached] == list(range(count))
    assert [html for _, html, outlined, _ in reached if not outlined] == []
    assert [html for _, html, _, in_window in reached if not in_window] == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body || window.reached.at(-1)[0] === 0"), "a trap"


def test_scrolling_boxes_can_be_scrolled_by_keys(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone")
    page.goto(CROWDED_ARTICLE.url(sites, "vi"))
    boxes = page.get_by_role("group", name="Bảng")
    assert boxes.count() == page.locator("table").count() == 2
    boxes.first.focus()
    page.keyboard.press("ArrowRight")
    page.evaluate("() => new Promise((done) => { document.activeElement.onscroll = done; })")
    assert boxes.first.evaluate("box => box.scrollLeft") > 0


@pytest.mark.parametrize("device", VIEWPORTS)
def test_skip_link_comes_first_and_leads_to_the_content(device: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page(device)
    page.goto(SECTION.url(sites, "vi"))
    skip = page.locator("a.skip")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_phone_menu_opens_and_closes(key: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone")
    page.goto(SECTION.url(sites, "vi"))
    summary = page.locator(".menu summary")
    first = page.locator(".menu-fold a").first
    expect(first).to_be_hidden()
    summary.focus()
    page.keyboard.press(key)
    expect(first).to_be_visible()
    expect(page.locator(".menu-fold").get_by_role("link", name="Tin trong tỉnh")).to_have_attribute(
        "aria-current", "page"
    )
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    expect(summary).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press(key)
    expect(first).to_be_visible()
    page.locator("h1").click()
    expect(first).to_be_hidden()


@pytest.mark.parametrize(("system", "other"), [("light", "dark"), ("dark", "light")])
def test_theme_is_switched_and_remembered(system: Any, other: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page(color_scheme=system)
    page.goto(HOME.url(sites, "vi"))
    before = paper(page)
    switch = page.locator("[data-theme-switch]")
    name = {"light": "Dùng giao diện sáng", "dark": "Dùng giao diện tối"}
    expect(switch).to_have_accessible_name(name[other])
    switch.focus()
    page.keyboard.press("Enter")
    after = paper(page)
    assert after != before
    expect(switch).to_have_accessible_name(name[system])
    page.reload()
    assert paper(page) == after
    expect(switch).to_have_accessible_name(name[system])
    page.goto(CROWDED_ARTICLE.url(sites, "vi").replace(sites.crowded, sites.demo))
    assert paper(page) == after, "a page that is not there remembers too"
    switch.focus()
    page.keyboard.press("Space")
    assert paper(page) == before


def test_theme_follows_the_system_while_nothing_is_chosen(sites: Sites, new_page: NewPage) -> None:
    page = new_page(color_scheme="light")
    page.goto(HOME.url(sites, "vi"))
    day = paper(page)
    page.emulate_media(color_scheme="dark")
    assert paper(page) != day
    expect(page.locator("[data-theme-switch]")).to_have_accessible_name("Dùng giao diện sáng")


def test_storage_may_be_forbidden(sites: Sites, new_page: NewPage) -> None:
    """A browser that refuses storage still switches; it forgets, and nothing breaks."""
    refuse = (
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    page = new_page(script=refuse)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(CROWDED_ARTICLE.url(sites, "vi"))
    before = paper(page)
    page.locator("[data-theme-switch]").click()
    page.locator("[data-do=larger]").click()
    assert paper(page) != before
    assert page.locator("html").get_attribute("data-text-size") == "2"
    assert errors == []


def paper(page: Page) -> str:
    """The colour of the page."""
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour
