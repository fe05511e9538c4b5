"""Everything views are made of, and the plan of a page before its content is worked out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from newsportal.catalog import Catalog
from newsportal.documents import NO_LINKS, KnownLinks, RecordLinks, record_links
from newsportal.languages import Language
from newsportal.model import Article, MediaFile, Picture, Section, Settings, Statistics, Tag
from newsportal.render import Body, Outline, outline_of
from newsportal.views.addresses import Addresses
from newsportal.views.related import Relations


class Feature(StrEnum):
    """Parts of the portal that are switched on by a plugin of their own."""

    TAGS = "tags"
    FEEDS = "feeds"
    DOCUMENTS = "documents"
    SEARCH = "search"
    VISITS = "visits"


@dataclass(frozen=True, slots=True)
class Site:
    """The input of every view. `bodies` and their `outlines` are keyed by source path, `media` by path below `media/`.

    `marks` tell by source path whether an item is the same as in another build, with its text and all its own page
    shows of files, section and topics; `faces` whether it looks the same wherever else it is shown. `views` are parts
    of pages worked out so far, by kind and source path: an item looks the same wherever it is listed. `relations` are
    what the build before found out of items that belong together, by language code. `statistics` are the figures of
    visits, None where there are none. `links` are those of documents' records, as far as they are known.
    """

    settings: Settings
    catalog: Catalog
    media: Mapping[str, MediaFile] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    features: frozenset[Feature] = frozenset(Feature)
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    marks: Mapping[str, bytes] = field(default_factory=dict)
    faces: Mapping[str, bytes] = field(default_factory=dict)
    views: dict[tuple[str, str], Any] = field(default_factory=dict, compare=False, repr=False)
    relations: Mapping[str, Relations] = field(default_factory=dict, compare=False, repr=False)
    statistics: Statistics | None = None
    links: KnownLinks = field(default_factory=dict, compare=False, repr=False)

    @property
    def addresses(self) -> Addresses:
        """The maker of addresses for this site's settings."""
        return Addresses(self.settings)

    def body(self, path: str) -> Body:
        """The rendered text of a source; empty when there is none."""
        return self.bodies.get(path, Body())

    def outline(self, path: str) -> Outline:
        """What is known of a source's text without fetching it."""
        return self.outlines.get(path) or outline_of(self.body(path))

    def mark(self, path: str) -> bytes:
        """What is different when an item or its text is; empty when nobody asked for marks."""
        return self.marks.get(path, b"")

    def face(self, path: str) -> bytes:
        """What is different when other pages show an item otherwise; empty when nobody asked for marks."""
        return self.faces.get(path, b"")

    def faces_of(self, articles: Iterable[Article]) -> bytes:
        """The same for several items, in order."""
        return b"".join(self.face(article.path) for article in articles)

    def links_of(self, article: Article) -> RecordLinks:
        """What the record of an item says of documents."""
        if article.path in self.links:
            return self.links[article.path][1]
        return record_links(article.document) if article.document else NO_LINKS

    def address_of(self, article: Article) -> str:
        """An item's address, which is asked for again and again: by pages, the site map, search."""
        place = "address", article.path
        known: str | None = self.views.get(place)
        if known is None:
            known = self.views[place] = self.addresses.article(article, self.catalog.section(article.section))
        return known

    def pdf_of(self, article: Article) -> str:
        """The address of a document as PDF; empty for news, and where no such files are made."""
        if article.document is None or not self.settings.document_pdfs or Feature.DOCUMENTS not in self.features:
            return ""
        return self.addresses.pdf(article, self.catalog.section(article.section))

    def picture(self, path: str) -> Picture | None:
        """The photo at a path below `media/`."""
        found = self.media.get(path)
        return found if isinstance(found, Picture) else None

    def shown_tags(self, language: Language) -> tuple[Tag, ...]:
        """The tags with items in a language; none when tag pages are switched off."""
        if Feature.TAGS not in self.features:
            return ()
        return tuple(tag for tag in self.catalog.tags if self.catalog.with_tag(language.code, tag.id))

    def shown_sections(self, language: Language) -> tuple[Section, ...]:
        """The sections with items in a language, in menu order; all of them on a portal that has none yet."""
        full = tuple(section for section in self.catalog.sections if self.catalog.in_section(language.code, section.id))
        return full or self.catalog.sections


class Crumb(NamedTuple):
    """One step of the way to a page."""

    title: str
    address: str


class FeedLink(NamedTuple):
    """A feed a page advertises; `scope` is the address of the page it follows."""

    title: str
    scope: str


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page to be made.

    `alternates` maps language codes to the same page there (its own included), `fallbacks` to where the language
    switch leads otherwise. `content` works out what the template shows and is called once. `source` is the Markdown
    file below the content folder, empty for lists. `feeds` are advertised in the head. `has_search` tells of a search
    field of the page's own, beside which the header needs none. `shows` gives a mark of what the page shows besides the
    item at `source`, where that is less work than all of its `content`; where there is such an item, the plan itself,
    its other versions (`alternates`) apart, must then follow from its mark and from what all pages of its language
    share. `has_figures` tells of a page that shows more of the visits than every page's frame does.
    """

    address: str
    template: str
    language: Language
    title: str
    content: Callable[[], object]
    crumbs: tuple[Crumb, ...] = ()
    alternates: Mapping[str, str] = field(default_factory=dict)
    fallbacks: Mapping[str, str] = field(default_factory=dict)
    description: str = ""
    section: str = ""
    source: str = ""
    feeds: tuple[FeedLink, ...] = ()
    article: Article | None = None
    modified: dt.date | None = None
    indexed: bool = True
    has_search: bool = False
    shows: Callable[[], bytes] | None = None
    has_figures: bool = False
