"""What looks like a citation and is none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from newsportal.citations import find

LOOKALIKES = """
03/30 nhiệm vụ đã xong, 13/14 mẫu đạt, 33/48 sở ngành, đúng hạn 40/46
ngày 23/07/2021, tháng 5/2023, quý 10/2023, (27/7), 2/9, ngày 16-3-2022
2.050/4.000kg, 10.000/15.000 bịch, 12 tấn/ha, 60 km/h, 5/kg, 100m2/hộ, 3/tuần
điện thoại 0260/3862-217, fax 0260.3862/217, số tài khoản 12/345/678
xem /media/2022/124-qd-ubnd.pdf và ../2022/124/QĐ-UBND
https://anlinh.gov.vn/12/QD-UBND/tai-ve hoặc https://anlinh.gov.vn/van-ban/15/2026/QD-UBND
[tệp](124/QD-UBND.html) và [tệp](https://anlinh.gov.vn/?so=124/QĐ-UBND)
tệp 124/QĐ-UBND.pdf, 12/KH-UBND.docx
đề tài ĐTĐL.CN-12/20, mã số ĐT/2021-04, mã số KC.01.05/16-20, dự án số 05/ĐTĐL-CN
lô số 12/BC-34, thửa số 45/TB-12, tờ 7/TĐ-3, biển số 82A-123.45
Mẫu số 01/TTr-SKHCN ban hành kèm theo, Biểu số 02/BC-BKHCN, Phụ lục số 3/KH-UBND
Biểu số 21, VILAS 380, Phụ lục II, Điều 7, khoản 2 Điều 15, Bảng 3/4
QĐ của Bộ KH&CN, các quyết định, nghị định của Chính phủ, Kế hoạch năm 2022
báo cáo 9 tháng, kế hoạch 5 năm 2021-2025, thông báo 3 ngày, quyết định 12 nhiệm vụ, dự án 3
kế hoạch 2022, Nghị quyết 2023, chương trình 135, đề án 06, Đề án số 06, Dự án số 5
Nghị định 35.000 đồng, nghị quyết 5%, Thông tư 12:30, Nghị quyết 11,5 điểm
ISO/IEC 17025, ISO 9001:2015, IEC 60601, tiêu chuẩn TCVN, các QCVN, ATCVN 12
pháp luật đất đai, kỷ luật lao động, luật sư, Luật số, vi phạm luật giao thông đường bộ, học luật dân sự
Luật của muôn đời, Luật gia Trần An, ngành Luật năm nay, Luật mới
HĐND/UBND, và/hoặc, nam/nữ, CBCC/VC, QĐ/UBND, 4.0/5.0, A/B, 12/A, 5/B-C
1/1/1/1, 12/2022/, /QĐ-UBND, -NQ/TW, số /, 12//QĐ-UBND
124 QĐ-UBND, 124-QĐ-UBND, 124QĐ/UBND, 12/QĐ-UBNDngày
the law of the land, a decision of 2022, plan 31, Law on the, Room No. 12, item No. 5
Điều 4/TT-BTC, Khoản 2/QĐ-UBND, Trang 12/BC-SKHCN, Phụ lục 3/KH-UBND, Mục 2/BC-SKHCN, Biểu 02/BC-BKHCN, Mẫu 01/TTr-BTC
12/QĐ-UBNDngày ấy, hệ số124, số.124, 3.12/QĐ-UBND, 3.124/QĐ-UBND, 0260.124/QĐ-UBND
hệ số 12/34, tổng số 5/7 xã, một số 3/4, chỉ số PCI 30/63
"""
COUNTED = """
Nghị quyết 2 kỳ đại hội, Chỉ thị 1 lần nữa, Nghị định 3 năm mới sửa, Nghị định 35 điểm, Nghị quyết 12 tháng qua
Nghị quyết 7 kỳ họp, Thông tư 3 lần bị trả lại, Chỉ thị 19 giờ họp, Nghị quyết 5 ngày, Nghị định 4 **người** ký
Nghị quyết 11 điểm mới, Nghị quyết 40 triệu đồng, Nghị quyết 2 mục tiêu, Chỉ thị 3 xã ấy, Nghị quyết 63 tỉnh thành
Resolution 2 years later, Decree 35 households
"""
LINES = (LOOKALIKES + COUNTED.lstrip()).strip().splitlines()


@pytest.mark.parametrize("line", LINES)
def test_lookalikes_are_no_citations(line: str) -> None:
    assert find(line) == []


@pytest.mark.parametrize("line", LINES)
def test_nor_do_they_spoil_citations_beside_them(line: str) -> None:
    found = find(f"Quyết định số 124/QĐ-UBND ngày 16/3/2022 đã ban hành.\n\n{line}\n\nNghị định số 13/2022/NĐ-CP")
    assert [each.number for each in found] == ["124/QĐ-UBND", "13/2022/NĐ-CP"]


def test_lookalikes_of_real_pages(shared: Path) -> None:
    with (shared / "real" / "citations_negatives.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 10
    assert [row["lookalike"] for row in rows if find(row["lookalike"])] == []
