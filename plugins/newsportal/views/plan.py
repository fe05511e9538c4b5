"""The whole site as a list of pages to make, and the addresses that collide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from newsportal.model import Article, Problem
from newsportal.views.addresses import output_file
from newsportal.views.archive import archive_pages
from newsportal.views.article import article_pages, plain_pages
from newsportal.views.cited import cited_pages
from newsportal.views.finding import search_pages
from newsportal.views.frame import Frame, frame
from newsportal.views.guide import guide_pages
from newsportal.views.home import home_pages
from newsportal.views.lists import section_pages
from newsportal.views.metadata import Head, head
from newsportal.views.redirects import Redirect, redirects_of
from newsportal.views.register_pages import register_pages
from newsportal.views.site import PagePlan, Site
from newsportal.views.statistics import statistics_pages
from newsportal.views.topics import topic_pages


class PageView(NamedTuple):
    """All a template needs: the machine-readable head, the frame, and the page's own content."""

    plan: PagePlan
    head: Head
    frame: Frame
    content: object


def plan_pages(site: Site) -> tuple[PagePlan, ...]:
    """Every page of the site but redirects, in the order of the site map."""
    lists = (
        section_pages,
        register_pages,
        article_pages,
        topic_pages,
        archive_pages,
        cited_pages,
        search_pages,
        statistics_pages,
    )
    makers = (home_pages, plain_pages, *lists, guide_pages)
    return tuple(plan for make in makers for plan in make(site))


def view(site: Site, plan: PagePlan) -> PageView:
    """The planned page worked out."""
    surroundings = frame(site, plan)
    return PageView(plan, head(site, plan, surroundings.crumbs), surroundings, plan.content())


class _Claim(NamedTuple):
    """An address asked for: by whom, as problems name it, and where; no `path` for what no single file asks for."""

    address: str
    owner: str
    path: str = ""
    line: int = 1
    field: str = "slug"


@dataclass(slots=True)
class _Ground:
    """Output paths given out so far, lower case: on many disks and to readers who type them case is nothing."""

    files: dict[str, str] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)

    def take(self, claim: _Claim) -> str:
        """Gives the address out; the earlier owner where that cannot be, because one would be a folder of the other."""
        file = output_file(claim.address).lower()
        above = [file[:end] for end, letter in enumerate(file) if letter == "/"]
        owners = (self.files.get(file), self.folders.get(file), *map(self.files.get, above))
        owner = next(filter(None, owners), "")
        if not owner:
            self.files[file] = claim.owner
            for folder in above:
                self.folders.setdefault(folder, claim.owner)
        return owner


def address_problems(
    site: Site,
    plans: Iterable[PagePlan],
    old: Iterable[Redirect],
    waiting: Iterable[Article],
    root: str,
    files: Mapping[str, str],
) -> Iterator[Problem]:
    """Two things at one address, told at the one that comes later.

    `waiting` are items that will be published without a further edit, `files` the addresses of files by what problems
    call them.
    """
    ground = _Ground()
    waiting = tuple(waiting)
    lists = (_Claim(plan.address, plan.title) for plan in plans if not plan.source)
    given = (_Claim(address, owner) for address, owner in files.items())
    asked = sorted(_asked(site, waiting, root), key=lambda claim: claim.path)
    later = [*old, *(redirect for article in waiting for redirect in redirects_of(site, article))]
    for claim in (*given, *lists, *asked, *(_old(redirect, root) for redirect in later)):
        owner = ground.take(claim)
        if owner and claim.path:
            values = (("address", claim.address), ("other", owner))
            yield Problem(claim.path, claim.line, claim.field, "address.clash", values)


def _asked(site: Site, waiting: Iterable[Article], root: str) -> Iterator[_Claim]:
    """The addresses of items and pages."""
    for article in (*site.catalog.articles, *waiting):
        path = f"{root}/{article.path}"
        yield _Claim(site.address_of(article), path, path, article.line_of("slug"))
    for page in site.catalog.pages:
        path = f"{root}/{page.path}"
        yield _Claim(site.addresses.page(page), path, path)


def _old(redirect: Redirect, root: str) -> _Claim:
    path, name = f"{root}/{redirect.article.path}", f"aliases[{redirect.index}]"
    return _Claim(redirect.address, path, path, redirect.article.line_of(name), name)
