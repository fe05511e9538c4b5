"""One Chromium for all tests of pages, the two portals served, and contexts that are kept where nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.devices import VIEWPORTS, NewPage
from browser.portals import Sites, crowded
from browser.serving import serving
from browser.watching import Watch

expect.set_options(timeout=20_000)  # machines are shared: how long a page takes says nothing about it


@pytest.fixture(scope="session")
def chromium(tool: Callable[[str], str]) -> Iterator[Browser]:
    """The browser, which calls nobody on its own account."""
    path = tool("NEWSPORTAL_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sites(chromium: Browser, demo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """Both portals, served; asked for after the browser, so that a machine without one builds nothing."""
    with serving(demo_site) as demo, serving(crowded(tmp_path_factory.mktemp("crowded"))) as other:
        yield Sites(demo, other)


@pytest.fixture
def new_page(chromium: Browser) -> Iterator[NewPage]:
    """Makes pages in fresh contexts: `new_page("phone", color_scheme="dark")`; `script` runs before theirs."""
    contexts: list[BrowserContext] = []

    def make(device: str = "desktop", script: str = "", **options: Any) -> Page:
        chosen = {"viewport": VIEWPORTS[device], "reduced_motion": "reduce", **options}
        context = chromium.new_context(**chosen)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def watched(chromium: Browser, sites: Sites) -> Iterator[dict[str, Watch]]:
    """A page for each viewport, kept for the whole run, with everything noted that happens in it."""
    contexts = {
        device: chromium.new_context(viewport=size, reduced_motion="reduce") for device, size in VIEWPORTS.items()
    }
    yield {device: Watch(context.new_page(), (sites.demo, sites.crowded)) for device, context in contexts.items()}
    for context in contexts.values():
        context.close()
