"""The attributes of responsive photos, the same in posts, lists and covers."""

from __future__ import annotations

from newsportal.model import Picture

BODY_SIZES = "(min-width: 48em) 44rem, 100vw"
"""How wide a photo in the text is shown, for the browser to choose a copy."""


def picture_attributes(picture: Picture) -> dict[str, str]:
    """`src`, `width` and `height` of the `img`: the size reserves its place before it arrives."""
    return {"src": picture.address, "width": str(picture.width), "height": str(picture.height)}


def srcset(picture: Picture, up_to: int | None = None) -> str:
    """The WebP copies as a `srcset`, none wider than `up_to` pixels (the narrowest always)."""
    chosen = [copy for copy in picture.renditions if up_to is None or copy.width <= up_to] or picture.renditions[:1]
    return ", ".join(f"{copy.address} {copy.width}w" for copy in chosen)
