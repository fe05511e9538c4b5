"""Tables, pictures, headings, footnotes and links fit for a page."""

from __future__ import annotations

import unicodedata
from typing import Literal
from urllib.parse import quote

import pytest

from newsportal.model import MediaFile
from newsportal.render import Heading, line_with
from newsportal.render.body import BodyRenderer, plain_text
from render.rendering import DIALECT, html, post, render, renderer, resolve

TABLE = "| Chỉ tiêu | | Số |\n|:--|:-:|--:|\n| Đề tài | a | 12 |"
IMAGE = '<img src="/media/2026/anh.jpg" width="1600" height="900" alt="{alt}" loading="lazy" decoding="async">'
PICTURE = (
    '<picture><source type="image/webp" srcset="/media/.w/anh-320.webp 320w" sizes="(min-width: 48em) 44rem, 100vw">'
)


def test_tables_scroll_and_say_what_heads_a_column() -> None:
    found = html(TABLE)
    assert found.startswith(
        '<div class="table-box" role="group" aria-label="Bảng 1, cuộn ngang để xem hết" tabindex="0">'
    )
    assert '<th scope="col">Chỉ tiêu</th>' in found
    assert '<td class="align-center"></td>' in found
    assert '<th class="align-right" scope="col">Số</th>' in found
    assert '<td>Đề tài</td><td class="align-center">a</td><td class="align-right">12</td>' in found
    assert "align=" not in found
    assert "style" not in found


def test_tables_are_numbered_in_the_page_s_language() -> None:
    found = html(f"{TABLE}\n\nĐoạn.\n\n{TABLE}", "en")
    assert found.count("table-box") == 2
    assert 'aria-label="Table 2' in found


def test_text_after_a_table_stays_after_it() -> None:
    assert html("<div><table><tr><td>a</td></tr></table>sau</div>").endswith("</table></div>sau</div>")


@pytest.mark.parametrize(
    ("markdown", "headings"),
    [
        ("# Đề án\n## Mục đ", [(2, "de-an", "Đề án"), (3, "muc-d", "Mục đ")]),
        ("## Đề án\n### Mục", [(2, "de-an", "Đề án"), (3, "muc", "Mục")]),
        ("## Đề án\n## Đề án", [(2, "de-an", "Đề án"), (2, "de-an_1", "Đề án")]),
        ("## ???", [(2, "muc", "???")]),
        ("## *Số* `124/QĐ`", [(2, "so-124-qd", "Số 124/QĐ")]),
        ("## Tên { #rieng }", [(2, "rieng", "Tên")]),
        ("Một\n===\n\nHai\n---", [(2, "mot", "Một"), (3, "hai", "Hai")]),
        ("##### Nhỏ\n\n###### Nhỏ nữa", []),
        ("# A\n###### Nhỏ", [(2, "a", "A")]),
    ],
)
def test_headings(markdown: str, headings: list[tuple[int, str, str]]) -> None:
    body = render(markdown).body
    assert body.headings == tuple(Heading(*heading) for heading in headings)
    assert "<h1" not in body.html
    assert "<h7" not in body.html


def test_a_picture_alone_is_a_figure() -> None:
    expected = f"<figure>{PICTURE}{IMAGE.format(alt='Tả')}</picture><figcaption>Chú thích</figcaption></figure>"
    assert html('![Tả](2026/anh.jpg "Chú thích")') == expected
    assert html("![Tả](2026/anh.jpg)") == expected.replace("<figcaption>Chú thích</figcaption>", "")


def test_a_picture_within_text_stays_there() -> None:
    expected = f"<p>Chữ {PICTURE}{IMAGE.format(alt='Tả')}</picture> chữ</p>"
    assert html("Chữ ![Tả](2026/anh.jpg) chữ") == expected


def test_a_picture_in_a_link() -> None:
    found = html("[![Tả](2026/anh.jpg)](https://a.vn/)")
    assert found.startswith('<p><a href="https://a.vn/"><picture>')


@pytest.mark.parametrize(
    "reference",
    [
        "2026/anh.jpg",
        "media/2026/anh.jpg",
        "/media/2026/anh.jpg",
        "../../../media/2026/anh.jpg",
        "./2026/anh.jpg",
        "2026/%61nh.jpg",
    ],
)
def test_ways_to_name_a_photo(reference: str) -> None:
    rendered = render(f"![Tả]({reference})")
    assert rendered.problems == ()
    assert rendered.body.media == ("2026/anh.jpg",)
    assert 'src="/media/2026/anh.jpg"' in rendered.body.html


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_with_marks(form: Literal["NFC", "NFD"]) -> None:
    name = "tệp/báo cáo #1.pdf"
    media = {name: MediaFile(name, "application/pdf", 1, "a")}
    written = quote(unicodedata.normalize(form, name))
    source = post(f"[x](media/{written}) [y](<media/{name}>)")
    rendered = BodyRenderer(DIALECT, media, resolve).render(source)
    assert rendered.problems == ()
    assert rendered.body.media == (name,)
    assert rendered.body.html.count(f'href="/media/{quote(name)}"') == 2


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[x](b.md)", '<a href="/tin-tuc/2026/b/">x</a>'),
        ("[x](b.md#muc-ii)", '<a href="/tin-tuc/2026/b/#muc-ii">x</a>'),
        ("[x][1]\n\n[1]: b.md", '<a href="/tin-tuc/2026/b/">x</a>'),
        ("[**x**](nhap.md)", "<strong>x</strong>"),
        ("[x](#muc)", '<a href="#muc">x</a>'),
        ("[x](https://a.vn/?a=1&b=2#c)", '<a href="https://a.vn/?a=1&amp;b=2#c">x</a>'),
        ("[x](//a.vn/)", '<a href="//a.vn/">x</a>'),
        ("[x](mailto:a@b.vn)", '<a href="mailto:a@b.vn">x</a>'),
        ("[x](media/tep/quyet-dinh.pdf)", '<a href="/media/tep/quyet-dinh.pdf">x</a>'),
        ("[x](media/tep/quyet-dinh.pdf#page=2)", '<a href="/media/tep/quyet-dinh.pdf#page=2">x</a>'),
        ('<a id="x">x</a>', '<a id="x">x</a>'),
    ],
)
def test_links(markdown: str, expected: str) -> None:
    assert html(markdown) == f"<p>{expected}</p>"


def test_links_to_this_site_are_kept_for_later() -> None:
    assert render("[x](/lien-he/) [y](/lien-he/#a) [z](/media/tep/quyet-dinh.pdf)").body.site_links == (
        "/lien-he/",
        "/lien-he/#a",
    )


def test_footnotes_have_names_and_words() -> None:
    found = html("Chữ[^1] và[^b].\n\n[^1]: Một.\n[^b]: Hai.")
    assert '<div class="footnote" role="doc-endnotes" aria-label="Chú thích">' in found
    assert 'class="footnote-backref"' in found
    assert "title=" not in found
    english = html("Text[^1].\n\n[^1]: One.", "en")
    assert 'aria-label="Notes"' in english


def test_videos_have_controls_and_load_nothing() -> None:
    media = render("<video src='media/tep/quyet-dinh.pdf' autoplay loop></video>")
    assert media.body.html == '<video src="/media/tep/quyet-dinh.pdf" controls="" preload="none"></video>'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Một <strong>hai</strong></p>\n<p>ba</p>", "Một hai\nba"),
        ("<p>a &amp; b &lt;c&gt;</p>", "a & b <c>"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("<p>một<br>hai</p>", "một\nhai"),
        ('<p>x<sup id="fnref:1"><a href="#fn:1">1</a></sup>.</p>', "x."),
        ("<p>  nhiều\n   chỗ  </p>", "nhiều chỗ"),
        ("<pre><code>a\nb</code></pre><p>c</p>", "a b\nc"),
        ("<p></p>", ""),
        ("", ""),
    ],
)
def test_words(source: str, expected: str) -> None:
    assert plain_text(source) == expected


def test_an_attribute_ends_no_tag() -> None:
    rendered = render('![a > b "c"](2026/anh.jpg)\n\nChữ 1 < 2.')
    assert rendered.body.text == "Chữ 1 < 2."
    assert rendered.body.lead == "Chữ 1 < 2."


@pytest.mark.parametrize(
    ("markdown", "lead"),
    [
        ("Một.\n\nHai.", "Một."),
        ("## Mục\n\n*Một* & hai.", "Một & hai."),
        ("![Tả](2026/anh.jpg)\n\nMột.", "Một."),
        ("Một dòng\nvà dòng nữa.", "Một dòng và dòng nữa."),
        ("- một", ""),
        ("Một[^1].\n\n[^1]: Chú.", "Một."),
        ("", ""),
    ],
)
def test_the_lead_is_the_first_paragraph(markdown: str, lead: str) -> None:
    assert render(markdown).body.lead == lead


@pytest.mark.parametrize(
    ("needles", "line"),
    [(("ba",), 7), (("BA",), 7), (("không",), 5), (("không", "hai"), 6), (("",), 5), ((), 5)],
)
def test_lines_of_words(needles: tuple[str, ...], line: int) -> None:
    assert line_with(needles, "một\nhai\nba\nba", 5) == line


def test_posts_do_not_see_each_other() -> None:
    first = "*[KHCN]: Khoa học\n\n## Đề án\n\nChữ[^1] KHCN [x].\n\n[^1]: Chú.\n[x]: https://a.vn"
    second = "## Đề án\n\nKHCN [x] và[^1]."
    shared = renderer()
    posts = [post(first), post("- " * 3000 + "x"), post(second), post(first)]
    rendered = [shared.render(one) for one in posts]
    alone = [renderer().render(one) for one in posts]
    assert rendered == alone
    assert [problem.code for problem in rendered[1].problems] == ["body.failed"]
