"""Many posting lists written at once, as `search.postings` describes.

Every code of that format is a number of a few bits behind zeros, so a list is a row of codes (number, width), and
where each code ends follows from the widths. A character of base64 has six bits: the number goes into the characters
that the code ends in, six bits at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from newsportal.search.bulk.postings import GRADE_BITS
from newsportal.search.bulk.vocabulary import Numbers
from newsportal.search.postings import LN_2, PARAMETER_BITS, PLAIN

_BATCH = 1 << 16
"""Postings written at once: so many that a call costs nothing, so few that they need little memory."""
_SEXTET = 6
_ALPHABET = np.frombuffer(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", np.uint8)


def encoded_lists(sizes: Numbers, postings: NDArray[np.uint32]) -> tuple[str, Numbers]:
    """Lists of `sizes`, one after the other, as one text, and the length of each in it."""
    ends = np.cumsum(sizes)
    written = [
        _encoded(sizes[first:end], postings[ends[first] - sizes[first] : ends[end - 1]].astype(np.int64))
        for first, end in _batches(ends)
    ]
    lengths = [np.zeros(0, np.int64), *(length for _, length in written)]
    return "".join(text for text, _ in written), np.concatenate(lengths)


def _batches(ends: Numbers) -> Iterator[tuple[int, int]]:
    """Runs of lists with about `_BATCH` postings: (first, end)."""
    first, done = 0, 0
    while first < len(ends):
        end = max(first + 1, int(np.searchsorted(ends, done + _BATCH, "right")))
        yield first, end
        first, done = end, int(ends[end - 1])


def _encoded(sizes: Numbers, postings: Numbers) -> tuple[str, Numbers]:
    items, grades = postings >> GRADE_BITS, postings & (1 << GRADE_BITS) - 1
    graded = np.flatnonzero(grades != PLAIN)
    owners = np.repeat(np.arange(len(sizes)), sizes)[graded]
    counts = np.bincount(owners, minlength=len(sizes))
    some = counts > 0
    rows = _Rows(3 + sizes + some + 2 * counts)
    rows.gamma(rows.starts, sizes)
    rows.ascending(rows.starts + 1, sizes, items)
    tails = rows.starts + 2 + sizes
    rows.gamma(tails, counts + 1)
    in_list = graded - (np.cumsum(sizes) - sizes)[owners]
    rows.gamma(1 + rows.ascending(tails[some] + 1, counts[some], in_list, 2), grades[graded] - 1)
    return rows.text()


class _Rows:
    """Rows of codes, to be filled in any order."""

    def __init__(self, sizes: Numbers) -> None:
        self._sizes = sizes
        self._numbers, self._widths = np.empty((2, int(sizes.sum())), np.int64)
        self.starts = np.cumsum(sizes) - sizes

    def gamma(self, places: Numbers, values: Numbers) -> None:
        """Values in Elias' gamma code."""
        self._numbers[places] = values
        self._widths[places] = 2 * _bit_lengths(values) - 1

    def ascending(self, starts: Numbers, sizes: Numbers, values: Numbers, step: int = 1) -> Numbers:
        """Ascending sequences of `sizes`: each Rice parameter at its start, each gap `step` codes after the one before.

        Returns the places of the gaps.
        """
        firsts = np.cumsum(sizes) - sizes
        mean = (values[firsts + sizes - 1] + 1) / sizes - 1
        parameters = np.clip(_bit_lengths(mean * LN_2), 1, 1 << PARAMETER_BITS) - 1
        self._numbers[starts], self._widths[starts] = parameters, PARAMETER_BITS
        gaps = np.diff(values, prepend=0) - 1
        gaps[firsts] = values[firsts]
        places = np.repeat(starts + 1 - firsts * step, sizes) + np.arange(len(values)) * step
        parameters = np.repeat(parameters, sizes)
        ones = 1 << parameters
        self._numbers[places] = ones | gaps & ones - 1
        self._widths[places] = (gaps >> parameters) + 1 + parameters
        return places

    def text(self) -> tuple[str, Numbers]:
        """The rows in base64, each on its own, and how many characters each has."""
        ends = np.cumsum(self._widths)
        begins = ends[self.starts] - self._widths[self.starts]
        octets = -(-(np.append(begins[1:], ends[-1]) - begins) // 8)
        lengths = (octets * 8 + _SEXTET - 1) // _SEXTET
        moved = (np.cumsum(lengths) - lengths) * _SEXTET - begins
        return _base64(self._numbers, ends - 1 + np.repeat(moved, self._sizes), int(lengths.sum())), lengths


def _base64(numbers: Numbers, last_bits: Numbers, length: int) -> str:
    """The text of `length` characters in which each number ends at its last bit; none overlap."""
    places = last_bits // _SEXTET
    numbers = numbers << (places + 1) * _SEXTET - 1 - last_bits
    sextets = np.zeros(length)
    while len(numbers):
        sextets += np.bincount(places, numbers & (1 << _SEXTET) - 1, length)
        rest = np.flatnonzero(numbers >> _SEXTET)
        numbers, places = numbers[rest] >> _SEXTET, places[rest] - 1
    return _ALPHABET[sextets.astype(np.uint8)].tobytes().decode("ascii")


def _bit_lengths(values: NDArray[np.number]) -> Numbers:
    """The bits of the whole part of each value; nothing above 0 for values below 1."""
    lengths: Numbers = np.frexp(values)[1].astype(np.int64)
    return lengths
