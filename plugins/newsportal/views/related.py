"""Which items belong together: shared topics, section, words and time.

For each item a bounded number of candidates is scored, so that the work grows with the number of items and not
with its square.
"""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from newsportal.model import Article
from newsportal.outputs import mark_of, mark_of_value
from newsportal.text import pairs

_NEIGHBOURS = 12
"""Candidates taken on each side in time from every list an item stands in."""

_RARE = 60
"""A word pair in more items than this says little about any of them."""

_ENOUGH_WITH_TAG = 1.2
_ENOUGH_BY_WORDS = 2.8
"""Below these scores two items merely share a common topic or a turn of phrase: better no list than a wrong one."""

_TAG = "tag:"
_YEAR = 365.25 * 86400


@dataclass(frozen=True, slots=True)
class _Key:
    """What items have in common: how much it says, and the positions of those that share it, in order of time."""

    weight: float
    is_tag: bool
    members: tuple[int, ...]
    all: frozenset[int]

    def near(self, position: int) -> tuple[int, ...]:
        """The next members on both sides in time, and the one at `position` itself."""
        at = bisect_left(self.members, position)
        return self.members[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]


@dataclass(frozen=True, slots=True)
class Relations:
    """What an index found out, for that of another build; its texts are in a form that is read and written at once.

    `order` is the mark of the items and their times, `faces` are the marks of how they look, one after the other.
    `names` has a line an item: what it has in common with others, parted by tabs. `found` are the items related to the
    one at a position, at most so many of them.
    """

    order: bytes
    faces: bytes
    names: str
    found: Mapping[tuple[int, int], tuple[int, ...]]

    def by_position(self) -> list[list[str]]:
        """The names of every item."""
        return [line.split("\t") for line in self.names.split("\n")]

    def by_face(self) -> Iterator[tuple[bytes, list[str]]]:
        """The names of every item of which it is known how it looked."""
        size = len(mark_of(b""))
        faces = (self.faces[at : at + size] for at in range(0, len(self.faces), size))
        return zip(faces, self.by_position(), strict=False)


class RelatedIndex:
    """One language's items, newest first as the catalog gives them, with what each has in common with others: its
    section, its tags, its rare word pairs.

    `faces` tell by equal marks that items look the same. What a `former` build found spares work and changes nothing
    in the result.
    """

    def __init__(
        self, articles: Sequence[Article], faces: Sequence[bytes] = (), former: Relations | None = None
    ) -> None:
        self.articles, self._faces = articles, faces
        self._published = [article.published for article in articles]
        self._order = mark_of_value([(article.path, article.published.timestamp()) for article in articles])
        self._names = _names(articles, faces, former)
        self._lists: dict[str, list[int]] = defaultdict(list)
        for position, names in enumerate(self._names):
            for name in names:
                self._lists[name].append(position)
        self._known: dict[str, _Key] = {}
        self._found = self._still_true(former) if former else {}

    def _still_true(self, former: Relations) -> dict[tuple[int, int], tuple[int, ...]]:
        """What was found for items whose names and whose names' members are as they were."""
        if former.order != self._order:
            return {}
        pairs = enumerate(zip(former.by_position(), self._names, strict=True))
        changed = {position: set(old) ^ set(new) for position, (old, new) in pairs if old != new}
        names = set[str]().union(*changed.values())
        return {
            (position, limit): found
            for (position, limit), found in former.found.items()
            if position not in changed and names.isdisjoint(self._names[position])
        }

    def known(self) -> Relations:
        """What has been found out so far."""
        names = "\n".join(map("\t".join, self._names))
        return Relations(self._order, b"".join(self._faces), names, self._found)

    def _key(self, name: str) -> _Key:
        """What a name stands for; many builds ask for the names of few items."""
        if name not in self._known:
            members = self._lists[name]
            weight = _weight(name, len(members), len(self.articles))
            self._known[name] = _Key(weight, name.startswith(_TAG), tuple(members), frozenset(members))
        return self._known[name]

    def related(self, position: int, limit: int) -> tuple[Article, ...]:
        """At most `limit` items for the one at `position`, best first; ties go to the newer."""
        place = position, limit
        if place not in self._found:
            self._found[place] = self._best(position, limit)
        return tuple(self.articles[other] for other in self._found[place])

    def _best(self, position: int, limit: int) -> tuple[int, ...]:
        best: list[tuple[float, int]] = []
        for most, enough, other in sorted(self._promising(position), reverse=True):
            if 0 < limit <= len(best) and most < -best[limit - 1][0]:
                break  # time only takes away: none of the rest comes up to those found
            score = most * self._recency(position, other)
            if score >= enough:
                insort(best, (-score, other))
        return tuple(other for _, other in best[:limit])

    def _promising(self, position: int) -> Iterator[tuple[float, float, int]]:
        """(the weights of what it shares, the score it needs, item) for all that are near in some list.

        Weights are added key by key in a fixed order, so that the sums are the same on every machine.
        """
        names = (name for name in self._names[position] if _is_useful(name, len(self._lists[name])))
        keys = [self._key(name) for name in names]
        near = set[int]().union(*(key.near(position) for key in keys)) - {position}
        sums, tagged = dict.fromkeys(near, 0.0), set[int]()
        for key in keys:
            sharing = near & key.all
            if key.is_tag:
                tagged |= sharing
            for other in sharing:
                sums[other] += key.weight
        for other, shared in sums.items():
            enough = _ENOUGH_WITH_TAG if other in tagged else _ENOUGH_BY_WORDS
            if shared >= enough:
                yield shared, enough, other

    def _recency(self, one: int, other: int) -> float:
        """1 for items of one moment, down to a half for those years apart."""
        apart = abs((self._published[one] - self._published[other]).total_seconds()) / _YEAR
        return 0.5 + 0.5 * math.exp(-apart)


def _names(articles: Sequence[Article], faces: Sequence[bytes], former: Relations | None) -> list[list[str]]:
    """What each item has that others may have; an item that looks the same has the same."""
    known = dict(former.by_face()) if former else {}
    shared: dict[str, str] = {}  # many items have the same names, and one text for each is enough
    return [
        known.get(face) or sorted({shared.setdefault(name, name) for name in _keys(article)})
        for article, face in zip(articles, faces or repeat(b""), strict=False)
    ]


def _keys(article: Article) -> Iterator[str]:
    yield f"section:{article.section}"
    for tag in article.tags:
        yield f"{_TAG}{tag}"
    for pair in _word_pairs((article.title, article.summary)):
        yield f"words:{pair}"


def _word_pairs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from pairs(text)


def _is_useful(key: str, count: int) -> bool:
    return count > 1 and (not key.startswith("words:") or count <= _RARE)


def _weight(key: str, count: int, total: int) -> float:
    """How much sharing a key says: the rarer the more (inverse document frequency), tags before words."""
    rarity = math.log((total + 1) / count)
    if key.startswith("section:"):
        return 0.2
    return 1.0 + 0.6 * rarity if key.startswith(_TAG) else 0.35 * rarity
