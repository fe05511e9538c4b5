"""Nothing sticks out, jumps about or is too small to hit, from a 320-pixel phone to text twice as large."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, ViewportSize

from browser.devices import VIEWPORTS, NewPage
from browser.portals import (
    CROWDED_ARTICLE,
    FEEDS,
    HOME,
    KINDS,
    LANGUAGES,
    PHOTO_ARTICLE,
    SECTION,
    STATISTICS,
    Kind,
    Sites,
)
from browser.watching import Watch, until

pytestmark = pytest.mark.browser

LONG_REPORT = "/bao-cao/2026/bao-cao-38-tong-ket-2021-2025/"
SMALLEST: ViewportSize = {"width": 320, "height": 640}
TARGET = 24
"""CSS pixels: the least a target measures (WCAG 2.2, success criterion 2.5.8)."""
LARGEST_SHIFT = 0.02

UNSIZED = """[...document.images].map((image) => image.outerHTML)
  .filter((html) => !/ width="[1-9].* height="[1-9]/.test(html))"""
STICKING_OUT = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= innerWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((element) =>
    element.getBoundingClientRect().right > innerWidth + 0.5 && !element.closest(".table-box, .unseen, pre"));
  return [`${root.scrollWidth} px`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 160))];
}"""
SMALL_TARGETS = """([selector, least]) => [...document.querySelectorAll(selector)]
  .filter((element) => element.checkVisibility({visibilityProperty: true}))
  .map((element) => [element.getBoundingClientRect(), element])
  .filter(([box]) => box.width < least || box.height < least)
  .map(([box, element]) => `${box.width} x ${box.height}: ${element.outerHTML.slice(0, 160)}`)"""
CONTROLS = ", ".join(
    f":is({place}) :is(a, button, summary, input)"
    for place in (
        "header.site", ".tools", ".paging", ".chips", ".feed-row", ".feed-more", ".contents", ".site-footer",
        ".side-list", ".lost-ways", ".attachments", ".more", ".page-meta", ".search", ".findings", ".ways",
        ".figure-part",
    )
)  # fmt: skip
SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push([
      entry.value, entry.sources.map((source) => source.node?.outerHTML?.slice(0, 120) ?? "")]);
  }).observe({type: "layout-shift", buffered: true});
"""
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
PICTURES_COME = """async () => {
  for (const picture of document.images) {
    picture.scrollIntoView({block: "center"});
    if (!picture.complete) await new Promise((done) => { picture.onload = picture.onerror = done; });
  }
}"""


class Gate:
    """Holds the answers to requests that match `pattern` back until it is opened."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.waiting: list[Route] = []
        self._open = False
        page.route(re.compile(pattern), self._arrive)

    def _arrive(self, route: Route) -> None:
        if self._open:
            route.continue_()
        else:
            self.waiting.append(route)

    def open(self) -> None:
        """Lets all through, now and from now on."""
        self._open = True
        for route in self.waiting:
            route.continue_()


@pytest.fixture
def narrow(watched: dict[str, Watch]) -> Page:
    """A kept page whose window is made as wide as is needed."""
    return watched["phone"].page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_sticks_out(kind: Kind, language: str, sites: Sites, narrow: Page) -> None:
    narrow.set_viewport_size(SMALLEST)
    kind.open(narrow, sites, language)
    found = {"320 px": narrow.evaluate(STICKING_OUT)}
    narrow.evaluate("document.documentElement.dataset.textSize = '4'")
    found["320 px, largest text"] = narrow.evaluate(STICKING_OUT)
    narrow.evaluate("delete document.documentElement.dataset.textSize")
    narrow.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (390, 1360):
        narrow.set_viewport_size({"width": width, "height": 800})
        found[f"{width} px, text at 200 %"] = narrow.evaluate(STICKING_OUT)
    assert not any(found.values()), found


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_targets_can_be_hit_and_pictures_keep_their_place(kind: Kind, sites: Sites, narrow: Page) -> None:
    kind.open(narrow, sites, "vi")
    narrow.evaluate("document.querySelectorAll('main details, .menu-fold').forEach((fold) => { fold.open = true; })")
    for size in VIEWPORTS.values():
        narrow.set_viewport_size(size)
        assert narrow.evaluate(SMALL_TARGETS, [CONTROLS, TARGET]) == []
    assert narrow.evaluate(UNSIZED) == []


@pytest.mark.parametrize("device", ["phone", "desktop"])
@pytest.mark.parametrize(
    "kind", [HOME, PHOTO_ARTICLE, SECTION, FEEDS, CROWDED_ARTICLE, STATISTICS], ids=lambda kind: kind.name
)
def test_nothing_jumps_when_things_arrive_late(kind: Kind, device: str, sites: Sites, new_page: NewPage) -> None:
    """Pictures and deferred scripts are held back until the page stands."""
    page = new_page(device, script=SHIFTS)
    gate = Gate(page, r"/media/|/emblem\.|/(portal|article|feeds)\.\w+\.js$")
    page.goto(kind.url(sites, "vi"), wait_until="commit")
    until(page, "document.querySelector('.site-footer') && performance.getEntriesByName('first-paint').length")
    assert gate.waiting, "nothing was late"
    gate.open()
    page.wait_for_load_state("load")
    page.evaluate(PICTURES_COME)
    page.evaluate(TWO_FRAMES)
    shifts: list[tuple[float, list[str]]] = page.evaluate("window.shifts")
    assert sum(value for value, _ in shifts) < LARGEST_SHIFT, shifts


def test_shifts_are_seen(sites: Sites, new_page: NewPage) -> None:
    """The measure itself works: a picture without place moves the page."""
    page = new_page("phone", script=SHIFTS)
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    page.evaluate(TWO_FRAMES)
    page.evaluate("document.querySelector('main').style.marginTop = '200px'")
    until(page, "window.shifts.reduce((sum, [value]) => sum + value, 0) > 0.02")


def test_chosen_night_has_the_colours_of_the_systems_night(sites: Sites, new_page: NewPage) -> None:
    names = "[...document.styleSheets[0].cssRules].find((rule) => rule.selectorText === ':root').style"
    colours = (
        f"() => [...{names}].map((name) => name + getComputedStyle(document.documentElement).getPropertyValue(name))"
    )
    by_system, chosen = new_page(color_scheme="dark"), new_page(color_scheme="light")
    by_system.goto(HOME.url(sites, "vi"))
    chosen.goto(HOME.url(sites, "vi"))
    day = chosen.evaluate(colours)
    chosen.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert by_system.evaluate(colours) == chosen.evaluate(colours) != day
    by_system.evaluate("document.documentElement.dataset.theme = 'light'")
    assert by_system.evaluate(colours) == day


def test_wide_tables_scroll_in_their_own_box(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone")
    page.goto(CROWDED_ARTICLE.url(sites, "vi"))
    boxes: list[tuple[bool, str]] = page.locator(".table-box").evaluate_all(
        "boxes => boxes.map((box) => [box.scrollWidth > box.clientWidth, getComputedStyle(box).boxShadow])"
    )
    assert [scrolls for scrolls, _ in boxes] == [True, False]
    assert [shadow != "none" for _, shadow in boxes] == [True, False], "a shadow tells that there is more"


def test_lettered_items_keep_their_notes_and_links_in_the_text(sites: Sites, narrow: Page) -> None:
    """What stands within a line of `đ) …` stays in its line and leaves the column of letters alone."""
    narrow.goto(f"{sites.demo}{LONG_REPORT}")
    item = narrow.locator(".letters > li", has=narrow.locator(".footnote-ref")).first
    letter, note = item.locator(".marker").bounding_box(), item.locator(".footnote-ref").bounding_box()
    assert letter
    assert note
    assert note["x"] > letter["x"] + letter["width"]
    assert note["y"] > letter["y"] + letter["height"], "the note ends an item of several lines"
