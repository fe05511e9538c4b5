"""Photos and attachments as views need them: sizes, types and addresses, no bytes."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file below `media/`.

    `path` is relative to `media/` in NFC, `size` is in bytes as published, `type` is a MIME type,
    `digest` the SHA-256 of the source in hex.
    """

    path: str
    type: str
    size: int
    digest: str

    @property
    def address(self) -> str:
        """Where readers find it, percent-encoded; this never changes while the file keeps its name."""
        return f"/media/{quote(self.path)}"


@dataclass(frozen=True, slots=True)
class Rendition:
    """One copy of a photo for narrower screens; `width` is in pixels, `address` percent-encoded."""

    address: str
    width: int


@dataclass(frozen=True, slots=True)
class Picture(MediaFile):
    """A photo with the upright `width` and `height` in pixels of its published form.

    `renditions` are WebP copies from narrow to wide; empty for SVG and animations, which are published as they are.
    """

    width: int
    height: int
    renditions: tuple[Rendition, ...] = ()
