"""What is remembered, for how long, and how it mends."""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from media.pictures import SETTINGS, encoded, phone_photo, published, put, scene
from newsportal.media import MediaCache, MediaGone, ensure, files_of, images, library, prune, read, scan
from newsportal.media import cache as caching
from newsportal.model import MediaFile
from sites import REPOSITORY


class _Counter:
    """Counts calls and passes them on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        self.calls, work = 0, getattr(module, name)

        def counted(*given: object) -> object:
            self.calls += 1
            return work(*given)

        monkeypatch.setattr(module, name, counted)


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> _Counter:
    return _Counter(monkeypatch, images, "read_photo")


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> _Counter:
    return _Counter(monkeypatch, library, "_digest")


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files need not lie for two seconds until their stamps are trusted."""
    monkeypatch.setattr(caching, "_SETTLED_NS", 0)


def _old(place: Path, seconds: float = 60) -> None:
    then = time.time() - seconds
    os.utime(place, (then, then))


def _files(cache: MediaCache) -> list[Path]:
    return sorted(place for place in cache.folder.glob("**/*") if place.is_file())


@pytest.mark.usefixtures("settled")
def test_second_scan_decodes_and_hashes_nothing(
    root: Path, cache: MediaCache, decoded: _Counter, hashed: _Counter
) -> None:
    _old(put(root, "a.jpg", phone_photo(600, 400)))
    first = scan(root, SETTINGS, cache)
    assert (decoded.calls, hashed.calls) == (1, 1)
    assert scan(root, SETTINGS, cache) == first
    assert (decoded.calls, hashed.calls) == (1, 1)


def test_broken_pictures_are_remembered_too(root: Path, cache: MediaCache, decoded: _Counter) -> None:
    put(root, "a.jpg", b"no picture")
    assert scan(root, SETTINGS, cache) == scan(root, SETTINGS, cache)
    assert decoded.calls == 1


def test_fresh_files_are_hashed_again(root: Path, cache: MediaCache, hashed: _Counter) -> None:
    _old(put(root, "a.txt", b"one"), 1)
    scan(root, SETTINGS, cache)
    place = put(root, "a.txt", b"two")
    os.utime(place, ns=(place.stat().st_mtime_ns,) * 2)
    files, _ = scan(root, SETTINGS, cache)
    assert hashed.calls == 2
    assert files["a.txt"].digest.startswith("3fc4ccfe")


def test_changed_photo_is_encoded_again(root: Path, cache: MediaCache, decoded: _Counter) -> None:
    _old(put(root, "a.jpg", phone_photo(600, 400)))
    before, _ = scan(root, SETTINGS, cache)
    _old(put(root, "a.jpg", phone_photo(500, 400)), 50)
    after, _ = scan(root, SETTINGS, cache)
    assert decoded.calls == 2
    assert before["a.jpg"].address == after["a.jpg"].address
    assert before["a.jpg"].digest != after["a.jpg"].digest


def test_other_folders_digests_are_not_taken(tmp_path: Path, cache: MediaCache) -> None:
    one, two = (put(tmp_path / name / "media", "a.txt", data) for name, data in [("x", b"11"), ("y", b"22")])
    os.utime(one, (1e9, 1e9))
    os.utime(two, (1e9, 1e9))
    first, _ = scan(one.parent, SETTINGS, cache)
    second, _ = scan(two.parent, SETTINGS, cache)
    assert first["a.txt"].digest != second["a.txt"].digest


def test_ensure_encodes_once_and_only_what_is_asked(root: Path, cache: MediaCache, decoded: _Counter) -> None:
    for name in ("a.jpg", "b.jpg"):
        put(root, name, phone_photo(600, 400 + ord(name[0])))
    files, _ = scan(root, SETTINGS, cache)
    assert decoded.calls == 2
    for _ in range(2):
        assert ensure([files["a.jpg"]], root, cache, SETTINGS) == ()
    assert decoded.calls == 3
    published(files["a.jpg"], root, cache)
    assert decoded.calls == 3
    published(files["b.jpg"], root, cache)
    assert decoded.calls == 4


def test_same_photo_in_two_folders_is_encoded_once(root: Path, cache: MediaCache, decoded: _Counter) -> None:
    for name in ("x/a.jpg", "y/b.jpg"):
        put(root, name, phone_photo(600, 400))
    files, _ = scan(root, SETTINGS, cache)
    ensure(files.values(), root, cache, SETTINGS)
    contents = [list(published(media, root, cache).values()) for media in files.values()]
    assert decoded.calls == 2
    assert contents[0] == contents[1]


@pytest.mark.usefixtures("settled")
def test_another_photo_of_the_same_size_and_time_is_noticed(root: Path, cache: MediaCache, hashed: _Counter) -> None:
    place = put(root, "a.txt", b"one")
    os.utime(place, (1e9, 1e9))
    scan(root, SETTINGS, cache)
    put(root, "a.txt", b"two")
    os.utime(place, (1e9, 1e9))
    files, _ = scan(root, SETTINGS, cache)
    assert hashed.calls == 2
    assert files["a.txt"].digest.startswith("3fc4ccfe")


def test_an_index_of_another_shape_is_none(root: Path, cache: MediaCache) -> None:
    place = put(root, "a.txt", b"one")
    facts = place.stat()
    for stamp in ((facts.st_size, facts.st_mtime_ns), (facts.st_size,) * 5, ()):
        index = {"root": str(root.resolve()), "files": {"a.txt": (*stamp, "0" * 64)}}
        cache.write(caching._INDEX, json.dumps(index).encode())
        assert cache.digests(root) == {}


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64 + b"\n{}", None])
def test_damaged_entries_are_made_again(root: Path, cache: MediaCache, damage: bytes | None) -> None:
    put(root, "a.jpg", phone_photo(600, 400))
    first = scan(root, SETTINGS, cache)
    sound = published(first[0]["a.jpg"], root, cache)
    for place in _files(cache):
        place.write_bytes(place.read_bytes()[:-1] + b"?" if damage is None else damage)
    assert published(first[0]["a.jpg"], root, cache) == sound
    for place in _files(cache):
        place.unlink()
    assert scan(root, SETTINGS, cache) == first
    assert published(first[0]["a.jpg"], root, cache) == sound


def test_sound_entry_of_another_version_is_no_record(root: Path, cache: MediaCache) -> None:
    put(root, "a.jpg", phone_photo(600, 400))
    first = scan(root, SETTINGS, cache)
    for place in _files(cache):
        if place.suffix == ".json":
            cache.write(place.name, b'["another", "shape"]')
    assert scan(root, SETTINGS, cache) == first


def test_prune_keeps_what_is_used(root: Path, cache: MediaCache, decoded: _Counter) -> None:
    for name in ("a.jpg", "b.jpg"):
        _old(put(root, name, phone_photo(600, 400 + ord(name[0]))))
    _old(put(root, "c.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'))
    files, _ = scan(root, SETTINGS, cache)
    ensure(files.values(), root, cache, SETTINGS)
    prune(files.values(), cache)
    before, calls = len(_files(cache)), decoded.calls
    assert ensure(files.values(), root, cache, SETTINGS) == ()
    assert decoded.calls == calls
    prune([files["a.jpg"]], cache)
    # The index; the drawing's record; for each photo a record, and its original and three copies with their sums.
    assert (before, len(_files(cache))) == (1 + 1 + 2 * (1 + 4 * 2), 1 + 1 + 4 * 2)
    published(files["b.jpg"], root, cache)


def test_prune_leaves_what_is_being_written(cache: MediaCache) -> None:
    cache.write("ab", b"data")
    fresh, stale = cache.folder / "ab" / ".1.tmp", cache.folder / "ab" / ".2.tmp"
    for place in (fresh, stale):
        place.write_bytes(b"half")
    _old(stale, 90_000)
    cache.prune(())
    assert _files(cache) == [fresh]


def test_failed_write_leaves_nothing(cache: MediaCache, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    cache.write("ab", b"data")
    assert cache.read("ab") is None
    assert [place for place in tmp_path.glob("**/*") if place.is_file()] == []


def _is_no_folder(place: Path) -> None:
    place.write_bytes(b"somebody's file")


def _cannot_be_made(place: Path) -> None:
    place.symlink_to("/proc/newsportal")


@pytest.mark.parametrize("spoil", [_is_no_folder, _cannot_be_made])
@pytest.mark.parametrize("below", ["", "media"])
def test_what_the_folder_does_not_take_is_encoded_once_all_the_same(
    spoil: Callable[[Path], None], below: str, root: Path, tmp_path: Path, decoded: _Counter
) -> None:
    """The bytes are those of a build with a cache."""
    put(root, "a.jpg", phone_photo(600, 400))
    expected, calls = _made(root, MediaCache(tmp_path / "sound")), decoded.calls
    folder = tmp_path / "spoilt"
    if below:
        folder.mkdir()
    spoil(folder / below)
    assert _made(root, MediaCache(folder)) == expected
    assert decoded.calls == 2 * calls


def _made(root: Path, cache: MediaCache) -> dict[str, bytes]:
    """What a build makes of a photo."""
    files, problems = scan(root, SETTINGS, cache)
    assert problems == ensure(files.values(), root, cache, SETTINGS) == ()
    return published(files["a.jpg"], root, cache)


def test_the_temporary_folder_goes_with_the_cache(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    put(root, "a.jpg", phone_photo(600, 400))
    (tmp_path / "file").write_bytes(b"")
    cache = MediaCache(tmp_path / "file")
    _made(root, cache)
    assert list(temporary.iterdir())
    del cache
    gc.collect()
    assert not list(temporary.iterdir())


def test_nothing_at_all_can_be_written(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "a.jpg", phone_photo(600, 400))
    expected = _made(root, MediaCache(tmp_path / "sound"))
    monkeypatch.setattr(tempfile, "tempdir", "/proc/newsportal")
    (tmp_path / "file").write_bytes(b"")
    assert _made(root, MediaCache(tmp_path / "file")) == expected


def test_a_folder_in_the_place_of_an_entry_is_healed_and_so_is_the_contrary(
    root: Path, cache: MediaCache, decoded: _Counter
) -> None:
    put(root, "a.jpg", phone_photo(600, 400))
    expected = _made(root, cache)
    for number, place in enumerate(_files(cache)):
        place.unlink(missing_ok=True)
        if number % 2:
            (place / "inside").mkdir(parents=True)
    assert _made(root, cache) == expected
    for folder in cache.folder.iterdir():
        shutil.rmtree(folder)
        folder.write_bytes(b"")
    assert _made(root, cache) == expected
    calls = decoded.calls
    assert _made(root, MediaCache(cache.folder.parents[1])) == expected
    assert decoded.calls == calls, "all is in its place again"


_SCAN_AND_READ = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[3:]
from media.pictures import SETTINGS, published
from newsportal.media import MediaCache, ensure, scan
root, cache = Path(sys.argv[1]), MediaCache(Path(sys.argv[2]))
files, problems = scan(root, SETTINGS, cache)
assert problems == ensure(files.values(), root, cache, SETTINGS) == ()
print([len(data) for media in files.values() for data in published(media, root, cache).values()])
"""


def test_two_processes_share_a_cache(root: Path, tmp_path: Path) -> None:
    for number in range(4):
        put(root, f"{number}.jpg", encoded(scene(500 + number, 300), "JPEG"))
    paths = [REPOSITORY / "tests", REPOSITORY / "plugins"]
    line: list[str | Path] = [sys.executable, "-c", _SCAN_AND_READ, root, tmp_path / "cache", *paths]
    runs = [subprocess.Popen(line, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    sizes = [run.communicate()[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert sizes[0] == sizes[1] != ""
    assert not list((tmp_path / "cache").glob("**/*.tmp"))


def _changed(root: Path, cache: MediaCache) -> MediaFile:
    put(root, "a.jpg", phone_photo(600, 400))
    files, _ = scan(root, SETTINGS, cache)
    put(root, "a.jpg", phone_photo(600, 401))
    return files["a.jpg"]


def test_photo_that_changes_during_a_build_is_told(root: Path, cache: MediaCache) -> None:
    media = _changed(root, cache)
    (problem,) = ensure([media], root, cache, SETTINGS)
    assert (problem.path, problem.code) == ("content/media/a.jpg", "file.unreadable")
    assert isinstance(read(media, media.address, root, cache, SETTINGS), Path)
    with pytest.raises(MediaGone, match="changed during the build"):
        read(media, files_of(media)[1], root, cache, SETTINGS)


def test_photo_that_goes_during_a_build_is_told(root: Path, cache: MediaCache) -> None:
    media = _changed(root, cache)
    (root / "a.jpg").unlink()
    (problem,) = ensure([media], root, cache, SETTINGS)
    assert problem.code == "file.unreadable"
    with pytest.raises(MediaGone):
        read(media, files_of(media)[1], root, cache, SETTINGS)


def test_reading_with_other_settings_poisons_nothing(root: Path, cache: MediaCache) -> None:
    put(root, "a.jpg", phone_photo(600, 400))
    files, _ = scan(root, SETTINGS, cache)
    with pytest.raises(MediaGone, match="other settings"):
        read(files["a.jpg"], files_of(files["a.jpg"])[1], root, cache, replace(SETTINGS, image_quality=10))


def test_read_gives_files_after_ensure_and_bytes_before(root: Path, cache: MediaCache) -> None:
    put(root, "a.jpg", phone_photo(600, 400))
    media = scan(root, SETTINGS, cache)[0]["a.jpg"]
    copy = files_of(media)[1]
    fresh = read(media, copy, root, cache, SETTINGS)
    stored = read(media, copy, root, cache, SETTINGS)
    assert isinstance(fresh, bytes)
    assert isinstance(stored, Path)
    assert stored.read_bytes() == fresh
