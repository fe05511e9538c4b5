"""Pages are light, ask for little, and keep every promise of a strict content policy."""

from __future__ import annotations

import gzip
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Page, Response

from browser.devices import NewPage
from browser.portals import CROWDED_ARTICLE, DOCUMENT, HOME, LANGUAGES, PHOTO_ARTICLE, REPORT, Kind, Sites
from browser.serving import POLICY
from browser.watching import LOAD_PICTURES

pytestmark = pytest.mark.browser

PAGE_BYTES = 100_000
"""Compressed, photos aside."""
HOME_BYTES = 20_000
REQUESTS = 12


def load(page: Page, url: str) -> dict[str, bytes]:
    """Everything a first visit brings when all of the page is looked at, by address."""
    answers: dict[str, Response] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer}))
    page.goto(url)
    page.evaluate(LOAD_PICTURES)
    return {address: answer.body() for address, answer in list(answers.items())}


def compressed(content: bytes) -> int:
    """Bytes on the wire."""
    return len(gzip.compress(content, 6, mtime=0))


@pytest.mark.parametrize("device", ["phone", "desktop"])
@pytest.mark.parametrize("kind", [PHOTO_ARTICLE, REPORT, DOCUMENT, CROWDED_ARTICLE], ids=lambda kind: kind.name)
def test_article_is_light(kind: Kind, device: str, sites: Sites, new_page: NewPage) -> None:
    loaded = load(new_page(device), kind.url(sites, "vi"))
    sizes = {url: compressed(content) for url, content in loaded.items() if "/media/" not in url}
    told = "\n".join(f"{size:>8} {url}" for url, size in sizes.items())
    assert sum(sizes.values()) <= PAGE_BYTES, told
    assert len(loaded) <= REQUESTS, "\n".join(loaded)


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_page_is_light(language: str, sites: Sites, demo_site: Path) -> None:
    size = compressed(
        (demo_site / HOME.url(sites, language).removeprefix(sites.demo).strip("/") / "index.html").read_bytes()
    )
    assert size <= HOME_BYTES, f"{size} bytes"


def test_nothing_is_inline(demo_site: Path) -> None:
    """No page carries scripts, styles or event handlers: all come in files, as the policy wants."""
    pages = sorted(demo_site.rglob("*.html"))
    assert len(pages) > 100
    found = [f"{page.relative_to(demo_site)}: {fault}" for page in pages for fault in inline(page)]
    assert not found, "\n".join(found)


def inline(page: Path) -> list[str]:
    """What stands in a page that belongs in a file."""
    root = lxml.html.document_fromstring(page.read_text(encoding="utf-8"))
    scripts = [
        "a script"
        for script in root.iter("script")
        if not script.get("src") and script.get("type") != "application/ld+json"
    ]
    styles = ["a style sheet" for _ in root.iter("style")]
    attributes = [
        f"{name!s} on {element.tag!s}"
        for element in root.iter("*")
        for name, value in element.attrib.items()
        if name == "style" or str(name).startswith("on") or str(value).startswith("javascript:")
    ]
    return scripts + styles + attributes


def test_every_test_runs_under_the_policy(sites: Sites, new_page: NewPage) -> None:
    """The complaints in `test_pages.py` include those of the strictest policy, since the server sends it."""
    answer = new_page().goto(HOME.url(sites, "vi"))
    assert answer is not None
    assert answer.headers["content-security-policy"] == POLICY == "default-src 'self'"
