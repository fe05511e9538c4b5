"""Damaged and hostile pictures."""

from __future__ import annotations

import warnings
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from media.pictures import SETTINGS, animation, encoded, phone_photo, put
from newsportal.media import MediaCache, scan
from newsportal.media.images import read_photo
from newsportal.media.outcome import Unfit
from newsportal.media.svg import read_svg


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_truncated_pictures_are_problems(kind: str) -> None:
    noise = Image.effect_noise((200, 200), 80)
    data = encoded(noise, kind)
    with pytest.raises(Unfit, match=r"media\.not_image"):
        read_photo(data[: len(data) // 2], f"image/{kind.lower()}")


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "PNG"])
def test_truncated_animations_are_problems(kind: str) -> None:
    data = animation(kind, 6)
    with pytest.raises(Unfit, match=r"media\.not_image"):
        read_photo(data[: len(data) - 20], f"image/{kind.lower()}")


def _png_claiming(width: int, height: int) -> bytes:
    data = encoded(Image.new("1", (8, 8)), "PNG")
    header = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + data[24:29]
    return data[:12] + header + zlib.crc32(header).to_bytes(4, "big") + data[33:]


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(10_001, 10_000, "101 megapixel"), (13_000, 13_000, "169 megapixel"), (60_000, 60_000, "200 megapixel")],
)
def test_bombs_are_not_decoded(root: Path, cache: MediaCache, width: int, height: int, size: str) -> None:
    put(root, "a.png", _png_claiming(width, height))
    files, problems = scan(root, SETTINGS, cache)
    (problem,) = problems
    assert (files, problem.path, problem.code) == ({}, "content/media/a.png", "media.too_large")
    assert dict(problem.values) == {"size": size, "limit": "100 megapixel"}


def test_animation_bomb() -> None:
    frames = [Image.new("1", (1, 1), number % 2) for number in range(50)]
    small = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=10)
    data = small[:6] + (5000).to_bytes(2, "little") * 2 + small[10:]
    with pytest.raises(Unfit, match=r"media\.too_large"):
        read_photo(data, "image/gif")


@given(
    st.sampled_from(["image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"]),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x40\0\0\0WEBP", b"\0\0\0 ftypavif"]),
    st.binary(max_size=200),
)
def test_random_bytes_are_a_photo_or_unfit(mime: str, head: bytes, tail: bytes) -> None:
    with warnings.catch_warnings(), suppress(Unfit):
        warnings.simplefilter("ignore")
        read_photo(head + tail, mime)


_SOUND = {
    "image/jpeg": phone_photo(64, 48),
    "image/png": animation("PNG"),
    "image/gif": animation("GIF", comment=b"secret"),
    "image/webp": animation("WEBP"),
}


@given(st.sampled_from(sorted(_SOUND)), st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_flipped_bytes_are_a_photo_or_unfit(mime: str, place: int, change: bytes) -> None:
    data = _SOUND[mime]
    place %= len(data)
    with warnings.catch_warnings(), suppress(Unfit):
        warnings.simplefilter("ignore")
        read_photo(data[:place] + change + data[place + len(change) :], mime)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_random_bytes_are_a_drawing_or_unfit(data: bytes) -> None:
    for wrapped in (data, b'<svg xmlns="http://www.w3.org/2000/svg">' + data + b"</svg>"):
        with suppress(Unfit):
            read_svg(wrapped)
