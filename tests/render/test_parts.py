"""The numbered parts of documents are places that can be linked; news has none."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from newsportal.render import Heading
from render.rendering import post, render, renderer

_ID = re.compile(r'<(?:p|li|h\d)[^>]* id="([^"]*)"|<(?:p|li|h\d) id="([^"]*)"')


def body(markdown: str, language: str = "vi") -> tuple[str, tuple[Heading, ...]]:
    found = renderer().render(replace(post(markdown, language), is_document=True))
    assert found.problems == ()
    return found.body.html, found.body.headings


def ids(markdown: str, language: str = "vi") -> list[str]:
    return [one or other for one, other in _ID.findall(body(markdown, language)[0])]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**Điều 1.** Một.\n\n**Điều 2.** Hai.", ["dieu-1", "dieu-2"]),
        ("### Điều 5. Căn cứ\n\n1\\. Một.\n\n2\\. Hai.", ["dieu-5", "dieu-5-khoan-1", "dieu-5-khoan-2"]),
        ("**Điều 3.** Ba\n\n1. Một\n2. Hai", ["dieu-3", "dieu-3-khoan-1", "dieu-3-khoan-2"]),
        ("**Điều 7a.** Bảy\n\na) Một;\n\nđ) Năm.", ["dieu-7a", "dieu-7a-diem-a", "dieu-7a-diem-dd"]),
        ("**Điều 1.** Một\n\n1\\. Một\n\na) Điểm.", ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-diem-a"]),
        ("**Chương II**\n\n**Mục 1**\n\n**Điều 4.** Bốn.", ["chuong-ii", "chuong-ii-muc-1", "dieu-4"]),
        ("**Phụ lục I**\n\nDanh mục.", ["phu-luc-i"]),
        ("## Phụ lục số 02\n\n1\\. Một", ["phu-luc-02", "phu-luc-02-muc-1"]),
        ("**A. Phần đầu**\n\n**I. Một**\n\n1\\. Một.", ["phan-a", "phan-a-i", "phan-a-i-muc-1"]),
        ("II. Hai.\n\n1\\. Một.", ["phan-ii", "phan-ii-muc-1"]),
        ("1\\. Một.\n\n2\\. Hai.", ["muc-1", "muc-2"]),
        ("## C. Nhiệm vụ\n\n1\\. Một.\n\n## D. Kiến nghị\n\n1\\. Một.",
         ["c-nhiem-vu", "phan-c-muc-1", "d-kien-nghi", "phan-d-muc-1"]),
        ("**Điều 1.** Một.\n\n## Quy định\n\n**Điều 1.** Khác.", ["dieu-1", "quy-dinh", "dieu-1_2"]),
        ("Điều 5 của Quy định nói khác.\n\n**Điều 5** của Quy định.", []),
        ("Ngày 1. Tháng.\n\n12.5 triệu đồng.\n\nV.v. và v.v.", []),
    ],
)  # fmt: skip
def test_parts(markdown: str, expected: list[str]) -> None:
    assert ids(markdown) == expected


def test_parts_in_english() -> None:
    assert ids("**Article 2.** Two\n\n1\\. One.\n\na) Point.", "en") == [
        "article-2", "article-2-clause-1", "article-2-clause-1-point-a",
    ]  # fmt: skip


def test_the_contents_name_articles_that_are_paragraphs() -> None:
    long = "Nội dung rất dài của điều này, không phải tên. " * 3
    _, headings = body(f"## QUYẾT ĐỊNH:\n\n**Điều 1.** {long}\n\n**Điều 2.** Hiệu lực thi hành\n\n### Điều 5. Căn cứ")
    assert headings == (
        Heading(2, "quyet-dinh", "QUYẾT ĐỊNH:"),
        Heading(3, "dieu-1", "Điều 1"),
        Heading(3, "dieu-2", "Điều 2. Hiệu lực thi hành"),
        Heading(3, "dieu-5", "Điều 5. Căn cứ"),
    )


@pytest.mark.parametrize(
    ("markdown", "centred"),
    [
        ("## QUYẾT ĐỊNH:", True),
        ("## QUY ĐỊNH (trích)", True),
        ("## Chương I", True),
        ("## A. KẾT QUẢ THỰC HIỆN", False),
        ("## Kết quả", False),
        ("*Kính gửi: Các sở.*", True),
        ("Các sở.", False),
    ],
)
def test_what_stands_in_the_middle(markdown: str, centred: bool) -> None:
    assert ('class="centred"' in body(markdown)[0]) is centred


def test_markers_stay_and_news_has_no_parts() -> None:
    markdown = "**Điều 1.** Một.\n\n1\\. Khoản.\n\na) Điểm."
    html, _ = body(markdown)
    plain = render(markdown).body.html
    assert "id=" not in plain
    assert re.sub(r' id="[^"]*"', "", html).replace("\n", "") == plain.replace("\n", "")
