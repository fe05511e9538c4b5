"""All feeds of a site: which there are, what they hold, and where they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsportal.feeds.build import FeedContext, FeedScope, build_feeds
from newsportal.feeds.formats import encode
from newsportal.languages import Language
from newsportal.model import Article, Section
from newsportal.views import Site

Followed = tuple[FeedScope, tuple[Article, ...]]


def feed_files(site: Site) -> Mapping[str, bytes]:
    """Path in the site → bytes, for every list of every language that has items."""
    context = FeedContext(
        settings=site.settings,
        addresses=site.addresses,
        sections={section.id: section for section in site.catalog.sections},
        tags={tag.id: tag for tag in site.catalog.tags},
        bodies=site.bodies,
        media=site.media,
    )
    followed = [entry for language in site.settings.languages for entry in _followed(site, language)]
    feeds = zip((scope for scope, _ in followed), build_feeds(followed, context), strict=True)
    return {f"{scope.address}{name}".lstrip("/"): data for scope, feed in feeds for name, data in encode(feed).items()}


def _followed(site: Site, language: Language) -> Iterator[Followed]:
    """Everything, each section, each tag: those that have items."""
    code, name = language.code, site.settings.site_name[language.code]
    everything = site.catalog.in_language(code)
    if everything:
        subtitle = site.settings.agency.name[code]
        yield FeedScope(site.addresses.home(language), name, subtitle, language, "all"), everything
    for section in site.catalog.sections:
        articles = site.catalog.in_section(code, section.id)
        if articles:
            yield _section_scope(site, section, language), articles
    for tag in site.shown_tags(language):
        title = f"{tag.titles[code]} – {name}"
        scope = FeedScope(site.addresses.tag(tag, language), title, "", language, f"tag/{tag.id}")
        yield scope, site.catalog.with_tag(code, tag.id)


def _section_scope(site: Site, section: Section, language: Language) -> FeedScope:
    code = language.code
    title = f"{section.titles[code]} – {site.settings.site_name[code]}"
    address = site.addresses.section(section, language)
    return FeedScope(address, title, section.descriptions.get(code, ""), language, f"section/{section.id}")
