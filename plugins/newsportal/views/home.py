"""The front page: lead story, what else matters, the latest, a block a section, documents, feeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsportal.languages import Language
from newsportal.model import Article, PlainPage, Section, SectionKind
from newsportal.views.cards import Card, card, cards
from newsportal.views.figures import shown_statistics, statistics_address
from newsportal.views.popular import MostRead, most_read
from newsportal.views.site import Feature, FeedLink, PagePlan, Site
from newsportal.views.topics import TagCount, tag_counts

_SECONDARY = 4
_DOCUMENTS = 6
_RECENT = 12
"""How far back an item may be and still be among the secondary stories for the sake of its photo."""


class Block(NamedTuple):
    """A section's part of the front page: its newest item large, then a few lines."""

    title: str
    address: str
    first: Card
    rest: tuple[Card, ...]


class HomeView(NamedTuple):
    """The front page. `lead` is None on a portal without news; `intro` is the text of the page's own Markdown."""

    heading: str
    lead: Card | None
    secondary: tuple[Card, ...]
    latest: tuple[Card, ...]
    blocks: tuple[Block, ...]
    documents: tuple[Card, ...]
    documents_address: str
    topics: tuple[TagCount, ...]
    feeds_address: str
    archive_address: str
    intro: str
    most_read: MostRead | None
    statistics_address: str


def home_pages(site: Site) -> Iterator[PagePlan]:
    """The front page of every language."""
    pages = {language.code: site.catalog.home(language.code) for language in site.settings.languages}
    for language in site.settings.languages:
        yield _plan(site, language, pages[language.code])


def _plan(site: Site, language: Language, page: PlainPage | None) -> PagePlan:
    name = site.settings.site_name[language.code]
    address = site.addresses.home(language)
    has_news = bool(site.catalog.in_language(language.code))
    return PagePlan(
        address=address,
        template="home.html",
        language=language,
        title=name,
        content=partial(_content, site, language, page),
        alternates={other.code: site.addresses.home(other) for other in site.settings.languages},
        description=page.description if page else "",
        source=page.path if page else "",
        feeds=(FeedLink(language.labels.all_news, address),) if has_news else (),
        has_figures=shown_statistics(site) is not None,
    )


def _content(site: Site, language: Language, page: PlainPage | None) -> HomeView:
    news = site.catalog.of_kind(language.code, SectionKind.NEWS)
    top = _top(news)
    shown = {article.path for article in top}
    documents = site.catalog.of_kind(language.code, SectionKind.DOCUMENTS)
    latest = [article for article in news if article.path not in shown]
    return HomeView(
        heading=site.settings.site_name[language.code],
        lead=card(site, top[0]) if top else None,
        secondary=cards(site, top[1:]),
        latest=cards(site, latest[: site.settings.home_latest]),
        blocks=tuple(_blocks(site, language, top[:1])),
        documents=cards(site, documents[:_DOCUMENTS]),
        documents_address=_first_documents_address(site, language) if documents else "",
        topics=tag_counts(site, language),
        feeds_address=site.addresses.feeds(language) if Feature.FEEDS in site.features else "",
        archive_address=site.addresses.archive(language),
        intro=site.body(page.path).html if page else "",
        most_read=most_read(site, language),
        statistics_address=statistics_address(site, language),
    )


def _top(news: Sequence[Article]) -> tuple[Article, ...]:
    """Lead and secondary stories: featured ones first, then the newest, those with a photo before those without."""
    recent = news[:_RECENT]
    featured = [article for article in news if article.featured][: 1 + _SECONDARY]
    others = sorted((article for article in recent if article not in featured), key=lambda article: not article.cover)
    chosen = [*featured, *others][: 1 + _SECONDARY]
    lead = next((article for article in chosen if article.cover), chosen[0] if chosen else None)
    return (lead, *(article for article in chosen if article is not lead)) if lead else ()


def _blocks(site: Site, language: Language, taken: Sequence[Article]) -> Iterator[Block]:
    for section in site.catalog.sections:
        if section.kind is not SectionKind.NEWS:
            continue
        articles = [item for item in site.catalog.in_section(language.code, section.id) if item not in taken]
        shown = articles[: site.settings.home_per_section]
        if shown:
            yield _block(site, section, language, shown)


def _block(site: Site, section: Section, language: Language, shown: Sequence[Article]) -> Block:
    return Block(
        section.titles[language.code],
        site.addresses.section(section, language),
        card(site, shown[0]),
        cards(site, shown[1:]),
    )


def _first_documents_address(site: Site, language: Language) -> str:
    """The first documents section that has items."""
    return next(
        site.addresses.section(section, language)
        for section in site.shown_sections(language)
        if section.kind is SectionKind.DOCUMENTS
    )
