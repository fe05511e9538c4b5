"""Publications of many files, which several processes write."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsportal.commands.changes import Changes
from newsportal.commands.publish import publish, real_site, staged
from newsportal.outputs import Output, mark_of

FILES = 1000
HERE = str(os.getpid()).encode()


def _version(name: str, **more: Output) -> Mapping[str, Output]:
    """Files each of which tells the process that read it."""
    paths = (f"{number % 7}/{number:03}.txt" for number in range(FILES))
    marks = {path: mark_of(f"{name} {path}".encode()) for path in paths}
    return {path: Output(mark, lambda: str(os.getpid()).encode()) for path, mark in marks.items()} | more


def _published(files: Mapping[str, Output], folder: Path) -> Changes:
    with staged(real_site(folder / "site"), lambda: None) as staging:
        return publish(files, folder / "site", staging, folder / "cache")


def test_several_processes_write(tmp_path: Path) -> None:
    changes = _published(_version("one"), tmp_path)
    written = {path.read_bytes() for path in (tmp_path / "site").rglob("*.txt")}
    assert len(changes.added) == FILES
    assert len(written) == min(2, os.cpu_count() or 1)
    assert HERE not in written or os.cpu_count() == 1
    assert not _published(_version("one"), tmp_path).added


def _full() -> bytes:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "somewhere")


def test_what_goes_wrong_in_one_of_them_is_told_here(tmp_path: Path) -> None:
    _published(_version("one"), tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*.txt")}
    with pytest.raises(OSError, match="somewhere") as caught:
        _published(_version("two", **{"6/zzz.txt": Output(mark_of(b"full"), _full)}), tmp_path)
    assert caught.value.errno == errno.ENOSPC
    assert {path: path.read_bytes() for path in (tmp_path / "site").rglob("*.txt")} == before
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".site.new")] == []
