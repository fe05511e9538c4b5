"""Pictures as they come from telephones, scanners and screens, made by Pillow, and ways to look into published ones."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

from newsportal.media import MediaCache, files_of, read
from newsportal.model import Agency, MediaFile, Settings

SETTINGS = Settings(
    site_url="https://so.example.vn/",
    site_name={},
    agency=Agency({}, {}, {}, {}),
    build_time=dt.datetime(2026, 11, 22, tzinfo=dt.UTC),
    feed_authority="so.example.vn,2026",
)
SECRETS = (b"Exif", b"EXIF", b"eXIf", b"GPS", b"ns.adobe.com", b"secret", b"ICC_PROFILE", b"iCCP", b"tEXt", b"iTXt")
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r about="secret http://ns.adobe.com/xap/1.0/"/></x:xmpmeta>'


def scene(width: int, height: int) -> Image.Image:
    """A landscape of gradients with a red upper left corner."""
    ramp = Image.linear_gradient("L").resize((width, height))
    image = Image.merge("RGB", (Image.new("L", ramp.size, 40), ramp, ramp.transpose(Image.Transpose.ROTATE_180)))
    ImageDraw.Draw(image).rectangle((0, 0, width // 4, height // 4), fill=(255, 0, 0))
    return image


def screenshot(width: int, height: int) -> Image.Image:
    """Flat colours, lines and letters."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for row in range(0, height, 24):
        draw.text((10, row), f"Chi tieu {row}: 1234567890", fill="black")
        draw.line((0, row, width, row), fill=(0, 90, 160))
    return image


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def gps(orientation: int = 1) -> Image.Exif:
    """EXIF with a place, a maker and an orientation."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "secret maker"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (10.0, 15.0, 30.0), 3: "E", 4: (105.0, 58.0, 0.0)})
    return exif


def phone_photo(width: int = 2400, height: int = 1800, orientation: int = 6) -> bytes:
    """What a telephone held upright gives: pixels that lie on their side, and where it was."""
    options = {"exif": gps(orientation), "comment": b"secret comment", "xmp": XMP}
    return encoded(scene(width, height), "JPEG", quality=92, **options)


def labelled_png(image: Image.Image, **options: Any) -> bytes:
    """A PNG with texts and EXIF."""
    info = PngInfo()
    info.add_text("Author", "secret author")
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return encoded(image, "PNG", pnginfo=info, exif=gps(), **options)


def animation(kind: str, frames: int = 3, **options: Any) -> bytes:
    """A few frames of different colours."""
    images = [Image.new("RGB", (120, 80), (number * 60, 100, 200 - number * 50)) for number in range(frames)]
    return encoded(images[0], kind, save_all=True, append_images=images[1:], duration=100, loop=0, **options)


def lab_profile() -> bytes:
    """An ICC profile for a colour space that no photo here is stored in."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def put(root: Path, name: str, data: bytes) -> Path:
    place = root / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place


def published(media: MediaFile, root: Path, cache: MediaCache) -> dict[str, bytes]:
    """Every path a file publishes, with its bytes."""
    contents = {path: read(media, path, root, cache, SETTINGS) for path in files_of(media)}
    return {path: data.read_bytes() if isinstance(data, Path) else data for path, data in contents.items()}


def opened(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data)) as image:
        image.load()
        return image


def assert_says_nothing(data: bytes) -> None:
    """No EXIF, place, comment, XMP or profile, as Pillow reads it and in the bare bytes."""
    image = opened(data)
    exif = image.getexif()
    assert not dict(exif)
    assert not exif.get_ifd(ExifTags.IFD.GPSInfo)
    assert not {"exif", "xmp", "icc_profile", "comment", "photoshop", "Author", "XML:com.adobe.xmp"} & set(image.info)
    assert [secret for secret in SECRETS if secret in data] == []
