"""Metadata taken out without touching pixels."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from media.pictures import (
    SETTINGS,
    XMP,
    animation,
    assert_says_nothing,
    encoded,
    gps,
    labelled_png,
    opened,
    published,
    put,
    scene,
    screenshot,
)
from newsportal.media import MediaCache, scan
from newsportal.media.images import read_photo
from newsportal.media.strip import strip_png
from newsportal.model import Picture


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_animation_keeps_its_frames_and_nothing_else(root: Path, cache: MediaCache, kind: str) -> None:
    labels: dict[str, dict[str, Any]] = {
        "GIF": {"comment": b"secret comment"},
        "WEBP": {"exif": gps(), "xmp": XMP},
        "PNG": {"exif": gps()},
    }
    source = animation(kind, **labels[kind])
    put(root, f"a.{kind.lower()}", source)
    files, problems = scan(root, SETTINGS, cache)
    assert problems == ()
    (picture,) = files.values()
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height, picture.renditions) == (120, 80, ())
    data = published(picture, root, cache)[picture.address]
    assert len(data) == picture.size
    assert_says_nothing(data)
    assert _frames(data) == _frames(source)


def _frames(data: bytes) -> list[tuple[object, bytes]]:
    frames = []
    with Image.open(BytesIO(data)) as image:
        for number in range(image.n_frames):  # type: ignore[attr-defined]
            image.seek(number)
            frames.append((image.info.get("duration"), image.convert("RGBA").tobytes()))
    return frames


@pytest.mark.parametrize("lossless", [True, False])
def test_webp_that_fits_loses_metadata_and_no_quality(lossless: bool) -> None:
    source = encoded(scene(400, 300), "WEBP", lossless=lossless, exif=gps(), xmp=XMP)
    photo = read_photo(source, "image/webp")
    assert_says_nothing(photo.original)
    assert opened(photo.original).tobytes() == opened(source).tobytes()
    assert photo.is_drawing is lossless


def test_still_gif_has_copies_and_no_comment() -> None:
    photo = read_photo(encoded(screenshot(500, 300), "GIF", comment=b"secret"), "image/gif")
    assert (photo.scalable, photo.is_drawing) == (True, True)
    assert_says_nothing(photo.original)


def test_chunks_drawing_a_png_stay_as_they_are() -> None:
    data = encoded(scene(50, 40), "PNG")
    assert strip_png(labelled_png(scene(50, 40))) == data
