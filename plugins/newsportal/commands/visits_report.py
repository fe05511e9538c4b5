"""The figures as tables for editors, and as a file for the yearly report."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from newsportal.commands.console import Console
from newsportal.commands.tables import day, number, print_table
from newsportal.model import Figures, Statistics, total
from newsportal.text import english_month, vietnamese_month

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
    language = console.language
    title = console.word("visits.report", first=day(first, language), last=day(last, language))
    periods = _periods(statistics, first, last)
    rows = ((_period(period, language), *_numbers(figures, language)) for period, figures in periods)
    print_table(console, title, _heads(console, "period", *_NAMES), rows)
    for kind in _KINDS:
        first_ones = sorted(most[kind].items(), key=lambda one: (-one[1], one[0]))[:_MOST]
        if first_ones:
            counted = ((key, number(n, language)) for key, n in first_ones)
            print_table(console, "", _heads(console, kind, "n"), counted)
    feeds = ((path, f"{feed.subscribers}–{feed.subscribers_high}") for path, feed in sorted(statistics.feeds.items()))
    if statistics.feeds:
        print_table(console, "", _heads(console, "feed", "n"), feeds)
    console.say("visits.sums")


def _heads(console: Console, *names: str) -> list[str]:
    return [console.word(f"visits.{name}") for name in names]


def _periods(statistics: Statistics, first: dt.date, last: dt.date) -> Iterator[tuple[str, Figures]]:
    """Each month (`2026-11`) from the first to the last, and after its last month each year (`2026`)."""
    days = [each for each in statistics.days if first <= each.date <= last]
    for year in sorted({each.date.year for each in days}):
        of_year = [each for each in days if each.date.year == year]
        for month in sorted({each.date.month for each in of_year}):
            yield f"{year}-{month:02}", total(each.figures for each in of_year if each.date.month == month)
        yield str(year), total(each.figures for each in of_year)


def _numbers(figures: Figures, language: str) -> Iterator[str]:
    return (number(getattr(figures, name), language) for name in _NAMES)


def _period(period: str, language: str) -> str:
    year, _, month = period.partition("-")
    if not month:
        return year
    return (vietnamese_month if language == "vi" else english_month)(int(year), int(month))
