"""The same content gives the same bytes: whatever the machine, the clock's zone, the locale or the order of files."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from integration.support import Outcome, Tree, command, copy_demo, differences, environment, mkdocs, read_tree

EPOCH = "1795000000"  # 2026-11-18


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The demo built in a plain surrounding with a cold cache, by MkDocs alone."""
    folder = tmp_path_factory.mktemp("plain")
    config = copy_demo(folder / "portal")
    env = environment(SOURCE_DATE_EPOCH=EPOCH, LC_ALL="C.UTF-8", TZ="UTC", PYTHONHASHSEED="0")
    return _built(mkdocs("build", "--strict", "--config-file", config, env=env, cwd=folder), folder / "portal" / "site")


def _built(done: Outcome, site: Path) -> Tree:
    assert done.status == 0, done.text
    return read_tree(site)


def _rewritten(config: Path, seed: int) -> None:
    """Writes all files anew in another order, with other times: folders list them differently then."""
    chance = random.Random(seed)
    files = [path for path in config.parent.rglob("*") if path.is_file()]
    contents = {path: path.read_bytes() for path in files}
    for name in ("content", "site_overrides"):
        shutil.rmtree(config.parent / name)
    chance.shuffle(files)
    for path in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents[path])
        moment = chance.randrange(1_000_000_000, 1_790_000_000)
        os.utime(path, (moment, moment))


@pytest.mark.skipif(os.name == "nt", reason="locales and umask of POSIX")
def test_surroundings_leave_no_trace(reference: Tree, tmp_path: Path) -> None:
    config = copy_demo(tmp_path / "cổng tin (bản sao)")
    _rewritten(config, seed=7)
    env = environment(
        SOURCE_DATE_EPOCH=EPOCH, LC_ALL="C", LANG="tr_TR.ISO-8859-9", TZ="America/St_Johns", PYTHONHASHSEED="4711",
        PYTHONUTF8="0", PYTHONCOERCECLOCALE="0",
    )  # fmt: skip
    done = mkdocs("build", "--strict", env=env, cwd=config.parent, umask=0o077)
    assert differences(reference, _built(done, config.parent / "site")) == []


def test_warm_builds_at_other_times_are_the_same(
    reference: Tree, tmp_path: Path, demo_cache: Path, demo_site: Path
) -> None:
    """The real clock instead of a set one, the command instead of MkDocs, a cache filled from another folder, twice."""
    assert demo_site.is_dir(), "so that the cache is warm"
    config = copy_demo(tmp_path / "portal")
    shutil.copytree(demo_cache, tmp_path / "cache")
    arguments = ("--config-file", config, "--site-dir", tmp_path / "site", "--cache-dir", tmp_path / "cache")
    for _ in range(2):
        done = command("build", "--strict", *arguments, cwd=tmp_path)
        assert differences(reference, _built(done, tmp_path / "site")) == []


def test_damaged_cache_is_as_good_as_none(reference: Tree, tmp_path: Path, demo_cache: Path, demo_site: Path) -> None:
    assert demo_site.is_dir(), "so that the cache is warm"
    cache = tmp_path / "cache"
    shutil.copytree(demo_cache, cache)
    for number, path in enumerate(sorted(path for path in cache.rglob("*") if path.is_file())):
        if number % 3 == 0:
            path.write_bytes(path.read_bytes()[: number % 5])
    config = copy_demo(tmp_path / "portal")
    done = command("build", "--strict", "--config-file", config, "--site-dir", tmp_path / "site", "--cache-dir", cache)
    assert differences(reference, _built(done, tmp_path / "site")) == []
