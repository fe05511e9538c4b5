"""The posting lists of all terms of one sort, in leaves of a size that suits a phone.

Everything here is a function of the vectors; `changed` and `extended` only save work: an index brought up to date
equals one made anew.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from zlib import crc32

from newsportal.search.leaves import encoded as as_json
from newsportal.search.postings import PLAIN, PostingEncoder, PostingList
from newsportal.search.vectors import Terms

LEAF_SIZE = 900
"""Bytes of a leaf, roughly, before a server compresses it."""

_OVERHEAD = 8  # quotes, colon and comma of a term in JSON, and its letters with marks
Lists = dict[str, PostingList]
Key = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Form → posting list, raw and encoded, and the leaves that hold the encoded ones.

    `leaves` has a power of two of them; a form stands in the one whose number is the CRC-32 (IEEE) of its key's UTF-8
    bytes, modulo that power. Each leaf is a JSON object: form → list as `postings` writes it.
    """

    lists: Mapping[str, PostingList] = field(default_factory=dict)
    encoded: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    leaves: tuple[bytes, ...] = ()


class Collector:
    """Takes the terms of further items, one after the other, in order of their numbers."""

    def __init__(self) -> None:
        # By form, not by list: this is done by the million.
        self._items: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._graded: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._grades: dict[str, array[int]] = defaultdict(lambda: array("B"))

    def add(self, number: int, terms: Terms) -> None:
        """The terms of item `number`, which is above all before."""
        items = self._items
        for form, grade in terms.items():
            items[form].append(number)
            if grade != PLAIN:
                self._graded[form].append(number)
                self._grades[form].append(grade)

    def lists(self) -> Lists:
        """Form → posting list of all that was added."""
        graded, grades = self._graded, self._grades
        return {
            form: PostingList(items, graded[form], grades[form]) if form in graded else PostingList(items)
            for form, items in self._items.items()
        }


def extended(index: TermIndex, further: Collector, key: Key) -> TermIndex:
    """The index with further items, whose numbers are above every number in it."""
    lists, added = dict(index.lists), further.lists()
    for form, postings in added.items():
        lists[form] = lists[form].joined(postings) if form in lists else postings
    return _encoded(index, lists, added.keys(), key)


def changed(index: TermIndex, changes: Iterable[tuple[int, Terms, Terms]], key: Key) -> TermIndex:
    """The index after changes of items: (number, terms before, terms after)."""
    lists, touched = dict(index.lists), set()
    for number, before, after in changes:
        different = {form for form in before.keys() | after.keys() if before.get(form) != after.get(form)}
        for form in different:
            lists[form] = lists.get(form, PostingList()).replaced(number, after.get(form))
        touched |= different
    for form in touched:
        if not lists[form].items:
            del lists[form]
    return _encoded(index, lists, touched, key)


def _encoded(index: TermIndex, lists: Lists, touched: Set[str], key: Key) -> TermIndex:
    if index.leaves and not touched:
        return index
    encoder = PostingEncoder()
    encoded = dict(index.encoded)
    for form in touched:
        if form in lists:
            encoded[form] = encoder.encode(lists[form])
        else:
            encoded.pop(form, None)
    count = _leaf_count(encoded)
    if count != len(index.leaves):
        return _planted(lists, encoded, count, key)
    return _grafted(index, lists, encoded, touched, key)


def _leaf_count(encoded: Mapping[str, str]) -> int:
    """The power of two that brings leaves near their size; few enough edits ever move it."""
    size = sum(map(len, encoded.values())) + sum(map(len, encoded)) + _OVERHEAD * len(encoded)
    return 1 << max(0, (size // LEAF_SIZE).bit_length() - 1)


def _planted(lists: Lists, encoded: Mapping[str, str], count: int, key: Key) -> TermIndex:
    """All leaves made anew."""
    groups: dict[int, list[str]] = defaultdict(list)
    for form in encoded:
        groups[leaf_of(key(form), count)].append(form)
    members = {leaf: tuple(sorted(forms)) for leaf, forms in groups.items()}
    return TermIndex(lists, encoded, members, tuple(_leaf(members.get(leaf, ()), encoded) for leaf in range(count)))


def _grafted(index: TermIndex, lists: Lists, encoded: Mapping[str, str], touched: Set[str], key: Key) -> TermIndex:
    """The leaves of touched forms made anew, the others kept."""
    groups: dict[int, set[str]] = defaultdict(set)
    for form in touched:
        groups[leaf_of(key(form), len(index.leaves))].add(form)
    members, leaves = dict(index.members), list(index.leaves)
    for leaf, forms in groups.items():
        there = forms.union(members.pop(leaf, ())) & encoded.keys()
        if there:
            members[leaf] = tuple(sorted(there))
        leaves[leaf] = _leaf(members.get(leaf, ()), encoded)
    return TermIndex(lists, encoded, members, tuple(leaves))


def leaf_of(key: str, count: int) -> int:
    """The number of the leaf that holds a key's forms, of `count` (a power of two)."""
    return crc32(key.encode()) & (count - 1)


def _leaf(forms: Iterable[str], encoded: Mapping[str, str]) -> bytes:
    return as_json({form: encoded[form] for form in forms})
