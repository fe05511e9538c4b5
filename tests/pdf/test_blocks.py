"""Rendered HTML as nodes: nothing of a text is lost, and nothing of it becomes anything but text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from newsportal.pdf.blocks import read
from render.rendering import post, renderer

SIZES = {"/media/2026/anh.jpg": (1600, 900)}


def nodes(html: str) -> list[Any]:
    return read(html, lambda path: f"https://tin.example{path}", SIZES)[0]


def rendered(markdown: str) -> list[Any]:
    body = renderer().render(replace(post(markdown), is_document=True)).body
    return nodes(body.html)


def words(found: Any) -> str:
    """All the texts in nodes."""
    if isinstance(found, str):
        return found
    if isinstance(found, list):
        return "".join(map(words, found))
    return words([found.get(name, []) for name in ("text", "inside", "points", "head", "body")])


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Một <b>hai</b> ba</p>", ["Một ", {"kind": "strong", "inside": ["hai"]}, " ba"]),
        ("<p> \n a\n  b </p>", ["a b"]),
        ("<p>a&nbsp;b</p>", ["a\N{NO-BREAK SPACE}b"]),
        ("<p>a<br>b</p>", ["a", {"kind": "break"}, "b"]),
        ("<p>H<sub>2</sub>O</p>", ["H", {"kind": "sub", "inside": ["2"]}, "O"]),
        ('<p><a href="/lien-he/">x</a></p>', [{"kind": "link", "to": "https://tin.example/lien-he/", "inside": ["x"]}]),
        ('<p><a href="https://a.example/?b=1&amp;c">x</a></p>',
         [{"kind": "link", "to": "https://a.example/?b=1&c", "inside": ["x"]}]),
        ('<p><a href="#nowhere">x</a></p>', ["x"]),
        ("<p><code>#let x</code></p>", [{"kind": "code", "text": "#let x", "block": False}]),
        ("<p><mark>a</mark><span>b</span></p>", ["a", "b"]),
        ("<p>a<!-- b -->c</p>", ["a", "c"]),
    ],
)  # fmt: skip
def test_lines(html: str, expected: list[Any]) -> None:
    [paragraph] = nodes(html)
    assert paragraph["kind"] == "paragraph"
    assert paragraph["inside"] == expected


def test_empty_blocks_are_nothing() -> None:
    assert nodes("<p> </p><h2></h2><div></div><ul></ul><table></table>") == []


def test_words_between_blocks_are_paragraphs() -> None:
    found = nodes("một<p>hai</p>ba <b>bốn</b><div>năm</div>")
    assert [words(each) for each in found] == ["một", "hai", "ba bốn", "năm"]


def test_lists_have_the_markers_of_the_text() -> None:
    [dashes, letters, numbers] = rendered("- Một\n    + Hai\n\na) A;\n\nđ) Đ;\n\n7. Bảy\n8. Tám")
    assert (dashes["marker"], dashes["markers"]) == ("–", [])
    assert dashes["points"][0][-1]["marker"] == "+"
    assert letters["markers"] == ["a)", "đ)"]
    assert [words(point).strip() for point in letters["points"]] == ["A;", "Đ;"]
    assert numbers["markers"] == ["7.", "8."]


def test_levels_of_headings_have_no_gap() -> None:
    found = nodes("<h3>a</h3><h6>b</h6><h2>c</h2><h5>d</h5>")
    assert [heading["level"] for heading in found] == [2, 3, 2, 3]


def test_notes_are_told_where_they_are_first_referred_to() -> None:
    [paragraph, later] = rendered("Một[^a] hai[^b].\n\nLại[^a].\n\n[^a]: Chú *thích*.\n[^b]: Hai.\n\n    Nữa.")
    notes = [node for node in (*paragraph["inside"], *later["inside"]) if isinstance(node, dict)]
    assert [(note["name"], note["first"]) for note in notes] == [
        ("note-fn:a", True), ("note-fn:b", True), ("note-fn:a", False),
    ]  # fmt: skip
    assert [words(note) for note in notes] == ["Chú thích.", "Hai.Nữa.", ""]


def test_tables_keep_their_title_and_their_cells() -> None:
    [title, table] = rendered("**Bảng 1**\n\n| Tên | Số |\n|---|--:|\n| A | **12** |")
    assert (title["centred"], title["sticky"]) == (True, True)
    assert [(words(cell["inside"]), cell["head"], cell["align"]) for cell in (*table["head"], *table["body"])] == [
        ("Tên", True, ""), ("Số", True, "right"), ("A", False, ""), ("12", False, "right"),
    ]  # fmt: skip
    assert not table["landscape"]


def test_the_title_of_a_wide_table_goes_with_it_onto_its_page() -> None:
    row = "| " + " | ".join(["1.234.567"] * 14) + " |"
    [before, table] = rendered(f"Trước.\n\n**Bảng 1**\n\n{row}\n|{'---|' * 14}\n{row}")
    assert words(before) == "Trước."
    assert table["landscape"]
    assert words(table["above"]) == "Bảng 1"


def test_photos_have_words_and_a_size() -> None:
    [figure] = rendered('![Cánh đồng](2026/anh.jpg "Lúa chín")')
    assert (figure["kind"], figure["alt"], words(figure["inside"])) == ("figure", "Cánh đồng", "Lúa chín")
    assert figure["size"] == {"width": 162, "height": 91.1}
    assert nodes('<figure><img src="/media/mat.jpg" alt="x"><figcaption>Mất</figcaption></figure>')[0]["inside"] == [
        "Mất"
    ]


def test_places_are_marked_where_something_leads_there() -> None:
    found = nodes('<p id="a">A <a href="#b">xem</a></p><p id="b">B</p><p id="c">C</p>')
    assert found[0]["inside"][1] == {"kind": "reference", "to": "place-b", "inside": ["xem"]}
    assert [{"kind": "place", "name": "place-b"} in paragraph["inside"] for paragraph in found] == [False, True, False]


def test_nesting_without_end_comes_to_an_end() -> None:
    found = nodes("<div>" * 200 + "sâu <b>lắm</b>" + "</div>" * 200)
    assert [words(each) for each in found] == ["sâu lắm"]
    quotes = nodes("<blockquote>" * 100 + "<p>x</p>" + "</blockquote>" * 100)
    assert words(quotes) == "x"
    marks = nodes("<p>" + "<em><strong>" * 100 + "x" + "</strong></em>" * 100 + "</p>")
    assert words(marks) == "x"


def test_notes_on_notes_come_to_an_end() -> None:
    mark = '<sup id="fnref:{0}"><a class="footnote-ref" href="#fn:{0}">{0}</a></sup>'
    notes = "".join(f'<li id="fn:{n}"><p>Chú thích {n}{mark.format(n + 1)}</p></li>' for n in range(1, 300))
    found = words(nodes(f'<p>Chữ{mark.format(1)}</p><div class="footnote"><ol>{notes}</ol></div>'))
    assert found.startswith("ChữChú thích 1Chú thích 2")
