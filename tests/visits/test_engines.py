"""The aggregates on another engine: the same figures to the last digit."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import pytest

from logs import CHROME, FIREFOX, GOOGLEBOT, NOW, Request, take, text
from newsportal.visits.closing import close_days
from newsportal.visits.engines import CLICKHOUSE, DEFAULT, EngineLacking, engine
from newsportal.visits.figures import figures, sums
from newsportal.visits.statsfile import encode
from newsportal.visits.store import Store

NEEDS_CHDB = pytest.mark.skipif(
    importlib.util.find_spec("chdb") is None, reason="chdb is not installed: uv pip install -e '.[engines]'"
)
AGENTS = (FIREFOX, CHROME, GOOGLEBOT, "curl/8.0", "-", "Feedly/1.0 (+http://feedly.com; 12 subscribers)")
TARGETS = (
    "/",
    "/tin/",
    "/chu-de/%C4%91%E1%BB%81%20t%C3%A0i/",
    "/media/a'b.pdf",
    "/feed.xml",
    "/assets/a.css",
    "/robots.txt",
)


def _requests(days: Sequence[str]) -> list[Request]:
    """Everything that the aggregates tell apart, some thousand times."""
    return [
        Request(
            TARGETS[number * 7919 % 97 % (7 if number % 50 == 0 else 6)],
            time=f"{number * 13 % 24:02}:{number * 37 % 60:02}:{number * 11 % 60:02}",
            address=f"10.0.{number * 31 % 40}.1",
            agent=AGENTS[number * 17 % 23 % 6],
            status=(200, 200, 206, 304)[number * 5 % 4],
            referrer=("-", "https://a.example/", "https://b.example/")[number % 3],
            day=day,
        )
        for day in days
        for number in range(1500)
    ]


@NEEDS_CHDB
@pytest.mark.slow
def test_clickhouse_counts_as_duckdb_does(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    take(tmp_path, text(_requests(["2026-11-10", "2026-11-11"])), now=NOW.replace(day=12))
    close_days(store, NOW)
    take(tmp_path, text(_requests(["2026-11-22", "2026-11-24"])))
    expected = figures(store, NOW, DEFAULT)
    assert expected.totals.views > 500
    assert expected.downloads
    assert expected.feeds
    assert encode(figures(store, NOW, CLICKHOUSE)) == encode(expected)
    first, last = expected.since, NOW.date()
    assert sums(store, first, last, CLICKHOUSE) == sums(store, first, last)


@NEEDS_CHDB
@pytest.mark.slow
def test_clickhouse_takes_an_empty_store(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.prepare()
    assert encode(figures(store, NOW, CLICKHOUSE)) == encode(figures(store, NOW))


def test_an_engine_nobody_has(tmp_path: Path) -> None:
    with pytest.raises(EngineLacking):
        engine("spark://there", Store(tmp_path))
