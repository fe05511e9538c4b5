"""Rendered HTML as the nodes that `document.typ` knows how to show: plain values, fit for JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from urllib.parse import urldefrag

from lxml.html import HtmlElement

from newsportal.pdf.tables import Grid, PageWidth, grid_of, layout
from newsportal.render.lists import LETTERS_CLASS
from newsportal.render.parts import CENTRED_CLASS
from newsportal.render.tree import parsed

Node = str | dict[str, Any]
"""A text, or what is shown of one `kind`."""

_INLINE: Mapping[str, str] = MappingProxyType({
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "emph"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "del"), "strike"),
    "sub": "sub",
    "sup": "super",
})  # fmt: skip
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_CONTAINERS = frozenset({
    "div", "section", "aside", "address", "details", "summary", "figure", "figcaption", "picture", "body",
})  # fmt: skip
_BLOCKS = _HEADINGS | _CONTAINERS | {"p", "ul", "ol", "dl", "table", "blockquote", "pre", "hr"}
_SPACE = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")
_DEEPEST = 12
"""Blocks within blocks; what lies deeper is told as plain words."""

_MARKERS = ("–", "+", "•")
_TEXT_WIDTH_MM = 162
_DOTS_A_MM = 6
"""How fine a photo is at least shown, where the sheet has the room."""

_TALLEST_MM = 150


@dataclass(slots=True)
class Reader:
    """Reads one text. `absolute` makes a whole address of a site path; `sizes` are those of photos, in pixels, by
    address. `photos` are the addresses of those that are shown, in the order of their numbers."""

    absolute: Callable[[str], str]
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    photos: dict[str, int] = field(default_factory=dict)
    _notes: dict[str, HtmlElement] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)
    _linked: frozenset[str] = frozenset()
    _level: int = 1

    def read(self, html: str) -> list[Node]:
        """The blocks of a text; its notes are told where they are referred to."""
        root = parsed(html)
        for box in root.xpath("//div[@class='footnote']"):
            self._notes |= {item.get("id", ""): item for item in box.iter("li")}
            box.drop_tree()
        ids = {found for element in root.iter() if (found := element.get("id"))}
        self._linked = frozenset(
            target[1:] for link in root.iter("a") if (target := link.get("href", "")).startswith("#") and target[1:] in ids
        )
        return list(_with_titles(self._blocks(root, 0)))

    def _blocks(self, element: HtmlElement, depth: int) -> Iterator[Node]:
        """What is in an element: its blocks, and paragraphs of whatever stands between them."""
        run: list[Node] = []
        for part in _parts(element):
            if isinstance(part, str) or part.tag not in _BLOCKS:
                run += self._inline(part)
                continue
            yield from _paragraph(run)
            run = []
            if depth >= _DEEPEST:
                yield from _paragraph([_SPACE.sub(" ", "".join(part.itertext()))])
            else:
                yield from self._block(part, depth + 1)
        yield from _paragraph(run)

    def _block(self, element: HtmlElement, depth: int) -> Iterator[Node]:
        tag = element.tag
        if tag in _HEADINGS:
            yield self._heading(element)
        elif tag == "p":
            yield from _paragraph([*self._place(element), *self._inside(element)], element.get("class", ""))
        elif tag in ("ul", "ol"):
            yield self._list(element, depth)
        elif tag == "dl":
            yield self._terms(element, depth)
        elif tag == "table":
            yield from self._table(element, depth)
        elif tag == "blockquote":
            yield {"kind": "quote", "inside": list(self._blocks(element, depth))}
        elif tag == "pre":
            yield {"kind": "code", "text": "".join(element.itertext()).strip("\n"), "block": True}
        elif tag == "hr":
            yield {"kind": "rule"}
        elif tag == "figure" and len(photos := list(element.iter("img"))) == 1:
            yield from self._figure(element, photos[0])
        else:
            yield from self._blocks(element, depth)

    def _heading(self, element: HtmlElement) -> Node:
        """A heading no more than one level below the last one, as readers by ear need it (PDF/UA-1)."""
        self._level = min(int(element.tag[1]), self._level + 1)
        return {
            "kind": "heading",
            "level": self._level,
            "centred": element.get("class") == CENTRED_CLASS,
            "inside": [*self._place(element), *_trimmed(self._inside(element))],
        }

    def _list(self, element: HtmlElement, depth: int) -> Node:
        items = list(element.iterchildren("li"))
        markers: list[str] = []
        if element.tag == "ol":
            first = element.get("start", "1")
            markers = [f"{number}." for number, _ in enumerate(items, int(first) if first.isdecimal() else 1)]
        elif element.get("class") == LETTERS_CLASS:
            markers = [_taken_marker(item) for item in items]
        above = sum(1 for each in element.iterancestors("ul"))
        points = [[*self._place(item), *_tight(self._blocks(item, depth))] for item in items]
        return {"kind": "list", "marker": _MARKERS[min(above, 2)], "markers": markers, "points": points}

    def _terms(self, element: HtmlElement, depth: int) -> Node:
        points: list[list[list[Node]]] = []
        for part in element.iterchildren("dt", "dd"):
            if part.tag == "dt":
                points.append([_trimmed(self._inside(part)), []])
            elif points:
                points[-1][1] += _tight(self._blocks(part, depth))
        return {"kind": "terms", "points": points}

    def _table(self, element: HtmlElement, depth: int) -> Iterator[Node]:
        for caption in element.iterchildren("caption"):
            yield from _paragraph([{"kind": "strong", "inside": self._inside(caption)}], CENTRED_CLASS)
        grid = grid_of(element)
        if not grid.columns:
            return
        is_inside = depth > 2 and not _is_boxed_at_top(element)
        shape = layout(grid, (PageWidth.PORTRAIT,) if is_inside else tuple(PageWidth))
        yield {
            "kind": "table",
            "columns": shape.columns,
            "size": shape.size,
            "landscape": shape.width is PageWidth.LANDSCAPE,
            "head": self._cells(grid, True, depth),
            "body": self._cells(grid, False, depth),
        }

    def _cells(self, grid: Grid, of_head: bool, depth: int) -> list[Node]:
        return [
            {
                **cell.place(),
                "inside": _tight(self._blocks(cell.element, depth)),
                "head": cell.element.tag == "th" and of_head,
                "align": cell.element.get("class", "").removeprefix("align-"),
            }
            for cell in grid.cells
            if cell.is_head is of_head
        ]

    def _figure(self, element: HtmlElement, image: HtmlElement) -> Iterator[Node]:
        photo = self._photo(image)
        words = [self._inside(caption) for caption in element.iter("figcaption")]
        if photo:
            yield {**photo, "kind": "figure", "inside": _trimmed(words[0]) if words else []}
        elif words:
            yield from _paragraph(words[0], CENTRED_CLASS)

    def _photo(self, image: HtmlElement) -> dict[str, Any] | None:
        """The photo as large as it is sharp, within the text's width and a good part of its height."""
        address = image.get("src", "")
        if address not in self.sizes:
            return None
        number = self.photos.setdefault(address, len(self.photos))
        width, height = self.sizes[address]
        wide = min(_TEXT_WIDTH_MM, width / _DOTS_A_MM, _TALLEST_MM * width / height)
        size = {"width": round(wide, 1), "height": round(wide * height / width, 1)}
        return {"kind": "photo", "photo": number, "alt": image.get("alt", ""), "size": size}

    def _inside(self, element: HtmlElement) -> list[Node]:
        return [node for part in _parts(element) for node in self._inline(part)]

    def _inline(self, part: HtmlElement | str) -> list[Node]:
        if isinstance(part, str):
            return [_SPACE.sub(" ", part)] if part else []
        tag = part.tag
        if tag == "br":
            return [{"kind": "break"}]
        if tag == "img":
            photo = self._photo(part)
            return [photo] if photo else []
        if tag == "sup" and part.get("id", "").startswith("fnref"):
            return self._note(part)
        if tag == "code":
            return [{"kind": "code", "text": "".join(part.itertext()), "block": False}]
        if tag == "a":
            return self._link(part)
        inside = self._inside(part)
        return [{"kind": _INLINE[tag], "inside": inside}] if tag in _INLINE and inside else inside

    def _link(self, link: HtmlElement) -> list[Node]:
        inside, target = self._inside(link), link.get("href", "")
        if not inside or not target or link.get("class") == "footnote-backref":
            return [] if link.get("class") == "footnote-backref" else inside
        if target.startswith("#"):
            known = target[1:] in self._linked
            return [{"kind": "reference", "to": f"place-{target[1:]}", "inside": inside}] if known else inside
        whole = self.absolute(target) if target.startswith("/") else target
        return [{"kind": "link", "to": whole, "inside": inside}]

    def _note(self, mark: HtmlElement) -> list[Node]:
        """A note at the foot of the page; referred to again it has its number again."""
        targets = [urldefrag(link.get("href", "")).fragment for link in mark.iter("a")]
        if not targets or targets[0] not in self._notes:
            return []
        name = targets[0]
        is_first = name not in self._told
        self._told.add(name)
        inside = self._note_text(self._notes[name]) if is_first else []
        return [{"kind": "note", "name": f"note-{name}", "first": is_first, "inside": inside}]

    def _note_text(self, item: HtmlElement) -> list[Node]:
        lines = [_trimmed(self._inside(each)) for each in item.iterchildren()] or [_trimmed(self._inside(item))]
        nodes = [node for line in lines for node in (*line, {"kind": "break"})]
        return nodes[:-1]

    def _place(self, element: HtmlElement) -> list[Node]:
        """The place that something in the text links to."""
        name = element.get("id", "")
        return [{"kind": "place", "name": f"place-{name}"}] if name in self._linked else []


def _parts(element: HtmlElement) -> Iterator[HtmlElement | str]:
    """The texts and elements in an element, in order; comments are neither."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield child
        yield child.tail or ""


def _paragraph(run: list[Node], kind: str = "") -> Iterator[Node]:
    inside = _trimmed(run)
    if inside:
        yield {"kind": "paragraph", "centred": kind == CENTRED_CLASS, "flush": kind == "lettered", "sticky": False, "inside": inside}


def _with_titles(blocks: Iterator[Node]) -> Iterator[Node]:
    """The blocks, a paragraph above a table kept with it; in the middle where all of it is bold, as a title is."""
    before: Node | None = None
    for node in blocks:
        if _is(node, "table") and isinstance(before, dict) and before["kind"] == "paragraph":
            is_title = all(_is(part, "strong") for part in before["inside"])
            before = {**before, "sticky": True, "centred": before["centred"] or is_title}
        if before is not None:
            yield before
        before = node
    if before is not None:
        yield before


def _is(node: Node, kind: str) -> bool:
    return isinstance(node, dict) and node["kind"] == kind


def _trimmed(run: list[Node]) -> list[Node]:
    """A run without white space at its ends; nothing where there is nothing else."""
    nodes = list(run)
    while nodes and isinstance(nodes[0], str) and not nodes[0].strip():
        nodes.pop(0)
    while nodes and isinstance(nodes[-1], str) and not nodes[-1].strip():
        nodes.pop()
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip()
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip()
    return nodes


def _tight(blocks: Iterator[Node]) -> list[Node]:
    """The blocks of a point or a cell: a lone paragraph is only its words."""
    found = list(blocks)
    if len(found) == 1 and isinstance(found[0], dict) and found[0]["kind"] == "paragraph":
        return list(found[0]["inside"])
    return found


def _taken_marker(item: HtmlElement) -> str:
    """The literal marker of a lettered point, which is taken out of its text."""
    for marker in item.iterchildren("span"):
        if marker.get("class") == "marker":
            text = marker.text or ""
            marker.text = ""
            return text
    return ""


def _is_boxed_at_top(table: HtmlElement) -> bool:
    """Whether a table stands in the text itself, in nothing but its box."""
    above = [each.tag for each in table.iterancestors()]
    return above[:2] == ["div", "body"] or above[:1] == ["body"]
