"""Raw HTML in posts, cut down to what an editor needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

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
_SUSPICIOUS = tuple(
    re.compile(pattern, re.IGNORECASE) for pattern in (rf"<(?:{_ANY_DANGEROUS})\b", r"&(?:#|colon|tab|newline)")
)
# Read from the end, `onload=`, `script:` and `data:` begin with a rare sign, which is found ten times as fast.
_SUSPICIOUS_BACKWARDS = tuple(
    re.compile(pattern, re.IGNORECASE) for pattern in (r"=\s*[a-z]+no\b", r":\s*(?:tpircs|atad)")
)
_BAD_URL = re.compile(r"((?:java|vb|live)script|data)\s*:", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20]")
_PLAYERS = ("audio", "video", "source", "track")
_ODD = r"""=\s*["']?\s*(?:(?!(?:https?|mailto|tel):)[a-z][a-z0-9+.-]*:|[^"'>]*//\[)"""
_ODD_VALUE = re.compile(_ODD, re.IGNORECASE)
_ODD_ADDRESS = re.compile(rf"(?:href|src)\s*{_ODD}", re.IGNORECASE)


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
    if not _is_suspicious(html):
        return ()
    root = _parsed(html)
    found = dict.fromkeys(part for element in root.iter(lxml.html.etree.Element) for part in _unsafe_in(element))
    return tuple(found)


def _is_suspicious(html: str) -> bool:
    """Whether anything looks unsafe, be it in a mere sentence."""
    backwards = html[::-1]
    return any(pattern.search(html) for pattern in _SUSPICIOUS) or any(
        pattern.search(backwards) for pattern in _SUSPICIOUS_BACKWARDS
    )


def _parsed(html: str) -> lxml.html.HtmlElement:
    """A body of HTML that may itself hold `<html>` or `<head>`, as pages pasted whole do."""
    return lxml.html.document_fromstring(f"<!DOCTYPE html><html><body>{html}</body></html>")


def _unsafe_in(element: lxml.html.HtmlElement) -> list[str]:
    parts = [f"<{element.tag}"] if element.tag in _DANGEROUS else []
    for name, value in element.attrib.items():
        bad = _BAD_URL.match(_UNSEEN.sub("", value)) if name in ("href", "src", "poster") else None
        if name.lower().startswith("on"):
            parts.append(name)
        elif bad:
            parts.append(f"{bad[1].lower()}:")
    return parts


def lost_addresses(html: str) -> tuple[tuple[str, str], ...]:
    """(`href` or `src`, address) where `sanitise` takes away what is useless, not unsafe: `file:///C:/a.doc`, `http://[`."""
    if not (_ODD_VALUE.search(html) and _ODD_ADDRESS.search(html)):  # the first is fast and settles nearly all
        return ()
    root = _parsed(html)
    found = dict.fromkeys(
        (name, element.get(name, "")) for element in root.iter("a", "img", *_PLAYERS) for name in ("href", "src")
    )
    return tuple((name, address) for name, address in found if _is_lost(_UNSEEN.sub("", address)))


def _is_lost(link: str) -> bool:
    try:
        scheme = urlsplit(link).scheme
    except ValueError:
        return True
    return scheme not in _SCHEMES | {""} and not _BAD_URL.match(link)
