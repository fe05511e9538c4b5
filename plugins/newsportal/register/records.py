"""Documents as records: the values of `FIELDS`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from newsportal.citations import Reference, type_name
from newsportal.model import Article, Document, Signer, local_day
from newsportal.views import Register, Site, own_subject, status_at_build


def records(site: Site, register: Register) -> Iterator[Mapping[str, object]]:
    """The records of a register, last issued first."""
    return (record(site, article) for article in register.chosen())


def record(site: Site, article: Article) -> Mapping[str, object]:
    """A document by the names of `FIELDS`, in their order; what is not known is empty, a day null."""
    document = article.document or Document()
    signer = document.signer or Signer("", "")
    number, notation = split_code(document.number, site.links_of(article).own)
    return {
        "code": document.number,
        "number": number,
        "notation": notation,
        "type_code": document.type,
        "type_name": type_name(document.type, article.language),
        "subject": own_subject(article),
        "issued_date": _iso(document.issued),
        "organisation_name": document.issuer,
        "place": document.place,
        "field": document.field,
        "signer_name": signer.name,
        "signer_position": signer.position,
        "status": status_at_build(site, article),
        "effective_date": _iso(document.effective),
        "expiry_date": _iso(document.expires),
        "replaces": document.replaces,
        "amends": document.amends,
        "legal_basis": document.legal_basis,
        "recipient_list": document.recipients,
        "appendix_list": tuple(_files(site, article)),
        "language": document.language if article.document else article.language,
        "published_date": _iso(local_day(article.date)),
        "url": site.settings.absolute(site.address_of(article)),
    }


def split_code(code: str, own: str) -> tuple[str, str]:
    """Number and notation: 124 and QĐ-UBND, 15 and 2026/QĐ-UBND, 36 and NQ/TW; `own` is what was read of the code, as
    `Reference.encoded` gives it. What is no number, or begins with none, is all notation."""
    serial = Reference.decoded(own).number.replace("-", "/").partition("/")[0] if own else ""
    return (serial, code[len(serial) + 1 :]) if serial[:1].isdigit() and code.startswith(serial) else ("", code)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _files(site: Site, article: Article) -> Iterator[Mapping[str, str]]:
    for attachment in article.attachments:
        file = site.media.get(attachment.file)
        if file:
            yield {"title": attachment.title, "url": site.settings.absolute(file.address)}
