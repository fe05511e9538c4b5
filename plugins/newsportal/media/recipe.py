"""How pictures are published, as short names for the cache and for addresses."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import PIL

from newsportal.media.outcome import Facts

MAX_WIDTH = 1920
"""Pixels across of the widest copy that is published."""
_MAX_WEBP_HEIGHT = 16_383  # VP8's limit
_RECIPE = f"1 Pillow {PIL.__version__} {MAX_WIDTH}"
"""Whatever changes published bytes: count up when `images`, `colour`, `strip` or `svg` decide otherwise."""


def encoders() -> str:
    """Ten hex digits for the libraries below Pillow: what others encoded must not be taken from the cache."""
    from PIL import features  # noqa: PLC0415  (it loads half of Pillow, and many a build meets no photo)

    versions = (features.version(name) for name in ("libjpeg_turbo", "jpg", "webp", "zlib", "avif", "littlecms2"))
    return _short(" ".join(str(version) for version in versions))


def original_key(mime: str) -> str:
    """Ten hex digits that change whenever the published form of a source of this MIME type could."""
    return _short(f"{_RECIPE} {encoders()} {mime}")


def rendition_key(digest: str, quality: int) -> str:
    """Ten hex digits for the WebP copies of one source at this quality, as in their addresses."""
    return _short(f"{_RECIPE} {digest} {quality}")


def rendition_widths(facts: Facts, widths: Iterable[int]) -> tuple[int, ...]:
    """Those of `widths` (pixels) that are narrower than the published form, and its own, from narrow to wide."""
    if not facts.scalable:
        return ()
    chosen = sorted({width for width in widths if 0 < width < facts.width} | {facts.width})
    return tuple(width for width in chosen if scaled_height(facts.width, facts.height, width) <= _MAX_WEBP_HEIGHT)


def scaled_height(width: int, height: int, new_width: int) -> int:
    """The height (pixels) of a picture brought to another width."""
    return max(1, round(height * new_width / width))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]
