"""The media folder as a list of files that could be published, with what is wrong with the others."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newsportal.content.source import SourceFile, leaves_tree, walk
from newsportal.media.cache import Stamp
from newsportal.media.kinds import media_type, size_limit
from newsportal.media.outcome import too_large
from newsportal.model import Problem
from newsportal.text import clean_line


@dataclass(frozen=True, slots=True)
class Found:
    """A file to look into: `path` is the published one below `media/`, `real` is on this disk, `type` its MIME type."""

    path: str
    real: Path
    type: str
    stamp: Stamp


def shown(root: Path, path: str) -> str:
    """A path below the media folder as problems show it: `content/media/2026/a.jpg`."""
    folder = root.absolute()
    return f"{folder.parent.name}/{folder.name}/{path}"


def published_path(path: str) -> str:
    """The path readers use: NFC, and without the double spaces and invisible letters that no reference would match."""
    return "/".join(clean_line(part) for part in path.split("/"))


def list_media(root: Path) -> tuple[list[Found], list[Problem]]:
    """Every file below `root` by published path; none where the folder is missing."""
    checked = [_checked(file, root) for file in walk(root)]
    found = sorted((file for file in checked if isinstance(file, Found)), key=lambda file: (file.path, file.real))
    problems = [problem for problem in checked if isinstance(problem, Problem)]
    return found, [*problems, *_clashes(found, root)]


def locate(root: Path, path: str) -> Path:
    """The file on this disk for a published path; raises FileNotFoundError. Names on the disk may be NFD."""
    place = root
    for part in path.split("/"):
        place = place / part if (place / part).exists() else _alike(place, part)
    return place


def _alike(folder: Path, name: str) -> Path:
    for place in sorted(folder.iterdir()) if folder.is_dir() else ():
        if published_path(place.name) == name:
            return place
    raise FileNotFoundError(2, "No such file", str(folder / name))


def _checked(file: SourceFile, root: Path) -> Found | Problem:
    path = published_path(file.path)
    place = shown(root, path)
    if file.real.is_symlink() and leaves_tree(file, root):
        return Problem(place, 1, "file", "file.symlink")
    if not _is_name(path):
        return Problem(place, 1, "file", "file.name")
    mime = media_type(path)
    if mime is None:
        name = PurePosixPath(path)
        return Problem(place, 1, "file", "media.type", (("type", name.suffix.lower() or name.name),))
    return _measured(file, path, mime, place)


def _measured(file: SourceFile, path: str, mime: str, place: str) -> Found | Problem:
    try:
        status = file.real.stat()
    except OSError as error:
        return Problem(place, 1, "file", "file.unreadable", (("detail", error.strerror or str(error)),))
    if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
        return Problem(place, 1, "file", "file.unreadable", (("detail", "not a regular file"),))
    limit = size_limit(mime)
    if status.st_size > limit:
        return Problem(place, 1, "file", *too_large(status.st_size, limit, 1_000_000, "MB"))
    return Found(path, file.real, mime, (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))


def _is_name(path: str) -> bool:
    """Whether a reference can lead here: a backslash would be read as a folder."""
    return "\\" not in path and all(part and not part.startswith(".") for part in path.split("/"))


def _clashes(found: Iterable[Found], root: Path) -> Iterator[Problem]:
    """Addresses that differ by case only are one on Windows' and Apple's disks, and to readers who type them."""
    first: dict[str, Found] = {}
    for file in found:
        other = first.setdefault(file.path.casefold(), file)
        if other is not file:
            yield Problem(shown(root, file.path), 1, "file", "media.name", (("other", other.path),))
