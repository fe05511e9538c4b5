"""References to files below `media/`, as editors write them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from newsportal.content.nearest import nearest
from newsportal.model import MediaFile
from newsportal.text import clean_line

Fault = tuple[str, dict[str, str]]


def media_path(reference: str) -> str | None:
    """The path below `media/` in NFC; None when it leaves that folder.

    `2026/a.jpg`, `media/2026/a.jpg`, `/media/2026/a.jpg` and `./2026/a.jpg` are the same photo; so are percent
    escapes and Windows' backslashes.
    """
    path = clean_line(unquote(reference)).replace("\\", "/").removeprefix("./")
    path = path.removeprefix("/").removeprefix("media/")
    parts = path.split("/")
    if ".." in parts or path.startswith("/") or ":" in parts[0] or not path:
        return None
    return "/".join(part for part in parts if part not in ("", "."))


def is_external(reference: str) -> bool:
    """Whether a reference leads to another site (or is inline data)."""
    try:
        parts = urlsplit(reference)
    except ValueError:  # "http://[…": whatever it is, it is not below media/
        return True
    return bool(parts.netloc) or parts.scheme in ("http", "https", "data", "ftp")


def media_problem(reference: str, media: Mapping[str, MediaFile]) -> Fault | None:
    """Why a reference cannot be followed, as a message code with its values; None when it can."""
    shown = reference[:120]
    if is_external(reference):
        return "media.external", {"src": shown}
    if not reference:
        return "media.missing", {"src": "", "nearest": ""}
    path = media_path(reference)
    if path is None:
        return "media.outside", {"src": shown}
    if path not in media:
        return "media.missing", {"src": path[:120], "nearest": nearest(path, media)}
    return None
