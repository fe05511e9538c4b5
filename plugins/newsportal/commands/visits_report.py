"""The figures as tables for editors, and as a file for the yearly report."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from newsportal.commands.console import Console
from newsportal.model import Figures, Statistics, total
from newsportal.text import (
    english_date,
    english_month,
    english_number,
    vietnamese_date,
    vietnamese_month,
    vietnamese_number,
)

_MOST = 10
_NAMES = tuple(field.name for field in fields(Figures))
_KINDS = ("page", "download", "referrer", "crawler")


def write_csv(path: Path, statistics: Statistics, first: dt.date, last: dt.date, console: Console) -> None:
    """Writes months and years, one a line, with a mark by which spreadsheets know UTF-8. Raises OSError."""
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([console.word("visits.period"), *(console.word(f"visits.{name}") for name in _NAMES)])
        for period, figures in _periods(statistics, first, last):
            writer.writerow([period, *(getattr(figures, name) for name in _NAMES)])


def print_report(
    statistics: Statistics, most: Mapping[str, Mapping[str, int]], first: dt.date, last: dt.date, console: Console
) -> None:
    """Prints months and years, what was most read, fetched and followed, and who reads feeds."""
    from rich.console import Console as Screen

    # Wide enough for a whole address where the output is no terminal.
    screen = Screen(file=console.out, width=None if console.out.isatty() else 120, highlight=False, markup=False)
    days = [_day(day, console.language) for day in (first, last)]
    _table(
        screen,
        console.word("visits.report", first=days[0], last=days[1]),
        ["visits.period", *(f"visits.{name}" for name in _NAMES)],
        ((_period(period, console.language), *_numbers(figures, console)) for period, figures in
         _periods(statistics, first, last)),
        console,
    )  # fmt: skip
    for kind in _KINDS:
        first_ones = sorted(most[kind].items(), key=lambda one: (-one[1], one[0]))[:_MOST]
        rows = ((key, _number(n, console.language)) for key, n in first_ones)
        if first_ones:
            _table(screen, "", [f"visits.{kind}", "visits.n"], rows, console)
    feeds = ((path, f"{feed.subscribers}–{feed.subscribers_high}") for path, feed in sorted(statistics.feeds.items()))
    if statistics.feeds:
        _table(screen, "", ["visits.feed", "visits.n"], feeds, console)
    console.say("visits.sums")


def _table(screen: object, title: str, heads: list[str], rows: Iterator[tuple[str, ...]], console: Console) -> None:
    from rich.console import Console as Screen
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left")
    for place, head in enumerate(heads):
        table.add_column(console.word(head), justify="right" if place else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    assert isinstance(screen, Screen)
    screen.print(table)


def _periods(statistics: Statistics, first: dt.date, last: dt.date) -> Iterator[tuple[str, Figures]]:
    """Each month (`2026-11`) from the first to the last, and after its last month each year (`2026`)."""
    days = [day for day in statistics.days if first <= day.date <= last]
    for year in sorted({day.date.year for day in days}):
        of_year = [day for day in days if day.date.year == year]
        for month in sorted({day.date.month for day in of_year}):
            yield f"{year}-{month:02}", total(day.figures for day in of_year if day.date.month == month)
        yield str(year), total(day.figures for day in of_year)


def _numbers(figures: Figures, console: Console) -> Iterator[str]:
    return (_number(getattr(figures, name), console.language) for name in _NAMES)


def _number(value: int, language: str) -> str:
    return vietnamese_number(value) if language == "vi" else english_number(value)


def _day(day: dt.date, language: str) -> str:
    return vietnamese_date(day) if language == "vi" else english_date(day)


def _period(period: str, language: str) -> str:
    year, _, month = period.partition("-")
    if not month:
        return year
    return (vietnamese_month if language == "vi" else english_month)(int(year), int(month))
