from __future__ import annotations

from pathlib import Path

import pytest

from newsportal.media import MediaCache


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty media folder."""
    folder = tmp_path / "content" / "media"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> MediaCache:
    return MediaCache(tmp_path / "cache")
