"""Checking content without building a site, and reports on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsportal.checking.citations import citation_notes
from newsportal.checking.records import record_problems
from newsportal.documents import DocumentIndex
from newsportal.linting import lint_problems
from newsportal.model import Article, Item, Problem, Settings, sort_problems
from newsportal.portal import Portal, Workshop, assemble
from newsportal.reporting import OutboundLink, Report, make_report, outbound_links
from newsportal.views import Feature


def check(content: Path, settings: Settings, only: tuple[Path, ...], cache: Path) -> tuple[Problem, ...]:
    """Every problem of the content folder, or those of the files and folders in `only`, and what an editor should look
    at again.

    All content is read either way, because links, addresses and translations reach across files.
    """
    portal = assemble(content, settings, frozenset(Feature), Workshop.at(cache))
    problems = sort_problems((*portal.problems, *_of_documents(portal)))
    if not only:
        return problems
    return tuple(problem for problem in problems if _is_below(content.parent / problem.path, only))


def _of_documents(portal: Portal) -> Iterator[Problem]:
    """What rules say of the form of documents, where records contradict themselves or each other, and what is to be
    looked at again in citations. Drafts are checked too: an editor wants to know before publication."""
    items = [source.item for source in portal.memory.content.sources.values()]
    articles = [item for item in items if isinstance(item, Article)]
    index = DocumentIndex(articles, portal.site.links_of)
    yield from lint_problems(articles, portal.site.settings.lint_off, portal.root.name)
    yield from record_problems(portal, articles, index)
    yield from citation_notes(portal, items, index)


class Survey(NamedTuple):
    """A report, the links to other sites, and the errors for which items are missing in both."""

    report: Report
    links: tuple[OutboundLink, ...]
    errors: tuple[Problem, ...]


def survey(content: Path, settings: Settings, only: tuple[Path, ...], cache: Path, with_links: bool = False) -> Survey:
    """What the published content amounts to, or that in the files and folders in `only`; links where they are wanted.

    Nothing but the disk is looked at: whether other sites answer is not known here.
    """
    portal = assemble(content, settings, frozenset(Feature), Workshop.at(cache))
    site, folder = portal.site, portal.root.name

    def is_wanted(item: Item) -> bool:
        return not only or _is_below(content / item.path, only)

    report = make_report(site.catalog, settings, folder, is_wanted)
    items = [item for item in site.catalog.items if is_wanted(item)] if with_links else []
    return Survey(report, outbound_links(items, site.bodies, settings.site_url, folder), portal.errors)


def _is_below(file: Path, places: tuple[Path, ...]) -> bool:
    whole = file.resolve()
    return any(whole.is_relative_to(place.resolve()) for place in places)
