"""What surrounds every page: agency, menu, language switch, footer.

Its size does not depend on how much is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsportal.languages import Language
from newsportal.views.citing import cites_documents
from newsportal.views.counting import counter_picture
from newsportal.views.figures import FooterFigures, footer_figures, statistics_address
from newsportal.views.finding import search_address
from newsportal.views.site import Crumb, Feature, PagePlan, Site

_FIRST_TOOLS = 3
_PAGE, _WITHIN = "page", "true"


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link of the menu or footer; `current` is the value of `aria-current`: `page` for the page itself, `true` for
    the section it is in, else empty. `section` is the id of the section it leads to, if it does."""

    title: str
    address: str
    current: str = ""
    section: str = ""


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
class SharedFrame:
    """The part of the frame that a page shares with others. Equal `key`s mean equal frames within a site.

    `first_tools` are those of `tools` that the header has room for; `searches` are the search pages of all languages.
    `statistics` is the page that the footer's `figures` lead to, empty where they are switched off;
    `locale` is how scripts write numbers and dates (BCP 47).
    """

    key: str
    home: MenuItem
    agency: str
    parent: str
    menu: tuple[MenuItem, ...]
    tools: tuple[MenuItem, ...]
    pages: tuple[MenuItem, ...]
    links: tuple[MenuItem, ...]
    contact: Contact
    searches: tuple[str, ...]
    preview: bool
    statistics: str
    figures: FooterFigures | None
    locale: str

    @property
    def first_tools(self) -> tuple[MenuItem, ...]:
        """The tools for the header."""
        return self.tools[:_FIRST_TOOLS]

    def at(self, address: str, section: str) -> SharedFrame:
        """The same around the page at an address, which is one of the frame's own, or of none; and in a section."""

        def marked(item: MenuItem) -> MenuItem:
            if item.address == address:
                return replace(item, current=_PAGE)
            return replace(item, current=_WITHIN) if section and item.section == section else item

        return replace(
            self,
            key=f"{self.key} {section} {address}",
            home=marked(self.home),
            menu=tuple(map(marked, self.menu)),
            tools=tuple(map(marked, self.tools)),
            pages=tuple(map(marked, self.pages)),
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one page.

    `missing` are the `switches` to languages in which the page does not exist. `search` is where the header's search
    form leads, empty for no form. `counter` is the picture by which another counter counts the page, empty for none.
    """

    shared: SharedFrame
    switches: tuple[Switch, ...]
    missing: tuple[Switch, ...]
    crumbs: tuple[Crumb, ...]
    search: str
    counter: str


def frame(site: Site, plan: PagePlan) -> Frame:
    """The frame of the planned page."""
    shared, switches = _shared(site, plan), tuple(_switches(site, plan))
    return Frame(
        shared=shared,
        switches=switches,
        missing=tuple(switch for switch in switches if not switch.same),
        crumbs=(Crumb(shared.home.title, shared.home.address), *plan.crumbs) if plan.crumbs else (),
        search="" if plan.has_search else search_address(site, plan.language),
        counter=counter_picture(site, plan),
    )


def _shared(site: Site, plan: PagePlan) -> SharedFrame:
    """Worked out once for all pages that have the same."""
    code = plan.language.code
    base: SharedFrame | None = site.views.get(("frame", code))
    if base is None:
        base = site.views["frame", code] = _base(site, plan.language)
    own = (base.home, *base.menu, *base.tools, *base.pages)
    address = plan.address if any(item.address == plan.address for item in own) else ""
    place = ("frame", f"{code} {plan.section} {address}")
    known: SharedFrame | None = site.views.get(place)
    if known is None:
        known = site.views[place] = base.at(address, plan.section)
    return known


def _base(site: Site, language: Language) -> SharedFrame:
    """What all pages of a language share, with nothing marked as current."""
    agency, code = site.settings.agency, language.code
    return SharedFrame(
        key=code,
        home=MenuItem(language.labels.home, site.addresses.home(language)),
        agency=agency.name[code],
        parent=agency.parent.get(code, ""),
        menu=tuple(_menu(site, language)),
        tools=tuple(_tools(site, language)),
        pages=tuple(MenuItem(page.title, site.addresses.page(page)) for page in site.catalog.plain_pages(code)),
        links=tuple(MenuItem(link.titles[code], link.url) for link in agency.links),
        contact=_contact(site, language),
        searches=tuple(filter(None, (search_address(site, each) for each in site.settings.languages))),
        preview=site.settings.preview,
        statistics=statistics_address(site, language),
        figures=footer_figures(site, language),
        locale=language.locale.replace("_", "-"),
    )


def _menu(site: Site, language: Language) -> Iterator[MenuItem]:
    for section in site.shown_sections(language):
        address = site.addresses.section(section, language)
        yield MenuItem(section.titles[language.code], address, section=section.id)


def _tools(site: Site, language: Language) -> Iterator[MenuItem]:
    """The pages that cut across sections."""
    labels, addresses = language.labels, site.addresses
    if site.shown_tags(language):
        yield MenuItem(labels.topics, addresses.topics(language))
    yield MenuItem(labels.archive, addresses.archive(language))
    if Feature.FEEDS in site.features:
        yield MenuItem(labels.feeds, addresses.feeds(language))
    if cites_documents(site, language):
        yield MenuItem(labels.citations, addresses.citations(language))
    if Feature.VISITS in site.features:
        yield MenuItem(labels.statistics, addresses.statistics(language))
    yield MenuItem(labels.site_map, addresses.site_map(language))
    if Feature.SEARCH in site.features:
        yield MenuItem(labels.search, addresses.search(language))


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
