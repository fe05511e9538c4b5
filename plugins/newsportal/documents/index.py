"""The portal's documents by what others call them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from newsportal.citations import Reference
from newsportal.documents.records import RecordLinks
from newsportal.model import Article

Sign = tuple[str, str, str, str]
"""Kind, type, serial and issuer: what a number says besides its year. Normative documents are numbered apart."""


class Resolution(NamedTuple):
    """The document a reference means, by the key of its items; or the `candidates` where it may mean any of them, the
    earliest first."""

    document: str = ""
    candidates: tuple[str, ...] = ()


_NOTHING = Resolution()


class DocumentIndex:
    """Finds documents by reference. Numbers begin anew every year and are an agency's own (NĐ 30/2020/NĐ-CP, Điều 15),
    so a reference means a document only where type, serial, issuer, year and day agree, as far as it tells them, and
    only if no other does.

    `links` gives the links of an item's record.
    """

    def __init__(self, articles: Iterable[Article], links: Callable[[Article], RecordLinks]) -> None:
        self.references: dict[str, Reference] = {}
        self._days: dict[str, dt.date] = {}
        self._by_sign: Mapping[Sign, list[str]] = defaultdict(list)
        for article in sorted(articles, key=lambda article: (article.published, article.path)):
            own = links(article).own if article.document else ""
            if own and article.key not in self.references:
                self.references[article.key] = reference = Reference.decoded(own)
                self._days[article.key] = article.document_day
                self._by_sign[_sign(reference)].append(article.key)

    def resolve(self, reference: Reference) -> Resolution:
        """The document meant. Of a number without a year nobody can tell, even if the portal has but one like it."""
        if not reference.serial:
            return _NOTHING
        alike = [key for key in self._by_sign.get(_sign(reference), ()) if self._is_of(reference.agency, key)]
        if reference.year is not None:
            alike = [key for key in alike if self.references[key].year == reference.year]
            alike = [key for key in alike if reference.date and self.references[key].date == reference.date] or alike
            if len(alike) == 1 and not self._is_of_another_day(reference, alike[0]):
                return Resolution(alike[0])
        return Resolution(candidates=tuple(alike))

    def twins(self, key: str) -> tuple[str, ...]:
        """The other documents with a document's number, issuer and year, the earliest first."""
        own = self.references.get(key)
        alike = self._by_sign.get(_sign(own), ()) if own and own.year else ()
        return tuple(
            each
            for each in alike
            if own and each != key and self.references[each].year == own.year and self._is_of(own.agency, each)
        )

    def settled(self, article: Article, links: RecordLinks) -> RecordLinks:
        """An item's links, where a bare number among what it replaces or amends is told with its year: such a number
        means the only one like it that is older and of the same issuer, or of another body of the same place; it stays
        bare where there are several."""
        if not (links.replaces or links.amends):
            return links
        replaces, amends = (
            tuple(self.settled_reference(article, text) for text in texts) for texts in (links.replaces, links.amends)
        )
        return links._replace(replaces=replaces, amends=amends)

    def settled_reference(self, article: Article, text: str) -> str:
        """The same of one reference, as `Reference.encoded` gives it."""
        reference = Reference.decoded(text)
        if reference.year is not None or not reference.serial:
            return text
        day, alike = article.document_day, self._by_sign.get(_sign(reference), ())
        older = [key for key in alike if self._days[key] < day and self._is_near(article, reference, key)]
        found = self.references[older[0]] if len(older) == 1 else None
        return found.encoded() if found and found.year else text

    def _is_near(self, article: Article, reference: Reference, key: str) -> bool:
        """Whether a document is of the agency named with its number, or else of the issuer of a record or its place."""
        own, sign = article.document.issuer if article.document else "", self.references.get(article.key)
        if self._is_of(reference.agency or own, key):
            return True
        is_other_body = sign is not None and sign.issuer != reference.issuer
        return is_other_body and not reference.agency and not self.references[key].place(own)

    def _is_of_another_day(self, reference: Reference, key: str) -> bool:
        """Every agency has its own 124/QĐ-UBND of a year: on another day it is most likely another agency's."""
        own = self.references[key].date
        return bool(own and reference.date and own != reference.date)

    def _is_of(self, agency: str, key: str) -> bool:
        if not agency:
            return True
        from newsportal.citations import agencies_agree  # noqa: PLC0415  (it knows a long list of names)

        return agencies_agree(agency, self.references[key].agency)


def _sign(reference: Reference) -> Sign:
    return reference.kind.value, reference.type, reference.serial, reference.issuer
