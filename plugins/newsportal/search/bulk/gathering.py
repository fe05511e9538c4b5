"""Many items to term indexes."""

from __future__ import annotations

from newsportal.search.analysis import Analyzer
from newsportal.search.bulk.grading import BATCH, Grader
from newsportal.search.bulk.planting import Planter
from newsportal.search.bulk.vocabulary import Vocabulary
from newsportal.search.items import SearchItem
from newsportal.search.terms import TermIndex


class Bulk:
    """Takes all items of an index, in order of their numbers."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._vocabulary = Vocabulary(analyzer)
        self._grader = Grader(self._vocabulary)
        self._first = 0
        self._items: list[SearchItem] = []

    def add(self, item: SearchItem) -> None:
        """The next item."""
        self._items.append(item)
        if len(self._items) == BATCH:
            self._flush()

    def added_to(self, words: TermIndex, pairs: TermIndex) -> tuple[TermIndex, TermIndex]:
        """The indexes of all items that came; those given must be empty. May be asked once."""
        self._flush()
        planter = Planter(self._vocabulary.forms, self._analyzer)
        return planter.planted(self._grader.words(), ""), planter.planted(self._grader.pairs(), " ")

    def _flush(self) -> None:
        if self._items:
            self._grader.add(self._first, self._items)
        self._first, self._items = self._first + len(self._items), []
