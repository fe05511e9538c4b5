"""The term vector of one item: its terms, each with a grade that says where and how often it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsportal.search.analysis import Analyzer, pairs_of, words_of
from newsportal.search.items import SearchItem

Terms = Mapping[str, int]
"""Form → grade, six bits, the lowest first.

- times in the body: 0 none, 1 few (`PLAIN` when that is all), 2 many;
- in the title (two bits): 0 not, 1 in a long one, 2 in a short one, 3 at its beginning;
- whether it stands in a label; whether it stands in the summary.
"""

_TITLE, _LABEL, _SUMMARY = 4, 16, 32
_IN_TITLE, _IN_SHORT_TITLE, _STARTS_TITLE = 1, 2, 3
_SHORT_TITLE = 8
"""Words up to which a title is short: a word says more about the item there."""

# BM25 with a fixed usual length, so that no item's grades depend on the others.
_K1, _B = 1.2, 0.5
_USUAL_LENGTH = 500
_OFTEN = 1.65


@dataclass(frozen=True, slots=True)
class TermVector:
    """The terms of one item."""

    words: Terms
    pairs: Terms


def term_vector(item: SearchItem, analyzer: Analyzer) -> TermVector:
    """Analyses one item; depends on nothing else."""
    title, summary = analyzer.forms(item.title), analyzer.forms(item.summary)
    labels, body = analyzer.forms(*item.labels), analyzer.forms(item.text)
    words = _Fields(words_of(title), words_of(labels), words_of(summary), words_of(body))
    pairs = _Fields(pairs_of(title), pairs_of(labels), pairs_of(summary), pairs_of(body))
    lengths = len(words.title), len(words.body)
    return TermVector(words.grades(*lengths), pairs.grades(*lengths))


@dataclass(frozen=True, slots=True)
class _Fields:
    """The terms of one sort, field by field."""

    title: list[str]
    labels: list[str]
    summary: list[str]
    body: list[str]

    def grades(self, title_length: int, body_length: int) -> Terms:
        """The grade of each; lengths are in words."""
        found = self._body_grades(body_length)
        usual = _IN_SHORT_TITLE if title_length <= _SHORT_TITLE else _IN_TITLE
        for place, form in reversed(list(enumerate(self.title))):
            found[form] = found.get(form, 0) & ~(3 * _TITLE) | _TITLE * (usual if place else _STARTS_TITLE)
        _mark(found, self.labels, _LABEL)
        _mark(found, self.summary, _SUMMARY)
        return found

    def _body_grades(self, length: int) -> dict[str, int]:
        counts = Counter(self.body)
        norm = _K1 * (1 - _B + _B * length / _USUAL_LENGTH)
        by_count = {count: _times(count, norm) for count in set(counts.values())}
        return {form: by_count[count] for form, count in counts.items()}


def _times(count: int, norm: float) -> int:
    """1 or 2 for a number of occurrences; `norm` grows with the length of the text."""
    return 1 + (count * (_K1 + 1) / (count + norm) >= _OFTEN)


def _mark(found: dict[str, int], forms: Iterable[str], flag: int) -> None:
    for form in forms:
        found[form] = found.get(form, 0) | flag
