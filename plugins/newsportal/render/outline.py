"""What the site needs to know of a text without reading it."""

from __future__ import annotations

from dataclasses import dataclass

from newsportal.render.body import Body


@dataclass(frozen=True)
class Outline:
    """`lead`, `media` and `site_links` as `Body` has them; equal `mark`s mean equal bodies."""

    lead: str = ""
    media: tuple[str, ...] = ()
    site_links: tuple[str, ...] = ()
    mark: bytes = b""


def outline_of(body: Body, mark: bytes = b"") -> Outline:
    """The outline of a body."""
    return Outline(body.lead, body.media, body.site_links, mark)
