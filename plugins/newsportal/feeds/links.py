"""Addresses in HTML made whole: a feed is read far from the site, where no relative address leads anywhere."""

from __future__ import annotations

from functools import partial
from urllib.parse import urljoin

from newsportal.model import Settings
from newsportal.views.links import rewrite


def whole_links(html: str, page_url: str, settings: Settings) -> str:
    """The HTML with nothing but whole URLs in links, pictures, players, quotations and `srcset`.

    Site paths get the site's URL, so that a site below a sub-path works; anything else relative, fragments such as
    `#fn:1` among them, is as seen from the page. The HTML is the renderer's, with every attribute value quoted.
    """
    return rewrite(html, partial(whole_url, page_url=page_url, settings=settings))


def whole_url(target: str, page_url: str, settings: Settings) -> str:
    """One address, as read (not escaped), made whole; what cannot be understood stays as it is."""
    if target.startswith("/") and not target.startswith("//"):
        return settings.absolute(target)
    try:
        return urljoin(page_url, target)
    except ValueError:
        return target
