"""What documents have done to each other: replaced, amended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from newsportal.citations import Reference
from newsportal.documents.index import DocumentIndex
from newsportal.documents.records import RecordLinks
from newsportal.model import Article


class Chains:
    """The later fate of the portal's documents, by the keys of their items: numbers in a record that mean a document
    of the portal for certain."""

    def __init__(
        self, articles: Iterable[Article], links: Callable[[Article], RecordLinks], index: DocumentIndex
    ) -> None:
        self._replaced: Mapping[str, list[str]] = defaultdict(list)
        self._amended: Mapping[str, list[str]] = defaultdict(list)
        for article in sorted(articles, key=lambda article: (article.published, article.path)):
            if article.document:
                named = index.settled(article, links(article))
                _note(self._replaced, article.key, named.replaces, index)
                _note(self._amended, article.key, named.amends, index)

    def replaced_by(self, document: str) -> tuple[str, ...]:
        """The documents that put an end to one, the earliest first."""
        return tuple(self._replaced.get(document, ()))

    def amended_by(self, document: str) -> tuple[str, ...]:
        """The documents that changed one."""
        return tuple(self._amended.get(document, ()))


def _note(fates: Mapping[str, list[str]], later: str, named: Iterable[str], index: DocumentIndex) -> None:
    for text in named:
        earlier = index.resolve(Reference.decoded(text)).document
        if earlier and earlier != later and later not in fates[earlier]:
            fates[earlier].append(later)
