"""What README and docs name is there: links, anchors, paths, commands and their options."""

from __future__ import annotations

import re
import shlex
from fnmatch import fnmatch
from pathlib import Path

import pytest

from documentation.pages import DOCS, PAGES, README, Block, anchors, blocks, links, read, section, shown, spans
from newsportal.commands.parser import command_parsers, parse
from sites import REPOSITORY

PACKAGE = REPOSITORY / "plugins" / "newsportal"
ROOTS = (REPOSITORY, PACKAGE, REPOSITORY / "content")
LAUNCHED = ("build", "serve", "check", "new")

_SCRIPT = re.compile(r"scripts/(\w+)\.py((?: [^;>|\n]*)?)")
_PATH = re.compile(r"[\w.-]+(?:/[\w.*-]+)*/(?:[\w.*-]+\.\w+)?")
_MADE_UP = ("content/vi/", "content/en/", "content/media/", "media/", "2026/", "site/", ".github/workflows/pages.yml")
"""What editors will make, or a build."""
_SPOKEN = {"text", "cron", "ini", "yaml", "sh"}


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_paths_are_there(page: Path) -> None:
    """A path is from the repository, or from the package or the content where their parts are spoken of."""
    named = [span for span in spans(page) if _PATH.fullmatch(span) and not span.startswith(_MADE_UP)]
    missing = [path for path in named if not any(any(root.glob(path.rstrip("/"))) for root in ROOTS)]
    ignored = _ignored()
    assert [path for path in missing if path.split("/")[0] not in ignored] == []


def _ignored() -> set[str]:
    """What .gitignore leaves out at the top: it is there only after a build."""
    lines = (REPOSITORY / ".gitignore").read_text(encoding="utf-8").splitlines()
    return {line.strip("/") for line in lines if line and not line.startswith("#")}


def _folders(root: Path) -> set[str]:
    """The folders of the repository: not git's own, nor what tools and builds make."""
    patterns = {".git", *_ignored()}
    found = (entry.name for entry in root.iterdir() if entry.is_dir())
    return {name for name in found if not any(fnmatch(name, pattern) for pattern in patterns)}


def test_the_map_of_the_tree_is_complete() -> None:
    told = section(README, "Map of the tree")
    rooms = {entry.name for entry in PACKAGE.glob("[!_]*.py")}
    files = {"mkdocs.yml", "pyproject.toml", "requirements.txt", "requirements-test.txt", "CHANGELOG.md", "LICENSE"}
    expected = {f"{name}/" for name in _folders(REPOSITORY) - {"plugins"}} | rooms | files
    expected |= {f"{name}/" for name in _folders(PACKAGE)}
    assert {name for name in expected if f"`{name}`" not in told} == set()


def test_folders_of_tests_that_mirror_no_room_are_told() -> None:
    told = set(spans(DOCS / "development" / "testing.md"))
    others = _folders(REPOSITORY / "tests") - _folders(PACKAGE)
    assert {f"tests/{name}/" for name in others} <= told


def test_every_page_is_linked() -> None:
    linked = {(page.parent / link.partition("#")[0]).resolve() for page in PAGES for link in links(page)}
    assert [shown(page) for page in PAGES if page not in linked and page not in (README, DOCS / "README.md")] == []


COMMANDS = [block for page in PAGES for block in blocks(page) if "scripts/" in block.text and block.language in _SPOKEN]


@pytest.mark.parametrize("block", COMMANDS, ids=str)
def test_commands_in_blocks_can_be_run(block: Block) -> None:
    for name, rest in _SCRIPT.findall(block.text.replace("2>&1", "")):
        assert (REPOSITORY / "scripts" / f"{name}.py").is_file(), name
        arguments = shlex.split(rest, comments=True)
        if name in LAUNCHED and not block.text.startswith("content/"):
            parse([name, *arguments])
        for argument in arguments:
            _assert_test(argument)


def _assert_test(argument: str) -> None:
    """A test that is named is there."""
    path, _, name = argument.partition("::")
    if path.startswith("tests/"):
        assert (REPOSITORY / path).exists(), argument
        assert not name or f"def {name}(" in read(REPOSITORY / path), argument


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_options_in_sentences_exist(page: Path) -> None:
    parsers = command_parsers("vi")
    every = {name for parser in parsers.values() for action in parser._actions for name in action.option_strings}
    for span in spans(page):
        found = _SCRIPT.match(span.partition(" ")[2] if span.startswith(("py ", "python3 ")) else span)
        if found:
            assert (REPOSITORY / "scripts" / f"{found[1]}.py").is_file(), span
        if found and found[1] in LAUNCHED:
            known = {name for action in parsers[found[1]]._actions for name in action.option_strings}
        elif re.match(r"--[a-z]", span):
            known = every
        else:
            continue
        assert set(re.findall(r"(?<!\S)--[a-z-]+", span)) <= known, span


def test_every_launcher_is_told_to_operators() -> None:
    told = read(DOCS / "van-hanh.md")
    for launcher in (REPOSITORY / "scripts").glob("[!_]*.py"):
        assert f"python3 scripts/{launcher.name}" in told, launcher.name


def test_exit_statuses_are_told_alike() -> None:
    told = section(DOCS / "van-hanh.md", "Mã kết thúc")
    assert [row.split("|")[1].strip() for row in told.splitlines() if row.startswith("|")][2:5] == ["0", "1", "2"]
