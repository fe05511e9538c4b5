"""Numbers as editors copy them."""

from __future__ import annotations

import pytest

from content.cases import post
from newsportal.content.numbers import tidy_number
from newsportal.model import Article
from sites import TinyPortal
from values import assembled


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("124/QĐ-UBND", "124/QĐ-UBND"),
        ("Số: 930/QĐ-UBND", "930/QĐ-UBND"),
        ("Số 940-NQ/TW", "940-NQ/TW"),
        ("SỐ HIỆU: 15/2026/QĐ-UBND", "15/2026/QĐ-UBND"),
        ("932 / QĐ - UBND", "932/QĐ-UBND"),
        ("935–QĐ/TU", "935-QĐ/TU"),
        ("Số: 01 /BC-KH&CN", "01/BC-KH&CN"),
        ("12a/KH-SKHCN", "12a/KH-SKHCN"),
        ("Số: /BC-SKHCN", "/BC-SKHCN"),
        ("Số: 124", "124"),
        ("936/QĐ-UBND ngày 11/3/2024", "936/QĐ-UBND ngày 11/3/2024"),
        ("TCVN ISO 9001:2015", "TCVN ISO 9001:2015"),
        ("số mới", "số mới"),
        ("chưa có số", "chưa có số"),
        ("", ""),
    ],
)
def test_a_number_stands_alone(written: str, number: str) -> None:
    assert tidy_number(written) == number


def test_the_record_keeps_what_was_written_where_it_is_more(tiny: TinyPortal) -> None:
    tiny.write("vi/van-ban/a.md", post('document: {number: "Số: 930/QĐ-UBND", issued: 2024-03-05}'))
    tiny.write("vi/van-ban/b.md", post('document: {number: "931/QĐ-UBND", issued: 2024-03-05}'))
    found = [item.document for item in assembled(tiny).site.catalog.items if isinstance(item, Article)]
    assert {(each.number, each.written) for each in found if each} == {
        ("930/QĐ-UBND", "Số: 930/QĐ-UBND"),
        ("931/QĐ-UBND", ""),
    }
