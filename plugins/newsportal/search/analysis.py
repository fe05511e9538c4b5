"""Text to terms: the forms of words and of neighbouring pairs, and the keys by which they are looked up."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, pairwise
from unicodedata import normalize

from newsportal.text import english_stem, fold, runs, term

Runs = list[list[str]]
"""The forms of a text's words, in runs that a pause ends."""


class _Memory(dict[str, str]):
    """A function of a word, worked out once a word: a language has few, and they come by the million."""

    def __init__(self, function: Callable[[str], str]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> str:
        value = self[word] = self._function(word)
        return value


class Analyzer:
    """Cuts the texts of one language into terms; keep one a build.

    A *form* is a word as search compares it with its marks ("đề"), a pair two neighbouring forms ("đề tài"). The
    *key* of a form is folded ("de", "de tai"), and stemmed word by word where the language's words change.
    """

    def __init__(self, language: str) -> None:
        stemmed = language == "en"
        self._forms = _Memory(term)
        self._keys = _Memory(lambda form: english_stem(fold(form)) if stemmed else fold(form))

    def runs(self, text: str) -> Runs:
        """The forms of `text`, run by run."""
        forms = self._forms
        return [[forms[word] for word in run] for run in runs(normalize("NFC", text))]

    def key(self, form: str) -> str:
        """The key of a word's or a pair's form."""
        first, space, second = form.partition(" ")
        return self._keys[first] + space + self._keys[second] if space else self._keys[first]


def words_of(found: Runs) -> list[str]:
    """Every form, in order."""
    return list(chain.from_iterable(found))


def pairs_of(found: Runs) -> list[str]:
    """Every two neighbouring forms of a run, joined by a space."""
    return [f"{first} {second}" for run in found for first, second in pairwise(run)]
