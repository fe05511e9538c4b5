"""Fixtures for tests of whole portals: the repository's own, and tiny ones made for a test."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from sites import REPOSITORY, TinyPortal

# Machines are shared: how long an example takes says nothing about the code.
settings.register_profile("portal", deadline=None)
settings.load_profile("portal")

SHARED = REPOSITORY.parent / "shared"


@pytest.fixture
def tiny(tmp_path: Path) -> TinyPortal:
    """A portal with two sections, three tags and no items, in a folder whose name has marks and a space."""
    return TinyPortal.create(tmp_path / "cổng tin")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Material that lies beside the developers' checkouts; users have no such folder."""
    if not (SHARED / "real").is_dir():
        pytest.skip("needs ../shared, which only the developers of the portal have")
    return SHARED


@pytest.fixture(scope="session")
def demo_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What builds of the demo remember; warm once `demo_site` has been built."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory, demo_cache: Path) -> Path:
    """The repository's own content, built once for all tests that look at it."""
    from sites import build

    site = tmp_path_factory.mktemp("demo") / "site"
    build(REPOSITORY / "mkdocs.yml", site, cache=demo_cache)
    return site


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """The path of an outside tool that `scripts/test.py` found; absent ones skip, but fail in CI where they are due."""

    def find(variable: str) -> str:
        found = os.environ.get(variable, "")
        if not found and os.environ.get("CI"):
            pytest.fail(f"{variable} is not set: scripts/test.py could not provide the tool")
        if not found:
            pytest.skip(f"{variable} is not set (run scripts/test.py)")
        return found

    return find
