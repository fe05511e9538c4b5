"""What decides whether a page must be made again: a key for each that is equal when the page would be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from newsportal.languages import Language
from newsportal.model import Article
from newsportal.outputs import mark_of, mark_of_value
from newsportal.views.cards import mark
from newsportal.views.citing import cites_documents, quotes_mark
from newsportal.views.documents import status_today
from newsportal.views.figures import footer_figures
from newsportal.views.site import PagePlan, Site

_NO_TIME = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def item_marks(site: Site, own: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The marks of all published items by source path, for `Site.marks`; `own` are those of what editors wrote."""
    sections = {section.id: mark_of_value(section) for section in site.catalog.sections}
    tags = {tag.id: mark_of_value(tag) for tag in site.catalog.tags}
    found = {}
    for item in site.catalog.items:
        outline = site.outline(item.path)
        parts = [own[item.path], outline.mark, *(_media_mark(site, path) for path in outline.media)]
        if isinstance(item, Article):
            parts += (sections[item.section], *(tags[tag] for tag in item.tags), b"files")
            parts += (_media_mark(site, path) for path in item.files)
        found[item.path] = mark_of(b"\0".join(parts))
    return found


def _media_mark(site: Site, path: str) -> bytes:
    return mark_of_value(site.media.get(path))


def item_faces(site: Site, own: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """What other pages than its own can show of an item, by source path, for `Site.faces`: all but its text and topics.
    `own` are the faces of items as editors wrote them; what changes with the day is part of it."""
    sections = {section.id: mark_of_value(section) for section in site.catalog.sections}
    found = {}
    for item in site.catalog.items:
        parts = [own[item.path]]
        if isinstance(item, Article):
            parts += (sections[item.section], b"" if item.summary else site.outline(item.path).lead.encode())
            parts += (_media_mark(site, item.cover.src) if item.cover else b"", mark(site, item).encode())
            parts += (status_today(site, item).encode(),) if item.document else ()
        found[item.path] = mark_of(b"\0".join(parts)) if len(parts) > 1 else own[item.path]
    return found


def faces_mark(site: Site) -> bytes:
    """All that the site shows of its items but for their texts, and of these what they cite: while it is the same, an
    item's new text changes no page but its own."""
    parts = [mark_of_value((site.catalog.sections, site.catalog.tags)), quotes_mark(site)]
    for item in site.catalog.items:
        tags = item.tags if isinstance(item, Article) else ()
        parts += (item.path.encode("utf-8", "surrogatepass"), site.face(item.path), ",".join(tags).encode())
    return mark_of(b"\0".join(parts))


def common_marks(site: Site) -> Mapping[str, bytes]:
    """What all pages of a language show, by its code: the settings, and the frame but for what is current in it."""
    settings = replace(site.settings, build_time=_NO_TIME, languages=())
    constant = (settings, [language.code for language in site.settings.languages], sorted(site.features))
    return {
        language.code: mark_of_value((constant, [_framed(site, each) for each in (language, *site.settings.languages)]))
        for language in site.settings.languages
    }


def _framed(site: Site, language: Language) -> tuple[object, ...]:
    return (
        language.code,
        site.shown_sections(language),
        bool(site.shown_tags(language)),
        cites_documents(site, language),
        [(page.title, page.path, page.name) for page in site.catalog.plain_pages(language.code)],
        footer_figures(site, language),
    )


def page_key(site: Site, plan: PagePlan, common: bytes) -> bytes:
    """The key of a planned page; `common` is what it shares with all pages of its language."""
    own = plan.shows() if plan.shows else mark_of_value(plan.content())
    if not (plan.shows and plan.source):
        own += mark_of_value(_planned(plan))
    place = (plan.address, plan.template, *(part for pair in sorted(plan.alternates.items()) for part in pair))
    return mark_of(common + site.mark(plan.source) + mark_of("\0".join(place).encode()) + own)


def _planned(plan: PagePlan) -> tuple[object, ...]:
    """What the page shows of its plan. Where an item's page is planned all of this follows from the item."""
    return (
        (plan.language.code, plan.title, plan.description, plan.section, plan.source),
        (plan.crumbs, plan.feeds, plan.modified, plan.indexed, plan.has_search, sorted(plan.fallbacks.items())),
    )
