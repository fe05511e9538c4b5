"""Citations in rendered HTML: where each stands, what of it a link can hold, and the sentence around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from newsportal.citations import BLOCK_END, CELL_END, Citation, Reference, find, reference_of
from newsportal.render.values import BLOCKS, Cited
from newsportal.text import sentence_around

_TAG = re.compile(r"<[^>]*>")
_PIECES = re.compile(r"(<[^>]*>)")
_ENDS: Mapping[str, str] = MappingProxyType(
    {
        **{f"</{tag}>": f"{CELL_END if tag in ('td', 'th') else BLOCK_END}\n".ljust(len(tag) + 3) for tag in BLOCKS},
        "<br>": " <r>",
    }
)
"""The ends of blocks, and a line's end as long, so that places stay what they are; a break parts words."""
_END = re.compile(rf"</(?:{'|'.join(BLOCKS)})>|<br>")
_RAISED = re.compile(r"</(su[bp])>(?=\d)|(?<=[A-ZĐ])<(sup)>(?=\d)")
"""The end of a small number before another one ("2" and "731/QĐ-UBND"), or its beginning after a sign."""

_FOOTNOTE_MARK = re.compile(r'<sup id="fnref.*?</sup>', re.DOTALL)
_CLOSED = re.compile(r"<(a|code|pre)\b.*?</\1>", re.DOTALL)
"""Where no link may be."""

_INLINE = frozenset({"abbr", "b", "em", "i", "mark", "span", "strong", "u"})
"""What a link may hold whole."""
_NAMED_TAG = re.compile(r"<(?P<slash>/?)(?P<name>\w*)[^>]*>")
_ABBREVIATION = re.compile(r"<(/?)abbr(?![^\W_])")
_ABBREVIATION_BEGIN = re.compile(r"<abbr[^<>]*>\Z")
_ABBREVIATION_END = "</abbr>"
_LONGEST_TAG = 400

_AMPERSAND = "&amp;"
_LONGEST_SENTENCE = 320


def cited_in(html: str) -> tuple[Cited, ...]:
    """The citations of a body, in their order."""
    flat = _Flat(html)
    found = find(flat.text)
    if not found:
        return ()
    closed = [match.span() for match in _CLOSED.finditer(html)] if flat.has_closed else []
    seen: set[str] = set()
    return tuple(_cited(html, flat, citation, closed, seen) for citation in found)


_OPENING = ("<a ", "<code", "<pre")
_Span = tuple[int, int]


class _Flat:
    """HTML as running text, with the way back from a place in the text to that in the HTML."""

    def __init__(self, html: str) -> None:
        html = html.replace("\n", " ")  # within a block a line's end is but a space
        html = _END.sub(lambda end: _ENDS[end[0]], html)
        if "<su" in html:
            html = _RAISED.sub(lambda tag: f" <{' ' * (len(tag[0]) - 3)}>", html)
        if "fnref" in html:  # the number of a note is no part of the word before it
            html = _FOOTNOTE_MARK.sub(lambda mark: f"<{' ' * (len(mark[0]) - 2)}>", html)
        self._pieces = _PIECES.split(html)  # texts and tags by turns
        self._escaped = "".join(self._pieces[::2])
        self.text = self._escaped.replace(_AMPERSAND, "&")
        self._table: _Table | None = None

    @property
    def has_closed(self) -> bool:
        """Whether there are tags that no link may stand in."""
        return any(tag.startswith(_OPENING) for tag in self._pieces[1::2])

    def span(self, start: int, end: int) -> _Span:
        """The HTML from the first to the last letter of `text[start:end]`."""
        table = self._table = self._table or _Table.of(self._pieces, self._escaped)
        return table.place(table.escaped(start)), table.place(table.escaped(end) - 1) + 1


class _Table(NamedTuple):
    """Places: of pieces in the escaped text and in the HTML, and of ampersands in the text."""

    texts: Sequence[int]
    htmls: Sequence[int]
    ampersands: Sequence[int]

    @classmethod
    def of(cls, pieces: Sequence[str], escaped: str) -> _Table:
        places = list(accumulate(map(len, pieces), initial=0))
        extra = len(_AMPERSAND) - 1
        found = re.finditer(_AMPERSAND, escaped)
        ampersands = [match.start() - extra * number for number, match in enumerate(found)]
        return cls(list(accumulate(map(len, pieces[::2]), initial=0)), places[::2], ampersands)

    def escaped(self, place: int) -> int:
        """A place of the text in the escaped text."""
        return place + (len(_AMPERSAND) - 1) * bisect_right(self.ampersands, place - 1)

    def place(self, place: int) -> int:
        """A place of the escaped text in the HTML."""
        piece = bisect_right(self.texts, place) - 1
        return place + self.htmls[piece] - self.texts[piece]


def _cited(html: str, flat: _Flat, citation: Citation, closed: Sequence[_Span], seen: set[str]) -> Cited:
    start, end = _linkable(html, *flat.span(citation.start, citation.end))
    if closed and any(begin <= start < limit for begin, limit in closed):
        start = end = 0
    reference, sentence = _encoded(reference_of(citation)), ""
    if reference and reference not in seen:
        seen.add(reference)
        sentence = sentence_around(flat.text, citation.start, citation.end, _LONGEST_SENTENCE)
    return Cited(reference, " ".join(citation.verbatim.split()), start, end, sentence, citation.warnings)


def _encoded(reference: Reference | None) -> str:
    return reference.encoded() if reference else ""


def _linkable(html: str, start: int, end: int) -> _Span:
    """What of a citation a link can hold: the whole, with emphasis and abbreviations in it, or where a page break or
    half of an emphasis parts it, the longest part, most likely the number."""
    if "<" not in html[start:end]:
        return start, end
    first, last = _with_abbreviations(html, start, end)
    if _is_inline(html[first:last]):
        return first, last
    bounds = [start, *(place for tag in _TAG.finditer(html, start, end) for place in tag.span()), end]
    parts = zip(bounds[::2], bounds[1::2], strict=True)
    begin, limit = max(parts, key=lambda part: len(html[slice(*part)].strip()))
    text = html[begin:limit]
    return begin + len(text) - len(text.lstrip()), begin + len(text.rstrip())


def _with_abbreviations(html: str, start: int, end: int) -> _Span:
    """The span with the tags of an abbreviation in which it begins or ends."""
    tags = _ABBREVIATION.findall(html, start, end)
    before = _ABBREVIATION_BEGIN.search(html, max(0, start - _LONGEST_TAG), start) if tags[:1] == ["/"] else None
    after = html.startswith(_ABBREVIATION_END, end) and tags[-1:] == [""]
    return before.start() if before else start, end + len(_ABBREVIATION_END) * after


def _is_inline(html: str) -> bool:
    """Whether all tags in it are such as may be in a link, and closed in it."""
    opened: list[str] = []
    for tag in _NAMED_TAG.finditer(html):
        if tag["name"] == "br":
            continue
        if tag["name"] not in _INLINE:
            return False
        if not tag["slash"]:
            opened.append(tag["name"])
        elif not opened or opened.pop() != tag["name"]:
            return False
    return not opened
