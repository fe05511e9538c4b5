"""The text of a document: how it ends, and amounts of money told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from newsportal.linting.values import Finding, finding
from newsportal.text import parse_vietnamese_number, parse_vietnamese_number_words, vietnamese_number_words

_WHOLE_TEXT = re.compile(r"^[ >#*_]*(?:Kính gửi[ *_]*:|Điều 1[.:]|I[.)] )", re.MULTILINE)
"""Signs of a document's own text: an addressee, articles, parts with Roman numbers."""
_EXCERPT = "(trích)"
_END = re.compile(r"\./\.[ *_”\"»)]*(?:\[\^[^\]\n]+\])*[ *_]*$", re.MULTILINE)
_NOT_TEXT = re.compile(r"\[\^|\*\[|<|\||\{:|#| {4}")
"""How lines begin that are not the end of a text: notes, abbreviations, HTML, tables, headings."""

_SCALES: Mapping[str, int] = MappingProxyType(
    {"": 1, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
)
_AMOUNT = re.compile(
    r"(?<![\d.,/])(?P<figures>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?) *(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ|) *"
    r"(?:đồng|vnđ|vnd|đ)\b[\s.,;*_-]{0,8}"
    r"(?:\([*_ ]*(?:(?:viết +)?bằng chữ *:)?|(?:số tiền +)?(?:viết +)?bằng chữ[*_ ]*:)\s*"
    r"(?P<words>(?:[^\W\d_]|[ ,*_-]|\n(?!\n))+)",
    re.IGNORECASE,
)
_LIKELY = re.compile(r"[gGdDđĐ][\s.,;*_-]{0,8}\(|[bB]ằng chữ|BẰNG CHỮ")
"""What there is in every text with an amount in words; few have it, and it is found quickly."""
_CURRENCY = re.compile(r"\s+đồng(?:\s+việt\s+nam)?(?:\s+chẵn)?$|\s+chẵn(?:\s+đồng)?$", re.IGNORECASE)
_MARKUP = re.compile(r"[*_]|[\s-]+$|^\s+")


def end_findings(body: str) -> Iterator[Finding]:
    """A text without "./." at the end of a paragraph (NĐ 30/2020/NĐ-CP, annex III: the forms).

    Only what is surely the document's own text and all of it: a summary ends like any sentence.
    """
    if _WHOLE_TEXT.search(body) and _EXCERPT not in body and not _END.search(body):
        row, line = _last_line(body)
        yield finding("document.end", "body", row, written=" ".join(line.split()[-4:]).strip("*_"))


def _last_line(body: str) -> tuple[int, str]:
    """The last line of running text with its row."""
    lines = list(enumerate(body.split("\n")))
    return next(((row, line) for row, line in reversed(lines) if line.strip() and not _NOT_TEXT.match(line)), lines[0])


def amount_findings(body: str) -> Iterator[Finding]:
    """ "13.045.000 đồng (Mười ba triệu không trăm bốn mươi lăm nghìn đồng)": figures and words must agree.

    Words that are no clear number tell nothing: what stands in parentheses may be anything.
    """
    for amount in _AMOUNT.finditer(body) if _LIKELY.search(body) else ():
        words = " ".join(_MARKUP.sub("", amount["words"]).split())
        try:
            told = parse_vietnamese_number_words(_CURRENCY.sub("", words))
            figures = parse_vietnamese_number(amount["figures"])
        except ValueError:
            continue
        meant = figures * _SCALES[amount["scale"].lower()]
        if told != meant:
            right = vietnamese_number_words(int(meant) if meant == int(meant) else Decimal(meant))
            written = f"{amount['figures']} {amount['scale']}".strip()
            values = {"figures": written, "words": words, "right": f"{right.capitalize()} đồng"}
            yield finding("document.amount", "body", body.count("\n", 0, amount.start()), **values)
