"""The term vector of one item: its terms, each with a grade that says where and how often it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

from newsportal.search.analysis import Analyzer, pairs_of, words_of
from newsportal.search.items import SearchItem
from newsportal.search.postings import PLAIN

Terms = Mapping[str, int]
"""Form → grade, six bits, the lowest first.

- times in the body: 0 none, 1 few (`PLAIN` when that is all), 2 many;
- in the title (two bits): 0 not, 1 in a long one, 2 in a short one, 3 at its beginning;
- whether it stands in a label; whether it stands in the summary.
"""

MANY, LONG_TITLE, SHORT_TITLE, TITLE_START, LABEL, SUMMARY = 2, 4, 8, 12, 16, 32
_SHORT = 8
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
        often = least_often(body_length)
        found = {form: MANY if times >= often else PLAIN for form, times in Counter(self.body).items()}
        _mark(found, self.title[:1], TITLE_START)
        _mark(found, self.title[1:], in_title(title_length))
        _mark(found, self.labels, LABEL)
        _mark(found, self.summary, SUMMARY)
        return found


def in_title(length: int) -> int:
    """The grade of a term in a title of so many words."""
    return SHORT_TITLE if length <= _SHORT else LONG_TITLE


def least_often(length: int) -> int:
    """How many times are many in a text of so many words."""
    norm = _K1 * (1 - _B + _B * length / _USUAL_LENGTH)
    return next(times for times in count(1) if times * (_K1 + 1) / (times + norm) >= _OFTEN)


def _mark(found: dict[str, int], forms: Iterable[str], flag: int) -> None:
    for form in forms:
        found[form] = found.get(form, 0) | flag
