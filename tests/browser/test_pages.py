"""Every kind of page, in both languages, on phone and desk, by day and by night: quiet, self-contained, accessible."""

from __future__ import annotations

import pytest

from browser.devices import VIEWPORTS
from browser.portals import HOME, KINDS, LANGUAGES, Kind, Sites
from browser.watching import TAGS, Watch, axe_version, violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_page_is_quiet_and_accessible(kind: Kind, language: str, sites: Sites, watched: dict[str, Watch]) -> None:
    found: list[str] = []
    for device, watch in watched.items():
        watch.page.set_viewport_size(VIEWPORTS[device])
        found += watch.visit(kind.url(sites, language), kind.status, kind.comes)
        watch.page.emulate_media(color_scheme="light")
        found += [f"{device}: {fault}" for fault in violations(watch.page)]
        watch.page.emulate_media(color_scheme="dark")
        found += [f"{device} by night: {fault}" for fault in violations(watch.page, of_colour=True)]
    assert not found, "\n".join(found)


def test_the_judge_is_recent_and_sees(sites: Sites, watched: dict[str, Watch]) -> None:
    """axe-core is new enough to know WCAG 2.2, and finds what is put wrong on purpose."""
    page = watched["desktop"].page
    page.goto(HOME.url(sites, "vi"))
    assert axe_version(page) >= (4, 10)
    assert page.evaluate("(tags) => tags.every((tag) => axe.getRules([tag]).length)", list(TAGS))
    page.evaluate("document.querySelector('h2.bar a').style.cssText = 'color: #999; background: #aaa'")
    page.evaluate("document.querySelector('main img').removeAttribute('alt')")
    assert {line.split(":")[0] for line in violations(page)} == {"color-contrast", "image-alt"}
    assert {line.split(":")[0] for line in violations(page, of_colour=True)} == {"color-contrast"}


def test_the_watch_sees(sites: Sites, watched: dict[str, Watch]) -> None:
    """A script from elsewhere, an inline script and a missing file would not go unnoticed."""
    watch = watched["desktop"]
    faults = watch.visit(HOME.url(sites, "vi"))
    assert faults == []
    page = watch.page
    with page.expect_event("console"):
        page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'window.x = 1'}))")
    with page.expect_response("**/nowhere.png"):
        page.evaluate("new Image().src = '/nowhere.png'")
    page.route("https://elsewhere.example/**", lambda route: route.fulfill(body="elsewhere"))
    page.goto("https://elsewhere.example/")
    page.unroute_all()
    told = "\n".join(faults)
    assert "Content Security Policy" in told
    assert "404: " in told
    assert "leaves the site: https://elsewhere.example/" in told
