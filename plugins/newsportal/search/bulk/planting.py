"""The leaves of a term index, from posting lists whose terms are numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from zlib import crc32

import numpy as np

from newsportal.search.analysis import Analyzer
from newsportal.search.bulk.encoding import encoded_lists
from newsportal.search.bulk.postings import FORM_BITS, Postings
from newsportal.search.bulk.vocabulary import Numbers
from newsportal.search.terms import ENTRY_OVERHEAD, TermIndex, leaf_count


class Planter:
    """Makes the leaves of words, and of pairs, of a vocabulary."""

    def __init__(self, forms: Sequence[str], analyzer: Analyzer) -> None:
        self._forms = forms
        self._keys = list(map(analyzer.key, forms))
        self._sizes = np.array(list(map(len, forms)))
        self._ranks = np.empty(len(forms), np.int64)
        self._ranks[sorted(range(len(forms)), key=forms.__getitem__)] = np.arange(len(forms))

    def planted(self, lists: Postings, joint: str) -> TermIndex:
        """The index of some lists; `joint` stands between the two forms of their terms."""
        text, lengths = encoded_lists(lists.sizes, lists.postings)
        firsts, seconds = lists.terms >> FORM_BITS, lists.terms & (1 << FORM_BITS) - 1
        size = int((self._sizes[firsts] + self._sizes[seconds] + lengths + len(joint) + ENTRY_OVERHEAD).sum())
        count = leaf_count(size)
        leaves = self._hashes(firsts, seconds, joint) & count - 1
        # No letter is below the space, so the order of pairs is that of their forms.
        order = np.lexsort((self._ranks[seconds], self._ranks[firsts], leaves))
        ends = np.cumsum(lengths)[order]
        entries = zip(
            map([f'"{form}{joint}' for form in self._forms].__getitem__, firsts[order].tolist()),
            map([f'{form}":"' for form in self._forms].__getitem__, seconds[order].tolist()),
            map(text.__getitem__, map(slice, (ends - lengths[order]).tolist(), ends.tolist())),
            strict=True,
        )
        return TermIndex(tuple(_leaves(entries, np.bincount(leaves, minlength=count))), size)

    def _hashes(self, firsts: Numbers, seconds: Numbers, joint: str) -> Numbers:
        """The CRC-32 of each term's key: that of a whole goes on from that of its beginning."""
        begun = [crc32((key + joint).encode()) for key in self._keys]
        rests = [key.encode() for key in self._keys]
        hashes = map(crc32, map(rests.__getitem__, seconds.tolist()), map(begun.__getitem__, firsts.tolist()))
        return np.fromiter(hashes, np.int64, len(firsts))


def _leaves(entries: Iterator[tuple[str, str, str]], sizes: Numbers) -> Iterator[bytes]:
    """JSON objects of so many entries. Forms are letters and digits, so nothing in them needs a backslash."""
    for size in sizes.tolist():
        found = map("".join, islice(entries, size))
        yield ("{" + '",'.join(found) + '"}').encode() if size else b"{}"
