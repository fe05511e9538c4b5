"""Numbers and sizes."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from newsportal.text import (
    english_number,
    english_size,
    parse_vietnamese_number,
    vietnamese_number,
    vietnamese_size,
)


@pytest.mark.parametrize(
    ("value", "digits", "vietnamese", "english"),
    [
        (2012579, None, "2.012.579", "2,012,579"),
        (13045000, None, "13.045.000", "13,045,000"),
        (1287, None, "1.287", "1,287"),
        (999, None, "999", "999"),
        (-1287, None, "-1.287", "-1,287"),
        (0, None, "0", "0"),
        (41.2, None, "41,2", "41.2"),
        (41.0, None, "41", "41"),
        (1e16, None, "10.000.000.000.000.000", "10,000,000,000,000,000"),
        (1.5e-7, None, "0,00000015", "0.00000015"),
        (Decimal("41.20"), None, "41,20", "41.20"),
        (41, 1, "41,0", "41.0"),
        (1234.56, 1, "1.234,6", "1,234.6"),
        (2.675, 2, "2,68", "2.68"),
        (Decimal("0.5"), 0, "1", "1"),
        (Decimal("-0.5"), 0, "-1", "-1"),
        (-0.04, 1, "0,0", "0.0"),
        (-0.0, None, "0", "0"),
        (10**40, 1, "10" + ".000" * 13 + ",0", "10" + ",000" * 13 + ".0"),
    ],
)
def test_number(value: int | float | Decimal, digits: int | None, vietnamese: str, english: str) -> None:
    assert vietnamese_number(value, digits) == vietnamese
    assert english_number(value, digits) == english


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity"), Decimal("sNaN")])
def test_only_finite_numbers(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        vietnamese_number(value)


def test_digits_are_not_negative() -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        english_number(1, -1)


@pytest.mark.parametrize(
    ("size", "vietnamese", "english"),
    [
        (0, "0 B", "0 B"),
        (512, "512 B", "512 B"),
        (1023, "1.023 B", "1,023 B"),
        (1024, "1 kB", "1 kB"),
        (1536, "1,5 kB", "1.5 kB"),
        (1258291, "1,2 MB", "1.2 MB"),
        (1048575, "1 MB", "1 MB"),
        (10 * 1024**2, "10 MB", "10 MB"),
        (3 * 1024**3, "3 GB", "3 GB"),
        (5 * 1024**5, "5.120 TB", "5,120 TB"),
    ],
)
def test_size(size: int, vietnamese: str, english: str) -> None:
    assert vietnamese_size(size) == vietnamese
    assert english_size(size) == english


@pytest.mark.parametrize("form", [vietnamese_size, english_size])
def test_a_size_is_not_negative(form: Callable[[int], str]) -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        form(-1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.287", 1287),
        ("2.012.579", 2012579),
        ("1287", 1287),
        ("0", 0),
        ("-5", -5),
        ("41,2", Decimal("41.2")),
        ("2.050,75", Decimal("2050.75")),
        ("-0,5", Decimal("-0.5")),
    ],
)
def test_parse_vietnamese_number(text: str, expected: int | Decimal) -> None:
    number = parse_vietnamese_number(text)
    assert number == expected
    assert type(number) is type(expected)


@pytest.mark.parametrize(
    "text",
    ["", "1.28", "1.2870", "0.287", "1,287.5", "1287.000", "41,", ",5", "41,2%", "1 287", "+5", "1e3", "1.287\n", "٣"],
)
def test_parse_vietnamese_number_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="not a number like"):
        parse_vietnamese_number(text)
