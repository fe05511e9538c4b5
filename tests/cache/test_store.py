"""Contents kept between builds: found again, shared by processes, and lost without harm."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newsportal.cache import Store, in_parallel
from newsportal.outputs import mark_of

ONE, TWO = b"one" * 1000, b"two" * 1000
HOUR, DAY = 3600.0, 86400.0


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def change(store: Store, query: str, *values: object) -> None:
    """Changes the file behind the store's back."""
    store.close()
    with sqlite3.connect(store.file) as database:
        database.execute(query, values)
    database.close()


def age(store: Store, seconds: float) -> None:
    """Lets so much time pass for all contents."""
    change(store, "UPDATE contents SET made = made - ?", seconds)


def test_what_is_kept_is_found_again(store: Store, tmp_path: Path) -> None:
    one, two, again = store.keep([ONE, TWO, ONE])
    assert (one.mark, one) != (two.mark, two)
    assert one.mark == again.mark == mark_of(ONE)
    assert (one.read(), two.read()) == (ONE, TWO)
    other = Store(tmp_path / "cache")
    assert other.known() == {one.mark, two.mark}
    assert other.fetch(one.mark) == ONE


def test_nothing_is_a_content_too(store: Store) -> None:
    (nothing,) = store.keep([b""])
    assert store.find(nothing.mark) == nothing.read() == b""
    assert store.keep([]) == []


def test_what_was_never_kept_is_not_found(store: Store) -> None:
    assert store.find(mark_of(ONE)) is None
    assert store.known() == frozenset()
    with pytest.raises(FileNotFoundError, match="has lost"):
        store.fetch(mark_of(ONE))


def _garbage(file: Path) -> None:
    file.write_bytes(b"no database at all" * 1000)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _gone(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("harm", [_garbage, _empty, _cut, _gone])
def test_a_damaged_file_is_replaced(store: Store, harm: Callable[[Path], None]) -> None:
    store.keep([ONE, TWO, *(b"%d" % number * 999 for number in range(99))])
    store.close()
    harm(store.file)
    assert store.find(mark_of(ONE)) in (ONE, None)
    for _ in range(2):  # the first may still come upon the damage
        assert [output.read() for output in store.keep([ONE, TWO])] == [ONE, TWO]
        store.finish([mark_of(ONE)])
    assert Store(store.file.parent).find(mark_of(TWO)) == TWO


def test_a_flipped_byte_is_noticed_and_mended(store: Store) -> None:
    store.keep([ONE, TWO])
    change(store, "UPDATE contents SET content = ? WHERE mark = ?", b"x" + ONE[1:], mark_of(ONE))
    assert mark_of(ONE) in store.known(), "nobody has looked into it yet"
    assert store.find(mark_of(ONE)) is None
    assert store.known() == {mark_of(TWO)}
    store.keep([ONE])
    assert store.find(mark_of(ONE)) == ONE


def test_what_is_wanted_at_hand_is_held_besides(store: Store) -> None:
    [one] = store.keep([ONE], at_hand=True)
    assert one.content == ONE
    assert store.find(one.mark) == ONE


def test_keeping_again_mends_too(store: Store) -> None:
    store.keep([ONE])
    change(store, "UPDATE contents SET content = 'text'")
    store.keep([ONE])
    assert store.find(mark_of(ONE)) == ONE


def test_a_folder_in_the_way(store: Store) -> None:
    store.file.mkdir(parents=True)
    assert_useless(store)


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"")
    assert_useless(Store(tmp_path / "cache"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_must_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert_useless(Store(tmp_path))


def assert_useless(store: Store) -> None:
    """Nothing is remembered and nothing is lost."""
    kept = store.keep([ONE, TWO])
    assert [output.read() for output in kept] == [ONE, TWO]
    assert [output.mark for output in kept] == [mark_of(ONE), mark_of(TWO)]
    assert store.find(mark_of(ONE)) is None
    assert store.known() == frozenset()
    store.finish([mark_of(ONE)])
    store.close()


def test_a_database_that_cannot_grow(store: Store) -> None:
    """As on a full disk: what does not go in is held in memory, what is there stays."""
    store.keep([ONE])
    connection = store._opened()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    (kept,) = store.keep([os.urandom(10**6)])
    assert len(kept.read()) == 10**6
    assert kept.mark not in store.known()
    assert store.find(mark_of(ONE)) == ONE


def test_forgets_what_no_build_has_used_for_long(store: Store) -> None:
    store.keep([ONE, TWO])
    age(store, 2 * HOUR)
    store.finish([mark_of(ONE)])
    assert store.known() == {mark_of(ONE)}


def test_keeps_what_is_young_whoever_uses_it(store: Store) -> None:
    """Another build may have made it and not have finished."""
    store.keep([ONE, TWO])
    store.finish([mark_of(ONE)])
    assert store.known() == {mark_of(ONE), mark_of(TWO)}


def test_what_is_made_again_is_young_again(store: Store) -> None:
    store.keep([ONE, TWO])
    age(store, 2 * HOUR)
    store.keep([TWO])
    store.finish([])
    assert store.known() == {mark_of(TWO)}


def build_times(store: Store, count: int, kind: bytes = b"") -> None:
    """So many builds that all use something else."""
    for number in range(count):
        store.finish([mark_of(b"%d %d" % (number, time.monotonic_ns()))], kind)


def test_four_builds_are_remembered(store: Store) -> None:
    store.keep([ONE])
    store.finish([mark_of(ONE)])
    age(store, 2 * HOUR)
    build_times(store, 3)
    assert store.known() == {mark_of(ONE)}
    build_times(store, 1)
    assert store.known() == frozenset()


def test_the_same_build_again_counts_once(store: Store) -> None:
    store.keep([ONE])
    store.finish([mark_of(ONE)])
    age(store, 2 * HOUR)
    for _ in range(9):
        store.finish([mark_of(TWO)])
    assert store.known() == {mark_of(ONE)}


def test_builds_of_other_kinds_do_not_push_out(store: Store) -> None:
    """A morning of previewing leaves the last publication alone."""
    store.keep([ONE])
    store.finish([mark_of(ONE)], b"publication")
    age(store, 2 * HOUR)
    build_times(store, 9, b"preview")
    assert store.known() == {mark_of(ONE)}


def test_kinds_that_never_come_again_are_forgotten(store: Store) -> None:
    """A content folder was renamed."""
    store.keep([ONE])
    store.finish([mark_of(ONE)], b"old")
    age(store, 60 * DAY)
    change(store, "UPDATE builds SET made = made - ?", 60 * DAY)
    build_times(store, 1, b"new")
    assert store.known() == frozenset()


def test_the_file_shrinks(store: Store) -> None:
    store.keep([os.urandom(10**6)])
    store.close()
    large = store.file.stat().st_size
    age(store, 2 * HOUR)
    store.finish([])
    store.close()
    assert store.file.stat().st_size < large / 2


def _keeps(folder: Path, first: int) -> None:
    store = Store(folder)
    for number in range(first, first + 50):
        store.keep([b"%d" % number * 500, b"shared %d" % (number % 50) * 500])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_two_builds_at_once(store: Store) -> None:
    context = multiprocessing.get_context("fork")
    builds = [context.Process(target=_keeps, args=(store.file.parent, first)) for first in (0, 1000)]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
        assert build.exitcode == 0
    assert len(store.known()) == 150


def test_a_reader_waits_for_no_writer(store: Store, tmp_path: Path) -> None:
    """It sees what was there before."""
    store.keep([ONE])
    with sqlite3.connect(store.file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM contents")
        began = time.monotonic()
        assert Store(tmp_path / "cache").find(mark_of(ONE)) == ONE
        assert time.monotonic() - began < 5
        other.execute("ROLLBACK")
    other.close()


def test_children_and_parent_use_one_store(store: Store) -> None:
    """A child opens the file for itself; what came to it through the fork it neither uses nor closes."""
    store.keep([ONE])

    def work(number: int) -> tuple[bytes | None, list[bytes]]:
        found = store.find(mark_of(ONE))
        return found, [output.mark for output in store.keep([b"of child %d" % number])]

    marks = set[bytes]()
    for _, (found, made) in in_parallel(work, range(8), processes=2):
        assert found == ONE
        marks.update(made)
        assert store.find(made[0]) is not None, "the parent reads meanwhile"
    assert store.known() == {mark_of(ONE), *marks}
    with sqlite3.connect(store.file) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
