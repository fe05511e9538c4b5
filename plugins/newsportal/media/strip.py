"""Metadata taken out of GIF, WebP and PNG files without touching a pixel: for animations, and to lose no quality.

Each function returns the file with only the parts that draw it, and raises NotImage where the parts do not add up.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsportal.media.outcome import NotImage

_GIF_IMAGE, _GIF_EXTENSION, _GIF_END = 0x2C, 0x21, 0x3B
_GIF_CONTROL, _GIF_APPLICATION = 0xF9, 0xFF
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_WEBP_PARTS = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF")
_WEBP_METADATA_FLAGS = 0x20 | 0x08 | 0x04  # ICC, EXIF, XMP
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_PARTS = (b"IHDR", b"PLTE", b"tRNS", b"acTL", b"fcTL", b"fdAT", b"IDAT", b"IEND")


def strip_gif(data: bytes) -> bytes:
    """A GIF without comments, texts and applications' data; how often it plays stays."""
    try:
        return b"".join(_gif_parts(data))
    except IndexError:
        raise NotImage from None


def _gif_parts(data: bytes) -> Iterator[bytes]:
    position = 13 + _colour_table(data[10])
    yield data[:position]
    while (kind := data[position]) != _GIF_END:
        if kind not in (_GIF_IMAGE, _GIF_EXTENSION):
            raise NotImage
        end = _gif_block_end(data, position)
        if _draws(data, position):
            yield data[position:end]
        position = end
    yield data[position : position + 1]


def _colour_table(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_block_end(data: bytes, position: int) -> int:
    """Where the block ends: after its chain of at most 255 bytes each, closed by an empty one."""
    is_image = data[position] == _GIF_IMAGE
    position += 11 + _colour_table(data[position + 9]) if is_image else 2
    while length := data[position]:
        position += length + 1
    return position + 1


def _draws(data: bytes, position: int) -> bool:
    if data[position] == _GIF_IMAGE or data[position + 1] == _GIF_CONTROL:
        return True
    return data[position + 1] == _GIF_APPLICATION and data[position + 3 : position + 14] in _GIF_LOOPS


def strip_webp(data: bytes) -> bytes:
    """A WebP without EXIF, XMP, colour profile and unknown chunks, in animation frames too."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise NotImage
    size = 8 + int.from_bytes(data[4:8], "little")
    body = b"WEBP" + _webp_drawing(data[12:size])
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def is_lossless_webp(data: bytes) -> bool:
    """Whether the (first) picture of a WebP is kept without loss."""
    return any(name == b"VP8L" for name, _ in _webp_chunks(data[12:]))


def _webp_drawing(chunks: bytes) -> bytes:
    return b"".join(_webp_chunk(name, body) for name, body in _webp_chunks(chunks) if name in _WEBP_PARTS)


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 0
    while position + 8 <= len(data):
        end = position + 8 + int.from_bytes(data[position + 4 : position + 8], "little")
        if end > len(data):
            raise NotImage
        yield data[position : position + 4], data[position + 8 : end]
        position = end + end % 2


def _webp_chunk(name: bytes, body: bytes) -> bytes:
    if name == b"VP8X":
        body = bytes([body[0] & ~_WEBP_METADATA_FLAGS]) + body[1:]
    elif name == b"ANMF":
        body = body[:16] + _webp_drawing(body[16:])
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def strip_png(data: bytes) -> bytes:
    """A PNG, animated or not, of its critical chunks, transparency and frames."""
    parts = [data[start:end] for start, end in _png_chunks(data) if data[start + 4 : start + 8] in _PNG_PARTS]
    return _PNG_SIGNATURE + b"".join(parts)


def _png_chunks(data: bytes) -> Iterator[tuple[int, int]]:
    position, name = len(_PNG_SIGNATURE), b""
    while name != b"IEND":
        name = data[position + 4 : position + 8]
        end = position + 12 + int.from_bytes(data[position : position + 4], "big")
        if end > len(data):
            raise NotImage
        yield position, end
        position = end
