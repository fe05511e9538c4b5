"""The archive: every year at a glance, and each year's items month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from newsportal.languages import Language
from newsportal.model import Article, local_day
from newsportal.outputs import mark_of_value
from newsportal.views.cards import Card, cards
from newsportal.views.lists import PartLink, count_text
from newsportal.views.paging import Paging, Slice, paginate, paging
from newsportal.views.site import Crumb, PagePlan, Site

_PAGE_SIZE = 60
"""Items on a page of the archive, which shows a line each."""


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month with its number of items."""

    title: str
    address: str
    count: int


class YearSummary(NamedTuple):
    """A year with its months, newest first."""

    year: int
    address: str
    total: str
    months: tuple[MonthLink, ...]


class ArchiveView(NamedTuple):
    """The overview of all years."""

    heading: str
    intro: str
    years: tuple[YearSummary, ...]


class MonthGroup(NamedTuple):
    """One month's items on a page."""

    id: str
    title: str
    cards: tuple[Card, ...]


class ArchiveYearView(NamedTuple):
    """One page of a year."""

    heading: str
    total: str
    months: tuple[MonthGroup, ...]
    years: tuple[PartLink, ...]
    paging: Paging


def archive_pages(site: Site) -> Iterator[PagePlan]:
    """The overview and the years of every language."""
    for language in site.settings.languages:
        yield _overview_plan(site, language)
        for year in site.catalog.years(language.code):
            yield from _year_pages(site, language, year)


def _overview_plan(site: Site, language: Language) -> PagePlan:
    labels, address = language.labels, site.addresses.archive(language)
    return PagePlan(
        address=address,
        template="archive.html",
        language=language,
        title=labels.archive,
        content=partial(_overview, site, language),
        crumbs=(Crumb(labels.archive, address),),
        alternates={other.code: site.addresses.archive(other) for other in site.settings.languages},
        description=labels.archive_intro,
    )


def _overview(site: Site, language: Language) -> ArchiveView:
    years = tuple(_summary(site, language, year) for year in site.catalog.years(language.code))
    return ArchiveView(language.labels.archive, language.labels.archive_intro, years)


def _summary(site: Site, language: Language, year: int) -> YearSummary:
    articles = site.catalog.in_year(language.code, year)
    address = site.addresses.archive_year(language, year)
    months: list[MonthLink] = []
    seen = 0
    for month, members in _by_month(articles):
        page = site.addresses.numbered(address, language, seen // _PAGE_SIZE + 1)
        months.append(MonthLink(language.month(year, month), f"{page}#{_month_id(month)}", len(members)))
        seen += len(members)
    return YearSummary(year, address, count_text(language, len(articles)), tuple(months))


def _by_month(articles: Iterable[Article]) -> Iterator[tuple[int, tuple[Article, ...]]]:
    for month, members in groupby(articles, key=lambda article: local_day(article.date).month):
        yield month, tuple(members)


def _month_id(month: int) -> str:
    return f"thang-{month}"


def _year_pages(site: Site, language: Language, year: int) -> Iterator[PagePlan]:
    first = site.addresses.archive_year(language, year)
    address = partial(site.addresses.numbered, first, language)
    for part in paginate(site.catalog.in_year(language.code, year), _PAGE_SIZE):
        yield _year_plan(site, language, year, part, address(part.number))


def _year_plan(site: Site, language: Language, year: int, part: Slice[Article], address: str) -> PagePlan:
    labels = language.labels
    first = site.addresses.archive_year(language, year)
    title = f"{labels.archive} – {labels.year.format(year=year)}"
    if part.number > 1:
        title += f" – {labels.page_number.format(number=part.number)}"
    others = {
        other.code: site.addresses.archive_year(other, year)
        for other in site.settings.languages
        if site.catalog.in_year(other.code, year)
    }
    return PagePlan(
        address=address,
        template="archive_year.html",
        language=language,
        title=title,
        content=partial(_year_content, site, language, year, part),
        shows=partial(_shown, site, language, year, part),
        crumbs=(Crumb(labels.archive, site.addresses.archive(language)), Crumb(str(year), first)),
        alternates=others if part.number == 1 else {language.code: address},
        fallbacks={other.code: site.addresses.archive(other) for other in site.settings.languages} | others,
    )


def _shown(site: Site, language: Language, year: int, part: Slice[Article]) -> bytes:
    total = len(site.catalog.in_year(language.code, year))
    common = mark_of_value((total, _year_links(site, language, year), part.number, part.count))
    return common + site.faces_of(part.items)


def _year_content(site: Site, language: Language, year: int, part: Slice[Article]) -> ArchiveYearView:
    everything = site.catalog.in_year(language.code, year)
    address = partial(site.addresses.numbered, site.addresses.archive_year(language, year), language)
    months = (
        MonthGroup(_month_id(month), language.month(year, month), cards(site, members))
        for month, members in _by_month(part.items)
    )
    return ArchiveYearView(
        heading=language.labels.year.format(year=year),
        total=count_text(language, len(everything)),
        months=tuple(months),
        years=_year_links(site, language, year),
        paging=paging(part.number, part.count, address),
    )


def _year_links(site: Site, language: Language, current: int) -> tuple[PartLink, ...]:
    return tuple(
        PartLink(
            str(year),
            site.addresses.archive_year(language, year),
            len(site.catalog.in_year(language.code, year)),
            year == current,
        )
        for year in site.catalog.years(language.code)
    )
