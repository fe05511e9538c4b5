"""The posting lists of all terms of one sort, in leaves of a size that suits a phone.

Everything here is a function of the vectors; `changed` and `extended` only save work: an index brought up to date
equals one made anew.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from zlib import crc32

from newsportal.search.leaves import encoded as as_json
from newsportal.search.postings import PLAIN, PostingEncoder, PostingList, decode
from newsportal.search.vectors import Terms

LEAF_SIZE = 900
"""Bytes of a leaf, roughly, before a server compresses it."""

ENTRY_OVERHEAD = 8
"""Bytes of a term beside form and list: quotes, colon and comma in JSON, and its letters with marks."""
Lists = dict[str, PostingList]
Key = Callable[[str], str]
Encoded = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TermIndex:
    """The leaves that hold the posting lists of all forms.

    There are a power of two of them; a form stands in the one whose number is the CRC-32 (IEEE) of its key's UTF-8
    bytes, modulo that power. Each leaf is a JSON object: form → list as `postings` writes it. `size` is that of all
    lists and forms, in characters.
    """

    leaves: tuple[bytes, ...] = ()
    size: int = 0


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
    added, encoder = further.lists(), PostingEncoder()
    if not index.size:
        return _planted({form: encoder.encode(postings) for form, postings in added.items()}, key)

    def joined(form: str, code: str) -> str:
        return encoder.encode(decode(code).joined(added[form]) if code else added[form])

    return _grafted(index, added.keys(), joined, key)


def changed(index: TermIndex, changes: Iterable[tuple[int, Terms, Terms]], key: Key) -> TermIndex:
    """The index after changes of items: (number, terms before, terms after)."""
    grades: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
    for number, before, after in changes:
        for form in before.keys() | after.keys():
            if before.get(form) != after.get(form):
                grades[form].append((number, after.get(form)))
    encoder = PostingEncoder()

    def replaced(form: str, code: str) -> str:
        postings = decode(code) if code else PostingList()
        for number, grade in grades[form]:
            postings = postings.replaced(number, grade)
        return encoder.encode(postings) if postings.items else ""

    return _grafted(index, grades.keys(), replaced, key) if grades else index


def _planted(encoded: Encoded, key: Key) -> TermIndex:
    """All leaves made anew."""
    size = sum(map(_size, encoded.items()))
    count = leaf_count(size)
    groups: dict[int, list[str]] = defaultdict(list)
    for form in encoded:
        groups[leaf_of(key(form), count)].append(form)
    leaves = (as_json({form: encoded[form] for form in sorted(groups.get(leaf, ()))}) for leaf in range(count))
    return TermIndex(tuple(leaves), size)


def _grafted(index: TermIndex, touched: Set[str], change: Callable[[str, str], str], key: Key) -> TermIndex:
    """The leaves of touched forms made anew; `change` gives (form, list as it was, or "") the list as it is, or ""."""
    leaves, size = list(index.leaves), index.size
    groups: dict[int, list[str]] = defaultdict(list)
    for form in touched:
        groups[leaf_of(key(form), len(leaves))].append(form)
    for number, forms in groups.items():
        leaf: dict[str, str] = json.loads(leaves[number])
        size -= sum(map(_size, leaf.items()))
        leaf |= {form: change(form, leaf.get(form, "")) for form in forms}
        kept = {form: leaf[form] for form in sorted(leaf) if leaf[form]}
        size += sum(map(_size, kept.items()))
        leaves[number] = as_json(kept)
    if leaf_count(size) == len(leaves):
        return TermIndex(tuple(leaves), size)
    return _planted({form: code for leaf in leaves for form, code in json.loads(leaf).items()}, key)


def _size(entry: tuple[str, str]) -> int:
    form, code = entry
    return len(form) + len(code) + ENTRY_OVERHEAD


def leaf_count(size: int) -> int:
    """The power of two that brings leaves near their size; few enough edits ever move it."""
    return 1 << max(0, (size // LEAF_SIZE).bit_length() - 1)


def leaf_of(key: str, count: int) -> int:
    """The number of the leaf that holds a key's forms, of `count` (a power of two)."""
    return crc32(key.encode()) & (count - 1)
