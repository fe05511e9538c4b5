"""What `document.typ` knows how to show: plain values, fit for JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

from newsportal.render.parts import CENTRED_CLASS

Node = str | dict[str, Any]
"""A text, or what is shown of one `kind`; `inside` are the nodes within."""

_SPACE = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")


def single_spaced(text: str) -> str:
    """A text as browsers show it: any white space is one space, but for those that must not break."""
    return _SPACE.sub(" ", text)


def parts(element: HtmlElement) -> Iterator[HtmlElement | str]:
    """The texts and elements in an element, in order; comments are neither."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield child
        yield child.tail or ""


def is_kind(node: Node, kind: str) -> bool:
    """Whether a node is of this kind."""
    return isinstance(node, dict) and node["kind"] == kind


def trimmed(run: Iterable[Node]) -> list[Node]:
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


def paragraph(run: Iterable[Node], kind: str = "") -> Iterator[Node]:
    """The run as a paragraph of a class, if there is anything in it; `sticky` ones stay with what follows."""
    inside = trimmed(run)
    if inside:
        shape = {"centred": kind == CENTRED_CLASS, "flush": kind == "lettered", "sticky": False}
        yield {"kind": "paragraph", **shape, "inside": inside}


def tight(blocks: Iterable[Node]) -> list[Node]:
    """The blocks of a point or a cell: a lone paragraph is only its words."""
    found = list(blocks)
    if len(found) == 1 and isinstance(found[0], dict) and found[0]["kind"] == "paragraph":
        return list(found[0]["inside"])
    return found


def with_titles(blocks: Iterable[Node]) -> Iterator[Node]:
    """The blocks, a paragraph above a table kept with it; in the middle where all of it is bold, as a title is, and on
    the page that is turned for the table."""
    before: Node | None = None
    for node in blocks:
        if isinstance(node, dict) and node["kind"] == "table" and before and is_kind(before, "paragraph"):
            title = _title(before)
            before, node["above"] = (None, [title]) if node["landscape"] and title["centred"] else (title, [])
        if before is not None:
            yield before
        before = node
    if before is not None:
        yield before


def _title(node: Node) -> dict[str, Any]:
    assert isinstance(node, dict)
    is_bold = all(is_kind(part, "strong") for part in node["inside"])
    return {**node, "sticky": True, "centred": node["centred"] or is_bold}
