"""What is not sanitised would come out of it as it went in."""

from __future__ import annotations

import re

import lxml.html
import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from newsportal.languages import LANGUAGES
from newsportal.render.converter import make_converter
from newsportal.render.enhance import Enhancer
from newsportal.render.harmless import is_harmless
from newsportal.render.sanitise import lost_addresses, sanitise, unsafe_parts
from newsportal.text import xml_safe
from render.rendering import DIALECT, PATH, resolve
from values import MEDIA

HARMLESS = (
    "",
    '<p>Sở KH&amp;CN: 3 &lt; 5, "đúng" – 12 m² → 5 ₫.</p>',
    '<h2 id="muc-1">Mục <strong>một</strong></h2>\n<p>a<br>\nb</p>\n<hr>',
    "<h3>a &amp; <em>b</em></h3>\n<h1>c</h1>\n<h6>d</h6>",
    "<ul>\n<li>một</li>\n<li>\n<p>hai</p>\n</li>\n</ul>",
    '<ol start="3">\n<li><em>ba</em></li>\n</ol>',
    '<ul class="letters">\n<li><span class="marker">đ)</span> năm</li>\n</ul>',
    '<table>\n<thead>\n<tr>\n<th align="right">a</th>\n</tr>\n</thead>\n'
    "<tbody>\n<tr>\n<td><code>b</code></td>\n</tr>\n</tbody>\n</table>",
    *(
        f'<p><a href="{link}">x</a></p>'
        for link in ("b.md#c", "/tin/?a=b%20c", "", "//a.vn", "https://www.a-b.com.vn/c")
    ),
)

DOUBTFUL = (
    "<script>x</script>",
    "<p>a",
    "<p>a</p></p>",
    "<p>a</p>\n<p>b",
    "<p>a</p>\n<p><em>b</p>",
    "<p>a &am</p>",
    "<ul>\n<li>a</li>\n<li>",
    "<ul>\n<li>a</li>\n<li><a href=</ul>",
    "<ul>\n<li>a</li>\n<li><script></li>\n</ul>",
    "a",
    "<p>a</p>b",
    "<p>a & b</p>",
    "<p>a > b</p>",
    "<p>a&nbsp;b</p>",
    "<p>a\xa0b</p>",
    "<p>a\x02b</p>",
    "<p>\ud800</p>",
    "<p onclick=x>a</p>",
    '<p id="a">b</p>',
    '<h2 id="a" onclick="x">a</h2>',
    '<h2 id="a&quot;">a</h2>',
    "<h1>a</h2>",
    "<h7>a</h7>",
    "<p><p>a</p></p>",
    "<p><em>a</p></em>",
    "<ul>\na<li>b</li>\n</ul>",
    "<table>\n<tr>\n<td>a</td>\n</tr>\n</table>",
    "<pre>\n\na</pre>",
    "<!-- a -->",
    '<p><img src="a.jpg"></p>',
    '<p><a href="a"><a href="b">c</a></a></p>',
    *(
        f'<p><a href="{link}">x</a></p>'
        for link in (
            *(
                "javascript:x",
                "data:x",
                "file:///c",
                "mailto:a@b.vn",
                "//[",
                "http://[",
                "http://a",
                "https://1.2.3.999",
            ),
            *(
                "http://xn--a.vn",
                "http://a.vn:99999/",
                "http://a@b.vn/",
                "http://a.vn\\b",
                "a b",
                "a'b",
                "a&amp;b",
                "http:a",
            ),
        )
    ),
)


def _is_kept(html: str) -> bool:
    """Whether nothing of it is sanitised or told of, and it is worked over in parts as it would be in one piece."""
    parts, whole = (Enhancer(PATH, LANGUAGES[0], MEDIA, resolve) for _ in range(2))
    assert (parts.enhance_harmless(html), parts) == (whole.enhance(html), whole)
    return (sanitise(html), unsafe_parts(html), lost_addresses(html), xml_safe(html)) == (html, (), (), html)


@pytest.mark.parametrize("html", HARMLESS)
def test_what_markdown_makes_of_words_is_harmless(html: str) -> None:
    assert is_harmless(html)
    assert _is_kept(html)


@pytest.mark.parametrize("html", DOUBTFUL)
def test_anything_else_is_sanitised(html: str) -> None:
    assert not is_harmless(html)


_TAGS = st.sampled_from([
    *("<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<strong>", "</strong>", "<em>", "</em>", "<br>", "</a>"),
    *("<hr>", '<a href="b.md">', "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<h2>", "</h2>"),
    *("<script>", "<!--", "<svg>", "<p onload=x>", "</", "<", ">", "&", "&amp;", "&lt;"),
    *("\n", "a", "đ", "\xa0", "\x00", "\u2028"),
])  # fmt: skip
_WORDS = st.text(st.characters(codec="utf-8"), max_size=5) | st.sampled_from(["a", "&amp;", "<br>", "\n", "<em>b</em>"])


@given(st.lists(st.sampled_from(HARMLESS) | _TAGS, max_size=12).map("".join))
@example("<p><strong>a</p><p>b</strong></p>")
def test_what_passes_comes_out_as_it_went_in(html: str) -> None:
    if is_harmless(html):
        event("harmless")
        assert _is_kept(html)


_EMPTY = re.compile(r">[^<>\n]+<")


@pytest.mark.parametrize("html", HARMLESS)
def test_elements_without_text_are_kept_too(html: str) -> None:
    empty = _EMPTY.sub("><", html)
    assert _is_kept(empty) or not is_harmless(empty)


@given(st.lists(_WORDS, max_size=8).map("".join), st.sampled_from(HARMLESS))
def test_no_text_is_changed(words: str, around: str) -> None:
    for html in (f"<p>{words}</p>", around.replace("một", words), around.replace("b", words)):
        if is_harmless(html):
            event("harmless")
            assert _is_kept(html)


@given(st.from_regex(r"\A(?:(?:https?:|[a-z]{1,4}:)?/{0,2})[ -~à]{0,20}\Z", fullmatch=True))
@example("http://a.b-c.vn")
@example("http://a.0x7f")
def test_no_address_is_changed(address: str) -> None:
    html = f'<p><a href="{address}">a</a></p>'
    if is_harmless(html):
        event("harmless")
        assert _is_kept(html)


@given(
    st.lists(
        st.sampled_from(["- a\n", "1. b\n", "> c\n", "a) d\n", "\n", "## e\n", "| f | g |\n|--|--|\n| h | i |\n"])
        | st.sampled_from(
            ["**k** ", "[l](m.md) ", "`n` ", "<b>o</b>", "<div>", "KH&CN ", "&copy;", "[p](javascript:x)", "    "]
        ),
        max_size=12,
    ).map("".join)
)
def test_nothing_that_markdown_makes_is_changed(text: str) -> None:
    html = make_converter(DIALECT).convert(text)
    if is_harmless(html):
        event("harmless")
        assert _is_kept(html)
        assert {element.tag for element in lxml.html.fromstring(f"<main>{html}</main>").iter()}.isdisjoint({"b", "div"})
