"""Vietnamese dictionary order."""

import random
import unicodedata

import pytest

from newsportal.text import collation_key

ORDERS = {
    "standard": (
        "An Giang, Ăn, Ấp Bắc, ba, bà, bả, bã, bá, bạ, Bảo, Báo cáo, Dầu, Đà Nẵng, Đắk Lắk, Đề án, Em, Êa, Thuỷ, Thủy"
    ),
    "letters": "a, ă, â, b, c, d, đ, e, ê, f, g, h, i, j, k, l, m, n, o, ô, ơ, p, q, r, s, t, u, ư, v, w, x, y, z",
    "tones of each vowel": "a, à, ả, ã, á, ạ, ă, ằ, ẳ, ẵ, ắ, ặ, â, ầ, ẩ, ẫ, ấ, ậ",
    "letters before tones": "bạ, bac, bàc, bác, bách, băc",
    "a space before letters": "ba, bà, Ba Vì, bac, Bắc, Bắc Kạn, Bắc Ninh",
    "numbers": "Quý 1, Quý 2, Quý 10, số 9, số 09, số 10, số 100, số 731",
    "small letters first": "ban, Ban, BAN, bàn",
    "tone placement": "hoa, Hoà, Hòa, hoá, hoan",
    "signs, numbers, letters": "“Đề tài”, 5 năm, An, Ю",
    "d": "da, dê, du, đa, đê, đu",
    "foreign letters": "Ma, Muller, Müller, Mun",
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_order(order: str) -> None:
    expected = order.split(", ")
    for seed in range(5):
        shuffled = random.Random(seed).sample(expected, len(expected))
        assert sorted(shuffled, key=collation_key) == expected


def test_keys_ignore_the_normal_form() -> None:
    text = "Uỷ ban Đắk Lắk"
    assert collation_key(text) == collation_key(unicodedata.normalize("NFD", text))


def test_the_text_decides_last() -> None:
    one, other = collation_key("Thủy"), collation_key("Thuỷ")
    assert one[:3] == other[:3]
    assert one != other


def test_very_long_numbers_have_an_order() -> None:
    assert collation_key("9" * 5000) < collation_key("1" + "0" * 5000)
