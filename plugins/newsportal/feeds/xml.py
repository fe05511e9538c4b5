"""RSS 2.0 and Atom 1.0: the one place that knows feedgen and its faults.

feedgen puts new entries first unless told otherwise, dates everything with the present, takes the last link of a feed
for its page, drops all attributes of Atom links but `href`, refuses what XML cannot hold, and switches the locale of
the whole process for every RSS date. Its extension interface hands out each element as it is built: there the dates
and links are mended.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import format_datetime
from functools import partial
from html import escape, unescape
from typing import Any

from feedgen.feed import FeedGenerator
from lxml import etree

from newsportal.feeds.values import FEED_TYPES, Entry, Feed
from newsportal.text import xml_safe

_GENERATOR = "newsportal"
_UNNAMED = "…"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LIKE_A_TAG = re.compile(r"<[a-zA-Z/!?]")
_RSS, _ATOM = "feed.xml", "atom.xml"


def rss(feed: Feed) -> bytes:
    """RSS 2.0: full text in `content:encoded`, the summary in `description`, every file an enclosure.

    The specification does not limit enclosures; the RSS Advisory Board's profile advises one an item, because
    programs that know one only take the first or the last. Subscribers of a public body want the attachments too,
    and a program that shows one of them also has all in the full text.
    """
    generator = _generator(feed, _RSS)
    generator.updated(_UNWRITTEN)
    generator.load_extension("dc", atom=False)
    for entry in feed.entries:
        item = _add(generator, feed, entry, _links(entry)[:1])
        item.dc.dc_creator([xml_safe(name) for name in entry.authors or (feed.author,)])
        if entry.summary:
            item.description(_as_html(xml_safe(entry.summary)), isSummary=True)
    return bytes(generator.rss_str(pretty=True))


def atom(feed: Feed) -> bytes:
    """Atom 1.0 (RFC 4287): every link with its `rel`, `type` and, for files, `length`."""
    generator = _generator(feed, _ATOM)
    generator.updated(feed.updated)
    for entry in feed.entries:
        item = _add(generator, feed, entry, _links(entry))
        item.updated(entry.updated)
        item.published(entry.published)
        item.author([{"name": xml_safe(name)} for name in entry.authors])
        if entry.summary:
            item.summary(xml_safe(entry.summary))
    return bytes(generator.atom_str(pretty=True))


def _generator(feed: Feed, name: str) -> Any:
    generator = FeedGenerator()
    generator.id(feed.id)
    generator.title(_needed(feed.title))
    generator.subtitle(_needed(feed.subtitle))
    generator.language(feed.language)
    generator.author(name=_needed(feed.author))
    generator.rights(xml_safe(feed.rights))
    generator.generator(_GENERATOR)  # feedgen's own has a version, which would change the bytes
    generator.link(href=feed.urls[name], rel="self", type=FEED_TYPES[name])
    generator.link(href=feed.page_url, rel="alternate", type="text/html", hreflang=feed.language)
    generator.register_extension("mender", partial(_FeedMender, feed))
    return generator


def _add(generator: Any, feed: Feed, entry: Entry, links: list[dict[str, str]]) -> Any:
    """A new entry of feedgen's with all that RSS and Atom share."""
    item = generator.add_entry(order="append")
    item.id(entry.id)
    item.title(_needed(entry.title))
    item.content(xml_safe(entry.html), type="html")
    item.link([dict(link) for link in links])  # feedgen keeps and fills in what it is given
    item.category([{"term": xml_safe(each.term), "label": xml_safe(each.label)} for each in entry.categories])
    item.register_extension("mender", partial(_EntryMender, feed, entry, links))
    return item


def _links(entry: Entry) -> list[dict[str, str]]:
    """The page, then the files."""
    page = {"href": entry.url, "rel": "alternate", "type": "text/html", "hreflang": entry.language}
    return [page, *(_enclosure(file.url, file.type, file.length, file.title) for file in entry.enclosures)]


def _enclosure(url: str, kind: str, length: int, title: str) -> dict[str, str]:
    named = {"title": xml_safe(title)} if title else {}
    return {"href": url, "rel": "enclosure", "type": kind, "length": str(length), **named}


def _needed(text: str) -> str:
    """Text that feedgen does not take for missing."""
    return xml_safe(text) or _UNNAMED


def _as_html(text: str) -> str:
    """Plain text for RSS's `description`, which is HTML by the specification.

    Only text that HTML would read as markup is escaped a second time: "KH&CN" means itself either way, and programs
    that take the description for plain text then show it well too.
    """
    misread = unescape(text) != text or _LIKE_A_TAG.search(text)
    return escape(text, quote=False) if misread else text


class _Unwritten(dt.datetime):
    """A moment that feedgen takes for none: it would touch the locale to write it, so `_FeedMender` does."""

    def __bool__(self) -> bool:
        return False


_UNWRITTEN = _Unwritten(1970, 1, 1, tzinfo=dt.UTC)


class _FeedMender:
    """Writes the date of an RSS channel."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed

    def extend_ns(self) -> dict[str, str]:
        return {}

    def extend_rss(self, root: etree._Element) -> None:
        etree.SubElement(root[0], "lastBuildDate").text = format_datetime(self._feed.updated)

    def extend_atom(self, root: etree._Element) -> None:
        """Nothing is wrong with feedgen's own."""


class _EntryMender:
    """Writes the date of an RSS item; gives the links of an Atom entry back what feedgen dropped."""

    def __init__(self, feed: Feed, entry: Entry, links: list[dict[str, str]]) -> None:
        self._feed, self._entry, self._links = feed, entry, links

    def extend_rss(self, item: etree._Element) -> None:
        """feedgen would write the last enclosure only."""
        etree.SubElement(item, "pubDate").text = format_datetime(self._entry.published)
        for file in self._entry.enclosures:
            etree.SubElement(item, "enclosure", url=file.url, length=str(file.length), type=file.type)

    def extend_atom(self, element: etree._Element) -> None:
        for link, attributes in zip(element.findall("link"), self._links, strict=True):
            for name, value in attributes.items():
                link.set(name, value)
        if self._entry.language != self._feed.language:
            element.set(_XML_LANG, self._entry.language)
