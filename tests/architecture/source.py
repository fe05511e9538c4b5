"""The package's source as the architecture tests read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sites import REPOSITORY

PACKAGE = REPOSITORY / "plugins" / "newsportal"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One file; `name` is its path from the repository, `room` the folder or file of the package it belongs to."""

    name: str
    room: str
    lines: int
    tree: ast.Module

    def imports(self) -> Iterator[tuple[str, ...]]:
        """The modules it imports anywhere, as parts of their names."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (tuple(alias.name.split(".")) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name}:{node.lineno}: relative import"
                yield from self._from(node)

    def _from(self, node: ast.ImportFrom) -> Iterator[tuple[str, ...]]:
        module = tuple((node.module or "").split("."))
        names = ((*module, alias.name) if module == ("newsportal",) else module for alias in node.names)
        yield from dict.fromkeys(names)

    def functions(self) -> Iterator[Function]:
        """Its functions and methods, inner ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))


def modules(*folders: Path) -> list[Module]:
    """Every Python file below the folders; below the package when none is given."""
    files = sorted(path for folder in folders or (PACKAGE,) for path in folder.rglob("*.py"))
    assert len(files) > 5
    return [_module(path) for path in files if "__pycache__" not in path.parts]


def _module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py") if path.is_relative_to(PACKAGE) else ""
    return Module(path.relative_to(REPOSITORY).as_posix(), room, len(text.splitlines()), ast.parse(text))


def body_lines(function: Function) -> int:
    """The lines of a function's body, its docstring apart."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
