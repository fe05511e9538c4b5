"""Old addresses that lead to where an item is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from newsportal.languages import Language
from newsportal.model import Article
from newsportal.views.site import PagePlan, Site


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
        shows=lambda: redirect.target,
    )
