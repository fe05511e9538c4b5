"""What Markdown leaves plain made fit for a page: pictures, tables, links, headings, footnotes."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

import lxml.html
from lxml.etree import SubElement, tostring
from lxml.html import HtmlElement

from newsportal.content.media import is_external, media_path, media_problem
from newsportal.languages import Language
from newsportal.model import MediaFile, Picture
from newsportal.render.lists import LETTERS_CLASS
from newsportal.render.pictures import BODY_SIZES, picture_attributes, srcset
from newsportal.render.values import Heading

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the text: message code, words by which its line is found, best first, and values."""

    code: str
    needles: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


def dead_link(target: str) -> Fault:
    """The fault of a link that leads nowhere."""
    return Fault("body.link", (f"]({target}", target), (("nearest", ""), ("target", target[:120])))


def lost(name: str, address: str, media: Mapping[str, MediaFile]) -> Fault:
    """The fault of an address in an `href` or `src` that browsers could not follow from a web page."""
    fault = media_problem(address, media) if name == "src" else None
    return Fault(fault[0], (address,), tuple(sorted(fault[1].items()))) if fault else dead_link(address)


@dataclass(slots=True)
class Enhancer:
    """Works over one post's sanitised HTML; `used`, `site_links`, `faults` and `headings` are its findings."""

    path: str
    language: Language
    media: Mapping[str, MediaFile]
    resolve: Callable[[str, str], str | None]
    used: dict[str, None] = field(default_factory=dict)
    site_links: dict[str, None] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    headings: tuple[Heading, ...] = ()

    def enhance(self, html: str) -> str:
        """The HTML with all steps done."""
        root = lxml.html.fragment_fromstring(html, create_parent="div")
        self._shift_headings(root)
        self._letters(root)
        for number, table in enumerate(list(root.iter("table")), start=1):
            self._table(table, number)
        for image in list(root.iter("img")):
            self._image(image)
        for player in list(root.iter("audio", "video", "source", "track")):
            self._player(player)
        for link in list(root.iter("a")):
            self._link(link)
        self._footnotes(root)
        self.headings = tuple(_headings(root))
        return _serialised(root)

    def _fault(self, code: str, needles: tuple[str, ...], **values: str) -> None:
        self.faults.append(Fault(code, needles, tuple(sorted(values.items()))))

    def _shift_headings(self, root: HtmlElement) -> None:
        """The title is the page's only h1, so a body that uses h1 moves down by one."""
        if root.find(".//h1") is None:
            return
        for element in list(root.iter(*_HEADINGS)):
            element.tag = f"h{min(int(element.tag[1]) + 1, 6)}"

    def _letters(self, root: HtmlElement) -> None:
        """A lone lettered point is a paragraph: a list of one says nothing."""
        for points in root.findall(f".//ul[@class='{LETTERS_CLASS}']"):
            if len(points) == 1:
                points[0].tag = "p"
                points[0].set("class", "lettered")
                points.drop_tag()

    def _table(self, table: HtmlElement, number: int) -> None:
        for cell in table.iter("th", "td"):
            align = cell.attrib.pop("align", "")
            if align in ("right", "center"):
                cell.set("class", f"align-{align}")
        for cell in table.findall("thead//th"):
            cell.set("scope", "col")
        for cell in [cell for cell in table.iter("th") if not (cell.text_content().strip() or len(cell))]:
            cell.tag = "td"
            cell.attrib.pop("scope", None)
        label = self.language.labels.table_scroll.format(number=number)
        box = lxml.html.Element("div", {"class": "table-box", "role": "group", "aria-label": label, "tabindex": "0"})
        _wrap(table, box)

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
            _wrap(image, holder)
            source = {"type": "image/webp", "srcset": srcset(photo), "sizes": BODY_SIZES}
            holder.insert(0, lxml.html.Element("source", source))
        paragraph = holder.getparent()
        if paragraph is not None and paragraph.tag == "p" and _is_only_child(holder, paragraph):
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

    def _footnotes(self, root: HtmlElement) -> None:
        """Python-Markdown's notes with words of the page's language; the list becomes a labelled part of the text."""
        labels = self.language.labels
        for box in root.findall(".//div[@class='footnote']"):
            box.set("role", "doc-endnotes")
            box.set("aria-label", labels.footnotes)
        for number, link in enumerate(root.findall(".//a[@class='footnote-backref']"), start=1):
            link.attrib.pop("title", None)
            link.set("aria-label", labels.back_to_text.format(number=number))


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


def _headings(root: HtmlElement) -> Iterator[Heading]:
    for element in root.iter(*_HEADINGS[1:4]):
        if element.get("id"):
            yield Heading(int(element.tag[1]), element.get("id", ""), " ".join(element.text_content().split()))


def _wrap(element: HtmlElement, box: HtmlElement) -> None:
    """Puts `element` into `box` where it stood; text after it stays after the box."""
    box.tail, element.tail = element.tail, None
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, box)
    box.append(element)


def _is_only_child(element: HtmlElement, parent: HtmlElement) -> bool:
    return len(parent) == 1 and not (parent.text or "").strip() and not (element.tail or "").strip()


def _serialised(root: HtmlElement) -> str:
    """The children of `root` as HTML; libxml2 does not know that `source` and `track` have no end."""
    html = tostring(root, encoding="unicode", method="html")
    inner = html[html.index(">") + 1 : html.rindex("</div>")]
    return inner.replace("</source>", "").replace("</track>", "").replace("</wbr>", "").strip()
