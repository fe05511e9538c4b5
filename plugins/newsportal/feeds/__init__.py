"""Feeds: articles in, RSS 2.0, Atom 1.0 and JSON Feed 1.1 out. Pure: no clock, disk, environment or locale.

`build_feed` makes a `Feed` of articles, `encode` its files. Ids are permanent `tag:` URIs;
the same feed always gives the same bytes.
"""

from __future__ import annotations

from newsportal.feeds.build import (
    NEVER,
    FeedContext,
    FeedScope,
    build_entry,
    build_feed,
    entry_id,
    feed_id,
)
from newsportal.feeds.formats import encode
from newsportal.feeds.jsonfeed import json_feed
from newsportal.feeds.links import whole_links
from newsportal.feeds.values import FEED_TYPES, Category, Enclosure, Entry, Feed
from newsportal.feeds.xml import atom, rss

__all__ = [
    "FEED_TYPES",
    "NEVER",
    "Category",
    "Enclosure",
    "Entry",
    "Feed",
    "FeedContext",
    "FeedScope",
    "atom",
    "build_entry",
    "build_feed",
    "encode",
    "entry_id",
    "feed_id",
    "json_feed",
    "rss",
    "whole_links",
]
