"""Every published item, once, with the indexes that views ask for.

What is not to be seen (drafts, scheduled and expired items) is dropped here and nowhere else.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from newsportal.model import (
    Article,
    Item,
    PlainPage,
    Problem,
    Section,
    SectionKind,
    Tag,
    instant,
    status_changes,
)

Key = TypeVar("Key", bound=Hashable)
Groups = Mapping[Key, tuple[Article, ...]]


class Visibility(StrEnum):
    """Whether an item is shown at the time of the build, and if not, why."""

    SHOWN = "shown"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    EXPIRED = "expired"


def visibility(article: Article, now: dt.datetime) -> Visibility:
    """An item is due at `publish_at`, or at its date where that is later or stands alone."""
    if article.draft:
        return Visibility.DRAFT
    if article.expire_at and article.expire_at <= now:
        return Visibility.EXPIRED
    return Visibility.SCHEDULED if due(article) > now else Visibility.SHOWN


def due(article: Article) -> dt.datetime:
    """When the item may first be seen."""
    return max(article.published, article.publish_at or article.published)


@dataclass(frozen=True, slots=True)
class Change:
    """The next moment at which the site would differ without any edit; `what` is "publish", "expire" or
    "status", that of a document."""

    at: dt.datetime
    path: str
    what: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """The published content, frozen and indexed. All lists of articles are newest first."""

    articles: tuple[Article, ...]
    pages: tuple[PlainPage, ...]
    sections: tuple[Section, ...]
    tags: tuple[Tag, ...]
    next_change: Change | None
    _by_language: Groups[str]
    _by_section: Groups[tuple[str, str]]
    _by_tag: Groups[tuple[str, str]]
    _by_year: Groups[tuple[str, int]]
    _by_section_year: Groups[tuple[str, str, int]]
    _by_pair: Mapping[tuple[str, str], Article]
    _page_pairs: Mapping[tuple[str, str], PlainPage]
    _by_path: Mapping[str, Item]
    _section_of: Mapping[str, Section]
    _tag_places: Mapping[str, int]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every published item and page."""
        return (*self.articles, *self.pages)

    def in_language(self, language: str) -> tuple[Article, ...]:
        """Everything published in a language."""
        return self._by_language.get(language, ())

    def in_section(self, language: str, section: str) -> tuple[Article, ...]:
        """A section's items."""
        return self._by_section.get((language, section), ())

    def in_section_year(self, language: str, section: str, year: int) -> tuple[Article, ...]:
        """A section's items first published in a year."""
        return self._by_section_year.get((language, section, year), ())

    def of_kind(self, language: str, kind: SectionKind) -> tuple[Article, ...]:
        """The items in sections of a kind."""
        return tuple(item for item in self.in_language(language) if self.section(item.section).kind is kind)

    def with_tag(self, language: str, tag: str) -> tuple[Article, ...]:
        """The items that carry a tag."""
        return self._by_tag.get((language, tag), ())

    def in_year(self, language: str, year: int) -> tuple[Article, ...]:
        """The items first published in a year."""
        return self._by_year.get((language, year), ())

    def years(self, language: str) -> tuple[int, ...]:
        """Years with items, newest first."""
        return tuple(sorted((year for code, year in self._by_year if code == language), reverse=True))

    def translation(self, article: Article, language: str) -> Article | None:
        """The same item in another language, if it is published there."""
        return self._by_pair.get((language, article.key))

    def by_key(self, key: str, language: str) -> Article | None:
        """The item with a key, if it is published in a language."""
        return self._by_pair.get((language, key))

    def page_translation(self, page: PlainPage, language: str) -> PlainPage | None:
        """The same plain page in another language."""
        return self._page_pairs.get((language, page.key))

    def plain_pages(self, language: str) -> tuple[PlainPage, ...]:
        """A language's plain pages but the home page, in their order."""
        return tuple(page for page in self.pages if page.language == language and not page.is_home)

    def home(self, language: str) -> PlainPage | None:
        """A language's front page."""
        return next((page for page in self.pages if page.language == language and page.is_home), None)

    def at_path(self, path: str) -> Item | None:
        """The item or page whose source is at `path` below the content folder."""
        return self._by_path.get(path)

    def section(self, ident: str) -> Section:
        """The section with this id; raises KeyError."""
        return self._section_of[ident]

    def tags_of(self, article: Article) -> tuple[Tag, ...]:
        """An item's tags in the order of the vocabulary."""
        return tuple(self.tags[place] for place in sorted({self._tag_places[tag] for tag in article.tags}))


def build_catalog(
    articles: Iterable[Article],
    pages: Iterable[PlainPage],
    sections: tuple[Section, ...],
    tags: tuple[Tag, ...],
    now: dt.datetime,
    preview: bool = False,
) -> Catalog:
    """The catalog as it stands at `now`, whatever the order of the input; a preview shows every item and page."""
    everything = tuple(articles)
    shown = [article for article in everything if preview or visibility(article, now) is Visibility.SHOWN]
    ordered: tuple[Article, ...] = tuple(
        sorted(shown, key=lambda article: (-article.published.timestamp(), article.key, article.path))
    )
    pages = [page for page in pages if preview or not page.draft]
    plain = tuple(sorted(pages, key=lambda page: (page.order, page.path)))
    return Catalog(
        articles=ordered,
        pages=plain,
        sections=sections,
        tags=tags,
        next_change=_next_change(everything, now),
        _by_language=_group(ordered, lambda article: [article.language]),
        _by_section=_group(ordered, lambda article: [(article.language, article.section)]),
        _by_tag=_group(ordered, lambda article: [(article.language, tag) for tag in article.tags]),
        _by_year=_group(ordered, lambda article: [(article.language, article.year)]),
        _by_section_year=_group(ordered, lambda article: [(article.language, article.section, article.year)]),
        _by_pair={(article.language, article.key): article for article in ordered},
        _page_pairs={(page.language, page.key): page for page in plain},
        _by_path={article.path: article for article in ordered} | {page.path: page for page in plain},
        _section_of={section.id: section for section in sections},
        _tag_places={tag.id: place for place, tag in enumerate(tags)},
    )


def _group(articles: tuple[Article, ...], keys: Callable[[Article], Iterable[Key]]) -> Groups[Key]:
    groups: dict[Key, list[Article]] = defaultdict(list)
    for article in articles:
        for key in keys(article):
            groups[key].append(article)
    return {key: tuple(members) for key, members in groups.items()}


def _next_change(articles: tuple[Article, ...], now: dt.datetime) -> Change | None:
    """The earliest publication, expiry or change of status after `now` among items that are not drafts."""
    changes = [
        Change(at, article.path, what)
        for article in articles
        if not article.draft
        for at, what in _changes_of(article)
        if at > now
    ]
    return min(changes, key=lambda change: (change.at, change.path, change.what), default=None)


def _changes_of(article: Article) -> Iterator[tuple[dt.datetime, str]]:
    yield due(article), "publish"
    if article.expire_at:
        yield article.expire_at, "expire"
    if article.document:
        yield from ((instant(day), "status") for day in status_changes(article.document))


def duplicate_ids(articles: Iterable[Article], root: str) -> tuple[Problem, ...]:
    """Two items of one language with the same permanent id would be one item to feed readers.

    Translations that both take theirs from their originals are left out: it is told there.
    """
    problems: list[Problem] = []
    owners: dict[tuple[str, str], Article] = {}
    for article in sorted(articles, key=lambda article: (article.published, article.path)):
        owner = owners.setdefault((article.language, article.permanent_id), article)
        if owner is not article and ("id" in article.lines or "id" in owner.lines):
            values = (("id", article.permanent_id), ("other", f"{root}/{owner.path}"))
            problems.append(Problem(f"{root}/{article.path}", article.line_of("id"), "id", "id.clash", values))
    return tuple(problems)
