"""Python-Markdown for the portal's dialect, spared the work that cannot change its result."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown as Converter
from markdown import inlinepatterns, treeprocessors
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.util import STX, AtomicString

from newsportal.model import Markdown
from newsportal.render.blocks import PlainBlockParser
from newsportal.render.lists import VietnameseListsExtension
from newsportal.render.steps import AttributeLists, FencedCode, spare_steps
from newsportal.text import heading_id

_SIGNS: Mapping[str, str] = MappingProxyType({
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.IMAGE_LINK_RE: "[",
    inlinepatterns.AUTOLINK_RE: "<",
    inlinepatterns.AUTOMAIL_RE: "<",
    inlinepatterns.HTML_RE: "<",
    r"\*|_": "*_",
    r"\[\^([^\]]*)\]": "[",
})  # fmt: skip
"""Inline pattern → characters one of which is in everything it matches. Patterns not named here are searched for;
entities are not, as `&` is in every other text on KH&CN."""


_SPARED: Mapping[str, type[Extension]] = MappingProxyType({"attr_list": AttributeLists, "fenced_code": FencedCode})


def make_converter(dialect: Markdown) -> Converter:
    """Python-Markdown with the dialect of the settings, our slugs for headings and our lists."""
    options: dict[str, Any] = {name: dict(values) for name, values in dialect.options.items()}
    options["tables"] = {"use_align_attribute": True, **options.get("tables", {})}
    toc = options.pop("toc", {}) | {"slugify": lambda text, separator: heading_id(text), "permalink": False}
    names = [name for name in dialect.extensions if name != "toc"]
    given = [_SPARED[name](**options.pop(name, {})) if name in _SPARED else name for name in names]
    extensions: list[str | Extension] = [_Thrift(), *given, _Contents(**toc), VietnameseListsExtension()]
    return Converter(extensions=extensions, extension_configs=options, output_format="html")


class _Thrift(Extension):
    """Puts our steps in the place of the library's, before other extensions build upon them."""

    def extendMarkdown(self, md: Converter) -> None:  # noqa: N802  # the library's name
        md.parser = PlainBlockParser.adopt(md.parser)
        spare_steps(md)
        md.treeprocessors.register(_Inline(md), "inline", 20)


class _Inline(treeprocessors.InlineProcessor):
    """The library's step for links, emphasis and the like, which tries every pattern on every text.

    Most texts hold nothing that any pattern matches, so it is given only the blocks with others. Plain texts in these
    are marked as atomic, which is the library's own sign for it; the sign is taken off again for the steps that follow.
    """

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Works over a tree in place."""
        is_plain = _plainness(self.md.inlinePatterns)
        if not all(is_plain(block.tail) for block in tree if block.tail):
            return super().run(tree, ancestors)
        part = Element(tree.tag)  # in the blocks' place: what becomes of one does not depend on its neighbours
        part.extend([block for block in tree if not _is_plain_block(block, is_plain)])
        if len(part):
            texts = [(each, each.text) for each in part.iter() if each.text and is_plain(each.text)]
            tails = [(each, each.tail) for each in part.iter() if each.tail and is_plain(each.tail)]
            _mark(texts, tails, AtomicString)
            super().run(part, ancestors)
            _mark(texts, tails, _unchanged)
        return tree


def _is_plain_block(block: Element, is_plain: Callable[[str], bool]) -> bool:
    for each in block.iter():
        if (each.text and not is_plain(each.text)) or (each.tail and not is_plain(each.tail)):
            return False
    return True


_Texts = Iterable[tuple[Element, str]]


def _mark(texts: _Texts, tails: _Texts, kind: Callable[[str], str]) -> None:
    for element, text in texts:
        element.text = kind(text)
    for element, tail in tails:
        element.tail = kind(tail)


def _unchanged(text: str) -> str:
    return text


def _plainness(patterns: Iterable[inlinepatterns.Pattern]) -> Callable[[str], bool]:
    """A test for texts in which none of the patterns matches anything, or which are marked as atomic."""
    given = {compiled.pattern: compiled for compiled in (pattern.getCompiledRegExp() for pattern in patterns)}
    signs = re.compile(f"[{re.escape(STX + ''.join(_SIGNS[source] for source in given if source in _SIGNS))}]").search
    others = tuple(compiled.search for source, compiled in given.items() if source not in _SIGNS)

    def is_plain(text: str) -> bool:
        if signs(text):
            return isinstance(text, AtomicString)
        for search in others:
            if search(text):
                return isinstance(text, AtomicString)
        return True

    return is_plain


class _ContentsProcessor(TocTreeprocessor):
    """Gives headings their ids; builds a list of contents only for a text that asks for one by its marker."""

    _asked = False

    def run(self, doc: Element) -> None:
        self._asked = bool(self.marker) and any(self.marker in (element.text or "") for element in doc.iter())
        super().run(doc)

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        return super().build_toc_div(toc_list) if self._asked else Element("div")

    def replace_marker(self, root: Element, elem: Element) -> None:
        if self._asked:
            super().replace_marker(root, elem)


class _Contents(TocExtension):
    TreeProcessorClass = _ContentsProcessor
