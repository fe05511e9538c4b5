"""All documents that items cite: the overview, and a page for every type and year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from newsportal.documents import CitedDocument
from newsportal.languages import Language
from newsportal.model import Article
from newsportal.outputs import mark_of
from newsportal.text import collation_key
from newsportal.views.citing import (
    SHOWN_ITEMS,
    CitedView,
    citation_graph,
    cited_type,
    cited_type_slug,
    cited_view,
    document_mark,
    entry_id,
    search_all,
)
from newsportal.views.indexes import has_citations
from newsportal.views.lists import PartLink, count_text
from newsportal.views.site import Crumb, PagePlan, Site

_MOST_CITED = 12
_ISSUERS = 20
"""Entries of the overview's two lists."""

Place = tuple[str, int | None]
"""A type's part of the address, and a year."""


class CitingItem(NamedTuple):
    """An item that cites a document."""

    title: str
    address: str
    date: str


class EntryView(NamedTuple):
    """A document cited, with the newest items that do; `more` tells how many others search finds at `all_address`."""

    document: CitedView
    total: str
    items: tuple[CitingItem, ...]
    more: str
    all_address: str


class TypeSummary(NamedTuple):
    """A type with its years."""

    title: str
    total: str
    years: tuple[PartLink, ...]


class Tally(NamedTuple):
    """A name, and how many documents stand behind it."""

    title: str
    total: str


class CitationsView(NamedTuple):
    """The overview of documents cited."""

    heading: str
    intro: str
    total: str
    types: tuple[TypeSummary, ...]
    issuers: tuple[Tally, ...]
    most: tuple[EntryView, ...]


class CitationsOfView(NamedTuple):
    """The documents of one type and year."""

    heading: str
    kicker: str
    total: str
    entries: tuple[EntryView, ...]
    years: tuple[PartLink, ...]


class _Cited(NamedTuple):
    """A language's cited documents by type and year, both in the order they are shown in."""

    everything: tuple[CitedDocument, ...]
    places: Mapping[Place, Sequence[CitedDocument]]


def cited_pages(site: Site) -> Iterator[PagePlan]:
    """The overview and the pages of every type and year; none in a language that cites nothing."""
    if not has_citations(site):
        return
    by_language = {language.code: _cited(site, language) for language in site.settings.languages}
    for language in site.settings.languages:
        cited = by_language[language.code]
        others = [other for other in site.settings.languages if by_language[other.code].everything]
        if cited.everything:
            yield _overview_plan(site, language, cited, others)
        for place in cited.places:
            yield _place_plan(site, language, cited, place, others)


def _cited(site: Site, language: Language) -> _Cited:
    everything = citation_graph(site, language).cited()
    slugs = {each.reference.type: cited_type_slug(each.reference, language) for each in everything}
    places: Mapping[Place, list[CitedDocument]] = defaultdict(list)
    for each in everything:
        places[slugs[each.reference.type], each.reference.year].append(each)
    return _Cited(everything, places)


def _overview_plan(site: Site, language: Language, cited: _Cited, others: Sequence[Language]) -> PagePlan:
    labels, address = language.labels, site.addresses.citations(language)
    return PagePlan(
        address=address,
        template="citations.html",
        language=language,
        title=labels.citations,
        content=partial(_overview, site, language, cited),
        crumbs=(Crumb(labels.citations, address),),
        alternates={other.code: site.addresses.citations(other) for other in others},
        fallbacks={other.code: site.addresses.home(other) for other in site.settings.languages},
        description=labels.citations_intro,
    )


def _overview(site: Site, language: Language, cited: _Cited) -> CitationsView:
    labels = language.labels
    most = sorted(cited.everything, key=lambda each: -len(each.items))[:_MOST_CITED]
    return CitationsView(
        heading=labels.citations,
        intro=labels.citations_intro,
        total=_count(language, len(cited.everything)),
        types=tuple(_types(site, language, cited)),
        issuers=_issuers(language, cited),
        most=tuple(_entry(site, language, each, 0) for each in most),
    )


def _types(site: Site, language: Language, cited: _Cited) -> Iterator[TypeSummary]:
    titles = {slug: cited_type(found[0].reference, language) for (slug, _), found in cited.places.items()}
    for slug, title in sorted(titles.items(), key=lambda pair: collation_key(pair[1])):
        years = _years(site, language, cited, slug, 0)
        yield TypeSummary(title, _count(language, sum(year.count for year in years)), years)


def _years(site: Site, language: Language, cited: _Cited, slug: str, current: int | None) -> tuple[PartLink, ...]:
    return tuple(
        PartLink(
            str(year or language.labels.undated),
            site.addresses.citations_of(slug, year, language),
            len(found),
            year == current,
        )
        for (other, year), found in cited.places.items()
        if other == slug
    )


def _issuers(language: Language, cited: _Cited) -> tuple[Tally, ...]:
    """The bodies whose documents are cited most. They are told by their sign: names come and go."""
    from newsportal.citations import issuer_name  # noqa: PLC0415  (it knows a long list of names)

    counts = Counter(each.reference.issuer for each in cited.everything if each.reference.issuer)
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_ISSUERS]
    return tuple(Tally(issuer_name(code, None, language.code) or code, _count(language, count)) for code, count in most)


def _place_plan(site: Site, language: Language, cited: _Cited, place: Place, others: Sequence[Language]) -> PagePlan:
    labels, (slug, year) = language.labels, place
    address, documents = site.addresses.citations_of(slug, year, language), cited.places[place]
    name = cited_type(documents[0].reference, language)
    title = f"{name} – {labels.year.format(year=year) if year else labels.undated}"
    return PagePlan(
        address=address,
        template="citations_of.html",
        language=language,
        title=f"{labels.citations} – {title}",
        content=partial(_place, site, language, cited, place, title),
        shows=partial(_place_mark, site, language, cited, place),
        crumbs=(Crumb(labels.citations, site.addresses.citations(language)), Crumb(title, address)),
        alternates={language.code: address},
        fallbacks={other.code: site.addresses.citations(other) for other in others},
    )


def _place_mark(site: Site, language: Language, cited: _Cited, place: Place) -> bytes:
    counts = [(year, len(found)) for (slug, year), found in cited.places.items() if slug == place[0]]
    parts = [str(counts).encode()]
    for each in cited.places[place]:
        parts += (each.reference.encoded().encode(), str(len(each.items)).encode())
        parts += (site.faces_of(each.items[:SHOWN_ITEMS]), *_known(site, each, language))
    return mark_of(b"\0".join(parts))


def _known(site: Site, cited: CitedDocument, language: Language) -> Iterator[bytes]:
    for key in (cited.resolution.document, *cited.resolution.candidates):
        yield document_mark(site, key, language) if key else b""


def _place(site: Site, language: Language, cited: _Cited, place: Place, title: str) -> CitationsOfView:
    documents = cited.places[place]
    return CitationsOfView(
        heading=title,
        kicker=language.labels.citations,
        total=_count(language, len(documents)),
        entries=tuple(_entry(site, language, each, SHOWN_ITEMS) for each in documents),
        years=_years(site, language, cited, *place),
    )


def _entry(site: Site, language: Language, cited: CitedDocument, shown: int) -> EntryView:
    ident = entry_id(site, cited.reference, cited.resolution)
    document = cited_view(site, cited.reference, cited.resolution, language, ident)
    more = len(cited.items) - shown
    return EntryView(
        document=document,
        total=count_text(language, len(cited.items)),
        items=tuple(_item(site, language, item) for item in cited.items[:shown]),
        more=language.labels.more_items.format(count=language.number(more)) if shown and more > 0 else "",
        all_address=search_all(site, cited.reference.number, language) if more > 0 else "",
    )


def _item(site: Site, language: Language, item: Article) -> CitingItem:
    return CitingItem(item.title, site.address_of(item), language.date(item.date))


def _count(language: Language, count: int) -> str:
    return count_text(language, count, documents=True)
