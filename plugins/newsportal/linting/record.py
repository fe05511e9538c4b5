"""The rest of the record: signer, recipients, and the order of its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsportal.citations import Kind, parse_number
from newsportal.linting.values import Finding, finding
from newsportal.model import Article, Document, local_day
from newsportal.text import fold

_AUTHORITIES = ("TM.", "Q.", "KT.", "TL.", "TUQ.")
"""On behalf of, acting, deputising, by order, by authorisation (NĐ 30/2020/NĐ-CP, annex I, part I, II.7)."""
_POSITION = "document.signer.position"
_BEFORE_POSITION = re.compile(r"(?P<word>[^\W\d_]{1,4})(?:\. *|(?P<space> +))(?=\S)")
_PARTS = re.compile(r"[,;\n]|(?<!\b[TK])/|/(?![MLT]\b)", re.IGNORECASE)
_OF_PARTY = re.compile(r"(?P<first>[TK])/(?P<second>[MLT])\b\.?", re.IGNORECASE)
"""How documents of the Party abbreviate what is TM., KT. and TL. elsewhere."""
_PARTY = re.compile(r"\b(?:tinh|thanh|huyen|quan|thi|dang|trung uong) (?:uy\b(?! ban)|dang\b)|\bban thuong vu\b")


def signer_findings(document: Document) -> Iterator[Finding]:
    """Abbreviations before a position that are none of the five, or lack their dot."""
    for part in _PARTS.split(document.signer.position if document.signer else ""):
        slash, found = _OF_PARTY.match(part.strip()), _BEFORE_POSITION.match(part.strip())
        if slash and not _is_of_party(document):
            right = f"{slash['first']}{slash['second']}.".upper()
            yield finding("document.signer", _POSITION, written=slash[0], nearest=right)
        elif found and not slash:
            yield from _authority(found)


def _authority(found: re.Match[str]) -> Iterator[Finding]:
    written = found["word"] if found["space"] else f"{found['word']}."
    right = f"{found['word'].upper()}."
    known = right if right in _AUTHORITIES else ""
    # Without a dot only what is in capitals is an abbreviation for sure.
    is_short = not found["space"] or found["word"] == right[:-1]
    if written not in _AUTHORITIES and (known or not found["space"]) and is_short:
        yield finding("document.signer", _POSITION, written=written, nearest=known)


def _is_of_party(document: Document) -> bool:
    number = parse_number(document.number)
    return bool(number and number.kind is Kind.PARTY) or _PARTY.search(fold(document.issuer)) is not None


def recipient_findings(document: Document) -> Iterator[Finding]:
    """Each line ends in ";", the last, "Lưu: VT, …", in "." (NĐ 30/2020/NĐ-CP, annex I, part I, II.9)."""
    if not document.recipients:
        return
    *others, last = document.recipients
    is_archive = fold(last).lstrip("-–+ ").startswith("luu")
    for index, line in enumerate(others):
        yield from _ending(line, index, ";")
    if is_archive:
        yield from _ending(last, len(others), ".")
    else:
        yield finding("document.archive", f"document.recipients[{len(others)}]", written=last[:60])


def _ending(line: str, index: int, end: str) -> Iterator[Finding]:
    if not line.endswith(end):
        right = f"{line.rstrip('.;, ')}{end}"
        yield finding("document.recipients", f"document.recipients[{index}]", right=right, end=end)


def publication_findings(article: Article, document: Document) -> Iterator[Finding]:
    """A document on the portal before there was one."""
    if document.issued and local_day(article.date) < document.issued:
        yield finding("document.published", "document.issued")


def order_findings(document: Document) -> Iterator[Finding]:
    """A document in force before it was issued, or out of force before it was in it."""
    start = "effective" if document.effective else "issued"
    for later, earlier in (("effective", "issued"), ("expires", start)):
        end, begin = getattr(document, later), getattr(document, earlier)
        if end and begin and end < begin:
            yield finding("document.order", f"document.{later}", later=later, earlier=earlier)
