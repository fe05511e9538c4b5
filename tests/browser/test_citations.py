"""Citations in a text: links with a card on hover, focus and tap, and not a letter of the text changed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.devices import NewPage
from browser.portals import CITATIONS, CITATIONS_OF, DOCUMENT, REPORT, Sites
from browser.watching import violations

pytestmark = pytest.mark.browser

DECISION = "Quyết định số 15/2026/QĐ-UBND"
NOT_HERE = "Chưa đăng trên cổng này"


def _report(page: Page, sites: Sites) -> Page:
    page.goto(REPORT.url(sites, "vi"))
    return page


def test_a_citation_shows_its_card_under_the_pointer(sites: Sites, new_page: NewPage) -> None:
    page = _report(new_page(), sites)
    citation, card = page.locator(".prose a.cited").first, page.locator(".cite-card")
    expect(card).to_be_hidden()
    citation.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text(
        page.locator(f"#{citation.get_attribute('aria-describedby')} .cited-label").inner_text()
    )
    expect(card).to_contain_text(NOT_HERE)
    card.hover()
    page.wait_for_timeout(500)
    expect(card, "it stays while the pointer is on it").to_be_visible()
    assert violations(page) == []
    page.mouse.move(0, 0)
    expect(card).to_be_hidden()


def test_a_link_of_an_editor_to_a_document_has_the_card_as_well(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    page.goto(DOCUMENT.url(sites, "vi"))
    link = page.locator(".prose a", has_text="Quyết định số 08/2021/QĐ-UBND ngày 12/4/2021")
    link.hover()
    expect(page.locator(".cite-card")).to_contain_text("Hết hiệu lực")
    expect(link).to_have_attribute("aria-describedby", re.compile("cited-"))


def test_the_card_follows_the_keyboard_and_escape_closes_it(sites: Sites, new_page: NewPage) -> None:
    page = _report(new_page(), sites)
    page.locator(".prose a.cited").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    card = page.locator(".cite-card")
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator(".prose a.cited").first).to_be_focused()


def test_the_first_tap_shows_the_card_the_second_follows_the_link(sites: Sites, new_page: NewPage) -> None:
    page = _report(new_page("phone", has_touch=True), sites)
    citation, card = page.locator(".prose a.cited").first, page.locator(".cite-card")
    citation.tap()
    expect(card).to_be_visible()
    box, width = card.bounding_box(), page.viewport_size
    assert box
    assert width
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width["width"]
    page.locator("h1").tap()
    expect(card).to_be_hidden()
    citation.tap()
    expect(card).to_be_visible()
    citation.tap()
    page.wait_for_url("**/vien-dan/**")


def test_a_citation_of_what_is_not_here_leads_to_its_entry(sites: Sites, new_page: NewPage) -> None:
    page = _report(new_page(java_script_enabled=False), sites)
    citation = page.locator(".prose a.cited").first
    number = citation.inner_text()
    citation.click()
    page.wait_for_url("**/vien-dan/**")
    entry = page.locator(".cited-item:target")
    expect(entry).to_be_visible()
    assert entry.locator(".cited-label").inner_text() in number
    expect(entry).to_contain_text(NOT_HERE)
    entry.locator("summary").click()
    expect(entry.get_by_role("link", name="Báo cáo số 412/BC-SKHCN")).to_be_visible()


def test_an_entry_opens_when_it_is_asked_for(sites: Sites, new_page: NewPage) -> None:
    page = _report(new_page(), sites)
    address = page.locator(".prose a.cited").first.get_attribute("href")
    assert address
    page.evaluate("(address) => { location.href = address }", address)
    page.wait_for_url("**/vien-dan/**")
    expect(page.locator(".cited-item:target details")).to_have_attribute("open", "")


def test_the_words_stay_as_they_were(sites: Sites, new_page: NewPage) -> None:
    """What is read aloud, copied or searched for is the text that the editor wrote."""
    page = _report(new_page(), sites)
    page.locator(".prose a.cited").first.hover()
    expect(page.locator(".cite-card")).to_be_visible()
    with_links = page.evaluate("document.querySelector('.prose').textContent")
    page.evaluate("document.querySelectorAll('.prose a.cited').forEach((link) => link.replaceWith(...link.childNodes))")
    assert page.evaluate("document.querySelector('.prose').textContent") == with_links
    assert "Thực hiện Thông tư số 13/2021/TT-BKHCN ngày 30/12/2021 của Bộ" in with_links


def test_from_the_overview_to_the_documents_of_a_year(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    page.goto(CITATIONS.url(sites, "vi"))
    section = page.get_by_role("region", name="Quyết định", exact=False).last
    section.get_by_role("link", name="2026").click()
    page.wait_for_url(CITATIONS_OF.url(sites, "vi"))
    entry = page.locator(".cited-item", has_text=DECISION)
    entry.get_by_role("link", name=DECISION).click()
    page.wait_for_url("**/quyet-dinh-15-2026-qd-ubnd/")
    expect(page.get_by_role("heading", name="Tin, bài về văn bản này")).to_be_visible()
    expect(page.get_by_role("heading", name="Được viện dẫn trong")).to_be_visible()
