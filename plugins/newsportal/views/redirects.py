"""Old addresses that lead to where an item is now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from newsportal.languages import Language
from newsportal.model import Article
from newsportal.outputs import mark_of_value
from newsportal.views.site import PagePlan, Site

_PLAIN = re.compile(r"[^\s;{}\"'#$\\]+")
"""What may stand in nginx's settings without quotes."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page at `address` that sends readers on to `target`, an item's address."""

    address: str
    target: str
    title: str
    language: Language
    article: Article
    index: int


def alias_address(alias: str) -> str:
    """An alias as an address: one without a file ending is a folder, as web servers see it."""
    if alias.endswith("/") or PurePosixPath(alias).suffix.lower() in (".html", ".htm", ".aspx", ".php", ".jsp"):
        return alias
    return f"{alias}/"


def redirects(site: Site) -> Iterator[Redirect]:
    """Every alias of every published item."""
    for article in site.catalog.articles:
        yield from redirects_of(site, article)


def redirects_of(site: Site, article: Article) -> Iterator[Redirect]:
    """The aliases of one item."""
    language = site.settings.language(article.language)
    for index, alias in enumerate(article.aliases):
        yield Redirect(alias_address(alias), site.address_of(article), article.title, language, article, index)


def redirect_plan(redirect: Redirect) -> PagePlan:
    """The page that sends readers on; search engines are told the new address by its canonical link."""
    return PagePlan(
        address=redirect.address,
        template="redirect.html",
        language=redirect.language,
        title=redirect.title,
        content=lambda: redirect,
        indexed=False,
        shows=lambda: mark_of_value((redirect.target, redirect.title)),
    )


def redirects_map(redirects: Iterable[Redirect], base_path: str) -> str:
    """All of them as lines `old new;` for a `map` of nginx, sorted: paths of a site below `base_path`.

    The old path is written as nginx compares it, percent escapes undone; a folder stands there with its slash and
    without. The new one is written as readers are told it.
    """
    root = base_path.rstrip("/")
    lines = {old: quote(root + each.target, safe="/%") for each in redirects for old in _asked(root + each.address)}
    return "".join(f"{_token(old)} {new};\n" for old, new in sorted(lines.items()))


def _asked(address: str) -> Iterator[str]:
    """The paths that people may ask for."""
    path = unquote(address)
    yield path
    if path.endswith("/"):
        yield path.rstrip("/")


def _token(path: str) -> str:
    """One word of nginx's settings."""
    if _PLAIN.fullmatch(path):
        return path
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
