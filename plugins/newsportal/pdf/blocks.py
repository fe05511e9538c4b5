"""Rendered HTML as nodes: headings, paragraphs, lists, tables and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from newsportal.pdf.inline import LineReader
from newsportal.pdf.nodes import Node, paragraph, parts, single_spaced, tight, trimmed, with_titles
from newsportal.pdf.tables import Grid, PageWidth, grid_of, layout
from newsportal.render.lists import LETTERS_CLASS
from newsportal.render.parts import CENTRED_CLASS
from newsportal.render.tree import parsed

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset({
    "address", "aside", "blockquote", "details", "div", "dl", "figcaption", "figure", "hr", "ol", "p", "picture", "pre",
    "section", "summary", "table", "ul",
})  # fmt: skip
_DEEPEST = 12
"""Blocks within blocks; what lies deeper is told as plain words."""

_MARKERS = ("–", "+", "•")


def read(
    html: str, absolute: Callable[[str], str], sizes: Mapping[str, tuple[int, int]]
) -> tuple[list[Node], tuple[str, ...]]:
    """The blocks of a text, and the addresses of the photos that it shows, in the order of their numbers.

    `absolute` makes a whole address of a site path; `sizes` are those of photos, in pixels, by address.
    """
    root = parsed(html)
    notes: dict[str, HtmlElement] = {}
    for box in root.xpath("//div[@class='footnote']"):
        notes |= {item.get("id", ""): item for item in box.iter("li")}
        box.drop_tree()
    lines = LineReader(absolute, sizes, notes, _linked(root))
    blocks = list(with_titles(_BlockReader(lines).inside(root, 0)))
    return blocks, tuple(lines.photos)


def _linked(root: HtmlElement) -> frozenset[str]:
    """The ids of blocks to which something in the text leads."""
    ids = {element.get("id") for element in root.iter("p", "li", *_HEADINGS)}
    return frozenset(link.get("href", "")[1:] for link in root.iter("a") if link.get("href", "#")[0:1] == "#") & ids


@dataclass(slots=True)
class _BlockReader:
    lines: LineReader
    level: int = 1
    makers: Mapping[str, Callable[[HtmlElement, int], Iterator[Node]]] = field(init=False)

    def __post_init__(self) -> None:
        self.makers = {
            **dict.fromkeys(_HEADINGS, self.heading),
            **dict.fromkeys(("ul", "ol"), self.points),
            "p": self.words,
            "dl": self.terms,
            "table": self.table,
            "blockquote": self.quotation,
            "pre": self.typed,
            "hr": self.rule,
            "figure": self.figure,
        }

    def inside(self, element: HtmlElement, depth: int) -> Iterator[Node]:
        """What is in an element: its blocks, and paragraphs of whatever stands between them."""
        run: list[Node] = []
        for part in parts(element):
            if isinstance(part, str) or part.tag not in _BLOCKS:
                run += self.lines.read(part)
                continue
            yield from paragraph(run)
            run = []
            if depth >= _DEEPEST:
                yield from paragraph([single_spaced("".join(part.itertext()))])
            else:
                yield from self.makers.get(part.tag, self.inside)(part, depth + 1)
        yield from paragraph(run)

    def heading(self, element: HtmlElement, _: int) -> Iterator[Node]:
        """A heading no more than one level below the last one, as readers by ear need it (PDF/UA-1)."""
        inside = trimmed(self.lines.inside(element))
        if inside:
            self.level = min(int(element.tag[1]), self.level + 1)
            shape = {"level": self.level, "centred": element.get("class") == CENTRED_CLASS}
            yield {"kind": "heading", **shape, "inside": [*self.lines.place(element), *inside]}

    def words(self, element: HtmlElement, _: int) -> Iterator[Node]:
        run = trimmed(self.lines.inside(element))
        yield from paragraph([*self.lines.place(element), *run] if run else (), element.get("class", ""))

    def points(self, element: HtmlElement, depth: int) -> Iterator[Node]:
        """A list with the markers that the text has: those of the form for one without numbers or letters."""
        items = list(element.iterchildren("li"))
        markers: list[str] = []
        if element.tag == "ol":
            first = element.get("start", "1")
            markers = [f"{number}." for number, _ in enumerate(items, int(first) if first.isdecimal() else 1)]
        elif element.get("class") == LETTERS_CLASS:
            markers = [_taken_marker(item) for item in items]
        above = sum(1 for _ in element.iterancestors("ul"))
        inside = [[*self.lines.place(item), *tight(self.inside(item, depth))] for item in items]
        if items:
            yield {"kind": "list", "marker": _MARKERS[min(above, 2)], "markers": markers, "points": inside}

    def terms(self, element: HtmlElement, depth: int) -> Iterator[Node]:
        points: list[list[list[Node]]] = []
        for part in element.iterchildren("dt", "dd"):
            if part.tag == "dt":
                points.append([trimmed(self.lines.inside(part)), []])
            elif points:
                points[-1][1] += tight(self.inside(part, depth))
        yield {"kind": "terms", "points": points}

    def quotation(self, element: HtmlElement, depth: int) -> Iterator[Node]:
        yield {"kind": "quote", "inside": list(self.inside(element, depth))}

    def typed(self, element: HtmlElement, _: int) -> Iterator[Node]:
        yield {"kind": "code", "text": "".join(element.itertext()).strip("\n"), "block": True}

    def rule(self, element: HtmlElement, _: int) -> Iterator[Node]:
        yield {"kind": "rule"}

    def table(self, element: HtmlElement, depth: int) -> Iterator[Node]:
        for caption in element.iterchildren("caption"):
            yield from paragraph([{"kind": "strong", "inside": self.lines.inside(caption)}], CENTRED_CLASS)
        grid = grid_of(element)
        if grid.columns:
            shape = layout(grid, tuple(PageWidth) if _is_of_the_text(element) else (PageWidth.PORTRAIT,))
            yield {
                "kind": "table",
                "above": [],
                "columns": shape.columns,
                "size": shape.size,
                "landscape": shape.width is PageWidth.LANDSCAPE,
                "head": self.cells(grid, True, depth),
                "body": self.cells(grid, False, depth),
            }

    def cells(self, grid: Grid, of_head: bool, depth: int) -> list[Node]:
        return [
            {
                "kind": "cell",
                **cell.place(),
                "inside": tight(self.inside(cell.element, depth)),
                "head": of_head and cell.element.tag == "th",
                "align": cell.element.get("class", "").removeprefix("align-"),
            }
            for cell in grid.cells
            if cell.is_head is of_head
        ]

    def figure(self, element: HtmlElement, depth: int) -> Iterator[Node]:
        """A photo with its caption; any other figure is what is in it."""
        images = list(element.iter("img"))
        photo = self.lines.photo(images[0]) if len(images) == 1 else None
        if photo is None:
            yield from self.inside(element, depth)
            return
        words = [trimmed(self.lines.inside(caption)) for caption in element.iter("figcaption")]
        yield {**photo, "kind": "figure", "inside": words[0] if words else []}


def _taken_marker(item: HtmlElement) -> str:
    """The literal marker of a lettered point, which is taken out of its text."""
    for marker in item.iterchildren("span"):
        if marker.get("class") == "marker":
            text = marker.text or ""
            marker.text = ""
            return text
    return ""


def _is_of_the_text(table: HtmlElement) -> bool:
    """Whether a table stands in the text itself, in nothing but its box: only then may the page be turned for it."""
    above = [each.tag for each in table.iterancestors()]
    return above[:2] == ["div", "body"] or above[:1] == ["body"]
