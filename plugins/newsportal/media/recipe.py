"""How pictures are published, as short names for the cache and for addresses."""

from __future__ import annotations

import hashlib

import PIL
from PIL import features

MAX_WIDTH = 1920
"""Pixels across of the widest copy that is published."""
_RECIPE = f"1 Pillow {PIL.__version__} {MAX_WIDTH}"
"""Whatever changes published bytes: count up when `images`, `colour`, `strip` or `svg` decide otherwise."""


def encoders() -> str:
    """Ten hex digits for the libraries below Pillow: what others encoded must not be taken from the cache."""
    versions = (features.version(name) for name in ("libjpeg_turbo", "jpg", "webp", "zlib", "avif", "littlecms2"))
    return _short(" ".join(str(version) for version in versions))


def original_key(mime: str) -> str:
    """Ten hex digits that change whenever the published form of a source of this MIME type could."""
    return _short(f"{_RECIPE} {encoders()} {mime}")


def rendition_key(digest: str, quality: int) -> str:
    """Ten hex digits for the WebP copies of one source at this quality, as in their addresses."""
    return _short(f"{_RECIPE} {digest} {quality}")


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]
