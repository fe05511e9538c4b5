"""Pictures through the cache: looked into once, encoded once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from newsportal.media.cache import MediaCache
from newsportal.media.kinds import SVG
from newsportal.media.outcome import Facts, Outcome, Unfit, dump, load
from newsportal.media.recipe import encoders, original_key, rendition_key, rendition_widths
from newsportal.model import Rendition, Settings

if TYPE_CHECKING:
    from newsportal.media.images import Photo


@dataclass(frozen=True, slots=True)
class Source:
    """A picture file: where it is on this disk, its MIME type, and the SHA-256 (hex) it had when it was listed."""

    real: Path
    type: str
    digest: str

    def read(self) -> bytes:
        """Its bytes; raises Unfit where they cannot be read or are others by now, so that none get a wrong name."""
        try:
            data = self.real.read_bytes()
        except OSError as error:
            raise Unfit("file.unreadable", ("detail", error.strerror or str(error))) from error
        if hashlib.sha256(data).hexdigest() != self.digest:
            raise Unfit("file.unreadable", ("detail", "changed during the build"))
        return data


def record_entry(digest: str, mime: str) -> str:
    """The cache note that holds a picture's outcome."""
    return f"{digest}.{original_key(mime)}.json"


def original_entry(digest: str, mime: str) -> str:
    """The cache file that holds a photo's published form."""
    return f"{digest}.{original_key(mime)}.bin"


def rendition_entry(digest: str, address: str) -> str:
    """The cache file for a rendition's address: the part between its last two dots names key and width."""
    return f"{digest}.{address.split('.')[-2]}.{encoders()}.webp"


def plan_renditions(path: str, digest: str, facts: Facts, settings: Settings) -> tuple[Rendition, ...]:
    """The copies of the photo at `path` (below `media/`), not yet encoded."""
    stem = PurePosixPath(path).with_suffix("")
    key = rendition_key(digest, settings.image_quality)
    widths = rendition_widths(facts, settings.image_widths)
    return tuple(Rendition(_file_name(f"/media/{quote(str(stem))}", key, width), width) for width in widths)


def _file_name(stem: str, key: str, width: int) -> str:
    return f"{stem}.{key}-{width}.webp"


def examine(source: Source, cache: MediaCache) -> Outcome:
    """What is known of a picture, or else found out now; then a photo's published form is stored as well."""
    entry = record_entry(source.digest, source.type)
    with suppress(ValueError, KeyError, TypeError):
        return load(cache.read(entry) or b"")
    try:
        data = source.read()
    except Unfit as fault:
        return fault
    outcome = _looked_into(data, source, cache)
    if not isinstance(outcome, Unfit) or outcome.code.startswith("media."):
        cache.write(entry, dump(outcome))
    return outcome


def encode_original(source: Source, cache: MediaCache) -> bytes:
    """The published form of a photo, encoded and stored again; raises Unfit."""
    return _stored(source.read(), source, cache).original


def encode_renditions(source: Source, widths: tuple[int, ...], quality: int, cache: MediaCache) -> Mapping[int, bytes]:
    """WebP copies of these widths (pixels), encoded and stored; raises Unfit."""
    from newsportal.media.images import read_photo, renditions  # noqa: PLC0415  (a build seldom meets a new photo)

    key = rendition_key(source.digest, quality)
    copies = dict(renditions(read_photo(source.read(), source.type), widths, quality))
    for width, data in copies.items():
        cache.store(rendition_entry(source.digest, _file_name("", key, width)), data)
    return copies


def _looked_into(data: bytes, source: Source, cache: MediaCache) -> Outcome:
    from newsportal.media.svg import read_svg  # noqa: PLC0415  (as above)

    try:
        return read_svg(data) if source.type == SVG else _stored(data, source, cache).facts
    except Unfit as fault:
        return fault


def _stored(data: bytes, source: Source, cache: MediaCache) -> Photo:
    from newsportal.media.images import read_photo  # noqa: PLC0415  (as above)

    photo = read_photo(data, source.type)
    cache.store(original_entry(source.digest, source.type), photo.original)
    return photo
