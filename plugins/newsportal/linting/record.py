"""The rest of the record: signer, recipients, and the order of its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsportal.linting.values import Finding, finding
from newsportal.model import Document
from newsportal.text import fold

_AUTHORITIES = ("TM.", "Q.", "KT.", "TL.", "TUQ.")
"""On behalf of, acting, deputising, by order, by authorisation (NĐ 30/2020/NĐ-CP, annex I, part I, II.7)."""
_BEFORE_POSITION = re.compile(r"(?P<word>[^\W\d_]{1,4})(?:\. *|(?P<space> +))(?=\S)")
_PARTS = re.compile(r"[,;/\n]")


def signer_findings(document: Document) -> Iterator[Finding]:
    """Abbreviations before a position that are none of the five, or lack their dot."""
    for part in _PARTS.split(document.signer.position if document.signer else ""):
        found = _BEFORE_POSITION.match(part.strip())
        if found is None:
            continue
        written = found["word"] if found["space"] else f"{found['word']}."
        right = f"{found['word'].upper()}."
        known = right if right in _AUTHORITIES else ""
        # Without a dot only what is in capitals is an abbreviation for sure.
        is_short = not found["space"] or found["word"] == right[:-1]
        if written not in _AUTHORITIES and (known or not found["space"]) and is_short:
            yield finding("document.signer", "document.signer.position", written=written, nearest=known)


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


def order_findings(document: Document) -> Iterator[Finding]:
    """A document in force before it was issued, or out of force before it was in it."""
    start = "effective" if document.effective else "issued"
    for later, earlier in (("effective", "issued"), ("expires", start)):
        end, begin = getattr(document, later), getattr(document, earlier)
        if end and begin and end < begin:
            yield finding("document.order", f"document.{later}", later=later, earlier=earlier)
