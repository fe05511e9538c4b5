"""All documents at once: only what is new is looked at, and what was found is told at its line."""

from __future__ import annotations

import dataclasses

import pytest

from linting.samples import document
from newsportal.languages.problems import codes
from newsportal.linting import RULES, Findings, lint, lint_all, lint_problems
from newsportal.model import Article, Severity
from values import article

DOUBTFUL = document("Đầu.\n\nAn Lĩnh, ngày 5 tháng 3 năm 2024", number="1/QĐ-UBND")


def placed(item: Article, **lines: int) -> Article:
    return dataclasses.replace(item, lines={name.replace("__", "."): line for name, line in lines.items()})


def test_rules_and_their_words_are_the_same() -> None:
    assert set(RULES) == {code for code in codes() if code.startswith("document.")}
    assert sorted(RULES) == list(RULES)


def test_findings_are_kept_while_the_item_is_the_same() -> None:
    marks = {DOUBTFUL.path: b"1"}
    first = lint_all([DOUBTFUL, article("tin")], marks, {})
    assert first == {DOUBTFUL.path: Findings(b"1", lint(DOUBTFUL))}
    again = lint_all([DOUBTFUL], marks, first)
    assert again[DOUBTFUL.path] is first[DOUBTFUL.path]
    better = document()
    assert lint_all([better], {better.path: b"2"}, first) == {better.path: Findings(b"2")}
    assert lint_all([], {}, first) == {}


def test_findings_are_told_at_the_lines_of_now() -> None:
    findings = lint_all([DOUBTFUL], {DOUBTFUL.path: b"1"}, {})
    for number, first in ((5, 9), (7, 30)):
        item = dataclasses.replace(placed(DOUBTFUL, document=4, document__number=number), body_line=first)
        problems = list(lint_problems([item], findings, (), "noi-dung"))
        assert [(each.code, each.line) for each in problems] == [
            ("document.number", number), ("document.place_date", first + 2)
        ]  # fmt: skip
        assert {each.path for each in problems} == {f"noi-dung/{item.path}"}
        assert {each.severity for each in problems} == {Severity.WARNING}


@pytest.mark.parametrize("off", ["document.number", "document.place_date"])
def test_rules_that_are_off_tell_nothing(off: str) -> None:
    item = placed(DOUBTFUL, document=4)
    findings = lint_all([item], {item.path: b"1"}, {})
    told = {each.code for each in lint_problems([item], findings, (off,), "content")}
    assert told == {"document.number", "document.place_date"} - {off}


def test_what_is_inherited_is_told_at_the_original_alone() -> None:
    heir = placed(dataclasses.replace(DOUBTFUL, language="en"), title=2)
    findings = lint_all([heir], {heir.path: b"1"}, {})
    assert list(lint_problems([heir], findings, (), "content")) == []
