"""The same requests in every format give the same figures."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard

import logs
from logs import CHROME, GOOGLEBOT, NOW, SITE, Request, take, visit
from newsportal.visits.figures import figures
from newsportal.visits.formats import detect
from newsportal.visits.ingest import ingest
from newsportal.visits.statsfile import encode
from newsportal.visits.store import Store
from newsportal.visits.values import LOG_FORMATS, UnknownFormat

REQUESTS = [
    *visit("/", "/tin/?q=1", "/chu-de/%C4%91%E1%BB%81/", referrer="https://google.com/"),
    *visit("/", address="2001:db8::1", agent=CHROME, day="2026-11-23"),
    Request("/media/a.pdf", status=206),
    Request("/feed.xml", agent="Feedly/1.0 (+http://www.feedly.com/fetcher.html; 12 subscribers)"),
    Request("/tin/", agent=GOOGLEBOT, address="66.249.66.1"),
    Request("/wp-login.php", status=404),
    Request(method="HEAD"),
]
EXPECTED = {
    "combined": (logs.combined, ""),
    "extended": (logs.extended, ""),
    "vhost": (logs.vhost, ""),
    "nginx": (logs.nginx, ""),
    "caddy": (logs.caddy, ""),
    "cloudflare": (logs.cloudflare, ""),
    "cloudfront": (logs.cloudfront, logs.CLOUDFRONT),
    "iis": (logs.iis, logs.IIS),
}


def _written(write: Callable[[Request], str], head: str) -> str:
    return head + "".join(write(request) + "\n" for request in REQUESTS)


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("packed", [bytes, gzip.compress], ids=["directly", "in-pieces"])
def test_all_formats_tell_the_same(name: str, packed: Callable[[bytes], bytes], tmp_path: Path) -> None:
    take(tmp_path / "a", packed(_written(*EXPECTED[name]).encode()))
    take(tmp_path / "b", _written(logs.combined, ""))
    found, expected = (figures(Store(tmp_path / folder / "store"), NOW) for folder in ("a", "b"))
    assert encode(found) == encode(expected)
    assert expected.totals.views == 4


def test_common_logs_know_no_agents(tmp_path: Path) -> None:
    line = logs.combined(Request()).split(' "-"')[0]
    take(tmp_path, f"{line}\n")
    assert figures(Store(tmp_path / "store"), NOW).totals.unknown == 1


def test_apache_escapes_quotes_with_a_backslash(tmp_path: Path) -> None:
    take(tmp_path, logs.text([Request(agent=logs.FIREFOX + ' \\"x\\"', referrer='https://a.example/\\"')]))
    statistics = figures(Store(tmp_path / "store"), NOW)
    assert (statistics.totals.views, statistics.referrers) == (1, {"a.example": 1})


@pytest.mark.parametrize(
    ("record", "views"),
    [
        ('{"remote_addr":"10.0.0.1","msec":"1795000000.125","request_method":"GET","request_uri":"/","status":200,'
         '"http_user_agent":"%s"}', 1),
        ('{"remote_addr":"10.0.0.1","time_local":"24/Nov/2026:10:00:00 +0700","request":"GET / HTTP/1.1",'
         '"status":"200","http_user_agent":"%s"}', 1),
        ('{"remote_addr":"10.0.0.1","time_iso8601":"soon","request":"GET / HTTP/1.1","status":"200"}', 0),
    ],
)  # fmt: skip
def test_names_that_nginx_logs_use(record: str, views: int, tmp_path: Path) -> None:
    take(tmp_path, (record % logs.FIREFOX if views else record) + "\n", now=NOW.replace(year=2027))
    statistics = figures(Store(tmp_path / "store"), NOW)
    assert (statistics.totals.views, statistics.broken) == (views, 1 - views)


def test_a_format_may_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "x.log"
    path.write_text("rubbish\n" * 60 + logs.nginx(Request()) + "\n", encoding="utf-8")
    ingest([str(path)], Store(tmp_path / "store"), SITE, NOW, "nginx")
    assert figures(Store(tmp_path / "store"), NOW).totals.views == 1
    assert {detect("x", ["#Fields: " + logs.IIS.split(": ", 2)[2]], name).name for name in LOG_FORMATS[1:]} == set(
        LOG_FORMATS[1:]
    )


def test_a_w3c_log_must_name_its_fields() -> None:
    with pytest.raises(UnknownFormat):
        detect("x.log", ["#Fields: date time"], "w3c")


def test_a_caddy_time_is_cut_to_the_second(tmp_path: Path) -> None:
    requests = [Request(), replace(Request("/a/"), time="10:29:59")]
    take(tmp_path, "".join(logs.caddy(request) + "\n" for request in requests))
    assert figures(Store(tmp_path / "store"), NOW).totals.visits == 1


def test_zstd_in_several_frames(tmp_path: Path) -> None:
    frames = [zstandard.compress(logs.text([Request(time=time)]).encode()) for time in ("10:00:00", "11:00:00")]
    take(tmp_path, b"".join(frames))
    assert figures(Store(tmp_path / "store"), NOW).totals.views == 2
