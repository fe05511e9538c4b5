"""Photos as readers get them: upright, 8-bit sRGB, at most 1920 pixels wide, and without a word about who took them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Any

from PIL import ExifTags, Image

from newsportal.media.colour import is_foreign, plain, to_srgb
from newsportal.media.kinds import MAX_PIXELS, PHOTO_FORMATS
from newsportal.media.outcome import Facts, NotImage, Unfit, too_large
from newsportal.media.recipe import MAX_WIDTH, scaled_height
from newsportal.media.strip import is_lossless_webp, strip_gif, strip_png, strip_webp

_MAX_ANIMATION_PIXELS = 10 * MAX_PIXELS
_FLAT = 0.3  # bytes a pixel
_SAVE: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "JPEG": {"quality": 85, "progressive": True, "optimize": True},
        "PNG": {"optimize": True},
        "WEBP": {"quality": 85, "method": 4},
        "GIF": {},
        # One thread: libaom cuts the picture by the number of threads, and bytes must not depend on the machine.
        "AVIF": {"quality": 75, "speed": 6, "max_threads": 1},
    }
)
_TURNS: Mapping[int, Image.Transpose] = MappingProxyType(
    {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
)
_QUARTER_TURNS = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Photo:
    """A decoded photo: `image` is what every copy is made of.

    `original` is the published form in the photo's own format, `scalable` whether narrower copies are made,
    `is_drawing` whether it is a screenshot, a chart or the like, to be kept without loss where that is smaller.
    """

    image: Image.Image
    original: bytes
    scalable: bool
    is_drawing: bool

    @property
    def facts(self) -> Facts:
        """Size in pixels and bytes of the published form."""
        return Facts(*self.image.size, len(self.original), self.scalable)


def read_photo(data: bytes, mime: str) -> Photo:
    """The photo in these bytes; raises Unfit where they are damaged, too large or not what `mime` says."""
    try:
        with Image.open(BytesIO(data), formats=[PHOTO_FORMATS[mime]]) as image:
            _check_pixels(image)
            return _animation(image, data, mime) if _is_animated(image) else _still(image, data)
    except Unfit:
        raise
    except Image.DecompressionBombError:
        raise _too_many(MAX_PIXELS * 2, MAX_PIXELS) from None
    except MemoryError:
        raise Unfit("file.unreadable", ("detail", "out of memory")) from None
    except Exception as error:
        # Decoders meet hostile bytes with whatever error comes first: struct.error, KeyError, OverflowError, …
        raise NotImage from error


def renditions(photo: Photo, widths: Iterable[int], quality: int) -> Iterator[tuple[int, bytes]]:
    """A WebP copy for each of `widths` (pixels), from wide to narrow; drawings without loss where that is smaller."""
    for width in sorted(widths, reverse=True):
        height = scaled_height(*photo.image.size, width)
        image = photo.image.resize((width, height), Image.Resampling.LANCZOS)
        copies = [_save(image, "WEBP", quality=quality)]
        if photo.is_drawing:
            copies.append(_save(image, "WEBP", lossless=True, quality=50))
        yield width, min(copies, key=len)


def _is_drawing(image: Image.Image, data: bytes, kind: str) -> bool:
    """Whether a picture was stored without loss and is flat: a photo saved as PNG is a photo.

    A quick compression tells: screenshots come to 0.05–0.2 bytes a pixel, photos to 0.6 and more.
    """
    if kind not in ("PNG", "GIF") and not (kind == "WEBP" and is_lossless_webp(data)):
        return False
    return len(_save(image, "PNG", optimize=False, compress_level=1)) < _FLAT * image.width * image.height


def _too_many(pixels: int, limit: int) -> Unfit:
    code, values = too_large(pixels, limit, 1_000_000, "megapixel")
    return Unfit(code, *values)


def _check_pixels(image: Image.Image) -> None:
    pixels = image.width * image.height
    if pixels > MAX_PIXELS:
        raise _too_many(pixels, MAX_PIXELS)


def _is_animated(image: Image.Image) -> bool:
    # A telephone's JPEG may carry a depth map or a second lens as further "frames": they are not shown.
    return image.format not in ("JPEG", "MPO") and getattr(image, "n_frames", 1) > 1


def _animation(image: Image.Image, data: bytes, mime: str) -> Photo:
    """Animations keep their frames as they are: encoding again would need as many bytes, and lose colours."""
    if mime == "image/avif":
        raise Unfit("media.type", ("type", ".avif (animation)"))
    frames: int = image.n_frames  # type: ignore[attr-defined]
    pixels = image.width * image.height * frames
    if pixels > _MAX_ANIMATION_PIXELS:
        raise _too_many(pixels, _MAX_ANIMATION_PIXELS)
    for frame in range(frames):
        image.seek(frame)
        image.load()
    return Photo(image.copy(), _stripped(data, mime), scalable=False, is_drawing=False)


def _stripped(data: bytes, mime: str) -> bytes:
    strip = {"image/gif": strip_gif, "image/webp": strip_webp, "image/png": strip_png}[mime]
    return strip(data)


def _still(image: Image.Image, data: bytes) -> Photo:
    kind = "JPEG" if image.format == "MPO" else str(image.format)
    target = _published_size(image)
    box = _drafted(image, target)
    image.load()
    turn, profile = _TURNS.get(_orientation(image)), image.info.get("icc_profile")
    is_same = turn is None and image.size == target and not is_foreign(profile)
    result = _finished(image, target, box, turn, profile)
    original = _untouched(image, data, kind) if is_same else None
    is_drawing = _is_drawing(result, data, kind)
    if original is None:
        original = _save(result, kind, **_effort(kind, is_drawing))
    return Photo(result, original, scalable=True, is_drawing=is_drawing)


def _effort(kind: str, is_drawing: bool) -> Mapping[str, Any]:
    """What suits a drawing in WebP, and a photo in PNG: all of the effort would cost 4 s and save 3 % there."""
    if kind == "WEBP" and is_drawing:
        return {"lossless": True}
    return {"optimize": False, "compress_level": 6} if kind == "PNG" and not is_drawing else {}


def _finished(
    image: Image.Image,
    target: tuple[int, int],
    box: tuple[float, float, float, float] | None,
    turn: Image.Transpose | None,
    profile: bytes | None,
) -> Image.Image:
    """Shrunk first, because the other steps cost by the pixel."""
    result = plain(image)
    if result.size != target:
        result = result.resize(target, Image.Resampling.LANCZOS, box)
    result = to_srgb(result, profile)
    result = result.transpose(turn) if turn is not None else result.copy()
    result.info = {}
    return result


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # EXIF that cannot be read says nothing, and is no reason to refuse the photo
        return 1


def _published_size(image: Image.Image) -> tuple[int, int]:
    """Width and height to shrink to before the photo is turned upright."""
    width, height = image.size
    if _orientation(image) in _QUARTER_TURNS:
        return (scaled_height(height, width, MAX_WIDTH), MAX_WIDTH) if height > MAX_WIDTH else image.size
    return (MAX_WIDTH, scaled_height(width, height, MAX_WIDTH)) if width > MAX_WIDTH else image.size


def _drafted(image: Image.Image, target: tuple[int, int]) -> tuple[float, float, float, float] | None:
    """Lets JPEG decode at a fraction of its size, never below twice the target: half the time, a quarter of the memory.

    The box is what the fraction covers, in its pixels.
    """
    if image.size == target:
        return None
    draft = image.draft(image.mode, (target[0] * 2, target[1] * 2))
    return draft[1] if draft else None


def _untouched(image: Image.Image, data: bytes, kind: str) -> bytes | None:
    """The published form of a picture whose pixels stay, where there is a better one than encoding `plain` colours."""
    if kind in ("GIF", "WEBP"):
        return _stripped(data, f"image/{kind.lower()}")
    if kind != "PNG" or image.mode not in ("1", "P"):
        return None
    transparency = image.info.get("transparency")
    bare = image.copy()
    bare.info = {}
    return _save(bare, kind, **({} if transparency is None else {"transparency": transparency}))


def _save(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Encoded bytes. `image.info` must be empty: encoders copy comments and profiles from it."""
    target = BytesIO()
    image.save(target, kind, **{**_SAVE[kind], **options})
    return target.getvalue()
