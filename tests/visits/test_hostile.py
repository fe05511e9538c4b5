"""What strangers may put into a log breaks no figure, and no page either."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logs import NOW, SITE, Request, combined, nginx, take, text
from newsportal.model import Figures
from newsportal.visits.figures import figures
from newsportal.visits.ingest import ingest
from newsportal.visits.statsfile import decode, encode, published_files
from newsportal.visits.store import Store

GOOD = text([Request("/assets/a.css"), Request(), Request("/tin/", time="10:01:00")]).encode()
INJECTED = "'); DROP TABLE seen; -- <script>alert(1)</script> ${jndi:ldap://x} {path} \\x22 %s"


def _figures(folder: Path) -> Figures:
    statistics = figures(Store(folder / "store"), NOW)
    assert decode(encode(statistics)) == statistics
    return statistics.totals


@pytest.mark.parametrize(
    "bad",
    [
        b"x" * 10_000_000,
        b'{"a":' * 100_000,
        combined(Request("/" + "a" * 3_000_000 + "/")).encode(),
        b"\x00" * 5000,
        b"\xff\xfe\x80 \xc3\x28 \xed\xa0\x80",
        b"\x16\x03\x01\x02\x00",
        b"\x01\x01,\"'\"\"\r\r",
        b'" " " [ ] "',
        b"- - - [24/Nov/2026:10:00:00 +0700]",
        combined(Request(day="1969-12-31")).encode(),
        combined(Request(day="2099-01-01")).encode(),
        combined(Request()).replace("24/Nov/2026", "31/Feb/2026").encode(),
        combined(Request()).replace("+0700", "+07x0").encode(),
        combined(Request()).replace("2026", "99999999999").encode(),
        combined(Request()).replace(" 200 ", " 2000 ").replace("HTTP/2.0\" 2000", 'HTTP/2.0" abc').encode(),
    ],
    ids=lambda bad: repr(bad[:24]),
)  # fmt: skip
def test_broken_lines_are_counted_and_harm_no_others(bad: bytes, tmp_path: Path) -> None:
    take(tmp_path, GOOD + bad + b"\n" + GOOD.replace(b"/tin/", b"/tin2/"))
    assert _figures(tmp_path) == Figures(views=3, visits=1, visitors=1)
    take(tmp_path, GOOD + bad + b"\n")
    assert figures(Store(tmp_path / "store"), NOW).broken == 1


@pytest.mark.parametrize("write", [combined, nginx])
def test_code_in_every_field_is_text(write: object, tmp_path: Path) -> None:
    assert callable(write)
    fields = [
        Request(f"/{INJECTED}/".replace(" ", "%20")),
        Request(agent=INJECTED.replace('"', "")),
        Request(referrer=f"https://{INJECTED}/"),
        Request(address=INJECTED.replace(" ", "")),
        Request(method=INJECTED.split(maxsplit=1)[0]),
        Request("/feed.xml", agent="<b>" + INJECTED + " 5 subscribers"),
    ]
    take(tmp_path, "".join(write(request) + "\n" for request in fields))
    statistics = figures(Store(tmp_path / "store"), NOW)
    assert decode(encode(statistics)) == statistics
    assert set(statistics.referrers) == set()
    assert all(json.loads(data) is not None for data in published_files(statistics).values())


def test_a_line_that_could_be_no_text_is_still_one_request(tmp_path: Path) -> None:
    """Two lines that differ in bytes that are no UTF-8 are two requests."""
    lines = [combined(Request()).encode().replace(b"Firefox", b"Firefox\xff" + byte) for byte in (b"\xfe", b"\xfd")]
    take(tmp_path, b"\n".join([*lines, *lines, GOOD]))
    assert figures(Store(tmp_path / "store"), NOW).totals.visitors == 3


_PIECES = st.sampled_from(
    [b"\r", b"\x01", b"\x00", b'"', b",", b"\\", b"\xef\xbb\xbf", b"\xff", b"#", b" ", b"\xc4\x91", b"a"]
)


@given(st.lists(st.lists(_PIECES | st.binary(max_size=9), max_size=5).map(b"".join), min_size=1, max_size=6))
@settings(max_examples=20, deadline=None)
def test_any_bytes_are_read_alike_by_the_database_and_in_pieces(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]
) -> None:
    folder = tmp_path_factory.mktemp("log")
    log = b"\n".join(lines) + b"\n" + GOOD
    take(folder / "a", log)
    take(folder / "b", gzip.compress(log))
    directly, pieces = (figures(Store(folder / name / "store"), NOW) for name in ("a", "b"))
    assert encode(directly) == encode(pieces)
    assert directly.totals == Figures(views=2, visits=1, visitors=1)


def test_noise_in_a_request_is_no_broken_line(tmp_path: Path) -> None:
    line = combined(Request(agent="\x00")).encode().replace(b"GET", b"G\x00T")
    take(tmp_path, GOOD + line + b"\n" + combined(Request()).encode().replace(b"GET / HTTP/2.0", b"\\x16\\x03\\x01"))
    assert _figures(tmp_path) == Figures(views=2, visits=1, visitors=1)
    assert figures(Store(tmp_path / "store"), NOW).broken == 0


def test_many_agents_are_judged_quickly(tmp_path: Path) -> None:
    """An attack may use another agent for each request."""
    take(tmp_path, text([Request(agent=f"curl/8.{number} {number * 7919}") for number in range(20_000)]))
    assert figures(Store(tmp_path / "store"), NOW).crawlers == {"curl": 20_000}


def test_names_of_files_are_no_patterns(tmp_path: Path) -> None:
    path = tmp_path / "acc'ess [1]*.log"
    path.write_bytes(GOOD)
    ingest([str(path)], Store(tmp_path / "st'ore"), SITE, NOW)
    assert figures(Store(tmp_path / "st'ore"), NOW).totals.views == 2
