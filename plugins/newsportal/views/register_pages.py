"""Pages of registers: all documents of a section, those of a year, of a type, and of a type by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from newsportal.model import Article
from newsportal.views.lists import PartLink, WholeList, count_text, no_paging, pages_of
from newsportal.views.paging import Paging
from newsportal.views.registers import (
    Register,
    RegisterRow,
    RegisterType,
    register_addresses,
    register_of,
    register_row,
    registers,
    type_feed_title,
)
from newsportal.views.site import Crumb, FeedLink, PagePlan, Site


class Condition(NamedTuple):
    """One condition of the filter: `name` is what it is in addresses, `value` (with its `title`) what the page itself
    stands for, empty for nothing."""

    id: str
    name: str
    label: str
    value: str = ""
    title: str = ""


class RegisterForm(NamedTuple):
    """The filter, which works at `address`, the register's first page, and leads there from its other pages. `text` is
    the name of its text in addresses."""

    address: str
    text: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """One page of a register. `table`, `record` and `rows_file` are the addresses of its files; they and `feed` are
    empty where there are no documents, `form` where there is nothing to choose."""

    heading: str
    kicker: str
    description: str
    total: str
    rows: tuple[RegisterRow, ...]
    paging: Paging
    types: tuple[PartLink, ...]
    years: tuple[PartLink, ...]
    feed: str = ""
    form: RegisterForm | None = None
    table: str = ""
    record: str = ""
    rows_file: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """The documents of a type, of a year, of both, or all."""

    site: Site
    register: Register
    kind: RegisterType | None = None
    year: int = 0

    @property
    def articles(self) -> tuple[Article, ...]:
        """Last issued first."""
        return self.register.chosen(self.kind, self.year)

    @property
    def address(self) -> str:
        """Where they are; what has no page of its own is all that the type or the year has."""
        kind, year = self.kind, self.year
        if not self.register.has_pages(kind, year):
            kind, year = (kind, 0) if self.articles == self.register.chosen(kind) else (None, year)
        slug = kind.slug if kind else ""
        return self.site.addresses.register(self.register.section, self.register.language, slug, year)

    @property
    def title(self) -> str:
        """ "Quyết định – Năm 2022", and nothing for all."""
        year = self.register.language.labels.year.format(year=self.year) if self.year else ""
        return " – ".join(filter(None, (self.kind.title if self.kind else "", year)))

    @property
    def is_all(self) -> bool:
        """Whether these are all documents of the section."""
        return self.kind is None and not self.year


def register_pages(site: Site) -> Iterator[PagePlan]:
    """The pages of every register."""
    for register in registers(site):
        for kind, year in register.choices():
            yield from pages_of(site, _list(_Part(site, register, kind, year)))


def _list(part: _Part) -> WholeList:
    site, view = part.site, _view(part)

    def fill(articles: tuple[Article, ...], row: Paging) -> RegisterView:
        return replace(view, rows=tuple(register_row(site, article) for article in articles), paging=row)

    return WholeList(_plan(part), view, part.articles, site.settings.page_size, fill)


def _view(part: _Part) -> RegisterView:
    section, language = part.register.section, part.register.language
    view = RegisterView(
        heading=section.titles[language.code],
        kicker=part.title,
        description=section.descriptions.get(language.code, "") if part.is_all else "",
        total=count_text(language, len(part.articles), documents=True),
        rows=(),
        paging=no_paging(),
        types=_types(part),
        years=_years(part),
    )
    if not part.articles:
        return view
    table, record, rows = register_addresses(part.site, part.register)
    feed = replace(part, year=0).address
    form = _form(part) if len(part.register.chosen()) > 1 else None
    return replace(view, feed=feed, form=form, table=table, record=record, rows_file=rows)


def _types(part: _Part) -> tuple[PartLink, ...]:
    """All types, then each that the page's year has; nothing where there is no choice."""
    parts = (replace(part, kind=kind) for kind in part.register.types)
    links = [_link(each, each.kind.title, part) for each in parts if each.kind and each.articles]
    return _with_all(replace(part, kind=None), part.register.language.labels.all_types, links, part)


def _years(part: _Part) -> tuple[PartLink, ...]:
    """All years, then each that the page's type has; nothing where there is no choice."""
    parts = (replace(part, year=year) for year in part.register.years)
    links = [_link(each, str(each.year), part) for each in parts if each.articles]
    return _with_all(replace(part, year=0), part.register.language.labels.all_years, links, part)


def _link(other: _Part, label: str, part: _Part) -> PartLink:
    return PartLink(label, other.address, len(other.articles), other == part)


def _with_all(every: _Part, label: str, links: list[PartLink], part: _Part) -> tuple[PartLink, ...]:
    return (_link(every, label, part), *links) if len(links) > 1 or every != part else ()


def _form(part: _Part) -> RegisterForm:
    language = part.register.language
    names, labels = language.filters, language.labels
    kind = (part.kind.slug, part.kind.title) if part.kind else ("", "")
    year = str(part.year) if part.year else ""
    conditions = (
        Condition("type", names.type, labels.document_type, *kind),
        Condition("year", names.year, labels.issued_year, year, year),
        Condition("issuer", names.issuer, labels.issuer),
        Condition("field", names.field, labels.document_field),
        Condition("status", names.status, labels.status),
    )
    return RegisterForm(part.site.addresses.section(part.register.section, language), names.text, conditions)


def _plan(part: _Part) -> PagePlan:
    site, section, language = part.site, part.register.section, part.register.language
    name = section.titles[language.code]
    feed = type_feed_title(part.register, part.kind) if part.kind else name
    return PagePlan(
        address=part.address,
        template="register.html",
        language=language,
        title=" – ".join(filter(None, (name, part.title))),
        content=no_paging,
        crumbs=tuple(_crumbs(part)),
        alternates={other.register.language.code: other.address for other in _in_all_languages(part)},
        fallbacks={other.code: site.addresses.section(section, other) for other in site.settings.languages},
        description=section.descriptions.get(language.code, ""),
        section=section.id,
        feeds=(FeedLink(feed, replace(part, year=0).address),) if part.articles else (),
    )


def _crumbs(part: _Part) -> Iterator[Crumb]:
    everything = replace(part, kind=None, year=0)
    yield Crumb(part.register.section.titles[part.register.language.code], everything.address)
    if part.kind:
        yield Crumb(part.kind.title, replace(part, year=0).address)
    if part.year:
        yield Crumb(str(part.year), part.address)


def _in_all_languages(part: _Part) -> Iterator[_Part]:
    """The same part in every language where it has a page."""
    for language in part.site.settings.languages:
        register = register_of(part.site, part.register.section, language)
        kind = register.named(part.kind.code) if part.kind else None
        if register.has_pages(kind, part.year) and bool(kind) == bool(part.kind):
            yield replace(part, register=register, kind=kind)
