"""PDFs of whole documents, as programs that read them see them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from integration.samples import AWKWARD, picture
from newsportal.pdf.press import Press, Unprintable
from newsportal.portal import Portal
from sites import PARTS, TinyPortal

PAPER = "van-ban/2026/quyet-dinh/quyet-dinh.pdf"
RECORD: dict[str, Any] = {
    "number": "15/2026/QĐ-UBND",
    "type": "QĐ",
    "issued": "2026-08-20",
    "issuer": "Ủy ban nhân dân tỉnh An Lĩnh",
    "place": "An Lĩnh",
    "subject": "Ban hành Quy định quản lý nhiệm vụ",
    "signer": {"position": "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH", "name": "Đinh Thị Thu Hường"},
    "recipients": ["Các sở;", "Lưu: VT."],
    "legal_basis": ["Luật số 72/2025/QH15"],
}
BODY = """\
**Điều 1.** Nghiêng mình trước khuynh hướng[^1].

1. Khoản một
2. Khoản hai

đ) Điểm có chữ đ; giá 24.390 ₫.

**Bảng 1. Kinh phí**

| TT | Lĩnh vực |
|---:|---|
{rows}

![Ảnh](../../media/anh.png "Lúa chín")

[^1]: Chú thích cuối trang.
"""
NOTES = [{"date": "2026-10-01", "note": "Bảng 1, dòng 5: sửa số."}]
ROWS = "\n".join(f"| {number} | Nhiệm vụ thứ {number} |" for number in range(1, 80))


WITH_PDFS = [{part: {"pdf": True}} if part == "newsportal/documents" else part for part in PARTS]


@pytest.fixture
def portal(tmp_path: Path) -> TinyPortal:
    portal = TinyPortal.create(tmp_path / "cổng tin", parts=WITH_PDFS)
    portal.write("media/anh.png", picture())
    decision(portal)
    return portal


def decision(portal: TinyPortal, body: str = BODY.format(rows=ROWS), **changes: object) -> None:
    portal.item(
        "vi/van-ban/quyet-dinh.md", body, title="Quyết định số 15", document={**RECORD, **changes}, corrections=NOTES
    )


def built(portal: TinyPortal, path: str = PAPER) -> Path:
    site, report = portal.build()
    assert not report.failed, (report.problems, report.warnings)
    return site / path


def read(tool: Callable[[str], str], pdf: Path, *options: str) -> str:
    program = tool("NEWSPORTAL_PDFTOTEXT")
    return subprocess.run([program, *options, pdf, "-"], capture_output=True, check=True).stdout.decode()


def facts(tool: Callable[[str], str], pdf: Path) -> Mapping[str, str]:
    program = Path(tool("NEWSPORTAL_PDFTOTEXT")).with_name("pdfinfo")
    lines = subprocess.run([program, pdf], capture_output=True, check=True).stdout.decode().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def test_the_text_can_be_read_in_order(portal: TinyPortal, tool: Callable[[str], str]) -> None:
    text = " ".join(read(tool, built(portal), "-raw").split())
    order = [
        "ỦY BAN NHÂN DÂN TỈNH AN LĨNH", "Số: 15/2026/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "An Lĩnh, ngày 20 tháng 8 năm 2026", "QUYẾT ĐỊNH",
        "Ban hành Quy định quản lý nhiệm vụ", "Căn cứ Luật số 72/2025/QH15;", "Điều 1. Nghiêng mình trước khuynh hướng",
        "1. Khoản một", "2. Khoản hai", "đ) Điểm có chữ đ; giá 24.390 ₫.", "Bảng 1. Kinh phí", "Nhiệm vụ thứ 79",
        "Lúa chín", "Nơi nhận:", "Lưu: VT.", "CHỦ TỊCH", "Đinh Thị Thu Hường", "01/10/2026: Bảng 1, dòng 5: sửa số.",
        "https://tin.example/van-ban/2026/quyet-dinh/",
    ]  # fmt: skip
    places = [text.find(words) for words in order]
    assert -1 not in places, dict(zip(order, places, strict=True))
    assert places == sorted(places)
    assert "Chú thích cuối trang." in text


def test_it_is_for_everybody(portal: TinyPortal, tool: Callable[[str], str]) -> None:
    pdf = built(portal)
    found = facts(tool, pdf)
    assert (found["Tagged"], found["Title"], found["Page size"]) == (
        "yes",
        "Quyết định số 15",
        "595.276 x 841.89 pts (A4)",
    )
    assert found["Author"] == "Ủy ban nhân dân tỉnh An Lĩnh"
    assert "15/2026/QĐ-UBND" in found["Keywords"]
    assert b"pdfuaid:part" in pdf.read_bytes()


def test_the_header_of_a_table_and_the_number_are_on_each_further_page(
    portal: TinyPortal, tool: Callable[[str], str]
) -> None:
    pages = read(tool, built(portal), "-layout").split("\f")
    assert len(pages) > 3
    assert "Lĩnh vực" in pages[1]
    assert pages[0].split()[0] != "1"
    assert pages[1].split()[0] == "2"


def test_the_page_offers_it(portal: TinyPortal) -> None:
    page = built(portal).with_name("index.html").read_text(encoding="utf-8")
    address = f'href="../../../{PAPER}"'
    assert page.count(address) == 2
    assert f'<link rel="alternate" type="application/pdf" {address}' in page
    assert f'"contentUrl":"https://tin.example/{PAPER}"' in page
    portal.configure(parts=PARTS)
    pdf = built(portal)
    assert not pdf.exists()
    assert "application/pdf" not in pdf.with_name("index.html").read_text(encoding="utf-8")


def test_nothing_new_is_the_same_file(portal: TinyPortal, tmp_path: Path) -> None:
    first = built(portal).read_bytes()
    portal.configure(
        parts=WITH_PDFS,
        build_time="2026-12-24T00:00:00+07:00",
        cache_dir=str(tmp_path / "other"),
    )
    assert built(portal).read_bytes() == first
    decision(portal, number="16/2026/QĐ-UBND")
    assert built(portal).read_bytes() != first


HOSTILE = (
    '#panic("x")', "#include \"/etc/passwd\"", "$ x^2 $", "@note", "<label>", "```typ #x```", "// bỏ", "/* bỏ */",
    "#let data = none", "\\u{0}", "]#{", '"; }', "~---~", "= Một", "https://a.example/#x(", AWKWARD,
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str, portal: TinyPortal, tool: Callable[[str], str]) -> None:
    decision(portal, f"Trước `{words.replace('`', '')}` sau.", subject=words, issuer=words, recipients=[words])
    text = read(tool, built(portal))
    squeezed = "".join(words.split())
    assert "".join(text.split()).count(squeezed) >= 2
    assert "root:" not in text


def test_letters_of_no_font_and_lost_photos_are_no_reason_to_fail(portal: TinyPortal) -> None:
    decision(portal, "Chữ 中文 và 😀.")
    assert built(portal).read_bytes().startswith(b"%PDF-")
    values = {**json.loads(json.dumps(_values(portal))), "photos": [[1, 2, 3]]}
    values["body"] = [{"kind": "photo", "photo": 0, "alt": "Ảnh", "size": {"width": 9, "height": 9}}]
    assert Press().set(values).startswith(b"%PDF-")


def test_everything_nested_as_deeply_as_it_gets_can_be_set(portal: TinyPortal) -> None:
    lists = "\n".join("    " * depth + "- mục" for depth in range(30))
    quotes = "> " * 30 + "trích"
    marks = "<em><strong><u>" * 30 + "nhấn" + "</u></strong></em>" * 30
    table = f"<blockquote>\n<table><tr><td>{'<ul><li>' * 30}{marks}{'</li></ul>' * 30}</td></tr></table>\n</blockquote>"
    decision(portal, "\n\n".join((lists, quotes, marks, table)))
    assert built(portal).read_bytes().startswith(b"%PDF-")


def _values(portal: TinyPortal) -> Mapping[str, Any]:
    from newsportal.pdf.files import document_values
    from values import assembled

    found: Portal = assembled(portal)
    [item] = found.site.catalog.articles
    return document_values(found.site, item, lambda picture: b"")


def test_what_cannot_be_set_is_told_and_the_site_is_built(portal: TinyPortal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(press: Press, values: Mapping[str, Any]) -> bytes:
        raise Unprintable("no")

    monkeypatch.setattr(Press, "set", fail)
    for _ in range(2):  # the second build remembers the first
        site, report = portal.build(strict=False)
        assert not report.failed
        assert (site / PAPER).with_name("index.html").is_file()
        assert not (site / PAPER).exists()
        [warning] = report.warnings
        assert re.match(r"content/vi/van-ban/quyet-dinh\.md:\d+: body: không làm được bản PDF", warning)


def test_a_translation_does_not_pretend(portal: TinyPortal, tool: Callable[[str], str]) -> None:
    portal.item("en/van-ban/quyet-dinh.md", "Article 1.", title="Decision 15", slug="decision-15")
    text = " ".join(read(tool, built(portal, "en/documents/2026/decision-15/decision-15.pdf")).split())
    assert text.startswith("Translation for reference. Only the Vietnamese original has legal force. Decision 15")
    assert "CỘNG HÒA" not in text


def test_an_item_may_not_take_its_address(portal: TinyPortal) -> None:
    portal.item("vi/tin-tuc/tin.md", aliases=[f"/{PAPER}"])
    _, report = portal.build()
    assert [(problem.code, problem.path) for problem in report.problems] == [
        ("address.clash", "content/vi/tin-tuc/tin.md")
    ]
