"""From what a build hands over to the published site, in one step.

Readers see the old site or the new one, never half of each. Beside the site lies a hidden spare tree, the version
before; it is brought up to date (`renewal`) and changes places with the site. Hidden files at the top of the old site
(`.well-known`, `.git`, `.htaccess`) and the statistics written into it later are taken along, as `mkdocs build` leaves
hidden ones. A site folder that is a symbolic link stays one: its target is replaced.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path

from newsportal import SITE_MARKER, __version__
from newsportal.cache import beside
from newsportal.commands.changes import Changes
from newsportal.commands.console import CommandError
from newsportal.commands.ledger import Ledger, Ledgers, looked_over, survey
from newsportal.commands.locking import exclusive
from newsportal.commands.renewal import Renewal, is_others
from newsportal.commands.swap import swap
from newsportal.outputs import Output

_PATIENCE_MINUTES = 10
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FRONT_PAGE = "index.html"
_FEW_FILES, _SETTLERS = 1000, 16
"""So many files are brought safely to the disk one by one, several at a time, which the disk takes together; for more
of them the whole system is asked once."""


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

    One build a site at a time: `waiting` is called when another one is under way. The error of a full disk names the
    site where it names no file.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    try:
        with exclusive(site.parent / f".{site.name}.lock", waiting, _PATIENCE_MINUTES * 60):
            _clear_leftovers(site)
            folder = site.parent / f"{_staging_prefix(site)}{os.getpid()}"
            folder.mkdir()
            try:
                yield folder
            except OSError as error:
                if error.errno in _FULL and not error.filename:
                    error.filename = str(site)  # whoever writes into an open file is not told which
                raise
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except TimeoutError as error:
        raise CommandError("site.busy", site=site, minutes=_PATIENCE_MINUTES) from error


def publish(
    files: Mapping[str, Output], site: Path, staging: Path, cache: Path, private: bool = False, exact: bool = False
) -> Changes:
    """Makes `files`, by path below the site, the whole of `site`, and tells what that changed.

    `staging` is the folder of `staged`; files in it may be taken. What the trees hold is remembered below `cache`.
    A `private` site, such as a preview, need not survive a power cut, and nobody else writes into its files. Changes
    that are `exact` tell also of what others took out of the site or put into it. On failure the old site is as it was.
    Raises OSError and CommandError.
    """
    spare, twin, ledgers = _spare(site), staging / f".{site.name}.second", Ledgers(cache, site)
    version = {path: file for path, file in files.items() if path != SITE_MARKER}
    published = ledgers.load(site) or survey(site)
    if exact:
        published = looked_over(published, site, lambda path: is_others(path, version))
    try:
        renewal = Renewal(spare, site, version, published, staging, private)
        ledger, changes = _prepare(renewal, site, spare, staging, ledgers)
        with nullcontext() if private else _settled(spare, renewal.written):
            second = None if site.exists() else _second(Renewal(twin, spare, version, ledger, staging), twin)
        ledgers.save(spare, ledger)
        _exchange(spare, site)
    except BaseException:
        _discard(spare, staging)
        raise
    if second and not spare.exists():
        with suppress(OSError):  # it would only have saved time
            twin.rename(spare)
            _mark(spare, site)
            ledgers.save(spare, second)
    ledgers.forget_others(site, spare)
    return changes


def _second(renewal: Renewal, tree: Path) -> Ledger | None:
    """The second tree of a first publication, which the next one, that waits for an edit, finds ready."""
    try:
        tree.mkdir()
        return renewal.run(Ledger())[0]
    except (OSError, CommandError):
        return None


def _prepare(renewal: Renewal, site: Path, spare: Path, staging: Path, ledgers: Ledgers) -> tuple[Ledger, Changes]:
    """Brings the spare tree to the version, with all that goes with it."""
    ledger, changes = _renew(renewal, spare, staging, ledgers)
    if site.is_dir():
        _take_along(site, spare, renewal.files)
        shutil.copymode(site, spare)
    _mark(spare, site)
    return ledger, changes


def _renew(renewal: Renewal, spare: Path, staging: Path, ledgers: Ledgers) -> tuple[Ledger, Changes]:
    """Begins with the spare tree where it is known what it holds, else with an empty one."""
    held = ledgers.load(spare)
    if held is not None:
        try:
            # From here on the tree has no ledger, whatever happens to this process.
            (spare / SITE_MARKER).unlink()
            return renewal.run(held)
        except OSError:  # tampered with, another user's, a full disk: all of these may look better from the start
            renewal.written.clear()
    _discard(spare, staging)
    spare.mkdir()
    return renewal.run(Ledger())


def _mark(tree: Path, site: Path) -> None:
    """A new marker, which ties the ledger to this state of the tree; it looks like the old one."""
    content = f"newsportal {__version__}\n".encode()
    (tree / SITE_MARKER).write_bytes(content)
    with suppress(OSError):
        former = site / SITE_MARKER
        if former.read_bytes() == content:
            moment = former.stat().st_mtime_ns
            os.utime(tree / SITE_MARKER, ns=(moment, moment))


def _settled(tree: Path, files: Collection[str]) -> AbstractContextManager[None]:
    """Brings new files of a tree to the disk before they replace old ones: after a power cut there is one of the two.
    They are there when the block is left; the disk works while it runs."""
    if len(files) > _FEW_FILES and hasattr(os, "sync"):
        return beside(os.sync)
    if files:
        with ThreadPoolExecutor(min(_SETTLERS, len(files))) as pool:
            list(pool.map(_settle_one, map(tree.joinpath, files)))
    return nullcontext()


def _settle_one(path: Path) -> None:
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(spare: Path, site: Path) -> None:
    try:
        swap(spare, site, site.parent / f"{_aside_prefix(site)}{os.getpid()}")
    except OSError as error:
        raise CommandError("site.swap", site=site, detail=error.strerror or error) from error


def _discard(tree: Path, staging: Path) -> None:
    """Removes a tree. What cannot be removed goes out of the way, into a folder that later builds try to clear."""
    if not tree.exists():
        return
    with suppress(OSError):
        tree = tree.rename(staging.with_name(f"{staging.name}-spare"))
    shutil.rmtree(tree, ignore_errors=True)


def _spare(site: Path) -> Path:
    return site.parent / f".{site.name}.spare"


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


def _take_along(old: Path, new: Path, files: Mapping[str, Output]) -> None:
    """Copies into the new site what others put into the old one and the build does not make."""
    for entry in old.iterdir():
        if entry.name == SITE_MARKER or not is_others(entry.name, files):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, new / entry.name, follow_symlinks=False)
