"""What stands around the text of a document."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from newsportal.model import Agency, Document, Signer
from newsportal.views.sheet import Sheet, sheet
from values import PAPERS, article, settings

REPORT = Document(
    number="412/BC-SKHCN",
    type="BC",
    issued=dt.date(2026, 9, 5),
    issuer="Sở Khoa học và Công nghệ tỉnh An Lĩnh",
    place="An Lĩnh",
    subject="Kết quả công tác 9 tháng",
    signer=Signer("KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC", "Lương Thị Minh Hà"),
    recipients=("UBND tỉnh;", "Lưu: VT."),
    legal_basis=("Luật số 93/2025/QH15",),
)
DECISION = replace(REPORT, number="15/2026/QĐ-UBND", type="QĐ", issuer="Ủy ban nhân dân tỉnh An Lĩnh")
LETTER = replace(REPORT, type="CV", subject="Về việc đề xuất nhiệm vụ")


def made(document: Document, text: str = "Nội dung.", language: str = "vi") -> Sheet | None:
    item = article("bao-cao", section=PAPERS.id, title="Báo cáo số 412", document=document, language=language)
    return sheet(item, settings(), text)


def lines(document: Document, text: str = "Nội dung.") -> Sheet:
    found = made(document, text)
    assert found
    return found


def test_a_report() -> None:
    assert made(REPORT) == Sheet(
        superior="UBND TỈNH AN LĨNH",
        issuer="SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        nation="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        motto="Độc lập - Tự do - Hạnh phúc",
        number="Số: 412/BC-SKHCN",
        about="",
        place_date="An Lĩnh, ngày 05 tháng 9 năm 2026",
        type_name="BÁO CÁO",
        subject="Kết quả công tác 9 tháng",
        basis=(),
        recipients=("UBND tỉnh;", "Lưu: VT."),
        position=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        signer="Lương Thị Minh Hà",
    )


def test_an_empty_record_leaves_room() -> None:
    found = lines(Document())
    assert (found.superior, found.issuer, found.type_name, found.signer) == ("", "", "", "")
    assert found.number.split() == ["Số:"]
    assert found.place_date.split() == ["ngày", "tháng", "năm"]
    assert found.subject == "Báo cáo số 412"


@pytest.mark.parametrize(
    ("number", "kind", "sign"),
    [("", "KH", "/KH"), ("/BC-SKHCN", "BC", "/BC-SKHCN"), ("  /BC-SKHCN", "", "/BC-SKHCN"), ("", "CV", "")],
)
def test_a_number_to_come(number: str, kind: str, sign: str) -> None:
    found = lines(Document(number=number, type=kind)).number
    word, *rest = found.split()
    assert (word, "".join(rest)) == ("Số:", sign)
    assert found.startswith("Số:" + "\N{NO-BREAK SPACE}" * 8)


def test_a_letter_has_its_subject_below_its_number() -> None:
    found = lines(LETTER)
    assert (found.about, found.type_name, found.subject) == ("V/v đề xuất nhiệm vụ", "", "")
    assert lines(replace(LETTER, subject="UBND xã đề nghị")).about == "V/v UBND xã đề nghị"
    assert lines(replace(LETTER, subject="Đề xuất")).about == "V/v đề xuất"


def test_the_basis_stands_above_decisions_that_do_not_tell_it_themselves() -> None:
    assert lines(DECISION).basis == ("Căn cứ Luật số 93/2025/QH15;",)
    written = replace(DECISION, legal_basis=("Căn cứ Luật số 93/2025/QH15;", "Nghị định 1."))
    assert lines(written).basis == ("Căn cứ Luật số 93/2025/QH15;", "Căn cứ Nghị định 1;")
    assert lines(DECISION, "Mở đầu.\nCăn cứ Luật Khoa học;").basis == ()


@pytest.mark.parametrize(
    ("issuer", "superior", "shown"),
    [
        ("Ủy ban nhân dân tỉnh An Lĩnh", "", "ỦY BAN NHÂN DÂN TỈNH AN LĨNH"),
        ("Sở Tài chính", "", "SỞ TÀI CHÍNH"),
        ("Sở Y tế thành phố Sông Giang", "UBND THÀNH PHỐ SÔNG GIANG", "SỞ Y TẾ"),
        ("Trung tâm Thông tin", "SỞ KHOA HỌC", "TRUNG TÂM THÔNG TIN"),
    ],
)
def test_the_body_above_the_issuer(issuer: str, superior: str, shown: str) -> None:
    names, empty = {"vi": "Trung tâm Thông tin", "en": "Centre"}, {"vi": "", "en": ""}
    agency = Agency(names, {"vi": "Sở Khoa học", "en": "Department"}, empty, empty)
    item = article("a", section=PAPERS.id, document=Document(issuer=issuer))
    found = sheet(item, settings(agency=agency), "")
    assert found
    assert (found.superior, found.issuer) == (superior, shown)


def test_the_party_has_its_own_form() -> None:
    found = lines(replace(REPORT, number="24-CT/TU", type="CT", issuer="Tỉnh ủy An Lĩnh"))
    assert (found.nation, found.motto, found.number) == ("ĐẢNG CỘNG SẢN VIỆT NAM", "", "Số 24-CT/TU")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Giám đốc", ("GIÁM ĐỐC",)),
        ("Giám đốc Sở, Trưởng ban", ("GIÁM ĐỐC SỞ, TRƯỞNG BAN",)),
        ("TM. ỦY BAN NHÂN DÂN, KT. Chủ tịch, Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("T/M BAN THƯỜNG VỤ, BÍ THƯ", ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")),
        ("", ()),
    ],
)
def test_a_line_for_each_authority(written: str, shown: tuple[str, ...]) -> None:
    assert lines(Document(signer=Signer(written, "Lê Hà"))).position == shown


def test_what_is_no_document_has_no_sheet() -> None:
    assert made(REPORT, language="en") is None
    assert made(REPORT, "UBND TỈNH\nĐộc lập - Tự do - Hạnh phúc\nSố: 1") is None
    assert sheet(article("tin"), settings(), "") is None
