"""Feeds as values, before any format has its say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

FEED_TYPES: Mapping[str, str] = MappingProxyType({
    "feed.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
})  # fmt: skip
"""The MIME type of each feed file, for links that advertise feeds and for servers."""


@dataclass(frozen=True, slots=True)
class Category:
    """A section or tag; `term` is its id, `label` what readers see."""

    term: str
    label: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that belongs to an entry; `url` is whole, `length` counts bytes."""

    url: str
    type: str
    length: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed.

    `id` never changes; `published` never moves; `updated` is not before it; both are aware. `summary` is plain text,
    `html` the full text with whole addresses only. `enclosures` begins with the cover if there is one, whose URL is
    `image`.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: dt.datetime
    updated: dt.datetime
    authors: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    language: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in no format yet; `urls` gives the whole URL of each of its files, `entries` are newest first."""

    id: str
    title: str
    subtitle: str
    language: str
    page_url: str
    urls: Mapping[str, str]
    updated: dt.datetime
    author: str
    entries: tuple[Entry, ...] = ()
    rights: str = ""
