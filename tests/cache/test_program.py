"""Which program is running: any change to it makes findings of another one void."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newsportal.cache import program_mark


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    (folder / "room").mkdir(parents=True)
    (folder / "one.py").write_bytes(b"A = 1\n")
    (folder / "room" / "two.py").write_bytes(b"B = 1\n")
    return folder


@pytest.fixture
def libraries(tmp_path: Path) -> Path:
    folder = tmp_path / "site-packages"
    (folder / "markdown-3.10.dist-info").mkdir(parents=True)
    return folder


def test_stays_while_nothing_changes(package: Path, libraries: Path) -> None:
    before = program_mark(package, [str(libraries)])
    (package / "one.py").write_bytes(b"A = 1\n")
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "one.cpython-311.pyc").write_bytes(b"compiled")
    for name in (".one.py.swp", "one.py~"):
        (package / name).write_bytes(b"left by an editor")
    (libraries / "markdown").mkdir()
    assert program_mark(package, [str(libraries)]) == before
    assert program_mark() == program_mark()


def test_changes_with_the_code(package: Path) -> None:
    marks = {program_mark(package, [])}
    (package / "room" / "two.py").write_bytes(b"B = 2\n")
    marks.add(program_mark(package, []))
    (package / "room" / "three.py").write_bytes(b"")
    marks.add(program_mark(package, []))
    (package / "one.py").rename(package / "four.py")
    marks.add(program_mark(package, []))
    assert len(marks) == 4


@pytest.mark.parametrize("name", ["document.typ", "room/day.sql"])
def test_changes_with_what_is_no_python(package: Path, name: str) -> None:
    marks = {program_mark(package, [])}
    for text in (b"one", b"two"):
        (package / name).write_bytes(text)
        marks.add(program_mark(package, []))
    assert len(marks) == 3


def test_changes_with_libraries_wherever_they_lie(package: Path, libraries: Path, tmp_path: Path) -> None:
    path = [str(libraries), str(tmp_path / "more"), str(tmp_path / "absent")]
    marks = {program_mark(package, path)}
    (libraries / "markdown-3.10.dist-info").rename(libraries / "markdown-3.11.dist-info")
    marks.add(program_mark(package, path))
    (tmp_path / "more" / "pygments-2.19.egg-info").mkdir(parents=True)
    marks.add(program_mark(package, path))
    assert len(marks) == 3


def test_changes_with_modules_that_have_no_version(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An extension of Markdown that somebody keeps beside `mkdocs.yml`."""
    (tmp_path / "our_own_extension.py").write_text("A = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    before = program_mark(package, [])
    __import__("our_own_extension")
    try:
        loaded = program_mark(package, [])
        (tmp_path / "our_own_extension.py").write_text("A = 2\n")
        assert len({before, loaded, program_mark(package, [])}) == 3
    finally:
        del sys.modules["our_own_extension"]
