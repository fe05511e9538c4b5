"""Syllables, pairs and shortened text."""

from collections.abc import Callable

import pytest

from newsportal.text import first_sentences, pairs, syllables, truncate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đề tài KH&CN", ["de", "tai", "kh&cn"]),
        ("R & D, AT&T&", ["r", "d", "at&t"]),
        ("Quyết định 124/QĐ-UBND", ["quyet", "dinh", "124", "qd", "ubnd"]),
        ("a_b “c” d…", ["a", "b", "c", "d"]),
        ("2.012.579", ["2", "012", "579"]),
        ("— … —", []),
        ("", []),
    ],
)
def test_syllables(text: str, expected: list[str]) -> None:
    assert syllables(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đề tài KH&CN", ["de tai", "tai kh&cn"]),
        ("đề, tài", []),
        ("một hai. ba bốn", ["mot hai", "ba bon"]),
        ("một hai\nba bốn\r\nnăm", ["mot hai", "ba bon"]),
        ("một (hai ba) bốn", ["hai ba"]),
        ("một “hai ba” bốn", ["hai ba"]),
        ("a; b: c! d? e", []),
        ("1.287 đề tài", ["1 287", "287 de", "de tai"]),
        ("QCVN 01:2015, TP.HCM.", ["qcvn 01", "01 2015", "tp hcm"]),
        ("v.v... hai", ["v v"]),
        ("124/QĐ-UBND", ["124 qd", "qd ubnd"]),
        ("một", []),
        ("", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Đề tài khoa học", 15, "Đề tài khoa học"),
        ("  Đề tài ", 6, "Đề tài"),
        ("Đề tài khoa học", 14, "Đề tài khoa…"),
        ("Đề tài khoa học", 12, "Đề tài khoa…"),
        ("Đề tài khoa học", 11, "Đề tài…"),
        ("Đề tài, khoa học", 9, "Đề tài…"),
        ("Đề tài (khoa học)", 9, "Đề tài…"),
        ("tăng 41,2% so với", 11, "tăng 41,2%…"),
        ("một\nhai ba", 9, "một\nhai…"),
        ("nghiêng", 4, "ngh…"),
        ("nghie\u0323\u0302ng", 6, "nghi…"),
        ("... ... ...", 6, "…"),
        ("một hai", 1, "…"),
        ("một hai", 0, ""),
        ("", 0, ""),
    ],
)
def test_truncate(text: str, limit: int, expected: str) -> None:
    assert truncate(text, limit) == expected


@pytest.mark.parametrize("shorten", [truncate, first_sentences])
@pytest.mark.parametrize("text", ["", "a"])
def test_a_negative_limit_is_refused(shorten: Callable[[str, int], str], text: str) -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        shorten(text, -1)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Câu một. Câu hai. Câu ba.", 25, "Câu một. Câu hai. Câu ba."),
        ("Câu một. Câu hai. Câu ba.", 24, "Câu một. Câu hai."),
        ("Câu một. Câu hai. Câu ba.", 17, "Câu một. Câu hai."),
        ("Câu một. Câu hai. Câu ba.", 16, "Câu một."),
        ("Câu một. Câu hai. Câu ba.", 7, "Câu…"),
        ("Thật ư? Thật! Thế à… Vâng ạ.", 20, "Thật ư? Thật! Thế à…"),
        ("Tại TP. Hồ Chí Minh. Sau đó thôi.", 22, "Tại TP. Hồ Chí Minh."),
        ("Tại TP. Hồ Chí Minh. Sau đó thôi.", 15, "Tại TP. Hồ Chí…"),
        ("PGS.TS. Lan đến. Rồi đi.", 17, "PGS.TS. Lan đến."),
        ("Ông Nguyễn V. An đến. Rồi đi.", 24, "Ông Nguyễn V. An đến."),
        ("Mía, sắn, v.v. được trồng. Rồi thôi.", 30, "Mía, sắn, v.v. được trồng."),
        ("Năm 2022. Theo đó thì thôi.", 20, "Năm 2022."),
        ("Gồm: 1. Mục tiêu. 2. Nhiệm vụ.", 21, "Gồm: 1. Mục tiêu."),
        ("1. Mục tiêu chung. Rồi đi.", 20, "1. Mục tiêu chung."),
        ("Ông nói: “Được.” Rồi đi mất.", 20, "Ông nói: “Được.”"),
        ("Tăng 2.012.579 đồng. Rồi giảm.", 22, "Tăng 2.012.579 đồng."),
        ("", 10, ""),
    ],
)
def test_first_sentences(text: str, limit: int, expected: str) -> None:
    assert first_sentences(text, limit) == expected
