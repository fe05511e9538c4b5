"""Lists as Vietnamese documents have them, for Python-Markdown.

Editors write a list straight below its introduction, nest with two spaces, put "+" below "-", and letter points
a) b) c) d) đ) e) g) (NĐ 30/2020/NĐ-CP, annex I). Python-Markdown wants blank lines and four spaces, would merge "+"
with "-", and HTML's own letters have neither đ nor the gap at f; so markers are normalised first and letters are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_ITEM = re.compile(r"^(?P<indent> *)(?P<marker>[-*+]|\d{1,3}\.)[ \t]+(?=\S)")
_LETTER = re.compile(r"^(?P<letter>[a-zđ]\))[ \t]+(?=\S)")
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})")
_INDENT = 4

LETTERS_CLASS = "letters"


@dataclass(slots=True)
class _Open:
    """A list item still open: its indentation as typed (spaces) and its kind (`-`, `+` or `1`)."""

    indent: int
    kind: str


def _kind(marker: str) -> str:
    return marker if marker == "+" else "1" if marker[0].isdigit() else "-"


@dataclass(slots=True)
class _Normaliser:
    """Walks the lines of a post once; `stack` holds the open items, outermost first."""

    stack: list[_Open] = field(default_factory=list)
    fence: str = ""
    previous: str = ""
    nested_block: bool = False

    def lines(self, source: list[str]) -> Iterator[str]:
        for line in source:
            is_text = line[:1].isalpha() and line[1:2] != ")" and not self.fence  # as most are, and no marker can be
            for written in (self.text(line),) if is_text else self.line(line):
                self.note_block(written)
                yield written
            self.previous = line

    def note_block(self, written: str) -> None:
        """Remembers whether the block being written began indented: Python-Markdown takes all of it for nested then."""
        if not written.strip():
            self.nested_block = False
        elif not self.previous.strip():
            self.nested_block = written.startswith(" " * _INDENT)

    def line(self, line: str) -> Iterator[str]:
        if self.inside_fence(line) or not line.strip():
            yield line
            return
        item = _ITEM.match(line)
        if item and (self.stack or len(item["indent"]) < _INDENT):
            yield from self.item(line, item)
        elif _LETTER.match(line):
            yield from self.letter(line)
        else:
            yield self.text(line)

    def inside_fence(self, line: str) -> bool:
        found = _FENCE.match(line)
        if self.fence:
            if found and found["fence"].startswith(self.fence):
                self.fence = ""
            return True
        self.fence = found["fence"] if found else ""
        return bool(found)

    def item(self, line: str, match: re.Match[str]) -> Iterator[str]:
        before = [entry.kind == "1" for entry in self.stack]
        self.place(len(match["indent"]), _kind(match["marker"]))
        after = [entry.kind == "1" for entry in self.stack]
        changes_kind = len(before) == len(after) and before != after
        leaves_block = self.nested_block and len(after) == 1
        if self.previous.strip() and (not before or changes_kind or leaves_block):
            yield ""
        yield " " * _INDENT * (len(self.stack) - 1) + line.strip()

    def place(self, indent: int, kind: str) -> None:
        """Brings the stack to the item of this indentation: deeper, beside or above the last one."""
        while self.stack and indent < self.stack[-1].indent:
            self.stack.pop()
        if not self.stack or indent >= self.stack[-1].indent + 2:
            self.stack.append(_Open(indent, kind))
        elif kind == "+" and self.stack[-1].kind == "-":
            self.stack.append(_Open(self.stack[-1].indent, kind))
        elif self.stack[-1].kind == "+" and kind != "+" and len(self.stack) > 1:
            self.stack.pop()
            self.stack[-1].kind = kind
        else:
            self.stack[-1].kind = kind

    def letter(self, line: str) -> Iterator[str]:
        self.stack.clear()
        if self.previous.strip() and not _LETTER.match(self.previous):
            yield ""
        yield line

    def text(self, line: str) -> str:
        """A line that begins no item: a further paragraph of one, or the end of the list."""
        if not self.stack or self.previous.strip():
            return line
        indent = len(line) - len(line.lstrip())
        if indent >= self.stack[0].indent + 2:
            return " " * _INDENT * len(self.stack) + line.strip()
        self.stack.clear()
        return line


class _ListPreprocessor(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return list(_Normaliser().lines(lines))


class LetterProcessor(BlockProcessor):
    """Blocks of lines that begin `a) …`; following blocks of the same kind continue the list."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is one."""
        return bool(_LETTER.match(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Puts the first block below `parent`, or into the list that ends there."""
        target = self._open_list(parent)
        for line in blocks.pop(0).split("\n"):
            match = _LETTER.match(line)
            if match:
                item = SubElement(target, "li")
                marker = SubElement(item, "span", {"class": "marker"})
                marker.text, marker.tail = match["letter"], " " + line[match.end() :]
            else:
                last = target[-1][0]
                last.tail = f"{last.tail}\n{line.strip()}"

    def _open_list(self, parent: Element) -> Element:
        last = self.lastChild(parent)
        if last is not None and last.tag == "ul" and last.get("class") == LETTERS_CLASS:
            return last
        return SubElement(parent, "ul", {"class": LETTERS_CLASS})


class VietnameseListsExtension(Extension):
    """Registers both steps."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        """Before blocks are split, and as a kind of block above paragraphs."""
        md.preprocessors.register(_ListPreprocessor(md), "vietnamese_lists", 22)
        parser: BlockParser = md.parser
        parser.blockprocessors.register(LetterProcessor(parser), "vietnamese_letters", 25)
