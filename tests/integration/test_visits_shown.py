"""Figures of visits in whole builds: shown where they belong, changing few pages, and harmless when damaged."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from figures import keep, statistics
from integration.remembering import Desk
from integration.support import Tree, command
from newsportal.model import Day, Statistics
from newsportal.visits.statsfile import STATS_FILE
from sites import TinyPortal

ONE, TWO = "/tin-tuc/2026/mot/", "/tin-tuc/2026/hai/"
FIGURES_PAGES = {"thong-ke/index.html", "en/statistics/index.html"}
HOSTILE = '/tin-tuc/2019/<img src=x onerror="alert(1)">/'


@pytest.fixture
def portal(tiny: TinyPortal) -> TinyPortal:
    """Two items and figures of them, and of what an attacker put into the log."""
    tiny.item("vi/tin-tuc/mot.md", title="Một")
    tiny.item("vi/tin-tuc/hai.md", title="Hai")
    found = statistics([TWO, ONE, HOSTILE])
    keep(replace(found, crawlers={"<script>alert(1)</script>": 3}), tiny.folder / ".visits")
    return tiny


def _page(site: Path, address: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / address.strip("/") / "index.html").read_text(encoding="utf-8"))


def test_figures_are_where_they_belong(portal: TinyPortal) -> None:
    site, report = portal.build()
    assert not report.failed, report
    home, item, page = (_page(site, address) for address in ("/", ONE, "/thong-ke/"))
    assert home.xpath("//section[@aria-labelledby='most-read']/ol/li/a/text()") == ["Hai", "Một"]
    (views,) = item.xpath("//*[@data-views]")
    assert (views.get("hidden"), views.get("data-path")) == ("", ONE)
    assert views.get("data-views").startswith("../../../stats/pages/")
    for each in (home, item, page, _page(site, "/en/")):
        (footer,) = each.xpath("//footer//*[@data-visits]")
        assert "2026" in footer.text_content()
    assert len(page.xpath("//svg[@role='img']/title")) == len(page.xpath("//figure")) == 3


def test_what_logs_hold_is_escaped(portal: TinyPortal) -> None:
    page = _page(portal.build()[0], "/thong-ke/")
    shown = page.xpath("//main//tbody/tr/th/text()")
    assert {HOSTILE, "<script>alert(1)</script>"} <= {text.strip() for text in shown}
    assert not page.xpath("//main//img | //main//script | //*[@onerror]")


def test_without_figures_nothing_is_asked_for(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/mot.md", title="Một")
    site, report = tiny.build()
    assert not report.failed, report
    for address in ("/", ONE, "/thong-ke/", "/en/statistics/"):
        page = _page(site, address)
        assert not page.xpath("//*[@data-views] | //*[@data-visits]")
        assert page.xpath("//p[@class='footer-visits']/a")
    assert "Chưa có số liệu" in _page(site, "/thong-ke/").text_content()


def _changed(before: Tree, after: Tree) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def _later(found: Statistics, hours: int) -> Statistics:
    """The same figures, put together again after some hours in which readers came."""
    generated = found.generated + dt.timedelta(hours=hours)
    *whole, last = found.days
    days = [*whole, replace(last, figures=last.figures + last.figures)]
    if generated.date() != last.date:
        days.append(Day(generated.date(), last.figures))
    return replace(found, generated=generated, days=tuple(days))


def test_pages_change_once_a_day_and_a_warm_build_is_a_cold_one(at: Desk) -> None:
    store, morning = at.portal.folder / ".visits", statistics([ONE, TWO])
    keep(morning, store)
    first = at.check()
    assert ONE.strip("/") + "/index.html" in _changed(at.first, first)
    keep(_later(morning, 6), store)
    evening = at.check()
    assert _changed(first, evening) == FIGURES_PAGES
    busier = replace(morning, recent=replace(morning.recent, pages={TWO: 9, ONE: 1}))
    keep(_later(busier, 6), store)
    assert _changed(evening, at.check()) == {*FIGURES_PAGES, "index.html"}, "the order of what is read most"
    keep(_later(morning, 24), store)
    pages = {path for path in evening if path.endswith(".html")}
    assert _changed(evening, at.check()) >= pages - {path for path in pages if b"data-visits" not in evening[path]}


DAMAGED = {
    "empty": b"",
    "no JSON": b"{",
    "no figures": b"[]",
    "words": b'{"generated": "2026-11-22T10:00:00+07:00", "since": "2026-01-01", "pages": {"/": "many"}}',
    "binary": bytes(range(256)),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_damaged_figures_are_a_warning(tiny: TinyPortal, kind: str) -> None:
    store = tiny.folder / ".visits"
    store.mkdir()
    (store / STATS_FILE).write_bytes(DAMAGED[kind])
    site, report = tiny.build(strict=False)
    assert [(problem.path, problem.code, problem.severity) for problem in report.problems] == [
        (".visits/stats.json", "visits.damaged", "warning")
    ]
    assert not report.failed
    assert "Chưa có số liệu" in _page(site, "/thong-ke/").text_content()


def test_damaged_figures_are_told_in_the_operators_language(tiny: TinyPortal) -> None:
    (tiny.folder / ".visits" / STATS_FILE).mkdir(parents=True)
    for language, words in (("vi", "không dùng được số liệu truy cập"), ("en", "figures of visits cannot be used")):
        done = command("build", "--config-file", tiny.config, "--lang", language)
        assert done.status == 0, done.text
        assert words in done.text
    assert command("build", "--config-file", tiny.config, "--strict").status == 1


def test_another_counter_is_a_picture_and_no_script(at: Desk) -> None:
    counter = {"kind": "goatcounter", "url": "https://dem.example"}
    at.reconfigure(lambda config: config["plugins"].__setitem__(4, {"newsportal/visits": {"counter": counter}}))
    site = at.check()
    page = lxml.html.document_fromstring(site["gioi-thieu/index.html"].decode())
    (picture,) = page.iterfind(".//img[@class='counter']")
    assert picture.get("src", "").startswith("https://dem.example/count?p=%2Fgioi-thieu%2F&t=Gi")
    assert (picture.get("alt"), picture.get("referrerpolicy")) == ("", "no-referrer")
    asking = {path for path, content in site.items() if b"dem.example" in content}
    assert {path for path in asking if not path.endswith("index.html")} == set()
    assert not asking & {"404.html", "tim-kiem/index.html"}


def test_the_store_may_be_elsewhere(at: Desk) -> None:
    elsewhere = at.portal.folder / "số liệu"
    keep(statistics([ONE]), elsewhere)
    assert b"data-visits" not in at.build()["index.html"]
    at.reconfigure(lambda config: config["plugins"].__setitem__(4, {"newsportal/visits": {"store": "số liệu"}}))
    assert b"data-visits" in at.build()["index.html"]
