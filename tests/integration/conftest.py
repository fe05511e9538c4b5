"""Fixtures for tests of whole builds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from integration.remembering import Desk, desk


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A portal with a warm cache; tests work on copies."""
    made = desk(tmp_path_factory.mktemp("built") / "portal")
    made.first = made.build()
    return made


@pytest.fixture
def at(built: Desk) -> Iterator[Desk]:
    """That very portal, put back afterwards: its place is part of what is remembered."""
    folder = built.portal.folder
    saved = folder.with_name("saved")
    shutil.copytree(folder, saved, symlinks=True)
    try:
        yield built
    finally:
        shutil.rmtree(folder)
        saved.rename(folder)
