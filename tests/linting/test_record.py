"""The rules over a document's record."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from linting.samples import document, only, told, values
from newsportal.linting import lint
from newsportal.model import Signer
from values import article


def test_a_sound_document_gives_nothing() -> None:
    assert told(document()) == []


def test_what_is_no_document_is_let_be() -> None:
    assert lint(article("tin", text="1.000 đồng (Hai nghìn đồng)".encode())) == ()


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("1/QĐ-UBND", "01/QĐ-UBND"),
        ("9/2024/QĐ-UBND", "09/2024/QĐ-UBND"),
    ],
)
def test_numbers_below_ten_take_a_zero(written: str, right: str) -> None:
    item = document(number=written)
    assert told(item) == [("document.number", "document.number", 0)]
    assert values(item) == {"written": written, "right": right}


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("", "QĐ"),
        ("01/QĐ-UBND", "QĐ"),
        ("10/QĐ-UBND", "QĐ"),
        ("/QĐ-UBND", "QĐ"),
        ("/BC-SKHCN", "BC"),
        ("124 / QĐ - UBND", "QĐ"),
        ("05a/QĐ-UBND", "QĐ"),
        ("7-NQ/TW", "NQ"),
        ("132-QĐ/TW", "Quy định"),
        ("101/2024/QH15", "L"),
        ("198/2024/QH15", "NQ"),
        ("15/2024/UBTVQH15", "PL"),
        ("124/SKHCN-QLKH", "CV"),
        ("124/TTr-NV", "CV"),
        ("124/SKHCN-QLKH", ""),
        ("327/GP-ATBXHN", "GP"),
        ("12/QĐ-TTg", "QĐ"),
        ("05/2024/TTLT-BTC-BKHCN", "TTLT"),
        ("chưa có số", "QĐ"),
    ],
)
def test_sound_numbers_give_nothing(number: str, kind: str) -> None:
    assert [each for each in told(document(number=number, type=kind)) if each[0] != "document.unknown_type"] == []


def test_what_stands_around_a_number_is_not_needed() -> None:
    item = document(number="930/QĐ-UBND", written="Số: 930/QĐ-UBND")
    assert told(item) == [("document.number_extra", "document.number", 0)]
    assert values(item) == {"written": "Số: 930/QĐ-UBND", "right": "930/QĐ-UBND"}


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("936/QĐ-UBND ngày 11/3/2024", "936/QĐ-UBND"),
        ("Quyết định 936/QĐ-UBND", "936/QĐ-UBND"),
        ("936 QĐ UBND", "124/QĐ-UBND"),
        ("5 (dự thảo)", "124/QĐ-UBND"),
    ],
)
def test_a_number_that_cannot_be_read_is_told(number: str, right: str) -> None:
    item = document(number=number)
    assert told(item) == [("document.number_form", "document.number", 0)]
    assert values(item) == {"written": number, "right": right}


def test_a_number_without_a_year_needs_a_day_of_issue() -> None:
    assert told(document(number="936/QĐ-UBND", issued=None)) == [("document.issued", "document.number", 0)]
    assert told(document(number="36/2024/QĐ-UBND", issued=None)) == told(document(number="", issued=None)) == []


def test_no_document_is_published_before_it_is_issued() -> None:
    item = dataclasses.replace(document(), date=dt.date(2024, 3, 4))
    assert told(item) == [("document.published", "document.issued", 0)]
    assert told(dataclasses.replace(item, date=dt.date(2024, 3, 5))) == []


@pytest.mark.parametrize("number", ["124", "124/2024"])
def test_a_number_has_a_sign(number: str) -> None:
    item = document(number=number)
    assert told(item) == [("document.sign", "document.number", 0)]
    assert values(item)["right"] == "124/QĐ-UBND"
    assert values(document(number=number, type="CV"))["right"] == "124/UBND-VP"


@pytest.mark.parametrize(
    ("number", "kind"), [("124/KH-UBND", "QĐ"), ("124/UBND-KT", "QĐ"), ("12/TB-UBND", "BC"), ("12/HĐ-UBND", "HD")]
)
def test_sign_and_type_agree(number: str, kind: str) -> None:
    item = document(number=number, type=kind)
    assert told(item) == [("document.type", "document.number", 0)]
    assert values(item) == {"written": number, "type": kind}


def test_the_year_in_the_sign_is_that_of_issue() -> None:
    item = document(number="08/2023/QĐ-UBND")
    assert told(item) == [("document.year", "document.number", 0)]
    assert values(item) == {"written": "2023", "issued": "2024"}
    assert told(document(number="08/2023/QĐ-UBND", issued=None)) == []


@pytest.mark.parametrize(
    ("kind", "meant"),
    [("QD", "QĐ"), ("ttr", "TTr"), ("Quyết định", "QĐ"), ("kế hoạch", "KH"), ("hđ", "HĐ"), ("XYZ", "")],
)
def test_types_are_those_of_the_list(kind: str, meant: str) -> None:
    item = document(number="", type=kind)
    assert told(item) == [("document.unknown_type", "document.type", 0)]
    assert values(item) == {"type": kind, "nearest": meant}


def test_types_in_signs_too() -> None:
    item = document(number="124/QD-UBND")
    assert told(item) == [("document.unknown_type", "document.number", 0)]
    assert values(item) == {"type": "QD", "nearest": "QĐ"}


def test_a_type_of_ones_own_is_told_once() -> None:
    assert told(document(number="12/XYZ-UBND", type="XYZ")) == [("document.unknown_type", "document.type", 0)]


@pytest.mark.parametrize(("number", "issuer", "meant"), [
    ("12/QĐ-SKHHCN", "SKHHCN", "SKHCN"),
    ("12/QĐ-UNBD", "UNBD", "UBND"),
    ("12/QĐ-XYZXYZ", "XYZXYZ", ""),
])  # fmt: skip
def test_issuers_are_those_of_the_list(number: str, issuer: str, meant: str) -> None:
    item = document(number=number)
    assert told(item) == [("document.unknown_issuer", "document.number", 0)]
    assert values(item) == {"issuer": issuer, "nearest": meant}


@pytest.mark.parametrize(
    ("position", "written", "meant"),
    [
        ("KT GIÁM ĐỐC", "KT", "KT."),
        ("Q GIÁM ĐỐC", "Q", "Q."),
        ("Kt. GIÁM ĐỐC, PHÓ GIÁM ĐỐC", "Kt.", "KT."),
        ("P. GIÁM ĐỐC", "P.", ""),
        ("TM. ỦY BAN NHÂN DÂN / KTCT. CHỦ TỊCH", "KTCT.", ""),
    ],
)
def test_authority_to_sign_has_five_abbreviations(position: str, written: str, meant: str) -> None:
    item = document(signer=Signer(position, "Nguyễn Công Bằng"))
    assert told(item) == [("document.signer", "document.signer.position", 0)]
    assert values(item) == {"written": written, "nearest": meant}


@pytest.mark.parametrize(
    "position",
    ["", "GIÁM ĐỐC", "Q. GIÁM ĐỐC", "TUQ. GIÁM ĐỐC, CHÁNH VĂN PHÒNG", "TL.CHỦ TỊCH", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
     "Chủ tịch UBND TP. Sơn Hạ", "PHÓ TRƯỞNG PHÒNG"],
)  # fmt: skip
def test_sound_positions_give_nothing(position: str) -> None:
    assert told(document(signer=Signer(position, "Nguyễn Công Bằng"))) == []


def test_recipients_end_as_the_decree_says() -> None:
    item = document(recipients=("Như Điều 3,", "Sở Tài chính", "Thanh tra tỉnh;", "Lưu: VT, KGVX;"))
    assert told(item) == [("document.recipients", f"document.recipients[{index}]", 0) for index in (0, 1, 3)]
    assert [dict(each.values)["right"] for each in lint(item)] == ["Như Điều 3;", "Sở Tài chính;", "Lưu: VT, KGVX."]


@pytest.mark.parametrize("last", ["Thanh tra tỉnh;", "Thanh tra tỉnh."])
def test_the_last_recipient_is_the_archive(last: str) -> None:
    item = document(recipients=("Lưu: VT;", "Như trên;", last))
    assert told(item) == [("document.archive", "document.recipients[2]", 0)]
    assert values(item) == {"written": last}
    assert told(document(recipients=("Như trên;", "- Lưu: VT."))) == []


@pytest.mark.parametrize(
    ("changes", "field", "later", "earlier"),
    [
        ({"effective": dt.date(2024, 3, 4)}, "document.effective", "effective", "issued"),
        ({"expires": dt.date(2024, 3, 14)}, "document.expires", "expires", "effective"),
        ({"effective": None, "expires": dt.date(2024, 3, 4)}, "document.expires", "expires", "issued"),
    ],
)
def test_dates_come_in_their_order(changes: dict[str, Any], field: str, later: str, earlier: str) -> None:
    item = document(**changes)
    assert told(item) == [("document.order", field, 0)]
    assert values(item) == {"later": later, "earlier": earlier}


def test_dates_on_one_day_are_in_order() -> None:
    day = dt.date(2024, 3, 5)
    assert told(document(effective=day, expires=day)) == []


def test_the_place_may_hold_the_whole_line() -> None:
    item = document(place="An Lĩnh, ngày 5 tháng 03 năm 2024")
    assert (only(item).rule, only(item).field) == ("document.place_date", "document.place")
    item = document(place="An Lĩnh, ngày 06 tháng 3 năm 2024")
    assert (only(item).rule, only(item).field) == ("document.date", "document.place")


def test_an_english_record_has_no_vietnamese_form() -> None:
    item = document(
        "Text", "en", recipients=("All departments",), signer=Signer("P. Director", "A"), number="1/QĐ-UBND"
    )
    assert item.document
    english = dataclasses.replace(item.document, language="en")
    assert told(dataclasses.replace(item, document=english)) == [("document.number", "document.number", 0)]


@pytest.mark.parametrize(
    ("position", "written", "right"),
    [
        ("T/M ỦY BAN NHÂN DÂN", "T/M", "TM."),
        ("K/T CHỦ TỊCH", "K/T", "KT."),
        ("TM. ỦY BAN NHÂN DÂN, K/T CHỦ TỊCH", "K/T", "KT."),
        ("T/L. GIÁM ĐỐC", "T/L.", "TL."),
    ],
)
def test_the_partys_abbreviations_are_not_those_of_the_state(position: str, written: str, right: str) -> None:
    item = document(signer=Signer(position, "Nguyễn Công Bằng"))
    assert told(item) == [("document.signer", "document.signer.position", 0)]
    assert values(item) == {"written": written, "nearest": right}
    signer = Signer(position, "Nguyễn Công Bằng")
    assert told(document(number="36-NQ/TU", type="NQ", signer=signer)) == []
    assert told(document(number="", issuer="Ban Thường vụ Tỉnh ủy An Lĩnh", signer=signer)) == []
