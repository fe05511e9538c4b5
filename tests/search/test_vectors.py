"""What an item gives to the index."""

from __future__ import annotations

from newsportal.search.analysis import Analyzer
from newsportal.search.items import SearchItem
from newsportal.search.postings import PLAIN
from newsportal.search.vectors import term_vector
from search.samples import item

MANY, LONG_TITLE, SHORT_TITLE, TITLE_START, LABEL, SUMMARY = 2, 4, 8, 12, 16, 32


def _pairs(made: SearchItem) -> dict[str, int]:
    return dict(term_vector(made, Analyzer("vi")).pairs)


def test_grades_tell_the_place() -> None:
    made = item("Đề tài thuỷ điện", "Ngân sách tỉnh\nBà Lan", summary="Dòng chảy", labels=("Nông nghiệp",))
    assert _pairs(made) == {
        "đề tài": TITLE_START,
        "tài thủy": SHORT_TITLE,
        "thủy điện": SHORT_TITLE,
        "ngân sách": PLAIN,
        "sách tỉnh": PLAIN,
        "dòng chảy": SUMMARY,
        "nông nghiệp": LABEL,
        "bà lan": PLAIN,
    }


def test_places_add_up() -> None:
    made = item("Đề tài", "đề tài", summary="đề tài", labels=("đề tài",))
    assert _pairs(made) == {"đề tài": PLAIN | TITLE_START | LABEL | SUMMARY}


def test_a_word_of_a_long_title_says_less() -> None:
    grades = _pairs(item("một hai ba bốn năm sáu bảy tám chín"))
    assert grades["một hai"] == TITLE_START
    assert grades["hai ba"] == LONG_TITLE


def test_the_best_place_in_the_title_counts() -> None:
    assert _pairs(item("đề tài và đề tài"))["đề tài"] == TITLE_START


def test_repetition_counts_by_length() -> None:
    often = "đề tài. " * 5
    assert _pairs(item("x", often))["đề tài"] == MANY
    assert _pairs(item("x", "đề tài. một hai"))["đề tài"] == PLAIN
    assert _pairs(item("x", often + "một hai. " * 3000))["đề tài"] == PLAIN


def test_words() -> None:
    vector = term_vector(item("Đề tài", "điện"), Analyzer("vi"))
    assert dict(vector.words) == {"đề": TITLE_START, "tài": SHORT_TITLE, "điện": PLAIN}
