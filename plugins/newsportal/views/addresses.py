"""Every address of the portal, and nothing else makes one.

An address is a site path: it begins with `/`, ends in `/` for pages, and knows neither host nor sub-path.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote

from newsportal.languages import Language
from newsportal.model import Article, PlainPage, Section, Settings, Tag
from newsportal.views.links import rewrite

FEED_FORMATS = ("feed.xml", "atom.xml", "feed.json")
"""File names of the RSS, Atom and JSON feeds, below the page they follow."""

_SUFFIX = re.compile(r"[?#].*", re.DOTALL)


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

    def article(self, article: Article, section: Section) -> str:
        """An item; its year is that of first publication, so that no edit moves it."""
        language = self.settings.language(article.language)
        return f"{self.section(section, language)}{article.year}/{article.slug}/"

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


def relative(target: str, page: str) -> str:
    """`target` as seen from the page at `page`, so that the site works under any sub-path and from disk copies.

    Anything that is no site path (another site, a fragment) is returned as it is.
    """
    if not target.startswith("/") or target.startswith("//"):
        return target
    first = target[: target.find("/", 1) + 1]
    if first and not page.startswith(first) and not _needs_care(target) and not _needs_care(page):
        return "../" * (page.count("/") - 1) + target[1:]  # nothing in common, as nearly always
    found = _SUFFIX.search(target)
    path, suffix = (target[: found.start()], found[0]) if found else (target, "")
    steps = _steps(_segments(path if path.endswith("/") else f"{path}/"), _segments(page))
    ending = "/" if path.endswith("/") or not steps else ""
    return f"{'/'.join(steps) or '.'}{ending}{suffix}"


def _needs_care(path: str) -> bool:
    """Whether there are segments that mean something else than a name."""
    return "//" in path or "/." in path


def _segments(path: str) -> list[str]:
    """The folders of a site path; what follows its last slash is none."""
    if _needs_care(path):
        path = _normal(path)
    return path.split("/")[1:-1]


def _normal(path: str) -> str:
    """The path without empty segments, `.` and `..`."""
    folder = posixpath.normpath(path[: path.rindex("/")] or "/").strip("/")
    return f"/{folder}/" if folder else "/"


def _steps(target: list[str], start: list[str]) -> list[str]:
    """The way up from `start` and down to `target`."""
    shared = 0
    for one, other in zip(target, start, strict=False):
        if one != other:
            break
        shared += 1
    return [".."] * (len(start) - shared) + target[shared:]


def rebase(html: str, page: str) -> str:
    """HTML whose site paths are made relative to `page`."""
    return rewrite(html, partial(relative, page=page))
