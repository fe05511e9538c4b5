"""`build.py`: the whole site, built aside and published in one step."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from newsportal.cache import beside
from newsportal.commands.changes import Changes, forget_changes, write_changes
from newsportal.commands.check import counts
from newsportal.commands.console import CommandError, Console
from newsportal.commands.hosting import build, workplace
from newsportal.commands.places import keep_apart, writable_place
from newsportal.commands.publish import publish, real_site, staged
from newsportal.languages import LANGUAGES
from newsportal.model import sort_problems

if TYPE_CHECKING:
    from newsportal.mkdocs_plugins.host import BuildReport

_LAUNCHER = Path(__file__).resolve().parents[3] / "scripts" / "build.py"


def run(options: argparse.Namespace, console: Console) -> int:
    """Builds and publishes; 1 when content or configuration has problems, and then the old site stays."""
    listed = writable_place(options.changes)
    if listed:
        forget_changes(listed)
    place = workplace(options)
    site = real_site(options.site_dir or place.site)
    cache = (options.cache_dir or place.cache).resolve()
    _refuse_inside(site, place.content)
    keep_apart(cache, place.content, site)
    changes = None
    with staged(site, lambda: console.complain("site.waiting", site=site)) as folder:
        report = build(options, folder, console)
        if not report.failed:
            with beside(report.remember) if report.remember else nullcontext():
                changes = publish(report.files, site, folder, cache, exact=listed is not None)
            if listed:
                write_changes(changes, listed)
    _tell(report, changes, site, console)
    return int(report.failed)


def _refuse_inside(site: Path, content: Path) -> None:
    """A site inside the content folder would be read as content by the next build, content inside the site would go
    with the old one."""
    if site.is_relative_to(content.resolve()):
        raise CommandError("site.inside", 2, site=site, content=content)
    if content.resolve().is_relative_to(site):
        raise CommandError("site.around", 2, site=site, content=content)


def _tell(report: BuildReport, changes: Changes | None, site: Path, console: Console) -> None:
    problems = sort_problems(report.problems)
    console.problems(problems)
    for warning in report.warnings:
        print(f"mkdocs: {warning}", file=console.out)
    if changes is None:
        console.say("build.failed", **counts(problems, len(report.warnings)))
        if site.exists():
            console.say("old_site_stays", site=_shown(site))
        return
    console.say("build.done", pages=report.pages, seconds=_seconds(report.seconds, console.language), site=_shown(site))
    console.say(
        "build.changes",
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
    )
    _tell_next(report, console)


def _tell_next(report: BuildReport, console: Console) -> None:
    """The moment at which the published site will be out of date without anybody touching a file."""
    if report.next_due is None:
        return
    moment, path, what = report.next_due
    console.say(f"build.{what}", moment=_moment(moment, console.language), path=path)
    console.say("build.schedule", line=_schedule_line())


def _schedule_line() -> str:
    """A line for the system's scheduler that builds every quarter of an hour."""
    if sys.platform == "win32":
        return f'schtasks /Create /SC MINUTE /MO 15 /TN newsportal /TR "python \\"{_LAUNCHER}\\""'
    return f'*/15 * * * * python3 "{_LAUNCHER}"   # crontab -e'


def _moment(moment: dt.datetime, language: str) -> str:
    return next(each for each in LANGUAGES if each.code == language).moment(moment)


def _seconds(seconds: float, language: str) -> str:
    shown = f"{seconds:.1f}"
    return shown.replace(".", ",") if language == "vi" else shown


def _shown(path: Path) -> str:
    """The path as short as it can be said from here."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.startswith("..") else relative
