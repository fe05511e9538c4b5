"""Which items cite which documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsportal.citations import Reference
from newsportal.documents.index import DocumentIndex, Resolution
from newsportal.model import Article
from newsportal.text import fold

Identity = tuple[str, ...]
"""What is the same of two references to one document."""


def identity_of(reference: Reference, resolution: Resolution, home: str) -> Identity:
    """The same for references to one document, and for no others; `home` is as in `CitationGraph`."""
    if resolution.document:
        return "document", resolution.document
    name = fold(reference.number) if not reference.serial else ""
    told = (reference.kind.value, reference.type, reference.serial, reference.issuer, str(reference.year or ""), name)
    return "reference", *told, fold(reference.place(home))


@dataclass(frozen=True)
class CitedDocument:
    """A document that items of one language cite: the fullest reference to it, what the portal has of it, and the
    items, newest first."""

    reference: Reference
    resolution: Resolution
    items: tuple[Article, ...]


class CitationGraph:
    """All citations of one language's items, in both directions.

    `cites` gives what an item cites, each document once, as `Reference.encoded` tells it; `home` is the name of the
    portal's own agency, with its province, which texts need not repeat.
    """

    def __init__(
        self, articles: Iterable[Article], cites: Callable[[Article], Sequence[str]], index: DocumentIndex, home: str
    ) -> None:
        self.index, self._home = index, home
        self._known: dict[str, tuple[Reference, Resolution, Identity]] = {}
        self._newest = sorted(articles, key=lambda article: (-article.published.timestamp(), article.key, article.path))
        self._citing: Mapping[str, list[int]] = defaultdict(list)
        for place, article in enumerate(self._newest):
            for text in cites(article):
                self._citing[text].append(place)
        self._groups: Mapping[Identity, list[str]] = defaultdict(list)
        for text in self._citing:
            self._groups[self._look_up(text)[2]].append(text)

    @property
    def cites_anything(self) -> bool:
        """Whether there is a citation at all, of more than an item's own number."""
        return any(self._gathered(texts).items for texts in self._groups.values())

    def _look_up(self, text: str) -> tuple[Reference, Resolution, Identity]:
        """What is known of a reference, which many items have in the same words."""
        known = self._known.get(text)
        if known is None:
            reference = Reference.decoded(text)
            resolution = self.index.resolve(reference)
            known = self._known[text] = reference, resolution, identity_of(reference, resolution, self._home)
        return known

    def resolve(self, text: str) -> Resolution:
        """What the portal has of a document that an item cites, given as `Reference.encoded` tells it."""
        return self._look_up(text)[1]

    def reference(self, text: str) -> Reference:
        """The reference that a text stands for."""
        return self._look_up(text)[0]

    def cited(self) -> tuple[CitedDocument, ...]:
        """Every document cited, in the order of type, year and number."""
        found = (self._gathered(texts) for texts in self._groups.values())
        return tuple(sorted((each for each in found if each.items), key=_order))

    def citing(self, document: str) -> tuple[Article, ...]:
        """The items that cite a document of this portal, newest first; its own text does not count."""
        texts = self._groups.get(("document", document), ())
        return self._gathered(texts).items if texts else ()

    def _gathered(self, texts: Sequence[str]) -> CitedDocument:
        known = [self._look_up(text) for text in texts]
        reference = max((reference for reference, _, _ in known), key=_fullness)
        resolution = known[0][1]
        places = sorted({place for text in texts for place in self._citing[text]})
        items = (self._newest[place] for place in places)
        return CitedDocument(reference, resolution, tuple(item for item in items if item.key != resolution.document))


def _fullness(reference: Reference) -> tuple[bool, bool, str]:
    """More of a reference is better; among equals the choice must not depend on the order of items."""
    return reference.date is not None, bool(reference.agency), reference.encoded()


def _order(cited: CitedDocument) -> tuple[str, int, int, str]:
    reference = cited.reference
    serial = int(reference.serial) if reference.serial.isdecimal() else 0
    return reference.type, -(reference.year or 0), serial, reference.encoded()
