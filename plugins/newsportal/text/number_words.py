"""Numbers in Vietnamese words: "mười ba triệu không trăm bốn mươi lăm nghìn" and back.

Written is the northern standard (nghìn, linh); read are the southern words (ngàn, lẻ) and both spellings of tỷ as well.
What only speech shortens and readers could take for something else ("một triệu hai", "hai trăm năm") is not read.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = "tỷ"
_SCALES: Mapping[str, int] = MappingProxyType({"triệu": 10**6, "nghìn": 10**3})
_VALUES: Mapping[str, int] = MappingProxyType({word: value for value, word in enumerate(_DIGITS)} | {"bẩy": 7})
_ONES: Mapping[str, int] = MappingProxyType({**_VALUES, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5})
"""Words of the ones place after "mươi"."""
_TEENS: Mapping[str, int] = MappingProxyType({**_VALUES, "lăm": 5, "nhăm": 5})
"""Words of the ones place after "mười"."""
_VARIANTS: Mapping[str, str] = MappingProxyType({"ngàn": "nghìn", "lẻ": "linh", "tỉ": "tỷ", "rưởi": "rưỡi"})
_SEPARATORS = re.compile(r"[\s,]+")
_HALF = "rưỡi"
_POINT = "phẩy"
_HALVES: Mapping[str, int] = MappingProxyType({"trăm": 10**2, **_SCALES, _BILLION: 10**9})


class _NoNumber(Exception):
    """The words are none of a number."""


def vietnamese_number_words(value: int | Decimal) -> str:
    """Return a number in words: 2005 is "hai nghìn không trăm linh năm", Decimal("41.2") "bốn mươi mốt phẩy hai".

    Places after the comma are told digit by digit. Raises ValueError for infinity and not-a-number.
    """
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {value}")
    whole, _, places = format(exact.copy_abs(), "f").partition(".")
    words = ("âm " if exact < 0 else "") + " ".join(_whole_words(int(whole)))
    return f"{words} {_POINT} {' '.join(_DIGITS[int(digit)] for digit in places)}" if places else words


def parse_vietnamese_number_words(text: str) -> int | Decimal:
    """Read a number in words, case aside; commas between the words are let be.

    Known are nghìn and ngàn, linh and lẻ, tỷ and tỉ, mốt, tư, lăm and nhăm, "rưỡi" after hundreds and higher units,
    "phẩy" with digits or a number after it, and a unit after such a number ("một phẩy năm tỷ"). Raises ValueError for
    all else.
    """
    words = [_VARIANTS.get(word, word) for word in _SEPARATORS.split(text.strip().lower()) if word]
    negative = words[:1] == ["âm"]
    try:
        value = _number(words[1:] if negative else words)
    except _NoNumber:
        raise ValueError(f"not a number in words: {text!r}") from None
    return -value if negative else value


def _whole_words(value: int) -> list[str]:
    """The words of a natural number. Billions are counted in billions: "một nghìn tỷ"."""
    if value >= 10**9:
        billions, rest = divmod(value, 10**9)
        return [*_whole_words(billions), _BILLION, *(_below_billion(rest, follows=True) if rest else [])]
    return _below_billion(value, follows=False) if value else [_DIGITS[0]]


def _below_billion(value: int, follows: bool) -> list[str]:
    """The words of groups of three digits; a group that follows another says its empty hundreds."""
    words: list[str] = []
    for name, scale in (*_SCALES.items(), ("", 1)):
        group, value = divmod(value, scale)
        if group:
            words += [*_group_words(group, follows or bool(words)), *([name] if name else [])]
    return words


def _group_words(value: int, follows: bool) -> list[str]:
    hundreds, rest = divmod(value, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or follows else []
    if 0 < rest < 10:
        return [*words, *(["linh"] if words else []), _DIGITS[rest]]
    return [*words, *_tens_words(rest)]


def _tens_words(value: int) -> list[str]:
    tens, ones = divmod(value, 10)
    if not tens:
        return []
    head = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if not ones:
        return head
    special = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"}
    return [*head, special.get(ones, _DIGITS[ones])]


def _number(words: Sequence[str]) -> int | Decimal:
    if _POINT in words:
        return _decimal(words)
    if words[-1:] == [_HALF]:
        return _with_half(words[:-1])
    return _whole(words)


def _decimal(words: Sequence[str]) -> int | Decimal:
    """A whole part, "phẩy", places, and perhaps a unit: "một phẩy hai mươi lăm tỷ"."""
    at = words.index(_POINT)
    end = len(words)
    while end > at and words[end - 1] in (*_SCALES, _BILLION):
        end -= 1
    scale = 1
    for unit in words[end:]:
        scale *= _SCALES.get(unit, 10**9)
    exact = Decimal(f"{_whole(words[:at])}.{_places(words[at + 1 : end])}") * scale
    return int(exact) if scale > 1 and exact == int(exact) else exact


def _places(words: Sequence[str]) -> str:
    """The digits after the comma, told one by one or as a number."""
    if words and all(word in _VALUES for word in words):
        return "".join(str(_VALUES[word]) for word in words)
    return str(_whole(words))


def _with_half(words: Sequence[str]) -> int | Decimal:
    """ "hai triệu rưỡi": half of the unit before it, or of one."""
    last = words[-1] if words else ""
    if last in _HALVES:
        return _whole(words) + _HALVES[last] // 2
    return _whole(words) + Decimal("0.5")


def _whole(words: Sequence[str]) -> int:
    if _BILLION in words:
        at = len(words) - 1 - words[::-1].index(_BILLION)
        rest = words[at + 1 :]
        return _whole(words[:at]) * 10**9 + (_scaled(rest, tuple(_SCALES), follows=True) if rest else 0)
    return _scaled(words, tuple(_SCALES), follows=False)


def _scaled(words: Sequence[str], units: Sequence[str], follows: bool) -> int:
    """A number below 10⁹ whose largest unit is the first of `units`, or one of the following."""
    if not units:
        return _group(words, follows)
    unit, *smaller = units
    if unit not in words:
        return _scaled(words, smaller, follows)
    at = words.index(unit)
    rest = words[at + 1 :]
    return _group(words[:at], follows) * _SCALES[unit] + (_scaled(rest, smaller, follows=True) if rest else 0)


def _group(words: Sequence[str], follows: bool) -> int:
    """A number below 1000. After a larger unit a bare digit is no number: "một triệu hai" may mean 1,200,000."""
    if "trăm" in words:
        if len(words) < 2 or words[1] != "trăm":
            raise _NoNumber
        return _value(words[0], _VALUES) * 100 + (_below_hundred(words[2:], follows=True) if words[2:] else 0)
    return _below_hundred(words, follows)


def _below_hundred(words: Sequence[str], follows: bool) -> int:
    match words:
        case ["mười"]:
            return 10
        case [ones] if not follows:
            return _value(ones, _VALUES)
        case ["linh", ones] if follows:
            return _value(ones, _VALUES)
        case ["mười", ones]:
            return 10 + _value(ones, _TEENS)
        case [tens, "mươi" | "mười"]:
            return _value(tens, _VALUES) * 10
        case [tens, "mươi" | "mười", ones]:
            return _value(tens, _VALUES) * 10 + _value(ones, _ONES)
    raise _NoNumber


def _value(word: str, values: Mapping[str, int]) -> int:
    if word not in values:
        raise _NoNumber
    return values[word]
