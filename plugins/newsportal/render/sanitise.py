"""Raw HTML in posts, cut down to what an editor needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import lxml.html
import nh3

_PROSE = (
    "p br hr div span blockquote pre code kbd samp var em strong b i u s small sub sup mark del ins abbr cite q dfn "
    "time wbr"
)
_BLOCKS = "h1 h2 h3 h4 h5 h6 ul ol li dl dt dd figure figcaption details summary section aside address"
_TABLES = "table caption colgroup col thead tbody tfoot tr th td"
_MEDIA = "a img audio video source track"
_TAGS = frozenset(f"{_PROSE} {_BLOCKS} {_TABLES} {_MEDIA}".split())

_ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType({
    "*": frozenset({"id", "class", "title", "lang", "dir"}),
    "a": frozenset({"href", "download"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "audio": frozenset({"src", "controls", "preload"}),
    "video": frozenset({"src", "controls", "preload", "poster", "width", "height"}),
    "source": frozenset({"src", "type"}),
    "track": frozenset({"src", "kind", "srclang", "label"}),
    "th": frozenset({"scope", "colspan", "rowspan", "align"}),
    "td": frozenset({"colspan", "rowspan", "align"}),
    "col": frozenset({"span"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "li": frozenset({"value"}),
    "time": frozenset({"datetime"}),
    "details": frozenset({"open"}),
    "blockquote": frozenset({"cite"}),
    "abbr": frozenset({"title"}),
})  # fmt: skip

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_DANGEROUS = frozenset(
    [
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "form",
        "input",
        "button",
        "textarea",
        "select",
        "link",
        "meta",
        "base",
        "style",
        "svg",
        "math",
    ]
)
_ANY_DANGEROUS = "|".join(sorted(_DANGEROUS))
_SUSPICIOUS = re.compile(rf"<(?:{_ANY_DANGEROUS})\b|\bon[a-z]+\s*=|(?:java|vb)script\s*:|data\s*:", re.IGNORECASE)
_BAD_URL = re.compile(r"^\s*(?:java|vb)script\s*:|^\s*data\s*:", re.IGNORECASE)


def sanitise(html: str) -> str:
    """The HTML with only harmless elements and attributes, well-formed; scripts and frames go with their content."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags={"script", "style", "iframe", "object", "embed", "applet", "frameset", "svg", "math"},
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def unsafe_parts(html: str) -> tuple[str, ...]:
    """What `sanitise` would take out that an editor should hear of: `iframe`, `onclick`, `javascript:`."""
    if not _SUSPICIOUS.search(html):
        return ()
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    found = dict.fromkeys(part for element in root.iter(lxml.html.etree.Element) for part in _unsafe_in(element))
    return tuple(found)


def _unsafe_in(element: lxml.html.HtmlElement) -> list[str]:
    parts = [f"<{element.tag}"] if element.tag in _DANGEROUS else []
    for name, value in element.attrib.items():
        if name.lower().startswith("on"):
            parts.append(name)
        elif name in ("href", "src", "poster") and _BAD_URL.match(value):
            parts.append(value.strip().split(":")[0] + ":")
    return parts
