"""Markdown's blocks: most of them are plain paragraphs, which need not be offered to every kind of block in turn."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown as Converter
from markdown import blockprocessors as standard
from markdown.blockparser import BlockParser
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor

from newsportal.render.lists import LetterProcessor

_TOLD_BY_SIGNS: frozenset[type] = frozenset({
    standard.EmptyBlockProcessor,
    standard.ListIndentProcessor,
    standard.CodeBlockProcessor,
    standard.HashHeaderProcessor,
    standard.SetextHeaderProcessor,
    standard.HRProcessor,
    standard.OListProcessor,
    standard.UListProcessor,
    standard.BlockQuoteProcessor,
    standard.ReferenceProcessor,
    AbbrBlockprocessor,
    DefListIndentProcessor,
    DefListProcessor,
    FootnoteBlockProcessor,
    SaneOListProcessor,
    SaneUListProcessor,
    TableProcessor,
    LetterProcessor,
})  # fmt: skip
"""Kinds that leave every block alone which begins with neither white space nor nothing, has no line that begins with
one of their signs, and no `|` above a further line. Subclasses may be of another mind."""

_SIGN = r" *(?:[-_*+=:>\[#]|\d+\.|[a-zđ]\))"
_AT_START = re.compile(rf"\Z|\s|{_SIGN}").match
_FURTHER_DOWN = re.compile(rf"\n{_SIGN}").search


class PlainBlockParser(BlockParser):
    """The library's parser, which asks every kind of block about each one until one of them takes it."""

    def __init__(self, md: Converter) -> None:
        super().__init__(md)
        self._kinds: tuple[tuple[standard.BlockProcessor, bool], ...] | None = None

    @classmethod
    def adopt(cls, parser: BlockParser) -> PlainBlockParser:
        """One in the place of `parser`, with its kinds of block."""
        made = cls(parser.md)
        made.blockprocessors = parser.blockprocessors
        for processor in parser.blockprocessors:
            processor.parser = made
        return made

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802  # the library's name
        """The lines of a document as a tree."""
        self._kinds = None  # an extension may have brought another since
        return super().parseDocument(lines)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802  # the library's name
        """Puts all blocks below `parent`; those who are told by signs are asked only where there is one."""
        kinds = self._told()
        while blocks:
            block, plain = blocks[0], is_plain(blocks[0])
            for processor, needs_sign in kinds:
                if plain and needs_sign:
                    continue
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break
                plain = plain and blocks[0] == block

    def _told(self) -> tuple[tuple[standard.BlockProcessor, bool], ...]:
        if self._kinds is None:
            self._kinds = tuple((each, type(each) in _TOLD_BY_SIGNS) for each in self.blockprocessors)
        return self._kinds


def is_plain(block: str) -> bool:
    """Whether a block holds no sign of the kinds above."""
    if _AT_START(block):
        return False
    return "\n" not in block or not ("|" in block or _FURTHER_DOWN(block))
