"""Small functions, small files, and templates that decide nothing."""

from __future__ import annotations

import statistics
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from architecture.source import body_lines, modules
from newsportal.mkdocs_plugins.fragments import Fragments
from sites import REPOSITORY

LONGEST_BODY, LONGEST_FILE, P90_BODY = 40, 400, 20
TEMPLATES = sorted((REPOSITORY / "site_overrides").rglob("*.html"))
FORMATTING = frozenset({"asset", "body", "copies", "join", "link", "safe", "script_tag", "url", "whole"})
"""Filters that only put a value into words or addresses; whatever sorts, picks, groups or counts belongs in a view."""
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)
METHODS = frozenset({"format"})


def test_functions_are_short() -> None:
    found = _bodies(REPOSITORY / "plugins", REPOSITORY / "scripts", REPOSITORY / "benchmarks")
    sizes = [size for size, _ in found]
    assert [entry for entry in found if entry[0] > LONGEST_BODY] == []
    assert statistics.quantiles(sizes, n=10)[-1] <= P90_BODY


def test_test_functions_are_short_too() -> None:
    assert [entry for entry in _bodies(REPOSITORY / "tests") if entry[0] > LONGEST_BODY] == []


def _bodies(*folders: Path) -> list[tuple[int, str]]:
    """(lines, place) of every function."""
    found = ((module, function) for module in modules(*folders) for function in module.functions())
    return [(body_lines(function), f"{module.name}:{function.lineno} {function.name}") for module, function in found]


@pytest.mark.parametrize("folder", ["plugins", "scripts", "benchmarks", "tests"])
def test_files_are_short(folder: str) -> None:
    assert [(module.name, module.lines) for module in modules(REPOSITORY / folder) if module.lines > LONGEST_FILE] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_templates_format_and_decide_nothing(template: Path) -> None:
    tree = _parsed(template)
    assert {node.name for node in tree.find_all(nodes.Filter)} <= FORMATTING
    assert list(tree.find_all(ARITHMETIC)) == [], "counting belongs in a view"
    assert {name for name in _methods(tree) if name not in METHODS} == set()


def _parsed(template: Path) -> nodes.Template:
    return jinja2.Environment(autoescape=True, extensions=[Fragments]).parse(template.read_text(encoding="utf-8"))


def _methods(tree: nodes.Template) -> list[str]:
    """The names of methods called on values."""
    return [call.node.attr for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Getattr)]


def test_only_what_is_safe_is_marked_so() -> None:
    """`safe` skips escaping: only the linked data, which the view has made unable to end its element."""
    filters = (
        (template.name, node.name) for template in TEMPLATES for node in _parsed(template).find_all(nodes.Filter)
    )
    assert [name for name, filter_name in filters if filter_name == "safe"] == ["base.html"]
