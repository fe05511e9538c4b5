"""Codes of a closed list, recognised as people write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

_SHORTEST_MENDED = 4
"""Letters: shorter codes have too many neighbours that are codes too."""
_BARE = str.maketrans("ĐƯ", "DU")


class Spelled(NamedTuple):
    """What a written code is: the list's `code`, or itself if unknown; `doubtful` where it is only the nearest."""

    code: str
    known: bool
    doubtful: bool = False


class Spelling(NamedTuple):
    """A closed list made ready for reading. All tables lead to the list's codes."""

    exact: Mapping[str, Spelled]
    any_case: Mapping[str, str]
    bare: Mapping[str, str]
    """Capitals with D for Đ and U for Ư; only where one code is written so."""
    near: Mapping[str, frozenset[str]]
    """Codes with one letter left out, and whole."""

    def read(self, written: str) -> Spelled:
        """Recognise a code: exactly, in other letter case, with D for Đ, or at distance one where that is but one code.

        Distance one is a letter too many, too few or another, or two neighbours exchanged; for codes of four letters
        or more. Another first letter is no slip: it tells other bodies apart (ĐTKHCN, TTKHCN). Letter case is no doubt
        (headings are in capitals), anything else that differs is. Digits are letters like others only here: numbers
        never come this way.
        """
        exact = self.exact.get(written)
        if exact is not None:
            return exact
        upper = written.upper()
        code = self.any_case.get(upper)
        if code is not None:
            return Spelled(code, known=True)
        mended = self.bare.get(upper.translate(_BARE)) or self._nearest(upper)
        return Spelled(mended, known=True, doubtful=True) if mended else Spelled(written, known=False)

    def _nearest(self, upper: str) -> str | None:
        if len(upper) < _SHORTEST_MENDED:
            return None
        candidates = {code for form in _shortened(upper) for code in self.near.get(form, ())}
        close = [code for code in candidates if _one_apart(upper, code.upper())]
        return close[0] if len(close) == 1 else None


def spelling(codes: Mapping[str, Iterable[str]]) -> Spelling:
    """Make the tables of a list: code → other accepted spellings of it."""
    exact = {form: code for code, others in codes.items() for form in (code, *others)}
    near: defaultdict[str, set[str]] = defaultdict(set)
    for code in codes:
        if len(code) >= _SHORTEST_MENDED:
            for form in _shortened(code.upper()):
                near[form].add(code)
    return Spelling(
        MappingProxyType({form: Spelled(code, known=True) for form, code in exact.items()}),
        _unambiguous((form.upper(), code) for form, code in exact.items()),
        _unambiguous((form.upper().translate(_BARE), code) for form, code in exact.items()),
        MappingProxyType({form: frozenset(found) for form, found in near.items()}),
    )


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, code in pairs:
        found[form].add(code)
    return MappingProxyType({form: next(iter(codes)) for form, codes in found.items() if len(codes) == 1})


def _shortened(code: str) -> set[str]:
    """The code, and with each letter left out: codes at distance one share such a form."""
    return {code, *(code[:place] + code[place + 1 :] for place in range(len(code)))}


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter is added, missing or another, or two neighbours are exchanged."""
    if len(one) < len(other):
        one, other = other, one
    start = next((place for place, letter in enumerate(other) if letter != one[place]), len(other))
    if len(one) > len(other):
        return len(one) - len(other) == 1 and one[start + 1 :] == other[start:]
    if not start and one[1:] == other[1:]:
        return False
    swapped = one[start : start + 2] == other[start : start + 2][::-1]
    return one[start + 1 :] == other[start + 1 :] or (swapped and one[start + 2 :] == other[start + 2 :])
