"""Tables, numbers and dates at the terminal, in the console's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from newsportal.commands.console import Console
from newsportal.text import english_date, english_number, vietnamese_date, vietnamese_number

_WIDTH = 120
"""Columns where the output is no terminal: room for a whole address."""


def print_table(
    console: Console, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], left: int = 1
) -> None:
    """Prints a table with an optional title; the first `left` columns are text, the others figures."""
    from rich.console import Console as Screen
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left")
    for place, head in enumerate(heads):
        table.add_column(Text(head), justify="left" if place < left else "right", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    width = None if console.out.isatty() else _WIDTH
    Screen(file=console.out, width=width, highlight=False, markup=False).print(table)


def number(value: float, language: str) -> str:
    """A number as people of the language write it."""
    return vietnamese_number(value) if language == "vi" else english_number(value)


def day(value: dt.date, language: str) -> str:
    """A date, likewise."""
    return vietnamese_date(value) if language == "vi" else english_date(value)
