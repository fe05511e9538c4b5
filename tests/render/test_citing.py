"""Citations in HTML: found through markup, and linkable without a letter's change."""

from __future__ import annotations

import re

import pytest

from newsportal.citations import Reference
from newsportal.render.citing import cited_in

NUMBER = "Quyết định số 124/QĐ-UBND ngày 16/3/2022"


@pytest.mark.parametrize(
    ("html", "linkable"),
    [
        (f"<p>Theo {NUMBER} của UBND tỉnh.</p>", [NUMBER]),
        (f"<p>KH&amp;CN, KH&amp;CN: {NUMBER}.</p>\n<p>&amp; {NUMBER}</p>", [NUMBER, NUMBER]),
        ("<p>Theo <strong>Quyết định số 124/QĐ-UBND</strong> ngày 16/3/2022</p>", ["Quyết định số 124/QĐ-UBND"]),
        ("<p>Theo <em>Quyết định số</em></p>\n<p>1578/QĐ-UBND ngày 30/8/2023.</p>", ["1578/QĐ-UBND ngày 30/8/2023"]),
        ("<p>Thông tư số 01/TT-BKH&amp;CN ngày 05/9/2022</p>", ["Thông tư số 01/TT-BKH&amp;CN ngày 05/9/2022"]),
        (f'<p><a href="x/">{NUMBER}</a>, <code>{NUMBER}</code></p>', ["", ""]),
        (f'<p>{NUMBER}<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>', [NUMBER]),
        (f'<p><img alt="{NUMBER}" src="a.png"></p>', []),
        ("<table><tr><td>1</td><td>2/QĐ-UBND</td></tr></table>", ["2/QĐ-UBND"]),
        (f"<h2>{NUMBER}</h2>", [NUMBER]),
    ],
)
def test_what_can_be_a_link(html: str, linkable: list[str]) -> None:
    found = cited_in(html)
    assert [html[cited.start : cited.end] for cited in found] == linkable
    assert not any(re.search("[<>]", text) for text in linkable)


@pytest.mark.parametrize(
    ("html", "linkable"),
    [
        (
            "<p>Quyết định số <strong>124</strong>/QĐ-UBND ngày 16/3/2022.</p>",
            "Quyết định số <strong>124</strong>/QĐ-UBND ngày 16/3/2022",
        ),
        (
            '<p>số 124/<abbr title="Quyết định">QĐ</abbr>-<abbr title="Ủy ban">UBND</abbr> ngày 16/3/2022</p>',
            '124/<abbr title="Quyết định">QĐ</abbr>-<abbr title="Ủy ban">UBND</abbr> ngày 16/3/2022',
        ),
        (
            '<p><abbr title="Quyết định">QĐ</abbr> số 124/QĐ-<abbr title="Ủy ban">UBND</abbr>.</p>',
            '<abbr title="Quyết định">QĐ</abbr> số 124/QĐ-<abbr title="Ủy ban">UBND</abbr>',
        ),
        (
            "<p>124/QĐ-UBND <em>ngày <b>16</b>/3/2022</em></p>",
            "124/QĐ-UBND",
        ),
        ("<p>Quyết định <code>số</code> 124/QĐ-UBND</p>", "124/QĐ-UBND"),
        ("<p>Quyết định số <code>124/QĐ-UBND</code></p>", "Quyết định số"),
        ("<p>Quyết định<br>\nsố 124/QĐ-UBND.</p>", "Quyết định<br>\nsố 124/QĐ-UBND"),
        ("<p>Theo Quyết định số</p>\n<p>1/QĐ-TTg.</p>", "Quyết định số"),
    ],
)
def test_a_link_holds_whole_emphasis_or_the_longest_part(html: str, linkable: str) -> None:
    (found,) = cited_in(html)
    assert html[found.start : found.end] == linkable


def _dates(html: str) -> list[str]:
    """The numbers and dates of all references in it."""
    found = (Reference.decoded(cited.reference) for cited in cited_in(html))
    return [f"{each.number} {each.date or ''}".strip() for each in found]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<table><tr><td>124/QĐ-UBND<br>ngày 16/3/2022</td></tr></table>", ["124/QĐ-UBND 2022-03-16"]),
        ("<p>Số lượng<sup>2</sup>731/QĐ-UBND</p>", ["731/QĐ-UBND"]),
        ("<p>H<sub>2</sub>731/QĐ-UBND</p>", ["731/QĐ-UBND"]),
        ("<p>Quyết định số 731/QĐ-UBND<sup>2</sup></p>", ["731/QĐ-UBND"]),
        ("<p>Quyết định số 731/QĐ-UBND</p>\n<p>Ngày 18/5/2023, Sở họp.</p>", ["731/QĐ-UBND"]),
        ("<ul><li>731/QĐ-UBND</li><li>ngày 18/5/2023</li></ul>", ["731/QĐ-UBND"]),
        ("<tr><td>731/QĐ-UBND</td>\n<td>18/5/2023</td></tr>", ["731/QĐ-UBND 2023-05-18"]),
        ("<tr><td>1</td><td><b>731/QĐ-UBND</b></td><td>ngày 18/5/2023</td></tr>", ["731/QĐ-UBND 2023-05-18"]),
        ("<tr><td>731/QĐ-UBND</td><td>từ 18/5/2023</td></tr>", ["731/QĐ-UBND"]),
        ("<tr><td>731/QĐ-UBND</td></tr>\n<tr><td>18/5/2023</td></tr>", ["731/QĐ-UBND"]),
        ("<p>731/QĐ-UBND</p>\n<p>18/5/2023</p>", ["731/QĐ-UBND"]),
        ("<p>Quyết định số 731/QĐ-UBND\nngày 18/5/2023</p>", ["731/QĐ-UBND 2023-05-18"]),
    ],
)
def test_breaks_part_words_and_blocks_keep_apart(html: str, found: list[str]) -> None:
    assert _dates(html) == found


@pytest.mark.parametrize(
    "html",
    [
        "<p>UBND tỉnh Gia Lai đã ban hành</p>\n<p>Quyết định số 731/QĐ-UBND</p>",
        "<p>Quyết định số 731/QĐ-UBND</p>\n<p>Của UBND tỉnh Gia Lai</p>",
        "<tr><td>731/QĐ-UBND</td><td>(UBND tỉnh Gia Lai)</td></tr>",
    ],
)
def test_no_issuer_is_taken_from_another_block(html: str) -> None:
    (found,) = cited_in(html)
    assert Reference.decoded(found.reference).agency == ""


def test_an_issuer_stands_in_front_in_its_block() -> None:
    (found,) = cited_in("<p>Tin.</p>\n<p>UBND tỉnh Gia Lai đã ban hành Quyết định số 731/QĐ-UBND</p>")
    assert Reference.decoded(found.reference).agency == "UBND tỉnh Gia Lai"


def test_words_around_a_break_are_quoted_apart() -> None:
    (found,) = cited_in(f"<p>Ban hành<br>{NUMBER} về 5 m<sup>2</sup>, CO<sub>2</sub>.</p>")
    assert found.sentence == f"Ban hành {NUMBER} về 5 m2, CO2."


def test_the_sentence_around() -> None:
    first, second = cited_in(
        f"<p>Sáng 16/3, TP. Trung Lĩnh họp. Hội nghị công bố\n{NUMBER} của UBND tỉnh. Sau đó ra về.</p>"
        "<ul><li>Thứ nhất: Kế hoạch số 31/KH-UBND;</li></ul>"
    )
    assert first.sentence == f"Hội nghị công bố {NUMBER} của UBND tỉnh."
    assert second.sentence == "Thứ nhất: Kế hoạch số 31/KH-UBND;"


def test_of_the_mentions_of_a_document_the_first_has_its_sentence() -> None:
    first, second = cited_in(f"<p>Một: {NUMBER} của UBND tỉnh.</p><p>Hai: Quyết định số 124/QĐ-UBND.</p>")
    assert first.reference == second.reference
    assert (first.sentence, second.sentence) == (f"Một: {NUMBER} của UBND tỉnh.", "")


def test_a_long_sentence_is_cut_around_the_citation() -> None:
    words = "một hai ba bốn năm sáu bảy tám chín mười " * 20
    (cited,) = cited_in(f"<p>{words}{NUMBER} {words}</p>")
    assert len(cited.sentence) < 340
    assert cited.sentence.startswith("… ")
    assert cited.sentence.endswith("…")
    assert NUMBER in cited.sentence


def test_a_text_without_citations_has_none() -> None:
    assert cited_in("<p>Tỷ lệ 13/14 mẫu, ngày 27/7, 2.050/4.000kg.</p>") == ()
