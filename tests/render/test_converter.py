"""What is spared changes nothing: our converter writes what Python-Markdown writes."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown as Converter
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension

from newsportal.model import Markdown
from newsportal.render.converter import make_converter
from newsportal.render.lists import VietnameseListsExtension
from newsportal.text import heading_id
from render.rendering import DIALECT

_DIALECTS = (
    DIALECT,
    Markdown(),
    Markdown(("extra", "nl2br", "smarty", "legacy_em", "wikilinks", "admonition", "meta")),
)
_PIECES = (
    *(
        "\t",
        "\r\n",
        "\x03",
        "\x0b",
        "\xa0",
        "\u2028",
        "{",
        "}",
        "#",
        "+ ",
        "* ",
        "> > ",
        "===",
        "***",
        "- - -",
        "\n \n",
        "\n\n\n",
    ),
    *(
        "\n\n    ",
        "\n  - ",
        "\n    - ",
        "\n    > ",
        "đ) ",
        "~~~\n",
        "```\n",
        "a | b",
        "| a | b |",
        "\n|:-|-:|\n",
        "///Footnotes Go Here///",
    ),
    *(
        "[^2]: x\n    y",
        "{: #b c=d}",
        " { .x }",
        "[a]: http://b.vn 'x'",
        "[a][b]",
        "[b]: <c>",
        "Tiêu đề\n---\n",
        "\u0663. ",
    ),
    *(
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<p>",
        "<!-- c -->",
        "<!--",
        "-->",
        "<?x?>",
        "&#58 ",
        "&",
        "<pre>",
        "<div markdown=1>",
    ),
    *("*", "**", "_", "`", "[", "]", "(", ")", "!", "<", ">", "&", "&amp;", "&#58;", "\\", "|", '"', "'", "\x02"),
    *("\n", "\n\n", "  \n", " ", "    ", "## ", "- ", "1. ", "a) ", "> ", ": ", "---", "\n|--|--|\n", "```", "..."),
    *("[^1]", "[^1]: ", "*[KH]: x", "{: .a}", "[TOC]", "<a@b.vn>", "<br>", "[a](b.md)", "[[a]]", "KH&CN", "Sở", "word"),
)
_RUNS = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)
_TEXTS = _RUNS | st.lists(st.lists(st.sampled_from(_PIECES), max_size=4).map("".join), max_size=12).map("\n\n".join)
"""Marks thrown together, and short blocks of them."""


def _plain(dialect: Markdown) -> Converter:
    toc = TocExtension(slugify=lambda text, separator: heading_id(text), permalink=False)
    extensions: list[str | Extension] = [
        *(name for name in dialect.extensions if name != "toc"),
        toc,
        VietnameseListsExtension(),
    ]
    return Converter(
        extensions=extensions, extension_configs={"tables": {"use_align_attribute": True}}, output_format="html"
    )


@pytest.mark.parametrize("dialect", _DIALECTS)
@given(text=_TEXTS)
@example(text="[TOC]\n\n# Một\n\n## Hai *ba*")
@example(text="Phí &amp; lệ phí  \nKH&CN\n\n- **a** b\n- c")
def test_the_library_writes_the_same(dialect: Markdown, text: str) -> None:
    assert make_converter(dialect).convert(text) == _plain(dialect).convert(text)


_FEATURES = """\
# Một\nngay dưới **đậm**\n\nHai\n---\n\n- a\n- b\n\n    thêm\n\n    - c\n        1. d\n- # e\n  f\n
1. g\n\n   ```\n   h\n   ```\n
> một\n> > hai\n>\n> - ba\n\nThuật ngữ\n:   Lời giải\n\n    thêm\n\n: nữa\n\n| a | b \\| c |\n|:--|--:|\n| `|` | d |\n
Chú[^1] thích[^x] và [^1].\n\n[^1]: Một\n[^x]:\n    Hai\n\n    ba\n\n*[KH]: Khoa học\n\nKH&CN {: .a #b}\n{: c=d }\n
[một][1] ![hai](a.png "b") <c@d.vn>\n\n[1]: http://e.vn (f)\n\n    mã\n\n    <b>\n\n~~~ {.python}\n# x\n~~~\n
<div>\n\n*g*\n\n</div>\n\na) một\nb) hai\n\n* * *\n\n#h\\#\n\nHết  \ndòng \\* \\[\n===\n"""


@pytest.mark.parametrize("dialect", _DIALECTS)
@given(data=st.data())
def test_the_library_writes_the_same_of_parts_that_meet(dialect: Markdown, data: st.DataObject) -> None:
    """Lines of a text with every feature, some left out, indented or quoted, so that blocks meet in unusual ways."""
    lines = data.draw(st.lists(st.sampled_from(_FEATURES.split("\n")), max_size=20))
    before = st.sampled_from(("", "", "", "\n", "  ", "    ", "> ", "- ", "\t"))
    text = "\n".join(data.draw(before) + line for line in lines)
    assert make_converter(dialect).convert(text) == _plain(dialect).convert(text)


@pytest.mark.parametrize("dialect", _DIALECTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_library_writes_the_same_of_every_feature(dialect: Markdown, end: str) -> None:
    text = _FEATURES.replace("\n", end)
    assert make_converter(dialect).convert(text) == _plain(dialect).convert(text)


class _Shouts(BlockProcessor):
    """A kind of block that nothing is known of: any that holds an exclamation mark."""

    def test(self, parent: Element, block: str) -> bool:
        return "!" in block

    def run(self, parent: Element, blocks: list[str]) -> bool:
        block = blocks.pop(0)
        if "?" in block:
            blocks.insert(0, block.replace("!", "\n# "))
            return False
        SubElement(parent, "h1").text = block
        return True


def test_unknown_kinds_of_block_are_asked_about_every_block() -> None:
    texts = ("Một\n\nHai!\n\n- ba!\n- bốn", "Ơ?! thế à", "Ơ?!> thế à")
    for text in texts:
        ours, library = make_converter(DIALECT), _plain(DIALECT)
        for converter in (ours, library):
            converter.parser.blockprocessors.register(_Shouts(converter.parser), "shouts", 95)
        assert ours.convert(text) == library.convert(text)


def test_texts_are_not_left_marked_for_later_steps() -> None:
    converter = make_converter(DIALECT)
    assert converter.convert("Sở KH\n\n*[KH]: Khoa học") == '<p>Sở <abbr title="Khoa học">KH</abbr></p>'
