"""Readers, programs and attackers at a real nginx: what they did is known, and the figures are just that."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from playwright.sync_api import Browser, expect

from browser.portals import HOME, PHOTO_ARTICLE
from hosting import Hosted, lines_of, nginx
from integration.support import command, derived_config
from sites import REPOSITORY

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform != "linux", reason="the file is for servers of a Linux system"),
]

WINDOWS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36"
)
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 "
    "Mobile/15E148 Safari/604.1"
)
EDGE, FIREFOX = f"{WINDOWS} Edg/139.0.0.0", "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0"
ATTACKER = WINDOWS.replace("139", "90")
GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
FEEDLY = "Feedly/1.0 (+http://www.feedly.com/fetcher.html; {} subscribers)"
FRESH, WIRE = "FreshRSS/1.26.3 (Linux; https://freshrss.org)", "NetNewsWire (RSS Reader; https://netnewswire.com/)"
OLD, MOVED = "/News/Detail/88", "/bao-cao/2022/bao-cao-138-nhan-rong-ket-qua-de-tai-2016-2021/"
DECISION, GUIDE = (
    "/media/tai-lieu/quyet-dinh-15-2026-qd-ubnd.pdf",
    "/media/tai-lieu/huong-dan-de-xuat-nhiem-vu-2027.pdf",
)

SESSION = 60
"""Lines, at least."""
TOTALS = {"views": 10, "visits": 3, "visitors": 3, "bots": 4, "unknown": 1}
PAGES = {
    HOME.vi: 1, PHOTO_ARTICLE.vi: 2, HOME.en: 1, "/tim-kiem/": 1, MOVED: 1, "/en/rss/": 1, "/lien-he/": 1,
    "/gioi-thieu/": 2,
}  # fmt: skip
FEEDS = {"/feed.xml": (12, 1), "/en/atom.xml": (0, 2)}
"""How many readers were stated, and how many came themselves."""


@pytest.fixture(scope="module")
def hosted(
    chromium: Browser, tool: Callable[[str], str], demo_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hosted]:
    """A copy of the demo after the session: figures are written into it."""
    site = shutil.copytree(demo_site, tmp_path_factory.mktemp("counted") / "site")
    with nginx(tool("NEWSPORTAL_NGINX"), site, tmp_path_factory.mktemp("nginx")) as running:
        at_the_desk(chromium, running)
        on_the_phone(chromium, running)
        without_a_browser(running)
        by_feed(running)
        yield running


def at_the_desk(chromium: Browser, hosted: Hosted) -> None:
    """Comes from a search engine, reads, finds nothing, follows an old address, takes two files."""
    context = chromium.new_context(user_agent=WINDOWS)
    page = context.new_page()
    page.goto(hosted.address + HOME.vi, referer="https://www.google.com/search?q=an+linh")
    for path in (PHOTO_ARTICLE.vi, HOME.en, PHOTO_ARTICLE.vi, "/tim-kiem/?q=lúa", "/khong/co/trang-nay/", OLD):
        page.goto(hosted.address + path, wait_until="networkidle")
    page.wait_for_url(f"**{MOVED}")
    for path, ranges in ((DECISION, ("", "bytes=0-99")), (GUIDE, ("bytes=0-99", "bytes=100-199"))):
        for part in ranges:
            context.request.get(hosted.address + path, headers={"Range": part} if part else {})
    context.request.head(hosted.address + PHOTO_ARTICLE.vi)
    context.close()


def on_the_phone(chromium: Browser, hosted: Hosted) -> None:
    """Comes by links with a query and with the file's name."""
    context = chromium.new_context(user_agent=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{hosted.address}/en/rss/?utm_source=zalo")
    page.goto(f"{hosted.address}/lien-he/index.html", wait_until="networkidle")
    context.close()


def without_a_browser(hosted: Hosted) -> None:
    """A browser's cache, a program, a crawler, one that passes for a browser, one without a name, an attacker."""
    first = hosted.ask("/gioi-thieu/", user_agent=EDGE)
    assert hosted.ask("/gioi-thieu/", user_agent=EDGE, if_none_match=first.header("etag")).status == 304
    assert hosted.ask("/rss", user_agent=EDGE).status == 301
    for method in ("GET", "HEAD"):
        hosted.ask("/", method, user_agent="curl/8.5.0")
    for path in ("/robots.txt", "/", "/rss/", "/sitemap.xml"):
        hosted.ask(path, user_agent=GOOGLE)
    for path in ("/robots.txt", "/"):
        hosted.ask(path, user_agent=FIREFOX)
    hosted.ask("/")
    for path in ("/wp-login.php", "/.env", "/cgi-bin/.%2e/.%2e/bin/sh", "/%00", "/admin/"):
        assert hosted.ask(path, user_agent=ATTACKER).status in (400, 404)
    hosted.ask("/", "POST", user_agent=ATTACKER)


def by_feed(hosted: Hosted) -> None:
    """A reader that reads for many, whose number grows, and readers of one person each."""
    for number in (11, 12):
        found = feedparser.parse(f"{hosted.address}/feed.xml", agent=FEEDLY.format(number))
        assert found.entries
    for agent, path in ((FRESH, "/feed.xml"), (FRESH, "/en/atom.xml"), (WIRE, "/en/atom.xml")):
        for _ in range(2):
            hosted.ask(path, user_agent=agent)
    hosted.ask("/feed.xml", user_agent=GOOGLE)
    hosted.ask("/feed.xml", "HEAD", user_agent=WIRE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("visits") / "store"


@pytest.fixture(scope="module")
def published(hosted: Hosted, store: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The log is read as it stands, then put aside and compressed, then once more as it stands."""
    lines, put_aside = lines_of(hosted.log, SESSION), tmp_path_factory.mktemp("rotated") / "portal.access.log.2.gz"
    put_aside.write_bytes(gzip.compress("".join(f"{line}\n" for line in reversed(lines)).encode()))
    for log in (hosted.log, put_aside, hosted.log):
        done = command("visits", "ingest", log, "--store", store)
        assert done.status == 0, done.text
    done = command("visits", "publish", "--store", store, "--site-dir", hosted.site)
    assert done.status == 0, done.text
    found: dict[str, Any] = json.loads((hosted.site / "stats.json").read_text(encoding="utf-8"))
    return found


def test_totals_are_the_true_ones(published: dict[str, Any]) -> None:
    assert published["totals"] == TOTALS
    assert {name: sum(day[name] for day in published["days"]) for name in TOTALS} == TOTALS
    assert (published["broken"], published["refused"]) == (0, 0)


def test_pages_and_files_are_the_true_ones(published: dict[str, Any]) -> None:
    assert published["pages"] == published["recent"]["pages"] == PAGES
    assert published["downloads"] == {DECISION: 1, GUIDE: 1}


def test_where_readers_came_from(published: dict[str, Any]) -> None:
    assert published["referrers"] == {"google.com": 1}


def test_subscribers_are_the_true_ones(published: dict[str, Any]) -> None:
    found = {path: (feed["stated"], feed["single_low"]) for path, feed in published["feeds"].items()}
    assert found == FEEDS
    assert {path: feed["subscribers"] for path, feed in published["feeds"].items()} == {
        path: stated + single for path, (stated, single) in FEEDS.items()
    }


def test_readers_are_sent_the_figures(hosted: Hosted, published: dict[str, Any]) -> None:
    now = json.loads(hosted.ask("/stats/now.json").body)
    assert now["totals"] == TOTALS
    assert {name: now["today"][name] for name in ("views", "visits")} == {"views": 10, "visits": 3}
    assert json.loads(hosted.ask("/stats.json").body) == published


@pytest.fixture(scope="module")
def shown(hosted: Hosted, published: dict[str, Any], store: Path, demo_cache: Path, tmp_path_factory: Any) -> Hosted:
    """The site built once more, from these figures, in place of the one that was read."""
    assert published["totals"]["views"]
    plugins = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    plugins[plugins.index("newsportal/visits")] = {"newsportal/visits": {"store": str(store)}}
    config = derived_config(tmp_path_factory.mktemp("shown"), plugins=plugins)
    done = command("build", "--config-file", config, "--site-dir", hosted.site, "--cache-dir", demo_cache)
    assert done.status == 0, done.text
    return hosted


def test_pages_show_the_figures(chromium: Browser, shown: Hosted) -> None:
    page = chromium.new_page()
    page.goto(shown.address + PHOTO_ARTICLE.vi)
    expect(page.locator("[data-visits]")).to_contain_text("10 lượt xem, 3 lượt truy cập")
    expect(page.locator("[data-views]")).to_contain_text("2 lượt xem")
    page.goto(f"{shown.address}/thong-ke/")
    expect(page.locator(f"main a[href$='{PHOTO_ARTICLE.vi}']").first).to_be_visible()
    page.close()
