"""From a folder built aside to the published site, in one step.

Readers see the old site or the new one, never half of each. Hidden files at the top of the old site (`.well-known`,
`.git`, `.htaccess`) and the statistics written into it later are taken along, as `mkdocs build` leaves hidden ones.
A site folder that is a symbolic link stays one: its target is replaced.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from newsportal import SITE_MARKER, __version__
from newsportal.commands.console import CommandError
from newsportal.commands.locking import exclusive
from newsportal.commands.swap import swap

_PATIENCE_MINUTES = 10
_ADDED_LATER = ("stats.json",)
_FRONT_PAGE = "index.html"


def real_site(site: Path) -> Path:
    """The absolute folder to replace, links followed; refuses one that is not ours."""
    whole = site.resolve()
    if whole.exists() and not whole.is_dir():
        raise CommandError("site.is_file", 2, site=site)
    foreign = _foreign_entry(whole)
    if foreign:
        raise CommandError("site.foreign", 2, site=site, example=foreign)
    return whole


def _foreign_entry(site: Path) -> str:
    """The name of something in a folder that is no web site; empty when the folder may be replaced.

    A folder with a front page is a site, ours or its predecessor's; one with other files is somebody's documents.
    """
    if not site.is_dir() or (site / SITE_MARKER).is_file() or (site / _FRONT_PAGE).is_file():
        return ""
    return min((entry.name for entry in site.iterdir()), default="")


@contextmanager
def staged(site: Path, waiting: Callable[[], None]) -> Iterator[Path]:
    """An empty folder beside `site`, which must come from `real_site`; gone afterwards, whatever happens.

    One build a site at a time: `waiting` is called when another one is under way.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    try:
        with exclusive(site.parent / f".{site.name}.lock", waiting, _PATIENCE_MINUTES * 60):
            _clear_leftovers(site)
            folder = site.parent / f"{_staging_prefix(site)}{os.getpid()}"
            folder.mkdir()
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except TimeoutError as error:
        raise CommandError("site.busy", site=site, minutes=_PATIENCE_MINUTES) from error


def publish(folder: Path, site: Path) -> None:
    """Puts the staged `folder` in the place of `site`; the old site ends up in the staging folder, which is removed."""
    (folder / SITE_MARKER).write_text(f"newsportal {__version__}\n", encoding="utf-8", newline="\n")
    if site.is_dir():
        _take_along(site, folder)
        _keep_times(folder, site)
        shutil.copymode(site, folder)
    try:
        swap(folder, site, site.parent / f"{_aside_prefix(site)}{os.getpid()}")
    except OSError as error:
        raise CommandError("site.swap", site=site, detail=error.strerror or error) from error


def _staging_prefix(site: Path) -> str:
    return f".{site.name}.new-"


def _aside_prefix(site: Path) -> str:
    return f".{site.name}.old-"


def _clear_leftovers(site: Path) -> None:
    """Removes what killed builds left; the lock is held, so none of it belongs to a live one.

    A build killed between two renames left no site at all: then the old one is put back first.
    """
    entries = sorted(entry for entry in site.parent.iterdir() if entry.is_dir() and not entry.is_symlink())
    aside = [entry for entry in entries if entry.name.startswith(_aside_prefix(site))]
    if aside and not site.exists():
        aside.pop().rename(site)
    staging = [entry for entry in entries if entry.name.startswith(_staging_prefix(site))]
    for leftover in (*aside, *staging):
        shutil.rmtree(leftover, ignore_errors=True)


def _take_along(old: Path, new: Path) -> None:
    """Copies into the new site what others put into the old one and the build does not make."""
    for entry in old.iterdir():
        wanted = entry.name.startswith(".") or entry.name in _ADDED_LATER
        if not wanted or (new / entry.name).exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, new / entry.name, follow_symlinks=False)


def _keep_times(new: Path, old: Path) -> None:
    """Gives unchanged files their old modification time, so that browsers and mirrors need not fetch them again."""
    for folder, _, names in os.walk(new):
        former = old / Path(folder).relative_to(new)
        for name in names:
            _keep_time(Path(folder, name), former / name)


def _keep_time(fresh: Path, former: Path) -> None:
    try:
        before, now = former.stat(), fresh.stat()
        unchanged = before.st_size == now.st_size and filecmp.cmp(fresh, former, shallow=False)
    except FileNotFoundError:
        return
    if unchanged:
        os.utime(fresh, ns=(now.st_atime_ns, before.st_mtime_ns))
