"""Who issued a document, said in front of it as news does: "UBND tỉnh Bắc Kạn vừa ban hành Quyết định số …"."""

from __future__ import annotations

from collections.abc import Sequence

from newsportal.citations.agencies import FAMILIES, NAME_WORDS, named, numbers_as
from newsportal.citations.values import BLOCK_END

_VERBS = frozenset({
    *("ký", "có", "ra", "giao", "ban hành", "công bố", "thông qua", "phê duyệt", "cho phép", "chỉ đạo"),
    *("issued", "signed", "approved", "adopted"),
})  # fmt: skip
_ENDS = frozenset(verb.rpartition(" ")[2] for verb in _VERBS) | {"tại"}
_ALONE = frozenset({"tại", "số"})
_LINKS = frozenset({"theo", "kèm", "các", "the"}) | _ALONE
"""What may stand between the verb and the document: "phê duyệt tại"."""
_SIGNALS = _ENDS | _LINKS
_ADVERBS = frozenset({"đã", "vừa", "mới", "cũng", "sẽ", "has", "have"})
_OPENING = ' \n\xa0("“‘«*_'
_WINDOW = 112
"""Characters looked back over: the issuer's name and the verb."""


def agency_before(text: str, floor: int, place: int, last: Sequence[str], issuer: str) -> str:
    """The body, with the code `issuer`, of which the sentence says that it issued what is cited at `place`.

    `last` are the last words in front. A body with another code has but spoken of the document.
    """
    if not last or last[-1] not in _SIGNALS:
        return ""
    words, (first, end) = last, _name_in(last)
    if first == end:
        return ""
    farthest = max(floor, place - _WINDOW)
    block = text.rfind(BLOCK_END, farthest, place)
    if first <= 1 or block >= 0:  # it may begin further in front, or not so far
        words = text[max(farthest, block) : place].rstrip(_OPENING).split()
        first, end = _name_in(words)
    return _name_at_end(words[first:end], issuer)


def _name_in(words: Sequence[str]) -> tuple[int, int]:
    """From where to where words stand in front of the verb that may be a name."""
    first = end = _before_verb(words)
    while first and (words[first - 1][0].isupper() or words[first - 1] in NAME_WORDS):
        first -= 1
    return first, end


def _before_verb(words: Sequence[str]) -> int:
    """How many words are left in front of the verb, its adverbs and what follows it; 0 where there is none.

    "ý kiến của UBND tỉnh tại Công văn" and "Quyết định của UBND tỉnh số" need no verb.
    """
    end = len(words)
    while end and words[end - 1] in _LINKS:
        end -= 1
    if end and words[end - 1] in _VERBS:
        end -= 1
    elif end > 1 and f"{words[end - 2]} {words[end - 1]}" in _VERBS:
        end -= 2
    elif _ALONE.isdisjoint(words[end:]):
        return 0
    while end and words[end - 1] in _ADVERBS:
        end -= 1
    return end


def _name_at_end(words: Sequence[str], issuer: str) -> str:
    """The longest name that ends where the words end, or the name of the person begins who signed."""
    line = " ".join(words)
    place = 0
    for word in words:
        found = named(line, place)
        if found is not None and (found[0] == len(line) or line[found[0] :].split()[0] in FAMILIES):
            return line[place : found[0]] if numbers_as(found[1], issuer) else ""
        place += len(word) + 1
    return ""
