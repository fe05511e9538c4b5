"""Text to terms: the forms of words and of neighbouring pairs, and the keys by which they are looked up."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from unicodedata import normalize

from newsportal.text import english_stem, fold, term, tokens

Forms = list[str]
"""The forms of a text's words in order, with `PAUSE` where a pause parts them."""

PAUSE = ""


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
        self._forms = _Memory(lambda token: term(token) if token[0].isalnum() else PAUSE)
        self._keys = _Memory(lambda form: english_stem(fold(form)) if stemmed else fold(form))

    def forms(self, *texts: str) -> Forms:
        """The forms of some texts, a pause after each."""
        found: Forms = []
        for text in texts:
            found += map(self._forms.__getitem__, tokens(normalize("NFC", text)))
            found.append(PAUSE)
        return found

    def key(self, form: str) -> str:
        """The key of a word's or a pair's form."""
        first, space, second = form.partition(" ")
        return self._keys[first] + space + self._keys[second] if space else self._keys[first]


def words_of(forms: Forms) -> list[str]:
    """Every form but the pauses, in order."""
    return list(filter(None, forms))


def pairs_of(forms: Forms) -> list[str]:
    """Every two neighbouring forms that no pause parts, joined by a space."""
    return [f"{first} {second}" for first, second in pairwise(forms) if first and second]
