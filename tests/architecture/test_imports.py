"""Who may use whom (docs: the house's laws): rooms, libraries, and what must not be loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Set
from graphlib import TopologicalSorter
from types import MappingProxyType

import pytest

from architecture.source import Module, modules
from sites import REPOSITORY

ROOMS: Mapping[str, Set[str]] = MappingProxyType({
    "__init__": frozenset(),
    "text": frozenset(),
    "languages": frozenset({"text"}),
    "model": frozenset({"languages", "text"}),
    "citations": frozenset({"text"}),
    "linting": frozenset({"citations", "model", "text"}),
    "outputs": frozenset(),
    "atomic": frozenset(),
    "cache": frozenset({"atomic", "outputs"}),
    "content": frozenset({"cache", "languages", "model", "outputs", "text"}),
    "precompress": frozenset({"outputs"}),
    "catalog": frozenset({"model"}),
    "media": frozenset({"atomic", "content", "model", "text"}),
    "render": frozenset({"citations", "content", "languages", "model", "text"}),
    "documents": frozenset({"citations", "model", "text"}),
    "reporting": frozenset({"catalog", "citations", "model", "render", "text"}),
    "bodies": frozenset({"cache", "model", "outputs", "render"}),
    "views": frozenset({
        "catalog", "citations", "documents", "languages", "model", "outputs", "render", "text", "visits",
    }),
    "feeds": frozenset({"languages", "model", "outputs", "render", "text", "views"}),
    "register": frozenset({"citations", "languages", "model", "outputs", "text", "views"}),
    "search": frozenset({"citations", "languages", "model", "text", "views"}),
    "pdf": frozenset({"languages", "model", "outputs", "render", "views"}),
    "visits": frozenset({"atomic", "model", "text"}),
    "production": frozenset({"cache", "outputs"}),
    "portal": frozenset({
        "bodies", "cache", "catalog", "content", "documents", "media", "model", "outputs", "render", "views",
    }),
    "checking": frozenset({
        "citations", "documents", "linting", "model", "portal", "render", "reporting", "text", "views",
    }),
    "mkdocs_plugins": frozenset({
        "__init__", "cache", "content", "feeds", "languages", "linting", "media", "model", "outputs", "portal",
        "pdf", "precompress", "production", "register", "search", "text", "views", "visits",
    }),
    "commands": frozenset({
        "__init__", "atomic", "cache", "checking", "citations", "content", "languages", "mkdocs_plugins", "model",
        "outputs", "precompress", "register", "reporting", "text", "visits",
    }),
    "__main__": frozenset({"commands"}),
})  # fmt: skip
"""Room → the rooms it uses, from the ground up. A new arrow belongs here, and must not close a circle."""

LIBRARIES: Mapping[str, Set[str]] = MappingProxyType({
    "brotli": frozenset({"precompress"}),
    "crawleruseragents": frozenset({"visits"}),
    "duckdb": frozenset({"visits"}),
    "feedgen": frozenset({"feeds"}),
    "frontmatter": frozenset({"content"}),
    "holidays": frozenset({"reporting"}),
    "jinja2": frozenset({"mkdocs_plugins"}),
    "lxml": frozenset({"feeds", "media", "pdf", "render"}),
    "markdown": frozenset({"render"}),
    "markupsafe": frozenset({"mkdocs_plugins"}),
    "mkdocs": frozenset({"mkdocs_plugins"}),
    "nh3": frozenset({"render"}),
    "PIL": frozenset({"media"}),
    "numpy": frozenset({"search"}),
    "pydantic": frozenset({"commands", "content"}),
    "pydantic_core": frozenset({"content"}),
    "requests": frozenset({"commands"}),
    "rich": frozenset({"commands"}),
    "sqlglot": frozenset({"visits"}),
    "typst": frozenset({"pdf"}),
    "watchdog": frozenset({"mkdocs_plugins"}),
    "yaml": frozenset({"commands", "content"}),
    "zstandard": frozenset({"visits"}),
})  # fmt: skip
"""Library → the rooms that use it. What only one room knows can be replaced there."""

_PURE = "catalog citations documents feeds languages linting model pdf register render reporting search text views"
PURE = frozenset(_PURE.split())
"""Rooms that read no clock, disk, network or environment."""
_MACHINE = """
    asyncio ctypes glob http io locale logging multiprocessing os platform random secrets shutil signal socket
    subprocess sys tempfile threading time urllib.request uuid
"""
OUTSIDE = frozenset(_MACHINE.split())
HEAVY = ("mkdocs", "material", "jinja2", "duckdb", "typst")


@pytest.fixture(scope="module")
def package() -> list[Module]:
    return modules()


def _used(package: list[Module]) -> dict[str, set[str]]:
    """Room → the rooms it really imports."""
    found: dict[str, set[str]] = {module.room: set() for module in package}
    for module in package:
        for name in module.imports():
            if name[0] == "newsportal":
                found[module.room].add(_room(name, found))
    return {room: others - {room} for room, others in found.items()}


def _room(name: tuple[str, ...], known: Mapping[str, object]) -> str:
    """`newsportal.views.site` is of the room `views`, `newsportal.__version__` of the package's own file."""
    return name[1] if len(name) > 1 and name[1] in known else "__init__"


def test_rooms_use_those_in_the_table(package: list[Module]) -> None:
    used = _used(package)
    assert used.keys() == ROOMS.keys()
    assert {room: used[room] for room in used if used[room] != ROOMS[room]} == {}


def test_no_circle() -> None:
    order = list(TopologicalSorter(ROOMS).static_order())
    ground = ["text", "languages", "model", "content", "render", "views", "search", "mkdocs_plugins", "commands"]
    assert sorted(ground, key=order.index) == ground


def test_libraries_are_known_to_the_rooms_in_the_table(package: list[Module]) -> None:
    found: dict[str, set[str]] = {}
    for module in package:
        for name in module.imports():
            if name[0] != "newsportal" and name[0] not in sys.stdlib_module_names:
                found.setdefault(name[0], set()).add(module.room)
    assert {name: found[name] for name in found if found[name] != LIBRARIES.get(name)} == {}
    assert found.keys() == LIBRARIES.keys()


def test_pure_rooms_see_nothing_of_the_machine(package: list[Module]) -> None:
    strays = [
        (module.name, ".".join(name))
        for module in package
        if module.room in PURE
        for name in module.imports()
        if {name[0], ".".join(name)} & OUTSIDE
    ]
    assert strays == []


def test_the_launchers_use_the_standard_library_alone() -> None:
    folder = REPOSITORY / "scripts"
    own = {path.stem for path in folder.glob("*.py")}
    strays = [
        (module.name, name[0])
        for module in modules(folder)
        for name in module.imports()
        if name[0] not in sys.stdlib_module_names | own
    ]
    assert strays == []


CORE = (
    "newsportal.portal",
    "newsportal.checking",
    "newsportal.feeds.files",
    "newsportal.register",
    "newsportal.search",
    "newsportal.visits",
    "newsportal.visits.statsfile",
    "newsportal.commands.cli",
)


@pytest.mark.parametrize("name", CORE)
def test_the_core_loads_no_host(name: str) -> None:
    assert [module for module in _loaded(name) if module.split(".")[0] in HEAVY] == []


def test_help_is_quick() -> None:
    """The command line knows its words before anything heavy is loaded."""
    heavy = {*HEAVY, *LIBRARIES} & {module.split(".")[0] for module in _loaded("newsportal.commands.cli")}
    assert heavy == set()


def _loaded(name: str) -> list[str]:
    """The modules loaded after importing one in a new process."""
    code = f"import json, sys, {name}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(REPOSITORY / 'plugins')!r}); {code}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return list(json.loads(done.stdout))
