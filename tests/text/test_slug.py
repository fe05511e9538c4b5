"""Slugs and heading ids."""

import unicodedata

import pytest

from newsportal.text import heading_id, is_slug, slugify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quyết định số 124/QĐ-UBND về đề tài thuỷ điện Đắk Lắk",
            "quyet-dinh-so-124-qd-ubnd-ve-de-tai-thuy-dien-dak-lak",
        ),
        ("Đổi mới", "doi-moi"),
        ("KH&CN", "kh-cn"),
        ("  — “Đề tài” (2022)… ", "de-tai-2022"),
        ("a_b--c", "a-b-c"),
        ("Thủy điện", "thuy-dien"),
        ("đề\u200b tài\u00ad", "de-tai"),
        ("Ａｂｃ №5 ﬁ", "abc-no5-fi"),
        ("Café Ångström", "cafe-angstrom"),
        ("ажb", "b"),
        ("科学 2022", "2022"),
        ("Привет", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_slugify(text: str, expected: str) -> None:
    assert slugify(text) == expected
    assert slugify(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize("text", ["a", "2022", "de-tai", "qd-124-ubnd"])
def test_is_slug(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "đề", "a b", "a_b", "a\n", "٣"])
def test_is_no_slug(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize(("text", "expected"), [("1. Mục tiêu", "1-muc-tieu"), ("???", "muc"), ("", "muc")])
def test_heading_id(text: str, expected: str) -> None:
    assert heading_id(text) == expected
