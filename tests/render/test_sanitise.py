"""Nothing that runs, frames, asks or phones home survives in a post, however it is written."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from render.rendering import render

ATTEMPTS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://x.vn/a.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\n>alert(1)</script\n>",
    "<script/x>alert(1)</script>",
    "<script>alert(1)//",
    "</p><script>alert(1)</script>",
    "<<script>alert(1);//<</script>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math><a xlink:href='javascript:alert(1)'>x</a></math>",
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' OnError = 'alert(1)'>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=x:x onerror\n=\nalert(1)>",
    "<img src=`x` onerror=alert(1)>",
    "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\"\\>",
    "<img src='javascript:alert(1)'>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<img src='2026/anh.jpg' alt='\" onerror=alert(1) x=\"'>",
    "![\" onerror=\"alert(1)](2026/anh.jpg)",
    "![a](2026/anh.jpg \"\\\" onload=alert(1) x=\\\"\")",
    "![x](javascript:alert(1))",
    "![x](x\"onerror=\"alert(1))",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x]( javascript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](livescript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](DATA:text/html,<script>alert(1)</script>)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x](https://a.vn \"\\\" onclick=alert(1) \\\"\")",
    "[x](https://a.vn\"onclick=\"alert(1))",
    "<javascript:alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href='&#14; javascript:alert(1)'>x</a>",
    "<a href='feed:javascript:alert(1)'>x</a>",
    "<a href='view-source:javascript:alert(1)'>x</a>",
    "<a href='blob:https://a.vn/x'>x</a>",
    "<a href=javascript:alert(1)>x</a>",
    "<a onmouseover=alert(1) href=#>x</a>",
    "<a/onclick='alert(1)'/href='#'>x</a>",
    "<a style='position:fixed;inset:0' href=https://x.vn>x</a>",
    "<a href=https://x.vn target=_blank ping=https://x.vn/p>x</a>",
    "<b/onpointerenter=alert(1)>x</b>",
    "<b \x0conclick=alert(1)>x</b>",
    "<p onwheel=alert(1)>x</p>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video src=x onerror=alert(1)></video>",
    "<video><source onerror=alert(1) src=x></video>",
    "<video poster='javascript:alert(1)'></video>",
    "<video poster='https://x.vn/p.png' src='https://x.vn/v.mp4'></video>",
    "<audio src=x onloadstart=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<IFRAME SRC=https://x.vn></IFRAME>",
    "<frameset onload=alert(1)><frame src=https://x.vn></frameset>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='javascript:alert(1)'>",
    "<applet code=x></applet>",
    "<form action='https://x.vn'><input name=a><button formaction='javascript:alert(1)'>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<select onchange=alert(1)><option>x</select>",
    "<textarea onfocus=alert(1)></textarea>",
    "<isindex action='javascript:alert(1)' type=image>",
    "<keygen autofocus onfocus=alert(1)>",
    "<style>body{background:url(https://x.vn)}</style>",
    "<style>@import 'https://x.vn/a.css';</style>",
    "<link rel=stylesheet href=https://x.vn/a.css>",
    "<meta http-equiv=refresh content='0;url=https://x.vn'>",
    "<base href=https://x.vn/>",
    "<body onload=alert(1)>",
    "<html onclick=alert(1)>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<div style='width:expression(alert(1))'>x</div>",
    "<table background='javascript:alert(1)'><tr><td background='https://x.vn/t.gif'>x</td></tr></table>",
    "<img src=x srcset='https://x.vn/t.gif 1x'>",
    "<img lowsrc='javascript:alert(1)' dynsrc='javascript:alert(1)'>",
    "<bgsound src='javascript:alert(1)'>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea><p title='</textarea><img src=x onerror=alert(1)>'>",
    "<title><p title='</title><img src=x onerror=alert(1)>'>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<plaintext><script>alert(1)</script>",
    "<listing><img src=x onerror=alert(1)></listing>",
    "<!--><script>alert(1)</script>-->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<?php echo '<script>alert(1)</script>'; ?>",
    "<!DOCTYPE x [<!ENTITY y '<script>alert(1)</script>'>]>&y;",
    "# Mục {: onclick='alert(1)' }",
    "# Mục {: style='position:fixed' }",
    "[x](#){: href='javascript:alert(1)' onclick=alert(1) }",
    "Chữ\n{: onmouseover='alert(1)' }",
    "| a {: onclick=alert(1) } |\n|---|\n| <img src=x onerror=alert(1)> |",
    "*[x]: \" onclick=alert(1) \"\n\nx",
    "x[^1]\n\n[^1]: <script>alert(1)</script>",
    "x[^\"><img src=x onerror=alert(1)>]\n\n[^\"><img src=x onerror=alert(1)>]: y",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "```\"onclick=\"alert(1)\nx\n```",
    "`</code><script>alert(1)</script>`",
    "a) <img src=x onerror=alert(1)>\nb) <script>alert(1)</script>",
    "<custom-element onclick=alert(1)>x</custom-element>",
    "<slot onslotchange=alert(1)>x</slot>",
    "\u017fcript <\u017fcript>alert(1)</\u017fcript>",
    "<img src=x one\u200brror=alert(1)>",
    "\ufeff<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<p id='</p><script>alert(1)</script>'>x",
    "<p title='\"><script>alert(1)</script>'>x</p>",
)  # fmt: skip

TOLD = (
    "<script",
    "<iframe",
    "<svg o",
    "<object",
    "<embed",
    "<form",
    "onerror=",
    "[x](javascript:",
    "<a href=javascript",
)
"""Beginnings of attempts that an editor must hear of."""

_ELEMENTS = (
    "script iframe frame frameset object embed applet form input button textarea select option link meta base style "
    "svg math template noscript body html head title xmp plaintext listing marquee isindex keygen slot"
)
_FORBIDDEN = frozenset(_ELEMENTS.split())
_ADDRESSES = ("href", "src", "poster", "cite")
_HARMLESS = (
    "id class title lang dir href download src alt width height controls preload poster type kind srclang label scope "
    "colspan rowspan span start reversed value datetime open cite srcset sizes loading decoding role aria-label "
    "tabindex"
)
_ATTRIBUTES = frozenset(_HARMLESS.split())


class _Reader(HTMLParser):
    """Everything in the HTML that could do harm."""

    def __init__(self) -> None:
        super().__init__()
        self.harm: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FORBIDDEN or ":" in tag or "-" in tag:
            self.harm.append(f"<{tag}>")
        for name, value in attrs:
            self.harm += _harm_in(tag, name, value or "")

    def handle_comment(self, data: str) -> None:
        self.harm.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.harm.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.harm.append(f"<?{data}>")


def _harm_in(tag: str, name: str, value: str) -> list[str]:
    if name not in _ATTRIBUTES:
        return [f"{tag} {name}"]
    if name == "srcset":
        return [] if value.startswith("/media/") else [f"{tag} {name}={value}"]
    if name not in _ADDRESSES:
        return []
    visible = re.sub(r"[\x00-\x20\u200b-\u200f\ufeff]", "", value).lower()
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", visible)
    if scheme and scheme[1] not in ("http", "https", "mailto", "tel"):
        return [f"{tag} {name}={value}"]
    loads = tag in ("img", "video", "audio", "source", "track") and name in ("src", "poster")
    return [f"{tag} {name}={value}"] if loads and not value.startswith("/media/") else []


def harm(html: str) -> list[str]:
    """What is wrong with the HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.harm


def test_the_reader_sees_harm() -> None:
    assert harm("<p onclick=x><script></script><a href='java\tscript:x'><img src='//x'><b style=a><!--x-->")


def test_there_are_many_attempts() -> None:
    assert len(ATTEMPTS) >= 40


@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize("form", ["{}", "Chữ {} chữ", "- a\n- {}", "> {}", "<div>\n{}\n</div>", "| a |\n|---|\n| {} |"])
def test_no_harm_is_left(attempt: str, form: str) -> None:
    body = render(form.format(attempt)).body
    assert harm(body.html) == []


@pytest.mark.parametrize("attempt", [attempt for attempt in ATTEMPTS if attempt.startswith(TOLD)])
def test_editors_hear_of_it(attempt: str) -> None:
    assert "body.unsafe" in {problem.code for problem in render(attempt).problems}


@pytest.mark.parametrize(
    "markdown",
    [
        "Bài về `onclick=` và <b>chữ đậm</b>.",
        "    <script>alert(1)</script>",
        "```html\n<iframe src='x'></iframe>\n```",
        "Mục data: số liệu; javascript: là tên.",
        "<details><summary>Thêm</summary>Chữ</details>",
        "<p align='center' style='color:red'>Dán từ Word</p>",
        "<kbd>Ctrl</kbd> H<sub>2</sub>O <mark>x</mark> <time datetime='2026-03-16'>16/3</time>",
    ],
)
def test_harmless_text_is_no_fault(markdown: str) -> None:
    rendered = render(markdown)
    assert rendered.problems == ()
    assert harm(rendered.body.html) == []


_MARKS = "< > </ /> ' \" ` = & ; # ( ) [ ] ! { } : | <!-- --> <![CDATA[ ]]> ``` {:"
_WORDS = (
    "script svg math style iframe img a p div table td noscript textarea title onerror onclick href src srcdoc "
    "javascript: data: &#106; &Tab; alert(1) x https://x.vn \u200b mglyph foreignObject annotation-xml đ)"
)
PARTS = st.sampled_from([*_MARKS.split(), *_WORDS.split(), " ", "\n", "\t", "\0", "\x0c", "- ", "> "])


@given(st.lists(PARTS, max_size=30).map("".join))
@example("<a href='http://[x'>")
@example("<img alt=\"<!--\" src='2026/anh.jpg'>")
def test_no_mixture_does_harm(markdown: str) -> None:
    assert harm(render(markdown).body.html) == []
