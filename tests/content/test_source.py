"""Finding files, and what is left alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from content.cases import post
from newsportal.content.source import walk
from sites import TinyPortal
from values import assembled


def test_the_order_does_not_depend_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.md", "a/z.md", "a/b/c.md", "ă.md", "B.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    straight = [file.path for file in walk(tmp_path)]
    scandir = os.scandir

    class Backwards:
        def __init__(self, path: Any) -> None:
            self.entries = iter(sorted(scandir(path), key=lambda entry: entry.name, reverse=True))

        def __enter__(self) -> Backwards:
            return self

        def __exit__(self, *args: object) -> None:
            pass

        def __iter__(self) -> Iterator[os.DirEntry[str]]:
            return self.entries

        def __next__(self) -> os.DirEntry[str]:
            return next(self.entries)

        def close(self) -> None:
            pass

    monkeypatch.setattr(os, "scandir", Backwards)
    assert [file.path for file in walk(tmp_path)] == straight
    assert len(straight) == 5


def test_a_folder_that_cannot_be_read_is_told(tiny: TinyPortal, monkeypatch: pytest.MonkeyPatch) -> None:
    # Its items would vanish from the site without a word.
    tiny.write("vi/tin-tuc/2025/a.md", post())
    tiny.write("vi/tin-tuc/2026/b.md", post())
    scandir = os.scandir

    def guarded(path: Any) -> Any:
        if str(path).endswith("2025"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    portal = assembled(tiny)
    assert [(problem.path, problem.code) for problem in portal.problems] == [
        ("content/vi/tin-tuc/2025", "file.unreadable")
    ]
    assert [article.slug for article in portal.site.catalog.articles] == ["b"]


def test_a_missing_folder_has_no_files(tmp_path: Path) -> None:
    assert list(walk(tmp_path / "media")) == []
