"""Numbers and file sizes, written in Vietnamese ("2.012.579", "41,2") and English."""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

_SWAPPED = str.maketrans(",.", ".,")
_WRITTEN = re.compile(r"(-?)([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_STEP = 1024
_UNITS = ("B", "kB", "MB", "GB", "TB")
_TENTH = Decimal("0.1")


def vietnamese_number(value: int | float | Decimal, digits: int | None = None) -> str:
    """Return a number with a dot between thousands and a decimal comma: "2.012.579", "41,2".

    `digits` fixes the places after the comma, rounding halves up (away from zero). Without it an
    int or Decimal is written as it is, a float with as many places as it needs. Raises ValueError
    for infinity, not-a-number and negative `digits`.
    """
    return english_number(value, digits).translate(_SWAPPED)


def english_number(value: int | float | Decimal, digits: int | None = None) -> str:
    """Return a number with a comma between thousands and a decimal point: "2,012,579", "41.2".

    Rounding and errors are those of `vietnamese_number`.
    """
    if digits is not None and digits < 0:
        raise ValueError(f"the number of digits must not be negative: {digits}")
    with localcontext() as context:
        context.rounding = ROUND_HALF_UP
        text = format(_exact(value), ",f" if digits is None else f",.{digits}f")
    return text if text.strip("-0.,") else text.lstrip("-")


def vietnamese_size(size: int) -> str:
    """Return a size in bytes as people read it: "512 B", "1,2 MB".

    At most one place after the comma. The units are those that file managers show: kB, MB, GB and
    TB step by 1024, not by the 1000 of the SI. Raises ValueError for a negative size.
    """
    amount, unit = _scaled(size)
    return f"{vietnamese_number(amount)} {unit}"


def english_size(size: int) -> str:
    """Return a size in bytes as "512 B" or "1.2 MB", by the rules of `vietnamese_size`."""
    amount, unit = _scaled(size)
    return f"{english_number(amount)} {unit}"


def parse_vietnamese_number(text: str) -> int | Decimal:
    """Read a number as Vietnamese text has it: "1.287" is 1287, "41,2" is Decimal("41.2").

    Dots part thousands and must stand at every third digit, or at none. Raises ValueError for
    anything else ("1.28", "1,287.5", "41,2%").
    """
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise ValueError(f"not a number like 1.287 or 41,2: {text!r}")
    sign, whole, places = match.groups()
    plain = sign + whole.replace(".", "")
    return int(plain) if places is None else Decimal(f"{plain}.{places}")


def _exact(value: int | float | Decimal) -> Decimal:
    # The shortest text of a float is what its writer meant: 2.675, not 2.67499999999999982.
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    return _whole(number) if isinstance(value, float) else number


def _whole(number: Decimal) -> Decimal:
    return Decimal(int(number)) if number == int(number) else number


def _scaled(size: int) -> tuple[Decimal, str]:
    if size < 0:
        raise ValueError(f"a size must not be negative: {size}")
    amounts = [(Decimal(size) / _STEP**power).quantize(_TENTH, ROUND_HALF_UP) for power in range(len(_UNITS))]
    # Rounded before it is compared: 1,048,575 bytes are 1 MB, not 1,024 kB.
    power = next((power for power, amount in enumerate(amounts) if amount < _STEP), len(_UNITS) - 1)
    return _whole(amounts[power]), _UNITS[power]
