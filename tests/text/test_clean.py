"""Cleaning of pasted text."""

import unicodedata

import pytest

from newsportal.text import clean_block, clean_line, xml_safe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ"),
        (unicodedata.normalize("NFD", "Quảng Ngãi"), "Quảng Ngãi"),
        ("  số\u00a0124/QĐ-UBND \t\r\n ngày ", "số 124/QĐ-UBND ngày"),
        ("a\u2009b\u202fc\u3000d\u2028e\u000bf\u0085g", "a b c d e f g"),
        ("\ufeffđề\u200b tài\u200c\u2060", "đề tài"),
        ("công\u00adnghệ", "côngnghệ"),
        ("\u202bphải\u202c \u2066trái\u2069\u200e", "phải trái"),
        ("a\x00b\x1fc\x7fd\x9fe", "abcde"),
        ("e\u200b\u0301", "é"),
        ("đôi\ud800 chữ\uffff", "đôi chữ"),
        ("nhà 👩\u200d🔬 khoa\u200d học", "nhà 👩\u200d🔬 khoa học"),
        ("☀\ufe0f nắng", "☀\ufe0f nắng"),
        ("\u200d", ""),
        ("", ""),
    ],
)
def test_clean_line(text: str, expected: str) -> None:
    assert clean_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("một\r\nhai\rba\n", "một\nhai\nba\n"),
        ("\ufeff# Đề\u00a0tài\n", "# Đề tài\n"),
        (unicodedata.normalize("NFD", "Đắk Lắk\n"), "Đắk Lắk\n"),
        ("- a\n    - b\n\tmã\n", "- a\n    - b\n\tmã\n"),
        ("cột\tcột", "cột\tcột"),
        ("ngắt  \ndòng", "ngắt  \ndòng"),
        ("ngắt    \ndòng", "ngắt  \ndòng"),
        ("ngắt  \u200b\ndòng", "ngắt  \ndòng"),
        ("không \nngắt", "không\nngắt"),
        ("không\t\nngắt \t ", "không\nngắt"),
        ("không\u00a0\u00a0\nngắt", "không\nngắt"),
        ("\u00a0\u00a0\u00a0\u00a0thụt", "thụt"),
        (" \u00a0 thụt", "  thụt"),
        ("a\n   \n\t\nb", "a\n\n\nb"),
        ("a\u2028b\u000bc\u0085d\fe", "a b c d e"),
        ("a  b", "a  b"),
        ("👨\u200d👩\u200d👧\u200d\n", "👨\u200d👩\u200d👧\n"),
        ("", ""),
    ],
)
def test_clean_block(text: str, expected: str) -> None:
    assert clean_block(text) == expected


@pytest.mark.parametrize("text", ["a\r\nb\rc\nd", "a\u2028b\n\u2029\n", "\n\n", "a\x0bb\x0cc"])
def test_clean_block_keeps_the_number_of_lines(text: str) -> None:
    assert clean_block(text).count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KH&CN <b>\t\r\n", "KH&CN <b>\t\r\n"),
        ("a\x00b\x0bc\x0cd\x1fe", "abcde"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufffeb\uffffc", "abc"),
        ("\ue000\ufffd😀\x85", "\ue000\ufffd😀\x85"),
    ],
)
def test_xml_safe(text: str, expected: str) -> None:
    assert xml_safe(text) == expected


@pytest.mark.parametrize(
    ("unseen", "kept"),
    [*((stray, "") for stray in "\u034f\u00ad\u200b\u200d\ufeff\x1f\ud800\uffff"), ("\u2028", " "), ("\u00a0", " ")],
)
def test_one_unseen_character_among_visible_ones_is_found(unseen: str, kept: str) -> None:
    assert clean_line(f"một{unseen}hai") == clean_block(f"một{unseen}hai") == f"một{kept}hai"
