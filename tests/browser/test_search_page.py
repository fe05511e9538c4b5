"""The search page: results while typing, refinements, paging, addresses that can be shared, words for every case."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from browser.devices import VIEWPORTS, NewPage
from browser.portals import BROWSE, LANGUAGES, SEARCH, Sites
from browser.watching import until

pytestmark = pytest.mark.browser

LIST = "/tim-kiem/?q=chuyen+doi+so"
STUB = """
const hit = (title, more = false) => ({url: "/tin/", title, date: "2026-03-09T08:30:00+07:00", section: "a", number: "",
  sectionTitle: "Mục A", kind: "news", type: "", excerpt: `về <mark>${title}</mark>`, score: 1, more});
const nothing = {total: 0, hits: [], near: false, marks: false, approximate: false, facets: null, problem: ""};
let asked = 0;
export async function search(q, options) {
  asked += 1;
  document.documentElement.dataset.asked = asked;
  if (q === "cham") await new Promise((done) => setTimeout(done, 900));
  const answer = ANSWERS[q] ?? {total: 1, hits: [hit(q, q === "them")]};
  const told = typeof answer === "string" && asked > 1 ? {total: 1, hits: [hit(q)]} : answer;
  return {...nothing, ...(typeof told === "string" ? {problem: told} : told)};
}
export const count = async () => 1234;
export const excerpt = async (hit) => `phần sau của <mark>${hit.title}</mark>`;
export const suggest = async () => [];
export const highlighter = () => ({find: () => []});
"""


def stub(page: Page, **answers: object) -> None:
    """Puts another engine in the place of the portal's: `answers` by query; a text is a problem of the first try."""
    script = STUB.replace("ANSWERS", json.dumps(answers))
    page.route(
        re.compile(r"/search/search\.js"), lambda route: route.fulfill(body=script, content_type="text/javascript")
    )


def hits(page: Page) -> list[str]:
    """The titles shown."""
    return page.locator(".hit-title").all_inner_texts()


def shown(page: Page, number: int | None = None) -> None:
    """Waits until nothing is asked for any more; `number` hits are shown then."""
    until(page, "document.querySelector('[data-findings]').ariaBusy === 'false'")
    if number is not None:
        expect(page.locator(".hit")).to_have_count(number)


@pytest.mark.parametrize("device", VIEWPORTS)
@pytest.mark.parametrize(
    ("language", "heading", "date"),
    [
        ("vi", r"\d+ kết quả cho “chuyen doi so”", r"\d\d/\d\d/20\d\d"),
        ("en", r"\d+ results for “science”", r"\d+ \w+ 20\d\d"),
    ],
)
def test_an_address_brings_its_results(
    language: str, heading: str, date: str, device: str, sites: Sites, new_page: NewPage
) -> None:
    page = new_page(device)
    SEARCH.open(page, sites, language)
    expect(page.locator("#results")).to_have_text(re.compile(heading))
    query = page.locator("#results").inner_text().partition("“")[2].rstrip("”")
    expect(page.locator("#q")).to_have_value(query)
    expect(page).to_have_title(re.compile(f"^{query} – "))
    expect(page.locator(".hit time").first).to_have_text(re.compile(f"^{date}$"))
    expect(page.locator(".hit mark").first).to_be_visible()
    expect(page.get_by_role("search")).to_have_count(1)
    page.locator(".hit-title a").first.click()
    expect(page.locator("main h1")).to_be_visible()


def test_results_come_while_typing(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    BROWSE.open(page, sites, "vi")
    field = page.locator("#q")
    expect(field).to_be_focused()
    before = page.evaluate("history.length")
    page.keyboard.type("chuyen doi so", delay=40)
    expect(page.locator("#results")).to_contain_text("“chuyen doi so”")
    expect(page).to_have_url(sites.demo + LIST)
    assert page.evaluate("history.length") == before
    expect(field).to_be_focused()
    assert len(hits(page)) > 1
    field.fill("")
    expect(page.locator("#results")).to_have_text(re.compile("mới nhất trước"))
    expect(page).to_have_url(BROWSE.url(sites, "vi"))


def test_only_the_last_answer_is_shown_and_the_old_stays_until_then(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    stub(page)
    page.goto(f"{sites.demo}/tim-kiem/?q=truoc")
    shown(page, 1)
    page.locator("#q").fill("cham")
    page.wait_for_timeout(400)
    assert hits(page) == ["truoc"]
    page.locator("#q").fill("sau")
    expect(page.locator(".hit-title")).to_have_text("sau")
    page.wait_for_timeout(1000)
    assert hits(page) == ["sau"], "an answer that was overtaken"


def test_the_number_is_told_when_typing_rests(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    stub(page)
    page.goto(BROWSE.url(sites, "vi"))
    status = page.locator("[data-status]")
    expect(status).to_have_text("1 mục")
    page.evaluate(
        "window.told = []; new MutationObserver(() => told.push(document.querySelector('[data-status]').textContent))"
        ".observe(document.querySelector('[data-status]'), {childList: true})"
    )
    page.locator("#q").press_sequentially("một hai", delay=230)
    expect(status).to_have_text("1 kết quả cho “một hai”")
    assert page.evaluate("told.length") == 1


def test_submitting_moves_on_and_back_restores(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone")
    BROWSE.open(page, sites, "vi")
    first = hits(page)
    field, heading = page.locator("#q"), page.locator("#results")
    field.fill("chuyển đổi số")
    field.press("Enter")
    expect(heading).to_contain_text("“chuyển đổi số”")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    second = hits(page)
    field.fill("đề tài")
    field.press("Enter")
    expect(heading).to_contain_text("“đề tài”")
    page.go_back()
    expect(heading).to_contain_text("“chuyển đổi số”")
    expect(field).to_have_value("chuyển đổi số")
    assert hits(page) == second
    page.go_back()
    expect(heading).to_contain_text("mới nhất trước")
    assert hits(page) == first
    page.go_forward()
    expect(heading).to_contain_text("“chuyển đổi số”")


@pytest.mark.parametrize("device", VIEWPORTS)
def test_refining_and_taking_back(device: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page(device)
    SEARCH.open(page, sites, "vi")
    whole, refine = hits(page), page.locator(".refine")
    expect(refine).to_have_js_property("open", device == "desktop")
    if device == "phone":
        page.locator(".refine > summary").click()
    section = page.locator("[data-facet=section] a").first
    name, number = section.inner_text().split("\n")
    section.click()
    expect(page).to_have_url(re.compile(r"\?q=chuyen\+doi\+so&section=[a-z-]+$"))
    shown(page, int(number))
    assert set(page.locator(".hit .card-section").all_inner_texts()) == {name}
    expect(page.locator("[data-facet=section] [aria-current=true]")).to_contain_text(name)
    expect(page.locator(".chosen")).to_contain_text(name)
    expect(refine).to_have_js_property("open", device == "desktop")
    page.reload()
    shown(page, int(number))
    page.get_by_role("link", name=f"{name} – Bỏ lọc").click()
    expect(page).to_have_url(sites.demo + LIST)
    expect(page.locator(".chosen")).to_be_hidden()
    assert hits(page) == whole


def test_several_refinements_are_taken_back_at_once(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    page.goto(sites.demo + LIST + "&section=tin-trong-tinh&year=2026&sort=date")
    shown(page)
    expect(page.locator(".chosen li")).to_have_count(3)
    assert all("2026" in date for date in page.locator(".hit time").all_inner_texts())
    page.get_by_role("link", name="Bỏ tất cả").click()
    expect(page).to_have_url(sites.demo + LIST + "&sort=date")


def test_choices_are_links(sites: Sites, new_page: NewPage) -> None:
    """A click with a key held opens another tab, at an address that gives the same."""
    page = new_page()
    SEARCH.open(page, sites, "vi")
    year = page.locator("[data-facet=year] a").first
    number = int(year.inner_text().split("\n")[1])
    with page.context.expect_page() as opened:
        year.click(modifiers=["ControlOrMeta"])
    expect(page).to_have_url(sites.demo + LIST)
    other = opened.value
    expect(other).to_have_url(re.compile("&year=20"))
    shown(other)
    expect(other.locator("#results")).to_have_text(re.compile(f"^{number} "))


def test_focus_stays_on_what_was_chosen(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    SEARCH.open(page, sites, "vi")
    for place in ("[data-facet=section] a", ".sorting a:not([aria-current])"):
        choice = page.locator(place).first
        key = choice.get_attribute("data-key")
        choice.press("Enter")
        shown(page)
        expect(page.locator(f"[data-key='{key}']")).to_be_focused()
    page.locator(".chosen a").first.press("Enter")
    shown(page)
    expect(page.locator("#results")).to_be_focused()


def test_sorted_by_date_the_newest_come_first(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    SEARCH.open(page, sites, "vi")
    relevant = hits(page)
    page.get_by_role("link", name="Mới nhất", exact=True).click()
    expect(page).to_have_url(sites.demo + LIST + "&sort=date")
    expect(page.locator(".sorting [aria-current=true]")).to_have_text("Mới nhất")
    dates = page.locator(".hit time").evaluate_all(
        "times => times.map((time) => time.textContent.split('/').reverse().join())"
    )
    assert dates == sorted(dates, reverse=True)
    page.get_by_role("link", name="Liên quan nhất").click()
    shown(page)
    assert hits(page) == relevant


def test_pages_scroll_and_come_back(sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone")
    page.goto(f"{sites.crowded}/tim-kiem/?q=nghien+cuu")
    shown(page, 10)
    first = hits(page)
    expect(page.locator(".paging [aria-current=page]")).to_have_text("1")
    page.get_by_role("link", name="Trang sau").click()
    expect(page).to_have_url(re.compile("&page=2$"))
    expect(page.locator("#results")).to_be_focused()
    expect(page.locator("#results")).to_be_in_viewport()
    assert not set(hits(page)) & set(first)
    chosen = page.locator(".hit-title a").nth(5)
    chosen.scroll_into_view_if_needed()
    until(page, "history.state?.y > 300")
    chosen.click()
    expect(page.locator("article.item")).to_be_visible()
    page.go_back()
    expect(page.locator(".paging [aria-current=page]")).to_have_text("2")
    until(page, "scrollY > 300")
    expect(chosen).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".paging [aria-current=page]")).to_have_text("1")
    assert hits(page) == first


def test_a_page_beyond_the_last_leads_to_the_last(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{sites.crowded}/tim-kiem/?q=nghien+cuu&page=999")
    expect(page).to_have_url(re.compile(r"&page=\d$"))
    shown(page)
    assert hits(page)
    expect(page.get_by_role("link", name="Trang sau")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_asked_for_gives_the_newest(language: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    BROWSE.open(page, sites, language)
    shown(page, 10)
    dates = page.locator(".hit time").evaluate_all("times => times.map((time) => time.dateTime)")
    assert dates == sorted(dates, reverse=True)
    assert all(dates)
    expect(page.locator(".hit mark")).to_have_count(0)
    expect(page.locator(".sorting")).to_be_hidden()
    expect(page.locator(".refine [data-facet=section] a").first).to_be_visible()
    page.locator("[data-facet=tag] summary").click()
    last = page.locator("[data-facet=tag] details a").last
    number = last.locator(".count").inner_text()
    last.click()
    shown(page, int(number))


def test_the_other_language_is_offered_with_its_number(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{sites.demo}/tim-kiem/?q=An+L%C4%A9nh")
    link = page.locator(".elsewhere a")
    expect(link).to_have_text(re.compile(r"^\d+ results? in English$"))
    expect(page.locator(".elsewhere")).to_have_attribute("lang", "en")
    number = link.inner_text().split()[0]
    link.click()
    expect(page).to_have_url(f"{sites.demo}/en/search/?q=An+L%C4%A9nh")
    expect(page.locator("#results")).to_have_text(re.compile(f"^{number} results? for"))
    page.goto(f"{sites.demo}/tim-kiem/?q=xyzzy")
    shown(page, 0)
    page.wait_for_timeout(300)
    expect(link).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "text"), [("vi", "Không tìm thấy gì cho “xyzzy”"), ("en", "Nothing found for “xyzzy”")]
)
def test_nothing_found_leads_on(language: str, text: str, sites: Sites, new_page: NewPage) -> None:
    page = new_page("phone")
    page.goto(BROWSE.url(sites, language) + "?q=xyzzy")
    expect(page.locator("#results")).to_have_text(text)
    expect(page.locator(".tips")).to_be_visible()
    expect(page.locator(".paging")).to_be_hidden()
    expect(page.locator(".refine")).to_be_hidden()
    page.locator(".tips .ways a").first.click()
    expect(page.locator("main h1")).to_be_visible()


def test_every_case_is_told(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    some = [
        {
            "url": "/tin/",
            "title": "Một",
            "date": "",
            "excerpt": "<mark>Một</mark> &lt;b&gt;",
            "number": "",
            "more": False,
        }
    ]
    cases = {
        "gan": ({"total": 1, "near": True, "hits": some}, ["Không tìm thấy gì cho “gan”", "đây là những bài gần nhất"]),
        "dau": ({"total": 1, "marks": True, "hits": some}, ["1 kết quả cho “dau”", "bài viết với dấu khác"]),
        "phan": (
            {"total": 1, "problem": "part", "hits": some},
            ["1 kết quả cho “phan”", "có thể còn thiếu", "Thử lại"],
        ),
        "khoang": ({"total": 2000, "approximate": True, "hits": some}, ["Khoảng 2.000 kết quả cho “khoang”"]),
    }
    stub(page, **{query: answer for query, (answer, _) in cases.items()})
    for query, (_, texts) in cases.items():
        page.goto(f"{sites.demo}/tim-kiem/?q={query}")
        shown(page, 1)
        for text in texts:
            expect(page.locator(".findings")).to_contain_text(text)
        expect(page.locator(".hit-text")).to_have_text("Một <b>")
        expect(page.locator(".tips")).to_be_hidden()
        expect(page.locator(".notice:visible")).to_have_count(len(texts[1:2]))


def test_a_failure_can_be_tried_again(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    stub(page, hong="index")
    page.goto(f"{sites.demo}/tim-kiem/?q=hong")
    expect(page.locator("#results")).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    expect(page.locator(".tips")).to_be_hidden()
    page.get_by_role("button", name="Thử lại").click()
    expect(page.locator("#results")).to_have_text("1 kết quả cho “hong”")
    expect(page.locator("#results")).to_be_focused()


def test_an_engine_that_does_not_come_can_be_tried_again(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    page.route(re.compile(r"/search/search\.js"), lambda route: route.abort())
    page.goto(sites.demo + LIST)
    expect(page.locator("#results")).to_contain_text("Chưa tải được")
    page.unroute_all()
    page.get_by_role("button", name="Thử lại").click()
    expect(page.locator("#results")).to_contain_text("kết quả cho")


def test_texts_are_fetched_for_what_is_looked_at(sites: Sites, new_page: NewPage) -> None:
    page = new_page()
    stub(page)
    page.goto(f"{sites.demo}/tim-kiem/?q=them")
    expect(page.locator(".hit-text")).to_have_text("phần sau của them")
