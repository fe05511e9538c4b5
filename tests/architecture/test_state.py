"""Nothing outlives a build: no mutable module state, no clock but the setting, no patching of others."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from architecture.source import Module, modules

_FROZEN = frozenset({"MappingProxyType", "frozenset", "tuple"})
_MUTABLE_CALLS = frozenset({"list", "dict", "set", "bytearray", "defaultdict", "Counter", "OrderedDict", "deque"})
_LITERALS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
_CLOCK = re.compile(r"(.*\.)?((datetime|date)\.(now|today|utcnow)|time\.(time|time_ns|localtime|gmtime|strftime))")
CLOCK_READERS = frozenset({
    "plugins/newsportal/cache/former.py",  # how long ago somebody came for a memory
    "plugins/newsportal/cache/store.py",  # how young something is that may belong to a build under way
    "plugins/newsportal/commands/new.py",  # the date of a new item
    "plugins/newsportal/commands/visits.py",  # when logs are read and figures are made
    "plugins/newsportal/media/cache.py",  # the age of what a killed build left
    "plugins/newsportal/content/load.py",  # how settled a file is
    "plugins/newsportal/media/library.py",  # how settled a file's modification time is
    "plugins/newsportal/mkdocs_plugins/options.py",  # the time of the build, once
})  # fmt: skip
ENVIRONMENT_READERS = frozenset({
    "plugins/newsportal/__main__.py",  # numpy's threads
    "plugins/newsportal/mkdocs_plugins/options.py",  # SOURCE_DATE_EPOCH
})  # fmt: skip


@pytest.fixture(scope="module")
def package() -> list[Module]:
    return modules()


def test_modules_hold_no_mutable_state(package: list[Module]) -> None:
    assert [place for module in package for place in _mutable(module, module.tree)] == []


def test_classes_hold_no_mutable_state(package: list[Module]) -> None:
    classes = ((module, node) for module in package for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef))
    assert [place for module, node in classes for place in _mutable(module, node)] == []


def _mutable(module: Module, holder: ast.Module | ast.ClassDef) -> Iterator[str]:
    """Names bound there to something that can change; a literal that is only wrapped afterwards does not count."""
    wrapped = set(_wrapped(holder))
    for statement in holder.body:
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and _is_mutable(statement.value):
            for name in _names(statement):
                if name not in wrapped | {"__all__"}:
                    yield f"{module.name}:{statement.lineno}: {name}"


def _is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        return _called(value) in _MUTABLE_CALLS
    return isinstance(value, _LITERALS)


def _names(statement: ast.Assign | ast.AnnAssign) -> Iterator[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    yield from (target.id for target in targets if isinstance(target, ast.Name))


def _wrapped(holder: ast.Module | ast.ClassDef) -> Iterator[str]:
    """Private names whose only use is to be wrapped: `HELP = MappingProxyType(_HELP)`."""
    uses = [node.id for node in ast.walk(holder) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    for node in ast.walk(holder):
        if isinstance(node, ast.Call) and _called(node) in _FROZEN and node.args and isinstance(node.args[0], ast.Name):
            name = node.args[0].id
            if name.startswith("_") and uses.count(name) == 1:
                yield name


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2].partition("[")[0]


def test_no_statement_reaches_out_of_its_function(package: list[Module]) -> None:
    found = [
        f"{module.name}:{node.lineno}"
        for module in package
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Global)
    ]
    assert found == []


def test_the_clock_is_read_where_it_may_be(package: list[Module]) -> None:
    readers = {
        module.name
        for module in package
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and _CLOCK.fullmatch(ast.unparse(node))
    }
    assert readers == CLOCK_READERS


def test_the_environment_is_read_where_it_may_be(package: list[Module]) -> None:
    readers = {
        module.name
        for module in package
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("os.environ", "os.getenv")
    }
    assert readers == ENVIRONMENT_READERS


@pytest.mark.parametrize("word", ["setlocale", "monkeypatch", "event_priority", "importlib.reload", "sys.modules["])
def test_forbidden_words(package: list[Module], word: str) -> None:
    """No locale is switched, nobody else's code is patched, no hook relies on its priority."""
    assert [module.name for module in package if word in ast.unparse(module.tree)] == []


def test_nobody_elses_attributes_are_replaced(package: list[Module]) -> None:
    """Assigning to an attribute of an imported module is patching by another name."""
    found = [place for module in package for place in _patches(module)]
    assert found == []


def _patches(module: Module) -> Iterator[str]:
    imported = {
        (alias.asname or alias.name).split(".")[0]
        for node in module.tree.body
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            root: ast.expr = node
            while isinstance(root, ast.Attribute):
                root = root.value
            if isinstance(root, ast.Name) and root.id in imported:
                yield f"{module.name}:{node.lineno}"
