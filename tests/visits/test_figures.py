"""What counts as what: the definitions, one by one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from logs import CHROME, FIREFOX, GOOGLEBOT, NOW, SITE, Request, count, visit
from newsportal.model import Feed, Figures
from newsportal.visits.values import Site

CSS = Request("/assets/main.css")
FEEDLY = "Feedly/1.0 (+http://www.feedly.com/fetcher.html; {} subscribers; like FeedFetcher-Google)"


@pytest.mark.parametrize(
    ("request_", "page"),
    [
        (Request("/"), "/"),
        (Request("/", status=304), "/"),
        (Request("/tin-tuc/2026/hop/?utm_source=zalo"), "/tin-tuc/2026/hop/"),
        (Request("/tin-tuc/2026/hop/index.html"), "/tin-tuc/2026/hop/"),
        (Request("/index.html?x"), "/"),
        (Request("/chu-de/%C4%91%E1%BB%81%20t%C3%A0i/"), "/chu-de/đề tài/"),
        (Request("/chu-de/%C4%91e%CC%82%CC%80/"), "/chu-de/đề/"),
        (Request("/en/search/?q=de+tai"), "/en/search/"),
    ],
)
def test_pages_that_are_views(request_: Request, page: str) -> None:
    assert count([CSS, request_]).pages == {page: 1}


@pytest.mark.parametrize(
    "request_",
    [
        Request(method="HEAD"),
        Request(method="POST"),
        Request(status=206),
        Request(status=301),
        Request(status=404),
        Request(status=500),
        Request("/wp-login.php"),
        Request("/.git/config"),
        Request("/assets/"),
        Request("/media/"),
        Request("/search/"),
        Request("/stats/"),
        Request("/404.html"),
        Request("/sitemap.xml"),
        Request("/cu/"),
        Request("http://other.example/"),
        Request("*"),
        Request("/%00/"),
        Request("/%ff/"),
        Request("/" + "a" * 2000 + "/"),
    ],
)
def test_requests_that_are_none(request_: Request) -> None:
    statistics = count([CSS, request_])
    assert statistics.totals == Figures()
    assert statistics.broken == 0


def test_a_site_below_a_path() -> None:
    site = Site("/cong/", frozenset(), frozenset({"/cu/"}))
    requests = [Request(target) for target in ("/cong/", "/cong/tin/", "/khac/", "/", "/cong/cu/")]
    assert count(requests, site).pages == {"/": 1, "/tin/": 1}


def test_a_visit_ends_after_thirty_minutes() -> None:
    times = ("08:00:00", "08:29:59", "08:59:58", "09:29:58", "23:59:59")
    statistics = count([CSS, *(Request(time=time) for time in times)])
    assert statistics.totals == Figures(views=5, visits=3, visitors=1)


def test_a_visitor_is_one_reader_on_one_day() -> None:
    requests = [
        Request(),
        Request(agent=CHROME),
        Request(address="2001:db8::7"),
        Request(day="2026-11-22"),
    ]
    statistics = count([CSS, *requests])
    assert [(day.date.day, day.figures.visitors) for day in statistics.days] == [(22, 1), (23, 0), (24, 3)]
    assert statistics.since == dt.date(2026, 11, 22)


def test_days_are_those_of_vietnam() -> None:
    late = Request(time="23:59:59", day="2026-11-23")
    assert count([late, Request(time="00:00:00")]).totals == Figures(views=2, visits=2, visitors=2)
    assert [day.date.day for day in count([late]).days] == [23]


def test_robots_are_told_apart() -> None:
    listed = Request(agent=GOOGLEBOT)
    curl = Request(agent="curl/8.14.1")
    declared = Request(agent="Mozilla/5.0 (compatible; TimKiemBot/1.0; +https://tim.example.vn/)")
    assert count([listed, curl, declared]).totals == Figures(bots=3)
    assert count([listed, listed, replace(listed, time="11:00:00"), curl, declared]).crawlers == {
        "Googlebot": 2, "TimKiemBot": 1, "curl": 1
    }  # fmt: skip


def test_a_telephone_of_cubot_is_no_robot() -> None:
    agent = "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile"
    assert count([Request(agent=agent)]).totals.views == 1


def test_who_asks_for_robots_txt_is_a_robot() -> None:
    assert count([Request(), Request("/robots.txt", time="22:00:00", status=404)]).totals == Figures(bots=1)


@pytest.mark.parametrize(("pages", "expected"), [(500, Figures(500, 1, 1)), (501, Figures(bots=501))])
def test_nobody_reads_more_than_500_pages_a_day(pages: int, expected: Figures) -> None:
    requests = [Request(f"/tin/{number}/", time=f"09:{number // 60:02}:{number % 60:02}") for number in range(pages)]
    assert count([CSS, *requests]).totals == expected


@pytest.mark.parametrize(
    ("pages", "asset", "expected"),
    [(14, (), Figures(14, 1, 1)), (15, (), Figures(unknown=15)), (15, (CSS,), Figures(15, 1, 1))],
)
def test_many_pages_without_an_asset(pages: int, asset: tuple[Request, ...], expected: Figures) -> None:
    assert count([*asset, *(Request(f"/{number}/") for number in range(pages))]).totals == expected


@pytest.mark.parametrize("agent", ["-", "", "Mozilla/5.0", "ThuNghiem"])
def test_agents_nobody_knows(agent: str) -> None:
    assert count([Request(agent=agent)]).totals == Figures(unknown=1)


def test_downloads() -> None:
    whole, part = Request("/media/2026/a.pdf?x=1"), Request("/media/2026/b.docx", status=206)
    requests = [
        whole,
        replace(whole, time="10:00:01"),
        replace(whole, status=206, time="12:00:00"),
        part,
        replace(part, time="10:29:59"),
        replace(part, time="11:00:00"),
        Request("/media/2026/c.pdf", status=304),
        Request("/media/2026/d.JPG"),
        Request("/media/2026/e.xlsx", agent=GOOGLEBOT),
    ]
    assert count([CSS, *requests]).downloads == {"/media/2026/a.pdf": 2, "/media/2026/b.docx": 2}


def test_referrers_count_visits() -> None:
    came = [
        Request(referrer="https://www.Google.com/search?q=x"),
        Request("/tin/", time="10:01:00", referrer="https://portal.example.vn/"),
        Request(time="12:00:00", referrer="https://báo.example"),
        Request(time="13:00:00", referrer="https://xn--bo-kia.example:8443/a?b"),
        Request(time="14:00:00", referrer="https://203.113.131.7/"),
        Request(time="15:00:00", referrer="javascript:alert(1)"),
        Request(time="16:00:00", referrer="https://<b>x</b>.example/"),
        Request(time="17:00:00", referrer="android-app://com.zing.zalo/"),
    ]
    statistics = count([CSS, *came])
    assert statistics.totals.visits == 7
    assert statistics.referrers == {"google.com": 1, "xn--bo-kia.example": 1, "com.zing.zalo": 1}


def test_feeds_have_subscribers() -> None:
    stated = Request("/feed.xml", agent=FEEDLY.format(12))
    requests = [
        stated,
        replace(stated, address="203.113.131.8", time="11:00:00"),
        replace(stated, agent=FEEDLY.format(15).replace("1.0", "1.1"), time="12:00:00"),
        replace(stated, agent="Mozilla/5.0 (compatible; inoreader.com; 3 subscribers)"),
        Request("/feed.xml", agent="feedparser/6.0.11 +https://github.com/kurtmckee/feedparser/"),
        Request("/feed.xml"),
        replace(Request("/feed.xml"), time="18:00:00", status=304),
        Request("/feed.xml", method="HEAD", address="203.113.131.9"),
        Request("/feed.xml", agent=GOOGLEBOT),
        Request("/en/tin/atom.xml", agent=CHROME),
    ]
    assert count(requests).feeds == {"/en/tin/atom.xml": Feed(0, 1, 1), "/feed.xml": Feed(18, 2, 2)}


def test_subscribers_are_those_of_seven_days() -> None:
    def said(day: int, number: int) -> Request:
        return Request("/feed.xml", agent=FEEDLY.format(number), day=f"2026-11-{day}")

    def read(day: int, *addresses: int) -> list[Request]:
        return [Request("/feed.xml", address=f"10.0.0.{number}", day=f"2026-11-{day}") for number in addresses]

    requests = [said(17, 90), said(19, 30), said(22, 20), *read(17, 1, 2, 3, 4), *read(18, 1, 2), *read(24, 1, 2, 3)]
    feed = count(requests).feeds["/feed.xml"]
    assert feed == Feed(stated=20, single_low=3, single_high=5)
    assert (feed.subscribers, feed.subscribers_high) == (23, 25)


def test_the_last_seven_days_have_their_own_figures() -> None:
    requests = [Request("/cu-hon/", day="2026-11-17"), Request("/moi/")]
    recent = count([*requests, Request("/moi/", day="2026-11-18")]).recent
    assert (recent.first, recent.last) == (dt.date(2026, 11, 18), NOW.date())
    assert recent.pages == {"/moi/": 2}


def test_a_store_without_anything() -> None:
    statistics = count([])
    assert statistics.totals == Figures()
    assert statistics.since == NOW.date()


def test_a_persons_visit_is_told_whole() -> None:
    statistics = count(visit("/", "/tin/", "/tin/2026/a/", agent=FIREFOX), SITE)
    assert statistics.totals == Figures(views=3, visits=1, visitors=1)
