"""Every address of the portal, and nothing else makes one.

An address is a site path: it begins with `/`, ends in `/` for pages, and knows neither host nor sub-path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote

from newsportal.languages import Language
from newsportal.model import Article, PlainPage, Section, Settings, Tag
from newsportal.views.links import rewrite

FEED_FORMATS = ("feed.xml", "atom.xml", "feed.json")
"""File names of the RSS, Atom and JSON feeds, below the page they follow."""

REGISTER_FILES = ("register.csv", "register.json", "register-rows.json")
"""File names of a register as a table, for programs and for its page's script, below the page of its section."""

REGISTER_SCHEMA = "/schemas/register.schema.json"
"""The JSON Schema of every `register.json`."""

_SITE_PATH = re.compile(r"""/(?<=["'\s,]/)""")
"""In HTML without a match no attribute holds a site path; not every match is in one. Slashes are few and found at
once, spaces are many."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes addresses from values; slugs of sections and tags are looked up in the values themselves."""

    settings: Settings

    def home(self, language: Language) -> str:
        """A language's front page."""
        return f"/{language.prefix}/" if language.prefix else "/"

    def section(self, section: Section, language: Language) -> str:
        """A section's list."""
        return f"{self.home(language)}{section.slugs[language.code]}/"

    def section_year(self, section: Section, language: Language, year: int) -> str:
        """A section's items of one year."""
        return f"{self.section(section, language)}{year}/"

    def register(self, section: Section, language: Language, kind: str = "", year: int = 0) -> str:
        """A register's documents of the type with the slug `kind` and of a year, or of all."""
        base = f"{self.section(section, language)}{language.paths.type}/{kind}/"
        if not kind:
            base = self.section(section, language)
        return f"{base}{year}/" if year else base

    def article(self, article: Article, section: Section) -> str:
        """An item; its year is that of first publication, so that no edit moves it."""
        language = self.settings.language(article.language)
        return f"{self.section(section, language)}{article.year}/{article.slug}/"

    def pdf(self, article: Article, section: Section) -> str:
        """A document as a file to keep, beside its page and named like it."""
        return f"{self.article(article, section)}{article.slug}.pdf"

    def page(self, page: PlainPage) -> str:
        """A plain page."""
        home = self.home(self.settings.language(page.language))
        return home if page.is_home else f"{home}{page.name}/"

    def topics(self, language: Language) -> str:
        """The page of all tags."""
        return f"{self.home(language)}{language.paths.topics}/"

    def tag(self, tag: Tag, language: Language) -> str:
        """A tag's list."""
        return f"{self.topics(language)}{tag.slugs[language.code]}/"

    def archive(self, language: Language) -> str:
        """The archive's overview of years."""
        return f"{self.home(language)}{language.paths.archive}/"

    def archive_year(self, language: Language, year: int) -> str:
        """Everything of one year."""
        return f"{self.archive(language)}{year}/"

    def search(self, language: Language) -> str:
        """The search page."""
        return f"{self.home(language)}{language.paths.search}/"

    def feeds(self, language: Language) -> str:
        """The page that explains the feeds."""
        return f"{self.home(language)}{language.paths.feeds}/"

    def citations(self, language: Language) -> str:
        """The overview of documents cited."""
        return f"{self.home(language)}{language.paths.citations}/"

    def citations_of(self, kind: str, year: int | None, language: Language) -> str:
        """The documents of a type, given by its part of the address, and a year, or of none that is known."""
        return f"{self.citations(language)}{kind}/{year or language.paths.undated}/"

    def statistics(self, language: Language) -> str:
        """The figures of visits."""
        return f"{self.home(language)}{language.paths.statistics}/"

    def site_map(self, language: Language) -> str:
        """The site map for people."""
        return f"{self.home(language)}{language.paths.sitemap}/"

    def numbered(self, first: str, language: Language, number: int) -> str:
        """Page `number` (from 1) of the list whose first page is `first`."""
        return first if number == 1 else f"{first}{language.paths.page}/{number}/"


def output_file(address: str) -> str:
    """The file of the built site that serves an address: `/rss/` → `rss/index.html`; percent escapes undone."""
    path = unquote(address.lstrip("/"))
    return f"{path}index.html" if address.endswith("/") else path


def root_of(page: str) -> str:
    """The site's root as seen from the page at `page`, so that the site works under any sub-path and from disk copies:
    `../` a folder, empty for a page at the root."""
    return "../" * (page.count("/") - 1)


def relative(target: str, root: str) -> str:
    """`target` as an address that begins at `root`: what `root_of` gives, or an absolute path that ends in `/`.

    Always by way of the root, though that is not always the shortest way: what pages share is then the same on all
    pages of one depth. Anything that is no site path (another site, a fragment) is returned as it is.
    """
    if not target.startswith("/") or target.startswith("//"):
        return target
    path = target[1:]
    return root + path if root else _beside(path)


def _beside(path: str) -> str:
    """A path that begins where the page is; without the dot, some would be another thing: nothing, `?q=`, `c:d`."""
    first, _, _ = path.partition("/")
    return f"./{path}" if not first or set(first) & set("?#:") else path


def rebase(html: str, root: str) -> str:
    """HTML whose site paths begin at `root`."""
    return rewrite(html, partial(relative, root=root)) if _SITE_PATH.search(html) else html
