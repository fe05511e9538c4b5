"""Where a record contradicts itself, the day, or the records of other documents."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsportal.citations import TYPES, Reference
from newsportal.documents import Chains, DocumentIndex, mentions
from newsportal.model import Article, Document, Problem, Severity, local_day, status_of
from newsportal.portal import Portal
from newsportal.text import fold

_NAMES = "|".join(sorted({re.escape(fold(name)) for kind in TYPES.values() for name in (kind.vi, kind.en)}))
_MAY_BE_A_BASIS = re.compile(rf"(?:(?:can cu )?(?:theo|xet)|can cu)\b|\b(?:{_NAMES}|hien phap|constitution)\b")
"""What a legal basis may be without a number: a type of documents, a proposal ("Xét đề nghị của …"), a body's tasks."""


class _Deed(NamedTuple):
    """An entry of what a document replaces or amends: its field, and the reference in it, of the portal's own with its
    year."""

    field: str
    reference: Reference


def record_problems(portal: Portal, articles: Sequence[Article], index: DocumentIndex) -> Iterator[Problem]:
    """Those of every source with a record of its own; what a translation inherits is told at the original."""
    own = [(article, article.document) for article in articles if article.document and "document" in article.lines]
    deeds = {article.path: list(_deeds(article, document, index)) for article, document in own}
    known = {article.key: article for article, _ in own}
    later: Mapping[str, set[str]] = defaultdict(set)
    for article, _ in own:
        later[article.key] |= _targets(deeds[article.path], index)
    chains = Chains(articles, portal.site.links_of, index)
    today, root = local_day(portal.site.settings.build_time), portal.root.name
    for article, document in own:
        written = portal.site.settings.language(article.language).date
        told = (
            *_unread(document),
            *_status_problems(document, today, written),
            *_ends(document, [known[key] for key in chains.replaced_by(article.key) if key in known], today, root),
            *_deed_problems(article, deeds[article.path], index, known, later, written),
            *_twins(article, index, known, root),
        )
        for field, code, values, severity in told:
            yield Problem(f"{root}/{article.path}", article.line_of(field), field, code, values, severity)


_Told = tuple[str, str, tuple[tuple[str, str], ...], Severity]


def _told(field: str, code: str, severity: Severity = Severity.WARNING, /, **values: str) -> _Told:
    return field, code, tuple(sorted(values.items())), severity


def _unread(document: Document) -> Iterator[_Told]:
    """Entries in which nothing is recognised."""
    for field in ("legal_basis", "replaces", "amends"):
        for number, text in enumerate(getattr(document, field)):
            is_basis = field == "legal_basis" and _MAY_BE_A_BASIS.search(fold(text))
            if not is_basis and not mentions(text):
                yield _told(f"document.{field}[{number}]", "record.no_document", written=text[:60])


def _status_problems(document: Document, today: dt.date, written: Callable[[dt.date], str]) -> Iterator[_Told]:
    """A status that the editor gave once, and that the days have overtaken."""
    if document.status == "in_force" and document.expires and document.expires <= today:
        yield _told("document.status", "record.has_expired", day=written(document.expires))
    if document.status == "not_yet" and document.effective and document.effective <= today:
        yield _told("document.status", "record.has_begun", day=written(document.effective))


def _ends(document: Document, later: Sequence[Article], today: dt.date, root: str) -> Iterator[_Told]:
    """A status of a document in force that another in force replaces."""
    for other in later if document.status == "in_force" else ():
        is_later = not (document.issued and other.document_day < document.issued)
        if is_later and other.document and status_of(other.document, today) == "in_force":
            yield _told("document.status", "record.has_ended", other=f"{root}/{other.path}")


def _deeds(article: Article, document: Document, index: DocumentIndex) -> Iterator[_Deed]:
    for field in ("replaces", "amends"):
        for number, text in enumerate(getattr(document, field)):
            for mention in mentions(text):
                meant = index.settled_reference(article, mention.reference)
                yield _Deed(f"document.{field}[{number}]", Reference.decoded(meant))


def _targets(deeds: Sequence[_Deed], index: DocumentIndex) -> set[str]:
    return {key for deed in deeds if (key := index.resolve(deed.reference).document)}


def _deed_problems(
    article: Article,
    deeds: Sequence[_Deed],
    index: DocumentIndex,
    known: Mapping[str, Article],
    later: Mapping[str, set[str]],
    written: Callable[[dt.date], str],
) -> Iterator[_Told]:
    for field, reference in deeds:
        key = index.resolve(reference).document
        other = known.get(key)
        if reference.serial and reference.year is None:
            yield _told(field, "record.needs_date", Severity.NOTE, citation=reference.number)
        elif key == article.key:
            yield _told(field, "record.itself", citation=reference.number)
        elif other and article.document_day < other.document_day:
            yield _told(field, "record.older", citation=reference.number, day=written(other.document_day))
        elif other and _reaches(key, article.key, later):
            yield _told(field, "record.circle", citation=reference.number)


def _reaches(start: str, end: str, later: Mapping[str, set[str]]) -> bool:
    """Whether a document did something, perhaps through others, to another."""
    met, open_ends = {start}, [start]
    while open_ends:
        following = later.get(open_ends.pop(), set()) - met
        met |= following
        open_ends += following
    return end in met


def _twins(article: Article, index: DocumentIndex, known: Mapping[str, Article], root: str) -> Iterator[_Told]:
    for key in index.twins(article.key):
        other, number = known.get(key), article.document.number if article.document else ""
        if other:
            yield _told("document.number", "record.twin", number=number, other=f"{root}/{other.path}")
