"""Several citations of one text, and what they tell of each other."""

from __future__ import annotations

import datetime as dt

import pytest

from newsportal.citations import Caution, CautionCode, Citation, Form, Kind, find

PLAN = "Kế hoạch số 365/KH-UBND"


def briefly(text: str) -> list[tuple[str, str, str]]:
    """(verbatim, type word, number) of every citation."""
    return [(each.verbatim, each.type_word, each.number) for each in find(text)]


def only(text: str) -> Citation:
    (citation,) = find(text)
    return citation


LISTS = {
    "các Quyết định số 12/QĐ-UBND, 15/QĐ-UBND ngày 3/4/2022 và 17/QĐ-UBND đã hết hiệu lực": [
        ("Quyết định số 12/QĐ-UBND", "Quyết định", "12/QĐ-UBND"),
        ("15/QĐ-UBND ngày 3/4/2022", "Quyết định", "15/QĐ-UBND"),
        ("17/QĐ-UBND", "Quyết định", "17/QĐ-UBND"),
    ],
    "các Quyết định: số 12/QĐ-UBND; số 15/QĐ-UBND": [
        ("Quyết định: số 12/QĐ-UBND", "Quyết định", "12/QĐ-UBND"),
        ("15/QĐ-UBND", "Quyết định", "15/QĐ-UBND"),
    ],
    "Quyết định số 12/QĐ-UBND ngày 3/4/2022 của UBND tỉnh, 15/QĐ-UBND": [
        ("Quyết định số 12/QĐ-UBND ngày 3/4/2022", "Quyết định", "12/QĐ-UBND"),
        ("15/QĐ-UBND", "Quyết định", "15/QĐ-UBND"),
    ],
    "từ Quyết định số 12/QĐ-UBND đến số 15/QĐ-UBND": [
        ("Quyết định số 12/QĐ-UBND", "Quyết định", "12/QĐ-UBND"),
        ("15/QĐ-UBND", "Quyết định", "15/QĐ-UBND"),
    ],
    "các quyết định từ số 12/QĐ-UBND đến số 15/QĐ-UBND": [
        ("quyết định từ số 12/QĐ-UBND", "quyết định", "12/QĐ-UBND"),
        ("15/QĐ-UBND", "quyết định", "15/QĐ-UBND"),
    ],
    "Quyết định số 12/QĐ-UBND và Kế hoạch số 45/KH-UBND": [
        ("Quyết định số 12/QĐ-UBND", "Quyết định", "12/QĐ-UBND"),
        ("Kế hoạch số 45/KH-UBND", "Kế hoạch", "45/KH-UBND"),
    ],
    "Quyết định số 12/QĐ-UBND và 45/KH-UBND": [
        ("Quyết định số 12/QĐ-UBND", "Quyết định", "12/QĐ-UBND"),
        ("45/KH-UBND", "", "45/KH-UBND"),
    ],
    "Quyết định số 12/QĐ-UBND đã thay thế 15/QĐ-UBND": [
        ("Quyết định số 12/QĐ-UBND", "Quyết định", "12/QĐ-UBND"),
        ("15/QĐ-UBND", "", "15/QĐ-UBND"),
    ],
    "Decisions No. 12/QĐ-UBND and 15/QĐ-UBND of 3 April 2022": [
        ("Decisions No. 12/QĐ-UBND", "Decisions", "12/QĐ-UBND"),
        ("15/QĐ-UBND of 3 April 2022", "Decisions", "15/QĐ-UBND"),
    ],
    "(Quyết định 731/QĐ-UBND; Quyết định số 713/QĐ-UBND)": [
        ("Quyết định 731/QĐ-UBND", "Quyết định", "731/QĐ-UBND"),
        ("Quyết định số 713/QĐ-UBND", "Quyết định", "713/QĐ-UBND"),
    ],
    "Luật Khiếu nại, Luật tố cáo và Luật hoà giải cơ sở": [
        ("Luật Khiếu nại", "Luật", ""),
        ("Luật tố cáo", "Luật", ""),
        ("Luật hoà giải cơ sở", "Luật", ""),
    ],
}


@pytest.mark.parametrize("text", LISTS)
def test_numbers_share_a_type_word(text: str) -> None:
    assert briefly(text) == LISTS[text]


@pytest.mark.parametrize("text", ["các Quyết định số 12, 13 và 15/QĐ-UBND", "Quyết định số 12; 13; số 15/QĐ-UBND"])
def test_serials_of_a_list_borrow_the_sign_behind_them(text: str) -> None:
    first, second, last = find(text)
    assert (first.verbatim, first.form, first.full) == ("Quyết định số 12", Form.SHORT, "12/QĐ-UBND")
    assert (second.verbatim, second.form, second.full) == ("13", Form.SHORT, "13/QĐ-UBND")
    assert (last.verbatim, last.form, last.full) == ("15/QĐ-UBND", Form.NUMBERED, "")
    assert first.key == find("Quyết định số 12/QĐ-UBND")[0].key


def test_the_ends_of_a_range_with_one_sign() -> None:
    assert [each.full or each.number for each in find("Quyết định số 12 đến 15/QĐ-UBND")] == [
        "12/QĐ-UBND",
        "15/QĐ-UBND",
    ]


def test_a_short_form_stands_for_the_full_one_before_it() -> None:
    text = "Nghị định số 35/2015/NĐ-CP ngày 13/4/2015 về lúa. Theo nghị định số 35 thì khác; Nghị định 111 cũng vậy."
    full, short, other = find(text)
    assert (short.verbatim, short.number, short.form) == ("nghị định số 35", "35", Form.SHORT)
    assert (short.full, short.date, short.key) == ("35/2015/NĐ-CP", dt.date(2015, 4, 13), full.key)
    assert (other.verbatim, other.full, other.kind) == ("Nghị định 111", "", Kind.NORMATIVE)


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị định 35. Nghị định số 35/2015/NĐ-CP.",
        "Nghị định số 35/2015/NĐ-CP, Nghị định số 35/2021/NĐ-CP. Theo Nghị định 35.",
        "Nghị quyết số 35/2015/NQ-HĐND. Theo Nghị định 35.",
    ],
)
def test_a_short_form_that_may_be_several_or_none_stays_open(text: str) -> None:
    (short,) = (each for each in find(text) if each.form is Form.SHORT)
    assert (short.full, short.date, short.issuer) == ("", None, "")


def test_a_year_tells_short_forms_apart() -> None:
    text = "Nghị định số 35/2015/NĐ-CP và Nghị định số 35/2021/NĐ-CP. Theo Nghị định 35/2021 thì khác."
    assert find(text)[-1].full == "35/2021/NĐ-CP"


def test_words_that_are_counted_with_need_a_full_form_before() -> None:
    assert find("Quyết định 100 suất quà") == []
    assert [each.full for each in find("Quyết định số 100/QĐ-TTg. Nay Quyết định 100 đã cũ.")] == ["", "100/QĐ-TTg"]
    assert [each.full for each in find("Đề án số 06/QĐ-TTg; Đề án 06 và Đề án 07")] == ["", "06/QĐ-TTg"]
    assert len(find("Quyết định số 100/QĐ-TTg. Sở quyết định 100 suất quà.")) == 1


CITED = "Quyết định số 124/QĐ-UBND; Kế hoạch số 52/KH-UBND; Chương trình số 15/CTr-UBND; Nghị định số 35/2015/NĐ-CP. "


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định 124 hộ được vay vốn",
        "Quyết định 124 triệu đồng",
        "Quyết định 124 **đơn vị** nhận",
        "Kế hoạch 52 tuần trồng cây",
        "Chương trình 15 ngày đêm",
        "Nghị định 35 năm mới sửa",
    ],
)
def test_what_is_counted_is_no_short_form(text: str) -> None:
    assert len(find(CITED + text)) == len(find(CITED))


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định 124 đã cũ",
        "Quyết định số 124 hộ tịch",
        "Quyết định 124 đồng thời",
        "Kế hoạch 52 xã hội hóa",
        "Nghị định 35 năm 2015",
        "Nghị định 35 ngày 13/4/2015",
        "Nghị định 35 tháng 4/2015",
        "Nghị định 35 ngày … tháng 4 năm 2015",
        "Nghị định 35 của Chính phủ",
        "Nghị định 35 tỉnh Bắc Kạn đã làm",
        "Nghị định 35/2015 người dân",
    ],
)
def test_other_words_leave_short_forms_alone(text: str) -> None:
    *_, last = find(CITED + text)
    assert (last.form, bool(last.full)) == (Form.SHORT, True)


CELLS = {
    "| 1 | 731/QĐ-UBND | 18/5/2023 | Về việc |": dt.date(2023, 5, 18),
    "| 731/QĐ-UBND | ngày 18 tháng 5 năm 2023 |": dt.date(2023, 5, 18),
    "731/QĐ-UBND | **18/5/2023** |": dt.date(2023, 5, 18),
    "| 1 | **Quyết định số 731/QĐ-UBND** | 18/5/2023 |": dt.date(2023, 5, 18),
    "| thay 731/QĐ-UBND | 18/5/2023 |": None,
    "| 731/QĐ-UBND hết hiệu lực | 18/5/2023 |": None,
    "| 731/QĐ-UBND | từ 18/5/2023 |": None,
    "| 731/QĐ-UBND | 18/5/2023 đến nay |": None,
    "| 731/QĐ-UBND | 30/13/2023 |": None,
    "| 731/QĐ-UBND | 03/30 | 18/5/2023 |": None,
    "| 731/QĐ-UBND |\n| 18/5/2023 |": None,
}


@pytest.mark.parametrize("text", CELLS)
def test_a_date_alone_in_the_next_cell_is_the_numbers(text: str) -> None:
    found = only(text)
    day = CELLS[text]
    assert (found.number, found.date, found.year) == ("731/QĐ-UBND", day, day.year if day else None)
    assert found.verbatim.endswith("731/QĐ-UBND")


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\n\n- ", "**\n\n**"])
def test_no_date_is_taken_from_the_next_block(gap: str) -> None:
    assert only(f"Quyết định số 731/QĐ-UBND{gap}Ngày 18/5/2023, Sở họp").date is None


CLAUSES = {
    "Quyết định số 731/QĐ-UBND, ngày 20/4/2023, Sở KH&CN tổ chức hội nghị.": None,
    "Quyết định số 731/QĐ-UBND, ngày 20/4/2023, tại hội trường": None,
    "Quyết định số 731/QĐ-UBND, ngày 20/4/2023 của UBND tỉnh": dt.date(2023, 4, 20),
    "Quyết định số 731/QĐ-UBND, ngày 20/4/2023, về việc": dt.date(2023, 4, 20),
    "Quyết định số 731/QĐ-UBND ngày 20/4/2023, Sở KH&CN tổ chức hội nghị.": dt.date(2023, 4, 20),
}


@pytest.mark.parametrize("text", CLAUSES)
def test_a_date_may_begin_the_next_clause(text: str) -> None:
    assert only(text).date == CLAUSES[text]


def test_a_number_may_be_glued_to_the_word_for_it() -> None:
    assert [each.number for each in find("số124/QĐ-UBND và số.125/QĐ-UBND, No.57-NQ/TW")] == [
        "124/QĐ-UBND", "125/QĐ-UBND", "57-NQ/TW",
    ]  # fmt: skip


@pytest.mark.parametrize("gap", ["\n", " \n", "\n  "])
def test_a_line_may_end_after_the_hyphen(gap: str) -> None:
    found = only(f"Quyết định số 731/QĐ-{gap}UBND ngày 18/5/2023")
    assert (found.number, found.date) == ("731/QĐ-UBND", dt.date(2023, 5, 18))


def test_a_first_letter_is_not_mended() -> None:
    found = only("Hợp đồng số 05/2024/HĐ-ĐTKHCN")
    assert (found.number, found.warnings) == ("05/2024/HĐ-ĐTKHCN", ())


def test_zeros_before_a_serial_make_no_difference() -> None:
    one, other = find("Thông tư số 01/2020/TT-BKHCN và Thông tư 1/2020/TT-BKHCN")
    assert (one.number, other.number) == ("01/2020/TT-BKHCN", "1/2020/TT-BKHCN")
    assert one.key == other.key


def test_a_repeated_number_takes_the_year_of_the_dated_one() -> None:
    dated, again = find(f"{PLAN} ngày 3/4/2022; theo {PLAN} thì")
    assert (again.date, again.year, again.key) == (None, 2022, dated.key)
    assert [each.year for each in find(f"theo {PLAN}; {PLAN} ngày 3/4/2022")] == [None, 2022]
    two_years = f"{PLAN} ngày 3/4/2022; {PLAN} ngày 3/4/2023; {PLAN}"
    assert [each.year for each in find(two_years)] == [2022, 2023, None]
    assert find(f"{PLAN} ngày 3/4/2022; Kế hoạch số 365/KH-SKHCN")[1].year is None


BLANKS = {
    "Số: /BC-SKHCN": ("Số: /BC-SKHCN", "", "/BC-SKHCN", Kind.ADMINISTRATIVE, None),
    "Số:      /QĐ-UBND": ("Số:      /QĐ-UBND", "", "/QĐ-UBND", Kind.ADMINISTRATIVE, None),
    "Số: ……/KH-UBND": ("Số: ……/KH-UBND", "", "/KH-UBND", Kind.ADMINISTRATIVE, None),
    "SỐ .../2026/QĐ-UBND": ("SỐ .../2026/QĐ-UBND", "", "/2026/QĐ-UBND", Kind.NORMATIVE, 2026),
    "Số:     -NQ/TU": ("Số:     -NQ/TU", "", "-NQ/TU", Kind.PARTY, None),
    "Quyết định số    /QĐ-UBND ngày   /3/2026": (
        "Quyết định số    /QĐ-UBND ngày   /3/2026",
        "Quyết định",
        "/QĐ-UBND",
        Kind.ADMINISTRATIVE,
        2026,
    ),
}


@pytest.mark.parametrize("text", BLANKS)
def test_a_header_without_its_number_yet(text: str) -> None:
    found = only(text)
    assert (found.verbatim, found.type_word, found.number, found.kind, found.year) == BLANKS[text]
    assert (found.form, found.serial, found.date) == (Form.BLANK, "", None)


AGENCIES = {
    "Quyết định số 124/QĐ-UBND ngày 16/3/2022 của UBND tỉnh An Lĩnh về việc": "UBND tỉnh An Lĩnh",
    "Quyết định số 124/QĐ-UBND của UBND tỉnh ban hành": "UBND tỉnh",
    "Quyết định số 996/QĐ-TTg của Thủ tướng Chính phủ về": "Thủ tướng Chính phủ",
    "Nghị quyết số 11/NQ-CP của Chính phủ và tình hình": "Chính phủ",
    "Chỉ thị số 24-CT/TU ngày 14/11/2022 của Ban Thường vụ Tỉnh ủy về": "Ban Thường vụ Tỉnh ủy",
    "Nghị quyết số 36-NQ/TW của Bộ Chính trị về": "Bộ Chính trị",
    "Thông tư số 13/2021/TT-BKHCN của Bộ Khoa học và Công nghệ quy định": "Bộ Khoa học và Công nghệ",
    "Thông tư số 13/2021/TT-BKHCN của Bộ trưởng Bộ KH&CN quy định": "Bộ trưởng Bộ KH&CN",
    "Kế hoạch 12/KH-UBND do Uỷ ban nhân dân thành phố Hồ Chí Minh làm": "Uỷ ban nhân dân thành phố Hồ Chí Minh",
    "Nghị quyết số 07/NQ-HĐND của HĐND xã Vân Trà về": "HĐND xã Vân Trà",
    "Decision No. 12/QĐ-UBND of the Provincial People’s Committee. Then": "Provincial People’s Committee",
    "Decision No. 12/QĐ-UBND by the People's Committee of An Lĩnh Province": "People's Committee of An Lĩnh Province",
    "Quyết định số 12/QĐ-UBND của tỉnh": "",
    "Quyết định số 12/QĐ-UBND về việc của UBND tỉnh": "",
}


@pytest.mark.parametrize("text", AGENCIES)
def test_the_issuer_in_words_is_told_apart(text: str) -> None:
    found = only(text)
    assert found.agency == AGENCIES[text]
    assert not found.agency or found.agency not in found.verbatim


def test_a_date_behind_the_issuer_belongs_to_the_citation() -> None:
    found = only("theo Quyết định số 12/QĐ-UBND của UBND tỉnh An Lĩnh ngày 3/4/2022 về việc")
    assert found.verbatim == "Quyết định số 12/QĐ-UBND của UBND tỉnh An Lĩnh ngày 3/4/2022"
    assert (found.date, found.agency) == (dt.date(2022, 4, 3), "UBND tỉnh An Lĩnh")
    assert only("Quyết định số 12/QĐ-UBND của UBND tỉnh, ngày 3/4/2022 Sở họp").date is None


CAUTIONS = {
    "Quyết định số 124/QD-UBND": ("124/QĐ-UBND", CautionCode.MISSPELT, "QD", "QĐ"),
    "Nghị định số 13/2022/ND-CP": ("13/2022/NĐ-CP", CautionCode.MISSPELT, "ND", "NĐ"),
    "Nghị quyết số 07/NQ-HDND": ("07/NQ-HĐND", CautionCode.MISSPELT, "HDND", "HĐND"),
    "Kế hoạch số 12/KH-SKHHCN": ("12/KH-SKHCN", CautionCode.MISSPELT, "SKHHCN", "SKHCN"),
    "Báo cáo số 12/BC-SKHCHN": ("12/BC-SKHCN", CautionCode.MISSPELT, "SKHCHN", "SKHCN"),
    "Kế hoạch số 12/KH-SKCHN": ("12/KH-SKHCN", CautionCode.MISSPELT, "SKCHN", "SKHCN"),
    "Thông tư số 13/2021/TT-BKHCHN": ("13/2021/TT-BKHCN", CautionCode.MISSPELT, "BKHCHN", "BKHCN"),
    "Quyết định số 12/QĐ-UNBD": ("12/QĐ-UBND", CautionCode.MISSPELT, "UNBD", "UBND"),
    "Quyết định số 12/QĐ.UBND": ("12/QĐ-UBND", CautionCode.MISSPELT, "QĐ.UBND", "QĐ-UBND"),
    "Công văn số 12/CV.SKHCN-VP": ("12/CV-SKHCN-VP", CautionCode.MISSPELT, "CV.SKHCN-VP", "CV-SKHCN-VP"),
    "QCVN 01:2015/BKHCHN": ("01:2015/BKHCN", CautionCode.MISSPELT, "BKHCHN", "BKHCN"),
    "Quyết định số 12/2021/QĐ-UBND ngày 3/4/2022": ("12/2021/QĐ-UBND", CautionCode.YEAR, "2021", "2022"),
    "Quyết định số 12/QĐ-UBND ngày 31/02/2023": ("12/QĐ-UBND", CautionCode.NO_SUCH_DATE, "31/02/2023", ""),
    "Quyết định số 12/QĐ-UBND ngày 16/13/2023": ("12/QĐ-UBND", CautionCode.NO_SUCH_DATE, "16/13/2023", ""),
    "Kế hoạch số 12/QĐ-UBND": ("12/QĐ-UBND", CautionCode.TYPE, "Kế hoạch", "Quyết định"),
    "Luật Thanh tra năm 2022 ngày 14/11/2010": ("", CautionCode.YEAR, "2022", "2010"),
}


@pytest.mark.parametrize("text", CAUTIONS)
def test_doubts_are_told(text: str) -> None:
    found = only(text)
    number, code, written, meant = CAUTIONS[text]
    assert (found.number, found.warnings) == (number, (Caution(code, written, meant),))


@pytest.mark.parametrize(
    ("text", "number"), [("Nghị định số 81/CP.HĐND họp", "81/CP"), ("Quyết định 5/QĐ.Sở họp", "5/QĐ")]
)
def test_a_dot_ends_a_sign_but_before_an_issuer(text: str, number: str) -> None:
    assert (only(text).number, only(text).warnings) == (number, ())


def test_an_impossible_date_is_none_but_tells_its_year() -> None:
    found = only("Quyết định số 12/QĐ-UBND ngày 31/02/2023")
    assert (found.date, found.year) == (None, 2023)


@pytest.mark.parametrize("text", ["Quy định 132-QĐ/TW", "Kế hoạch số 12/KH-XYZT-A", "Kế hoạch số 12/KH-STX"])
def test_customs_and_strangers_give_no_doubt(text: str) -> None:
    assert only(text).warnings == ()


LAWS = {
    "Luật Thi đua, khen thưởng năm 2022 quy định": (
        "Luật Thi đua, khen thưởng năm 2022",
        "Luật Thi đua, khen thưởng",
        2022,
    ),
    "Luật khoa học và công nghệ; Luật": ("Luật khoa học và công nghệ", "Luật Khoa học và công nghệ", None),
    "Luật Thanh tra năm 2022 ngày 14/11/2022 có": ("Luật Thanh tra năm 2022 ngày 14/11/2022", "Luật Thanh tra", 2022),
    "theo Luật Đất đai 2024 thì": ("Luật Đất đai 2024", "Luật Đất đai", 2024),
    "theo Luật Đất đai (năm 2013) thì": ("Luật Đất đai (năm 2013)", "Luật Đất đai", 2013),
    "theo luật đất đai năm 2013": ("luật đất đai năm 2013", "Luật Đất đai", 2013),
    "theo Luật KH&CN 2013 thì": ("Luật KH&CN 2013", "Luật Khoa học và công nghệ", 2013),
    "theo Luật KHCN, thì": ("Luật KHCN", "Luật Khoa học và công nghệ", None),
    "Luật KH,CN&ĐMST năm 2025": ("Luật KH,CN&ĐMST năm 2025", "Luật Khoa học, công nghệ và đổi mới sáng tạo", 2025),
    "Bộ luật Dân sự năm 2015": ("Bộ luật Dân sự năm 2015", "Bộ luật Dân sự", 2015),
    "bộ luật lao động": ("bộ luật lao động", "Bộ luật Lao động", None),
    "Luật Trồng rừng ven biển năm 2031": ("Luật Trồng rừng ven biển năm 2031", "Luật Trồng rừng ven biển", 2031),
    "Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu năm 2025": (
        "Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu năm 2025",
        "Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu",
        2025,
    ),
    "the Law on Inspection of 2022, then": ("Law on Inspection of 2022", "Luật Thanh tra", 2022),
    "the Law on Coastal Tree Planting and": ("Law on Coastal Tree Planting", "Law on Coastal Tree Planting", None),
}


@pytest.mark.parametrize("text", LAWS)
def test_laws_by_name(text: str) -> None:
    found = only(text)
    assert (found.verbatim, found.name, found.year) == LAWS[text]
    assert (found.form, found.number, found.kind, found.type) == (Form.NAMED, "", Kind.ASSEMBLY, "L")


def test_a_law_with_its_number_keeps_its_name() -> None:
    found = only("theo Luật hoà giải ở cơ sở số 35/2013/QH13 ngày 20/6/2013.")
    assert found.verbatim == "Luật hoà giải ở cơ sở số 35/2013/QH13 ngày 20/6/2013"
    assert (found.form, found.name) == (Form.NUMBERED, "Luật Hòa giải ở cơ sở")
    assert found.key == only("Luật số 35/2013/QH13").key


def test_laws_in_both_languages_are_one() -> None:
    assert only("Luật Thanh tra năm 2022").key == only("the Law on Inspection of 2022").key
    assert only("Luật Thanh tra năm 2022").key != only("Luật Thanh tra năm 2010").key


def test_nothing_is_found_in_nothing() -> None:
    assert find("") == find("/") == find("CVN") == find("uật ") == find("số 1") == []
