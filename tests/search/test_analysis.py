"""Text to terms."""

from __future__ import annotations

import unicodedata

import pytest

from newsportal.search.analysis import Analyzer, pairs_of, words_of


def _pairs(text: str, language: str = "vi") -> list[str]:
    return list(pairs_of(Analyzer(language).forms(text)))


def _keys(text: str, language: str = "vi") -> list[str]:
    analyzer = Analyzer(language)
    return [analyzer.key(form) for form in words_of(analyzer.forms(text))]


def test_forms_keep_their_marks() -> None:
    assert _pairs("Đề tài, dự án KH&CN") == ["đề tài", "dự án", "án khcn"]


def test_keys_have_none() -> None:
    assert _keys("Đề tài KH&CN tỉnh Đắk Lắk") == ["de", "tai", "khcn", "tinh", "dak", "lak"]
    assert Analyzer("vi").key("đề tài") == "de tai"


@pytest.mark.parametrize(("one", "other"), [("hoà bình", "hòa bình"), ("kỹ thuật", "kĩ thuật"), ("05/3", "5/3")])
def test_spellings_meet(one: str, other: str) -> None:
    assert _pairs(one) == _pairs(other)


def test_decomposed_text_is_the_same() -> None:
    text = "Quyết định về đề tài thuỷ điện"
    assert _pairs(unicodedata.normalize("NFD", text)) == _pairs(text)


@pytest.mark.parametrize("written", ["124/QĐ-UBND", "124/QD-UBND", "124 qd ubnd", "số 124 QĐ UBND", "124/qđ-ubnd"])
def test_numbers_meet(written: str) -> None:
    analyzer = Analyzer("vi")
    keys = [analyzer.key(form) for form in pairs_of(analyzer.forms(written))]
    assert keys[-2:] == ["124 qd", "qd ubnd"]


def test_english_words_meet_by_their_stems() -> None:
    assert _keys("Licences licensed", "en") == ["licenc", "licens"]
    assert Analyzer("en").key("research projects") == "research project"


def test_vietnamese_words_have_no_stem() -> None:
    assert _keys("các dự án startups") == ["cac", "du", "an", "startups"]
