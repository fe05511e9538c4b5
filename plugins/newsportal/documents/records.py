"""What a document's record says: how others would refer to it, and what other documents it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsportal.citations import Reference, reference_of
from newsportal.model import Article, Document


class RecordLinks(NamedTuple):
    """References as `Reference.encoded` gives them: a document's own, empty where it has no number by which others
    could tell it; and those to its legal basis, to what it replaces and to what it amends."""

    own: str = ""
    basis: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """All other documents, in that order."""
        return (*self.basis, *self.replaces, *self.amends)


NO_LINKS = RecordLinks()

_PART = re.compile(
    r"\b(?:(?:điểm|khoản|điều|mục|chương|phần|phụ lục|biểu|mẫu)(?:\s+số)?\s+(?:[a-zđ]\b|\d|[IVX]+\b)|một phần|"
    r"một số (?:điều|khoản|điểm|mục|nội dung|phụ lục)|(?:some|several) articles|"
    r"(?:article|clause|point|chapter|section|annex)\s+\w+)",
    re.IGNORECASE,
)
"""How a part of a document is named before it."""


class Mention(NamedTuple):
    """`text[start:end]` names a document: its reference as `Reference.encoded` gives it."""

    start: int
    end: int
    reference: str


KnownLinks = Mapping[str, tuple[bytes, RecordLinks]]
"""Source path → the face of an item, and the links of its record."""


def known_links(articles: Iterable[Article], faces: Mapping[str, bytes], former: KnownLinks) -> KnownLinks:
    """The links of all records, which are the next call's `former`; an item with the same face has the same."""
    return {
        article.path: _known(article.document, faces[article.path], former.get(article.path))
        for article in articles
        if article.document
    }


def _known(document: Document, face: bytes, former: tuple[bytes, RecordLinks] | None) -> tuple[bytes, RecordLinks]:
    return former if former and former[0] == face else (face, record_links(document))


def record_links(document: Document) -> RecordLinks:
    """The links of one record. Of what replaces but a part of a document is said that it amends it."""
    own = _own(document)
    basis = tuple(mention.reference for text in document.legal_basis for mention in mentions(text))
    amends = [mention.reference for text in document.amends for mention in mentions(text)]
    replaces = list[str]()
    for text in document.replaces:
        for mention, is_part in with_parts(text):
            (amends if is_part else replaces).append(mention.reference)
    return RecordLinks(own.encoded() if own else "", basis, tuple(replaces), tuple(amends))


def with_parts(text: str) -> Iterator[tuple[Mention, bool]]:
    """The documents that an entry names, and whether the words before make it one of its parts: "Khoản 2 Điều 3 Quyết
    định số …"."""
    done = 0
    for mention in mentions(text):
        yield mention, _PART.search(text, done, mention.start) is not None
        done = mention.end


def mentions(text: str) -> tuple[Mention, ...]:
    """The documents that an entry of a record names, be it by nothing but a number; it may name several."""
    from newsportal.citations import find  # noqa: PLC0415  (most builds read no new record)

    found = ((citation, reference_of(citation)) for citation in find(text))
    known = tuple(Mention(each.start, each.end, reference.encoded()) for each, reference in found if reference)
    return known or tuple(_by_number(text))


def _by_number(text: str) -> Iterator[Mention]:
    """`12/2021/QĐ-UBND` alone, which nobody would write in a sentence."""
    from newsportal.citations import parse_number  # noqa: PLC0415

    number = parse_number(text)
    if number:
        told = (number.kind, number.type, number.number, number.key.serial, number.issuer)
        yield Mention(0, len(text), Reference(*told, number.year).encoded())


def _own(document: Document) -> Reference | None:
    from newsportal.citations import parse_number  # noqa: PLC0415

    number = parse_number(document.number) if document.number else None
    if number is None or not number.serial:
        return None
    year = number.year or (document.issued.year if document.issued else None)
    told = (number.kind, number.type, number.number, number.key.serial, number.issuer)
    return Reference(*told, year, document.issued, document.issuer)
