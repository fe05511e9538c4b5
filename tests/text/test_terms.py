"""One form for the spellings of a word, one stem for the forms of an English one."""

from __future__ import annotations

import pytest

from newsportal.text import english_stem, term


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Đề", "đề"),
        ("HOÀ", "hòa"),
        ("hòa", "hòa"),
        ("thuỷ", "thủy"),
        ("hoàn", "hoàn"),
        ("quý", "quí"),
        ("quí", "quí"),
        ("Kỹ", "kĩ"),
        ("lý", "lí"),
        ("sỹ", "sĩ"),
        ("tay", "tay"),
        ("yên", "yên"),
        ("vy", "vy"),
        ("KH&CN", "khcn"),
        ("05", "5"),
        ("005", "5"),
        ("0", "0"),
        ("000", "0"),
        ("120", "120"),
        ("0278", "0278"),
        ("5g", "5g"),
    ],
)
def test_term(word: str, expected: str) -> None:
    assert term(word) == expected


def test_terms_are_settled() -> None:
    words = ("HOÀ", "kỹ", "quý", "KH&CN", "05", "Nguyễn", "thuở")
    assert [term(term(word)) for word in words] == [term(word) for word in words]


@pytest.mark.parametrize(
    "family",
    [
        "licence licences",
        "license licensed licensing",
        "plan plans planned planning",
        "quality qualities",
        "agency agencies",
        "class classes",
        "process processes processed processing",
        "box boxes",
        "report reports reported reporting",
        "control controls controlled controlling",
        "sell sells selling",
        "announce announces announced announcing",
    ],
)
def test_forms_of_a_word_share_a_stem(family: str) -> None:
    assert len({english_stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["status statue", "analysis analyse", "thing thin", "radiation radio", "being bed", "science scene"]
)
def test_other_words_do_not(pair: str) -> None:
    one, other = pair.split()
    assert english_stem(one) != english_stem(other)


@pytest.mark.parametrize("word", ["an", "the", "bus", "iso9001", "nguyễn", "2022", ""])
def test_what_has_no_stem_stays(word: str) -> None:
    assert english_stem(word) == word
