"""Contenders in turn, their memory, and what becomes of the figures."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from building import report
from building.contenders import HUGO, MATERIAL, OURS, PAGEFIND, Contender
from building.edits import BODY, TITLE, UNCHANGED
from building.figures import Comparison, Measured, Preview, Results
from building.measuring import Plan, compare
from building.targets import judge
from common.errors import BenchError
from common.memory import weighed
from common.programs import Times, Timings

GENERATOR = """
import pathlib
for source in pathlib.Path("content/vi").rglob("*.md"):
    page = pathlib.Path("site", *source.with_suffix("").parts[2:], "index.html")
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(source.read_bytes())
"""
STUCK = "import pathlib; pathlib.Path('site').mkdir(); pathlib.Path('site/index.html').touch()"


def timings(*seconds: float) -> Timings:
    return Timings(tuple(Times(each, each) for each in seconds))


def measured(cold: float, pages: int = 3000, peak: int | None = 500_000_000, **changes: float) -> Measured:
    after: Mapping[str, Timings] = {kind: timings(seconds) for kind, seconds in changes.items()}
    return Measured("1.0", pages, peak, timings(cold), after)


def comparison(items: int = 2000, **contenders: Measured) -> Comparison:
    names = {"hugo": HUGO, "pagefind": PAGEFIND, "material": MATERIAL}
    return Comparison(
        items, items * 3 // 2, ("2 processors", "2 processors"), {names.get(n, n): m for n, m in contenders.items()}
    )


def verdicts(*comparisons: Comparison, preview: Preview | None = None) -> dict[str, str]:
    return {target.name: target.verdict for target in judge(Results(comparisons, preview))}


def test_the_middle_and_the_least() -> None:
    times = timings(3, 1, 8)
    assert (times.median, times.least, times.processor) == (3, 1, 3)


@pytest.mark.parametrize(
    ("cold", "changed", "verdict"), [(10.0, 1.5, {"met"}), (10.1, 1.6, {"MISSED"}), (9.0, 1.6, {"met", "MISSED"})]
)
def test_builds_are_judged_beside_hugo(cold: float, changed: float, verdict: set[str]) -> None:
    ours = measured(cold, body=changed, unchanged=changed)
    judged = verdicts(comparison(ours=ours, hugo=measured(3), pagefind=measured(10)))
    assert len(judged) == 3
    assert set(judged.values()) == verdict


def test_a_quarter_of_material_is_wanted() -> None:
    at = comparison(ours=measured(10), material=measured(40))
    assert verdicts(at) == {"cold build of 2,000 items, to Material": "met"}


def test_growth_and_memory_are_judged_at_the_ends() -> None:
    few, many = comparison(500, ours=measured(1, 1000)), comparison(10_000, ours=measured(23.1, 20_000, 1_300_000_000))
    assert list(verdicts(few, many).values()) == ["MISSED", "MISSED"]
    assert list(verdicts(many).values()) == ["MISSED"]
    assert list(verdicts(few, comparison(10_000, ours=measured(23, 20_000, None))).values()) == ["met"]


def test_the_preview_is_judged_by_the_median() -> None:
    slow = Preview(2000, "2 processors", 5.0, {BODY: (0.5, 1.0, 9.0), TITLE: (1.1,)})
    assert list(verdicts(preview=slow).values()) == ["met", "MISSED"]
    assert verdicts(preview=Preview(100, "2 processors", 5.0, slow.delays)) == {}


def test_tables_have_every_contender_and_ratio() -> None:
    ours = measured(10, body=1, unchanged=0.5)
    shown = report.shown_comparison(comparison(ours=ours, hugo=measured(4), material=measured(40)))
    assert "| cold build | 10.0 s | 4,000 ms | 40.0 s |" in shown
    assert "| ours takes, to that | 1.00 × | 2.50 × | 0.25 × |" in shown
    assert "| time a page | 3.33 ms | 1.33 ms | 13.3 ms |" in shown.replace("13.33", "13.3")
    assert "| an item's text | 1,000 ms | 0.25 × | 0.03 × |" in shown
    told = report.shown_preview(Preview(2000, "2 processors", 5.0, {BODY: (0.5, 0.7, 1.9)}))
    assert "| an item's text | 3 | 700 ms | 1,900 ms |" in told


def test_the_end_tells_targets_and_what_others_lack() -> None:
    end = report.shown_end(Results((comparison(ours=measured(10), material=measured(30)),)))
    assert "| cold build of 2,000 items, to Material | 0.33 × (0.33 ×) | at most 0.25 × | MISSED |" in end
    assert "- Material: " in end
    assert "- Pelican: " not in end


def test_everything_is_in_the_json(tmp_path: Path) -> None:
    report.write_json(tmp_path / "all.json", Results((comparison(ours=measured(10, unchanged=1)),)))
    told = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert told["comparisons"][0]["measured"][OURS]["changes"][UNCHANGED]["runs"] == [{"seconds": 1, "processor": 1}]
    assert told["targets"] == []


def contender(folder: Path, name: str, program: str = GENERATOR) -> Contender:
    for number in range(3):
        path = folder / "content" / "vi" / "tin" / "2020" / f"tin-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('---\ntitle: "Tin"\ndate: 2020-01-01\n---\n', encoding="utf-8")
    return Contender(name, "1.0", folder, ((sys.executable, "-c", program),), ("site",))


def test_contenders_are_built_in_turn(tmp_path: Path) -> None:
    both = [contender(tmp_path / name, name) for name in (OURS, HUGO)]
    found = compare(3, both, Plan(2, 60, (UNCHANGED, TITLE)), seed=1)
    assert (found.articles, found.measured[HUGO].pages) == (3, 3)
    runs = {name: {kind: len(each.runs) for kind, each in of.changes.items()} for name, of in found.measured.items()}
    assert runs == {OURS: {UNCHANGED: 2, TITLE: 2}, HUGO: {BODY: 2}}


def test_a_slow_rival_is_built_once(tmp_path: Path) -> None:
    both = [contender(tmp_path / name, name) for name in (OURS, HUGO)]
    found = compare(3, both, Plan(2, 0, ()), seed=1).measured
    assert [len(found[name].cold.runs) for name in (OURS, HUGO)] == [2, 1]
    assert found[HUGO].cold.least > 0


def test_a_build_that_does_not_show_the_change_is_told(tmp_path: Path) -> None:
    stuck = contender(tmp_path, OURS, STUCK.replace("mkdir()", "mkdir(exist_ok=True)"))
    with pytest.raises(BenchError, match="does not show the change 'body'"):
        compare(3, [stuck], Plan(1, 60, (BODY,)), seed=1)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the memory of processes")
def test_children_are_weighed_too(tmp_path: Path) -> None:
    child = "import time; held = b'x' * 40_000_000; time.sleep(1)"
    program = f"import subprocess, sys; held = b'x' * 40_000_000; subprocess.run([sys.executable, '-c', {child!r}])"
    peak = weighed([sys.executable, "-c", program], tmp_path)
    assert peak is not None
    assert 80_000_000 < peak < 160_000_000


def test_a_program_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="so it goes"):
        weighed([sys.executable, "-c", "raise SystemExit('so it goes')"], tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="sessions are known to POSIX systems")
def test_nothing_is_left_running(tmp_path: Path) -> None:
    from common.memory import size_of_session, started

    with (tmp_path / "said").open("wb") as said:
        program = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
        with started([sys.executable, "-c", program], tmp_path, said.fileno()) as process:
            assert process.poll() is None
    assert process.poll() is not None
    assert size_of_session(process.pid) == 0
