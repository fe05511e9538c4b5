"""An item as lists show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsportal.catalog import Visibility, due, visibility
from newsportal.citations import type_name
from newsportal.model import Article, Moment, Picture, SectionKind
from newsportal.outputs import Marked
from newsportal.render.pictures import picture_attributes, srcset
from newsportal.text import first_sentences
from newsportal.views.documents import foreign_language
from newsportal.views.site import Site

_LEAD_LENGTH = 220
_CARD_WIDTH = 800


@dataclass(frozen=True)
class CardPicture:
    """A photo in a list. Its words are the title beside it, so it has no alternative text of its own."""

    src: str
    srcset: str
    width: int
    height: int


@dataclass(frozen=True)
class DocumentLine:
    """What identifies a document in a list; `issuer_language` is set when it is not the page's."""

    number: str
    type_name: str
    issued_iso: str
    issued: str
    issuer: str
    issuer_language: str


@dataclass(frozen=True)
class Card(Marked):
    """Title, lead, date and photo of an item; `mark` says why a preview shows what the public site does not."""

    title: str
    address: str
    lead: str
    date_iso: str
    date: str
    section: str
    section_address: str
    picture: CardPicture | None
    document: DocumentLine | None
    mark: str


def iso(moment: Moment) -> str:
    """A moment for `datetime` attributes and metadata (ISO 8601 with its offset)."""
    return moment.isoformat()


def cards(site: Site, articles: Iterable[Article]) -> tuple[Card, ...]:
    """The cards of several items, in order."""
    return tuple(card(site, article) for article in articles)


def card(site: Site, article: Article) -> Card:
    """The card of one item."""
    known: Card | None = site.views.get(("card", article.path))
    if known is None:
        known = site.views["card", article.path] = _card(site, article)
    return known


def _card(site: Site, article: Article) -> Card:
    language = site.settings.language(article.language)
    section = site.catalog.section(article.section)
    is_document = section.kind is SectionKind.DOCUMENTS
    return Card(
        title=article.title,
        address=site.address_of(article),
        lead=lead(site, article),
        date_iso=iso(article.date),
        date=language.date(article.date),
        section=section.titles[language.code],
        section_address=site.addresses.section(section, language),
        picture=card_picture(site, article),
        document=document_line(site, article) if is_document else None,
        mark=mark(site, article),
    )


def lead(site: Site, article: Article) -> str:
    """The summary, or else the first paragraph, cut at a sentence where it is long."""
    return first_sentences(article.summary or site.outline(article.path).lead, _LEAD_LENGTH)


def card_picture(site: Site, article: Article) -> CardPicture | None:
    """The cover in list size."""
    picture = site.picture(article.cover.src) if article.cover else None
    return _card_picture(picture) if picture else None


def _card_picture(picture: Picture) -> CardPicture:
    source = picture_attributes(picture)["src"]
    return CardPicture(source, srcset(picture, _CARD_WIDTH), picture.width, picture.height)


def document_line(site: Site, article: Article) -> DocumentLine | None:
    """Number, type and date of a document; None for one without a record."""
    record = article.document
    if record is None:
        return None
    language = site.settings.language(article.language)
    issued = record.issued
    return DocumentLine(
        number=record.number or language.labels.no_number,
        type_name=type_name(record.type, language.code),
        issued_iso=issued.isoformat() if issued else "",
        issued=language.date(issued) if issued else "",
        issuer=record.issuer,
        issuer_language=foreign_language(record, language),
    )


def mark(site: Site, article: Article) -> str:
    """ "Bản nháp" and the like; empty for what the public site shows too."""
    language = site.settings.language(article.language)
    labels, seen = language.labels, visibility(article, site.settings.build_time)
    if seen is Visibility.SCHEDULED:
        return labels.scheduled.format(date=language.moment(due(article)))
    return {Visibility.DRAFT: labels.draft, Visibility.EXPIRED: labels.expired}.get(seen, "")
