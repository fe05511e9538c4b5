"""Citations in HTML: found through markup, and linkable without a letter's change."""

from __future__ import annotations

import re

import pytest

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


def test_the_sentence_around() -> None:
    first, second = cited_in(
        f"<p>Sáng 16/3, TP. Trung Lĩnh họp. Hội nghị công bố\n{NUMBER} của UBND tỉnh. Sau đó ra về.</p>"
        f"<ul><li>Thứ nhất: {NUMBER};</li></ul>"
    )
    assert first.sentence == f"Hội nghị công bố {NUMBER} của UBND tỉnh."
    assert second.sentence == f"Thứ nhất: {NUMBER};"


def test_a_long_sentence_is_cut_around_the_citation() -> None:
    words = "một hai ba bốn năm sáu bảy tám chín mười " * 20
    (cited,) = cited_in(f"<p>{words}{NUMBER} {words}</p>")
    assert len(cited.sentence) < 340
    assert cited.sentence.startswith("… ")
    assert cited.sentence.endswith("…")
    assert NUMBER in cited.sentence


def test_a_text_without_citations_has_none() -> None:
    assert cited_in("<p>Tỷ lệ 13/14 mẫu, ngày 27/7, 2.050/4.000kg.</p>") == ()
