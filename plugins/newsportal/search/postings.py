"""Posting lists: which items have a term and how, and their bits as text.

The bits of a list, most significant first, in base64 (RFC 4648) without padding:

1. the number of items, in Elias' gamma code;
2. four bits: the parameter of the Rice code of what follows;
3. for each item the gap to the one before (less one; from -1 before the first), in Rice code;
4. the number of items whose grade is not `PLAIN`, plus one, in gamma code; unless there are none:
5. four bits, and for each of them the gap between their places in the list, in Rice code, followed by the grade less
   one, in gamma code.

A Rice code of parameter k is the value without its k low bits in unary (that many zeros, then a one), and these bits.
With the gaps of a random set it comes close to the least there can be.
"""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import sub

PLAIN = 1
"""The grade of most postings (see `vectors`): seldom, and in the body only. Other grades are above it."""

PARAMETER_BITS = 4
LN_2 = 0.69
"""The Rice parameter that suits a mean is near log2(mean * ln 2)."""


def _numbers() -> array[int]:
    return array("I")


def _bytes() -> array[int]:
    return array("B")


@dataclass(frozen=True, slots=True)
class PostingList:
    """The numbers of the items that have a term, ascending; `grades` are those of the `graded`, which are not `PLAIN`.

    Arrays, because there are millions of postings and seldom a grade.
    """

    items: array[int] = field(default_factory=_numbers)
    graded: array[int] = field(default_factory=_numbers)
    grades: array[int] = field(default_factory=_bytes)

    def add(self, item: int, grade: int) -> None:
        """Appends an item, whose number is above all others; only for a list that is still being made."""
        self.items.append(item)
        if grade != PLAIN:
            self.graded.append(item)
            self.grades.append(grade)

    def joined(self, further: PostingList) -> PostingList:
        """This list followed by one whose numbers are all above."""
        return PostingList(self.items + further.items, self.graded + further.graded, self.grades + further.grades)

    def replaced(self, item: int, grade: int | None) -> PostingList:
        """The list with another grade for an item, which need not be in it, or without the item."""
        here = PostingList()
        if grade is not None:
            here.add(item, grade)
        return self._part(0, item).joined(here).joined(self._part(item + 1, None))

    def _part(self, first: int, end: int | None) -> PostingList:
        """The postings from item `first` on, up to but without `end`."""
        items, graded = _slice(self.items, first, end), _slice(self.graded, first, end)
        return PostingList(self.items[items], self.graded[graded], self.grades[graded])


def _slice(ascending: array[int], first: int, end: int | None) -> slice:
    return slice(bisect_left(ascending, first), None if end is None else bisect_left(ascending, end))


class PostingEncoder:
    """Writes lists; keep one for many, as it remembers the codes of small numbers and of lists of one item."""

    def __init__(self) -> None:
        self._singles: dict[tuple[int, int], str] = {}
        self._codes = tuple(_RiceCodes(parameter) for parameter in range(1 << PARAMETER_BITS))

    def encode(self, postings: PostingList) -> str:
        """The list as text; it must not be empty."""
        if len(postings.items) > 1:
            return self._encoded(postings)
        single = (postings.items[0], postings.grades[0] if postings.grades else PLAIN)
        if single not in self._singles:  # half of all terms stand in one item
            self._singles[single] = self._encoded(postings)
        return self._singles[single]

    def _encoded(self, postings: PostingList) -> str:
        items = postings.items
        bits = [_gamma(len(items)), *self._ascending(items), _gamma(len(postings.grades) + 1)]
        if postings.grades:
            parameter, *places = self._ascending([bisect_left(items, item) for item in postings.graded])
            bits.append(parameter)
            for code, grade in zip(places, postings.grades, strict=True):
                bits += (code, _gamma(grade - 1))
        return _text("".join(bits))

    def _ascending(self, values: Sequence[int]) -> list[str]:
        """The Rice parameter that suits the gaps, in its bits, then the gaps' codes."""
        mean = (values[-1] + 1) / len(values) - 1
        parameter = min(len(self._codes), max(1, int(mean * LN_2).bit_length())) - 1
        codes = self._codes[parameter]
        gaps = map(codes.__getitem__, map(sub, values[1:], values))
        return [f"{parameter:0{PARAMETER_BITS}b}", codes[values[0] + 1], *gaps]


class _RiceCodes(dict[int, str]):
    """Distance from one number to the next → bits, for one parameter."""

    def __init__(self, parameter: int) -> None:
        super().__init__()
        self._parameter = parameter

    def __missing__(self, distance: int) -> str:
        parameter, gap = self._parameter, distance - 1
        low = f"{gap & ((1 << parameter) - 1):0{parameter}b}" if parameter else ""
        code = self[distance] = "0" * (gap >> parameter) + "1" + low
        return code


def _gamma(value: int) -> str:
    digits = f"{value:b}"
    return "0" * (len(digits) - 1) + digits


def _text(bits: str) -> str:
    """The bits in base64; the last byte is filled with zeros."""
    size = -(-len(bits) // 8)
    return b64encode(int(bits.ljust(size * 8, "0"), 2).to_bytes(size, "big")).decode("ascii").rstrip("=")


def decode(code: str) -> PostingList:
    """The list that was written as `code`."""
    data = b64decode(code + "=" * (-len(code) % 4))
    return _Bits(f"{int.from_bytes(data, 'big'):0{len(data) * 8}b}").postings()


class _Bits:
    """The bits of one list, read from the first on."""

    def __init__(self, bits: str) -> None:
        self._bits, self._place = bits, 0

    def postings(self) -> PostingList:
        items = array("I", self._ascending(self._gamma()))
        graded = self._gamma() - 1
        if not graded:
            return PostingList(items)
        places, grades = array("I"), array("B")
        for place in self._ascending(graded):
            places.append(items[place])
            grades.append(self._gamma() + 1)
        return PostingList(items, places, grades)

    def _ascending(self, count: int) -> Iterator[int]:
        bits, width, value = self._bits, self._number(PARAMETER_BITS), -1
        for _ in range(count):
            one = bits.index("1", self._place)
            end = one + 1 + width
            value += ((one - self._place) << width) + (int(bits[one + 1 : end], 2) if width else 0) + 1
            self._place = end
            yield value

    def _gamma(self) -> int:
        one = self._bits.index("1", self._place)
        width, self._place = one - self._place, one
        return self._number(width + 1)

    def _number(self, width: int) -> int:
        self._place += width
        return int(self._bits[self._place - width : self._place], 2)
