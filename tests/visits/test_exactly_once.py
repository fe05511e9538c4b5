"""However a log comes, its requests count once."""

from __future__ import annotations

import datetime as dt
import gzip
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logs import CHROME, FIREFOX, GOOGLEBOT, NOW, SITE, Request, combined, take, text
from newsportal.visits.figures import figures
from newsportal.visits.ingest import ingest
from newsportal.visits.statsfile import encode
from newsportal.visits.store import Store
from sites import REPOSITORY

_REQUESTS = st.builds(
    Request,
    target=st.sampled_from(
        ["/", "/tin/", "/feed.xml", "/media/a.pdf", "/assets/a.css", "/robots.txt", "/wp-login.php"]
    ),
    time=st.sampled_from(["08:00:00", "08:10:00", "12:00:00", "23:59:59"]),
    address=st.sampled_from(["10.1.1.1", "10.1.1.2", "2001:db8::1"]),
    agent=st.sampled_from(
        [FIREFOX, CHROME, GOOGLEBOT, "Feedly/1.0 (5 subscribers)", "Feedly/1.1 (7 subscribers)", "-"]
    ),
    status=st.sampled_from([200, 200, 200, 206, 304, 404]),
    referrer=st.sampled_from(["-", "https://a.example/", "https://b.example/x"]),
    day=st.sampled_from(["2026-11-22", "2026-11-24"]),
)
_LINES = st.lists(_REQUESTS.map(combined) | st.sampled_from(["rubbish", "", "\x00", "{}"]), min_size=1, max_size=25)
_PACKED = st.sampled_from(["plain", "gzip", "zstd", "crlf"])


def _published(folder: Path) -> bytes:
    return encode(figures(Store(folder / "store"), NOW))


def _packed(lines: Sequence[str], how: str) -> bytes:
    log = "".join(f"{line}\n" for line in lines).encode()
    if how == "gzip":
        return gzip.compress(log)
    if how == "zstd":
        return zstandard.compress(log)
    return log.replace(b"\n", b"\r\n") if how == "crlf" else log


@given(_LINES, st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
def test_any_way_of_cutting_a_log_gives_the_same_figures(lines: list[str], data: st.DataObject) -> None:
    """Pieces that overlap and together hold every line, in any order, packed anyhow, in one call or several."""
    cuts = st.tuples(st.integers(0, len(lines)), st.integers(0, len(lines))).map(sorted)
    pieces = [lines[first:last] for first, last in data.draw(st.lists(cuts, max_size=4))]
    pieces.insert(0, data.draw(st.permutations(lines)))
    logs = [_packed(piece, data.draw(_PACKED)) for piece in data.draw(st.permutations(pieces))]
    with tempfile.TemporaryDirectory() as once, tempfile.TemporaryDirectory() as often:
        take(Path(once), _packed(lines, "plain"))
        first = data.draw(st.integers(0, len(logs)))
        for call in (logs[:first], logs[first:]):
            take(Path(often), *call)
        assert _published(Path(often)) == _published(Path(once))


def test_lines_that_are_much_alike_are_told_apart(tmp_path: Path) -> None:
    """A quick hash for tables takes many of these for one: they differ in two places, sixteen bytes apart."""
    targets = [f"/en/tin-tuc/{year}/bai-viet-so-{number}/" for year in range(2000, 2020) for number in range(100, 130)]
    addresses = ["10.1.1.1", "10.1.1.22", "10.1.1.133", "2001:db8:2001:1::101", "2001:db8:2006:1::108"]
    requests = [Request(target, address=address) for address in addresses for target in targets[:400]]
    take(tmp_path, text(requests).encode())
    assert figures(Store(tmp_path / "store"), NOW).totals.unknown == 400 * len(addresses)


def test_a_growing_log_is_read_again_and_again(tmp_path: Path) -> None:
    """Cut anywhere: the last line counts when it is finished, and is broken never."""
    log = text([Request(time=f"10:{minute:02}:00") for minute in range(6)]).encode()
    for end in range(0, len(log) + 1, 61):
        take(tmp_path, log[:end])
    statistics = figures(Store(tmp_path / "store"), NOW)
    assert statistics.broken == 0
    take(tmp_path, log)
    assert figures(Store(tmp_path / "store"), NOW).totals.views == 6


def test_a_last_line_without_end_counts_when_it_is_whole(tmp_path: Path) -> None:
    log = text([Request(), Request("/tin/")])
    assert take(tmp_path, log[:-1]).unfinished == ()
    assert figures(Store(tmp_path / "store"), NOW).totals.views == 2
    cut = log[: log.rindex('"-"') + 3]
    assert len(take(tmp_path, cut).unfinished) == 1


def test_two_equal_lines_are_one_request(tmp_path: Path) -> None:
    take(tmp_path, text([Request(), Request(), Request(time="10:00:01")]))
    assert figures(Store(tmp_path / "store"), NOW).totals.views == 2


def test_a_cut_archive_gives_what_it_holds(tmp_path: Path) -> None:
    packed = gzip.compress(text([Request(f"/{n}/") for n in range(3000)]).encode())
    done = take(tmp_path, packed[: len(packed) // 2])
    assert len(done.unfinished) == 1
    assert 0 < figures(Store(tmp_path / "store"), NOW).totals.bots < 3000


def test_a_log_may_come_through_a_pipe(tmp_path: Path) -> None:
    log = gzip.compress(text([Request()]).encode())
    code = (
        "import datetime as dt, pathlib; from newsportal.visits.ingest import ingest; "
        "from newsportal.visits.store import Store; from newsportal.visits.values import Site; "
        f"ingest(['-'], Store(pathlib.Path({str(tmp_path / 'store')!r})), Site(), "
        f"dt.datetime.fromisoformat({NOW.isoformat()!r}))"
    )
    subprocess.run([sys.executable, "-c", code], input=log, check=True, cwd=REPOSITORY / "plugins")
    assert figures(Store(tmp_path / "store"), NOW).totals.views == 1


_KILLED = """
import datetime as dt, pathlib, sys
sys.path.insert(0, {plugins!r})
from newsportal.visits.closing import close_days
from newsportal.visits.ingest import ingest
from newsportal.visits.store import Store
from newsportal.visits.values import Site
print(flush=True)
ingest({logs!r}, Store(pathlib.Path({store!r})), Site("/", frozenset({{"portal.example.vn"}})),
       dt.datetime.fromisoformat({now!r}))
"""


@pytest.mark.slow
def test_thirty_kills_change_nothing(tmp_path: Path) -> None:
    """Killed while it reads, writes or closes days, and run again, a store is as if nobody had been killed."""
    chance = random.Random(20261124)
    days = [f"2026-11-{day:02}" for day in range(15, 25)]
    logs = []
    for number, day in enumerate(days):
        path = tmp_path / f"{day}.log"
        requests = [Request(f"/{n % 50}/", time=f"{n % 24:02}:{n % 60:02}:{n % 59:02}", day=day,
                            address=f"10.0.{n % 200}.{number}") for n in range(2000)]  # fmt: skip
        path.write_text("rubbish\n" + text(requests), encoding="utf-8")
        logs.append(str(path))
    ingest(logs, Store(tmp_path / "whole" / "store"), SITE, NOW)
    expected, store = _published(tmp_path / "whole"), tmp_path / "killed" / "store"
    code = _KILLED.format(plugins=str(REPOSITORY / "plugins"), logs=logs, store=str(store), now=NOW.isoformat())
    for _ in range(30):
        child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert child.stdout is not None
        child.stdout.readline()  # it is about to begin
        time.sleep(chance.uniform(0, 0.5))
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
    ingest(logs, Store(store), SITE, NOW + dt.timedelta(minutes=1))
    assert _published(tmp_path / "killed") == expected
    assert not list(store.rglob("*.tmp"))
