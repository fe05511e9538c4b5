"""The page of a document: its sheet, its parts as places to link, its tables, and what a printer makes of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.devices import NewPage
from browser.portals import DOCUMENT, REPORT, Sites

pytestmark = pytest.mark.browser


@pytest.fixture
def decision(new_page: NewPage, sites: Sites) -> Page:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    DOCUMENT.open(page, sites, "vi")
    return page


def test_the_address_of_a_part_can_be_copied(decision: Page, sites: Sites) -> None:
    clause = decision.locator("#dieu-5-khoan-2")
    button = clause.get_by_role("button", name="Chép liên kết tới phần này")
    expect(button).to_have_css("opacity", "0")
    clause.hover()
    expect(button).to_have_css("opacity", "1")
    button.click()
    expect(decision.locator(".tools-say")).to_have_text("Đã chép")
    copied = decision.evaluate("navigator.clipboard.readText()")
    assert copied == f"{DOCUMENT.url(sites, 'vi')}#dieu-5-khoan-2"
    decision.goto(copied)
    expect(decision.locator("#dieu-5-khoan-2")).to_be_in_viewport()


def test_the_keyboard_comes_to_the_button_too(decision: Page) -> None:
    button = decision.locator("#dieu-1 > button")
    expect(button).to_have_accessible_name("Chép liên kết tới phần này: Điều 1.")
    button.focus()
    expect(button).to_have_css("opacity", "1")
    decision.keyboard.press("Enter")
    expect(decision.locator(".tools-say")).to_have_text("Đã chép")


def test_the_name_of_a_heading_is_its_words(decision: Page) -> None:
    heading = decision.locator("#dieu-5")
    expect(heading).to_have_accessible_name("Điều 5. Căn cứ xác định nhiệm vụ")
    expect(heading.locator("button")).to_have_attribute("tabindex", "-1")


def test_the_button_is_no_part_of_the_text(decision: Page) -> None:
    assert decision.locator("#dieu-1").text_content() == decision.locator("#dieu-1").inner_text()
    assert decision.locator(".prose").text_content().count("#") == 0  # type: ignore[union-attr]


def test_without_scripts_the_contents_lead_to_the_parts(new_page: NewPage, sites: Sites) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(DOCUMENT.url(sites, "vi"))
    page.get_by_role("link", name="Điều 7. Khoán chi").click()
    expect(page.locator("#dieu-7")).to_be_in_viewport()
    assert page.locator(".part-link").count() == 0


def test_the_header_of_a_tall_table_stays_in_sight(new_page: NewPage, sites: Sites) -> None:
    page = new_page("desktop")
    page.set_viewport_size({"width": 1000, "height": 460})
    REPORT.open(page, sites, "vi")
    box = page.locator(".table-box").first
    assert box.evaluate("box => box.scrollHeight > box.clientHeight + 20"), "the table must be taller than its box"
    box.evaluate("box => box.scrollTo(0, box.scrollHeight)")
    above = box.evaluate("box => box.querySelector('th').getBoundingClientRect().top - box.getBoundingClientRect().top")
    assert 0 <= above <= 2


@pytest.mark.parametrize(("device", "beside"), [("phone", False), ("desktop", True)])
def test_both_heads_stand_side_by_side_where_there_is_room(
    device: str, beside: bool, new_page: NewPage, sites: Sites
) -> None:
    page = new_page(device)
    DOCUMENT.open(page, sites, "vi")
    tops = [page.locator(name).bounding_box()["y"] for name in (".sheet-issuer", ".sheet-nation")]  # type: ignore[index]
    assert (abs(tops[0] - tops[1]) < 2) is beside


def test_a_translation_is_told_to_be_one(new_page: NewPage, sites: Sites) -> None:
    page = new_page()
    DOCUMENT.open(page, sites, "en")
    expect(page.get_by_role("heading", name="Translation for reference")).to_be_visible()
    assert page.locator(".sheet").count() == 0


def test_on_paper_a_document_is_its_sheet(
    decision: Page, sites: Sites, tool: Callable[[str], str], tmp_path: Path
) -> None:
    REPORT.open(decision, sites, "vi")
    decision.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    program = tool("NEWSPORTAL_PDFTOTEXT")
    done = subprocess.run([program, "-layout", tmp_path / "print.pdf", "-"], capture_output=True, check=True)
    pages = [page.split() for page in done.stdout.decode().split("\f")]
    assert pages[0][:3] == ["UBND", "TỈNH", "AN"]
    assert pages[1][0] == "2"
    words = " ".join(word for page in pages for word in page)
    assert "Sở hoàn thành 38/46" not in words, "the lead is no part of the document"
    assert "Thông tin văn bản" not in words
    assert words.index("Nơi nhận:") > words.index("KIẾN NGHỊ")
