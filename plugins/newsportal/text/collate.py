"""Vietnamese dictionary order."""

import re
import string
from types import MappingProxyType
from unicodedata import category, decimal, normalize

from newsportal.text.fold import D_LOOKALIKES, unify_tones

CollationKey = tuple[str, str, str, str]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the dictionary's order
_NO_TONE, _OTHER_MARK = "0", "9"
# The classes of characters in order: signs, numbers, the alphabet, letters of other scripts.
_SIGN, _NUMBER, _FIRST_LETTER, _FOREIGN = "\x01", "\x02", 0x100, "\u0200"
_DIGITS = re.compile(r"[0-9]+")
_LONGEST_NUMBER = 0x10FFFF

_LETTERS = MappingProxyType({letter: chr(_FIRST_LETTER + rank) for rank, letter in enumerate(_ALPHABET)})


def collation_key(text: str) -> CollationKey:
    """Return a key that sorts texts in Vietnamese dictionary order.

    Letters decide first (a < ă < â, d < đ, e < ê, o < ô < ơ, u < ư; f, j, w, z in their Latin
    places), a space or sign before any letter, digits by the number they write. Then tones: none,
    huyền, hỏi, ngã, sắc, nặng; their placement (hoà, hòa) does not count. Then case, small letters
    first. The NFC text comes last: keys are equal only for canonically equal texts.
    """
    plain = normalize("NFC", text)
    elements = [_ELEMENTS.get(character) or _element(character) for character in unify_tones(plain)]
    letters = "".join(letter for letter, _, _ in elements)
    tones = "".join(tone for _, tone, _ in elements)
    cases = "".join(case for _, _, case in elements)
    return _DIGITS.sub(_number, letters), tones, cases, plain


def _number(match: re.Match[str]) -> str:
    # Without leading zeros the longer number is the greater one; `int` refuses very long ones.
    digits = match.group().lstrip("0")
    return _NUMBER + chr(min(len(digits), _LONGEST_NUMBER)) + digits


def _element(character: str) -> tuple[str, str, str]:
    base, tone = _without_tone(character.translate(D_LOOKALIKES))
    lower = base.lower()
    return _rank(lower), tone, "0" if lower == base else "1"


def _without_tone(character: str) -> tuple[str, str]:
    parts = normalize("NFD", character)
    tones = [part for part in parts if part in _TONES]
    base = normalize("NFC", "".join(part for part in parts if part not in _TONES))
    if base.lower() in _LETTERS:
        return base, _tone_rank(tones)
    # A foreign mark (ü, ç) leaves the letter where it stands without it.
    unmarked = "".join(part for part in parts if not category(part).startswith("M"))
    return unmarked, _NO_TONE if unmarked == parts else _OTHER_MARK


def _tone_rank(tones: list[str]) -> str:
    return str(1 + _TONES.index(tones[0])) if tones else _NO_TONE


def _rank(letter: str) -> str:
    if letter in _LETTERS or not letter:
        return _LETTERS.get(letter, "")
    if letter.isdecimal():
        return "".join(str(decimal(digit)) for digit in letter)
    return (_FOREIGN if letter[0].isalnum() else _SIGN) + letter


def _prepared() -> dict[str, tuple[str, str, str]]:
    plain = [normalize("NFC", letter + tone) for letter in _ALPHABET for tone in ("", *_TONES)]
    known = [*plain, *(letter.upper() for letter in plain), *string.digits, *string.punctuation, " "]
    return {character: _element(character) for character in known if len(character) == 1}


_ELEMENTS = _prepared()


ALPHABET = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
"""The Vietnamese letters in their order."""


def initial(text: str) -> str:
    """The letter a text stands under in an index: `Ấp Bắc` under Â, `Đề án` under Đ; its first character otherwise."""
    first = text[:1].upper()
    key = collation_key(first)[0]
    return next((letter for letter in ALPHABET if collation_key(letter)[0] == key), first)
