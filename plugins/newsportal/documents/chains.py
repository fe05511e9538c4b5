"""What documents have done to each other: replaced, amended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsportal.documents.index import DocumentIndex
from newsportal.documents.records import references
from newsportal.model import Article


class Chains:
    """The later fate of the portal's documents, by the keys of their items: numbers in a record that mean a document
    of the portal for certain."""

    def __init__(self, articles: Iterable[Article], index: DocumentIndex) -> None:
        self._replaced: Mapping[str, list[str]] = defaultdict(list)
        self._amended: Mapping[str, list[str]] = defaultdict(list)
        for article in sorted(articles, key=lambda article: (article.published, article.path)):
            record = article.document
            if record:
                _note(self._replaced, article.key, record.replaces, index)
                _note(self._amended, article.key, record.amends, index)

    def replaced_by(self, document: str) -> tuple[str, ...]:
        """The documents that put an end to one, the earliest first."""
        return tuple(self._replaced.get(document, ()))

    def amended_by(self, document: str) -> tuple[str, ...]:
        """The documents that changed one."""
        return tuple(self._amended.get(document, ()))


def _note(fates: Mapping[str, list[str]], later: str, numbers: Iterable[str], index: DocumentIndex) -> None:
    for reference in references(numbers):
        earlier = index.resolve(reference).document
        if earlier and earlier != later and later not in fates[earlier]:
            fates[earlier].append(later)
