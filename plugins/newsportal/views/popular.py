"""What is read most: items with their translations, by the views that the logs tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from newsportal.languages import Language
from newsportal.model import Article, Item
from newsportal.views.figures import shown_statistics
from newsportal.views.site import Site

_OVERALL, _PER_SECTION = 5, 3
_ITEM = re.compile(r"(/[a-z]{2,3})?/[^/]+/\d{4}/[^/]+/")
"""What an address of an item looks like, published or not."""
_Group = tuple[str, str]
"""The kind and key that an item has in common with its translations; no kind and a path for what is not published."""


class Read(NamedTuple):
    """An item with its views, also by language code. `language` is that of the title; a bare address has no `address`
    to go to."""

    title: str
    address: str
    language: str
    views: int
    by_language: Mapping[str, int]


class Headline(NamedTuple):
    """A title and where it leads."""

    title: str
    address: str


class ReadSection(NamedTuple):
    """What is read most in a section."""

    title: str
    address: str
    items: tuple[Headline, ...]


class MostRead(NamedTuple):
    """The front page's list of what was read most lately, and that of each section."""

    heading: str
    items: tuple[Headline, ...]
    sections: tuple[ReadSection, ...]


def most_read(site: Site, language: Language) -> MostRead | None:
    """What was read most of a language's items in the last days; None where nothing was."""
    statistics = shown_statistics(site)
    counts = statistics.recent.pages if statistics else {}
    read = [article for article in site.catalog.in_language(language.code) if _views(site, article, counts)]
    if statistics is None or not read:
        return None
    ranked = sorted(read, key=lambda article: -_views(site, article, counts))
    days = (statistics.recent.last - statistics.recent.first).days + 1
    return MostRead(
        language.labels.most_read_days.format(count=language.number(days)),
        _headlines(site, ranked[:_OVERALL]),
        tuple(_by_section(site, language, ranked)),
    )


def _by_section(site: Site, language: Language, ranked: Iterable[Article]) -> Iterable[ReadSection]:
    items = tuple(ranked)
    for section in site.shown_sections(language):
        own = [article for article in items if article.section == section.id][:_PER_SECTION]
        if own:
            address = site.addresses.section(section, language)
            yield ReadSection(section.titles[language.code], address, _headlines(site, own))


def _views(site: Site, article: Article, counts: Mapping[str, int]) -> int:
    return counts.get(unquote(site.address_of(article)), 0)


def _headlines(site: Site, articles: Iterable[Article]) -> tuple[Headline, ...]:
    return tuple(Headline(article.title, site.address_of(article)) for article in articles)


def ranking(site: Site, language: Language, counts: Mapping[str, int], limit: int) -> tuple[Read, ...]:
    """Items and plain pages, each with its translation, by falling views, for readers of `language`; addresses that
    must have been items and are no longer published as they are. Lists and front pages are left out."""
    items = _items(site)
    groups: dict[_Group, dict[str, int]] = {}
    for path, count in counts.items():
        item = items.get(path)
        if item is not None:
            groups.setdefault((type(item).__name__, item.key), {})[item.language] = count
        elif _ITEM.fullmatch(path):
            groups["", path] = {language_at(site, path).code: count}
    ranked = sorted(groups.items(), key=lambda entry: (-sum(entry[1].values()), entry[0]))[:limit]
    return tuple(_read(site, language, group, views) for group, views in ranked)


def _read(site: Site, language: Language, group: _Group, views: Mapping[str, int]) -> Read:
    codes = (language.code, *(other.code for other in site.settings.languages if other is not language))
    pairs = _pairs(site)
    item = next((pairs[*group, code] for code in codes if (*group, code) in pairs), None)
    if item is None:
        return Read(group[1], "", language.code, sum(views.values()), views)
    return Read(item.title, _address(site, item), item.language, sum(views.values()), views)


def _pairs(site: Site) -> Mapping[tuple[str, str, str], Item]:
    """Every item and plain page by its kind, key and language."""
    known: Mapping[tuple[str, str, str], Item] | None = site.views.get(("pairs", ""))
    if known is None:
        named = {(type(item).__name__, item.key, item.language): item for item in site.catalog.items}
        known = site.views["pairs", ""] = named
    return known


def _items(site: Site) -> Mapping[str, Item]:
    """Every item and plain page but front pages, by its path as logs have it."""
    known: Mapping[str, Item] | None = site.views.get(("items", ""))
    if known is None:
        items = (item for item in site.catalog.items if isinstance(item, Article) or not item.is_home)
        known = site.views["items", ""] = {unquote(_address(site, item)): item for item in items}
    return known


def _address(site: Site, item: Item) -> str:
    return site.address_of(item) if isinstance(item, Article) else site.addresses.page(item)


def language_at(site: Site, path: str) -> Language:
    """The language of the page at a path, whether there is one or not."""
    prefixed = (language for language in site.settings.languages if language.prefix)
    own = (language for language in prefixed if path.startswith(f"/{language.prefix}/"))
    return next(own, site.settings.primary)
