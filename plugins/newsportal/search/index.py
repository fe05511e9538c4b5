"""The index of one language, made anew or brought up to date."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsportal.search.analysis import Analyzer
from newsportal.search.items import SearchItem
from newsportal.search.terms import Collector, TermIndex, changed, extended
from newsportal.search.texts import ItemText, item_text
from newsportal.search.vectors import term_vector


@dataclass(frozen=True, slots=True)
class Index:
    """Items and their texts, in order, and the posting lists of words and of pairs."""

    analyzer: Analyzer
    items: tuple[SearchItem, ...] = ()
    texts: tuple[ItemText, ...] = ()
    words: TermIndex = field(default_factory=TermIndex)
    pairs: TermIndex = field(default_factory=TermIndex)


def make_index(items: tuple[SearchItem, ...], language: str, former: Index | None = None) -> Index:
    """The index of `items`; with a `former` one of the same language only what differs is worked on.

    The result is the same with and without. Items edited in place and items that come last cost work in proportion
    to themselves; when one is taken out, or comes before others, all is made anew.
    """
    if former is None or not _continues(former, items):
        former = Index(Analyzer(language))
    words, pairs = _grown(_edited(former, items), items)
    texts = (
        kept if before == after else item_text(after)
        for before, after, kept in zip(former.items, items, former.texts, strict=False)
    )
    further = map(item_text, items[len(former.items) :])
    return Index(former.analyzer, items, (*texts, *further), words, pairs)


def _continues(former: Index, items: tuple[SearchItem, ...]) -> bool:
    """Whether every former item still has its number."""
    return len(former.items) <= len(items) and all(
        before.address == after.address for before, after in zip(former.items, items, strict=False)
    )


def _edited(former: Index, items: tuple[SearchItem, ...]) -> Index:
    """The former lists as the same items have them now."""
    analyzer = former.analyzer
    pairs = enumerate(zip(former.items, items, strict=False))
    vectors = [
        (number, term_vector(before, analyzer), term_vector(after, analyzer))
        for number, (before, after) in pairs
        if before != after
    ]
    words = [(number, before.words, after.words) for number, before, after in vectors]
    neighbours = [(number, before.pairs, after.pairs) for number, before, after in vectors]
    return Index(
        analyzer,
        former.items,
        former.texts,
        changed(former.words, words, analyzer.key),
        changed(former.pairs, neighbours, analyzer.key),
    )


def _grown(index: Index, items: tuple[SearchItem, ...]) -> tuple[TermIndex, TermIndex]:
    """Its words and pairs with those of the items that come after. A term vector is large: each is let go at once."""
    words, pairs = Collector(), Collector()
    for number, item in enumerate(items[len(index.items) :], start=len(index.items)):
        vector = term_vector(item, index.analyzer)
        words.add(number, vector.words)
        pairs.add(number, vector.pairs)
    key = index.analyzer.key
    return extended(index.words, words, key), extended(index.pairs, pairs, key)
