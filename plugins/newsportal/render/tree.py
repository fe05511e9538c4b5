"""HTML to a tree, small changes of it, and back."""

from __future__ import annotations

import lxml.html
from lxml.etree import tostring
from lxml.html import HtmlElement


def parsed(html: str) -> HtmlElement:
    """The HTML as the body of a document."""
    return next(lxml.html.document_fromstring(f"<html><body>{html}</body></html>").iterchildren("body"))


def wrap(element: HtmlElement, box: HtmlElement) -> None:
    """Puts `element` into `box` where it stood; text after it stays after the box."""
    box.tail, element.tail = element.tail, None
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, box)
    box.append(element)


def is_only_child(element: HtmlElement, parent: HtmlElement) -> bool:
    """Whether there is neither another element nor any text beside it."""
    return len(parent) == 1 and not (parent.text or "").strip() and not (element.tail or "").strip()


def serialised(root: HtmlElement) -> str:
    """The children of `root` as HTML; libxml2 does not know that `source` and `track` have no end."""
    html = tostring(root, encoding="unicode", method="html")
    inner = html[html.index(">") + 1 : html.rindex("</body>")]
    return inner.replace("</source>", "").replace("</track>", "").replace("</wbr>", "").strip()


def serialised_whole(element: HtmlElement) -> str:
    """The element itself as HTML, without the text after it."""
    return tostring(element, encoding="unicode", method="html", with_tail=False)
