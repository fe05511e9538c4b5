"""The findings of the last build: read by the same program only, and only when they are whole."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from newsportal.cache import FormerBuild

VALUE = {"a": (1, b"two", None), "b": frozenset({"ba"})}


def former(folder: Path, kind: bytes = b"kind", program: bytes = b"program") -> FormerBuild:
    return FormerBuild(folder, kind, program)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    former(tmp_path / "new" / "folder").write(VALUE)
    assert former(tmp_path / "new" / "folder").read() == VALUE


def test_nothing_written_nothing_read(tmp_path: Path) -> None:
    assert former(tmp_path).read() is None


def test_kinds_do_not_meet(tmp_path: Path) -> None:
    former(tmp_path, b"preview").write(1)
    former(tmp_path, b"publication").write(2)
    assert former(tmp_path, b"preview").read() == 1
    assert former(tmp_path, b"preview") != former(tmp_path, b"publication")
    assert former(tmp_path) == former(tmp_path)


@pytest.mark.parametrize("program", [b"program 2", b"progra", b"PROGRAM", b""])
def test_another_program_reads_nothing(tmp_path: Path, program: bytes) -> None:
    former(tmp_path).write(VALUE)
    assert former(tmp_path, program=program).read() is None


def test_damage_anywhere_is_noticed(tmp_path: Path) -> None:
    build = former(tmp_path)
    build.write(VALUE)
    whole = build.file.read_bytes()
    for at in range(len(whole)):
        build.file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert build.read() is None, f"byte {at} is another"
        build.file.write_bytes(whole[:at])
        assert build.read() is None, f"cut after {at} bytes"


def test_classes_that_are_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsportal.cache.former.Gone", Gone, raising=False)
    former(tmp_path).write(Gone())
    monkeypatch.undo()
    assert former(tmp_path).read() is None


class Gone:
    __module__, __qualname__ = "newsportal.cache.former", "Gone"


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    build = former(tmp_path)
    build.file.mkdir()
    build.write(VALUE)
    assert build.read() is None
    assert list(tmp_path.iterdir()) == [build.file], "nothing half-written stays"


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    build = former(tmp_path / "file" / "cache")
    build.write(VALUE)
    assert build.read() is None


def test_what_cannot_be_written_leaves_the_last_findings(tmp_path: Path) -> None:
    build = former(tmp_path)
    build.write(VALUE)
    with pytest.raises((AttributeError, TypeError)):
        build.write(lambda: None)
    assert build.read() == VALUE
    assert list(tmp_path.iterdir()) == [build.file]


def test_what_nobody_wrote_for_long_goes(tmp_path: Path) -> None:
    """Findings of a content folder that was renamed, and what a killed build had not finished."""
    old = [former(tmp_path, b"renamed").file, tmp_path / ".build-killed.tmp"]
    young = [former(tmp_path, b"other").file, tmp_path / ".build-writing.tmp", tmp_path / "somebody's.pickle"]
    for file in (*old, *young):
        file.write_bytes(b"")
    for file in (*old, young[-1]):
        os.utime(file, (time.time() - 60 * 86400,) * 2)
    former(tmp_path).write(VALUE)
    assert set(tmp_path.iterdir()) == {*young, former(tmp_path).file}


LARGE = {f"{number}": (f"item {number}", bytes(200)) for number in range(200)}


def test_a_small_change_is_kept_beside(tmp_path: Path) -> None:
    former(tmp_path).write(LARGE)
    base = former(tmp_path).file.read_bytes()
    for number in range(3):
        build = former(tmp_path)
        value = {**build.read(), "7": ("changed", number)}
        build.write(value)
        assert former(tmp_path).read() == value
        assert build.delta.stat().st_size < len(base) / 10
    assert former(tmp_path).file.read_bytes() == base


def test_a_large_change_is_written_whole(tmp_path: Path) -> None:
    former(tmp_path).write(LARGE)
    build = former(tmp_path)
    build.read()
    build.write({**LARGE, "7": "changed"})
    changed = {name: (*value, 1) for name, value in LARGE.items()}
    build = former(tmp_path)
    build.read()
    build.write(changed)
    assert not build.delta.exists()
    assert former(tmp_path).read() == changed


def test_a_change_of_another_file_or_a_damaged_one_is_passed_over(tmp_path: Path) -> None:
    former(tmp_path).write(LARGE)
    build, other = former(tmp_path), former(tmp_path)
    build.read()
    other.write({"all": "new"})  # by a build that knew of nothing
    build.write({**LARGE, "7": "changed"})
    assert former(tmp_path).read() == {"all": "new"}
    build = former(tmp_path)
    build.file.write_bytes(build.file.read_bytes())
    build.write(LARGE)
    build.read()
    build.write({**LARGE, "7": "changed"})
    build.delta.write_bytes(build.delta.read_bytes()[:-1])
    assert former(tmp_path).read() == LARGE
