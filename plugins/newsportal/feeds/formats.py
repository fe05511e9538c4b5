"""The files of a feed, one a format."""

from __future__ import annotations

from collections.abc import Mapping

from newsportal.feeds.jsonfeed import json_feed
from newsportal.feeds.values import Feed
from newsportal.feeds.xml import atom, rss


def encode(feed: Feed) -> Mapping[str, bytes]:
    """The files of a feed by name. Any text is taken; characters that XML 1.0 forbids are left out of all three."""
    return {"feed.xml": rss(feed), "atom.xml": atom(feed), "feed.json": json_feed(feed)}
