"""What decides whether a page must be made again: a key for each that is equal when the page would be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from newsportal.languages import Language
from newsportal.model import Article, Item
from newsportal.outputs import mark_of, mark_of_value
from newsportal.views.site import PagePlan, Site

_NO_TIME = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def item_marks(site: Site, kept: Mapping[str, bytes] | None = None) -> Mapping[str, bytes]:
    """The marks of all published items by source path, for `Site.marks`.

    `kept` are marks of the items alone, as `source_mark` gives them, where they are known already.
    """
    known = kept or {}
    return {item.path: _mark(site, item, known.get(item.path) or source_mark(item)) for item in site.catalog.items}


def source_mark(item: Item) -> bytes:
    """What an editor wrote. Lines are left out: where a field stands shows nowhere."""
    return mark_of_value(replace(item, lines={}) if isinstance(item, Article) else (item, dict(item.meta)))


def _mark(site: Site, item: Item, own: bytes) -> bytes:
    outline = site.outline(item.path)
    parts = [own, outline.mark, *(site.media[path].digest.encode() for path in outline.media if path in site.media)]
    if isinstance(item, Article):
        files = (item.cover.src if item.cover else "", *(attachment.file for attachment in item.attachments))
        parts += (mark_of_value(site.media.get(path)) for path in files)
        parts.append(mark_of_value([tag for tag in site.catalog.tags if tag.id in item.tags]))
        parts.append(mark_of_value(site.catalog.section(item.section)))
    return mark_of(b"".join(parts))


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
        [(page.title, page.path, page.name) for page in site.catalog.plain_pages(language.code)],
    )


def page_key(site: Site, plan: PagePlan, common: bytes) -> bytes:
    """The key of a planned page; `common` is what it shares with all pages of its language."""
    own = (
        (plan.address, plan.template, plan.language.code, plan.title, plan.description, plan.section, plan.source),
        (plan.crumbs, plan.feeds, plan.modified, plan.indexed, plan.has_search),
        (sorted(plan.alternates.items()), sorted(plan.fallbacks.items())),
        plan.shows() if plan.shows else plan.content(),
    )
    return mark_of(common + site.mark(plan.source) + mark_of_value(own))
