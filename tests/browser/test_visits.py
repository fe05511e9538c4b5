"""The figures of the moment: fetched once, shown in the reader's language, and missed without a word."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.devices import NewPage
from browser.serving import serving
from figures import keep, publish, statistics
from newsportal.languages import ENGLISH, VIETNAMESE, Language
from newsportal.views.figures import counted, views_text
from sites import TinyPortal

pytestmark = pytest.mark.browser

ITEM, OTHER = "/tin-tuc/2026/bai/", "/en/news/2026/notice/"
FIGURES = statistics([ITEM, OTHER])
NOON, NEXT_DAY = "2026-11-22T05:00:00Z", "2026-11-22T17:30:00Z"
TODAY = dt.date(2026, 11, 22)
BUILT = "21/11/2026: "
"""How the footer's text begins that was built: the last whole day."""


@pytest.fixture(scope="module")
def site(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An item that is read in two languages, with figures; asked for after the browser."""
    portal = TinyPortal.create(tmp_path_factory.mktemp("visits"))
    portal.item("vi/tin-tuc/bai.md", slug="bai")
    portal.item("en/tin-tuc/bai.md", slug="notice")
    keep(FIGURES, portal.folder / ".visits")
    made, report = portal.build()
    assert not report.failed, report
    publish(FIGURES, made)
    return made


@pytest.fixture(scope="module")
def portal(site: Path) -> Iterator[str]:
    """Served below a path, as some hosts do."""
    with serving(site.parent) as address:
        yield f"{address}/{site.name}"


def _opened(page: Page, url: str, at: str = NOON) -> tuple[list[str], list[str]]:
    """Opens a page at a moment; the figures it asks for, and its complaints, as they come."""
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/stats" in request.url else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.clock.set_fixed_time(at)
    page.goto(url)
    return asked, faults


def _text(language: Language, today: str) -> str:
    """What the footer says of the made-up figures at the moment."""
    first, labels = TODAY.replace(day=1), language.labels
    parts = (
        (today, FIGURES.between(TODAY, TODAY)),
        (language.month(TODAY.year, TODAY.month), FIGURES.between(first, TODAY)),
        (labels.visits_since.format(date=language.date(FIGURES.since)), FIGURES.totals),
    )
    return " · ".join(f"{name}: {counted(figures, language)}" for name, figures in parts)


@pytest.mark.parametrize(
    ("address", "at", "language", "today"),
    [
        (ITEM, NOON, VIETNAMESE, "Hôm nay"),
        (OTHER, NOON, ENGLISH, "Today"),
        (OTHER, NEXT_DAY, ENGLISH, "22 November 2026"),
    ],
)
def test_the_moments_figures_are_fetched_once(
    portal: str, new_page: NewPage, address: str, at: str, language: Language, today: str
) -> None:
    page = new_page("phone", locale="de-DE", timezone_id="America/New_York")
    asked, faults = _opened(page, portal + address, at)
    expect(page.locator("[data-visits]")).to_have_text(_text(language, today))
    expect(page.locator("[data-views]")).to_have_text(views_text(FIGURES.pages[address], language))
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 5000)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(done))")
    assert sorted(url.removeprefix(portal)[:13] for url in asked) == ["/stats/now.js", "/stats/pages/"]
    assert faults == []


def test_the_large_file_does_where_the_small_ones_are_missing(portal: str, new_page: NewPage) -> None:
    page = new_page()
    _answer(page, "**/stats/**", "", 404)
    asked, faults = _opened(page, portal + ITEM)
    expect(page.locator("[data-visits]")).to_have_text(_text(VIETNAMESE, "Hôm nay"))
    expect(page.locator("[data-views]")).to_have_text(views_text(FIGURES.pages[ITEM], VIETNAMESE))
    assert [url.removeprefix(portal) for url in asked].count("/stats.json") == 1
    assert faults == []


ODD = {
    "gone": ("", 404),
    "no JSON": ("<html>", 200),
    "nothing": ("null", 200),
    "another shape": (json.dumps({"today": 7, "pages": {ITEM: "many"}, ITEM: "<b>9</b>"}), 200),
}


@pytest.mark.parametrize("kind", ODD)
def test_a_page_without_an_answer_stays_as_it_was_built(portal: str, new_page: NewPage, kind: str) -> None:
    page = new_page()
    _answer(page, "**/stats**", *ODD[kind])
    _, faults = _opened(page, portal + ITEM)
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-visits]").inner_text().startswith(BUILT)
    expect(page.locator("[data-views]")).to_be_hidden()
    assert faults == []


def test_an_item_nobody_has_read_shows_no_number(portal: str, new_page: NewPage) -> None:
    page = new_page()
    _answer(page, "**/stats/pages/*", "{}")
    _opened(page, portal + ITEM)
    expect(page.locator("[data-visits]")).to_have_text(_text(VIETNAMESE, "Hôm nay"))
    expect(page.locator("[data-views]")).to_be_hidden()


def test_without_scripts_whole_days_are_shown(portal: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(portal + ITEM)
    assert page.locator("[data-visits]").inner_text().startswith(BUILT)
    expect(page.locator("[data-views]")).to_be_hidden()
    page.goto(f"{portal}/thong-ke/")
    expect(page.locator("figure svg").first).to_be_visible()
    page.locator("summary", has_text="30 ngày qua").click()
    expect(page.get_by_role("rowheader", name="22/11/2026").first).to_be_visible()


def _answer(page: Page, pattern: str, body: str, status: int = 200) -> None:
    def answer(route: Route) -> None:
        route.fulfill(status=status, body=body, content_type="application/json")

    page.route(pattern, answer)
