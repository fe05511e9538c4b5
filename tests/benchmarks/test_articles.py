"""Which titles are asked for, and how."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from common.errors import BenchError
from searching.articles import Article, beginning, choose, read_articles, unique_titles, without_marks
from searching.figures import Question

PAGE = """<!doctype html>
<html lang="{language}" data-root="../../../">
<body><h1>Tên cổng</h1>{body}</body></html>
"""


def articles(*titles: str, language: str = "vi") -> list[Article]:
    return [Article(f"/{number}/", language, title) for number, title in enumerate(titles)]


def asked(*titles: str) -> list[str]:
    return [question.path for question in unique_titles(articles(*titles), "vi")]


def write(site: Path, path: str, body: str, language: str = "vi") -> None:
    page = site / path / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(PAGE.format(language=language, body=body), encoding="utf-8")


def test_the_beginning_is_eight_words_as_they_stand() -> None:
    assert beginning("Một “hai” – ba, bốn năm/sáu bảy tám chín mười") == "Một “hai” – ba, bốn năm/sáu bảy tám"
    assert beginning("Hai chữ") == "Hai chữ"


def test_titles_that_begin_alike_are_not_asked_for() -> None:
    same = "một hai ba bốn năm sáu bảy tám"
    assert asked(f"{same} chín", f"{same} mười", "khác hẳn") == ["/2/"]


@pytest.mark.parametrize("other", ["MỘT hai", "Mot hai", unicodedata.normalize("NFD", "Một hai"), "Một, (hai)"])
def test_marks_case_and_signs_make_no_difference(other: str) -> None:
    assert asked("Một hai", other) == []


def test_a_title_that_begins_another_is_not_asked_for_but_the_longer_one_is() -> None:
    assert asked("Kế hoạch năm", "Kế hoạch năm 2026") == ["/1/"]


def test_half_a_word_in_common_is_nothing_in_common() -> None:
    assert asked("Kế ho", "Kế hoạch") == ["/0/", "/1/"]


def test_a_title_without_words_is_not_asked_for() -> None:
    assert asked("– … –", "Có chữ") == ["/1/"]


def test_other_languages_do_not_count() -> None:
    both = [*articles("Plan 2026"), *articles("Plan 2026", language="en")]
    assert [question.text for question in unique_titles(both, "en")] == ["Plan 2026"]


def test_the_choice_is_the_same_every_time() -> None:
    questions = [Question(str(number)) for number in range(500)]
    assert choose(questions, 200, 11) == choose(questions, 200, 11) != choose(questions, 200, 12)
    assert len(set(choose(questions, 200, 11))) == 200
    assert set(choose(questions, 900, 11)) == set(questions)


def test_marks_are_taken_off_and_the_article_stays() -> None:
    assert without_marks([Question("Đề tài thuỷ điện", "/x/")]) == [Question("de tai thuy dien", "/x/")]


def test_articles_are_read_from_pages(tmp_path: Path) -> None:
    title = 'KH&amp;CN:\n <span lang="vi">đề  tài</span>'
    write(tmp_path, "tin/2026/mot", f'<article class="item" data-article>\n<h1>{title}</h1></article>')
    write(tmp_path, "en/news/2026/one", '<article data-article><h1 id="x">One</h1></article>', "en")
    write(tmp_path, "tin", '<article class="card"><h3>Một</h3></article>')
    assert read_articles(tmp_path) == [
        Article("/en/news/2026/one/", "en", "One"),
        Article("/tin/2026/mot/", "vi", "KH&CN: đề tài"),
    ]


def test_a_folder_without_articles_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="no pages of articles"):
        read_articles(tmp_path)
