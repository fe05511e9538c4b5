"""A store of three years at a million requests a month: small, and published at once."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from logs import NOW
from newsportal.visits.database import database
from newsportal.visits.figures import figures
from newsportal.visits.queries import quoted
from newsportal.visits.statsfile import published_files
from newsportal.visits.store import Store

DAYS = 3 * 365
MEGABYTES_A_YEAR, SECONDS = 20, 2
DAY = """
SELECT DATE {day} AS day, kind, key, n FROM (
    SELECT 'page' AS kind, '/tin-tuc/2026/bai-viet-ve-mot-viec-cua-so-' || (hash({seed}, i) % 4000) || '/' AS key,
        1 + hash(i, {seed}, 1) % 30 AS n FROM range(1200) t(i)
    UNION ALL SELECT 'download', '/media/2026/van-ban-' || (hash({seed}, i, 2) % 900) || '.pdf', 1 FROM range(150) t(i)
    UNION ALL SELECT 'referrer', 'trang-' || (hash({seed}, i, 3) % 300) || '.example', 2 FROM range(80) t(i)
    UNION ALL SELECT 'crawler', 'Robot ' || i, 40 FROM range(40) t(i)
    UNION ALL SELECT 'single', '/chu-de/chu-de-' || i || '/feed.xml', 5 FROM range(60) t(i)
    UNION ALL SELECT unnest(['views', 'visits', 'visitors', 'bots', 'unknown', 'open']), '', 9000
) ORDER BY kind, key
"""


@pytest.mark.slow
def test_three_years_are_published_quickly_from_a_small_store(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.prepare()
    with database() as connection:
        for number in range(DAYS):
            day = NOW.date() - dt.timedelta(days=number)
            rows = DAY.format(day=quoted(day.isoformat()), seed=number)
            place = quoted(str(store.closed_file(day)))
            connection.execute(f"COPY ({rows}) TO {place} (FORMAT parquet, COMPRESSION zstd)")
    size = sum(path.stat().st_size for path in store.folder.rglob("*.parquet"))
    assert size <= MEGABYTES_A_YEAR * 1_000_000 * DAYS / 365
    began = time.process_time()
    files = published_files(figures(store, NOW))
    assert time.process_time() - began <= SECONDS * 2  # of two cores
    assert len(files) == 258
