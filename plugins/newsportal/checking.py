"""Checking content without building a site, and reports on it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newsportal.model import Item, Problem, Settings
from newsportal.portal import Workshop, assemble
from newsportal.reporting import OutboundLink, Report, make_report, outbound_links
from newsportal.views import Feature


def check(content: Path, settings: Settings, only: tuple[Path, ...], cache: Path) -> tuple[Problem, ...]:
    """Every problem of the content folder, or those of the files and folders in `only`.

    All content is read either way, because links, addresses and translations reach across files.
    """
    problems = assemble(content, settings, frozenset(Feature), Workshop.at(cache)).problems
    if not only:
        return problems
    return tuple(problem for problem in problems if _is_below(content.parent / problem.path, only))


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
