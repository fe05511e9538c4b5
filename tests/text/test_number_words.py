"""Numbers in Vietnamese words, as amounts are written in documents."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsportal.text import parse_vietnamese_number_words, vietnamese_number_words

WRITTEN = (
    (0, "không"),
    (5, "năm"),
    (10, "mười"),
    (15, "mười lăm"),
    (20, "hai mươi"),
    (21, "hai mươi mốt"),
    (24, "hai mươi tư"),
    (25, "hai mươi lăm"),
    (100, "một trăm"),
    (105, "một trăm linh năm"),
    (111, "một trăm mười một"),
    (1000, "một nghìn"),
    (2005, "hai nghìn không trăm linh năm"),
    (1_000_021, "một triệu không trăm hai mươi mốt"),
    (13_045_000, "mười ba triệu không trăm bốn mươi lăm nghìn"),
    (10**9, "một tỷ"),
    (10**9 + 1, "một tỷ không trăm linh một"),
    (1_200 * 10**9, "một nghìn hai trăm tỷ"),
    (10**15, "một triệu tỷ"),
    (-7, "âm bảy"),
    (Decimal("41.2"), "bốn mươi mốt phẩy hai"),
    (Decimal("0.05"), "không phẩy không năm"),
)
READ = (
    ("Mười ba triệu, không trăm bốn mươi lăm nghìn", 13_045_000),
    ("Mười hai triệu năm trăm ba mươi hai nghìn,sáu trăm năm mươi ba", 12_532_653),
    ("hai ngàn không trăm lẻ năm", 2005),
    ("hai ngàn lẻ năm", 2005),
    ("một nghìn hai mươi", 1020),
    ("ba mươi nhăm", 35),
    ("bốn mười bốn", 44),
    ("chín mươi một", 91),
    ("một tỉ rưỡi", 1_500_000_000),
    ("hai triệu rưỡi", 2_500_000),
    ("một trăm rưỡi", 150),
    ("ba rưỡi", Decimal("3.5")),
    ("một phẩy năm tỷ", 1_500_000_000),
    ("hai phẩy hai mươi lăm triệu", 2_250_000),
    ("bảy phẩy hai năm", Decimal("7.25")),
    ("năm triệu không trăm nghìn", 5_000_000),
    ("bẩy mươi", 70),
)
REFUSED = (
    "",
    "đồng",
    "một triệu hai",  # 1,200,000 in speech, 1,000,002 to others
    "hai trăm năm",
    "hai trăm lăm",
    "hai lăm",
    "mười mốt",
    "mười tư",
    "trăm",
    "triệu",
    "một hai",
    "năm nghìn ba triệu",
    "hai nghìn ba nghìn",
    "mười trăm",
    "phẩy",
    "một phẩy",
    "phẩy năm",
    "một phẩy hai phẩy ba",
    "linh năm",
    "rưỡi",
    "tỷ",
    "âm",
    "một nghìn bao",
)


@pytest.mark.parametrize(("value", "words"), WRITTEN, ids=str)
def test_numbers_are_written_and_read(value: int | Decimal, words: str) -> None:
    assert vietnamese_number_words(value) == words
    assert parse_vietnamese_number_words(words) == value


@pytest.mark.parametrize(("words", "value"), READ, ids=str)
def test_other_ways_of_writing_are_read(words: str, value: int | Decimal) -> None:
    assert parse_vietnamese_number_words(words) == value
    assert parse_vietnamese_number_words(words.upper()) == value


@pytest.mark.parametrize("words", REFUSED, ids=repr)
def test_what_is_no_clear_number_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="not a number in words"):
        parse_vietnamese_number_words(words)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity")])
def test_only_finite_numbers_have_words(value: Decimal) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        vietnamese_number_words(value)


@given(st.integers(-(10**15), 10**15))
def test_what_is_written_is_read_as_the_same_number(value: int) -> None:
    words = vietnamese_number_words(value)
    assert parse_vietnamese_number_words(words) == value
    southern = words.replace("nghìn", "ngàn").replace("linh", "lẻ").replace("tỷ", "tỉ")
    assert parse_vietnamese_number_words(southern) == value


@given(st.decimals(0, 10**12, places=3))
def test_decimals_too(value: Decimal) -> None:
    assert parse_vietnamese_number_words(vietnamese_number_words(value)) == value


@given(st.lists(st.sampled_from(sorted({word for _, words in WRITTEN for word in words.split()} | {"rưỡi", "tư"}))))
def test_any_words_are_a_number_or_refused(words: list[str]) -> None:
    try:
        value = parse_vietnamese_number_words(" ".join(words))
    except ValueError:
        return
    assert parse_vietnamese_number_words(vietnamese_number_words(value)) == value
