"""What a document's record says of other documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from newsportal.citations import Reference, find, parse_number, reference_of
from newsportal.model import Document


def record_references(document: Document) -> tuple[Reference, ...]:
    """The documents a record names: as its legal basis, as replaced and as amended, in that order."""
    return tuple(references((*document.legal_basis, *document.replaces, *document.amends)))


def references(texts: Iterable[str]) -> Iterator[Reference]:
    """The documents that texts name, be it by nothing but a number; a text may name several."""
    for text in texts:
        found = [reference_of(citation) for citation in find(text)]
        known = [reference for reference in found if reference]
        yield from known or _by_number(text)


def _by_number(text: str) -> Iterator[Reference]:
    """`12/2021/QĐ-UBND`, and with its day behind a comma or "ngày" as `find` would have it after a type word."""
    number = parse_number(text)
    if number:
        yield Reference(number.kind, number.type, number.number, number.key.serial, number.issuer, number.year)


def own_reference(document: Document) -> Reference | None:
    """A document as others would refer to it; None where it has no number, or none that can be told from another's."""
    number = parse_number(document.number) if document.number else None
    if number is None or not number.serial:
        return None
    year = number.year or (document.issued.year if document.issued else None)
    date: dt.date | None = document.issued
    serial = number.key.serial
    return Reference(number.kind, number.type, number.number, serial, number.issuer, year, date, document.issuer)
