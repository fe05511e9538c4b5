"""What Markdown leaves plain made fit for a page: pictures, tables, links, headings, footnotes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import SplitResult, urlsplit

import lxml.html
from lxml.etree import SubElement
from lxml.html import HtmlElement

from newsportal.content.media import is_external, media_path, media_problem
from newsportal.languages import Language
from newsportal.model import MediaFile, Picture
from newsportal.render.faults import Fault, dead_link
from newsportal.render.lists import LETTERS_CLASS
from newsportal.render.parts import mark_parts
from newsportal.render.pictures import BODY_SIZES, picture_attributes, srcset
from newsportal.render.rows import name_rows
from newsportal.render.tree import is_only_child, parsed, serialised, serialised_whole, wrap
from newsportal.render.values import Heading

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_KINDS: Mapping[str, str] = MappingProxyType({
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("audio", "video", "source", "track"), "player"),
    **{tag: tag for tag in ("ul", "table", "img", "a", "div")},
})  # fmt: skip
"""Element → what it is to a step."""

_FAR_REACHING = ("<h1", "<a ", LETTERS_CLASS, "<li></li>")
_TABLE_OR_HEADING = re.compile(r"(<table>.*?</table>|<h[2-6].*?</h[2-6]>)", re.DOTALL)
"""What of harmless HTML the steps are about; and an empty point, which comes from the parser without its end."""


@dataclass(slots=True)
class Enhancer:
    """Works over one post's sanitised HTML; `used`, `site_links`, `faults` and `headings` are its findings.

    The numbered parts of a document become places that can be linked.
    """

    path: str
    language: Language
    media: Mapping[str, MediaFile]
    resolve: Callable[[str, str], str | None]
    is_document: bool = False
    used: dict[str, None] = field(default_factory=dict)
    site_links: dict[str, None] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    headings: tuple[Heading, ...] = ()

    def enhance(self, html: str) -> str:
        """The HTML with all steps done."""
        root = parsed(html)
        self._work_over(root)
        return serialised(root)

    def enhance_harmless(self, html: str) -> str:
        """The same for harmless HTML, of which mostly the tables alone need be parsed: other text stays as it is."""
        if self.is_document or any(sign in html for sign in _FAR_REACHING):
            return self.enhance(html)
        parts = _TABLE_OR_HEADING.split(html)  # such parts, and all that is between them, by turns
        root = parsed("".join(parts[1::2]))
        self._work_over(root)
        parts[1::2] = [serialised_whole(part) for part in root]
        return "".join(parts).strip()

    def _work_over(self, root: HtmlElement) -> None:
        found = _by_kind(root)
        _shift_headings(found["heading"])
        _letters(found["ul"])
        for number, table in enumerate(found["table"], start=1):
            self._table(table, number)
        for image in found["img"]:
            self._image(image)
        for player in found["player"]:
            self._player(player)
        for link in found["a"]:
            self._link(link)
        self._footnotes(found["div"], found["a"])
        parts = mark_parts(root) if self.is_document else {}
        self.headings = tuple(_headings(root.iter(*_HEADINGS, "p") if parts else found["heading"], parts))

    def _fault(self, code: str, needles: tuple[str, ...], **values: str) -> None:
        self.faults.append(Fault(code, needles, tuple(sorted(values.items()))))

    def _table(self, table: HtmlElement, number: int) -> None:
        for cell in table.iter("th", "td"):
            if cell.get("align") is not None:
                align = cell.attrib.pop("align")
                if align in ("right", "center"):
                    cell.set("class", f"align-{align}")
        for head in table.iterchildren("thead"):
            for cell in head.iter("th"):
                cell.set("scope", "col")
        for cell in [cell for cell in table.iter("th") if not (len(cell) or (cell.text or "").strip())]:
            cell.tag = "td"
            cell.attrib.pop("scope", None)
        name_rows(table)
        label = self.language.labels.table_scroll.format(number=number)
        box = lxml.html.Element("div", {"class": "table-box", "role": "group", "aria-label": label, "tabindex": "0"})
        wrap(table, box)

    def _image(self, image: HtmlElement) -> None:
        source = image.get("src")
        found = None if source is None else self._media(source)
        if source is None or found is None:
            image.drop_tree()
            return
        if not isinstance(found, Picture):
            self._fault("media.not_picture", (source,), src=source)
            image.drop_tree()
            return
        alt = " ".join(image.get("alt", "").split())
        if not alt:
            self._fault("media.alt", (f"![]({source}", source), src=source)
        self._picture(image, found, alt)

    def _picture(self, image: HtmlElement, photo: Picture, alt: str) -> None:
        """A photo alone in its paragraph becomes a figure captioned by its title; within text it stays inline."""
        caption = image.attrib.pop("title", "").strip()
        image.attrib.clear()
        image.attrib.update({**picture_attributes(photo), "alt": alt, "loading": "lazy", "decoding": "async"})
        holder = image
        if photo.renditions:
            holder = lxml.html.Element("picture")
            wrap(image, holder)
            source = {"type": "image/webp", "srcset": srcset(photo), "sizes": BODY_SIZES}
            holder.insert(0, lxml.html.Element("source", source))
        paragraph = holder.getparent()
        if paragraph is not None and paragraph.tag == "p" and is_only_child(holder, paragraph):
            paragraph.tag = "figure"
            if caption:
                SubElement(paragraph, "figcaption").text = caption

    def _player(self, element: HtmlElement) -> None:
        for name in ("src", "poster"):
            if name in element.attrib:
                found = self._media(element.attrib[name])
                if found is None:
                    del element.attrib[name]
                else:
                    element.set(name, found.address)
        if element.tag in ("audio", "video"):
            element.attrib.update({"controls": "", "preload": "none"})

    def _media(self, reference: str) -> MediaFile | None:
        """The file a post shows; a path relative to the post's own folder is understood too."""
        target = _from_content_root(reference, self.path)
        fault = media_problem(target, self.media)
        if fault:
            self._fault(fault[0], (reference,), **fault[1])
            return None
        found = self.media[media_path(target) or ""]
        self.used[found.path] = None
        return found

    def _link(self, link: HtmlElement) -> None:
        target = link.get("href")
        if target is None or target.startswith("#"):
            return
        parts = _split(target)
        if parts and (parts.scheme or parts.netloc):
            return
        address = self._file_address(target)
        if address is None and parts and target.startswith("/"):
            self.site_links[target] = None
            return
        if address is None and parts and target:
            address = self.resolve(target, self.path)
        if address:
            link.set("href", address)
            return
        if address is None:
            self.faults.append(dead_link(target))
        link.drop_tag()

    def _file_address(self, target: str) -> str | None:
        """Where a link to a file below `media/` leads (`media/a.pdf#page=3` too); None for any other link."""
        path, mark, fragment = target.partition("#")
        for written, rest in ((target, ""), (path, mark + fragment)):
            if media_path(_from_content_root(written, self.path)) in self.media:
                found = self._media(written)
                return found.address + rest if found else None
        return None

    def _footnotes(self, boxes: Iterable[HtmlElement], links: Iterable[HtmlElement]) -> None:
        """Python-Markdown's notes with words of the page's language; the list becomes a labelled part of the text."""
        labels = self.language.labels
        for box in boxes:
            if box.get("class") == "footnote":
                box.set("role", "doc-endnotes")
                box.set("aria-label", labels.footnotes)
        back = [link for link in links if link.get("class") == "footnote-backref" and link.getparent() is not None]
        for number, link in enumerate(back, start=1):
            link.attrib.pop("title", None)
            link.set("aria-label", labels.back_to_text.format(number=number))


def _by_kind(root: HtmlElement) -> Mapping[str, list[HtmlElement]]:
    """The elements that some step is about, in one pass: steps add none that a later one would look at."""
    found: dict[str, list[HtmlElement]] = {kind: [] for kind in _KINDS.values()}
    for element in root.iter(*_KINDS):
        found[_KINDS[element.tag]].append(element)
    return found


def _shift_headings(headings: Sequence[HtmlElement]) -> None:
    """The title is the page's only h1, so a body that uses h1 moves down by one."""
    if any(element.tag == "h1" for element in headings):
        for element in headings:
            element.tag = f"h{min(int(element.tag[1]) + 1, 6)}"


def _letters(lists: Iterable[HtmlElement]) -> None:
    """A lone lettered point is a paragraph: a list of one says nothing."""
    for points in lists:
        if points.get("class") == LETTERS_CLASS and len(points) == 1:
            points[0].tag = "p"
            points[0].set("class", "lettered")
            points.drop_tag()


def _split(link: str) -> SplitResult | None:
    """The parts of a link; None for what is no link at all, such as "//[…"."""
    try:
        return urlsplit(link)
    except ValueError:
        return None


def _from_content_root(reference: str, path: str) -> str:
    """A reference as a path from the content folder: `../../media/a.jpg` in `vi/x/y.md` is `media/a.jpg`."""
    if is_external(reference) or not reference.startswith((".", "..")):
        return reference
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), reference))
    return joined if joined.startswith("media/") else reference


def _headings(elements: Iterable[HtmlElement], parts: Mapping[HtmlElement, Heading]) -> Iterator[Heading]:
    """What a list of contents may name: headings, and `parts` of a document that begin with a paragraph."""
    for element in elements:
        if element.tag == "p":
            if element in parts:
                yield parts[element]
            continue
        level, name = int(element.tag[1]), element.get("id")
        if name and 2 <= level <= 4:
            yield Heading(level, name, " ".join("".join(element.itertext()).split()))
