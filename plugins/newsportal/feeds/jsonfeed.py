"""JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from newsportal.feeds.values import Enclosure, Entry, Feed
from newsportal.text import xml_safe

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """The feed as UTF-8, keys in the order of the specification, without members that have nothing to say."""
    return (json.dumps(_clean(_feed(feed)), ensure_ascii=False) + "\n").encode()


def _feed(feed: Feed) -> dict[str, Any]:
    return {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": feed.urls["feed.json"],
        **_said({"description": feed.subtitle, "language": feed.language, "authors": _authors(feed.author)}),
        "items": [_item(entry) for entry in feed.entries],
    }


def _item(entry: Entry) -> dict[str, Any]:
    must = {"id": entry.id, "url": entry.url, "title": entry.title, "content_html": entry.html}
    return must | _said({
        "summary": entry.summary,
        "image": entry.image,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": _authors(*entry.authors),
        "tags": [category.label for category in entry.categories],
        "language": entry.language,
        "attachments": [_attachment(enclosure) for enclosure in entry.enclosures],
    })  # fmt: skip


def _attachment(enclosure: Enclosure) -> dict[str, Any]:
    title = _said({"title": enclosure.title})
    return {"url": enclosure.url, "mime_type": enclosure.type, **title, "size_in_bytes": enclosure.length}


def _authors(*names: str) -> list[dict[str, str]]:
    return [{"name": name} for name in names if name]


def _said(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}


def _clean(value: Any) -> Any:
    """The value without characters XML cannot hold: the formats say the same, and lone surrogates have no UTF-8."""
    if isinstance(value, str):
        return xml_safe(value)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    return {name: _clean(each) for name, each in value.items()} if isinstance(value, dict) else value
