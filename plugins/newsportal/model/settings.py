"""What the operator decides: the agency, the languages, sizes of lists, and the time of the build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlsplit

from newsportal.languages import LANGUAGES, Language

Localized = Mapping[str, str]
"""Text keyed by language code."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the footer to a site outside the portal."""

    titles: Localized
    url: str


@dataclass(frozen=True, slots=True)
class Agency:
    """Who publishes, as header and footer must say (TT 32/2017 Điều 16, STANDARDS: full name as text)."""

    name: Localized
    parent: Localized
    address: Localized
    responsible: Localized
    phone: str = ""
    email: str = ""
    links: tuple[Link, ...] = ()


class CounterKind(StrEnum):
    """Counters of visits that pages know how to tell."""

    GOATCOUNTER = "goatcounter"


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter of the operator's own, for hosts that give no access logs; `url` is where it is installed."""

    kind: CounterKind
    url: str


@dataclass(frozen=True, slots=True)
class Markdown:
    """The Markdown dialect: extension names and their options, as in `mkdocs.yml`."""

    extensions: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything views may know besides the catalog.

    `build_time` is the only clock; `preview` shows drafts and future items, marked; `page_size` and
    `feed_size` count items; `feed_authority` is the `authority,date` part of permanent `tag:` URIs (RFC 4151);
    `precompress` names formats of `newsportal.precompress`; `database` is the address of a search in a database of
    legal documents, with `{number}` in the place of a number, empty for none; `lint_off` are rules of
    `newsportal.linting` that are switched off; `document_pdfs` offers documents as PDF besides.
    """

    site_url: str
    site_name: Localized
    agency: Agency
    build_time: dt.datetime
    feed_authority: str
    languages: tuple[Language, ...] = LANGUAGES
    preview: bool = False
    page_size: int = 20
    feed_size: int = 30
    home_latest: int = 8
    home_per_section: int = 5
    related: int = 4
    image_widths: tuple[int, ...] = (320, 480, 800, 1200, 1600)
    image_quality: int = 80
    precompress: tuple[str, ...] = ()
    lint_off: tuple[str, ...] = ()
    counter: Counter | None = None
    database: str = ""
    document_pdfs: bool = False
    markdown: Markdown = field(default_factory=Markdown)

    @property
    def base_path(self) -> str:
        """The path of the site on its host, with both slashes: `/` or `/portal/`."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"

    @property
    def primary(self) -> Language:
        """The language at the root, which translations inherit from."""
        return self.languages[0]

    def language(self, code: str) -> Language:
        """The language with this code; raises KeyError for one the portal does not have."""
        return {language.code: language for language in self.languages}[code]

    def database_address(self, number: str) -> str:
        """Where the database tells of a document; empty where there is no database or no number."""
        return self.database.replace("{number}", quote(number, safe="")) if number else ""

    def absolute(self, path: str) -> str:
        """A site path (`/rss/`) as a whole URL."""
        return self.site_url.rstrip("/") + path
