"""All feeds of a site: which there are, what they hold, and where they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from newsportal.feeds.scope import FeedContext, FeedScope
from newsportal.feeds.values import Entry
from newsportal.languages import Language
from newsportal.model import Article, Section
from newsportal.outputs import Job, mark_of, mark_of_value
from newsportal.views import FEED_FORMATS, Site, common_marks, type_feeds

Followed = tuple[FeedScope, tuple[Article, ...]]


def feed_files(site: Site) -> Iterator[Job]:
    """For every list of every language that has items."""
    context = FeedContext(
        settings=site.settings,
        addresses=site.addresses,
        sections={section.id: section for section in site.catalog.sections},
        tags={tag.id: tag for tag in site.catalog.tags},
        bodies=site.bodies,
        media=site.media,
    )
    entries: dict[str, Entry] = {}
    common = common_marks(site)
    for language in site.settings.languages:
        for scope, articles in _followed(site, language):
            shown = articles[: site.settings.feed_size]
            paths = tuple(f"{scope.address}{name}".lstrip("/") for name in FEED_FORMATS)
            facts = (scope.address, scope.title, scope.subtitle, scope.key, [site.mark(each.path) for each in shown])
            key = mark_of(common[language.code] + mark_of_value(facts))
            yield Job(paths, key, partial(_made, scope, shown, context, entries))


def _made(
    scope: FeedScope, articles: Sequence[Article], context: FeedContext, entries: dict[str, Entry]
) -> tuple[bytes, ...]:
    """The files in the order of `FEED_FORMATS`; `entries` are those of other feeds, by source path."""
    from newsportal.feeds.build import build_feed  # noqa: PLC0415  (these load two XML libraries)
    from newsportal.feeds.formats import encode  # noqa: PLC0415

    files = encode(build_feed(scope, articles, context, entries))
    return tuple(files[name] for name in FEED_FORMATS)


def _followed(site: Site, language: Language) -> Iterator[Followed]:
    """Everything, each section, each type of document, each tag: those that have items."""
    code, name = language.code, site.settings.site_name[language.code]
    everything = site.catalog.in_language(code)
    if everything:
        subtitle = site.settings.agency.name[code]
        yield FeedScope(site.addresses.home(language), name, subtitle, language, "all"), everything
    for section in site.catalog.sections:
        articles = site.catalog.in_section(code, section.id)
        if articles:
            yield _section_scope(site, section, language), articles
    for feed in type_feeds(site, language):
        key = f"section/{feed.section.id}/type/{feed.code}"
        yield FeedScope(feed.address, f"{feed.title} – {name}", "", language, key), feed.articles
    for tag in site.shown_tags(language):
        title = f"{tag.titles[code]} – {name}"
        scope = FeedScope(site.addresses.tag(tag, language), title, "", language, f"tag/{tag.id}")
        yield scope, site.catalog.with_tag(code, tag.id)


def _section_scope(site: Site, section: Section, language: Language) -> FeedScope:
    code = language.code
    title = f"{section.titles[code]} – {site.settings.site_name[code]}"
    address = site.addresses.section(section, language)
    return FeedScope(address, title, section.descriptions.get(code, ""), language, f"section/{section.id}")
