"""The register's filter with two thousand documents: what it finds, its addresses, the way back, and what it costs."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.devices import VIEWPORTS, NewPage
from browser.serving import serving
from browser.watching import Watch, until, violations
from newsportal.text import fold
from register.samples import fill
from sites import TinyPortal

pytestmark = pytest.mark.browser

DOCUMENTS, AT_A_TIME = 2000, 50
FILE = "register-rows.json"
FILE_BYTES = 80_000
"""Compressed."""
NAMES = {"types": "loai", "issuers": "co-quan", "fields": "linh-vuc", "statuses": "hieu-luc"}


@dataclass(frozen=True)
class Registered:
    """A served portal, and what its register says."""

    url: str
    folder: Path
    told: Mapping[str, Any]

    def count(self, q: str = "", **chosen: str) -> int:
        """How many documents meet conditions, by plain logic."""
        return sum(self._meets(row, q, chosen) for row in self.told["rows"])

    def _meets(self, row: list[Any], q: str, chosen: Mapping[str, str]) -> bool:
        places = zip(NAMES, row[5:9], strict=True)
        has = {name: self.told[name][place] if place >= 0 else ("", "") for name, place in places}
        keys = {NAMES[name]: choice[0] for name, choice in has.items()} | {"nam": str(row[4])}
        words = fold(" ".join([row[0], row[1], *(has[name][1] for name in ("types", "issuers", "fields"))]))
        return all(keys[name] == value for name, value in chosen.items()) and all(
            word in words for word in fold(q).split()
        )


@pytest.fixture(scope="module")
def register(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registered]:
    portal = TinyPortal.create(tmp_path_factory.mktemp("register"))
    fill(portal, DOCUMENTS)
    fill(portal, 30, ("en",))
    folder, report = portal.build()
    assert not report.failed, report
    told = json.loads((folder / "van-ban" / FILE).read_text(encoding="utf-8"))
    with serving(folder) as url:
        yield Registered(url, folder, told)


@pytest.fixture
def page(new_page: NewPage) -> Page:
    made: Page = new_page()
    return made


def open_register(page: Page, register: Registered, path: str = "/van-ban/", **query: str) -> None:
    page.goto(f"{register.url}{path}{'?' + urlencode(query) if query else ''}")
    expect(page.locator("[data-register]")).to_be_visible()


def choose(page: Page, condition: str, title: str) -> None:
    """Chooses in a select as readers do, who come to the form first."""
    page.locator("[data-register] input").hover()
    select = page.locator(f"[data-condition={condition}]")
    expect(select.locator("option")).not_to_have_count(1)
    label = next(text for text in select.locator("option").all_inner_texts() if text.startswith(title))
    select.select_option(label=label)


def rows(page: Page) -> int:
    return page.locator(".register-table tbody:not([hidden]) tr").count()


def assert_found(page: Page, count: int) -> None:
    told = f"{count:,} văn bản".replace(",", ".") if count else "Không có văn bản nào"
    expect(page.locator("[data-count]")).to_contain_text(told)
    assert rows(page) == min(count, AT_A_TIME)


def query(page: Page) -> str:
    return str(page.evaluate("decodeURIComponent(location.search)"))


@pytest.mark.parametrize("device", VIEWPORTS)
@pytest.mark.parametrize(
    "path", ["/van-ban/", "/van-ban/?loai=quyet-dinh&q=lua", "/van-ban/loai/bao-cao/", "/en/documents/?year=2018"]
)
def test_registers_are_quiet_and_accessible(device: str, path: str, register: Registered, new_page: NewPage) -> None:
    page = new_page(device)
    found = Watch(page, (register.url,)).visit(register.url + path, comes="[data-register]")
    until(page, "document.querySelector('[data-register]').ariaBusy !== 'true'")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{scheme}: {fault}" for fault in violations(page)]
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_conditions_narrow_what_is_shown_and_stand_in_the_address(page: Page, register: Registered) -> None:
    open_register(page, register)
    assert rows(page) == 20
    choose(page, "type", "Quyết định")
    assert_found(page, register.count(loai="quyet-dinh"))
    assert query(page) == "?loai=quyet-dinh"
    choose(page, "year", "2022")
    assert_found(page, count := register.count(loai="quyet-dinh", nam="2022"))
    assert query(page) == "?loai=quyet-dinh&nam=2022"
    expect(page.locator("[data-status]")).to_have_text(f"{count} văn bản")
    assert {*page.locator("[data-found] .register-type").all_inner_texts()} == {"Quyết định"}
    assert all(day.endswith("/2022") for day in page.locator("[data-found] time").all_inner_texts())
    expect(page.locator(".paging")).to_be_hidden()
    expect(page.locator(".page-meta > span")).to_be_hidden()
    expect(page.locator(".register-ways [aria-current]")).to_have_count(0)
    page.get_by_role("button", name="Bỏ lọc").click()
    assert rows(page) == 20
    expect(page.locator(".paging")).to_be_visible()
    expect(page.locator("[data-status]")).to_have_text("Đang hiện cả danh mục.")
    expect(page.locator(".page-meta > span")).to_be_visible()
    expect(page.locator(".register-ways [aria-current]")).to_have_count(2)
    assert query(page) == ""


def test_choices_tell_how_many_they_would_leave(page: Page, register: Registered) -> None:
    open_register(page, register, loai="quyet-dinh")
    assert_found(page, register.count(loai="quyet-dinh"))
    years = page.locator("[data-condition=year] option").all_inner_texts()
    assert f"2021 ({register.count(loai='quyet-dinh', nam='2021')})" in years
    types = page.locator("[data-condition=type] option").all_inner_texts()
    assert f"Kế hoạch ({register.count(loai='ke-hoach')})" in types, "of its own axis, as if nothing were chosen there"


@pytest.mark.parametrize(
    "typed", ["giong lua", "GIỐNG LÚA", "Quyết định", "quyet dinh", "qđ-ubnd 2019", "đợt 17", "khong co gi"]
)
def test_words_are_found_with_and_without_marks(typed: str, page: Page, register: Registered) -> None:
    open_register(page, register)
    page.locator("[data-register] input").press_sequentially(typed)
    assert_found(page, register.count(typed))
    page.wait_for_function("(typed) => new URLSearchParams(location.search).get('q') === typed", arg=typed)


def test_the_browser_agrees_with_plain_logic(page: Page, register: Registered) -> None:
    random = Random(7)
    open_register(page, register)
    for _ in range(15):
        chosen = {
            parameter: random.choice(register.told[name])[0]
            for name, parameter in NAMES.items()
            if random.random() < 0.4
        }
        if random.random() < 0.4:
            chosen["nam"] = str(random.randint(2018, 2026))
        q = random.choice(["", "", "che", "so 1", "tổng kết"])
        open_register(page, register, **({"q": q} if q else {}), **chosen)
        if chosen or q:
            assert_found(page, register.count(q, **chosen))


def test_back_and_forward_lead_through_what_was_chosen(page: Page, register: Registered) -> None:
    open_register(page, register)
    choose(page, "type", "Báo cáo")
    page.locator("[data-register] input").press_sequentially("chè")
    assert_found(page, both := register.count("chè", loai="bao-cao"))
    page.go_back()
    assert_found(page, register.count(loai="bao-cao"))
    expect(page.locator("[data-register] input")).to_have_value("")
    page.go_back()
    expect(page.locator("[data-listed]")).to_be_visible()
    expect(page.locator("[data-condition=type]")).to_have_value("")
    page.go_forward()
    page.go_forward()
    assert_found(page, both)
    expect(page.locator("[data-condition=type]")).to_have_value("bao-cao")


def test_an_address_with_conditions_can_be_shared(page: Page, register: Registered) -> None:
    open_register(page, register, loai="ke-hoach", nam="2020", q="do luong")
    assert_found(page, register.count("do luong", loai="ke-hoach", nam="2020"))
    expect(page.locator("[data-condition=type]")).to_have_value("ke-hoach")
    open_register(page, register, loai="khong-co-loai-nay", nam="2020")
    assert_found(page, register.count(nam="2020"))
    page.wait_for_url("**/van-ban/?nam=2020")


def test_rows_come_fifty_at_a_time_and_are_there_after_the_way_back(page: Page, register: Registered) -> None:
    open_register(page, register, loai="quyet-dinh")
    count = register.count(loai="quyet-dinh")
    assert count > 3 * AT_A_TIME
    assert_found(page, count)
    page.get_by_role("button", name="Xem thêm 50 văn bản").click()
    assert rows(page) == 2 * AT_A_TIME
    last = page.locator("[data-found] tr").nth(99).locator("a")
    address = last.evaluate("link => link.href")
    last.click()
    expect(page).to_have_url(address)
    page.go_back()
    expect(page.locator("[data-found] tr")).to_have_count(2 * AT_A_TIME)


def test_the_last_rows_take_the_focus_of_a_button_that_goes(page: Page, register: Registered) -> None:
    year = next(year for year in map(str, range(2018, 2027)) if AT_A_TIME < register.count(nam=year) < 2 * AT_A_TIME)
    open_register(page, register, nam=year)
    more = page.locator(".register-more button")
    more.focus()
    page.keyboard.press("Enter")
    expect(more).to_be_hidden()
    expect(page.locator("[data-found] tr").nth(AT_A_TIME).locator("a")).to_be_focused()


def test_other_pages_of_the_register_lead_to_its_first(page: Page, register: Registered) -> None:
    open_register(page, register, "/van-ban/loai/ke-hoach/")
    expect(page.locator("[data-condition=type]")).to_have_value("ke-hoach")
    choose(page, "year", "2021")
    expect(page).to_have_url(f"{register.url}/van-ban/?loai=ke-hoach&nam=2021")
    assert_found(page, register.count(loai="ke-hoach", nam="2021"))
    open_register(page, register, "/van-ban/trang/2/")
    page.locator("[data-register] input").fill("sáng chế")
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/?q=*")
    assert_found(page, register.count("sáng chế"))


def test_the_file_is_asked_for_when_the_form_is_used_and_once(page: Page, register: Registered) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if FILE in request.url else None)
    open_register(page, register)
    page.wait_for_load_state("networkidle")
    assert asked == []
    choose(page, "type", "Báo cáo")
    choose(page, "status", "Còn hiệu lực")
    assert_found(page, register.count(**{"loai": "bao-cao", "hieu-luc": "con-hieu-luc"}))
    assert len(asked) == 1


def test_a_failure_is_told_and_can_be_tried_again(page: Page, register: Registered) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=503)

    page.route(re.compile(FILE), refuse)
    open_register(page, register, nam="2019")
    expect(page.locator("[data-count]")).to_contain_text("Chưa tải được")
    assert rows(page) == 20, "the page's own list stays"
    page.unroute_all()
    page.get_by_role("button", name="Thử lại").click()
    assert_found(page, register.count(nam="2019"))
    expect(page.get_by_role("button", name="Thử lại")).to_be_hidden()


def test_keys_alone_suffice(page: Page, register: Registered) -> None:
    open_register(page, register)
    page.locator("[data-register] input").focus()
    expect(page.locator("[data-condition=year] option")).not_to_have_count(1)
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator("[data-condition=year]")).to_be_focused()
    page.keyboard.type("2020")
    assert_found(page, register.count(nam="2020"))
    expect(page.locator("[data-condition=year]")).to_be_focused()


def test_conditions_are_folded_on_a_phone(register: Registered, new_page: NewPage) -> None:
    page = new_page("phone")
    open_register(page, register)
    expect(page.locator("[data-condition=type]")).to_be_hidden()
    page.locator(".register-form summary").click()
    choose(page, "type", "Công văn")
    assert_found(page, register.count(loai="cong-van"))
    expect(page.locator(".register-form summary")).to_contain_text("hiệu lực (1)")
    open_register(page, register, loai="cong-van")
    assert_found(page, register.count(loai="cong-van"))
    expect(page.locator("[data-condition=type]")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    subject = page.locator("[data-found] .register-subject").first.bounding_box()
    assert subject is not None
    assert subject["width"] > 0.8 * VIEWPORTS["phone"]["width"], "a card, not a column"


@pytest.mark.parametrize(("width", "size"), [(320, 100), (360, 150), (360, 200)])
def test_dates_stay_whole_however_large_the_letters(
    width: int, size: int, register: Registered, new_page: NewPage
) -> None:
    page = new_page(viewport={"width": width, "height": 700})
    open_register(page, register)
    page.evaluate(f"document.documentElement.style.fontSize = '{size}%'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    lines = "day => day.getClientRects().length"
    assert {day.evaluate(lines) for day in page.locator("[data-listed] time").all()} == {1}


@pytest.mark.parametrize("device", VIEWPORTS)
def test_without_scripts_there_are_pages(device: str, register: Registered, new_page: NewPage) -> None:
    page = new_page(device, java_script_enabled=False)
    page.goto(f"{register.url}/van-ban/")
    expect(page.locator("[data-register]")).to_be_hidden()
    page.get_by_role("navigation", name="Theo loại").get_by_role("link", name="Kế hoạch").click()
    page.get_by_role("navigation", name="Theo năm").get_by_role("link", name="2021").click()
    expect(page).to_have_url(f"{register.url}/van-ban/loai/ke-hoach/2021/")
    count = register.count(loai="ke-hoach", nam="2021")
    expect(page.locator(".page-meta")).to_contain_text(f"{count} văn bản")
    assert rows(page) == min(count, 20)


def test_the_file_is_light(register: Registered) -> None:
    size = len(gzip.compress((register.folder / "van-ban" / FILE).read_bytes(), 6, mtime=0))
    assert size <= FILE_BYTES, f"{size} bytes for {DOCUMENTS} documents"
