"""What an author sees of slips in the preview: the line and the mend, on every page, in its language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from browser.devices import NewPage
from browser.watching import violations
from integration.previewing import preview
from integration.support import free_port
from sites import TinyPortal

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def broken(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    assert chromium.is_connected(), "a machine without a browser needs no preview"
    portal = TinyPortal.create(tmp_path_factory.mktemp("preview"))
    portal.item("vi/tin-tuc/tot.md", "Nội dung.", title="Bài tốt")
    portal.write("vi/tin-tuc/hong.md", "---\ntitle: Bài hỏng\ndate: 31/13/2026\n---\n\nNội dung.")
    with preview(portal, free_port()) as shown:
        yield f"http://127.0.0.1:{shown.port}"


@pytest.mark.parametrize(
    ("path", "heading", "mend"),
    [
        ("/", "Nội dung có 1 chỗ cần sửa", "Viết ngày theo dạng năm-tháng-ngày"),
        ("/en/", "Problems in the content: 1.", "Write it as year-month-day"),
        ("/tin-tuc/2026/hong/", "Nội dung có 1 chỗ cần sửa", "Viết ngày theo dạng năm-tháng-ngày"),
    ],
    ids=["vi", "en", "the page left out"],
)
def test_every_page_tells_what_is_wrong(broken: str, new_page: NewPage, path: str, heading: str, mend: str) -> None:
    page = new_page()
    page.goto(broken + path)
    expect(page.locator(".preview summary")).to_contain_text(heading)
    expect(page.locator(".preview li")).to_contain_text("content/vi/tin-tuc/hong.md:3: date: ")
    expect(page.locator(".preview li")).to_contain_text(mend)
    assert violations(page) == []
