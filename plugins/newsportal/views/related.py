"""Which items belong together: shared topics, section, words and time.

For each item a bounded number of candidates is scored, so that the work grows with the number of items and not
with its square.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsportal.model import Article
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
class RelatedIndex:
    """Lists of one language's items, each in order of time, by tag, by section and by rare word pair."""

    articles: Sequence[Article]
    _lists: Mapping[str, tuple[int, ...]]
    _keys: Sequence[tuple[str, ...]]
    _weights: Mapping[str, float]

    def related(self, position: int, limit: int) -> tuple[Article, ...]:
        """At most `limit` items for the one at `position`, best first; ties go to the newer."""
        scores = {candidate: self._score(position, candidate) for candidate in self._candidates(position)}
        close = [other for other, score in scores.items() if score > 0]
        chosen = sorted(close, key=lambda other: (-scores[other], other))
        return tuple(self.articles[other] for other in chosen[:limit])

    def _candidates(self, position: int) -> set[int]:
        found: set[int] = set()
        for key in self._keys[position]:
            members = self._lists[key]
            at = bisect_left(members, position)
            found.update(members[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1])
        found.discard(position)
        return found

    def _score(self, one: int, other: int) -> float:
        """How close two items are; 0 where that is not close enough."""
        shared = set(self._keys[one]).intersection(self._keys[other])
        apart = abs((self.articles[one].published - self.articles[other].published).total_seconds()) / _YEAR
        score = sum(self._weights[key] for key in sorted(shared)) * (0.5 + 0.5 * math.exp(-apart))
        enough = _ENOUGH_WITH_TAG if any(key.startswith(_TAG) for key in shared) else _ENOUGH_BY_WORDS
        return score if score >= enough else 0.0


def build_index(articles: Sequence[Article]) -> RelatedIndex:
    """The index of one language's items, newest first as the catalog gives them."""
    keys = [tuple(dict.fromkeys(_keys(article))) for article in articles]
    lists: dict[str, list[int]] = defaultdict(list)
    for position, own in enumerate(keys):
        for key in own:
            lists[key].append(position)
    useful = {key: tuple(members) for key, members in lists.items() if _is_useful(key, len(members))}
    kept = [tuple(key for key in own if key in useful) for own in keys]
    weights = {key: _weight(key, len(members), len(articles)) for key, members in useful.items()}
    return RelatedIndex(articles, useful, kept, weights)


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
