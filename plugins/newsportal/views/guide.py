"""Pages that help readers find their way: site map, feeds explained, page not found."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from newsportal.languages import Labels, Language
from newsportal.views.addresses import FEED_FORMATS
from newsportal.views.finding import search_address
from newsportal.views.lists import PartLink, section_years
from newsportal.views.registers import type_feeds
from newsportal.views.site import Crumb, Feature, FeedLink, PagePlan, Site
from newsportal.views.topics import TagCount, tag_counts


class SectionBranch(NamedTuple):
    """A section on the site map with its years."""

    title: str
    address: str
    description: str
    years: tuple[PartLink, ...]


class SiteMapView(NamedTuple):
    """The site map for people (TT 32/2017 Điều 16)."""

    heading: str
    intro: str
    sections: tuple[SectionBranch, ...]
    topics: tuple[TagCount, ...]


class FeedFormat(NamedTuple):
    """One format of a feed; `url` is whole, to be copied."""

    name: str
    url: str


class FeedRow(NamedTuple):
    """A feed: the format that suits most programs, and the `others` with their names in one line."""

    title: str
    address: str
    main: FeedFormat
    others: tuple[FeedFormat, ...]
    other_names: str


class FeedGroup(NamedTuple):
    """Feeds of one kind under a heading; `folded` are those that only some readers look for, and may be many."""

    title: str
    rows: tuple[FeedRow, ...]
    folded: bool


class FeedsView(NamedTuple):
    """The page that explains the feeds."""

    heading: str
    intro: str
    groups: tuple[FeedGroup, ...]


class LostIn(NamedTuple):
    """The words of "page not found" in one language, with ways on; those that do not exist there are empty."""

    language: str
    labels: Labels
    home: str
    archive: str
    topics: str
    search: str


class NotFoundView(NamedTuple):
    """One page for all languages: the server cannot know which one was meant."""

    languages: tuple[LostIn, ...]


def guide_pages(site: Site) -> Iterator[PagePlan]:
    """Site map and feeds page of every language, and the page for what is not there."""
    for language in site.settings.languages:
        yield _site_map_plan(site, language)
        if Feature.FEEDS in site.features:
            yield _feeds_plan(site, language)
    yield _not_found_plan(site)


def _site_map_plan(site: Site, language: Language) -> PagePlan:
    labels, address = language.labels, site.addresses.site_map(language)
    return PagePlan(
        address=address,
        template="sitemap.html",
        language=language,
        title=labels.site_map,
        content=partial(_site_map, site, language),
        crumbs=(Crumb(labels.site_map, address),),
        alternates={other.code: site.addresses.site_map(other) for other in site.settings.languages},
        description=labels.sitemap_intro,
    )


def _site_map(site: Site, language: Language) -> SiteMapView:
    labels, code = language.labels, language.code
    branches = (
        SectionBranch(
            section.titles[code],
            site.addresses.section(section, language),
            section.descriptions.get(code, ""),
            section_years(site, section, language),
        )
        for section in site.shown_sections(language)
    )
    return SiteMapView(labels.site_map, labels.sitemap_intro, tuple(branches), tag_counts(site, language))


def feed_scopes(site: Site, language: Language) -> tuple[FeedLink, ...]:
    """The feeds of a language: everything, then sections, types of documents, tags; none that would be empty."""
    if Feature.FEEDS not in site.features or not site.catalog.in_language(language.code):
        return ()
    everything = FeedLink(language.labels.all_news, site.addresses.home(language))
    return (everything, *_section_feeds(site, language), *_type_feeds(site, language), *_tag_feeds(site, language))


def _section_feeds(site: Site, language: Language) -> tuple[FeedLink, ...]:
    return tuple(
        FeedLink(section.titles[language.code], site.addresses.section(section, language))
        for section in site.catalog.sections
        if site.catalog.in_section(language.code, section.id)
    )


def _type_feeds(site: Site, language: Language) -> tuple[FeedLink, ...]:
    return tuple(FeedLink(feed.title, feed.address) for feed in type_feeds(site, language))


def _tag_feeds(site: Site, language: Language) -> tuple[FeedLink, ...]:
    return tuple(FeedLink(tag.title, tag.address) for tag in tag_counts(site, language))


def _feeds_plan(site: Site, language: Language) -> PagePlan:
    labels, address = language.labels, site.addresses.feeds(language)
    return PagePlan(
        address=address,
        template="feeds.html",
        language=language,
        title=labels.feeds,
        content=partial(_feeds, site, language),
        crumbs=(Crumb(labels.feeds, address),),
        alternates={other.code: site.addresses.feeds(other) for other in site.settings.languages},
        description=labels.feeds_intro,
        feeds=feed_scopes(site, language)[:1],
    )


def _feeds(site: Site, language: Language) -> FeedsView:
    labels, code = language.labels, language.code
    everything = FeedLink(site.settings.site_name[code], site.addresses.home(language))
    groups = (
        (labels.all_news, (everything,) if site.catalog.in_language(code) else (), False),
        (labels.by_section, _section_feeds(site, language), False),
        (labels.by_document_type, _type_feeds(site, language), True),
        (labels.by_topic, _tag_feeds(site, language), False),
    )
    shown = (
        FeedGroup(title, tuple(_feed_row(site, feed) for feed in feeds), folded)
        for title, feeds, folded in groups
        if feeds
    )
    return FeedsView(labels.feeds, labels.feeds_intro, tuple(shown))


def _feed_row(site: Site, feed: FeedLink) -> FeedRow:
    names = zip(("RSS", "Atom", "JSON"), FEED_FORMATS, strict=True)
    main, *others = (FeedFormat(name, site.settings.absolute(feed.scope + file)) for name, file in names)
    return FeedRow(feed.title, feed.scope, main, tuple(others), ", ".join(other.name for other in others))


def _not_found_plan(site: Site) -> PagePlan:
    language = site.settings.primary
    return PagePlan(
        address="/404.html",
        template="404.html",
        language=language,
        title=language.labels.not_found,
        content=partial(_not_found, site),
        fallbacks={other.code: site.addresses.home(other) for other in site.settings.languages},
        indexed=False,
        has_search=True,
    )


def _not_found(site: Site) -> NotFoundView:
    return NotFoundView(
        tuple(
            LostIn(
                language.code,
                language.labels,
                site.addresses.home(language),
                site.addresses.archive(language),
                site.addresses.topics(language) if site.shown_tags(language) else "",
                search_address(site, language),
            )
            for language in site.settings.languages
        )
    )
