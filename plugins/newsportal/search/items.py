"""What is searched: every published item and plain page of a language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from newsportal.citations import type_name
from newsportal.languages import Language
from newsportal.model import Article, Document, PlainPage, local_day
from newsportal.views import Site

PAGE_KIND = "page"
"""The kind of plain pages; items have that of their section."""


@dataclass(frozen=True)
class SearchItem:
    """One item or plain page as search sees it.

    `date` is ISO 8601, empty for plain pages, which also have no `year` (0) and no `section`. `labels` are words that
    name the whole item (number, topics, section, type, date); `text` is the body with a line a block, and below it
    lesser texts of the page.
    """

    address: str
    title: str
    kind: str
    date: str = ""
    year: int = 0
    section: str = ""
    type: str = ""
    type_name: str = ""
    number: str = ""
    tags: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    summary: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to be searched: equal marks mean equal items, so that one seen before need not be worked out."""

    address: str
    mark: bytes
    make: Callable[[], SearchItem] = field(compare=False)


def search_candidates(site: Site, language: Language) -> tuple[Candidate, ...]:
    """Plain pages by path, then items from the oldest to the newest.

    The place in this order is the number an index knows an item by. What is published comes last, so that the numbers
    of what stands there already do not move.
    """
    pages = sorted(site.catalog.plain_pages(language.code), key=lambda page: page.path)
    articles = sorted(site.catalog.in_language(language.code), key=lambda article: (article.published, article.path))
    return (
        *(Candidate(site.addresses.page(page), site.mark(page.path), partial(_page, site, page)) for page in pages),
        *(
            Candidate(site.address_of(article), site.mark(article.path), partial(_article, site, article, language))
            for article in articles
        ),
    )


def _page(site: Site, page: PlainPage) -> SearchItem:
    return SearchItem(
        address=site.addresses.page(page),
        title=page.title,
        kind=PAGE_KIND,
        summary=page.description,
        text=site.body(page.path).text,
    )


def _article(site: Site, article: Article, language: Language) -> SearchItem:
    section = site.catalog.section(article.section)
    document = article.document or Document()
    tags = site.catalog.tags_of(article)
    name = type_name(document.type, language.code) if document.type else ""
    return SearchItem(
        address=site.address_of(article),
        title=article.title,
        kind=section.kind.value,
        date=article.date.isoformat(),
        year=article.year,
        section=section.id,
        type=document.type,
        type_name=name,
        number=document.number,
        tags=tuple(tag.id for tag in tags),
        labels=(
            section.titles[language.code],
            *_names(document.number, name, language),
            *(tag.titles[language.code] for tag in tags),
            *_dates(local_day(article.date), language),
        ),
        summary=article.summary,
        text="\n".join(filter(None, (site.body(article.path).text, *_details(article, document)))),
    )


def _names(number: str, type_name: str, language: Language) -> Iterator[str]:
    """What people call a document: "Quyết định 124/QĐ-UBND", "Quyết định số 124/QĐ-UBND"."""
    yield f"{type_name} {number}".strip()
    if number:
        yield f"{type_name} {language.labels.numbered.format(number=number)}".strip()


def _dates(day: dt.date, language: Language) -> tuple[str, str]:
    """The day of publication as people type it: "16/3/2026" and "ngày 16 tháng 3 năm 2026"."""
    return f"{day.day}/{day.month}/{day.year}", language.document_date(day)


def _details(article: Article, document: Document) -> Iterator[str]:
    """Texts of the page that are not in its body."""
    yield from article.authors
    yield from (attachment.title for attachment in article.attachments)
    yield from (correction.note for correction in article.corrections)
    if article.cover:
        yield from (article.cover.caption, article.cover.alt)
    if article.source:
        yield article.source.name
    if document.signer:
        yield from (document.signer.name, document.signer.position)
    yield from (document.subject, document.issuer, document.place, document.field)
    yield from (*document.recipients, *document.legal_basis, *document.replaces, *document.amends)
