"""Who issued a document: in front of its number, behind it in other words, and as said before in the text."""

from __future__ import annotations

import datetime as dt

import pytest

from newsportal.citations import find, reference_of

DECISION = "Quyết định số 124/QĐ-UBND"
DATED = f"{DECISION} ngày 16/3/2022"
DAY = dt.date(2022, 3, 16)

IN_FRONT = {
    f"UBND tỉnh Gia Lai đã ban hành {DATED}.": "UBND tỉnh Gia Lai",
    f"Tại Gia Lai, Chủ tịch UBND tỉnh ký {DATED}": "Chủ tịch UBND tỉnh",
    f"Ngày 1/2/2024, UBND tỉnh vừa ký {DECISION}": "UBND tỉnh",
    f"Sáng nay UBND tỉnh Bà Rịa - Vũng Tàu mới có {DECISION}": "UBND tỉnh Bà Rịa - Vũng Tàu",
    f"được UBND tỉnh Gia Lai phê duyệt tại {DECISION}": "UBND tỉnh Gia Lai",
    f"theo ý kiến của Uỷ ban nhân dân xã Vân Trà tại các {DECISION}": "Uỷ ban nhân dân xã Vân Trà",
    f"Chủ tịch UBND tỉnh Gia Lai Nguyễn Văn Ân vừa ký {DECISION}": "Chủ tịch UBND tỉnh Gia Lai",
    f"Chủ tịch UBND tỉnh Lê Văn Ân vừa ký {DECISION}": "Chủ tịch UBND tỉnh",
    f"UBND tỉnh Gia Lai ban hành “{DECISION}”": "UBND tỉnh Gia Lai",
    f"tỉnh Gia Lai ra {DECISION}": "tỉnh Gia Lai",
    "Bộ Chính trị đã ban hành Nghị quyết số 57-NQ/TW": "Bộ Chính trị",
    "Thường trực HĐND tỉnh Gia Lai thông qua Nghị quyết số 7/NQ-HĐND": "Thường trực HĐND tỉnh Gia Lai",
    "Sở Văn hóa, Thể thao và Du lịch có Tờ trình số 5/TTr-SVHTTDL": "Sở Văn hóa, Thể thao và Du lịch",
    "People's Committee of Gia Lai Province has issued Decision No. 124/QĐ-UBND": (
        "People's Committee of Gia Lai Province"
    ),
    f"UBND tỉnh Gia Lai đã ban hành {DECISION} của UBND huyện Đắk Tô": "UBND huyện Đắk Tô",
}
BETWEEN = {
    "Căn cứ Quyết định của UBND tỉnh Gia Lai số 124/QĐ-UBND ngày 16/3/2022": "UBND tỉnh Gia Lai",
    "Căn cứ Quyết định ngày 16/3/2022 của UBND tỉnh số 124/QĐ-UBND": "UBND tỉnh",
    "Theo kết luận của Sở KH&CN số 124/QĐ-UBND": "",
    "một số 124/QĐ-UBND": "",
}
NOT_IN_FRONT = (
    f"UBND tỉnh Gia Lai. Ban hành {DECISION}",
    f"UBND tỉnh Gia Lai họp, ban hành {DECISION}",
    f"Sở KH&CN đã ban hành {DECISION}",  # its numbers are another's
    f"theo {DECISION}",
    f"ban hành {DECISION}",
    f"UBND tỉnh Gia Lai theo {DECISION}",
    f"Đoàn công tác của tỉnh có {DECISION}",
)
BEHIND = {
    f"{DATED} của tỉnh Gia Lai.": "tỉnh Gia Lai",
    f"{DATED} của huyện Đắk Tô về": "huyện Đắk Tô",
    f"{DATED}, của UBND tỉnh Gia Lai.": "UBND tỉnh Gia Lai",
    f"{DATED}, do UBND tỉnh Gia Lai chậm": "",
    f"{DATED} do Chủ tịch UBND tỉnh Lê Văn Ân ký": "Chủ tịch UBND tỉnh",
    f"{DATED} của UBND phường Trần Phú về": "UBND phường Trần Phú",
    f"{DATED} (UBND tỉnh Gia Lai).": "UBND tỉnh Gia Lai",
    f"{DATED} (UBND tỉnh Gia Lai họp).": "",
    f"{DATED} (bản chính).": "",
    f"{DATED} của tỉnh về": "",
    f"{DATED} của thành phố.": "",
}


@pytest.mark.parametrize("text", IN_FRONT)
def test_who_issues_stands_in_front(text: str) -> None:
    (found,) = find(text)
    assert found.agency == IN_FRONT[text]


@pytest.mark.parametrize("text", BETWEEN)
def test_who_issued_may_stand_between_the_type_and_the_number(text: str) -> None:
    (found,) = find(text)
    assert found.agency == BETWEEN[text]


@pytest.mark.parametrize("text", NOT_IN_FRONT)
def test_others_in_front_are_not_who_issued(text: str) -> None:
    (found,) = find(text)
    assert found.agency == ""


@pytest.mark.parametrize("text", BEHIND)
def test_a_place_or_a_bracket_tells_it_too(text: str) -> None:
    (found,) = find(text)
    assert (found.agency, found.date) == (BEHIND[text], DAY)


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh Gia Lai ban hành các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND",
        "UBND tỉnh Gia Lai ban hành các Quyết định số 12, 13/QĐ-UBND",
        "Quyết định số 12, 13/QĐ-UBND của UBND tỉnh Gia Lai",
    ],
)
def test_the_members_of_a_list_have_one_issuer(text: str) -> None:
    assert [each.agency for each in find(text)] == ["UBND tỉnh Gia Lai"] * 2


def test_of_other_codes_in_a_list_it_is_none() -> None:
    assert [each.agency for each in find("UBND tỉnh có các Văn bản số 12/QĐ-UBND, 13/QĐ-SKHCN")] == ["UBND tỉnh", ""]


HANDED_ON = {
    f"{DATED} của UBND tỉnh Gia Lai. Sau đó {DECISION} được sửa.": ("UBND tỉnh Gia Lai", DAY),
    f"{DATED} của UBND tỉnh Gia Lai. Sau đó Quyết định 124 được sửa.": ("UBND tỉnh Gia Lai", DAY),
    f"{DATED} của UBND tỉnh Gia Lai; {DATED} hết hiệu lực": ("UBND tỉnh Gia Lai", DAY),
    f"{DECISION} của UBND tỉnh Gia Lai; {DECISION} hết hiệu lực": ("UBND tỉnh Gia Lai", None),
    f"{DATED} của UBND tỉnh; {DATED} của UBND tỉnh Gia Lai; {DECISION}": ("UBND tỉnh Gia Lai", DAY),
    f"{DATED} của UBND tỉnh Gia Lai; {DATED} của UBND tỉnh; {DECISION}": ("UBND tỉnh Gia Lai", DAY),
    f"{DATED} của UBND tỉnh Gia Lai; {DATED} của UBND tỉnh An Lĩnh; {DECISION}": ("", DAY),
    f"{DATED} của UBND tỉnh Gia Lai; {DECISION} ngày 9/9/2022": ("", dt.date(2022, 9, 9)),
    f"{DATED} của UBND tỉnh Gia Lai; {DECISION} của UBND xã Vân Trà": ("UBND xã Vân Trà", DAY),
    f"{DATED} của UBND tỉnh Gia Lai; Kế hoạch số 124/KH-UBND": ("", None),
}


@pytest.mark.parametrize("text", HANDED_ON)
def test_what_was_said_of_a_number_goes_for_it_later(text: str) -> None:
    *_, last = find(text)
    reference = reference_of(last)
    assert reference
    assert (reference.agency, reference.date) == HANDED_ON[text]


def test_two_days_of_one_number_hand_on_nothing() -> None:
    for again in (DECISION, "Quyết định 124"):
        *_, last = find(f"{DATED}; {DECISION} ngày 9/9/2022; {again}")
        assert (last.date, last.day, last.year) == (None, None, None)
    *_, last = find(
        "Quyết định số 4/2022/QĐ-UBND ngày 1/2/2022; Quyết định số 4/2022/QĐ-UBND ngày 2/2/2022; Quyết định 4"
    )
    assert (last.date, last.year) == (None, 2022)
