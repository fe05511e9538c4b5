"""Open days, closed days, and what is left of a person in either: nothing."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from logs import CHROME, FIREFOX, GOOGLEBOT, NOW, Request, combined, take, text, visit
from newsportal.visits.closing import close_days
from newsportal.visits.figures import figures
from newsportal.visits.statsfile import encode
from newsportal.visits.store import SetAside, Store

KNOWN_HASHES = (1883848262606112088, 5345888368057286666)
WEEK = dt.timedelta(days=7)
MIXED = [
    *visit("/", "/tin/", referrer="https://google.com/"),
    *visit("/tin/", address="2001:db8::42", agent=CHROME, day="2026-11-22"),
    Request("/media/a.pdf"),
    Request("/feed.xml", agent="Feedly/1.0 (+http://www.feedly.com/fetcher.html; 12 subscribers)"),
    Request("/tin/?dien-thoai=0912345678", agent=GOOGLEBOT, address="66.249.66.1"),
]


def _files(store: Store) -> list[Path]:
    return sorted(path for path in store.folder.rglob("*") if path.is_file())


def test_closing_keeps_the_figures(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    take(tmp_path, text(MIXED), "rubbish\n")
    before = figures(store, NOW)
    assert close_days(store, NOW + WEEK - dt.timedelta(seconds=1)) == ()
    assert close_days(store, NOW + WEEK) == (dt.date(2026, 11, 22), dt.date(2026, 11, 24))
    assert encode(figures(store, NOW)) == encode(before)
    assert before.broken == 1


def test_a_closed_day_has_no_key_and_no_hash(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    take(tmp_path, text(MIXED))
    close_days(store, NOW + WEEK)
    assert [path.relative_to(store.folder).as_posix() for path in _files(store)] == [
        "days/2026-11-22.parquet", "days/2026-11-24.parquet"
    ]  # fmt: skip
    for path in _files(store):
        columns = duckdb.execute(f"DESCRIBE SELECT * FROM read_parquet('{path}')").fetchall()
        assert [(name, kind) for name, kind, *_ in columns] == [
            ("day", "DATE"), ("kind", "VARCHAR"), ("key", "VARCHAR"), ("n", "BIGINT")
        ]  # fmt: skip


def test_lines_for_closed_days_are_refused_and_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    take(tmp_path, text(MIXED))
    before = figures(store, NOW)
    late = text([Request("/muon/"), *MIXED])
    assert take(tmp_path, late, now=NOW + WEEK).set_aside == {"closed": len(MIXED) + 1}
    assert take(tmp_path, late, now=NOW + WEEK).set_aside == {"closed": 0}
    after = figures(store, NOW)
    assert after.refused == len(MIXED) + 1
    assert encode(replace(after, refused=0)) == encode(before)


def test_a_day_stays_open_by_the_wall_clock_not_by_its_date(tmp_path: Path) -> None:
    """A year's old logs may be taken in piece by piece."""
    old = [Request(f"/{number}/", day="2025-11-24") for number in range(2)]
    take(tmp_path, text(old[:1]))
    take(tmp_path, text(old[1:]), now=NOW + dt.timedelta(days=6))
    assert figures(Store(tmp_path / "store"), NOW).totals.views == 2


def test_lines_set_aside_become_numbers(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    take(tmp_path, "rubbish\nmore\n", text([Request(day="1969-12-31"), Request(day="2099-01-01")]))
    close_days(store, NOW + WEEK)
    assert not SetAside(store).file.exists()
    assert [path.name for path in _files(store)] == ["counts.json"]
    take(tmp_path, "rubbish\n", now=NOW + WEEK)
    assert figures(store, NOW).broken == 5


def test_nothing_in_a_store_tells_who_came(tmp_path: Path) -> None:
    """Neither address nor agent nor query, open or closed, plain or unpacked."""
    store = Store(tmp_path / "store")
    broken = combined(Request(agent=FIREFOX, day="2099-01-01"))
    for now in (NOW, NOW + WEEK):
        take(tmp_path, text(MIXED), f"{broken}\n203.113.131.7 rubbish\n", now=now)
        figures(store, now)
        for secret in (
            "203.113.131.7",
            "2001:db8::42",
            "66.249.66.1",
            "Mozilla",
            "Firefox",
            "0912345678",
            "google.com/",
        ):
            assert [path for path in _files(store) if _holds(path, secret)] == [], secret
    close_days(store, NOW + WEEK + WEEK)
    assert not re.search(r"\d{15,}", "".join(_shown(path) for path in _files(store)))


def _holds(path: Path, secret: str) -> bool:
    return secret.encode() in path.read_bytes() or secret in _shown(path)


def _shown(path: Path) -> str:
    if path.suffix == ".parquet":
        return str(duckdb.execute(f"SELECT * FROM read_parquet('{path}')").fetchall())
    return path.read_text(encoding="utf-8")


@pytest.mark.skipif("sys.platform == 'win32'", reason="Windows has no such permissions")
def test_only_its_owner_reads_a_store(tmp_path: Path) -> None:
    take(tmp_path, text(MIXED))
    store = Store(tmp_path / "store")
    assert {path.stat().st_mode & 0o077 for path in (store.folder, *store.folder.glob("*/"))} == {0}
    assert {path.stat().st_mode & 0o777 for path in store.folder.rglob("*.key")} == {0o600}


def test_the_same_visitor_has_another_hash_each_day(tmp_path: Path) -> None:
    take(tmp_path, text([Request(), Request(day="2026-11-23")]))
    files = str(tmp_path / "store" / "open" / "*.parquet")
    assert duckdb.execute(f"SELECT count(DISTINCT visitor) FROM read_parquet('{files}')").fetchall() == [(2,)]


def test_hashes_of_the_database_are_those_that_stores_hold() -> None:
    """A new version that hashes otherwise would count a log read again twice."""
    assert duckdb.execute("SELECT hash('newsportal'), hash('203.113.131.7', 'x')").fetchall() == [KNOWN_HASHES]
