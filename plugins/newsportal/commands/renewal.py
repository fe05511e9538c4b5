"""Bringing a tree to a version by touching only what differs.

Two trees take turns as the published site. The one that is not published holds the version before; a publication
brings it up to date and leaves the published one alone. What did not change is one and the same file in both trees,
by hard links, so no file of either is ever written in place.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import stat
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from newsportal import SITE_MARKER
from newsportal.cache import chunked, in_parallel
from newsportal.commands.changes import Changes
from newsportal.commands.console import CommandError
from newsportal.commands.ledger import Held, Ledger
from newsportal.outputs import Output

_ADDED_LATER = ("stats.json", "stats")
_CHUNK = 200
"""Files that a process is given at a time."""
_MANY = 800
"""Files from which on several processes pay."""
_PERMISSIONS = 0o777
_FILE_PERMISSIONS = 0o666


class _Placed(NamedTuple):
    """What became of some files: how they now lie in the tree, the sizes of what was written into those that are new,
    those that are still to be brought from elsewhere, and what ended the work before its time."""

    held: Mapping[str, Held]
    written: Mapping[str, int]
    left: Mapping[str, Path]
    error: OSError | None = None


class Renewal:
    """One tree on its way to a version of the site.

    `files` is the version, the marker apart; `published` is what `site` holds; `staging` is a fresh folder, whose
    permissions are those that new folders get, and whose files may be taken. Nobody else writes into the files of a
    `private` tree.
    """

    def __init__(
        self,
        tree: Path,
        site: Path,
        files: Mapping[str, Output],
        published: Ledger,
        staging: Path,
        private: bool = False,
    ) -> None:
        self.tree, self.site, self.files, self.published = f"{tree}/", f"{site}/", files, published
        self.staging, self.private = staging, private
        self.folder_mode = stat.S_IMODE(staging.stat().st_mode) & _PERMISSIONS
        self.file_mode = self.folder_mode & _FILE_PERMISSIONS
        self.folders = _folders_of(files)
        self.written: set[str] = set()

    def run(self, spare: Ledger) -> tuple[Ledger, Changes]:
        """Brings the tree from what it should hold to the version. Raises OSError, and leaves a half-made tree then."""
        moved = self._clear_strays(spare)
        kept = self._kept(spare, moved)
        gone, missing = spare.files.keys() - kept.keys(), self.files.keys() - kept.keys()
        self._clear_gone(spare, gone)
        held = {**kept, **self._place(sorted(missing))}
        if held.keys() != self.files.keys():
            raise CommandError("site.incomplete", path=min(self.files.keys() - held.keys()))
        changes = self._changes()
        moved |= {_parent(path) for path in gone | missing} | {
            _parent(path) for path in spare.folders.keys() ^ self.folders
        }
        return Ledger(held, self._settled_folders(spare, moved, changes)), changes

    def _clear_strays(self, spare: Ledger) -> set[str]:
        """Removes what others put into the tree, and names the folders in which something was put or removed."""
        moved = {""}
        found = map(os.lstat, map(self.tree.__add__, spare.folders))
        for (folder, moment), facts in zip(spare.folders.items(), found, strict=True):
            if not stat.S_ISDIR(facts.st_mode):
                raise NotADirectoryError(self.tree + folder)
            if facts.st_mtime_ns != moment:
                moved.add(folder)
            if facts.st_mode & _PERMISSIONS != self.folder_mode:
                os.chmod(self.tree + folder, self.folder_mode)
        known = spare.files.keys() | spare.folders.keys()
        for folder in moved:
            for path in _children(self.tree, folder):
                if path not in known:
                    erase(self.tree + path)
        return moved

    def _kept(self, spare: Ledger, moved: Set[str]) -> dict[str, Held]:
        """What the tree has as it should be: the wanted version of a file, the very one that is published. In folders
        that did not move, in which no file came or went, those of a private tree need not be looked at."""
        files, published = self.files, self.published.files
        wanted = {
            path: held
            for path, held in spare.files.items()
            if published.get(path) == held and path in files and files[path].mark == held[0]
        }
        if not self.private:
            return self._sound(wanted)
        doubtful = {path: held for path, held in wanted.items() if _parent(path) in moved}
        sound = self._sound(doubtful)
        return {path: held for path, held in wanted.items() if path in sound or path not in doubtful}

    def _sound(self, wanted: Mapping[str, Held]) -> dict[str, Held]:
        """Those of the files that are as they were left."""
        # Nearly every file of the site passes here: as they come, and one by one only where one is not as it was.
        try:
            found = [*map(os.lstat, map(self.tree.__add__, wanted))]
        except FileNotFoundError:
            return {path: held for path, held in wanted.items() if self._is_sound(self.tree + path, held)}
        mode = stat.S_IFREG | self.file_mode
        return {
            path: held
            for (path, held), facts in zip(wanted.items(), found, strict=True)
            if (facts.st_mode == mode and facts.st_mtime_ns == held[2] and facts.st_size == held[1])
            or self._is_sound(self.tree + path, held)
        }

    def _is_sound(self, path: str, held: Held) -> bool:
        """Whether a file is as it was left, by its size and time; permissions are mended."""
        try:
            facts = os.lstat(path)
        except FileNotFoundError:
            return False
        if facts.st_size != held[1] or facts.st_mtime_ns != held[2] or not stat.S_ISREG(facts.st_mode):
            return False
        if facts.st_mode & _PERMISSIONS != self.file_mode:
            with suppress(PermissionError):  # a file of another user, linked all the same
                os.chmod(path, self.file_mode)
        return True

    def _clear_gone(self, spare: Ledger, gone: Set[str]) -> None:
        """Removes files and folders that go."""
        for path in gone:
            with suppress(FileNotFoundError):
                os.unlink(self.tree + path)
        for folder in sorted(spare.folders.keys() - self.folders, reverse=True):
            os.rmdir(self.tree + folder)

    def _place(self, paths: Sequence[str]) -> dict[str, Held]:
        """Puts files into the tree: those of the published site where they are the same, else new ones; many of them on
        all cores, folder by folder."""
        held: dict[str, Held] = {}
        sizes: dict[str, int] = {}
        sources: dict[str, Path] = {}
        for _, placed in in_parallel(self._put_some, chunked(paths, _CHUNK), _processes_for(paths)):
            held |= placed.held
            sizes |= placed.written
            sources |= placed.left
            if placed.error:
                raise placed.error
        self.written |= sizes.keys()
        for path, source in sources.items():  # last: compressed copies are made from files that may be taken away
            self._put_file(path, source)
            held[path] = self._held(path)
        short = (path for path, size in sizes.items() if held[path][1] != size)
        if (cut := next(short, None)) is not None:
            raise CommandError("site.incomplete", path=cut)
        return held

    def _put_some(self, paths: Sequence[str]) -> _Placed:
        """Puts files and the folders they lie in into the tree, perhaps in another process."""
        from newsportal.precompress import fetched

        written: dict[str, int] = {}
        left: dict[str, Path] = {}
        try:
            for folder in {_parent(path) for path in paths}:
                os.makedirs(self.tree + folder, exist_ok=True)
            new = [path for path in paths if not self._is_linked(path)]
            left = {path: source for path in new if isinstance(source := self.files[path].content, Path)}
            for path, content in fetched((path, self.files[path]) for path in new if path not in left):
                if not self._is_linked_to(path, content):
                    with open(self.tree + path, "xb") as file:
                        file.write(content)
                    written[path] = len(content)
            return _Placed({path: self._held(path) for path in paths if path not in left}, written, left)
        except OSError as error:
            return _Placed({}, written, left, error)

    def _is_linked(self, path: str) -> bool:
        """Links a file whose mark says that it did not change."""
        held = self.published.files.get(path)
        same = held is not None and held[0] == self.files[path].mark and self._is_sound(self.site + path, held)
        if same:
            self._link(path)
        return same

    def _link(self, path: str) -> None:
        try:
            os.link(self.site + path, self.tree + path)
        except OSError:  # another file system, one without links, somebody else's file
            shutil.copy2(self.site + path, self.tree + path)

    def _put_file(self, path: str, source: Path) -> None:
        target = self.tree + path
        if self._published_size(path) == source.stat().st_size and filecmp.cmp(source, self.site + path, shallow=False):
            self._link(path)
        elif not source.is_relative_to(self.staging):
            # Never a link: what others go on changing in place must not change in the site.
            shutil.copyfile(source, target)
            self.written.add(path)
        else:
            _take(source, target)
            self.written.add(path)

    def _is_linked_to(self, path: str, content: bytes) -> bool:
        """Links a file that turns out to be the same, though no mark said so."""
        same = self._published_size(path) == len(content) and Path(self.site + path).read_bytes() == content
        if same:
            self._link(path)
        return same

    def _published_size(self, path: str) -> int:
        """The size of the published file; -1 when there is none, or none that may be linked."""
        if path not in self.published.files:
            return -1
        try:
            facts = os.lstat(self.site + path)
        except OSError:
            return -1
        return facts.st_size if stat.S_ISREG(facts.st_mode) else -1

    def _held(self, path: str) -> Held:
        facts = os.lstat(self.tree + path)
        return self.files[path].mark, facts.st_size, facts.st_mtime_ns

    def _changes(self) -> Changes:
        before = self.published.files.keys()
        removed = (path for path in before - self.files.keys() if not is_others(path, self.files))
        return Changes(self.written - before, self.written & before, frozenset(removed))

    def _settled_folders(self, spare: Ledger, moved: Set[str], changes: Changes) -> dict[str, int]:
        """The folders with their times; those that hold the same names as in the published site get the same times."""
        published = self.published.folders
        altered = {_parent(path) for path in (*changes.added, *changes.removed, *(published.keys() ^ self.folders))}
        settled = {}
        for folder in self.folders:
            moment = spare.folders.get(folder) if folder not in moved else None
            wanted = published.get(folder) if folder not in altered else None
            if wanted is not None and moment != wanted:
                os.utime(self.tree + folder, ns=(wanted, wanted))
                moment = None
            settled[folder] = os.stat(self.tree + folder).st_mtime_ns if moment is None else moment
        return settled


def _processes_for(paths: Sequence[str]) -> int | None:
    """How many processes pay; None for as many as there are processors."""
    return None if len(paths) >= _MANY else 1


def is_others(path: str, files: Mapping[str, Output]) -> bool:
    """Whether a path of the published site is not the portal's: a hidden one at the top, or one that is added later,
    and nothing that a build has made now."""
    top = path.partition("/")[0]
    if top == SITE_MARKER:
        return True
    is_foreign = top.startswith(".") or top in _ADDED_LATER
    return is_foreign and top not in files and not any(name.startswith(f"{top}/") for name in files)


def erase(path: str) -> None:
    """Removes a file, a link or a whole folder. Raises OSError."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    else:
        os.unlink(path)


def _take(source: Path, target: str) -> None:
    """A second name for a staged file, or its only one. It stays where it is in case the tree must be begun again."""
    try:
        os.link(source, target)
    except OSError:
        os.replace(source, target)


def _children(tree: str, folder: str) -> list[str]:
    prefix = f"{folder}/" if folder else ""
    return [prefix + name for name in os.listdir(tree + folder)]


def _folders_of(paths: Iterable[str]) -> Set[str]:
    """Every folder that holds one of the files or folders, the top apart."""
    found: set[str] = set()
    level = {_parent(path) for path in paths}
    while level := level - found - {""}:
        found |= level
        level = {_parent(path) for path in level}
    return found


def _parent(path: str) -> str:
    return path.rpartition("/")[0]
