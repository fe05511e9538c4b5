"""The media folder as values: every photo and attachment with the size and type it is published with."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from newsportal.media.cache import MediaCache, Stamp
from newsportal.media.encoding import Source, examine, plan_renditions
from newsportal.media.kinds import is_picture
from newsportal.media.listing import Found, list_media, shown
from newsportal.media.outcome import Outcome, Unfit
from newsportal.media.workers import each
from newsportal.model import MediaFile, Picture, Problem, Settings, sort_problems

Library = Mapping[str, MediaFile]
"""Files by their path below `media/`, sorted."""


def scan(root: Path, settings: Settings, cache: MediaCache) -> tuple[Library, tuple[Problem, ...]]:
    """Every file below `root` (`content/media`; it may be missing), and what is wrong with the others.

    Photos seen for the first time are encoded, because sizes are those of the published form; their narrower copies
    are not (see `publish.ensure`).
    """
    began = time.time_ns()
    found, problems = list_media(root)
    digests, unread = _digests(found, root, cache, began)
    files: dict[str, MediaFile] = {}
    for file, outcome in _outcomes(found, digests, cache):
        if isinstance(outcome, Unfit):
            problems.append(_problem(root, file, outcome))
        else:
            files.setdefault(file.path, _media_file(file, digests[file.real], outcome, settings))
    return MappingProxyType(files), sort_problems([*problems, *unread])


def _digests(found: list[Found], root: Path, cache: MediaCache, began: int) -> tuple[Mapping[Path, str], list[Problem]]:
    """The SHA-256 of every file, read again only where its stamp changed."""
    known = cache.digests(root)
    new = [file for file in found if _known(file, root, known) is None]
    read = dict(zip((file.real for file in new), each(_digest, new), strict=True))
    results = [(file, read.get(file.real) or _known(file, root, known)) for file in found]
    digests = {file.real: digest for file, digest in results if isinstance(digest, str)}
    if found or known:
        stamps = {_key(file, root): (file.stamp, digests[file.real]) for file in found if file.real in digests}
        cache.remember(root, stamps, began)
    return digests, [_problem(root, file, fault) for file, fault in results if isinstance(fault, Unfit)]


def _key(file: Found, root: Path) -> str:
    return file.real.relative_to(root).as_posix()


def _known(file: Found, root: Path, known: Mapping[str, tuple[Stamp, str]]) -> str | None:
    stamp, digest = known.get(_key(file, root), (None, None))
    return digest if stamp == file.stamp else None


def _digest(file: Found) -> str | Unfit:
    try:
        with file.real.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        return Unfit("file.unreadable", ("detail", error.strerror or str(error)))


def _outcomes(found: list[Found], digests: Mapping[Path, str], cache: MediaCache) -> list[tuple[Found, Outcome | None]]:
    """Each readable file with what is known of it as a picture; None for attachments."""
    readable = [file for file in found if file.real in digests]
    pictures = [file for file in readable if is_picture(file.type)]
    # The same photo in two folders is encoded once, not by two threads at the same time.
    sources = {(digests[file.real], file.type): Source(file.real, file.type, digests[file.real]) for file in pictures}
    outcomes = dict(zip(sources, each(partial(examine, cache=cache), sources.values()), strict=True))
    return [(file, outcomes.get((digests[file.real], file.type))) for file in readable]


def _media_file(file: Found, digest: str, facts: Outcome | None, settings: Settings) -> MediaFile:
    if facts is None or isinstance(facts, Unfit):
        return MediaFile(file.path, file.type, file.stamp[0], digest)
    renditions = plan_renditions(file.path, digest, facts, settings)
    return Picture(file.path, file.type, facts.size, digest, facts.width, facts.height, renditions)


def _problem(root: Path, file: Found, fault: Unfit) -> Problem:
    return Problem(shown(root, file.path), 1, "file", fault.code, fault.values)
