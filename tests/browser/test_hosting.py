"""Every kind of page of the demo behind a real nginx, with the content policy that operators are told to send."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.devices import VIEWPORTS
from browser.portals import DOCUMENT, HOME, KINDS, LANGUAGES, Kind, Sites
from browser.watching import Watch
from hosting import Hosted, nginx, policy

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform != "linux", reason="the file is for servers of a Linux system"),
]


@pytest.fixture(scope="module")
def hosted(
    chromium: Browser, tool: Callable[[str], str], demo_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hosted]:
    assert chromium.is_connected(), "a machine without a browser starts no server"
    with nginx(tool("NEWSPORTAL_NGINX"), demo_site, tmp_path_factory.mktemp("nginx")) as running:
        yield running


@pytest.fixture(scope="module")
def watch(chromium: Browser, hosted: Hosted) -> Iterator[Watch]:
    context = chromium.new_context(viewport=VIEWPORTS["desktop"], reduced_motion="reduce")
    yield Watch(context.new_page(), (hosted.address,))
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.crowded], ids=lambda kind: kind.name)
def test_the_policy_breaks_nothing(kind: Kind, language: str, hosted: Hosted, watch: Watch) -> None:
    assert watch.visit(kind.url(Sites(hosted.address, ""), language), kind.status, kind.comes) == []


def test_what_readers_do_on_pages_is_allowed(hosted: Hosted, watch: Watch) -> None:
    """Suggestions while typing, the theme, and an old address."""
    page = watch.page
    faults = watch.visit(hosted.address + HOME.vi)
    page.get_by_role("combobox").first.fill("chuyển đổi số")
    page.get_by_role("option").first.wait_for()
    assert faults == []
    assert watch.visit(f"{hosted.address}/News/Detail/88") == []
    assert "/bao-cao/2022/" in page.url


def test_the_policy_is_at_work(hosted: Hosted, watch: Watch) -> None:
    faults = watch.visit(hosted.address + DOCUMENT.vi)
    with watch.page.expect_event("console"):
        watch.page.evaluate(
            "document.head.append(Object.assign(document.createElement('script'), {text: 'var x = 1'}))"
        )
    assert "Content Security Policy" in "".join(faults)
    assert "'self'" in policy()
