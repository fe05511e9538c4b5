"""Syllables for search, and shortened text for lists and feeds."""

import re
from itertools import pairwise
from unicodedata import category

from newsportal.text.fold import fold

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
# Between letters and digits a point, comma or colon parts nothing: 1.287, 01:2015, TP.HCM.
_TOKEN = re.compile(rf"{_WORD.pattern}|[.,:](?![^\W_])|[;!?…()“”\"\n\r\v\f\x85\u2028\u2029]")
_LAST_SPACE = re.compile(r"(.*\S)\s", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<![.!?…])([.!?…]+)[”’\"')\]»]*(?!\S)")
_NEXT = re.compile(r"[\s“‘\"'(\[«]*(.?)")
_WORD_START = re.compile(r"[\s.“‘\"'(\[«]")
_BEFORE_LIST_NUMBER = ".:;!?…\n"
_LOOK_BACK = 12  # longer than any abbreviation
_ELLIPSIS = "…"
_SAYS_SOMETHING = "%‰"
# A single capital letter (P. 5, Q. 1, Nguyễn V. An) needs no entry.
_ABBREVIATIONS = frozenset(
    (
        *("GS", "PGS", "TS", "TSKH", "ThS", "BS", "DS", "KS", "CN", "CVC", "ĐC", "Đc"),
        *("TP", "Tp", "TX", "TT", "TM", "KT", "TL", "TUQ", "Tr"),
        *("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "No", "Nos", "Art", "Vol", "vs"),
    )
)


def syllables(text: str) -> list[str]:
    """Return the folded words of `text` in order: runs of letters and digits.

    An ampersand between letters joins them: "KH&CN" is "kh&cn". Cleaned text is expected: a
    zero-width character would part a word.
    """
    return _WORD.findall(fold(text))


def tokens(text: str) -> list[str]:
    """Return the words and the pauses of `text` in order, as they are written; a word begins with a letter or digit.

    Pauses are ; ! ? … brackets, double quotes, line ends, and . , : before anything but a letter
    or digit ("1.287", "01:2015" and "TP.HCM" have none). Hyphens and slashes do not part.
    """
    return _TOKEN.findall(text)


def pairs(text: str) -> list[str]:
    """Return each two neighbouring syllables joined by a space: "de tai", "tai kh&cn".

    Most Vietnamese words have two syllables. No pair reaches over a pause (see `tokens`).
    """
    found = pairwise(tokens(fold(text)))
    return [f"{first} {second}" for first, second in found if first[0].isalnum() and second[0].isalnum()]


def truncate(text: str, limit: int) -> str:
    """Return `text` stripped and cut at a word's end, in at most `limit` characters.

    What is cut ends in "…", which counts, with no punctuation before it (% is kept). A first word
    that is too long is cut inside. Raises ValueError for a negative limit.
    """
    if limit < 0:
        raise ValueError(f"the limit must not be negative: {limit}")
    text = text.strip()
    if len(text) <= limit:
        return text
    return _cut(text, limit - 1) + _ELLIPSIS if limit else ""


def first_sentences(text: str, limit: int) -> str:
    """Return the whole sentences at the start of `text` that fit in `limit` characters.

    When not even the first one fits, it is truncated. "TP. Hồ Chí Minh", "TS. Lan" and "v.v. và"
    do not end a sentence. Raises ValueError for a negative limit.
    """
    text = text.strip()
    if len(text) <= limit or limit < 0:
        return truncate(text, limit)
    return text[: _last_sentence_end(text, limit)] or truncate(text, limit)


def sentence_around(text: str, start: int, end: int, limit: int) -> str:
    """Return the sentence that holds `text[start:end]`, on one line; of a long one the `limit` characters around that.

    What is cut ends or begins in "…". A line's end ends a sentence, unless it is within `text[start:end]`.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    first = _sentence_start(text, max(first, start - limit), start) or first
    after = _SENTENCE_END.finditer(text, end, min(last, end + limit))
    last = next((match.end() for match in after if _ends_sentence(match)), last)
    lead, tail = text[first:start], text[end:last]
    if last - first > limit:
        side = max(0, (limit - (end - start)) // 2)
        lead, tail = _ending(lead, side), _beginning(tail, side)
    return " ".join(f"{lead}{text[start:end]}{tail}".split())


def _sentence_start(text: str, first: int, place: int) -> int:
    """Where the last sentence before a place ends, looked for from there back to `first`; 0 where none does."""
    at = place
    while (at := max(text.rfind(sign, first, at) for sign in ".!?…")) >= 0:
        match = _SENTENCE_END.match(text, at)
        if match and match.end() <= place and _ends_sentence(match):
            return match.end()
    return 0


def _ending(text: str, room: int) -> str:
    """The end of a text in `room` characters and whole words."""
    if len(text) <= room:
        return text
    kept = text[len(text) - room :]
    return f"{_ELLIPSIS} {kept.partition(' ')[2]}"


def _beginning(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[:room].rpartition(' ')[0]}{_ELLIPSIS}"


def _cut(text: str, room: int) -> str:
    head = text[:room]
    if text[room].isspace():
        return _without_punctuation(head)
    whole_words = _LAST_SPACE.match(head)
    kept = _without_punctuation(whole_words[1]) if whole_words else ""
    return kept or _without_punctuation(text[: _between_letters(text, room)])


def _between_letters(text: str, at: int) -> int:
    """Step back from a place between a letter and its marks."""
    while at and category(text[at]).startswith("M"):
        at -= 1
    return at


def _without_punctuation(text: str) -> str:
    end = len(text)
    while end and _is_trailing(text[end - 1]):
        end -= 1
    return text[:end]


def _is_trailing(character: str) -> bool:
    punctuation = category(character).startswith("P") and character not in _SAYS_SOMETHING
    return punctuation or character.isspace()


def _last_sentence_end(text: str, limit: int) -> int:
    found = [*_SENTENCE_END.finditer(text, 0, limit + 1)]  # one further: what follows the end counts
    return next((match.end() for match in reversed(found) if match.end() <= limit and _ends_sentence(match)), 0)


def _ends_sentence(match: re.Match[str]) -> bool:
    following = _NEXT.match(match.string, match.end())
    if following and following[1].islower():
        return False
    return match[1] != "." or not _is_abbreviated(match.string[max(0, match.start() - _LOOK_BACK) : match.start()])


def _is_abbreviated(before: str) -> bool:
    word = _WORD_START.split(before)[-1]
    if word.isdecimal():  # "1. Mục tiêu" numbers an entry, "năm 2022." ends a sentence
        lead = before.removesuffix(word).rstrip(" ")
        return not lead or lead[-1] in _BEFORE_LIST_NUMBER
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper())
