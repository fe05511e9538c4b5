"""The terms of a batch of items with their grades, as `search.vectors` defines them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from newsportal.search.bulk.postings import FORM_BITS, Postings, joined, make_postings, starts_of_runs
from newsportal.search.bulk.vocabulary import Numbers, Vocabulary, chunks_of
from newsportal.search.items import SearchItem
from newsportal.search.postings import PLAIN
from newsportal.search.vectors import LABEL, MANY, SUMMARY, TITLE_START, in_title, least_often

_ITEM_BITS = 6
BATCH = 1 << _ITEM_BITS
"""Items that are worked on together."""

_TITLE, _LABELS, _SUMMARY, _BODY = _FIELDS = range(4)
_OPENING = 4
"""A fifth place where a term may stand, beside the fields: the beginning of the title."""
_PLACE_BITS = 3


class Grader:
    """Takes items batch by batch and makes the posting lists of their words and pairs."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words: list[Postings] = []
        self._pairs: list[Postings] = []
        self._vocabulary = vocabulary

    def add(self, first: int, items: Sequence[SearchItem]) -> None:
        """At most `BATCH` items, the first of which has the number `first`."""
        forms, fields = self._forms(items)
        said = forms > 0
        words, of_words = forms[said] << FORM_BITS, fields[said]
        near = said[1:] & said[:-1] & (fields[1:] == fields[:-1])
        pairs, of_pairs = forms[:-1][near] << FORM_BITS | forms[1:][near], fields[:-1][near]
        grades = _Grades(np.bincount(of_words, minlength=len(items) * len(_FIELDS)).reshape(-1, len(_FIELDS)))
        self._words.append(grades.postings(words, of_words, first))
        self._pairs.append(grades.postings(pairs, of_pairs, first))

    def words(self) -> Postings:
        """The lists of all words that were added, which are forgotten here."""
        return joined(self._words)

    def pairs(self) -> Postings:
        """Those of all pairs."""
        return joined(self._pairs)

    def _forms(self, items: Iterable[SearchItem]) -> tuple[Numbers, Numbers]:
        """The numbers of all forms, in order, and that of the field of each, in which fields ascend item by item."""
        fields = [chunks_of(*texts) for item in items for texts in _texts(item)]
        forms, counts = self._vocabulary.forms_of(list(chain.from_iterable(fields)))
        return forms, np.repeat(np.repeat(np.arange(len(fields)), list(map(len, fields))), counts)


def _texts(item: SearchItem) -> tuple[tuple[str, ...], ...]:
    return (item.title,), item.labels, (item.summary,), (item.text,)


class _Grades:
    """What the places of a term say in some items, whose fields have `lengths` words."""

    def __init__(self, lengths: Numbers) -> None:
        self._often = np.array([least_often(length) for length in lengths[:, _BODY].tolist()])
        self._table = np.zeros((len(lengths), 1 << _PLACE_BITS), np.int64)
        self._table[:, _TITLE] = [in_title(length) for length in lengths[:, _TITLE].tolist()]
        self._table[:, [_LABELS, _SUMMARY, _OPENING]] = LABEL, SUMMARY, TITLE_START

    def postings(self, terms: Numbers, fields: Numbers, first: int) -> Postings:
        """The lists of terms, of which each stands in one of `fields`, which ascend; the items count from `first`.

        Sorted by term, item and place, what belongs together stands together, and is counted and joined in two steps.
        """
        items, places = np.divmod(fields, len(_FIELDS))
        openings = starts_of_runs(fields)
        places[openings[places[openings] == _TITLE]] = _OPENING
        keys = (terms << _ITEM_BITS | items) << _PLACE_BITS | places
        keys.sort()
        starts = starts_of_runs(keys)
        counts = np.diff(starts, append=len(keys))
        keys = keys[starts]
        grades = self._at(keys >> _PLACE_BITS & BATCH - 1, keys & (1 << _PLACE_BITS) - 1, counts)
        keys >>= _PLACE_BITS
        starts = starts_of_runs(keys)
        keys = keys[starts]
        if len(starts):  # `reduceat` refuses nothing at all
            grades = np.bitwise_or.reduceat(grades, starts)
        return make_postings(keys >> _ITEM_BITS, first + (keys & BATCH - 1), grades)

    def _at(self, items: Numbers, places: Numbers, counts: Numbers) -> Numbers:
        """What it says to stand in a place so many times."""
        often = np.where(counts >= self._often[items], MANY, PLAIN)
        found: Numbers = np.where(places == _BODY, often, self._table[items, places])
        return found
