"""Drawings in SVG: published as they are, so nothing in them may run, load or say who made the photo inside."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote_to_bytes

from lxml import etree

from newsportal.media.outcome import Facts, NotImage, Unfit

_NAMESPACE = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODINGS = ("UTF-8", "US-ASCII", "ASCII", "ISO-8859-1")
_FORBIDDEN = frozenset({"script", "foreignobject", "handler", "listener", "iframe", "object", "embed"})
_ANIMATIONS = frozenset({"animate", "set", "animatetransform", "animatemotion"})
_SAFE_LINK = re.compile(
    r"#|data:(image/(png|jpe?g|gif|webp|avif)|font/\w+|application/(x-)?font-[\w-]+)[;,]", re.IGNORECASE
)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)
_CSS_LOAD = re.compile(r"@import|image-set\s*\(|javascript:|expression\s*\(", re.IGNORECASE)
_CSS_URL = re.compile(r"""url\s*\(\s*["']?\s*""", re.IGNORECASE)
_METADATA = (b"Exif\0\0", b"eXIf", b"EXIF", b"http://ns.adobe.com/xap/", b"<x:xmpmeta")
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*", re.IGNORECASE)
_PIXELS: Mapping[str, float] = MappingProxyType(
    {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
)
_DEFAULT_SIZE = (300.0, 150.0)  # CSS 2.1 §10.3.2: what browsers give a replaced element without a size
_MAX_SIDE = 1e6


def read_svg(data: bytes) -> Facts:
    """Width and height in CSS pixels; raises Unfit for what is no SVG or could harm readers."""
    # Before parsing, so that no entity is ever looked at; NULs go because UTF-16 has one beside every letter.
    if declaration := _DECLARATION.search(data.replace(b"\0", b"")):
        raise _unsafe(f"<!{declaration[1].decode().upper()}>")
    root = _parsed(data)
    # Comments say nothing to browsers, and neither do instructions that are not in front of the drawing.
    for element in root.iter(etree.Element):
        for fault in _faults(element):
            raise _unsafe(fault)
    width, height = _size(root)
    return Facts(width, height, len(data), scalable=False)


def _unsafe(detail: str) -> Unfit:
    return Unfit("media.unsafe_svg", ("detail", detail[:80]))


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotImage from error
    if root.tag != f"{{{_NAMESPACE}}}svg":
        raise NotImage
    _check_prologue(root)
    return root


def _check_prologue(root: etree._Element) -> None:
    info: Any = root.getroottree().docinfo
    if info.doctype:
        raise _unsafe("<!DOCTYPE>")
    if (info.encoding or "UTF-8").upper() not in _ENCODINGS:
        # Browsers and libxml2 must read the same text, or one sees a script where the other does not.
        raise _unsafe(f"encoding {info.encoding}")
    if any(_is_stylesheet(node) for node in root.itersiblings(preceding=True)):
        raise _unsafe("<?xml-stylesheet?>")


def _is_stylesheet(node: Any) -> bool:
    return node.tag is etree.PI and "stylesheet" in str(node.target).lower()


def _faults(element: etree._Element) -> Iterator[str]:
    """What is unsafe in one element, its text and its attributes."""
    name = etree.QName(element)
    local = name.localname.lower()
    if local in _FORBIDDEN or name.namespace == _XHTML:
        yield f"<{name.localname}>"
    if local == "style" and _loads("".join(str(text) for text in element.itertext())):
        yield "<style>"
    for key, value in element.attrib.items():
        attribute = etree.QName(key).localname
        if _is_unsafe_attribute(local, attribute.lower(), str(value)):
            yield f"{attribute}="


def _is_unsafe_attribute(element: str, name: str, value: str) -> bool:
    if name.startswith("on") or (name in ("href", "src") and not _is_safe_link(value)):
        return True
    if name == "attributename" and element in _ANIMATIONS:
        target = value.rpartition(":")[2].strip().lower()
        return target in ("href", "src") or target.startswith("on")
    return _loads(value)


def _is_safe_link(value: str) -> bool:
    link = value.strip()
    if not link:
        return True
    return _SAFE_LINK.match(link) is not None and not _embeds_metadata(link)


def _embeds_metadata(link: str) -> bool:
    """Whether a photo written into the drawing tells where it was taken: nobody takes that out of an SVG later."""
    head, _, body = link.partition(",")
    data = unquote_to_bytes(body)
    if head.lower().endswith(";base64"):
        try:
            data = base64.b64decode(data)
        except (binascii.Error, ValueError):
            return True
    return any(mark in data for mark in _METADATA)


def _loads(css: str) -> bool:
    """Whether a style or presentation attribute refers to anything outside the drawing."""
    text = _CSS_ESCAPE.sub(_unescaped, css)
    if _CSS_LOAD.search(text):
        return True
    return any(not _is_safe_link(text[found.end() :]) for found in _CSS_URL.finditer(text))


def _unescaped(escape: re.Match[str]) -> str:
    code = int(escape[1], 16) if escape[1] else None
    return (chr(code) if code < 0x110000 else "") if code is not None else str(escape[2])


def _size(root: etree._Element) -> tuple[int, int]:
    """Rounded width and height: as given, from the viewBox, or one from the other by its shape."""
    box = _view_box(str(root.get("viewBox", ""))) or _DEFAULT_SIZE
    width, height = _length(root.get("width")), _length(root.get("height"))
    if width is None:
        width = box[0] if height is None else height * box[0] / box[1]
    if height is None:
        height = width * box[1] / box[0]
    return _rounded(width), _rounded(height)


def _rounded(side: float) -> int:
    return max(1, round(min(side, _MAX_SIDE)))


def _length(text: str | None) -> float | None:
    """CSS pixels (96 to the inch); None for none, for percentages, and for units that depend on a font."""
    match = _LENGTH.fullmatch(text or "")
    if match is None:
        return None
    pixels = float(match[1]) * _PIXELS[(match[2] or "px").lower()]
    return pixels or None


def _view_box(text: str) -> tuple[float, float] | None:
    try:
        _, _, width, height = (float(number) for number in text.replace(",", " ").split())
    except ValueError:
        return None
    return (width, height) if 0 < width < _MAX_SIDE and 0 < height < _MAX_SIDE else None
