"""What a person at the terminal reads: sentences in the chosen language, problems, and one line of progress."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from newsportal.commands.words import STAGES, WORDS
from newsportal.languages.problems import describe
from newsportal.model import Problem, Severity

_CLEAR_LINE = "\r\x1b[K"


class CommandError(Exception):
    """A command that cannot go on for a reason the person can mend.

    `word` names the sentence in `WORDS`, `values` fill it, `status` is the exit status: 2 where the command was
    given something wrong, 1 where it was right but did not work out.
    """

    def __init__(self, word: str, status: int = 1, **values: object) -> None:
        super().__init__(word)
        self.word, self.status, self.values = word, status, values


@dataclass(frozen=True, slots=True)
class Console:
    """Results go to `out`; progress and what went wrong go to `err`."""

    language: str
    out: TextIO
    err: TextIO

    def word(self, name: str, **values: object) -> str:
        """The sentence `name` of `WORDS` with its places filled."""
        return WORDS[name][self.language].format_map(values)

    def say(self, name: str, **values: object) -> None:
        """Prints a result."""
        print(self.word(name, **values), file=self.out, flush=True)

    def complain(self, name: str, **values: object) -> None:
        """Prints what went wrong, or what is being waited for."""
        print(self.word(name, **values), file=self.err, flush=True)

    def problems(self, problems: Iterable[Problem]) -> None:
        """Prints problems one a line; a warning or note says that it is one."""
        for problem in problems:
            mark = "" if problem.severity is Severity.ERROR else self.word(problem.severity.value)
            print(describe(problem, self.language) + mark, file=self.out)

    def progress(self, stage: str, done: int, total: int) -> None:
        """Rewrites one line at a terminal; silent in logs, where each step would stay for ever."""
        if self.err.isatty() and _is_worth_showing(done, total):
            shown = STAGES.get(stage, {}).get(self.language, stage)
            count = f" {done}/{total}" if total else ""
            self.err.write(f"{_CLEAR_LINE}{shown}{count}")
            self.err.flush()

    def end_progress(self) -> None:
        """Wipes the progress line, so that what follows begins at the margin."""
        if self.err.isatty():
            self.err.write(_CLEAR_LINE)
            self.err.flush()


def _is_worth_showing(done: int, total: int) -> bool:
    """One step in a hundred: writing to a terminal takes longer than the work it tells of."""
    return done == total or done % max(1, total // 100) == 0


def open_console(language: str) -> Console:
    """A console on the standard streams, which are made to print Vietnamese whatever the system's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return Console(language, sys.stdout, sys.stderr)
