"""The command line: which benchmark, what went wrong, and the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import building.command
import citing.command
import searching.command
import visiting.command
from common.errors import BenchError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what was asked for: 0 when it is done, 1 when it did not work out, 2 when it was asked wrongly."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except BenchError as error:
        print(f"bench.py: {error}", file=sys.stderr)
        return error.status
    except KeyboardInterrupt:
        print("\nbench.py: stopped", file=sys.stderr)
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.py", description="Measures the portal beside other tools.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    searching.command.add(commands)
    building.command.add(commands)
    citing.command.add(commands)
    visiting.command.add(commands)
    return parser
