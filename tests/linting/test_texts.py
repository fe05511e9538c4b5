"""The rules over a document's text: its date, its end, amounts of money, totals."""

from __future__ import annotations

import pytest

from linting.samples import TEXT, document, told, values


@pytest.mark.parametrize(
    "written", ["ngày 5 tháng 3 năm 2024", "ngày 05 tháng 03 năm 2024", "ngày 5 tháng 03 năm 2024"]
)
def test_the_date_has_its_form(written: str) -> None:
    item = document(f"*An Lĩnh, {written}*\n\nNội dung.")
    assert told(item) == [("document.place_date", "body", 0)]
    assert values(item) == {"written": written, "right": "ngày 05 tháng 3 năm 2024"}


@pytest.mark.parametrize("written", ["ngày 06 tháng 3 năm 2024", "ngày 31 tháng 02 năm 2024"])
def test_the_first_date_is_that_of_issue(written: str) -> None:
    item = document(f"Tóm tắt.\n\n> An Lĩnh, {written}\n\nMẫu:\n\nAn Lĩnh, ngày 10 tháng 4 năm 2024")
    assert told(item) == [("document.date", "body", 2)]
    assert values(item) == {"written": written, "right": "ngày 05 tháng 3 năm 2024"}


@pytest.mark.parametrize(
    "text",
    [
        "Tại An Lĩnh, ngày 5 tháng 3 năm 2024, Sở họp.",
        "Quyết định có hiệu lực kể từ ngày 5 tháng 3 năm 2024.",
        "An Lĩnh, ngày 05 tháng 3 năm 2024",
        "…, ngày … tháng … năm 2024",
    ],
)
def test_dates_within_sentences_are_let_be(text: str) -> None:
    assert told(document(text)) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("**Điều 1.** Phê duyệt.\n\n**Điều 2.** Thi hành.", 2),
        ("*Kính gửi: Các phòng, đơn vị.*\n\nĐề nghị báo cáo.\n\n[^1]: Nguồn.", 2),
        ("## I. MỤC ĐÍCH\n\nMột.\n\n## II. TỔ CHỨC\n\nHai.\n\n| a | b |\n|---|---|\n| 1 | 2 |", 6),
    ],
)
def test_a_document_ends_with_its_mark(text: str, row: int) -> None:
    assert told(document(text)) == [("document.end", "body", row)]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Tóm tắt kế hoạch của Sở.",  # no sign of the document itself
        "## QUY ĐỊNH (trích)\n\n**Điều 1.** Phạm vi.",
        "**Điều 1.** Phê duyệt./.\n\n*Nơi nhận:*\n\n- Như Điều 3;",
        "**Điều 1.** Phê duyệt**./.**[^1]\n\n[^1]: Nguồn.",
        "“Điều 1. Phê duyệt./.”",
    ],
)
def test_texts_that_end_well_or_are_no_documents(text: str) -> None:
    assert told(document(text)) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Phạt 13.045.000 đồng (Mười ba triệu bốn mươi lăm đồng).", "Mười ba triệu không trăm bốn mươi lăm nghìn đồng"),
        ("Số tiền: 250.000 đồng.\nBằng chữ: Hai trăm năm mươi ngàn đồng chẵn.", ""),
        ("Số tiền: 250.000 đồng.\nBằng chữ: Hai trăm năm mươi triệu đồng.", "Hai trăm năm mươi nghìn đồng"),
        ("**1,5 tỷ đồng** (*một tỷ rưỡi*)", ""),
        ("1,5 tỷ đồng (Một tỷ năm mươi triệu đồng)", "Một tỷ năm trăm triệu đồng"),
        ("500.000 VNĐ (viết bằng chữ: Năm trăm nghìn đồng Việt Nam)", ""),
        ("12.532.653 đồng (Mười hai triệu năm trăm ba mươi hai nghìn,sáu trăm năm mươi ba đồng)", ""),
        ("500.000 đồng (năm trăm\nnghìn đồng)", ""),
        ("500.000 ĐỒNG (BỐN TRĂM NGHÌN ĐỒNG)", "Năm trăm nghìn đồng"),
        ("500.000đ\nSố tiền bằng chữ: bốn trăm nghìn đồng", "Năm trăm nghìn đồng"),
        ("500.000 vnd, BẰNG CHỮ: bốn trăm nghìn đồng", "Năm trăm nghìn đồng"),
        ("500.000 đồng (xem phụ lục)", ""),
        ("500.000 đồng (hai lần)", ""),
        ("500.000 đồng/năm (Năm triệu đồng)", ""),
    ],
)
def test_amounts_in_figures_and_in_words_agree(text: str, right: str) -> None:
    item = document(f"Đầu.\n\n{text}")
    assert told(item) == ([("document.amount", "body", 2)] if right else [])
    assert not right or values(item)["right"] == right


def test_the_amount_is_told_with_its_scale() -> None:
    assert values(document("Chi 5 triệu đồng (năm đồng)."))["figures"] == "5 triệu"
    assert values(document("Chi 500 đồng (năm đồng)."))["figures"] == "500"


@pytest.mark.parametrize(
    "column", ["Tăng trưởng", "Tỷ lệ", "Tốc độ tăng", "%", "Bình quân", "Tăng, giảm so với 2024", "Cơ cấu", "Nhịp độ"]
)
def test_rates_are_not_added_up(column: str) -> None:
    rows = f"| Ngành | {column} |\n|---|---|\n| Một | 5,2 |\n| Hai | 6,1 |\n| Cộng | 5,6 |"
    assert told(document(rows)) == []


ROWS = "| TT | Đơn vị | Số nhiệm vụ | Kinh phí | Tỷ lệ |\n|---|---|---:|---:|---:|\n"


def table(*rows: str, total: str) -> str:
    return "\n".join(["Bảng 1.", "", ROWS + "\n".join(rows), total])


@pytest.mark.parametrize("label", ["Cộng", "**Tổng cộng:**", "TỔNG SỐ", "Tổng"])
def test_totals_are_sums(label: str) -> None:
    rows = ("| 1 | Sở A | 10 | 1.287,5 | 40% |", "| 2 | Sở B | 15 | - | 60% |")
    assert told(document(table(*rows, total=f"|  | {label} | **25** | 1.287,5 | 97% |"))) == []
    item = document(table(*rows, total=f"|  | {label} | **26** | 1.287,5 | 97% |"))
    assert told(item) == [("document.totals", "body", 6)]
    assert values(item) == {"column": "Số nhiệm vụ", "written": "26", "right": "25"}


@pytest.mark.parametrize(
    "rows",
    [
        ("| I | Nhóm một | 10 | 1 | |", "| 1 | Sở A | 10 | 1 | |"),  # groups and their parts
        ("| 1 | **Nhóm một** | 10 | 1 | |", "| 2 | Sở A | 10 | 1 | |"),
        ("| 1 | Nhóm một | | | |", "| 2 | Sở A | 10 | 1 | |", "| 3 | Sở B | 10 | 1 | |"),
        ("| 1 | Sở A | 10 | 1 | |", "| | Cộng nhóm một | 10 | 1 | |"),
        ("| 1 | Sở A | 10 | 1 | |", "| | Trong đó: Phòng B | 5 | 1 | |"),
        ("| 1 | Sở A | 10 | 1 | |", "| 1.1 | Phòng B | 5 | 1 | |"),
        ("| 1 | Sở A | 10 | 1 | |",),  # one part is no sum
        ("| 1 | Sở A | 10 | khoảng 1 | |", "| 2 | Sở B | 89 | 1 | |"),
    ],
)
def test_unsure_tables_are_let_be(rows: tuple[str, ...]) -> None:
    assert told(document(table(*rows, total="| | Cộng | 99 | 99 | |"))) == []


def test_rounded_parts_may_be_off_by_their_rounding() -> None:
    rows = ("| 1 | A | 1 | 33,3 | |", "| 2 | B | 1 | 33,3 | |", "| 3 | C | 1 | 33,3 | |")
    assert told(document(table(*rows, total="| | Cộng | 3 | 100,0 | |"))) == []
    assert told(document(table(*rows, total="| | Cộng | 3 | 101,0 | |"))) == [("document.totals", "body", 7)]
    rounded = "| Việc | Triệu đồng |\n|---|---|\n| A | 3 |\n| B | 3 |\n| C | 3 |\n| Cộng | {} |"
    assert told(document(rounded.format(10))) == []
    assert told(document(rounded.format(12))) == [("document.totals", "body", 5)]


def test_texts_of_translations_are_let_be() -> None:
    assert told(document("**Điều 1.** An Lĩnh\n\n1.000 đồng (hai nghìn đồng)", "en")) == []
