"""The bytes behind media addresses, for the files a build really publishes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from newsportal.media.cache import MediaCache
from newsportal.media.encoding import (
    Source,
    encode_original,
    encode_renditions,
    original_entry,
    record_entry,
    rendition_entry,
)
from newsportal.media.kinds import PHOTO_FORMATS, is_picture
from newsportal.media.listing import locate, shown
from newsportal.media.outcome import Unfit
from newsportal.media.recipe import rendition_key
from newsportal.media.workers import each
from newsportal.model import MediaFile, Picture, Problem, Settings, sort_problems


class MediaGone(OSError):
    """A source changed or went away after it was scanned, and its published form is not in the cache."""


def files_of(media: MediaFile) -> tuple[str, ...]:
    """The addresses (percent-encoded site paths) it publishes, its own first."""
    renditions = media.renditions if isinstance(media, Picture) else ()
    return (media.address, *(rendition.address for rendition in renditions))


def ensure(pictures: Iterable[MediaFile], root: Path, cache: MediaCache, settings: Settings) -> tuple[Problem, ...]:
    """Encodes on all cores what `read` will need for these and the cache does not have yet.

    `settings` are those of the scan. Problems are photos that changed meanwhile (`file.unreadable`).
    """
    unique = {(media.digest, media.type): media for media in pictures if _is_photo(media)}

    def prepare(media: MediaFile) -> Problem | None:
        try:
            _prepare(media, root, cache, settings)
        except Unfit as fault:
            return Problem(shown(root, media.path), 1, "file", fault.code, fault.values)
        return None

    return sort_problems([problem for problem in each(prepare, unique.values()) if problem])


def read(media: MediaFile, path: str, root: Path, cache: MediaCache, settings: Settings) -> bytes | Path:
    """The content of one of `files_of(media)`: the file to copy, or bytes where it had to be encoded just now.

    Without `ensure` before it that is the case for every rendition, and for what the cache has lost or damaged.
    Raises KeyError for a path that is not the file's, MediaGone where the source is no longer what was scanned.
    """
    if path not in files_of(media):
        raise KeyError(path)
    try:
        if not _is_photo(media):
            return locate(root, media.path)
        if path == media.address:
            stored = cache.find(original_entry(media.digest, media.type))
            return stored or encode_original(_source(media, root), cache)
        stored = cache.find(rendition_entry(media.digest, path))
        return stored or _encode_missing(media, root, cache, settings, path)[path]
    except (Unfit, FileNotFoundError) as fault:
        raise MediaGone(f"{media.path}: {fault}") from fault


def fetch(media: MediaFile, path: str, root: Path, cache: MediaCache, settings: Settings) -> bytes:
    """The bytes of one of `files_of(media)`, as `read` finds them."""
    found = read(media, path, root, cache, settings)
    return found if isinstance(found, bytes) else found.read_bytes()


def prune(media: Iterable[MediaFile], cache: MediaCache) -> None:
    """Removes from the cache what none of these needs."""
    cache.prune({entry for file in media if is_picture(file.type) for entry in _entries(file)})


def _entries(media: MediaFile) -> tuple[str, ...]:
    copies = (rendition_entry(media.digest, address) for address in files_of(media)[1:])
    return (record_entry(media.digest, media.type), original_entry(media.digest, media.type), *copies)


def _is_photo(media: MediaFile) -> bool:
    return media.type in PHOTO_FORMATS


def _source(media: MediaFile, root: Path) -> Source:
    try:
        return Source(locate(root, media.path), media.type, media.digest)
    except FileNotFoundError as error:
        raise Unfit("file.unreadable", ("detail", str(error.strerror))) from error


def _prepare(media: MediaFile, root: Path, cache: MediaCache, settings: Settings) -> None:
    if not cache.has(original_entry(media.digest, media.type)):
        encode_original(_source(media, root), cache)
    _encode_missing(media, root, cache, settings)


def _encode_missing(
    media: MediaFile, root: Path, cache: MediaCache, settings: Settings, *damaged: str
) -> Mapping[str, bytes]:
    """Every copy the cache lacks, and the damaged ones, by address; all at once, since decoding costs most."""
    missing = {
        rendition.width: rendition.address
        for rendition in (media.renditions if isinstance(media, Picture) else ())
        if rendition.address in damaged or not cache.has(rendition_entry(media.digest, rendition.address))
    }
    key = rendition_key(media.digest, settings.image_quality)
    if not all(f".{key}-" in address for address in missing.values()):
        raise Unfit("file.unreadable", ("detail", "scanned with other settings"))
    if not missing:
        return {}
    copies = encode_renditions(_source(media, root), tuple(missing), settings.image_quality, cache)
    return {missing[width]: data for width, data in copies.items()}
