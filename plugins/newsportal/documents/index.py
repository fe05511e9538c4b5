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
        self._by_sign: Mapping[Sign, list[str]] = defaultdict(list)
        for article in sorted(articles, key=lambda article: (article.published, article.path)):
            own = links(article).own if article.document else ""
            if own and article.key not in self.references:
                self.references[article.key] = reference = Reference.decoded(own)
                self._by_sign[_sign(reference)].append(article.key)

    def resolve(self, reference: Reference) -> Resolution:
        """The document meant. Of a number without a year nobody can tell, even if the portal has but one like it."""
        if not reference.serial:
            return _NOTHING
        alike = [key for key in self._by_sign.get(_sign(reference), ()) if self._is_of(reference.agency, key)]
        if reference.year is not None:
            alike = [key for key in alike if self.references[key].year == reference.year]
            alike = [key for key in alike if reference.date and self._day(key) == reference.date] or alike
            if len(alike) == 1 and not self._is_of_another_day(reference, alike[0]):
                return Resolution(alike[0])
        return Resolution(candidates=tuple(alike))

    def _day(self, key: str) -> dt.date | None:
        return self.references[key].date

    def _is_of_another_day(self, reference: Reference, key: str) -> bool:
        """Every agency has its own 124/QĐ-UBND of a year: on another day it is most likely another agency's."""
        days = {reference.date, self._day(key)} - {None}
        return len(days) > 1

    def _is_of(self, agency: str, key: str) -> bool:
        if not agency:
            return True
        from newsportal.citations import agencies_agree  # noqa: PLC0415  (it knows a long list of names)

        return agencies_agree(agency, self.references[key].agency)


def _sign(reference: Reference) -> Sign:
    return reference.kind.value, reference.type, reference.serial, reference.issuer
