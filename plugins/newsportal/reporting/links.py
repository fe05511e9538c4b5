"""Links to other sites, as far as texts and sources of items have any."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urldefrag

from newsportal.model import Article, Item
from newsportal.render import Body, line_with

_ADDRESS = re.compile(r'\bhref="(https?://[^"]+)"', re.IGNORECASE)


class OutboundLink(NamedTuple):
    """A web address without its fragment, and the first place where it stands."""

    url: str
    path: str
    line: int


def outbound_links(
    items: Iterable[Item], bodies: Mapping[str, Body], own: str, folder: str
) -> tuple[OutboundLink, ...]:
    """Each address once, in order. Addresses below `own`, the portal's own, are none; `folder` is as in reports."""
    found: dict[str, OutboundLink] = {}
    for item in sorted(items, key=lambda item: item.path):
        for url, line in _of_item(item, bodies.get(item.path, Body()).html):
            address = urldefrag(url).url
            if not f"{address}/".startswith(f"{own.rstrip('/')}/"):
                found.setdefault(address, OutboundLink(address, f"{folder}/{item.path}", line))
    return tuple(found[url] for url in sorted(found))


def _of_item(item: Item, text: str) -> Iterator[tuple[str, int]]:
    if isinstance(item, Article) and item.source and item.source.url:
        yield item.source.url, item.line_of("source.url")
    for written in _ADDRESS.findall(text):
        url = html.unescape(written)
        yield url, line_with((url, written), item.body, item.body_line)
