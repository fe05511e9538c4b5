"""The numbered parts of a document's text, made places that can be linked: `dieu-5`, `dieu-5-khoan-1`, `phan-ii`.

Parts are told by their literal markers, which stay as typed (NĐ 30/2020/NĐ-CP, annex I): "Điều 5.", "Chương II",
"Phụ lục I", "A.", "II.", "1.", and a) below an article. Headings keep the ids that they have, but for those of
articles, chapters and annexes, which are cited by their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml.html import HtmlElement

from newsportal.render.lists import LETTERS_CLASS
from newsportal.render.values import Heading
from newsportal.text import slugify

CENTRED_CLASS = "centred"

_NAMED = re.compile(
    r"(?P<word>Phụ lục|Phần|Chương|Mục|Điều|Annex|Appendix|Part|Chapter|Section|Article) "
    r"(?:số |thứ )?(?P<number>\d{1,3}[a-zđ]?|[IVXLC]{1,7}|[A-ZĐ])\b(?P<end>[.:]?)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:(?P<roman>[IVX]{1,6})|(?P<letter>[A-ZĐ])|(?P<number>\d{1,3}))\.\s")
_LETTER = re.compile(r"(?P<letter>[a-zđ])\)")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_ADDRESSEE = ("Kính gửi", "To:")
_LONGEST_NAME = 90
"""Characters of a paragraph that may stand in a list of contents as it is."""

_DEEP = MappingProxyType({"điều": 3, "article": 3, "mục": 3, "section": 3})
_CLAUSES: Mapping[str, str] = MappingProxyType({"điều": "khoan", "article": "clause"})
"""What the numbered paragraphs of an article are called; elsewhere they are `muc`."""

_POINTS: Mapping[str, str] = MappingProxyType({"khoan": "diem", "clause": "point"})


@dataclass(slots=True)
class _Numbering:
    """Where we are in a text; `ids` are those given out."""

    ids: set[str]
    part: str = ""
    article: str = ""
    clauses: str = ""
    clause: str = ""
    letter: str = ""
    headings: dict[HtmlElement, Heading] = field(default_factory=dict)

    def block(self, element: HtmlElement) -> None:
        """Looks at one block of the text, in order."""
        if element.tag == "ol":
            self.points(element)
        elif element.tag == "ul" and element.get("class") == LETTERS_CLASS:
            self.letters(element)
        elif element.tag in _HEADINGS or element.tag == "p":
            self.line(element, _words(element))

    def line(self, element: HtmlElement, text: str) -> None:
        named = _NAMED.match(text)
        if named and self.is_title(element, named, text):
            self.named(element, named, text)
        elif counted := _COUNTED.match(text):
            self.counted(element, counted)
        elif lettered := _LETTER.match(text):
            self.lettered(element, lettered["letter"])
        elif element.tag == "h2":
            self.part = self.article = self.clause = self.letter = ""
            if _is_in_capitals(text):
                element.set("class", CENTRED_CLASS)
        elif element.tag == "p" and text.startswith(_ADDRESSEE):
            element.set("class", CENTRED_CLASS)

    def is_title(self, element: HtmlElement, named: re.Match[str], text: str) -> bool:
        """Whether a part begins here, and not a sentence that speaks of one: a heading does, or bold words."""
        is_bold = element.tag == "p" and not (element.text or "").strip() and _first(element) in ("strong", "b")
        return element.tag in _HEADINGS or (is_bold and bool(named["end"] or len(text) == named.end()))

    def named(self, element: HtmlElement, named: re.Match[str], text: str) -> None:
        word = named["word"].lower()
        name = slugify(named["word"] + " " + named["number"])
        if word in _CLAUSES:
            self.article = name = self.give(element, name)
            self.clauses = _CLAUSES[word]
        else:
            inner = f"{self.part}-{name}" if word in _DEEP and self.part else name
            name = self.give(element, inner)
            self.part, self.article = (self.part if word in _DEEP else name), ""
            if element.tag in _HEADINGS:
                element.set("class", CENTRED_CLASS)
        self.clause = ""
        if element.tag == "p":
            title = text if len(text) <= _LONGEST_NAME else _words(element[0])
            self.headings[element] = Heading(_DEEP.get(word, 2), name, title.rstrip(".:"))

    def counted(self, element: HtmlElement, counted: re.Match[str]) -> None:
        """A part by its mere number. A heading's own id stays; it says where the paragraphs below it are."""
        letter, roman, number = counted["letter"], counted["roman"], counted["number"]
        if number:
            base = f"{self.article}-{self.clauses}" if self.article else f"{self.part}-muc" if self.part else "muc"
            self.clause = self.give(element, f"{base}-{number}")
            return
        if letter:
            self.letter = slugify(letter) if letter != "Đ" else "dd"
        above = f"{self.letter}-" if roman and self.letter else ""
        self.part = f"phan-{above}{(roman or '').lower() or self.letter}"
        self.article = self.clause = ""
        self.part = self.give(element, self.part)

    def lettered(self, element: HtmlElement, letter: str) -> None:
        if self.article:
            above = self.clause or self.article
            self.give(element, f"{above}-{_POINTS[self.clauses]}-{'dd' if letter == 'đ' else letter}")

    def points(self, points: HtmlElement) -> None:
        """The clauses of an article that were typed as a numbered list."""
        first = points.get("start", "1")
        if self.article and first.isdecimal():
            for number, point in enumerate(points.iterchildren("li"), start=int(first)):
                self.clause = self.give(point, f"{self.article}-{self.clauses}-{number}")

    def letters(self, points: HtmlElement) -> None:
        for point in points.iterchildren("li"):
            if found := _LETTER.match(_words(point)):
                self.lettered(point, found["letter"])

    def give(self, element: HtmlElement, name: str) -> str:
        """Gives an element its id; a second one of a name, as of a regulation below its decision, is numbered."""
        if element.tag in _HEADINGS and element.get("id") and not _NAMED.match(_words(element)):
            return name
        free = next(each for each in _numbered(name) if each not in self.ids)
        self.ids.add(free)
        element.set("id", free)
        return free


def mark_parts(root: HtmlElement) -> Mapping[HtmlElement, Heading]:
    """Gives the parts of a text their ids, and what stands in the middle its class; the paragraphs that a list of
    contents names."""
    numbering = _Numbering({found for element in root.iter() if (found := element.get("id"))})
    for element in root.iterchildren(*_HEADINGS, "p", "ol", "ul"):
        numbering.block(element)
    return numbering.headings


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}_{number}"
        number += 1


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _first(element: HtmlElement) -> str:
    return str(element[0].tag) if len(element) else ""


def _is_in_capitals(text: str) -> bool:
    """Whether the first two words are, as in "QUY ĐỊNH (trích)"."""
    words = text.split()[:2]
    return len(words) > 1 and all(word.rstrip(":").isupper() for word in words)
