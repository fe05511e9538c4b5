"""The index of one language, made anew or brought up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Protocol

from newsportal.search.analysis import Analyzer
from newsportal.search.items import Candidate, SearchItem
from newsportal.search.terms import Collector, TermIndex, changed, extended
from newsportal.search.texts import ItemText, item_text, with_text, without_text
from newsportal.search.titles import Titles, changed_titles, make_titles
from newsportal.search.vectors import TermVector, term_vector


@dataclass(frozen=True, slots=True)
class Index:
    """Items in order, without their texts, which stand in `texts`; their marks; the lists of words and of pairs; the
    words of titles."""

    language: str
    items: tuple[SearchItem, ...] = ()
    marks: tuple[bytes, ...] = ()
    texts: tuple[ItemText, ...] = ()
    words: TermIndex = field(default_factory=TermIndex)
    pairs: TermIndex = field(default_factory=TermIndex)
    titles: Titles = field(default_factory=Titles)


_MANY = 100
"""New items that `bulk` indexes sooner than `OneByOne`: with all others, if need be, as it starts from nothing."""

Edit = tuple[int, SearchItem, SearchItem]
"""(number of an item, as it was, as it is)."""


class Gathering(Protocol):
    """Takes the terms of further items, in order of their numbers."""

    def add(self, item: SearchItem) -> None:
        """The next item."""

    def added_to(self, words: TermIndex, pairs: TermIndex) -> tuple[TermIndex, TermIndex]:
        """The indexes with all items that came; may be asked once."""


class OneByOne:
    """Takes a few items, the first of which has the number `first`."""

    def __init__(self, first: int, analyzer: Analyzer) -> None:
        self._next, self._analyzer = first, analyzer
        self._words, self._pairs = Collector(), Collector()

    def add(self, item: SearchItem) -> None:
        """See `Gathering`."""
        vector = term_vector(item, self._analyzer)
        self._words.add(self._next, vector.words)
        self._pairs.add(self._next, vector.pairs)
        self._next += 1

    def added_to(self, words: TermIndex, pairs: TermIndex) -> tuple[TermIndex, TermIndex]:
        """See `Gathering`."""
        key = self._analyzer.key
        return extended(words, self._words, key), extended(pairs, self._pairs, key)


def make_index(candidates: Sequence[Candidate], language: str, former: Index | None = None) -> Index:
    """The index of `candidates`; with a `former` one of the same language only what differs is worked on.

    The result is the same with and without. Items edited in place and items that come last cost work in proportion
    to themselves; when one is taken out, or comes before others, or very many come, all is made anew.
    """
    if former is not None and former.marks == tuple(candidate.mark for candidate in candidates):
        return former
    analyzer = Analyzer(language)
    if former is None or not _continues(former, candidates):
        former = Index(language)
    edits = tuple(_edits(former, candidates))
    items, texts = list(former.items), list(former.texts)
    for number, _, item in edits:
        items[number], texts[number] = without_text(item), item_text(item)
    further = candidates[len(items) :]
    gathering = _gathering(len(items), len(further), analyzer)
    for item in (candidate.make() for candidate in further):
        gathering.add(item)
        items.append(without_text(item))
        texts.append(item_text(item))
    words, pairs = gathering.added_to(*_edited(former, edits, analyzer))
    marks = tuple(candidate.mark for candidate in candidates)
    return Index(language, tuple(items), marks, tuple(texts), words, pairs, _titles(former, items, analyzer))


def _titles(former: Index, items: Sequence[SearchItem], analyzer: Analyzer) -> Titles:
    """The index of the titles of `items`, which the former ones are the first of."""
    if not former.items:
        return make_titles((item.title for item in items), analyzer)
    titles = zip_longest((item.title for item in former.items), (item.title for item in items), fillvalue="")
    changes = [(number, before, after) for number, (before, after) in enumerate(titles) if before != after]
    return changed_titles(former.titles, changes, analyzer) if changes else former.titles


def _gathering(first: int, count: int, analyzer: Analyzer) -> Gathering:
    """What takes `count` new items, the first of which has the number `first`."""
    if count < _MANY:
        return OneByOne(first, analyzer)
    from newsportal.search.bulk import Bulk  # noqa: PLC0415 (numpy takes longer to load than a few items to index)

    return Bulk(analyzer)


def items_to_index(candidates: Sequence[Candidate], former: Index | None) -> int:
    """How many items `make_index` will work on."""
    if former is None or not _continues(former, candidates):
        return len(candidates)
    edited = sum(mark != candidate.mark for mark, candidate in zip(former.marks, candidates, strict=False))
    return edited + len(candidates) - len(former.items)


def _continues(former: Index, candidates: Sequence[Candidate]) -> bool:
    """Whether every former item still has its number, and not too many come after them."""
    return 0 <= len(candidates) - len(former.items) < _MANY and all(
        before.address == after.address for before, after in zip(former.items, candidates, strict=False)
    )


def _edits(former: Index, candidates: Iterable[Candidate]) -> Iterator[Edit]:
    for number, (mark, candidate) in enumerate(zip(former.marks, candidates, strict=False)):
        if mark != candidate.mark:
            yield number, with_text(former.items[number], former.texts[number]), candidate.make()


def _edited(former: Index, edits: Iterable[Edit], analyzer: Analyzer) -> tuple[TermIndex, TermIndex]:
    """The former lists of words and pairs as the same items have them now."""
    vectors: list[tuple[int, TermVector, TermVector]] = [
        (number, term_vector(before, analyzer), term_vector(after, analyzer)) for number, before, after in edits
    ]
    words = [(number, before.words, after.words) for number, before, after in vectors]
    pairs = [(number, before.pairs, after.pairs) for number, before, after in vectors]
    return changed(former.words, words, analyzer.key), changed(former.pairs, pairs, analyzer.key)
