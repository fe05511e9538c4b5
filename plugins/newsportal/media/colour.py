"""Every way of storing colours brought to the one that browsers show without a profile: 8-bit sRGB."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType

from PIL import Image, ImageCms

_PROFILE_MODES: Mapping[str, str] = MappingProxyType({"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"})


def plain(image: Image.Image) -> Image.Image:
    """The loaded image in mode L, RGB, RGBA or CMYK: 16 bits become 8, palettes and colour keys their colours."""
    if image.mode.startswith("I"):
        # Pillow's own conversion clips at 255, which would turn a 16-bit scan white.
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A `plain` image in mode L, RGB or RGBA with its ICC profile applied; alpha goes where all of it is opaque."""
    if profile:
        image = _applied(image, profile)
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    return image.convert("RGB") if image.mode == "CMYK" else image


def is_foreign(profile: bytes | None) -> bool:
    """Whether colours change when this ICC profile is dropped."""
    return bool(profile) and _opened(profile or b"") is not None


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    """The profile; None for a broken one, which browsers ignore too, and for sRGB, which is what they assume."""
    try:
        opened = ImageCms.ImageCmsProfile(BytesIO(profile))
        return None if ImageCms.getProfileName(opened).startswith("sRGB") else opened
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _applied(image: Image.Image, profile: bytes) -> Image.Image:
    opened = _opened(profile)
    mode = _PROFILE_MODES.get(opened.profile.xcolor_space.strip()) if opened else None
    own = "RGB" if image.mode == "RGBA" else image.mode
    if opened is None or mode not in (own, "RGB"):
        return image
    colours = _to_srgb_space(image.convert(mode), opened)
    if colours and image.mode == "RGBA":
        colours.putalpha(image.getchannel("A"))
    return colours or image


def _to_srgb_space(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image | None:
    try:
        return ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except ImageCms.PyCMSError:
        return None
