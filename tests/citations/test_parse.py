"""A document's own number."""

from __future__ import annotations

import pytest

from newsportal.citations import Kind, Number, parse_number

NUMBERS = {
    "124/QĐ-UBND": Number("124/QĐ-UBND", "124", None, "QĐ", "UBND", Kind.ADMINISTRATIVE),
    "15/2026/QĐ-UBND": Number("15/2026/QĐ-UBND", "15", 2026, "QĐ", "UBND", Kind.NORMATIVE),
    "36-NQ/TW": Number("36-NQ/TW", "36", None, "NQ", "TW", Kind.PARTY),
    "101/2023/QH15": Number("101/2023/QH15", "101", 2023, "", "QH", Kind.ASSEMBLY),
    "1234/UBND-KGVX": Number("1234/UBND-KGVX", "1234", None, "CV", "UBND", Kind.ADMINISTRATIVE),
    " 124 / QĐ - UBND ": Number("124/QĐ-UBND", "124", None, "QĐ", "UBND", Kind.ADMINISTRATIVE),
    "01/TT-BKH&CN": Number("01/TT-BKHCN", "01", None, "TT", "BKHCN", Kind.ADMINISTRATIVE),
    "12/QĐ-XYZ": Number("12/QĐ-XYZ", "12", None, "QĐ", "XYZ", Kind.ADMINISTRATIVE),
    "12/XYZ": Number("12/XYZ", "12", None, "", "XYZ", Kind.ADMINISTRATIVE),
    "QCVN 01:2015/BKHCN": Number("01:2015/BKHCN", "01", 2015, "QCVN", "BKHCN", Kind.STANDARD),
    "TCVN ISO/IEC 17025:2017": Number(
        "TCVN ISO/IEC 17025:2017", "ISO/IEC 17025", 2017, "TCVN", "", Kind.STANDARD
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_are_read(text: str) -> None:
    assert parse_number(text) == NUMBERS[text]


NO_NUMBERS = """

124
số 124/QĐ-UBND
/QĐ-UBND
-NQ/TU
124/
QĐ-UBND
16/3/2022
13/14 mẫu
124/QĐ-UBND và 12/KH-UBND
124/QĐ-UBND.pdf
chưa có số
12-NQ/2022/TU
ISO 9001:2015
"""


@pytest.mark.parametrize("text", NO_NUMBERS.splitlines())
def test_anything_else_is_none(text: str) -> None:
    assert parse_number(text) is None


def test_doubts_are_told() -> None:
    number = parse_number("12/KH-SKHHCN")
    assert number is not None
    assert [doubt.written for doubt in number.warnings] == ["SKHHCN"]


def test_keys_disregard_zeros_in_front() -> None:
    one, other = parse_number("01/2020/TT-BKHCN"), parse_number("1/2020/TT-BKHCN")
    assert one is not None
    assert other is not None
    assert one.key == other.key
    zero = parse_number("00/KH-UBND")
    assert zero is not None
    assert zero.key.serial == "00"
