"""HTML so plain that sanitising it could change nothing, which nearly all of what Markdown alone makes is.

This only ever says that work can be spared: what the grammar does not know goes the long way through `sanitise`.
"""

from __future__ import annotations

import re

_SIGNS = r" \n!-%'-;=?-~\u00a1-\u00ac\u00ae-\u024f\u1ea0-\u1ef9\u2010-\u2027\u2030-\u205e\u2070-\u20bf\u2190-\u22ff"
"""What Vietnamese and European texts are written with. Not: `<`, `>`, `&`, and what does not show or is a space of
another kind."""


def _any(part: str) -> str:
    """Any number of `part`, never tried in another way. (Not `*+`: before Python 3.11.5 that matched too much.)"""
    return rf"(?>(?:{part})*)"


_TEXT = _any(rf"[{_SIGNS}]+|&(?:amp|lt|gt);")
_LABEL = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ADDRESS = rf"(?:https?://{_LABEL}(?:\.{_LABEL})*\.[a-z]+(?=[/\"]))?[A-Za-z0-9_./#?=%~+-]*"
"""A place on this site, or on one with an ordinary name: no parser of addresses finds fault with it."""

_WORDS = _any(
    rf"[{_SIGNS}]+|&(?:amp|lt|gt);|<(?:strong>{_TEXT}</strong|em>{_TEXT}</em|code>{_TEXT}</code"
    rf'|a href="{_ADDRESS}">{_TEXT}</a|br)>'
)
_PARAGRAPH = rf"<p>{_WORDS}</p>"
_HEADING = rf'<h(?P<level>[1-6])(?: id="[a-z0-9_-]+")?>{_WORDS}</h(?P=level)>'
_ITEM = rf"<li>(?:\n{_PARAGRAPH}\n|{_WORDS})</li>\n"
_LIST = rf'<ul>\n{_any(_ITEM)}</ul>|<ol(?: start="[0-9]+")?>\n{_any(_ITEM)}</ol>'
_LETTER = rf'<li><span class="marker">[a-zđ]\)</span>{_WORDS}</li>\n'
_LETTERS = rf'<ul class="letters">\n{_any(_LETTER)}</ul>'


def _row(cell: str) -> str:
    one = rf'<{cell}(?: align="(?:left|center|right)")?>{_WORDS}</{cell}>\n'
    return rf"<tr>\n{_any(one)}</tr>\n"


_TABLE = rf"<table>\n<thead>\n{_row('th')}</thead>\n<tbody>\n{_any(_row('td'))}</tbody>\n</table>"
_BLOCK = rf"{_PARAGRAPH}|{_HEADING}|{_LIST}|{_LETTERS}|{_TABLE}|<hr>"
_HARMLESS = re.compile(_any(rf"(?:{_BLOCK})\n?"))


def is_harmless(html: str) -> bool:
    """Whether there are but paragraphs, headings, flat lists and tables of words, without raw HTML of any kind.

    A parser moves nothing of them, and none of their attributes can do anything.
    """
    return _HARMLESS.fullmatch(html) is not None
