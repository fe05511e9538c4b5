"""Administrative documents: the record shown to readers, and whether they are in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from newsportal.citations import type_name
from newsportal.languages import Language
from newsportal.model import Document, local_day, status_of
from newsportal.views.site import Site


class Status(NamedTuple):
    """`code` is `in_force`, `not_yet` or `expired`; `text` says it in words, with its date where there is one."""

    code: str
    text: str


class RecordRow(NamedTuple):
    """One line of a document's record: a label and one or more values.

    `language` is set when the values are in another language than the page's.
    """

    label: str
    values: tuple[str, ...]
    language: str = ""


def record(document: Document, language: Language) -> tuple[RecordRow, ...]:
    """The rows of the record that have something to say, in the order of annex VI of NĐ 30/2020."""
    return tuple(row for row in _rows(document, language) if any(row.values))


def foreign_language(document: Document, language: Language) -> str:
    """The language of a document's texts where it is not the page's, else nothing."""
    return "" if document.language == language.code else document.language


def _rows(document: Document, language: Language) -> Iterator[RecordRow]:
    labels, foreign = language.labels, foreign_language(document, language)

    def day(moment: dt.date | None) -> str:
        return language.date(moment) if moment else ""

    yield RecordRow(labels.number, (document.number or labels.no_number,))
    yield RecordRow(labels.document_type, (type_name(document.type, language.code),))
    yield RecordRow(labels.issued, (day(document.issued),))
    yield RecordRow(labels.issuer, (document.issuer,), foreign)
    yield RecordRow(labels.place, (document.place,), foreign)
    yield RecordRow(labels.subject, (document.subject,), foreign)
    yield RecordRow(labels.document_field, (document.field,), foreign)
    yield RecordRow(labels.signer, (_signature(document),), foreign)
    yield RecordRow(labels.effective, (day(document.effective),))
    yield RecordRow(labels.expires, (day(document.expires),))
    yield RecordRow(labels.legal_basis, document.legal_basis, foreign)
    yield RecordRow(labels.replaces, document.replaces)
    yield RecordRow(labels.amends, document.amends)


def _signature(document: Document) -> str:
    signer = document.signer
    return ", ".join(part for part in (signer.name, signer.position) if part) if signer else ""


def status_name(code: str, language: Language) -> str:
    """A status as readers see it; empty for one that nobody told."""
    labels = language.labels
    names = {"in_force": labels.in_force, "not_yet": labels.not_yet, "expired": labels.expired_document}
    return names.get(code, "")


def status_today(site: Site, document: Document) -> str:
    """The code of a document's status on the day of the build."""
    return status_of(document, local_day(site.settings.build_time))


def status(site: Site, document: Document, language: Language) -> Status | None:
    """The status on the day of the build; None where neither the editor nor a date tells it."""
    code, labels = status_today(site, document), language.labels
    dated = {
        "in_force": (labels.in_force_from, document.effective),
        "not_yet": (labels.not_yet_from, document.effective),
        "expired": (labels.expired_from, document.expires),
    }
    if code not in dated:
        return None
    words, day = dated[code]
    return Status(code, words.format(date=language.date(day)) if day else status_name(code, language))
