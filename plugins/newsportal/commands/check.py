"""`check.py`: every problem of the content, without building, or a report on it."""

from __future__ import annotations

import argparse
import json
from collections import Counter

from newsportal.commands.console import CommandError, Console
from newsportal.commands.hosting import workplace
from newsportal.commands.places import below
from newsportal.languages.problems import message_and_hint
from newsportal.model import Problem, Severity, sort_problems


def run(options: argparse.Namespace, console: Console) -> int:
    """Prints the problems; 1 when there is an error, or with `--strict` a warning. A report has no problems."""
    if options.links and not options.report:
        raise CommandError("report.links_alone", 2)
    place = workplace(options)
    only = tuple(below(path, place.content) for path in options.paths)
    if options.report:
        from newsportal.commands.check_report import report

        return report(options, place, only, console)
    from newsportal.checking import check

    problems = sort_problems(check(place.content, place.settings, only, place.cache))
    if options.json:
        print(as_json(problems, console.language), file=console.out)
    else:
        _print(problems, console)
    return int(has_failed(problems, options.strict))


def has_failed(problems: tuple[Problem, ...], strict: bool) -> bool:
    """Whether these problems stop publication."""
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in stopping for problem in problems)


def counts(problems: tuple[Problem, ...], more_warnings: int = 0) -> dict[str, int]:
    """How many errors, warnings and notes there are, for the last line of a report."""
    found = Counter(problem.severity for problem in problems)
    warnings = found[Severity.WARNING] + more_warnings
    return {"errors": found[Severity.ERROR], "warnings": warnings, "notes": found[Severity.NOTE]}


def as_json(problems: tuple[Problem, ...], language: str) -> str:
    """The problems as a JSON list of objects with path, line, field, code, severity, message and hint."""
    return json.dumps([_record(problem, language) for problem in problems], ensure_ascii=False, indent=2)


def _record(problem: Problem, language: str) -> dict[str, object]:
    message, hint = message_and_hint(problem, language)
    return {
        "path": problem.path,
        "line": problem.line,
        "field": problem.field,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": message,
        "hint": hint,
    }


def _print(problems: tuple[Problem, ...], console: Console) -> None:
    console.problems(problems)
    if problems:
        console.say("check.count", **counts(problems))
    else:
        console.say("check.none")
