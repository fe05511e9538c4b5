"""The way in: parses the command line, runs one command, and turns whatever happens into words and an exit status.

Exceptions that end a command early:

- `CommandError` (an Exception): something the person can mend; its sentence is in `words`.
- `Stopped` (a SystemExit): asked to end by SIGTERM or SIGHUP; folders in the making are removed on the way out.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import FrameType

from newsportal.commands.console import CommandError, Console, open_console
from newsportal.commands.parser import message_language, parse

Command = Callable[[argparse.Namespace, Console], int]

_INTERRUPTED = 130


class Stopped(SystemExit):
    """The system asked the process to end; the code is the one shells give for that signal."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command. Returns 0 (done), 1 (problems, or it did not work out), 2 (wrong usage) or 128 + signal."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    console = open_console(message_language(given))
    options = parse(given)
    try:
        with _stoppable():
            return _command(options.command)(options, console)
    except CommandError as error:
        console.complain(error.word, **error.values)
        return error.status
    except (KeyboardInterrupt, Stopped) as stop:
        console.complain("interrupted")
        return _INTERRUPTED if isinstance(stop, KeyboardInterrupt) else int(stop.code or 1)
    except BrokenPipeError:
        return _reader_left()
    except Exception as error:
        return _tell(error, options, console)


def _command(name: str) -> Command:
    """What runs the command of this name; the others are not loaded."""
    run: Command = import_module(f"newsportal.commands.{name}").run
    return run


def _tell(error: Exception, options: argparse.Namespace, console: Console) -> int:
    """Words for a failure nobody foresaw; people see no traceback unless they ask for it."""
    if options.debug:
        traceback.print_exc(file=console.err)
    from newsportal.cache import WorkerFailure
    from newsportal.commands.culprit import foreign_place

    told = str(error) if isinstance(error, WorkerFailure) else f"{type(error).__name__}: {error}"
    detail = told.splitlines()[0]
    if place := foreign_place(error):
        console.complain("foreign", command=options.command, detail=detail, place=place)
    elif isinstance(error, OSError):
        console.complain("system", detail=error)
    else:
        console.complain("unexpected", command=options.command, detail=detail)
    return 1


def _reader_left() -> int:
    """`check.py | head` closes our output early. What Python still flushes at exit must go somewhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


@contextmanager
def _stoppable() -> Iterator[None]:
    """Makes a request to end an exception, so that `finally` clauses run; a second request does not cut them short."""

    asked: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_IGN)
        asked.append(number)
        raise Stopped(128 + number)

    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    # nohup ignores SIGHUP on purpose.
    before = {number: signal.getsignal(number) for number in wanted}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, stop)
    try:
        yield
    except Exception as error:
        if asked:  # libraries that are just being loaded make another exception of ours
            raise Stopped(128 + asked[0]) from error
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
