"""The search page of each language: its words and ways on. What it finds is worked out in the reader's browser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from newsportal.languages import Labels, Language
from newsportal.views.site import Crumb, Feature, PagePlan, Site


class OtherSearch(NamedTuple):
    """Search in another language: its page, and that language's words for what was found there."""

    code: str
    address: str
    labels: Labels


class SearchView(NamedTuple):
    """A search page; `topics` is empty where there are none."""

    heading: str
    address: str
    others: tuple[OtherSearch, ...]
    topics: str
    archive: str
    site_map: str


def search_pages(site: Site) -> Iterator[PagePlan]:
    """The search page of every language; none when search is switched off."""
    if Feature.SEARCH in site.features:
        for language in site.settings.languages:
            yield _search_plan(site, language)


def search_address(site: Site, language: Language) -> str:
    """A language's search page; empty when search is switched off."""
    return site.addresses.search(language) if Feature.SEARCH in site.features else ""


def _search_plan(site: Site, language: Language) -> PagePlan:
    labels, address = language.labels, site.addresses.search(language)
    return PagePlan(
        address=address,
        template="search.html",
        language=language,
        title=labels.search,
        content=partial(_search, site, language),
        crumbs=(Crumb(labels.search, address),),
        alternates={other.code: site.addresses.search(other) for other in site.settings.languages},
        description=labels.search_intro,
        indexed=False,
        has_search=True,
    )


def _search(site: Site, language: Language) -> SearchView:
    addresses = site.addresses
    others = (other for other in site.settings.languages if other.code != language.code)
    return SearchView(
        heading=language.labels.search,
        address=addresses.search(language),
        others=tuple(OtherSearch(other.code, addresses.search(other), other.labels) for other in others),
        topics=addresses.topics(language) if site.shown_tags(language) else "",
        archive=addresses.archive(language),
        site_map=addresses.site_map(language),
    )
