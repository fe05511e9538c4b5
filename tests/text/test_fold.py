"""Folding and tone placement."""

import unicodedata

import pytest

from newsportal.text import fold, unify_tones


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đề tài KH&CN", "de tai kh&cn"),
        ("ĐẮK LẮK", "dak lak"),
        ("Quảng Ngãi, Ấp Bắc, Mường Ảng", "quang ngai, ap bac, muong ang"),
        ("ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", "a" * 17),
        ("èéẻẽẹêềếểễệ", "e" * 11),
        ("ÌÍỈĨỊỳýỷỹỵ", "iiiiiyyyyy"),
        ("òóỏõọôồốổỗộơờớởỡợ", "o" * 17),
        ("ÙÚỦŨỤƯỪỨỬỮỰ", "u" * 11),
        ("Ðề ƉỀ ðề ɖề", "de de de de"),
        ("124/QĐ-UBND “x”…", "124/qd-ubnd “x”…"),
        ("Müller Ångström İstanbul", "muller angstrom istanbul"),
        ("Straße ΣΑΣ Привет", "straße σασ привет"),
        ("한국어", "한국어"),
        ("PLAIN ascii 42", "plain ascii 42"),
        ("", ""),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected
    assert fold(unicodedata.normalize("NFD", text)) == expected


def test_fold_of_any_character_folds_to_itself() -> None:
    folded = [fold(chr(code)) for code in range(0x110000)]
    assert [text for text in folded if fold(text) != text] == []


def test_fold_composes_what_a_dropped_mark_kept_apart() -> None:
    text = "\u1112\u0301\u1161"
    assert fold(fold(text)) == fold(text) == "\ud558"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoà", "hòa"),
        ("hoạ sĩ", "họa sĩ"),
        ("khoẻ", "khỏe"),
        ("loè, toé, choẹ", "lòe, tóe, chọe"),
        ("thuỷ lợi", "thủy lợi"),
        ("uỷ ban", "ủy ban"),
        ("luỹ, suý, nguỵ, tuỳ", "lũy, súy, ngụy, tùy"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("UỶ BAN Uỷ ban uỶ", "ỦY BAN Ủy ban ủY"),
        ("oà khóc", "òa khóc"),
        ("Hoà, hoà. (hoà) hoà-hoà hoà2", "Hòa, hòa. (hòa) hòa-hòa hòa2"),
    ],
)
def test_unify_tones_in_open_syllables(text: str, expected: str) -> None:
    assert unify_tones(text) == expected
    assert unify_tones(expected) == expected
    assert unify_tones(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("hoàn", "khoản", "toán", "hoạt", "hoài", "ngoáy", "loét", "ngoèo", "khoẻn"),
        *("quý", "quà", "quỹ", "QUÝ", "Quỳ", "quỵ", "quẻ"),
        *("nguyễn", "thuyền", "khuỷu", "huỳnh", "quỳnh", "huýt", "thuở", "thuế"),
        *("hòa", "thủy", "khỏe", "ủy", "hoa", "thuy", "Đắk Lắk", ""),
    ],
)
def test_unify_tones_leaves_alone(text: str) -> None:
    assert unify_tones(text) == text
