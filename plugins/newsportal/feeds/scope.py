"""What a feed is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsportal.languages import Language
from newsportal.model import MediaFile, Section, Settings, Tag
from newsportal.render import Body
from newsportal.views.addresses import Addresses


@dataclass(frozen=True, slots=True)
class FeedScope:
    """Which feed: `address` is the site path of the page it follows, `key` names it for good.

    `key` ("all", "section/<id>", "section/<id>/type/<code>", "tag/<id>") makes the feed's own id and so must not change
    with titles or slugs.
    """

    address: str
    title: str
    subtitle: str
    language: Language
    key: str


@dataclass(frozen=True, slots=True)
class FeedContext:
    """What entries are made from besides the articles.

    `sections` and `tags` are keyed by id, `bodies` by `Article.path`, `media` by path below `media/`. A tag that is not
    among `tags` is not shown, a file that is not among `media` not offered.
    """

    settings: Settings
    addresses: Addresses
    sections: Mapping[str, Section]
    tags: Mapping[str, Tag]
    bodies: Mapping[str, Body]
    media: Mapping[str, MediaFile]
