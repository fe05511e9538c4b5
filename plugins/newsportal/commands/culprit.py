"""Whose code failed: an exception that came out of somebody's hook or plugin is not the portal's."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = f"{Path(__file__).resolve().parents[1]}{os.sep}"
_GATES = frozenset({"run_event", "_load_hook", "load_plugin"})
"""MkDocs' functions that call or load the code of others."""


def foreign_place(error: BaseException) -> str:
    """`file:line` of the hook or plugin out of which an exception came; empty where it came from none.

    A file that Python cannot even read is named by the exception itself.
    """
    return next(_foreign(error), "")


def _foreign(error: BaseException) -> Iterator[str]:
    is_beyond = False
    for frame, line in traceback.walk_tb(error.__traceback__):
        file = frame.f_code.co_filename
        if _is_gate(file, frame.f_code.co_name):
            is_beyond = True
        elif is_beyond and not _is_loading(file, frame.f_globals.get("__name__", "")):
            if not file.startswith(_PACKAGE):
                yield f"{_shown(file)}:{line}"
            is_beyond = False
    if is_beyond and isinstance(error, SyntaxError) and error.filename:
        yield f"{_shown(error.filename)}:{error.lineno or 1}"


def _is_gate(file: str, function: str) -> bool:
    return function in _GATES and Path(file).parts[-2:] in (("mkdocs", "plugins.py"), ("config", "config_options.py"))


def _is_loading(file: str, module: str) -> bool:
    """Whether a frame is Python's own, on its way into a module."""
    return file.startswith("<frozen") or module.partition(".")[0] == "importlib"


def _shown(file: str) -> str:
    """The file as short as it can be said from here."""
    try:
        relative = os.path.relpath(file)
    except ValueError:  # another drive
        return file
    return file if relative.startswith("..") else relative
