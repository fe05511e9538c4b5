"""`check.py --report`: figures for editors as tables, or as JSON for other programs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from newsportal.commands.console import Console
from newsportal.commands.tables import day, number, print_table
from newsportal.text import english_moment, vietnamese_moment

if TYPE_CHECKING:
    from newsportal.commands.links import Answer
    from newsportal.mkdocs_plugins.host import Workplace
    from newsportal.reporting import Counts, Delays, OutboundLink, Report


def report(options: argparse.Namespace, place: Workplace, only: tuple[Path, ...], console: Console) -> int:
    """Prints the report; always 0, as it judges nobody."""
    from newsportal.checking import survey

    found = survey(place.content, place.settings, only, place.cache, options.links)
    answers = _asked(found.links, console) if options.links else {}
    if found.errors:
        console.complain("report.errors", errors=len(found.errors))
    if options.json:
        record = _as_record(found.report, found.links, answers if options.links else None)
        print(json.dumps(record, ensure_ascii=False, indent=2), file=console.out)
        return 0
    _print(found.report, console)
    if options.links:
        _print_links(found.links, answers, console)
    return 0


def _asked(links: tuple[OutboundLink, ...], console: Console) -> Mapping[str, Answer]:
    from newsportal.commands.links import ask_all

    try:
        return ask_all((link.url for link in links), lambda done, total: console.progress("links", done, total))
    finally:
        console.end_progress()


def _as_record(
    found: Report, links: tuple[OutboundLink, ...], answers: Mapping[str, Answer] | None
) -> dict[str, object]:
    from newsportal.reporting import as_record

    record = as_record(found)
    if answers is not None:
        record["links"] = [
            {**link._asdict(), "status": answers[link.url].status, "error": answers[link.url].failure or ""}
            for link in links
        ]
    return record


def _print(found: Report, console: Console) -> None:
    moment = (vietnamese_moment if console.language == "vi" else english_moment)(found.generated)
    console.say("report.moment", moment=moment)
    _print_timeliness(found, console)
    _print_counts("section", found.section_items, console, console.word("report.items"))
    _print_counts("author", found.author_items, console)
    for language, sections in found.untranslated.items():
        rows = [(section, path) for section, paths in sections.items() for path in paths]
        title = console.word("report.untranslated", language=language, n=number(len(rows), console.language))
        if rows:
            print_table(console, title, _heads(console, "section", "path"), rows, left=2)


def _heads(console: Console, *names: str) -> list[str]:
    return [console.word(f"report.{name}") for name in names]


def _print_timeliness(found: Report, console: Console) -> None:
    from newsportal.reporting import LAWFUL_DAYS

    if found.total is None:
        if not found.early:
            console.say("report.no_documents")
        _print_early(found, console)
        return
    figures = ("documents", "median", "p90", "over")
    rows = {**found.sections, console.word("report.all"): found.total}
    title = console.word("report.timeliness")
    print_table(console, title, _heads(console, "section", *figures), _delay_rows(rows, console))
    print_table(console, "", _heads(console, "author", *figures), _delay_rows(found.authors, console))
    console.say("report.limits", own=LAWFUL_DAYS[0], other=LAWFUL_DAYS[1])
    if found.late:
        heads = _heads(console, "path", "issued", "published", "days", "limit")
        print_table(console, console.word("report.late"), heads, _late_rows(found, console.language))
    _print_early(found, console)


def _print_early(found: Report, console: Console) -> None:
    rows = [
        (each.path, day(each.issued, console.language), day(each.published, console.language)) for each in found.early
    ]
    if rows:
        print_table(console, console.word("report.early"), _heads(console, "path", "issued", "published"), rows)


def _delay_rows(groups: Mapping[str, Delays], console: Console) -> Iterator[tuple[str, ...]]:
    nobody = console.word("report.nobody")
    for group, found in groups.items():
        figures = (found.count, found.median, found.p90, found.over)
        yield group or nobody, *(number(figure, console.language) for figure in figures)


def _late_rows(found: Report, language: str) -> Iterator[tuple[str, ...]]:
    for each in found.late:
        dates = day(each.issued, language), day(each.published, language)
        yield each.path, *dates, number(each.days, language), str(each.limit)


def _print_counts(group: str, counts: Counts, console: Console, title: str = "") -> None:
    if counts:
        heads = _heads(console, group, "year")
        months = [str(month) for month in range(1, 13)]
        print_table(console, title, [*heads, *months, console.word("report.whole")], _count_rows(counts, console))


def _count_rows(counts: Counts, console: Console) -> Iterator[tuple[str, ...]]:
    for group, counted in counts.items():
        for year in (period for period in counted if "-" not in period):
            periods = [*(f"{year}-{month:02}" for month in range(1, 13)), year]
            shown = (number(counted[each], console.language) if each in counted else "" for each in periods)
            yield group or console.word("report.nobody"), year, *shown


def _print_links(links: tuple[OutboundLink, ...], answers: Mapping[str, Answer], console: Console) -> None:
    dead = [link for link in links if answers[link.url].is_dead]
    if dead:
        rows = ((link.url, f"{link.path}:{link.line}", _told(answers[link.url], console)) for link in dead)
        print_table(console, console.word("report.links"), _heads(console, "link", "place", "answer"), rows, left=3)
    console.say("report.asked", n=number(len(links), console.language), dead=number(len(dead), console.language))


def _told(answer: Answer, console: Console) -> str:
    return console.word(f"report.{answer.failure}") if answer.failure else str(answer.status)
