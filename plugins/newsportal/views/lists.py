"""Lists of items: sections, their years, tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from newsportal.languages import Language
from newsportal.model import Article, Section, SectionKind
from newsportal.outputs import mark_of_value
from newsportal.views.cards import Card, cards
from newsportal.views.paging import Paging, Slice, paginate, paging
from newsportal.views.registers import has_register, register_of
from newsportal.views.site import Crumb, FeedLink, PagePlan, Site


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part of a list, such as a year, with its number of items."""

    label: str
    address: str
    count: int
    current: bool = False


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list. `feed` is the address whose feeds follow it, empty for none."""

    heading: str
    kicker: str
    description: str
    total: str
    cards: tuple[Card, ...]
    is_documents: bool
    paging: Paging
    years: tuple[PartLink, ...] = ()
    feed: str = ""


@dataclass(frozen=True, slots=True)
class WholeList:
    """A list before it is cut into pages: the plan of its first page and what every page shows.

    `fill` makes the view of a page from its items, of which it shows their faces, and the row of page numbers.
    """

    plan: PagePlan
    view: object
    articles: tuple[Article, ...]
    size: int
    fill: Callable[[tuple[Article, ...], Paging], object]


def card_list(site: Site, plan: PagePlan, view: ListView, articles: tuple[Article, ...]) -> WholeList:
    """A list of cards."""

    def fill(items: tuple[Article, ...], row: Paging) -> ListView:
        return replace(view, cards=cards(site, items), paging=row)

    return WholeList(plan, view, articles, site.settings.page_size, fill)


def count_text(language: Language, count: int, documents: bool = False) -> str:
    """ "28 tin, bài" or "1 document"."""
    labels = language.labels
    one, many = (labels.documents_one, labels.documents_many) if documents else (labels.items_one, labels.items_many)
    return (one if count == 1 else many).format(count=language.number(count))


def no_paging() -> Paging:
    """The place of a row of page numbers that is not worked out yet."""
    return Paging(1, 1, "", "", ())


def pages_of(site: Site, whole: WholeList) -> Iterator[PagePlan]:
    """The pages of a list; those after the first are told apart in title and description."""
    language = whole.plan.language
    address = partial(site.addresses.numbered, whole.plan.address, language)
    common = cache(partial(mark_of_value, whole.view))
    for part in paginate(whole.articles, whole.size):
        content = partial(_content, whole, part, address)
        plan = replace(whole.plan, content=content, shows=partial(_shown, site, common, part))
        yield plan if part.number == 1 else _later(plan, part, address(part.number))


def _shown(site: Site, common: Callable[[], bytes], part: Slice[Article]) -> bytes:
    place = f"{part.number}/{part.count}".encode()
    return common() + site.faces_of(part.items) + place


def _later(plan: PagePlan, part: Slice[Article], address: str) -> PagePlan:
    label = plan.language.labels.page_number.format(number=part.number)
    own = {plan.language.code: address}
    fallbacks = {**plan.fallbacks, **{code: other for code, other in plan.alternates.items() if code not in own}}
    crumbs = (*plan.crumbs, Crumb(label, address))
    title = f"{plan.title} – {label}"
    return replace(
        plan, address=address, title=title, crumbs=crumbs, alternates=own, fallbacks=fallbacks,
        description="",
    )  # fmt: skip


def _content(whole: WholeList, part: Slice[Article], address: Callable[[int], str]) -> object:
    return whole.fill(part.items, paging(part.number, part.count, address))


def section_pages(site: Site) -> Iterator[PagePlan]:
    """Every section in every language, and each of its years; registers apart."""
    for language in site.settings.languages:
        for section in (section for section in site.catalog.sections if not has_register(site, section)):
            yield from pages_of(site, _section_list(site, section, language, None))
            for year in _years(site, section, language):
                yield from pages_of(site, _section_list(site, section, language, year))


def _years(site: Site, section: Section, language: Language) -> tuple[int, ...]:
    """The years in which a section has items, newest first."""
    if has_register(site, section):
        return register_of(site, section, language).years
    catalog, code = site.catalog, language.code
    return tuple(year for year in catalog.years(code) if catalog.in_section_year(code, section.id, year))


def _articles(site: Site, section: Section, language: Language, year: int | None) -> tuple[Article, ...]:
    """A section's items, of one year or of all."""
    if has_register(site, section):
        return register_of(site, section, language).chosen(None, year or 0)
    if year is None:
        return site.catalog.in_section(language.code, section.id)
    return site.catalog.in_section_year(language.code, section.id, year)


def _section_list(site: Site, section: Section, language: Language, year: int | None) -> WholeList:
    articles = _articles(site, section, language, year)
    title = section.titles[language.code]
    label = language.labels.year.format(year=year) if year else ""
    plan = _section_plan(site, section, language, year, f"{title} – {label}" if label else title)
    return card_list(site, plan, _section_view(site, section, language, year, articles), articles)


def _section_view(
    site: Site, section: Section, language: Language, year: int | None, articles: Sequence[Article]
) -> ListView:
    is_documents = section.kind is SectionKind.DOCUMENTS
    return ListView(
        heading=section.titles[language.code],
        kicker=language.labels.year.format(year=year) if year else "",
        description="" if year else section.descriptions.get(language.code, ""),
        total=count_text(language, len(articles), is_documents),
        cards=(),
        is_documents=is_documents,
        paging=no_paging(),
        years=_year_links(site, section, language, year),
        feed=site.addresses.section(section, language) if articles else "",
    )


def section_years(site: Site, section: Section, language: Language, current: int | None = None) -> tuple[PartLink, ...]:
    """A section's years, newest first."""
    return tuple(
        PartLink(
            str(year),
            site.addresses.section_year(section, language, year),
            len(_articles(site, section, language, year)),
            year == current,
        )
        for year in _years(site, section, language)
    )


def _year_links(site: Site, section: Section, language: Language, current: int | None) -> tuple[PartLink, ...]:
    """All years, then each; nothing where there is no choice."""
    years = section_years(site, section, language, current)
    if len(years) < 2 and current is None:
        return ()
    total = sum(year.count for year in years)
    address = site.addresses.section(section, language)
    return (PartLink(language.labels.all_years, address, total, current is None), *years)


def _section_plan(site: Site, section: Section, language: Language, year: int | None, title: str) -> PagePlan:
    base = site.addresses.section(section, language)
    articles = site.catalog.in_section(language.code, section.id)
    crumbs = [Crumb(section.titles[language.code], base)]
    if year:
        crumbs.append(Crumb(str(year), site.addresses.section_year(section, language, year)))
    languages = [other for other in site.settings.languages if year is None or _articles(site, section, other, year)]
    return PagePlan(
        address=crumbs[-1].address,
        template="list.html",
        language=language,
        title=title,
        content=no_paging,
        crumbs=tuple(crumbs),
        alternates={other.code: _section_address(site, section, other, year) for other in languages},
        fallbacks={other.code: site.addresses.section(section, other) for other in site.settings.languages},
        description=section.descriptions.get(language.code, ""),
        section=section.id,
        feeds=(FeedLink(section.titles[language.code], base),) if articles else (),
    )


def _section_address(site: Site, section: Section, language: Language, year: int | None) -> str:
    if year is None:
        return site.addresses.section(section, language)
    return site.addresses.section_year(section, language, year)
