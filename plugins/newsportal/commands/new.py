"""`new.py`: a new item, ready to be written in."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from pathlib import Path

from newsportal.commands.console import CommandError, Console
from newsportal.commands.hosting import workplace
from newsportal.commands.places import below
from newsportal.model import Moment
from newsportal.text import ZONE, clean_line, parse_moment, suggest_iso

_SAMPLE_DATE = "2026-03-16"


def run(options: argparse.Namespace, console: Console) -> int:
    """Writes the item and prints its path from the current folder."""
    moment = _moment(options.date)
    if not clean_line(options.title):
        raise CommandError("new.title", 2)
    if not options.section and options.of is None:
        raise CommandError("new.no_section", 2)
    place = workplace(options)
    codes = tuple(language.code for language in place.settings.languages)
    if options.lang not in codes:
        raise CommandError("new.language", 2, language=options.lang, known=", ".join(codes))
    written = _write(options, place.content, moment, console)
    print(_from_here(written), file=console.out)
    return 0


def _write(options: argparse.Namespace, content: Path, moment: Moment | None, console: Console) -> Path:
    from newsportal.content.new import NotAnItem, UnknownSection, write_item, write_translation

    now = dt.datetime.now(ZONE)
    try:
        if options.of is not None:
            return write_translation(content, below(options.of, content), options.title, options.lang)
        return write_item(content, options.section, options.title, options.lang, moment, now)
    except FileExistsError as error:
        raise CommandError("new.exists", path=_from_here(Path(error.filename))) from error
    except NotAnItem as error:
        raise CommandError("new.original", 2, path=options.of, content=content) from error
    except UnknownSection as error:
        hint = console.word("new.nearest", nearest=error.nearest) if error.nearest else ""
        known = ", ".join(error.known)
        raise CommandError("new.section", 2, section=error.section, nearest=hint, known=known) from error


def _moment(text: str | None) -> Moment | None:
    if text is None:
        return None
    try:
        return parse_moment(clean_line(text))
    except ValueError as error:
        suggestion = suggest_iso(text) or _SAMPLE_DATE
        raise CommandError("new.date", 2, value=text, suggestion=suggestion) from error


def _from_here(path: Path) -> str:
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
