"""What was found is told at its line."""

from __future__ import annotations

import dataclasses

import pytest

from linting.samples import document
from newsportal.languages.problems import codes
from newsportal.linting import RULES, lint_problems
from newsportal.model import Article, Severity

DOUBTFUL = document("Đầu.\n\nAn Lĩnh, ngày 5 tháng 3 năm 2024", number="1/QĐ-UBND")


def placed(item: Article, **lines: int) -> Article:
    return dataclasses.replace(item, lines={name.replace("__", "."): line for name, line in lines.items()})


def test_rules_and_their_words_are_the_same() -> None:
    assert set(RULES) == {code for code in codes() if code.startswith("document.")}
    assert sorted(RULES) == list(RULES)


def test_findings_are_told_at_the_lines_of_now() -> None:
    for number, first in ((5, 9), (7, 30)):
        item = dataclasses.replace(placed(DOUBTFUL, document=4, document__number=number), body_line=first)
        problems = list(lint_problems([item], (), "noi-dung"))
        assert [(each.code, each.line) for each in problems] == [
            ("document.number", number), ("document.place_date", first + 2)
        ]  # fmt: skip
        assert {each.path for each in problems} == {f"noi-dung/{item.path}"}
        assert {each.severity for each in problems} == {Severity.WARNING}


@pytest.mark.parametrize("off", ["document.number", "document.place_date"])
def test_rules_that_are_off_tell_nothing(off: str) -> None:
    item = placed(DOUBTFUL, document=4)
    told = {each.code for each in lint_problems([item], (off,), "content")}
    assert told == {"document.number", "document.place_date"} - {off}


def test_what_is_inherited_is_told_at_the_original_alone() -> None:
    heir = placed(dataclasses.replace(DOUBTFUL, language="en"), title=2)
    assert list(lint_problems([heir], (), "content")) == []
