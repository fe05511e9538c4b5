"""What is wrong with the content, told so that an editor can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is: an error stops publication, a warning does so only in a strict build, a note never does:
    it is for `check.py` alone, and perhaps there is nothing wrong."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault at one place; its text comes from `newsportal.languages.problems`.

    `path` is relative to the content folder's parent (`content/vi/…/file.md`), `line` counts from 1,
    `field` is the front matter key (`cover.alt`, `tags[1]`) or `body`, `code` names the message and
    `values` fills its placeholders.
    """

    path: str
    line: int
    field: str
    code: str
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR

    @property
    def sort_key(self) -> tuple[str, int, str, str, tuple[tuple[str, str], ...]]:
        """The order in which problems are printed: by file, then from top to bottom."""
        return (self.path, self.line, self.field, self.code, self.values)


def sort_problems(problems: list[Problem] | tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems without repeats, in printing order."""
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
