"""What a portal publishes, by file name: a closed table, so that every machine gives the same types."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

MAX_PHOTO_BYTES = 40_000_000
"""A picture file larger than this (bytes) is no picture for a web page."""
MAX_FILE_BYTES = 200_000_000
"""An attachment larger than this (bytes) does not reach readers on a telephone network."""
MAX_PIXELS = 100_000_000
"""Pixels of a picture, and of one frame of an animation."""

SVG = "image/svg+xml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

PHOTO_FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "image/jpeg": "JPEG",
        "image/png": "PNG",
        "image/webp": "WEBP",
        "image/gif": "GIF",
        "image/avif": "AVIF",
    }
)
"""The pictures that are decoded and encoded again: MIME type → Pillow's name."""

TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".png": "image/png",
        ".webp": "image/webp",
        ".gif": "image/gif",
        ".avif": "image/avif",
        ".svg": SVG,
        ".pdf": "application/pdf",
        ".doc": "application/msword",
        ".docx": f"{_OFFICE}.wordprocessingml.document",
        ".xls": "application/vnd.ms-excel",
        ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
        ".ppt": "application/vnd.ms-powerpoint",
        ".pptx": f"{_OFFICE}.presentationml.presentation",
        ".odt": f"{_OPEN}.text",
        ".ods": f"{_OPEN}.spreadsheet",
        ".odp": f"{_OPEN}.presentation",
        ".csv": "text/csv",
        ".txt": "text/plain",
        ".zip": "application/zip",
        ".mp3": "audio/mpeg",
        ".m4a": "audio/mp4",
        ".ogg": "audio/ogg",
        ".mp4": "video/mp4",
        ".webm": "video/webm",
        ".json": "application/json",
    }
)
"""What is published, by file ending. Closed, so that a build does not depend on the machine's own list."""


def media_type(path: str) -> str | None:
    """The MIME type for a file name; None for what is not published (AVIF too where Pillow cannot read it)."""
    found = TYPES.get(PurePosixPath(path).suffix.lower())
    return None if found == "image/avif" and not _reads_avif() else found


def _reads_avif() -> bool:
    from PIL import features  # noqa: PLC0415  (it loads half of Pillow)

    return bool(features.check("avif"))


def is_picture(mime: str) -> bool:
    """Whether files of this MIME type are looked into as pictures."""
    return mime == SVG or mime in PHOTO_FORMATS


def size_limit(mime: str) -> int:
    """The largest source accepted, in bytes."""
    return MAX_PHOTO_BYTES if is_picture(mime) else MAX_FILE_BYTES
