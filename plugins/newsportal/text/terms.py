"""Words as search compares them: one form for the spellings of a Vietnamese word, one stem for those of an English."""

import re
from types import MappingProxyType

from newsportal.text.fold import unify_tones

_FINAL_Y = re.compile(r"(h|k|l|m|s|t|qu)([yýỳỷỹỵ])")
_I_FOR_Y = MappingProxyType(dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True)))
_LEADING_ZEROS = re.compile(r"0+(?=[0-9])")
_LONGEST_PADDED = 3
_SUFFIX = re.compile(r"(?<=[aeiouy])(?P<tail>[a-z]*)(?:ing|ed)$")
_SHORTEST_STEM = 3
_STEMMED = re.compile(rf"[a-z]{{{_SHORTEST_STEM + 1},}}")


def term(word: str) -> str:
    """Return the one form for the spellings of a word, marks kept: "HOÀ" gives "hòa", "kĩ" and "kỹ" give "kĩ".

    Lower case; the tone of open oa, oe, uy on the first vowel; i for the y that closes a syllable after h, k, l, m, s,
    t or qu (both are in use: kỹ thuật, kĩ thuật); no "&" ("KH&CN" is "khcn"); no zeros before a number of at most
    three digits (05/3 is 5/3, but 0278 stays). A word as `tokens` gives it is expected.
    """
    form = unify_tones(word.lower()).replace("&", "")
    if len(form) <= _LONGEST_PADDED and form.isdecimal():
        return _LEADING_ZEROS.sub("", form, count=1)
    spelled = _FINAL_Y.fullmatch(form)
    return spelled[1] + _I_FOR_Y[spelled[2]] if spelled else form


def english_stem(word: str) -> str:
    """Return what the forms of an English word share: "licences" and "licence" give "licenc".

    Plurals by Harman's rules (How effective is suffixing?, JASIS 42, 1991), then -ing and -ed after a syllable, a
    final e, and one of two equal final consonants. Words with other than the letters a to z, and words of three
    letters, are returned as they are. A folded word is expected.
    """
    if not _STEMMED.fullmatch(word):
        return word
    singular = _singular(word)
    found = _SUFFIX.search(singular)
    stem = singular[: found.end("tail")] if found and found.end("tail") >= _SHORTEST_STEM else singular
    if len(stem) > _SHORTEST_STEM and stem.endswith("e"):
        stem = stem[:-1]
    doubled = len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "aeiou"
    return stem[:-1] if doubled else stem


def _singular(word: str) -> str:
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word if word.endswith(("us", "ss", "is")) or not word.endswith("s") else word[:-1]
