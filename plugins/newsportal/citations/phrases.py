"""Known names of several words, found at a place of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from newsportal.text import unify_tones

_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"[\s,&*_'’–-]{1,4}([^\W_]+)")

_LATE_TONE = re.compile("[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]")
"""What may be a tone on the second vowel: names are known by the first."""


class Phrases(NamedTuple):
    """Names, word by word in lower case: what each whole name stands for, and the beginnings of names."""

    whole: Mapping[str, str]
    beginnings: frozenset[str]

    def longest(self, text: str, place: int) -> tuple[int, str] | None:
        """The longest name that begins at `place`: where it ends, and what it stands for.

        Letter case, the placement of tones (hoà, hòa) and the marks between words (commas, hyphens) make no difference.
        """
        match, phrase, found = _WORD.match(text, place), "", None
        while match:
            phrase = self._grown(phrase, match[match.lastindex or 0])
            if not phrase:
                break
            if phrase in self.whole:
                found = match.end(), self.whole[phrase]
            match = _NEXT.match(text, match.end())
        return found

    def _grown(self, phrase: str, word: str) -> str:
        """The phrase with one more word, if names begin so."""
        longer = f"{phrase} {word.lower()}" if phrase else word.lower()
        if longer in self.beginnings:
            return longer
        if word.isascii() or not _LATE_TONE.search(word):
            return ""
        longer = unify_tones(longer)
        return longer if longer in self.beginnings else ""


def phrases(names: Mapping[str, str]) -> Phrases:
    """Make names ready for `longest`: name → what it stands for."""
    whole = {" ".join(_WORD.findall(unify_tones(name).lower())): value for name, value in names.items()}
    beginnings = {name[:place] for name in whole for place in (*_ends(name), len(name))}
    return Phrases(MappingProxyType(whole), frozenset(beginnings))


def _ends(name: str) -> list[int]:
    return [place for place, letter in enumerate(name) if letter == " "]
