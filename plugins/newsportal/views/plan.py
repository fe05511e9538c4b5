"""The whole site as a list of pages to make, and the addresses that collide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsportal.model import Problem
from newsportal.views.archive import archive_pages
from newsportal.views.article import article_pages, plain_pages
from newsportal.views.frame import Frame, frame
from newsportal.views.guide import guide_pages
from newsportal.views.home import home_pages
from newsportal.views.lists import section_pages
from newsportal.views.metadata import Head, head
from newsportal.views.redirects import Redirect
from newsportal.views.site import PagePlan, Site
from newsportal.views.topics import topic_pages


@dataclass(frozen=True, slots=True)
class PageView:
    """All a template needs: the machine-readable head, the frame, and the page's own content."""

    plan: PagePlan
    head: Head
    frame: Frame
    content: object


def plan_pages(site: Site) -> tuple[PagePlan, ...]:
    """Every page of the site but redirects, in the order of the site map."""
    makers = (home_pages, plain_pages, section_pages, article_pages, topic_pages, archive_pages, guide_pages)
    return tuple(plan for make in makers for plan in make(site))


def view(site: Site, plan: PagePlan) -> PageView:
    """The planned page worked out."""
    surroundings = frame(site, plan)
    return PageView(plan, head(site, plan, surroundings.crumbs), surroundings, plan.content())


def address_problems(
    plans: Iterable[PagePlan], redirects: Iterable[Redirect], root: str, taken: frozenset[str]
) -> Iterator[Problem]:
    """Two pages at one address, told at the one that comes later; `taken` are addresses of files."""
    owners: dict[str, str] = dict.fromkeys(taken, root)
    for plan in sorted(plans, key=lambda plan: (bool(plan.source), plan.source)):
        owner = owners.setdefault(plan.address.lower(), plan.source or plan.title)
        if owner != (plan.source or plan.title) and plan.source:
            line = plan.article.line_of("slug") if plan.article else 1
            yield _clash(f"{root}/{plan.source}", line, "slug", plan.address, _shown(owner, root))
    for redirect in redirects:
        article = redirect.article
        owner = owners.setdefault(redirect.address.lower(), f"{article.path}[{redirect.index}]")
        if owner != f"{article.path}[{redirect.index}]":
            field = f"aliases[{redirect.index}]"
            shown = _shown(owner.split("[")[0], root)
            yield _clash(f"{root}/{article.path}", article.line_of(field), field, redirect.address, shown)


def _shown(owner: str, root: str) -> str:
    return f"{root}/{owner}" if owner.endswith((".md", ".markdown")) else owner


def _clash(path: str, line: int, field: str, address: str, other: str) -> Problem:
    return Problem(path, line, field, "address.clash", (("address", address), ("other", other)))
