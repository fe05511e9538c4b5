"""Which document a citation means, and when nobody can tell."""

from __future__ import annotations

import datetime as dt

import pytest

from documents.samples import links, paper, refer
from newsportal.citations import Reference
from newsportal.documents import DocumentIndex, Resolution

DEPARTMENT = "Sở Khoa học và Công nghệ tỉnh An Lĩnh"
PAPERS = (
    paper("qd-12", "12/QĐ-UBND", dt.date(2022, 3, 4), date=dt.date(2022, 3, 7)),
    paper("qd-12-cu", "12/QĐ-UBND", dt.date(2019, 3, 4), date=dt.date(2019, 3, 7)),
    paper("qd-12-qppl", "12/2022/QĐ-UBND", dt.date(2022, 5, 6)),
    paper("qd-731", "731/QĐ-UBND", dt.date(2019, 5, 10)),
    paper("kh-31", "31/KH-SKHCN", dt.date(2026, 1, 16), DEPARTMENT),
    paper("kh-31-tinh", "31/KH-UBND", dt.date(2026, 1, 20)),
    paper("chua-co-so", "", None),
    paper("khong-ngay", "77/KH-UBND", None),
    paper("nq-khong-ngay", "9/2023/NQ-HĐND", None, "Hội đồng nhân dân tỉnh An Lĩnh"),
)
INDEX = DocumentIndex(PAPERS, links)


def _keys(*names: str) -> tuple[str, ...]:
    return tuple(f"van-ban/{name}" for name in names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quyết định số 12/QĐ-UBND ngày 04/3/2022", "qd-12"),
        ("Quyết định số 12/QĐ-UBND ngày 04/3/2019", "qd-12-cu"),
        ("quyết định 12/QĐ-UBND ngày 4 tháng 3 năm 2022 của UBND tỉnh", "qd-12"),
        ("Quyết định số 12/QĐ-UBND năm 2022", "qd-12"),
        ("Nghị quyết số 9/2023/NQ-HĐND ngày 5/6/2023", "nq-khong-ngay"),
        ("Quyết định số 12/2022/QĐ-UBND", "qd-12-qppl"),
        ("Kế hoạch số 31/KH-SKHCN ngày 16/01/2026", "kh-31"),
        ("Kế hoạch số 31/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh An Lĩnh", "kh-31-tinh"),
        ("Decision No. 12/QĐ-UBND of 4 March 2022", "qd-12"),
    ],
)
def test_means_the_document_whose_issuer_type_number_and_year_agree(text: str, name: str) -> None:
    assert INDEX.resolve(refer(text)) == Resolution(_keys(name)[0])


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Quyết định số 12/QĐ-UBND", ("qd-12-cu", "qd-12")),
        ("Quyết định số 731/QĐ-UBND", ("qd-731",)),
        ("Kế hoạch số 77/KH-UBND", ("khong-ngay",)),
        ("Quyết định số 12/QĐ-UBND ngày 30/12/2022", ("qd-12",)),
        ("Quyết định số 12/2022/QĐ-UBND ngày 30/12/2022", ("qd-12-qppl",)),
    ],
)
def test_without_a_year_or_with_another_day_it_only_may_mean_them(text: str, candidates: tuple[str, ...]) -> None:
    assert INDEX.resolve(refer(text)) == Resolution("", _keys(*candidates))


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 713/QĐ-UBND ngày 10/5/2019",  # a near twin
        "Quyết định số 731/QĐ-UBND ngày 10/5/2020",  # the year
        "Quyết định số 731/QĐ-UBND ngày 10/5/2019 của UBND tỉnh Bắc Kạn",  # another province
        "UBND tỉnh Bắc Kạn đã ban hành Quyết định số 731/QĐ-UBND ngày 10/5/2019",
        "Quyết định số 731/QĐ-UBND ngày 10/5/2019 của tỉnh Bắc Kạn",
        "Quyết định số 731/QĐ-UBND ngày 10/5/2019 (UBND tỉnh Bắc Kạn)",
        "UBND xã Vân Trà vừa ký Quyết định số 731/QĐ-UBND ngày 1/2/2019",
        "Chỉ thị số 731/CT-UBND ngày 10/5/2019",  # the type
        "Quyết định số 731/QĐ-SKHCN ngày 10/5/2019",  # the issuer
        "Kế hoạch số 77/KH-UBND ngày 10/5/2019",  # the document tells no year itself
    ],
)
def test_means_nothing_here_where_one_part_differs(text: str) -> None:
    assert INDEX.resolve(refer(text)) == Resolution()


def test_twins_of_one_year_are_told_apart_by_the_day_or_the_issuer() -> None:
    index = DocumentIndex((
        paper("tinh", "05/QĐ-UBND", dt.date(2024, 1, 9)),
        paper("thanh-pho", "05/QĐ-UBND", dt.date(2024, 1, 12), "Ủy ban nhân dân thành phố Trung Lĩnh"),
    ), links)  # fmt: skip
    both = _keys("thanh-pho", "tinh")
    assert index.resolve(refer("Quyết định số 05/QĐ-UBND năm 2024")).candidates == both
    assert index.resolve(refer("Quyết định số 05/QĐ-UBND ngày 10/01/2024")).candidates == both
    assert index.resolve(refer("Quyết định số 05/QĐ-UBND ngày 09/01/2024")) == Resolution(_keys("tinh")[0])
    named = refer("Quyết định số 05/QĐ-UBND năm 2024 của UBND tỉnh An Lĩnh")
    assert index.resolve(named) == Resolution(_keys("tinh")[0])


def test_a_reference_survives_being_kept_as_text() -> None:
    reference = refer("Quy định 132-QĐ/TW ngày 08/3/2018 của Bộ Chính trị")
    assert Reference.decoded(reference.encoded()) == reference
    assert (reference.word, reference.type) == ("Quy định", "QĐ")


@pytest.mark.parametrize(
    ("agency", "place"),
    [
        ("UBND tỉnh", ""),
        ("UBND tỉnh An Lĩnh", ""),
        ("UBND An Lĩnh", ""),
        ("Ban Thường vụ Tỉnh uỷ An Lĩnh", ""),
        ("People's Committee of An Lĩnh Province", ""),
        ("Sở Lao động - Thương binh và Xã hội tỉnh An Lĩnh", ""),
        ("UBND tỉnh An", "tỉnh An"),
        ("UBND TP", "thành phố"),
        ("UBND TP. Trung Lĩnh", "thành phố Trung Lĩnh"),
        ("Thành ủy Trung Lĩnh", "thành phố Trung Lĩnh"),
        ("Ban Thường vụ Tỉnh ủy Gia Lai", "tỉnh Gia Lai"),
        ("UBND Gia Lai", "Gia Lai"),
        ("People's Committee of Gia Lai Province", "tỉnh Gia Lai"),
    ],
)
def test_the_place_of_an_issuer_elsewhere(agency: str, place: str) -> None:
    reference = refer("Quyết định số 12/QĐ-UBND ngày 04/3/2022")._replace(agency=agency)
    assert reference.place(DEPARTMENT) == place


def test_a_citys_own_committee_needs_no_name() -> None:
    reference = refer("Quyết định số 12/QĐ-UBND ngày 04/3/2022")._replace(agency="UBND TP")
    assert reference.place("Sở Khoa học và Công nghệ thành phố Trung Lĩnh") == ""
