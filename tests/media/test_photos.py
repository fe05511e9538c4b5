"""Photos in every form that cameras and offices give them."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from media.pictures import (
    SETTINGS,
    XMP,
    assert_says_nothing,
    encoded,
    gps,
    lab_profile,
    labelled_png,
    opened,
    phone_photo,
    published,
    put,
    scene,
    screenshot,
)
from newsportal.media import MediaCache, ensure, scan
from newsportal.media.images import read_photo, renditions
from newsportal.model import Picture


def _only(root: Path, cache: MediaCache) -> Picture:
    files, problems = scan(root, SETTINGS, cache)
    assert problems == ()
    (picture,) = files.values()
    assert isinstance(picture, Picture)
    return picture


def test_phone_photo_is_upright_small_and_silent(root: Path, cache: MediaCache) -> None:
    put(root, "2026/hội nghị.jpg", phone_photo())
    picture = _only(root, cache)
    assert (picture.path, picture.type) == ("2026/hội nghị.jpg", "image/jpeg")
    assert (picture.width, picture.height) == (1800, 2400)
    contents = published(picture, root, cache)
    assert [len(contents[picture.address])] == [picture.size]
    for data in contents.values():
        assert_says_nothing(data)
    image = opened(contents[picture.address])
    assert (image.size, image.info.get("progressive")) == ((1800, 2400), 1)
    red, green, blue = image.convert("RGB").getpixel((1780, 20))  # type: ignore[misc]
    assert (red > 240, green < 30, blue < 30) == (True, True, True)


def test_renditions_have_their_widths_and_addresses(root: Path, cache: MediaCache) -> None:
    put(root, "2026/a.b.jpg", encoded(scene(4000, 2000), "JPEG"))
    picture = _only(root, cache)
    assert (picture.width, picture.height) == (1920, 960)
    assert [rendition.width for rendition in picture.renditions] == [320, 480, 800, 1200, 1600, 1920]
    contents = published(picture, root, cache)
    for rendition in picture.renditions:
        image = opened(contents[rendition.address])
        assert (image.format, image.size) == ("WEBP", (rendition.width, rendition.width // 2))
        stem, _, key = rendition.address.removesuffix(f"-{rendition.width}.webp").rpartition(".")
        assert (stem, len(key)) == ("/media/2026/a.b", 10)


@pytest.mark.parametrize(("width", "expected"), [(100, [100]), (320, [320]), (800, [320, 480, 800])])
def test_renditions_never_grow(root: Path, cache: MediaCache, width: int, expected: list[int]) -> None:
    put(root, "a.jpg", encoded(scene(width, 90), "JPEG"))
    assert [rendition.width for rendition in _only(root, cache).renditions] == expected


def test_rendition_addresses_change_with_quality_and_source(root: Path, cache: MediaCache) -> None:
    put(root, "a.jpg", encoded(scene(200, 90), "JPEG"))
    first = _only(root, cache).renditions
    other, _ = scan(root, replace(SETTINGS, image_quality=60), cache)
    put(root, "a.jpg", encoded(scene(200, 91), "JPEG"))
    addresses = {first[0].address, other["a.jpg"].renditions[0].address, _only(root, cache).renditions[0].address}  # type: ignore[attr-defined]
    assert len(addresses) == 3


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_turned_upright(orientation: int) -> None:
    turned = scene(400, 300)
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}.get(orientation)
    if back is not None:
        turned = turned.transpose(Image.Transpose(back))
    photo = read_photo(encoded(turned, "PNG", exif=gps(orientation)), "image/png")
    assert photo.image.size == (400, 300)
    assert photo.image.tobytes() == scene(400, 300).tobytes()


def test_wide_photo_on_its_side_is_limited_by_its_upright_width() -> None:
    photo = read_photo(phone_photo(3000, 4000), "image/jpeg")
    assert photo.image.size == (1920, 1440)


def test_very_tall_picture_has_only_the_copies_that_webp_allows(root: Path, cache: MediaCache) -> None:
    put(root, "a.png", encoded(Image.new("L", (500, 20_000), 9), "PNG"))
    picture = _only(root, cache)
    assert (picture.width, picture.height) == (500, 20_000)
    assert [rendition.width for rendition in picture.renditions] == [320]
    assert len(published(picture, root, cache)) == 2


def test_cmyk_photo_becomes_rgb(root: Path, cache: MediaCache) -> None:
    put(root, "a.jpg", encoded(scene(400, 300).convert("CMYK"), "JPEG", quality=95))
    picture = _only(root, cache)
    for data in published(picture, root, cache).values():
        assert opened(data).mode == "RGB"
        red, green, blue = opened(data).getpixel((20, 20))  # type: ignore[misc]
        assert (red > 230, green < 40, blue < 40) == (True, True, True)


def test_sixteen_bits_become_eight_without_clipping(root: Path, cache: MediaCache) -> None:
    levels = b"".join((value * 257).to_bytes(2, "little") for value in range(256)) * 64
    put(root, "a.png", encoded(Image.frombytes("I;16", (256, 64), levels), "PNG"))
    picture = _only(root, cache)
    image = opened(published(picture, root, cache)[picture.address])
    assert image.mode == "L"
    assert [image.getpixel((x, 5)) for x in range(256)] == pytest.approx(list(range(256)), abs=1)


def test_palette_with_transparency_keeps_both(root: Path, cache: MediaCache) -> None:
    drawing = screenshot(500, 300).quantize(16)
    put(root, "a.png", labelled_png(drawing, transparency=bytes([0] + [255] * 15)))
    picture = _only(root, cache)
    contents = published(picture, root, cache)
    assert opened(contents[picture.address]).mode == "P"
    for data in contents.values():
        assert_says_nothing(data)
        assert opened(data).convert("RGBA").getchannel("A").getextrema() == (0, 255)


def test_opaque_alpha_goes_and_real_alpha_stays() -> None:
    image = scene(300, 200)
    image.putalpha(255)
    assert read_photo(encoded(image, "PNG"), "image/png").image.mode == "RGB"
    image.putpixel((3, 3), (0, 0, 0, 0))
    assert read_photo(encoded(image, "PNG"), "image/png").image.mode == "RGBA"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_wide_png_of_every_mode(mode: str) -> None:
    photo = read_photo(encoded(scene(2500, 500).convert(mode), "PNG"), "image/png")
    assert opened(photo.original).size == (1920, 384)


def _swapped() -> bytes:
    """sRGB under another name and with red and green exchanged, to see whether a profile is applied."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile = bytearray(bytes(profile).replace(b"s\0R\0G\0B", b"t\0e\0s\0t"))
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


def test_colour_profile_is_applied_and_dropped(root: Path, cache: MediaCache) -> None:
    put(root, "a.jpg", encoded(Image.new("RGB", (400, 300), (255, 0, 0)), "JPEG", icc_profile=_swapped()))
    picture = _only(root, cache)
    for data in published(picture, root, cache).values():
        assert_says_nothing(data)
        red, green, _ = opened(data).getpixel((200, 150))  # type: ignore[misc]
        assert (red < 40, green > 215) == (True, True)


@pytest.mark.parametrize("profile", [b"", b"nonsense", lab_profile()])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_profiles_that_do_not_fit_are_dropped(mode: str, profile: bytes) -> None:
    data = encoded(scene(300, 200).convert(mode), "JPEG", icc_profile=profile)
    photo = read_photo(data, "image/jpeg")
    assert_says_nothing(photo.original)
    assert photo.image.size == (300, 200)


def test_profile_with_alpha_keeps_the_alpha() -> None:
    image = Image.new("RGBA", (30, 20), (255, 0, 0, 90))
    photo = read_photo(encoded(image, "PNG", icc_profile=_swapped()), "image/png")
    red, green, _, alpha = photo.image.getpixel((5, 5))  # type: ignore[misc]
    assert (red < 40, green > 215, alpha) == (True, True, 90)


def test_telephone_with_two_lenses_publishes_the_first(root: Path, cache: MediaCache) -> None:
    views = [scene(600, 400), Image.new("RGB", (600, 400))]
    put(root, "a.jpg", encoded(views[0], "MPO", save_all=True, append_images=views[1:], exif=gps()))
    picture = _only(root, cache)
    assert len(picture.renditions) == 3
    original = published(picture, root, cache)[picture.address]
    assert_says_nothing(original)
    assert opened(original).format == "JPEG"


@pytest.mark.parametrize(("kind", "mime"), [("WEBP", "image/webp"), ("GIF", "image/gif"), ("PNG", "image/png")])
def test_wide_stills_shrink_in_their_own_format(kind: str, mime: str) -> None:
    photo = read_photo(encoded(scene(2400, 600), kind), mime)
    assert (opened(photo.original).format, opened(photo.original).size) == (kind, (1920, 480))


def test_avif() -> None:
    photo = read_photo(encoded(scene(400, 300), "AVIF", exif=gps(6), xmp=XMP), "image/avif")
    assert opened(photo.original).size == (300, 400)
    assert_says_nothing(photo.original)


def test_screenshots_are_kept_without_loss_where_that_is_smaller(root: Path, cache: MediaCache) -> None:
    put(root, "a.png", labelled_png(screenshot(700, 500)))
    picture = _only(root, cache)
    contents = published(picture, root, cache)
    widest = contents[picture.renditions[-1].address]
    assert b"VP8L" in widest[:40]
    assert opened(widest).convert("RGB").tobytes() == screenshot(700, 500).tobytes()


def test_bytes_depend_on_content_only(tmp_path: Path) -> None:
    contents = []
    for place in ("one", "two"):
        root, cache = tmp_path / place / "content" / "media", MediaCache(tmp_path / place / "cache")
        for name, data in [("b.jpg", phone_photo(800, 600)), ("a.png", labelled_png(screenshot(400, 300)))]:
            put(root, name, data)
        files, _ = scan(root, SETTINGS, cache)
        assert ensure(files.values(), root, cache, SETTINGS) == ()
        contents.append((files, [published(media, root, cache) for media in files.values()]))
    assert contents[0] == contents[1]


def test_warnings_of_decoders_do_not_leak(root: Path, cache: MediaCache) -> None:
    # Pillow warns from 89 megapixels on.
    put(root, "a.png", encoded(Image.new("1", (9_500, 9_500)), "PNG"))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        files, problems = scan(root, SETTINGS, cache)
    assert (len(files), problems, caught) == (1, (), [])


def test_photo_saved_as_png_is_treated_as_a_photo() -> None:
    noise = Image.merge("RGB", [Image.effect_noise((400, 300), 60) for _ in range(3)])
    photo = read_photo(encoded(noise, "PNG"), "image/png")
    assert opened(photo.original).tobytes() == noise.tobytes()
    ((_, copy),) = renditions(photo, (400,), 80)
    assert (photo.is_drawing, b"VP8L" in copy[:40]) == (False, False)
