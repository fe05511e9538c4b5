"""The published file: read as written, and never trusted."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsportal.model import Day, Feed, Figures, Recent, Statistics
from newsportal.text import ZONE
from newsportal.visits.statsfile import Damaged, decode, encode, published_files

SAMPLE = Statistics(
    generated=dt.datetime(2026, 11, 24, 10, 0, tzinfo=ZONE),
    since=dt.date(2026, 10, 31),
    recent=Recent(dt.date(2026, 11, 18), dt.date(2026, 11, 24), MappingProxyType({"/": 2})),
    days=(
        Day(dt.date(2026, 10, 31), Figures(7, 5, 3, 2, 1)),
        Day(dt.date(2026, 11, 23), Figures(4, 2, 2, 1, 1)),
        Day(dt.date(2026, 11, 24), Figures(3, 2, 1, 9, 0)),
    ),
    pages=MappingProxyType({"/": 10, "/en/thông-báo/": 4}),
    downloads=MappingProxyType({"/media/x.pdf": 1}),
    feeds=MappingProxyType({"/feed.xml": Feed(12, 3, 9)}),
    referrers=MappingProxyType({"google.com": 3, "việt.vn": 1}),
    crawlers=MappingProxyType({"Googlebot": 11}),
    refused=4,
    broken=5,
)
_COUNT = st.integers(0, 2**40)
_PATHS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20).map("/{}".format)
_FIGURES = st.builds(Figures, _COUNT, _COUNT, _COUNT, _COUNT, _COUNT)
_DAYS = st.dates(dt.date(1995, 1, 1))
_STATISTICS = st.builds(
    Statistics,
    generated=st.datetimes(dt.datetime(1995, 1, 1)).map(lambda time: time.replace(microsecond=0, tzinfo=ZONE)),
    since=_DAYS,
    recent=st.builds(Recent, _DAYS, _DAYS, st.dictionaries(_PATHS, _COUNT, max_size=3)),
    days=st.dictionaries(_DAYS, _FIGURES, max_size=3).map(
        lambda days: tuple(Day(day, days[day]) for day in sorted(days))
    ),
    pages=st.dictionaries(_PATHS, _COUNT, max_size=3),
    feeds=st.dictionaries(_PATHS, st.builds(Feed, _COUNT, _COUNT, _COUNT), max_size=3),
    refused=_COUNT,
)


@given(_STATISTICS)
@settings(max_examples=50)
def test_figures_are_read_as_written(statistics: Statistics) -> None:
    assert decode(encode(statistics)) == statistics


def test_the_file_is_that_of_the_contract() -> None:
    record = json.loads(encode(SAMPLE))
    assert record["generated"] == "2026-11-24T10:00:00+07:00"
    assert record["totals"] == {"views": 14, "visits": 9, "visitors": 6, "bots": 12, "unknown": 2}
    assert record["days"][0] == {
        "date": "2026-10-31", "views": 7, "visits": 5, "visitors": 3, "bots": 2, "unknown": 1
    }  # fmt: skip
    assert record["recent"] == {"from": "2026-11-18", "to": "2026-11-24", "pages": {"/": 2}}
    assert record["feeds"]["/feed.xml"] == {
        "subscribers": 15, "subscribers_high": 21, "stated": 12, "single_low": 3, "single_high": 9
    }  # fmt: skip


def test_phones_fetch_little() -> None:
    files = published_files(SAMPLE)
    now = json.loads(files["stats/now.json"])
    assert now["today"] == {"date": "2026-11-24", "views": 3, "visits": 2}
    assert now["month"] == {"month": "2026-11", "views": 7, "visits": 4}
    assert now["totals"]["views"] == 14
    name = f"stats/pages/{zlib.crc32('/en/thông-báo/'.encode()) >> 24:02x}.json"
    assert json.loads(files[name]) == {"/en/thông-báo/": 4}
    assert sum(path.startswith("stats/pages/") for path in files) == 256


def test_what_the_contract_did_not_always_have_may_be_missing() -> None:
    old = decode(b'{"generated": "2026-11-22T10:00:00+07:00", "since": "2026-01-01", "later": [1]}')
    assert old.totals == Figures()
    assert old.recent == Recent(dt.date(2026, 11, 22), dt.date(2026, 11, 22))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("generated", "2026-11-24T10:00:00"),
        ("generated", None),
        ("since", 5),
        ("days", {}),
        ("days", [3]),
        ("days", [{"date": "2026-02-30"}]),
        ("days", [{"date": "2026-02-03"}, {"date": "2026-02-03"}]),
        ("days", [{"date": "2026-02-03", "views": -1}]),
        ("pages", []),
        ("pages", {"javascript:alert()": 1}),
        ("pages", {"/\x00": 1}),
        ("pages", {"/": 1.5}),
        ("pages", {"/": True}),
        ("pages", {"/": 2**60}),
        ("pages", {"/" + "x" * 5000: 1}),
        ("feeds", {"/feed.xml": 1}),
        ("referrers", {"<b>": 1}),
        ("crawlers", {" ": 1}),
        ("recent", {"from": "2026-01-01"}),
        ("refused", "1"),
    ],
)
def test_damage_is_told(name: str, value: object) -> None:
    record: dict[str, Any] = json.loads(encode(SAMPLE))
    record[name] = value
    with pytest.raises(Damaged):
        decode(json.dumps(record).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff\xfe", b"{", b"[" * 100_000, b'{"generated": NaN}', b"1" * 9000])
def test_rubbish_is_told(data: bytes) -> None:
    with pytest.raises(Damaged):
        decode(data)
