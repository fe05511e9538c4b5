"""Registers: the documents of a section, last issued first, by type and by year.

Sections of documents have one where the plugin for documents is on. Its years are those of issue, as numbers restart
each January (NĐ 30/2020/NĐ-CP Điều 15); a document without a day of issue stands under that of its publication.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from newsportal.citations import TYPES, type_name
from newsportal.languages import Language
from newsportal.model import Article, Document, Section, SectionKind
from newsportal.text import collation_key, slugify
from newsportal.views.addresses import REGISTER_FILES
from newsportal.views.cards import mark
from newsportal.views.documents import foreign_language, status_name, status_today
from newsportal.views.site import Feature, Site

_LISTED = tuple(TYPES)


class RegisterType(NamedTuple):
    """A type of document: its code, its part of an address and its name. Codes that make one address are one type, and
    `code` is the first of theirs."""

    code: str
    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class Register:
    """A section's documents in one language.

    `types` are in the order of the law's list, and none where there would be no choice; `years` come newest first.
    """

    section: Section
    language: Language
    types: tuple[RegisterType, ...]
    years: tuple[int, ...]
    _groups: Mapping[tuple[str, int], tuple[Article, ...]]

    def chosen(self, kind: RegisterType | None = None, year: int = 0) -> tuple[Article, ...]:
        """The documents of a type and of a year, or of all."""
        return self._groups.get((kind.slug if kind else "", year), ())

    def has_pages(self, kind: RegisterType | None, year: int) -> bool:
        """Whether these documents have pages of their own, and are not all that the type or the year has."""
        if kind is None or not year:
            return bool(self.chosen(kind, year)) or not (kind or year)
        mine = len(self.chosen(kind, year))
        return 0 < mine < len(self.chosen(kind)) and mine < len(self.chosen(None, year))

    def choices(self) -> Iterator[tuple[RegisterType | None, int]]:
        """(type, year) of all that have pages: everything, years, types, types by year."""
        for kind in (None, *self.types):
            yield from ((kind, year) for year in (0, *self.years) if self.has_pages(kind, year))

    def named(self, code: str) -> RegisterType | None:
        """The type whose first code this is, which is the same type in every language."""
        return next((kind for kind in self.types if kind.code == code), None)


class TypeFeed(NamedTuple):
    """The documents of a type in a section, last published first, which have a feed; `code` is the type's."""

    title: str
    address: str
    section: Section
    code: str
    articles: tuple[Article, ...]


class RegisterRow(NamedTuple):
    """A document in a register. `subject` is its title where the record is in another language, as `issuer` may be;
    `status` is a code, for style; `mark` says why a preview shows what the public site does not."""

    number: str
    subject: str
    address: str
    type_name: str
    issued_iso: str
    issued: str
    issuer: str
    issuer_language: str
    status: str
    status_name: str
    mark: str


def has_register(site: Site, section: Section) -> bool:
    """Whether a section's list is a register."""
    return Feature.DOCUMENTS in site.features and section.kind is SectionKind.DOCUMENTS


def registers(site: Site) -> Iterator[Register]:
    """All registers of all languages, empty ones too."""
    for language in site.settings.languages:
        for section in site.catalog.sections:
            if has_register(site, section):
                yield register_of(site, section, language)


def register_of(site: Site, section: Section, language: Language) -> Register:
    """A section's register, put together once."""
    place = "register", f"{language.code}/{section.id}"
    known: Register | None = site.views.get(place)
    if known is None:
        known = site.views[place] = _register(site, section, language)
    return known


def _register(site: Site, section: Section, language: Language) -> Register:
    articles = sorted(site.catalog.in_section(language.code, section.id), key=attrgetter("document_day"), reverse=True)
    groups: dict[tuple[str, int], list[Article]] = defaultdict(list)
    codes: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        code = type_of(article)
        slug = type_slug(code, language)
        codes[slug].add(code)
        for kind in {"", slug}:
            for year in (0, article.document_day.year):
                groups[kind, year].append(article)
    codes.pop("", None)
    types = sorted((_type(slug, found, language) for slug, found in codes.items()), key=lambda kind: _rank(kind.code))
    return Register(
        section,
        language,
        tuple(types) if len(types) > 1 else (),
        tuple(sorted({year for _, year in groups if year}, reverse=True)),
        {place: tuple(group) for place, group in groups.items()},
    )


def _type(slug: str, codes: set[str], language: Language) -> RegisterType:
    code = min(codes, key=_rank)
    return RegisterType(code, slug, type_name(code, language.code))


def _rank(code: str) -> tuple[int, object]:
    """Types in the order of the list, then others by the alphabet."""
    return (_LISTED.index(code), ()) if code in TYPES else (len(_LISTED), collation_key(code))


def register_addresses(site: Site, register: Register) -> tuple[str, ...]:
    """The addresses of a register's files, in the order of `REGISTER_FILES`."""
    base = site.addresses.section(register.section, register.language)
    return tuple(base + name for name in REGISTER_FILES)


def type_feeds(site: Site, language: Language) -> Iterator[TypeFeed]:
    """What is to be followed type by type, in sections that have pages by type."""
    for register in registers(site):
        for kind in register.types if register.language is language else ():
            address = site.addresses.register(register.section, language, kind.slug)
            members = {article.path for article in register.chosen(kind)}
            published = site.catalog.in_section(language.code, register.section.id)
            articles = tuple(article for article in published if article.path in members)
            yield TypeFeed(type_feed_title(register, kind), address, register.section, kind.code, articles)


def type_feed_title(register: Register, kind: RegisterType) -> str:
    """ "Văn bản: Quyết định"."""
    return f"{register.section.titles[register.language.code]}: {kind.title}"


def type_of(article: Article) -> str:
    """The code of a document's type; empty where none is given."""
    return article.document.type if article.document else ""


def type_slug(code: str, language: Language) -> str:
    """A type as part of an address: "quyet-dinh", "decision"; empty for none."""
    return slugify(type_name(code, language.code))


def status_at_build(site: Site, article: Article) -> str:
    """The status of a document on the day of the build, as a code; empty where nothing tells it."""
    return status_today(site, article)


def register_row(site: Site, article: Article) -> RegisterRow:
    """The row of one document."""
    known: RegisterRow | None = site.views.get(("row", article.path))
    if known is None:
        known = site.views["row", article.path] = _row(site, article)
    return known


def _row(site: Site, article: Article) -> RegisterRow:
    language, record = site.settings.language(article.language), article.document or Document()
    status = status_at_build(site, article)
    return RegisterRow(
        number=record.number or (language.labels.no_number if article.document else ""),
        subject=own_subject(article),
        address=site.address_of(article),
        type_name=type_name(record.type, language.code),
        issued_iso=record.issued.isoformat() if record.issued else "",
        issued=language.date(record.issued) if record.issued else "",
        issuer=record.issuer,
        issuer_language=foreign_language(record, language),
        status=status,
        status_name=status_name(status, language),
        mark=mark(site, article),
    )


def own_subject(article: Article) -> str:
    """What a document is about, in the item's language: its subject, or its title where that is in another."""
    record = article.document
    return record.subject if record and record.subject and record.language == article.language else article.title
