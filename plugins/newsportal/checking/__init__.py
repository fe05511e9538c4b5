"""Checking content without building a site."""

from __future__ import annotations

from pathlib import Path

from newsportal.checking.citations import citation_notes
from newsportal.model import Problem, Settings, sort_problems
from newsportal.portal import Workshop, assemble
from newsportal.views import Feature


def check(content: Path, settings: Settings, only: tuple[Path, ...], cache: Path) -> tuple[Problem, ...]:
    """Every problem of the content folder, or those of the files and folders in `only`, and what an editor should look
    at again.

    All content is read either way, because links, addresses and translations reach across files.
    """
    portal = assemble(content, settings, frozenset(Feature), Workshop.at(cache))
    problems = sort_problems((*portal.problems, *citation_notes(portal)))
    if not only:
        return problems
    wanted = [path.resolve() for path in only]
    base = content.resolve().parent
    return tuple(
        problem for problem in problems if any((base / problem.path).resolve().is_relative_to(path) for path in wanted)
    )
