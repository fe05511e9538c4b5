"""Citations in rendered HTML: where each stands, what of it a link can hold, and the sentence around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsportal.citations import Citation, Reference, find, reference_of
from newsportal.render.values import BLOCKS, Cited
from newsportal.text import sentence_around

_TAG = re.compile(r"<[^>]*>")
_LINE_ENDS = tuple((f"</{tag}>", "\n".ljust(len(tag) + 3)) for tag in BLOCKS)
"""The ends of blocks, and a line's end as long, so that places stay what they are."""

_FOOTNOTE_MARK = re.compile(r'<sup id="fnref.*?</sup>', re.DOTALL)
_CLOSED = re.compile(r"<(a|code|pre)\b.*?</\1>", re.DOTALL)
"""Where no link may be."""

_AMPERSAND = "&amp;"
_LONGEST_SENTENCE = 320


def cited_in(html: str) -> tuple[Cited, ...]:
    """The citations of a body, in their order."""
    flat = _Flat(html)
    found = find(flat.text)
    if not found:
        return ()
    closed = [match.span() for match in _CLOSED.finditer(html)] if any(sign in html for sign in _SIGNS) else []
    seen: set[str] = set()
    return tuple(_cited(flat, citation, closed, seen) for citation in found)


_SIGNS = ("<a ", "<code", "<pre")
_Span = tuple[int, int]


class _Flat:
    """HTML as running text, with the way back from a place in the text to that in the HTML."""

    def __init__(self, html: str) -> None:
        html = html.replace("\n", " ")  # within a block a line's end is but a space
        for end, line in _LINE_ENDS:
            html = html.replace(end, line)
        if "fnref" in html:  # the number of a note is no part of the word before it
            html = _FOOTNOTE_MARK.sub(lambda mark: f"<{' ' * (len(mark[0]) - 2)}>", html)
        self._html = html
        self._pieces = _TAG.split(html)
        self._escaped = "".join(self._pieces)
        self.text = self._escaped.replace(_AMPERSAND, "&")
        self._table: _Table | None = None

    def parts(self, start: int, end: int) -> Iterator[_Span]:
        """The stretches of HTML without tags that hold `text[start:end]`."""
        table = self._table = self._table or _Table.of(self._html, self._pieces, self._escaped)
        start, end = table.escaped(start), table.escaped(end)
        for piece in range(table.piece(start), table.piece(end - 1) + 1):
            begin, limit = table.texts[piece], table.texts[piece + 1]
            shift = table.htmls[piece] - begin
            if max(start, begin) < min(end, limit):
                yield max(start, begin) + shift, min(end, limit) + shift


class _Table(NamedTuple):
    """Places: of pieces in the escaped text and in the HTML, and of ampersands in the text."""

    texts: Sequence[int]
    htmls: Sequence[int]
    ampersands: Sequence[int]

    @classmethod
    def of(cls, html: str, pieces: Sequence[str], escaped: str) -> _Table:
        lengths = [len(piece) for piece in pieces]
        tags = [len(tag) for tag in _TAG.findall(html)]
        htmls = accumulate((length + tag for length, tag in zip(lengths, tags, strict=False)), initial=0)
        extra = len(_AMPERSAND) - 1
        found = re.finditer(_AMPERSAND, escaped)
        ampersands = [match.start() - extra * number for number, match in enumerate(found)]
        return cls(list(accumulate(lengths, initial=0)), list(htmls), ampersands)

    def escaped(self, place: int) -> int:
        """A place of the text in the escaped text."""
        return place + (len(_AMPERSAND) - 1) * bisect_right(self.ampersands, place - 1)

    def piece(self, place: int) -> int:
        """The piece that holds a place of the escaped text."""
        return bisect_right(self.texts, place) - 1


def _cited(flat: _Flat, citation: Citation, closed: Sequence[_Span], seen: set[str]) -> Cited:
    start, end = _linkable(flat, citation)
    if any(begin <= start < limit for begin, limit in closed):
        start = end = 0
    reference, sentence = _encoded(reference_of(citation)), ""
    if reference and reference not in seen:
        seen.add(reference)
        sentence = sentence_around(flat.text, citation.start, citation.end, _LONGEST_SENTENCE)
    return Cited(reference, " ".join(citation.verbatim.split()), start, end, sentence, citation.warnings)


def _encoded(reference: Reference | None) -> str:
    return reference.encoded() if reference else ""


def _linkable(flat: _Flat, citation: Citation) -> _Span:
    """The whole of a citation, or where emphasis or a page break parts it, the longest part, most likely the number."""
    start, end = max(flat.parts(citation.start, citation.end), key=lambda part: part[1] - part[0])
    return start, end
