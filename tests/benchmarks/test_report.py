"""What is made of the figures: middle and far end, shares, targets, and the table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.samples import answer, answers, builds, comparison, measures
from common.programs import Times
from common.tables import aligned
from common.units import count, duration, percent, size
from searching.figures import Question, added, fastest, milliseconds, sent, share, spread
from searching.measuring import patiently
from searching.report import shown, write_json
from searching.targets import judge


def verdicts(**changes: object) -> dict[str, str]:
    made = comparison(**changes)  # type: ignore[arg-type]
    return {target.name: target.verdict for target in judge(made)}


def test_the_middle_and_the_far_end() -> None:
    found = spread(answers(10, 30, 20, 1000), sent)
    assert (found.median, found.maximum) == (25, 1000)
    assert spread([answer(milliseconds=7)], milliseconds).median == 7
    assert spread([], sent).maximum == 0


def test_a_share_counts_ranks_and_what_was_not_found() -> None:
    ranks = [answer(rank=rank) for rank in (1, 1, 3, 4, 0)]
    assert (share(ranks, 1), share(ranks, 3), share([], 1)) == (0.4, 0.6, 0)


def test_the_best_of_several_runs_counts() -> None:
    best = fastest([Times(12, 9), Times(10, 11)])
    assert best == Times(10, 9)
    assert added(Times(13, 10), best) == Times(3, 1)


@pytest.mark.parametrize(
    ("say", "number", "words"),
    [
        (size, 999, "999 B"),
        (size, 60_000, "60.0 KB"),
        (size, 1_660_000, "1.7 MB"),
        (duration, 99.6, "100 ms"),
        (duration, 9_999, "9,999 ms"),
        (duration, 129_300, "129.3 s"),
        (percent, 0.985, "98.5 %"),
        (count, 14_976, "14,976"),
    ],
)
def test_numbers_in_words(say: object, number: float, words: str) -> None:
    assert callable(say)
    assert say(number) == words


def test_what_is_promised_is_judged() -> None:
    assert set(verdicts(builds=builds(29)).values()) == {"met"}
    assert verdicts(builds=builds(31))["build, on top of one without"] == "MISSED"


def test_one_bad_first_query_is_not_hidden_by_the_others() -> None:
    told = verdicts(ours=measures(first=answers(20_000, 20_000, 120_001)))
    assert told["first query, median"] == "met"
    assert told["first query, maximum, everyday ones too"] == "MISSED"


def test_a_lost_article_is_told() -> None:
    told = verdicts(ours=measures(ranks=(1,) * 90 + (2,) * 9 + (0,)))
    assert told["rank 1, with marks"] == told["rank 1, without marks"] == "MISSED"
    assert told["top 3, with marks"] == "met"


def test_nothing_is_promised_for_others() -> None:
    assert verdicts(Pagefind=measures()) == {}


def test_columns_are_aligned() -> None:
    rows = [("", "ours", "Pagefind"), ("Bytes",), ("median", "41.2 KB", "1.7 MB"), ("a longer name", "1 B", "2 B")]
    assert aligned(rows).splitlines() == [
        "                    ours  Pagefind",
        "",
        "Bytes",
        "  median         41.2 KB    1.7 MB",
        "  a longer name      1 B       2 B",
    ]


def test_the_report_has_both_contenders_and_their_ratio() -> None:
    theirs = measures(first=answers(540_000), ranks=(1, 0))
    lines = shown(comparison(builds=builds(20, 30), ours=measures(), Pagefind=theirs)).splitlines()
    rows = [" ".join(line.split()) for line in lines]
    assert "bytes, median 54.0 KB 540.0 KB 10.0" in rows
    assert "at rank 1, with marks 100.0 % 50.0 %" in rows
    assert "search adds 20.0 s 30.0 s 1.5" in rows
    assert "as a share 20.0 % 30.0 %" in rows
    assert "as a share 22.2 % 33.3 %" in rows
    assert any(row.startswith("first query, median 54.0 KB at most 60.0 KB met") for row in rows)


def test_one_contender_alone_makes_a_report() -> None:
    assert "Targets" not in shown(comparison(Pagefind=measures()))
    assert "MISSED" in shown(comparison(ours=measures(ranks=(0,))))


def test_everything_is_in_the_json(tmp_path: Path) -> None:
    write_json(tmp_path / "all.json", [comparison(builds=builds(20))])
    [told] = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert told["measures"]["ours"]["first"][0]["traffic"] == {"answers": 3, "sent": 50_000, "bodies": 49_400}
    assert all(target["met"] for target in told["targets"])


def test_a_rival_is_asked_until_patience_is_over() -> None:
    questions = [Question(f"{number}") for number in range(5)]
    assert list(patiently(questions, 60)) == questions
    assert list(patiently(questions, -1)) == questions[:1]
    assert list(patiently([], -1)) == []
