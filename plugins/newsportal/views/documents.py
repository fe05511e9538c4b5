"""Administrative documents: the record shown to readers, and whether they are in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsportal.citations import type_name
from newsportal.languages import Language
from newsportal.model import Article, Document, local_day, status_of
from newsportal.views.indexes import document_chains, has_citations, shown_article
from newsportal.views.site import Site

_BEGUN = ("in_force", "expired")
"""The status of what is in force, or was."""


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


def status_today(site: Site, article: Article) -> str:
    """The code of a document's status on the day of the build; empty where nothing tells it."""
    today = local_day(site.settings.build_time)
    return _code(article.document, _replacing(site, article, today), today)


def _code(document: Document | None, replacing: Sequence[Document], day: dt.date) -> str:
    return "expired" if replacing else status_of(document, day) if document else ""


def status(site: Site, article: Article, language: Language) -> Status | None:
    """The status on the day of the build; None where neither the editor nor a date tells it, nor another document.

    The words have its date where that goes with the code: an editor may say otherwise than the dates.
    """
    document, labels = article.document or Document(), language.labels
    today = local_day(site.settings.build_time)
    replacing = _replacing(site, article, today)
    code = _code(article.document, replacing, today)
    ends = [document.expires] if document.expires else [each.effective for each in replacing]
    dated = {
        "in_force": (labels.in_force_from, document.effective),
        "not_yet": (labels.not_yet_from, document.effective),
        "expired": (labels.expired_from, min(filter(None, ends), default=None) if all(ends) else None),
    }
    if code not in dated:
        return None
    words, day = dated[code]
    fits = day and (day > today if code == "not_yet" else day <= today)
    return Status(code, words.format(date=language.date(day)) if day and fits else status_name(code, language))


def _replacing(site: Site, article: Article, day: dt.date) -> list[Document]:
    """The documents that have put an end to one whose own record tells none: a document ceases when a later one
    that replaces it takes effect. One that is older replaces nothing: that is a slip."""
    own = article.document
    if own is None or own.status or own.expires or not has_citations(site):
        return []
    found = (shown_article(site, key, article.language) for key in document_chains(site).replaced_by(article.key))
    later = [each.document for each in found if each and each.document]
    return [each for each in later if not _is_before(each, own) and status_of(each, day) in _BEGUN]


def _is_before(one: Document, other: Document) -> bool:
    return bool(one.issued and other.issued and one.issued < other.issued)
