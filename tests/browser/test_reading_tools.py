"""The tools of an article: listen, text size, print, share, copy; and copying a feed's address."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from browser.devices import NewPage
from browser.portals import CROWDED_ARTICLE, DOCUMENT, FEEDS, PHOTO_ARTICLE, REPORT, Kind, Sites
from browser.watching import until

pytestmark = pytest.mark.browser

CANONICAL = "https://khcn.anlinh.example"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
NO_CLIPBOARD = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));"
SPEECH = """
window.spoken = [];
window.cancelled = 0;
window.voices = VOICES;
class Engine extends EventTarget {
  speaking = null;
  getVoices() { return window.voices; }
  speak(utterance) {
    window.spoken.push([utterance.text, utterance.lang, utterance.voice?.name]);
    this.speaking = utterance;
    BEGIN
  }
  cancel() {
    const cut = this.speaking;
    this.speaking = null;
    window.cancelled += 1;
    if (cut) cut.onerror?.({error: "interrupted"});
  }
  finish() { const done = this.speaking; this.speaking = null; done.onend?.(); }
}
Object.defineProperty(window, "speechSynthesis", {value: new Engine()});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
PAPER = {"width": 624, "height": 950}
"""What an A4 sheet holds between the margins of the print style, in CSS pixels."""
VOICES = "[{lang: 'en-US', name: 'Ann'}, {lang: 'vi_VN', name: 'Lan'}]"


def speech(voices: str = VOICES, begin: str = "utterance.onstart?.();") -> str:
    """A stand-in for the browser's speech engine that speaks when it is told and notes all."""
    return SPEECH.replace("VOICES", voices, 1).replace("BEGIN", begin)


def tool(page: Page, name: str) -> None:
    """Presses a tool."""
    page.locator(f"[data-do={name}]").click()


def test_text_size_changes_and_is_remembered(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    sizes = [size(page)]
    larger, smaller = page.locator("[data-do=larger]"), page.locator("[data-do=smaller]")
    for _ in range(3):
        tool(page, "larger")
        sizes.append(size(page))
    assert sizes == sorted(set(sizes))
    assert sizes[-1] >= 1.4 * sizes[0]
    expect(larger).to_have_attribute("aria-disabled", "true")
    larger.press("Enter")
    assert size(page) == sizes[-1]
    page.reload()
    assert size(page) == sizes[-1]
    expect(larger).to_have_attribute("aria-disabled", "true")
    page.goto(DOCUMENT.url(sites, "vi"))
    assert size(page) == sizes[-1]
    for _ in range(5):
        smaller.press("Enter")
    assert size(page) < sizes[0]
    expect(smaller).to_have_attribute("aria-disabled", "true")
    expect(larger).to_have_attribute("aria-disabled", "false")


def size(page: Page) -> float:
    """The size of the text in CSS pixels."""
    pixels: float = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize)")
    return pixels


def test_link_is_copied_and_announced(sites: Sites, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    status = page.get_by_role("status")
    expect(status).to_be_empty()
    tool(page, "copy")
    expect(status).to_have_text("Đã chép")
    assert page.evaluate("navigator.clipboard.readText()") == CANONICAL + PHOTO_ARTICLE.vi
    assert page.locator("link[rel=canonical]").get_attribute("href") == CANONICAL + PHOTO_ARTICLE.vi


def test_refused_clipboard_is_told(sites: Sites, new_page: NewPage) -> None:
    page = new_page(script=NO_CLIPBOARD)
    page.goto(PHOTO_ARTICLE.url(sites, "en"))
    tool(page, "copy")
    expect(page.get_by_role("status")).to_contain_text("copy")
    page.goto(FEEDS.url(sites, "en"))
    page.locator("button.copy").first.click()
    expect(page.get_by_role("status")).to_contain_text("copy")


def test_share_is_offered_where_the_browser_shares(sites: Sites, new_page: NewPage) -> None:
    page = new_page(script="delete Navigator.prototype.share;")
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    expect(page.locator("[data-do=copy]")).to_be_visible()
    expect(page.locator("[data-do=share]")).to_be_hidden()
    page = new_page("phone", script="navigator.share = async (what) => { window.shared = what; };")
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    tool(page, "share")
    assert page.evaluate("window.shared") == {"title": page.title(), "url": CANONICAL + PHOTO_ARTICLE.vi}
    page.evaluate(
        "() => { navigator.share = () => Promise.reject(new DOMException('changed my mind', 'AbortError')); }"
    )
    tool(page, "share")
    expect(page.get_by_role("status")).to_be_empty()


def test_print_prints(sites: Sites, new_page: NewPage) -> None:
    page = new_page(script="window.print = () => { window.printed = true; };")
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    tool(page, "print")
    assert page.evaluate("window.printed")


def test_reads_all_passages_in_order_and_marks_them(sites: Sites, new_page: NewPage) -> None:
    page = new_page(script=speech())
    page.goto(REPORT.url(sites, "vi"))
    tool(page, "listen")
    blocks: list[str] = []
    while page.locator(".being-read").count():
        assert page.locator(".being-read").count() == 1
        blocks.append(page.locator(".being-read").inner_text())
        page.evaluate("speechSynthesis.finish()")
    spoken: list[tuple[str, str, str]] = page.evaluate("window.spoken")
    texts = [text for text, _, _ in spoken]
    assert {(language, voice) for _, language, voice in spoken} == {("vi", "Lan")}
    assert len(texts) == len(blocks) > 60
    assert texts[0] == page.locator("h1").inner_text()
    assert texts[1] == page.locator(".item-lead").inner_text()
    headings = page.locator(".prose h2, .prose h3").all_inner_texts()
    assert [text for text in texts if text in headings] == headings
    words = " ".join(" ".join(texts).split())
    assert "Kiểm tra nhà nước về đo lường, chất lượng tại 87 cơ sở:" in texts, "a point with points below it"
    assert "mở mới năm 2026. Trong" in words, "the mark of a note is not read as a digit"
    assert page.locator(".footnote li").first.inner_text()[:20] not in words
    expect(page.locator("[data-do=stop]")).to_be_hidden()
    expect(page.locator("[data-do=listen]")).to_have_text("Nghe đọc")


def test_reading_pauses_goes_on_and_stops(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone", script=speech())
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    listen, stop, marked = page.locator("[data-do=listen]"), page.locator("[data-do=stop]"), page.locator(".being-read")
    listen.click()
    expect(listen).to_have_text("Tạm dừng")
    page.evaluate("speechSynthesis.finish()")
    second = marked.inner_text()
    listen.click()
    expect(listen).to_have_text("Đọc tiếp")
    assert page.evaluate("[window.spoken.length, window.cancelled]") == [2, 1]
    assert marked.inner_text() == second
    listen.click()
    expect(listen).to_have_text("Tạm dừng")
    assert page.evaluate("window.spoken[2][0]") == page.evaluate("window.spoken[1][0]"), "the passage is taken up again"
    page.evaluate("speechSynthesis.finish()")
    assert page.evaluate("window.spoken.length") == 4
    stop.focus()
    page.keyboard.press("Enter")
    expect(stop).to_be_hidden()
    expect(listen).to_be_focused()
    expect(listen).to_have_text("Nghe đọc")
    expect(marked).to_have_count(0)
    assert page.evaluate("speechSynthesis.speaking") is None
    expect(page.get_by_role("status")).to_be_empty()
    listen.click()
    assert page.evaluate("window.spoken[4][0]") == page.locator("h1").inner_text(), "from the beginning"


def test_leaving_the_page_ends_the_speech(sites: Sites, new_page: NewPage) -> None:
    page = new_page(script=speech())
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    tool(page, "listen")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("[speechSynthesis.speaking, window.cancelled]") == [None, 1]


@pytest.mark.parametrize(
    "engine",
    [
        speech("[{lang: 'en-US', name: 'Ann'}, {lang: 'vie-fake', name: 'X'}]"),
        speech("[]", "setTimeout(() => utterance.onerror?.({error: 'language-unavailable'}));"),
        speech("[]", ""),
    ],
    ids=["other languages only", "an engine that refuses", "an engine that stays silent"],
)
def test_says_so_when_there_is_no_voice(engine: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page(script=engine)
    page.clock.install()
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    tool(page, "listen")
    page.clock.run_for(10_000)
    expect(page.get_by_role("status")).to_have_text("Máy này chưa có giọng đọc tiếng Việt")
    expect(page.locator("[data-do=listen]")).to_have_text("Nghe đọc")
    expect(page.locator("[data-do=stop]")).to_be_hidden()
    expect(page.locator(".being-read")).to_have_count(0)


def test_voices_may_come_late(sites: Sites, new_page: NewPage) -> None:
    page = new_page(script=speech("[]"))
    page.goto(PHOTO_ARTICLE.url(sites, "en"))
    tool(page, "listen")
    page.evaluate(
        "window.voices = [{lang: 'en-GB', name: 'Ann'}]; speechSynthesis.dispatchEvent(new Event('voiceschanged'))"
    )
    until(page, "window.spoken.length")
    assert page.evaluate("window.spoken[0].slice(1)") == ["en", "Ann"]


def test_no_speech_engine_no_button(sites: Sites, new_page: NewPage) -> None:
    page = new_page(script="delete window.speechSynthesis;")
    page.goto(PHOTO_ARTICLE.url(sites, "vi"))
    expect(page.locator("[data-do=print]")).to_be_visible()
    expect(page.locator("[data-do=listen]")).to_be_hidden()


def test_feed_addresses_are_copied(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone", **CLIPBOARD)
    page.goto(FEEDS.url(sites, "vi"))
    row = page.locator(".feed-rows > li").nth(1)
    row.get_by_role("button", name=re.compile("Chép liên kết ?: Tin trong tỉnh, RSS")).click()
    expect(page.get_by_role("status")).to_have_text("Đã chép")
    assert page.evaluate("navigator.clipboard.readText()") == f"{CANONICAL}/tin-trong-tinh/feed.xml"
    json = row.get_by_role("button", name=re.compile("Chép liên kết ?: Tin trong tỉnh, JSON"), include_hidden=True)
    expect(json).to_be_hidden()
    row.locator("summary").click()
    json.click()
    until(page, "document.querySelectorAll('.is-copied').length === 2")
    assert page.evaluate("navigator.clipboard.readText()") == f"{CANONICAL}/tin-trong-tinh/feed.json"


@pytest.mark.parametrize(
    ("kind", "everything"),
    [(PHOTO_ARTICLE, (".brand-name", "h1", ".item-lead", ".prose")), (REPORT, (".sheet", ".prose", ".corrections"))],
    ids=["news", "document"],
)
@pytest.mark.parametrize("theme", ["by the system", "chosen"])
def test_paper_is_white_and_bare(
    theme: str, kind: Kind, everything: tuple[str, ...], sites: Sites, new_page: NewPage
) -> None:
    """On paper there are the agency's name and the text, or a document alone, black on white, even by night."""
    page = new_page(color_scheme="dark")
    page.goto(kind.url(sites, "vi"))
    if theme == "chosen":
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    for gone in (".tools", ".menu", ".strip", ".beside", ".site-footer", ".crumbs", ".skip", ".item-language"):
        expect(page.locator(gone)).to_be_hidden()
    for kept in everything:
        expect(page.locator(kept)).to_be_visible()
    assert page.locator("header.site").evaluate("header => header.offsetHeight") < 100
    painted = "element => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]"
    assert page.locator("body").evaluate(painted) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    light = "() => [...document.querySelectorAll('main *, .brand-name')].filter((element) => {" + DARK_ON_LIGHT + "})"
    assert page.evaluate(f"({light})().map((element) => element.outerHTML.slice(0, 120))") == []


DARK_ON_LIGHT = """
  const brightness = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    return alpha === 0 ? null : (red + green + blue) / 3 * (colour.startsWith("color(") ? 255 : 1);
  };
  const style = getComputedStyle(element);
  const [ink, ground] = [brightness(style.color), brightness(style.backgroundColor)];
  const speaks = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return speaks && element.checkVisibility() && (ink > 90 || (ground !== null && ground < 200));
"""


def test_print_out(sites: Sites, new_page: NewPage, tmp_path: Path) -> None:
    """A wide table stays on the paper; by night the paper is white all the same."""
    page = new_page(color_scheme="dark", viewport=PAPER)
    page.goto(CROWDED_ARTICLE.url(sites, "vi"))
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
    target = tmp_path / "page.pdf"
    page.pdf(path=target, prefer_css_page_size=True, print_background=True)
    assert target.stat().st_size > 10_000
    rasterise = shutil.which("pdftoppm")
    if rasterise is None:
        pytest.skip("pdftoppm is not installed: the PDF was made but not looked at")
    subprocess.run([rasterise, "-r", "40", "-f", "1", "-l", "1", "-png", target, tmp_path / "page"], check=True)
    with Image.open(next(tmp_path.glob("page*.png"))) as sheet:
        corner = sheet.convert("RGB").getpixel((sheet.width - 4, sheet.height // 2))
    assert corner == (255, 255, 255)
