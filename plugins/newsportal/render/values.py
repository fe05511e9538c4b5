"""What rendering takes and gives. Nothing here knows Markdown or HTML: most builds need no more than this."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from newsportal.citations import Caution
from newsportal.languages import Language
from newsportal.model import Problem

BLOCKS = ("p", "li", "td", "th", "tr", *(f"h{level}" for level in range(1, 7)), "div", "blockquote", "figcaption", "dt",
          "dd", "pre")  # fmt: skip
"""Elements whose end is the end of a line."""

LinkResolver = Callable[[str, str], str | None]
"""(link as written, path of the post) → site address, "" for a target that is not published, None for none at all."""


@dataclass(frozen=True)
class Heading:
    """A heading of the body as the contents list shows it."""

    level: int
    id: str
    text: str


class Cited(NamedTuple):
    """A citation in a body: what it refers to, as `Reference.encoded` gives it, empty where nobody can know; as it is
    written, on one line; the sentence it stands in, if the body has not referred to the same before; and what an editor
    should look at. `html[start:end]` is what of it can be a link, nothing where it is one.
    """

    reference: str
    verbatim: str
    start: int
    end: int
    sentence: str
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True)
class Body:
    """Rendered text. Addresses in `html` are site paths (`/media/…`); `text` has one line a block.

    `lead` is the first paragraph in plain text; `media` are paths below `media/` that the text shows or links,
    `site_links` the links it gives as addresses of this site (`/lien-he/`), still to be held against the site;
    `citations` are those of documents, in their order.
    """

    html: str = ""
    text: str = ""
    lead: str = ""
    headings: tuple[Heading, ...] = ()
    media: tuple[str, ...] = ()
    site_links: tuple[str, ...] = ()
    citations: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body with the problems found on the way."""

    body: Body
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """What is rendered: `path` below the content folder, `shown` as problems name it, UTF-8 text and its first line.

    A `mark` tells it apart from all others, but for its first line and its being a document; without one, its parts do.
    """

    path: str
    shown: str
    language: Language
    text: bytes
    line: int = 1
    mark: bytes = b""
    is_document: bool = False

    @property
    def markdown(self) -> str:
        """The text, decoded."""
        return self.text.decode()


@dataclass(frozen=True)
class Outline:
    """`lead`, `media` and `site_links` as `Body` has them; equal `mark`s mean equal bodies.

    `cited` are the documents cited, each once, as `Reference.encoded` gives them, and `quotes` the sentences in which
    they are first, a line each, in UTF-8.
    """

    lead: str = ""
    media: tuple[str, ...] = ()
    site_links: tuple[str, ...] = ()
    mark: bytes = b""
    cited: tuple[str, ...] = ()
    quotes: bytes = b""

    def quote(self, reference: str) -> str:
        """The sentence in which a document is cited first; empty where it is not."""
        lines = self.quotes.decode().split("\n")
        return lines[self.cited.index(reference)] if reference in self.cited else ""


def outline_of(body: Body, mark: bytes = b"") -> Outline:
    """The outline of a body."""
    first = {cited.reference: cited.sentence for cited in reversed(body.citations) if cited.reference}
    texts = tuple(reversed(first))
    quotes = "\n".join(first[text] for text in texts).encode()
    return Outline(body.lead, body.media, body.site_links, mark, texts, quotes)


def line_with(needles: Iterable[str], text: str, first: int) -> int:
    """The line of the first of `needles` that occurs (case aside) in a text beginning at line `first`; else `first`."""
    lower = text.lower()
    places = (lower.find(needle.lower()) for needle in needles if needle)
    at = next((place for place in places if place >= 0), 0)
    return first + text.count("\n", 0, at)
