"""Items and indexes for tests, and a reader of posting lists written from their description alone."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable, Iterator
from functools import partial

from newsportal.search import Candidate, SearchItem


def item(title: str = "Tiêu đề thử", text: str = "", **values: object) -> SearchItem:
    """An item with an address made from its title."""
    settled = {"address": f"/tin-tuc/2026/{abs(hash(title))}/", "kind": "news", "date": "2026-03-16", "year": 2026}
    return SearchItem(title=title, text=text, **{**settled, **values})  # type: ignore[arg-type]


def candidates(items: Iterable[SearchItem]) -> tuple[Candidate, ...]:
    """The items as they are handed to the index."""
    return tuple(Candidate(each.address, repr(each).encode(), partial(_itself, each)) for each in items)


def _itself(item: SearchItem) -> SearchItem:
    return item


def read(code: str) -> dict[int, int]:
    """Item → grade of an encoded list."""
    data = b64decode(code + "=" * (-len(code) % 4))
    return _Reader("".join(f"{byte:08b}" for byte in data)).postings()


class _Reader:
    def __init__(self, bits: str) -> None:
        self.bits, self.place = bits, 0

    def number(self, width: int) -> int:
        self.place += width
        return int(self.bits[self.place - width : self.place] or "0", 2)

    def zeros(self) -> int:
        at = self.bits.index("1", self.place)
        count, self.place = at - self.place, at + 1
        return count

    def gamma(self) -> int:
        width = self.zeros()
        return (1 << width) + self.number(width)

    def ascending(self, count: int) -> Iterator[int]:
        parameter, value = self.number(4), -1
        for _ in range(count):
            value += (self.zeros() << parameter) + self.number(parameter) + 1
            yield value

    def postings(self) -> dict[int, int]:
        items = list(self.ascending(self.gamma()))
        found = dict.fromkeys(items, 1)
        graded = self.gamma() - 1
        if graded:
            for place in self.ascending(graded):
                found[items[place]] = self.gamma() + 1
        assert set(self.bits[self.place :]) <= {"0"}
        assert len(self.bits) - self.place < 8
        return found
