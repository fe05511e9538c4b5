"""The time is linear in the length of the text, whatever the text."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from newsportal.citations import find
from sites import REPOSITORY

CHARACTERS = 24_000
FACTOR = 4
"""How much longer the larger text is; a quadratic step would take the square of it."""
SLACK = 2.5
"""Machines are shared: how much longer than in proportion it may take. Only a quadratic step takes more."""


def repeated(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def numbered(pattern: str) -> Callable[[int], str]:
    """A pattern with ever new letters in place of `@`."""
    return lambda length: "".join(pattern.replace("@", _letters(place)) for place in range(length // len(pattern)))


def _letters(place: int) -> str:
    return "".join(chr(ord("A") + int(digit)) for digit in f"{place:06}")


HOSTILE = {
    **{
        unit: repeated(unit)
        for unit in (
            "Quyết định số ",
            "Quyết định số 12/QĐ-UBND, ",
            "1/1/1/",
            "/",
            "*",
            " ",
            "\n",
            "1",
            "Ạ",
            "số 12, 13, ",
            "12, ",
            "Số:      /",
            "Số....",
            "12-NQ/TU ",
            "1/A-",
            "1/QĐ-ABCDEFGH ",
            "12/QĐ-UBND ngày 1 tháng ",
            "12/QĐ-UBND của UBND tỉnh Bắc Kạn ",
            "365/KH-UBND ",
            "UBND tỉnh Bắc Kạn đã ban hành Quyết định số 12/QĐ-UBND ",
            "UBND UBND tỉnh tại Quyết định 12/QĐ-UBND ",
            "12/QĐ-UBND (UBND tỉnh ",
            "12/QĐ-UBND, ngày 1/2/2022, UBND ",
            "| 12/QĐ-UBND | 1/2/2022 ",
            "12/QĐ-UBND \x1f\n ",
            "12/QĐ-\n",
            "12/QĐ.UB.",
            "1.245/",
            "ngày 1",
            "QĐ-UBNDngày 1/",
            "Nghị quyết 12 triệu ",
            "TCVN 1-",
            "TCVN ISO ",
            "QCVN 01:2015/",
            "Nghị định 35 ",
            "35/2015/NĐ-CP Nghị định 35 ",
            "Luật Đất đai ",
            "Luật Ab cd ef ",
            "Luật sửa đổi, bổ sung một số điều của Luật Đất đai, Luật Giá, ",
            "Law on Aaa Bbb and of the ",
        )
    },
    "prose": repeated(
        "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "content/vi").rglob("*.md")))
    ),
    "ever new issuers": numbered("Nghị định số 35/2015/NĐ-@. Theo Nghị định 35 thì khác; "),
    "ever new days": numbered("124/QĐ-UBND ngày 1/2/2022 của UBND tỉnh @; 124/QĐ-UBND; "),
    "ever new letters": numbered("Công văn số 12/@-KT và 13/SKHCN-@; "),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text(name: str) -> None:
    make = HOSTILE[name]
    small, large = make(CHARACTERS), make(CHARACTERS * FACTOR)
    assert any(_seconds(large) <= FACTOR * SLACK * _seconds(small) + 0.01 for _ in range(4))


def _seconds(text: str) -> float:
    """Of the processor, not of the clock."""
    start = time.process_time()
    find(text)
    return time.process_time() - start
