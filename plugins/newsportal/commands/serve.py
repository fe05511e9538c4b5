"""`serve.py`: live preview of the working tree."""

from __future__ import annotations

import argparse

from newsportal.commands.console import CommandError, Console
from newsportal.commands.hosting import serve

_LAST_PORT = 65535


def run(options: argparse.Namespace, _console: Console) -> int:
    """Serves until interrupted."""
    if not 1 <= options.port <= _LAST_PORT:
        raise CommandError("serve.port", 2)
    serve(options)
    return 0
