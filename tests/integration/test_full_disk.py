"""A disk that fills up in the middle of a build: the old site stays, and the next build works once there is room."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from integration.samples import picture
from integration.support import command, differences, read_tree
from newsportal.commands.publish import publish, real_site, staged
from newsportal.outputs import Output, output
from sites import TinyPortal

DISK_BYTES, BLOCK_BYTES = 4 * 2**20, 4096


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small file system of its own; only root may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("only root on Linux can mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def leave(disk: Path, room: int) -> Path:
    """Fills the disk up to so many bytes; returns what takes the room."""
    filler = disk / "filler"
    filler.write_bytes(b"x" * (shutil.disk_usage(disk).free - room))
    return filler


@pytest.mark.slow
def test_a_build_on_a_full_disk(disk: Path, tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/2026/a.md", title="A")
    arguments = ("build", "--config-file", tiny.config, "--site-dir", disk / "site")
    assert command(*arguments).status == 0
    before = read_tree(disk / "site")
    tiny.configure(title="Tên khác")
    tiny.write("media/lon.pdf", b"%PDF-1.4\n" + os.urandom(1_000_000))
    tiny.item("vi/tin-tuc/2026/a.md", title="A", attachments=[{"file": "lon.pdf"}])
    for room, language, words in ((0, "vi", "chỗ trống trên đĩa"), (300_000, "en", "free disk space")):
        filler = leave(disk, room)
        done = command(*arguments, "--lang", language)
        assert done.status == 1, done.text
        assert words in done.text
        assert f"'{disk}/" in done.text
        assert "Traceback" not in done.text
        assert differences(before, read_tree(disk / "site")) == []
        filler.unlink()
    assert command(*arguments).status == 0
    assert command(*arguments[:-1], tiny.folder / "other").status == 0
    assert differences(read_tree(tiny.folder / "other"), read_tree(disk / "site")) == []


@pytest.mark.slow
def test_a_full_disk_for_the_cache_alone(disk: Path, tiny: TinyPortal) -> None:
    tiny.write("media/anh.png", picture())
    tiny.item("vi/tin-tuc/2026/a.md", title="A", cover={"src": "anh.png", "alt": "Ảnh"})
    leave(disk, 0)
    for name, cache in (("site", disk / "cache"), ("other", tiny.folder / "cache")):
        done = command("build", "--config-file", tiny.config, "--site-dir", tiny.folder / name, "--cache-dir", cache)
        assert done.status == 0, done.text
    assert differences(read_tree(tiny.folder / "other"), read_tree(tiny.folder / "site")) == []


def test_the_disk_fills_up_at_any_file(disk: Path, tmp_path: Path) -> None:
    """Publication alone, with room for more and more of the new files."""
    site, cache = disk / "site", tmp_path / "cache"
    for text in (b"1", b"2"):
        press(site, cache, text)
    before = read_tree(site)
    for blocks in range(0, 60, 6):
        filler = leave(disk, blocks * BLOCK_BYTES)
        with pytest.raises(OSError, match="No space left"):
            press(site, cache, b"33")
        assert read_tree(site) == before
        assert {entry.name for entry in disk.iterdir()} <= {"site", "filler", ".site.spare"}
        filler.unlink()
    press(site, cache, b"33")
    assert {content[:1] for path, content in read_tree(site).items() if path.endswith("html")} == {b"3"}


def press(site: Path, cache: Path, text: bytes) -> None:
    files: dict[str, Output] = {f"{number}/index.html": output(text * BLOCK_BYTES) for number in range(100)}
    with staged(real_site(site), lambda: None) as folder:
        publish(files, site, folder, cache)
