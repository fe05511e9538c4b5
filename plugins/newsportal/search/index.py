"""The index of one language, made anew or brought up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsportal.search.analysis import Analyzer
from newsportal.search.items import Candidate, SearchItem
from newsportal.search.terms import Collector, TermIndex, changed, extended
from newsportal.search.texts import ItemText, item_text, with_text, without_text
from newsportal.search.vectors import TermVector, term_vector


@dataclass(frozen=True, slots=True)
class Index:
    """Items in order, without their texts, which stand in `texts`; their marks; the lists of words and of pairs."""

    language: str
    items: tuple[SearchItem, ...] = ()
    marks: tuple[bytes, ...] = ()
    texts: tuple[ItemText, ...] = ()
    words: TermIndex = field(default_factory=TermIndex)
    pairs: TermIndex = field(default_factory=TermIndex)


Edit = tuple[int, SearchItem, SearchItem]
"""(number of an item, as it was, as it is)."""


def make_index(candidates: Sequence[Candidate], language: str, former: Index | None = None) -> Index:
    """The index of `candidates`; with a `former` one of the same language only what differs is worked on.

    The result is the same with and without. Items edited in place and items that come last cost work in proportion
    to themselves; when one is taken out, or comes before others, all is made anew.
    """
    if former is not None and former.marks == tuple(candidate.mark for candidate in candidates):
        return former
    analyzer = Analyzer(language)
    if former is None or not _continues(former, candidates):
        former = Index(language)
    edits = tuple(_edits(former, candidates))
    words, pairs = _edited(former, edits, analyzer)
    items, texts = list(former.items), list(former.texts)
    for number, _, item in edits:
        items[number], texts[number] = without_text(item), item_text(item)
    more_words, more_pairs = Collector(), Collector()
    for number, item in enumerate((each.make() for each in candidates[len(items) :]), start=len(items)):
        vector = term_vector(item, analyzer)
        more_words.add(number, vector.words)
        more_pairs.add(number, vector.pairs)
        items.append(without_text(item))
        texts.append(item_text(item))
    return Index(
        language=language,
        items=tuple(items),
        marks=tuple(candidate.mark for candidate in candidates),
        texts=tuple(texts),
        words=extended(words, more_words, analyzer.key),
        pairs=extended(pairs, more_pairs, analyzer.key),
    )


def items_to_index(candidates: Sequence[Candidate], former: Index | None) -> int:
    """How many items `make_index` will work on."""
    if former is None or not _continues(former, candidates):
        return len(candidates)
    edited = sum(mark != candidate.mark for mark, candidate in zip(former.marks, candidates, strict=False))
    return edited + len(candidates) - len(former.items)


def _continues(former: Index, candidates: Sequence[Candidate]) -> bool:
    """Whether every former item still has its number."""
    return len(former.items) <= len(candidates) and all(
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
