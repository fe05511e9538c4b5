"""From one language to the other and back, without losing the page, the theme or the text size."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.devices import VIEWPORTS, NewPage
from browser.portals import HOME, KINDS, LANGUAGES, PHOTO_ARTICLE, SECTION, Kind, Sites
from browser.watching import Watch

pytestmark = pytest.mark.browser

UNTRANSLATED = "/tin-trong-tinh/2024/ngay-hoi-khoa-hoc-hoc-sinh-2024/"
OTHER = {"vi": "en", "en": "vi"}
CANONICAL = "https://khcn.anlinh.example"
DECLARED = """() => ({
  page: document.documentElement.lang,
  switch: [document.querySelector("a.switch").lang, document.querySelector("a.switch").hreflang],
  canonical: document.querySelector("link[rel=canonical]").href,
  alternates: Object.fromEntries(
    [...document.querySelectorAll("link[hreflang]")].map((link) => [link.hreflang, link.href])),
})"""


@pytest.mark.parametrize("device", VIEWPORTS)
def test_switch_goes_to_the_translation_and_back(device: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page(device)
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    title = page.locator("h1").inner_text()
    switch = page.locator("a.switch")
    expect(switch).to_be_visible()
    expect(switch).to_have_attribute("hreflang", "en")
    expect(switch).to_have_attribute("lang", "en")
    switch.click()
    expect(page).to_have_url(PHOTO_ARTICLE.url(sites, "en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).not_to_have_text(title)
    expect(switch).to_have_attribute("hreflang", "vi")
    switch.click()
    expect(page).to_have_url(PHOTO_ARTICLE.url(sites, "vi"))
    expect(page.locator("h1")).to_have_text(title)


def test_missing_translation_is_told_in_the_other_language(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone")
    page.goto(sites.demo + UNTRANSLATED)
    note = page.locator(".item-language")
    expect(note).to_be_visible()
    expect(note).to_be_in_viewport()
    expect(note).to_have_attribute("lang", "en")
    expect(note).to_contain_text("This page is not available in English.")
    link = note.get_by_role("link")
    expect(link).to_have_attribute("hreflang", "en")
    assert page.locator("a.switch").get_attribute("href") == link.get_attribute("href")
    expect(page.locator("link[rel=alternate][hreflang=en]")).to_have_count(0)
    link.click()
    expect(page).to_have_url(SECTION.url(sites, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if not kind.crowded and kind.status == 200], ids=lambda kind: kind.name
)
def test_languages_are_declared(kind: Kind, language: str, sites: Sites, watched: dict[str, Watch]) -> None:
    """Of the page, of the switch, and of the alternates, which name each other."""
    page = watched["desktop"].page
    page.goto(kind.url(sites, language))
    told = page.evaluate(DECLARED)
    assert told["page"] == language
    assert told["switch"] == [OTHER[language], OTHER[language]]
    if told["alternates"]:
        assert set(told["alternates"]) == {"vi", "en", "x-default"}
        assert told["alternates"][language] == told["canonical"]
        assert told["alternates"][OTHER[language]] != told["canonical"]
    assert told["canonical"] == CANONICAL + (kind.vi if language == "vi" else kind.en).partition("?")[0]


def test_choices_are_kept_across_languages(sites: Sites, new_page: NewPage) -> None:
    page = new_page(color_scheme="light")
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    page.locator("[data-theme-switch]").click()
    page.locator("[data-do=larger]").click()
    page.locator("a.switch").click()
    expect(page).to_have_url(PHOTO_ARTICLE.url(sites, "en"))
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "dark")
    expect(root).to_have_attribute("data-text-size", "2")


def test_page_that_is_not_there_speaks_both(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone")
    answer = page.goto(f"{sites.demo}/en/no/such/page/")
    assert answer is not None
    assert answer.status == 404
    for language, home in (("vi", "vi"), ("en", "en")):
        part = page.locator(f"section[lang={language}]")
        expect(part).to_be_visible()
        link = part.get_by_role("link").first
        assert link.evaluate("link => link.href") == HOME.url(sites, home)
