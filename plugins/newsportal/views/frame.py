"""What surrounds every page: agency, menu, language switch, footer.

Its size does not depend on how much is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsportal.languages import Language
from newsportal.views.finding import search_address
from newsportal.views.site import Crumb, Feature, PagePlan, Site

_FIRST_TOOLS = 3


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link of the menu or footer; `current` marks the section being read."""

    title: str
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Switch:
    """The way to another language; `same` is False when this page does not exist there.

    `note` says which it is and `way` names where `address` leads then, both in that language.
    """

    code: str
    name: str
    address: str
    same: bool
    note: str
    way: str


@dataclass(frozen=True, slots=True)
class Contact:
    """The footer's block about the agency (NĐ 224/2026, TT 32/2017 Điều 16)."""

    name: str
    address: str
    responsible: str
    phone: str
    phone_link: str
    email: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one page.

    `first_tools` are those of `tools` that the header has room for; `missing` are the `switches` to languages in
    which the page does not exist. `search` is where the header's search form leads, empty for no form; `searches` are
    the search pages of all languages.
    """

    home: str
    agency: str
    parent: str
    menu: tuple[MenuItem, ...]
    tools: tuple[MenuItem, ...]
    first_tools: tuple[MenuItem, ...]
    pages: tuple[MenuItem, ...]
    links: tuple[MenuItem, ...]
    contact: Contact
    switches: tuple[Switch, ...]
    missing: tuple[Switch, ...]
    crumbs: tuple[Crumb, ...]
    search: str
    searches: tuple[str, ...]
    preview: bool


def frame(site: Site, plan: PagePlan) -> Frame:
    """The frame of the planned page."""
    settings, language = site.settings, plan.language
    agency = settings.agency
    home = site.addresses.home(language)
    tools, switches = tuple(_tools(site, language)), tuple(_switches(site, plan))
    return Frame(
        home=home,
        agency=agency.name[language.code],
        parent=agency.parent.get(language.code, ""),
        menu=_menu(site, plan),
        tools=tools,
        first_tools=tools[:_FIRST_TOOLS],
        pages=_pages(site, plan),
        links=tuple(MenuItem(link.titles[language.code], link.url) for link in agency.links),
        contact=_contact(site, language),
        switches=switches,
        missing=tuple(switch for switch in switches if not switch.same),
        crumbs=(Crumb(language.labels.home, home), *plan.crumbs) if plan.crumbs else (),
        search="" if plan.has_search else search_address(site, language),
        searches=tuple(filter(None, (search_address(site, each) for each in settings.languages))),
        preview=settings.preview,
    )


def _menu(site: Site, plan: PagePlan) -> tuple[MenuItem, ...]:
    language = plan.language
    sections = site.shown_sections(language)
    return tuple(
        MenuItem(section.titles[language.code], site.addresses.section(section, language), section.id == plan.section)
        for section in sections
    )


def _tools(site: Site, language: Language) -> Iterator[MenuItem]:
    """The pages that cut across sections."""
    labels, addresses = language.labels, site.addresses
    if site.shown_tags(language):
        yield MenuItem(labels.topics, addresses.topics(language))
    yield MenuItem(labels.archive, addresses.archive(language))
    if Feature.FEEDS in site.features:
        yield MenuItem(labels.feeds, addresses.feeds(language))
    yield MenuItem(labels.site_map, addresses.site_map(language))
    if Feature.SEARCH in site.features:
        yield MenuItem(labels.search, addresses.search(language))


def _pages(site: Site, plan: PagePlan) -> tuple[MenuItem, ...]:
    plain = site.catalog.plain_pages(plan.language.code)
    return tuple(MenuItem(page.title, site.addresses.page(page), page.path == plan.source) for page in plain)


def _contact(site: Site, language: Language) -> Contact:
    agency, code = site.settings.agency, language.code
    return Contact(
        name=agency.name[code],
        address=agency.address.get(code, ""),
        responsible=agency.responsible.get(code, ""),
        phone=agency.phone,
        phone_link="tel:" + "".join(char for char in agency.phone if char.isdigit() or char == "+"),
        email=agency.email,
    )


def _switches(site: Site, plan: PagePlan) -> Iterator[Switch]:
    for other in site.settings.languages:
        if other.code == plan.language.code:
            continue
        same = other.code in plan.alternates
        address = plan.alternates.get(other.code) or plan.fallbacks.get(other.code) or site.addresses.home(other)
        labels = other.labels
        note = labels.same_page_in if same else labels.not_translated
        yield Switch(other.code, other.name, address, same, note, labels.section_in)
