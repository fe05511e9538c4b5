"""Logs whose figures are known beforehand, and what becomes of contenders that get them wrong."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from common.errors import BenchError
from common.programs import Times, Timings
from launch import main
from newsportal.text import ZONE
from newsportal.visits.store import Store
from visiting import report
from visiting.contenders import GOACCESS, OURS, Contender, require_right
from visiting.figures import Comparison, Measured, Results, Storage
from visiting.logs import Log, days_until, write_log
from visiting.measuring import compare
from visiting.storing import Plan, measure_store
from visiting.targets import judge
from visiting.truth import differences, expected

LAST = dt.date(2026, 3, 1)
LINE = re.compile(
    r'(?P<address>[\d.]+) - - \[(?P<day>\d\d/\w{3}/2026):(?P<time>[\d:]{8}) \+0700\] "(?P<method>[A-Z]+) (?P<path>\S+) '
    r'HTTP/1\.1" (?P<status>\d{3}) \d+ "(?P<referrer>[^"]*)" "(?P<agent>[^"]*)"'
)
PERSON = re.compile(r"^2\d\.")


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Log:
    return write_log(tmp_path_factory.mktemp("log") / "access.log", 20_000, days_until(LAST, 3), 5, pages=60)


def rows(log: Log) -> list[dict[str, str]]:
    found = [LINE.fullmatch(line) for line in log.file.read_text(encoding="ascii").splitlines()]
    assert None not in found
    return [match.groupdict() for match in found if match]


def test_the_same_seed_makes_the_same_log(log: Log, tmp_path: Path) -> None:
    again = write_log(tmp_path / "again.log", 20_000, days_until(LAST, 3), 5, pages=60)
    other = write_log(tmp_path / "other.log", 20_000, days_until(LAST, 3), 6, pages=60)
    assert again.file.read_bytes() == log.file.read_bytes() != other.file.read_bytes()
    assert again.days == log.days != other.days


def test_lines_are_in_the_order_of_time_and_as_many_as_wanted(log: Log) -> None:
    made = rows(log)
    assert len(made) == log.size == 20_000
    moments = [(row["day"][3:6] == "Mar", row["day"], row["time"]) for row in made]
    assert moments == sorted(moments)
    assert sorted({row["day"] for row in made}) == ["01/Mar/2026", "27/Feb/2026", "28/Feb/2026"]


def test_figures_of_people_are_those_of_the_lines(log: Log) -> None:
    """Counted once more from the text, the slow way: people are told by their addresses here."""
    views: Counter[str] = Counter()
    moments: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for row in rows(log):
        page = row["path"].partition("?")[0].removesuffix("index.html")
        if PERSON.match(row["address"]) and page.endswith("/"):
            views[page] += 1
            hour, minute, second = map(int, row["time"].split(":"))
            moments[row["day"], row["address"], row["agent"]].append(hour * 3600 + minute * 60 + second)
    assert views == sum((day.pages for day in log.days), Counter())
    assert len(moments) == sum(day.visitors for day in log.days)
    assert max(map(len, moments.values())) < 15
    visits = sum(1 + sum(b - a > 1800 for a, b in pairwise(one)) for one in moments.values())
    assert visits == sum(day.visits for day in log.days)


def test_no_line_that_counts_is_there_twice(log: Log) -> None:
    """Equal lines are one request, whose figures would be less."""
    counted = [tuple(row.values()) for row in rows(log) if not row["address"].startswith("180.")]
    assert len(counted) == len(set(counted))


def test_every_kind_of_traffic_is_there(log: Log) -> None:
    made = rows(log)
    assert {row["method"] for row in made} == {"GET", "HEAD", "POST"}
    assert {row["status"] for row in made} == {"200", "206", "301", "304", "400", "404"}
    assert all(day.views and day.bots and day.unknown and day.downloads and day.referrers for day in log.days)
    assert "3 subscribers" not in log.file.read_text(encoding="ascii"), "figures of readers are told apart by digits"


def published(log: Log) -> dict[str, object]:
    return {"generated": f"{LAST + dt.timedelta(1)}T08:00:00+07:00", **expected(log.days, LAST + dt.timedelta(1))}


def test_the_truth_does_not_differ_from_itself(log: Log) -> None:
    assert differences(json.loads(json.dumps(published(log))), log.days) == []


def test_a_wrong_figure_is_named(log: Log) -> None:
    said = json.loads(json.dumps(published(log)))
    said["totals"]["visits"] += 1
    said["days"][1]["bots"] -= 1
    said["pages"]["/wp-login.php/"] = 3
    del said["referrers"]["zalo.me"]
    said["feeds"]["/feed.xml"]["stated"] = 0
    names = [fault.partition(" is ")[0] for fault in differences(said, log.days)]
    assert names == [
        "totals[visits]", "days[2026-02-28][bots]", "pages[/wp-login.php/]", "referrers[zalo.me]",
        "feeds[/feed.xml][stated]",
    ]  # fmt: skip


def contender(folder: Path, log: Log, name: str, **wrong: object) -> Contender:
    """One that knows the truth, or tells something else."""
    (folder / "site").mkdir(parents=True)
    told = folder / "told.json"
    told.write_text(json.dumps({**published(log), "general": {"valid_requests": log.size}, **wrong}), encoding="utf-8")
    target = "site/stats.json" if name == OURS else "figures.json"
    return Contender(name, "1.0", folder, (("cp", str(told), target),), (target,))


def test_contenders_run_in_turn_and_are_looked_at(log: Log, tmp_path: Path) -> None:
    both = [contender(tmp_path / name, log, name) for name in (OURS, GOACCESS)]
    found = compare(log, both, rounds=2, patience=60)
    assert [len(found.measured[name].timings.runs) for name in (OURS, GOACCESS)] == [2, 2]
    assert found.exact > 150
    assert found.size == log.file.stat().st_size
    impatient = compare(log, both, rounds=2, patience=0)
    assert [len(impatient.measured[name].timings.runs) for name in (OURS, GOACCESS)] == [2, 1]


def test_a_wrong_total_ends_the_run(log: Log, tmp_path: Path) -> None:
    wrong = contender(tmp_path / "ours", log, OURS, totals={**expected(log.days, LAST)["totals"], "views": 1})
    with pytest.raises(BenchError, match=r"ours is wrong: totals\[views\] is 1, not \d+"):
        compare(log, [wrong], rounds=1, patience=60)
    lazy = contender(tmp_path / "theirs", replace(log, size=5), GOACCESS)
    with pytest.raises(BenchError, match="5 lines were read"):
        compare(log, [lazy], rounds=1, patience=60)
    (tmp_path / "ours" / "site" / "stats.json").write_text(json.dumps({**published(log), "pages": {}}))
    with pytest.raises(BenchError, match=r"pages\[/\] is 0, not \d+; .*; … and 50 more"):
        require_right(wrong, log)


def comparison(ours: float, theirs: float, peak: int = 900_000_000, lines: int = 2_000_000) -> Comparison:
    measured = {
        name: Measured("1.7", peak, Timings((Times(seconds, seconds),)))
        for name, seconds in ((OURS, ours), (GOACCESS, theirs))
    }
    return Comparison(lines, 454_000_000, ("2 processors under a load of 0.1",) * 2, 4321, measured)


def verdicts(*comparisons: Comparison, storage: Storage | None = None) -> list[str]:
    return [target.verdict for target in judge(Results(comparisons, storage))]


def test_ten_times_is_promised_within_a_gigabyte() -> None:
    assert verdicts(comparison(2, 20)) == ["met", "met"]
    assert verdicts(comparison(2, 19.9, peak=1_000_000_001)) == ["MISSED", "MISSED"]
    assert verdicts(comparison(2, 4, lines=1000)) == ["met"]


def test_a_store_is_judged_by_the_year() -> None:
    small = Storage(1095, 33_333, 60_000_000, Timings((Times(1.9, 1),)))
    assert verdicts(storage=small) == ["met", "met"]
    assert verdicts(storage=replace(small, size=60_000_001, publish=Timings((Times(2.1, 1),)))) == ["MISSED", "MISSED"]


def test_tables_and_json_have_it_all(tmp_path: Path) -> None:
    at, store = comparison(2, 30), Storage(730, 33_333, 20_000_000, Timings((Times(0.5, 0.4),)))
    shown = report.shown_comparison(at)
    assert "4,321 figures of ours are those of the truth" in shown
    assert "| from the log to figures | 2,000 ms | 30.0 s |" in shown
    assert "| throughput of ours, to that | 1.00 × | 15.0 × |" in shown
    assert "| … a year | 10.0 MB |" in report.shown_storage(store)
    assert "| at least 10.0 × | met |" in report.shown_end(Results((at,), store))
    report.write_json(tmp_path / "all.json", Results((at,), store))
    told = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert told["comparisons"][0]["measured"][OURS]["timings"]["runs"] == [{"seconds": 2, "processor": 2}]
    assert [target["met"] for target in told["targets"]] == [True] * 4


@pytest.mark.slow
def test_ours_counts_a_log_exactly(tmp_path: Path) -> None:
    options = ("--only", "ours", "--lines", "9000", "--days", "3", "--pages", "60", "--rounds", "1")
    assert main(["visits", *options, "--markdown", str(tmp_path / "a.md"), "--json", str(tmp_path / "a.json")]) == 0
    [told] = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["comparisons"]
    assert told["exact"] > 100
    assert told["measured"][OURS]["timings"]["runs"][0]["seconds"] > 0
    assert "figures of ours are those of the truth" in (tmp_path / "a.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_days_close_in_a_store_of_weeks(tmp_path: Path) -> None:
    now = dt.datetime.now(ZONE)
    found = measure_store(Plan(days=45, monthly=1000, pages=60, rounds=1, seed=3), now, tmp_path)
    store = Store(tmp_path / "store")
    assert (len(store.closed_days()), len(store.open_days())) == (39, 6)
    assert found.size > 45 * 200
    assert found.publish.median > 0
    assert not (tmp_path / "access.log").exists()
