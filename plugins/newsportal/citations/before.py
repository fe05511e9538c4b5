"""What stands in front of a number: a type word and "số"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsportal.citations.typewords import ENDINGS, NO_TYPE_WORDS, TYPE_WORDS, TypeWord

WINDOW = 64
"""Characters looked back over: type word, "số", and a page break between."""
_MOST_WORDS = 8
"""A type word, "từ", "số hiệu" and a colon have no more."""
_NUMBER_WORDS = frozenset({"số", "no", "nos", "number", "numbers"})
_FROM = frozenset({"từ", "from"})
_NO_DOCUMENTS = frozenset({"mã", "lô", "thoại", "thửa", "nhà", "phòng", "form"})
"""What has numbers too: "Mẫu số 01/TTr-SKHCN" is a form."""
_PARTS = frozenset({"điều", "khoản", "điểm", "mục", "chương", "trang", "bảng", "hình", "mẫu", "biểu", "lục"})
"""What is numbered within documents: "Điều 4/TT-BTC" and "Trang 12/BC-SKHCN" shorten something else."""
_OPENING = "([{\"'“”‘’«»|–-+•>…"


class Before(NamedTuple):
    """The type word in front of a number, and where the citation with it begins; without one at the number.

    `numbered` where "số" or "No." stands between; `refused` where the number is that of something else. `last` are
    the last words in front of all; `agency` is the issuer that they tell of.
    """

    start: int
    written: str = ""
    word: TypeWord | None = None
    numbered: bool = False
    refused: bool = False
    last: Sequence[str] = ()
    agency: str = ""


def before(text: str, floor: int, place: int) -> Before:
    """Look back from a number at `place`, no further than `floor`; spaces, breaks and emphasis marks may be between.

    A tag of HTML may end right before the type word, as in "<p>Quyết định".
    """
    first = max(floor, place - WINDOW)
    words = text[first:place].replace("*", " ").replace("_", " ").replace(">", " ").rsplit(None, _MOST_WORDS)
    ends = _without_number_words(words)
    numbered = ends < len(words)
    if ends and words[ends - 1].lower() in _FROM:
        ends -= 1
    if ends:
        words[ends - 1] = words[ends - 1].rstrip(":")  # "các Quyết định: số 12/QĐ-UBND"
    last = words[ends - 1].lstrip(_OPENING).lower() if ends else ""
    if last not in ENDINGS:
        return Before(
            place, numbered=numbered, last=words, refused=last in _PARTS or (numbered and last in _NO_DOCUMENTS)
        )
    for count in ENDINGS[last]:
        if count > ends:
            continue
        head = words[ends - count].lstrip(_OPENING)
        phrase = " ".join([head, *words[ends - count + 1 : ends]])
        lower = phrase.lower()
        if lower in NO_TYPE_WORDS:
            break
        word = TYPE_WORDS.get(lower) or TYPE_WORDS.get(phrase)
        if word is not None:
            start = _start(text, first, place, [head, *words[ends - count + 1 :]])
            return Before(start, phrase, word, numbered, last=words[: ends - count])
    return Before(place, numbered=numbered)


def _without_number_words(words: list[str]) -> int:
    """How many words are left in front of "số", "số:", "số hiệu" or "No."."""
    ends = len(words)
    if ends and words[ends - 1] == ":":
        ends -= 1
    if ends > 1 and words[ends - 1].rstrip(":").lower() == "hiệu" and words[ends - 2].lower() == "số":
        return ends - 2
    return ends - 1 if ends and words[ends - 1].rstrip(":.").lower() in _NUMBER_WORDS else len(words)


def _start(text: str, first: int, place: int, words: list[str]) -> int:
    """Where the last of these words, taken from the end, begins; mostly there is one space after each."""
    usual = f"{' '.join(words)} "
    if text.endswith(usual, first, place):
        return place - len(usual)
    for word in reversed(words):
        place = text.rfind(word, first, place)
    return place
