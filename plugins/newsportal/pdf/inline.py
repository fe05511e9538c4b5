"""What stands within a line of rendered HTML: emphasis, links, marks of notes, small photos."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from urllib.parse import urldefrag

from lxml.html import HtmlElement

from newsportal.pdf.nodes import Node, parts, single_spaced, trimmed

_KINDS: Mapping[str, str] = MappingProxyType({
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "emph"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "del"), "strike"),
    "sub": "sub",
    "sup": "super",
})  # fmt: skip
_TEXT_WIDTH_MM = 162
_DOTS_A_MM = 6
"""How fine a photo is at least shown, where the sheet has the room for it."""

_TALLEST_MM = 150

_DEEPEST = 8
"""Marks within marks, and notes within notes; what lies deeper is told as plain words."""


@dataclass(slots=True)
class LineReader:
    """Reads lines of one text. `absolute` makes a whole address of a site path, `sizes` are those of photos, in pixels,
    by address. `notes` are told where they are first referred to; `linked` are the ids that the text itself links to.
    `photos` are numbered by address in the order in which they are shown."""

    absolute: Callable[[str], str]
    sizes: Mapping[str, tuple[int, int]]
    notes: Mapping[str, HtmlElement]
    linked: frozenset[str]
    photos: dict[str, int] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    def inside(self, element: HtmlElement, depth: int = 0) -> list[Node]:
        """The nodes within an element."""
        return [node for part in parts(element) for node in self.read(part, depth)]

    def read(self, part: HtmlElement | str, depth: int = 0) -> list[Node]:
        """The nodes of a text or of an element within a line; `depth` elements are around it."""
        if isinstance(part, str):
            return [single_spaced(part)] if part else []
        if part.tag == "br":
            return [{"kind": "break"}]
        if part.tag == "img":
            photo = self.photo(part)
            return [photo] if photo else []
        if part.tag == "code":
            return [{"kind": "code", "text": "".join(part.itertext()), "block": False}]
        if depth >= _DEEPEST:
            return [single_spaced("".join(part.itertext()))]
        if part.tag == "a":
            return self._link(part, depth)
        if part.tag == "sup" and part.get("id", "").startswith("fnref"):
            return self._note(part, depth)
        inside = self.inside(part, depth + 1)
        return [{"kind": _KINDS[part.tag], "inside": inside}] if part.tag in _KINDS and inside else inside

    def photo(self, image: HtmlElement) -> dict[str, Any] | None:
        """The photo as large as it is sharp, within the text's width and a good part of its height."""
        address = image.get("src", "")
        if address not in self.sizes:
            return None
        number = self.photos.setdefault(address, len(self.photos))
        width, height = self.sizes[address]
        wide = min(_TEXT_WIDTH_MM, width / _DOTS_A_MM, _TALLEST_MM * width / height)
        size = {"width": round(wide, 1), "height": round(wide * height / width, 1)}
        return {"kind": "photo", "photo": number, "alt": image.get("alt", ""), "size": size}

    def place(self, element: HtmlElement) -> list[Node]:
        """The place that something in the text links to."""
        name = element.get("id", "")
        return [{"kind": "place", "name": f"place-{name}"}] if name in self.linked else []

    def _link(self, link: HtmlElement, depth: int) -> list[Node]:
        if link.get("class") == "footnote-backref":
            return []
        inside, target = self.inside(link, depth + 1), link.get("href", "")
        if not inside or not target:
            return inside
        if target.startswith("#"):
            known = target[1:] in self.linked
            return [{"kind": "reference", "to": f"place-{target[1:]}", "inside": inside}] if known else inside
        whole = self.absolute(target) if target.startswith("/") else target
        return [{"kind": "link", "to": whole, "inside": inside}]

    def _note(self, mark: HtmlElement, depth: int) -> list[Node]:
        """A note at the foot of the page; referred to again it has its number again."""
        name = next((urldefrag(link.get("href", "")).fragment for link in mark.iter("a")), "")
        if name not in self.notes:
            return []
        is_first = name not in self._told
        self._told.add(name)
        inside = self._note_text(self.notes[name], depth + 1) if is_first else []
        return [{"kind": "note", "name": f"note-{name}", "first": is_first, "inside": inside}]

    def _note_text(self, item: HtmlElement, depth: int) -> list[Node]:
        blocks = list(item.iterchildren()) or [item]
        lines = [trimmed(self.inside(block, depth)) for block in blocks]
        nodes = [node for line in lines for node in (*line, {"kind": "break"})]
        return nodes[:-1]
