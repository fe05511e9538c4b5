"""The term vector of one item: its terms, each with a grade that says where and how often it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from newsportal.search.analysis import Analyzer, Forms, pairs_of, words_of
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
    fields = _Fields(
        title=analyzer.forms(item.title),
        labels=analyzer.forms(*item.labels),
        summary=analyzer.forms(item.summary),
        body=analyzer.forms(item.text, *item.details),
    )
    return TermVector(fields.grades(words_of), fields.grades(pairs_of))


@dataclass(frozen=True, slots=True)
class _Fields:
    title: Forms
    labels: Forms
    summary: Forms
    body: Forms

    def grades(self, terms_of: Callable[[Forms], list[str]]) -> Terms:
        """The grades of all terms of one sort."""
        found = self._body_grades(Counter(terms_of(self.body)))
        length = len(words_of(self.title))
        usual = _IN_SHORT_TITLE if length <= _SHORT_TITLE else _IN_TITLE
        for place, form in reversed(list(enumerate(terms_of(self.title)))):
            found[form] = found.get(form, 0) & ~(3 * _TITLE) | _TITLE * (usual if place else _STARTS_TITLE)
        _mark(found, terms_of(self.labels), _LABEL)
        _mark(found, terms_of(self.summary), _SUMMARY)
        return found

    def _body_grades(self, counts: Mapping[str, int]) -> dict[str, int]:
        norm = _K1 * (1 - _B + _B * len(words_of(self.body)) / _USUAL_LENGTH)
        by_count = {count: _times(count, norm) for count in set(counts.values())}
        return {form: by_count[count] for form, count in counts.items()}


def _times(count: int, norm: float) -> int:
    """1 or 2 for a number of occurrences; `norm` grows with the length of the text."""
    return 1 + (count * (_K1 + 1) / (count + norm) >= _OFTEN)


def _mark(found: dict[str, int], forms: Iterable[str], flag: int) -> None:
    for form in forms:
        found[form] = found.get(form, 0) | flag
