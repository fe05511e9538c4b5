"""What builds remember is expendable: where nothing can be kept they only take longer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from integration.samples import picture
from integration.support import command, differences, read_tree
from sites import TinyPortal


def _is_a_file(cache: Path) -> None:
    cache.write_bytes(b"somebody's file")


def _cannot_be_made(cache: Path) -> None:
    cache.symlink_to("/proc/newsportal")


def _has_a_file_for_media(cache: Path) -> None:
    cache.mkdir()
    (cache / "media").write_bytes(b"")


def _has_folders_for_files(cache: Path) -> None:
    """As a sound cache, but every file is a folder with something inside."""
    for place in [place for place in cache.rglob("*") if place.is_file()]:
        place.unlink()
        (place / "inside").mkdir(parents=True)


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [_is_a_file, _cannot_be_made, _has_a_file_for_media, _has_folders_for_files])
def test_the_site_is_the_same(spoil: Callable[[Path], None], tiny: TinyPortal) -> None:
    tiny.write("media/anh.png", picture())
    tiny.item("vi/tin-tuc/2026/a.md", title="A", cover={"src": "anh.png", "alt": "Ảnh"})
    arguments = ("build", "--strict", "--config-file", tiny.config)
    sound, spoilt, cache = tiny.folder / "sound", tiny.folder / "spoilt", tiny.folder / "cache"
    assert command(*arguments, "--site-dir", sound, "--cache-dir", tiny.folder / "other").status == 0
    if spoil is _has_folders_for_files:
        assert command(*arguments, "--site-dir", tiny.folder / "first", "--cache-dir", cache).status == 0
    spoil(cache)
    for _ in range(2):
        done = command(*arguments, "--site-dir", spoilt, "--cache-dir", cache)
        assert done.status == 0, done.text
        assert differences(read_tree(sound), read_tree(spoilt)) == []
