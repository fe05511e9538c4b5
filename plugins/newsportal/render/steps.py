"""Steps of Python-Markdown that pass over a text which holds nothing of what they deal with.

Each is the library's own step but for that: where it has something to do the library does it.
"""

from __future__ import annotations

from collections.abc import Set
from xml.etree.ElementTree import Element

from markdown import Markdown as Converter
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.treeprocessors import PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, STX


def spare_steps(md: Converter) -> None:
    """Puts our steps in the place of the library's, to be called before any extension does the same."""
    md.preprocessors.register(_Whitespace(md), "normalize_whitespace", 30)
    md.preprocessors.register(_HtmlBlocks(md), "html_block", 20)
    md.treeprocessors.register(_LineBreaks(md), "prettify", 10)
    md.treeprocessors.register(_Unescaping(md), "unescape", 0)


class FencedCode(FencedCodeExtension):
    """The library's extension with our step."""

    def extendMarkdown(self, md: Converter) -> None:  # noqa: N802  # the library's name
        """Registers it."""
        super().extendMarkdown(md)
        md.preprocessors.register(_Fences(md, self.getConfigs()), "fenced_code_block", 25)


class AttributeLists(AttrListExtension):
    """The library's extension with our step."""

    def extendMarkdown(self, md: Converter) -> None:  # noqa: N802  # the library's name
        """Registers it."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_Attributes(md), "attr_list", 8)


class _Whitespace(NormalizeWhitespace):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if any(sign in text for sign in (STX, ETX, "\r", "\t", "\n ")):
            return super().run(lines)
        return [*text.split("\n"), "", ""]


class _Fences(FencedBlockPreprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return super().run(lines) if "```" in text or "~~~" in text else text.split("\n")


class _HtmlBlocks(HtmlBlockPreprocessor):
    """An entity or a lone `&` is text to the library too; of numbers it completes `&#38` to `&#38;`."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return super().run(lines) if "<" in text or "&#" in text else text.split("\n")


class _LineBreaks(PrettifyTreeprocessor):
    """Asks a set for the block-level elements, where the library goes through its list of them for every element."""

    _blocks: Set[str] = frozenset()

    def run(self, root: Element) -> None:
        self._blocks = frozenset(self.md.block_level_elements)
        super().run(root)

    def _prettifyETree(self, elem: Element) -> None:  # noqa: N802  # the library's name
        if _is_of(elem.tag, self._blocks) and elem.tag not in ("code", "pre"):
            if len(elem) and _is_blank(elem.text) and _is_of(elem[0].tag, self._blocks):
                elem.text = "\n"
            for child in elem:
                if _is_of(child.tag, self._blocks):
                    self._prettifyETree(child)
        if _is_blank(elem.tail):
            elem.tail = "\n"


def _is_of(tag: object, names: Set[str]) -> bool:
    """Whether the names have the tag, which is no text where the library marks a comment."""
    return tag in names or (isinstance(tag, str) and tag.lower().rstrip("/") in names)


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()


class _Attributes(AttrListTreeprocessor):
    def run(self, doc: Element) -> None:
        if "{" in _words(doc):
            super().run(doc)


class _Unescaping(UnescapeTreeprocessor):
    def run(self, root: Element) -> None:
        if STX in _words(root) or any(STX in value for each in root.iter() for _, value in each.items() if value):
            super().run(root)


def _words(root: Element) -> str:
    """All texts, those of comments too, which `itertext` leaves out."""
    return "".join([f"{each.text or ''}{each.tail or ''}" for each in root.iter()])
