"""Whether two names can be the same body."""

from __future__ import annotations

import pytest

from newsportal.citations import agencies_agree

AGREEING = (
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh An Lĩnh"),
    ("Uỷ ban nhân dân tỉnh", "UBND tỉnh"),
    ("ỦY BAN NHÂN DÂN TỈNH AN LĨNH", "UBND tỉnh An Lĩnh"),
    ("UBND", "UBND tỉnh An Lĩnh"),
    ("Chủ tịch UBND tỉnh", "UBND tỉnh An Lĩnh"),
    ("HĐND tỉnh", "Hội đồng nhân dân tỉnh An Lĩnh"),
    ("Thường trực HĐND tỉnh", "HĐND tỉnh An Lĩnh"),
    ("Sở KH&CN", "Sở Khoa học và Công nghệ tỉnh An Lĩnh"),
    ("Sở KHCN", "Sở Khoa học và Công nghệ"),
    ("Bộ KH&CN", "Bộ Khoa học và Công nghệ"),
    ("Bộ trưởng Bộ Khoa học và Công nghệ", "Bộ KH&CN"),
    ("Bộ TT&TT", "Bộ Thông tin và Truyền thông"),
    ("Thủ tướng", "Thủ tướng Chính phủ"),
    ("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy An Lĩnh"),
    ("Trung ương", "Bộ Chính trị"),
    ("UBND thành phố Đà Nẵng", "UBND TP. Đà Nẵng"),
    ("UBND tỉnh Bà Rịa - Vũng Tàu", "Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu"),
    ("Provincial People’s Committee", "Ủy ban nhân dân tỉnh An Lĩnh"),
    ("People's Committee of An Lĩnh Province", "UBND tỉnh An Lĩnh"),
    ("Department of Science and Technology", "Sở Khoa học và Công nghệ"),
    ("Government", "Chính phủ"),
    ("Hội Làm vườn", "Hội  làm vườn"),
    ("tỉnh An Lĩnh", "UBND tỉnh"),
    ("tỉnh An Lĩnh", "Hội đồng nhân dân tỉnh An Lĩnh"),
    ("", "UBND tỉnh"),
    ("UBND tỉnh", " "),
)
DISAGREEING = (
    ("UBND tỉnh Bắc Kạn", "Ủy ban nhân dân tỉnh An Lĩnh"),
    ("UBND huyện", "UBND tỉnh"),
    ("tỉnh Gia Lai", "Ủy ban nhân dân tỉnh An Lĩnh"),
    ("huyện Đắk Tô", "UBND tỉnh"),
    ("UBND xã Vân Trà", "UBND xã Phú Thành"),
    ("UBND tỉnh", "HĐND tỉnh"),
    ("Chính phủ", "Thủ tướng Chính phủ"),
    ("Bộ Khoa học và Công nghệ", "Sở Khoa học và Công nghệ"),
    ("Sở KH&CN", "Sở TT&TT"),
    ("Bộ Chính trị", "Ban Bí thư"),
    ("People's Committee of Bắc Kạn Province", "UBND tỉnh An Lĩnh"),
    ("Hội Làm vườn", "Hội Nông dân"),
)


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_names_of_one_body(one: str, other: str) -> None:
    assert agencies_agree(one, other)
    assert agencies_agree(other, one)


@pytest.mark.parametrize(("one", "other"), DISAGREEING)
def test_names_of_two_bodies(one: str, other: str) -> None:
    assert not agencies_agree(one, other)
    assert not agencies_agree(other, one)
