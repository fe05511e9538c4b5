"""Lists as Vietnamese documents have them."""

from __future__ import annotations

import pytest

from render.rendering import html


def _letters(*points: tuple[str, str]) -> str:
    items = "".join(f'<li><span class="marker">{letter})</span> {text}</li>' for letter, text in points)
    return f'<ul class="letters">{items}</ul>'


ABCDD = _letters(
    ("a", "một"), ("b", "hai"), ("c", "ba"), ("d", "bốn"), ("đ", "năm"), ("e", "sáu"), ("g", "bảy"), ("h", "tám")
)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        # Straight below the paragraph that introduces them
        ("Gồm:\n- một\n- hai", "<p>Gồm:</p><ul><li>một</li><li>hai</li></ul>"),
        ("Gồm:\n* một\n* hai", "<p>Gồm:</p><ul><li>một</li><li>hai</li></ul>"),
        ("Gồm:\n1. một\n2. hai", "<p>Gồm:</p><ol><li>một</li><li>hai</li></ol>"),
        ("Gồm:\na) một\nb) hai", f"<p>Gồm:</p>{_letters(('a', 'một'), ('b', 'hai'))}"),
        ("Gồm:\n\n- một\n- hai", "<p>Gồm:</p><ul><li>một</li><li>hai</li></ul>"),
        ("## Mục\n- một", '<h2 id="muc">Mục</h2><ul><li>một</li></ul>'),
        # Nested by two spaces, by three, by four, by a tab
        ("- một\n  - hai\n    - ba", "<ul><li>một<ul><li>hai<ul><li>ba</li></ul></li></ul></li></ul>"),
        ("1. một\n   - hai", "<ol><li>một<ul><li>hai</li></ul></li></ol>"),
        ("- một\n    - hai", "<ul><li>một<ul><li>hai</li></ul></li></ul>"),
        ("- một\n  - hai\n- ba", "<ul><li>một<ul><li>hai</li></ul></li><li>ba</li></ul>"),
        ("- một\n  1. hai\n  2. ba", "<ul><li>một<ol><li>hai</li><li>ba</li></ol></li></ul>"),
        # "+" below "-", as the points of a document are written
        ("- một\n+ hai\n+ ba\n- bốn", "<ul><li>một<ul><li>hai</li><li>ba</li></ul></li><li>bốn</li></ul>"),
        ("+ một\n+ hai", "<ul><li>một</li><li>hai</li></ul>"),
        ("Gồm:\n- một\n+ hai", "<p>Gồm:</p><ul><li>một<ul><li>hai</li></ul></li></ul>"),
        # Numbers that go on after a break
        ("1. một\n\nĐoạn.\n\n2. hai", '<ol><li>một</li></ol><p>Đoạn.</p><ol start="2"><li>hai</li></ol>'),
        ("2. hai\n3. ba", '<ol start="2"><li>hai</li><li>ba</li></ol>'),
        ("- một\n1. hai", "<ul><li>một</li></ul><ol><li>hai</li></ol>"),
        # Paragraphs within an item
        ("- một\n\n  thêm\n- hai", "<ul><li><p>một</p><p>thêm</p></li><li><p>hai</p></li></ul>"),
        ("- một\n\nHết.", "<ul><li>một</li></ul><p>Hết.</p>"),
        ("- một\ntiếp theo", "<ul><li>một\ntiếp theo</li></ul>"),
        # Letters: đ after d, no f
        ("a) một\nb) hai\nc) ba\nd) bốn\nđ) năm\ne) sáu\ng) bảy\nh) tám", ABCDD),
        ("a) một\n\nb) hai", _letters(("a", "một"), ("b", "hai"))),
        ("a) một\ntiếp\nb) hai", _letters(("a", "một\ntiếp"), ("b", "hai"))),
        ("a) **đậm**\nb) hai", _letters(("a", "<strong>đậm</strong>"), ("b", "hai"))),
        ("c) một mình", '<p class="lettered"><span class="marker">c)</span> một mình</p>'),
        ("a) một\n\nĐoạn.", '<p class="lettered"><span class="marker">a)</span> một</p><p>Đoạn.</p>'),
        # What is no list
        ("ab) một", "<p>ab) một</p>"),
        ("a)một", "<p>a)một</p>"),
        ("A) một", "<p>A) một</p>"),
        ("-một", "<p>-một</p>"),
        ("**Số**\n**1. một**", "<p><strong>Số</strong><strong>1. một</strong></p>"),
        ("2022 có 5\n– một", "<p>2022 có 5\n– một</p>"),
        ("một\n\n* * *\n\nhai", "<p>một</p><hr><p>hai</p>"),
        ("một\n- - -\nhai", "<p>một</p><hr><p>hai</p>"),
        # Code is left alone
        ("```\nGồm:\n- một\n+ hai\na) ba\n```", "<pre><code>Gồm:\n- một\n+ hai\na) ba</code></pre>"),
        ("~~~\n- một\n~~~\n- hai", "<pre><code>- một</code></pre><ul><li>hai</li></ul>"),
        ("    - một\n    a) hai", "<pre><code>- một\na) hai</code></pre>"),
    ],
)
def test_lists(markdown: str, expected: str) -> None:
    assert html(markdown) == expected
