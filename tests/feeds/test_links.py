"""No relative address leaves the site."""

from __future__ import annotations

import lxml.html
import pytest

from feeds.samples import COVER, REPORT_LINK, article, feed_of, htmls, settings
from newsportal.feeds.links import whole_links

SITE = "https://example.vn/cong"
PAGE = f"{SITE}/thong-bao/2026/so-ket/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/rss/">', f'<a href="{SITE}/rss/">'),
        ('<a href="/">', f'<a href="{SITE}/">'),
        ('<a class="x" href="/a/?b=1&amp;c=2#d">', f'<a class="x" href="{SITE}/a/?b=1&amp;c=2#d">'),
        ('<a href="#fn:1">', f'<a href="{PAGE}#fn:1">'),
        ('<a href="">', f'<a href="{PAGE}">'),
        ('<a href="?in=1">', f'<a href="{PAGE}?in=1">'),
        ('<a href="../khac/">', f'<a href="{SITE}/thong-bao/2026/khac/">'),
        ('<img src="//cdn.example/a.png">', '<img src="https://cdn.example/a.png">'),
        ('<a href="https://example.com/?a&amp;b">', '<a href="https://example.com/?a&amp;b">'),
        ('<a href="mailto:a@example.vn">', '<a href="mailto:a@example.vn">'),
        ('<a href="tel:0123">', '<a href="tel:0123">'),
        ('<a href="http://[hỏng">', '<a href="http://[hỏng">'),
        ('<img alt="a > b" src="/a.png">', f'<img alt="a > b" src="{SITE}/a.png">'),
        ("""<img alt='nói "a"' src='/a.png'>""", f"""<img alt='nói "a"' src="{SITE}/a.png">"""),
        ('<img title=\' src="/b" \' src="/a.png">', f'<img title=\' src="/b" \' src="{SITE}/a.png">'),
        ('<video src="/a.mp4" poster="/a.png">', f'<video src="{SITE}/a.mp4" poster="{SITE}/a.png">'),
        ('<blockquote cite="/a/">', f'<blockquote cite="{SITE}/a/">'),
        (
            '<source type="image/webp" srcset="/a-320.webp 320w, /a,b.webp 800w" sizes="100vw">',
            f'<source type="image/webp" srcset="{SITE}/a-320.webp 320w, {SITE}/a,b.webp 800w" sizes="100vw">',
        ),
        ('<code>&lt;a href="/rss/"&gt;</code>', '<code>&lt;a href="/rss/"&gt;</code>'),
        ('<p>href="/rss/" 1 &lt; 2</p>', '<p>href="/rss/" 1 &lt; 2</p>'),
        ('<p data-href="/x">', '<p data-href="/x">'),
    ],
)
def test_whole_links(html: str, expected: str) -> None:
    assert whole_links(html, PAGE, settings(SITE)) == expected


RICH = """<h2 id="muc">Mục</h2>
<p>Xem <a href="/thong-bao/">thông báo</a>, <a href="#muc">mục</a><sup id="fnref:1"><a href="#fn:1">1</a></sup></p>
<figure><picture><source type="image/webp" srcset="/media/a-320.webp 320w, /media/a-800.webp 800w">
<img src="/media/a.jpg" alt="a > b"></picture></figure>
<video src="/media/a.mp4" poster="/media/a.png" controls></video>
<div class="footnote"><ol><li id="fn:1"><p>Chú <a href="#fnref:1">↩</a></p></li></ol></div>"""


def test_no_relative_address_in_any_format() -> None:
    feed = feed_of(article(cover=COVER, attachments=(REPORT_LINK,)), html=RICH)
    for html in htmls(feed):
        root = lxml.html.fragment_fromstring(html, create_parent="div")
        links = [link for element in root.iter() for link in _links(element)]
        assert len(links) == 11
        assert all(link.startswith("https://khcn.example.gov.vn/") for link in links), links


def _links(element: lxml.html.HtmlElement) -> list[str]:
    single = [element.attrib[name] for name in ("href", "src", "poster") if name in element.attrib]
    return single + [copy.split()[0] for copy in element.get("srcset", "").split(", ") if copy]
