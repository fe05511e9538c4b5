"""What is spared changes nothing: our converter writes what Python-Markdown writes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown as Converter
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension

from newsportal.model import Markdown
from newsportal.render.converter import make_converter
from newsportal.render.lists import VietnameseListsExtension
from newsportal.text import heading_id
from render.rendering import DIALECT

_DIALECTS = (DIALECT, Markdown(), Markdown(("extra", "nl2br", "smarty", "legacy_em", "wikilinks")))
_PIECES = (
    *("*", "**", "_", "`", "[", "]", "(", ")", "!", "<", ">", "&", "&amp;", "&#58;", "\\", "|", '"', "'", "\x02"),
    *("\n", "\n\n", "  \n", " ", "    ", "## ", "- ", "1. ", "a) ", "> ", ": ", "---", "\n|--|--|\n", "```", "..."),
    *("[^1]", "[^1]: ", "*[KH]: x", "{: .a}", "[TOC]", "<a@b.vn>", "<br>", "[a](b.md)", "[[a]]", "KH&CN", "Sở", "word"),
)


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
@given(text=st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
@example(text="[TOC]\n\n# Một\n\n## Hai *ba*")
@example(text="Phí &amp; lệ phí  \nKH&CN\n\n- **a** b\n- c")
def test_the_library_writes_the_same(dialect: Markdown, text: str) -> None:
    assert make_converter(dialect).convert(text) == _plain(dialect).convert(text)


def test_texts_are_not_left_marked_for_later_steps() -> None:
    converter = make_converter(DIALECT)
    assert converter.convert("Sở KH\n\n*[KH]: Khoa học") == '<p>Sở <abbr title="Khoa học">KH</abbr></p>'
