"""Files are made when their key is new or their content lost, and taken from the store otherwise."""

from __future__ import annotations

import dataclasses
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest

from newsportal.cache import Store
from newsportal.outputs import Job, mark_of
from newsportal.production import Products, Record, Side, produce


@dataclasses.dataclass
class Workshop:
    """Produces again and again; `made` are the first paths of the jobs that were done, in this process or a child's
    note below `notes`."""

    store: Store
    notes: Path
    records: Mapping[str, Record] = dataclasses.field(default_factory=dict)

    def job(self, *paths: str, key: bytes = b"key", text: str = "text") -> Job:
        """Files with a text each that names them; that the work was done is noted."""
        contents = tuple(f"{text} of {path}".encode() for path in paths)

        def make() -> Sequence[bytes]:
            (self.notes / paths[0].replace("/", "+")).touch()
            return contents

        return Job(paths, key, make)

    def run(self, *jobs: Job, beside: Sequence[tuple[Side, bool]] = ()) -> tuple[dict[str, bytes], set[str]]:
        """The files, read, and the jobs that were done before anybody read them."""
        self._forget()
        products = produce(jobs, self.records, self.store, beside)
        self.records = products.records
        done = {note.name.replace("+", "/") for note in self.notes.iterdir()}
        return _read(products), done

    def _forget(self) -> None:
        for note in self.notes.iterdir():
            note.unlink()


def _read(products: Products) -> dict[str, bytes]:
    for output in products.outputs.values():
        assert mark_of(output.read()) == output.mark
    return {path: output.read() for path, output in products.outputs.items()}


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    (tmp_path / "notes").mkdir()
    return Workshop(Store(tmp_path / "cache"), tmp_path / "notes")


def test_everything_is_made_once(shop: Workshop) -> None:
    jobs = [shop.job("a"), shop.job("b/c", "b/d")]
    first, done = shop.run(*jobs)
    assert first == {"a": b"text of a", "b/c": b"text of b/c", "b/d": b"text of b/d"}
    assert done == {"a", "b/c"}
    assert shop.run(*jobs) == (first, set())
    assert shop.records == {job.paths[0]: (job.key, tuple(mark_of(first[path]) for path in job.paths)) for job in jobs}


def test_a_new_key_makes_anew(shop: Workshop) -> None:
    shop.run(shop.job("a"), shop.job("b"))
    files, done = shop.run(shop.job("a", key=b"new", text="edit"), shop.job("b", text="not looked at"))
    assert files == {"a": b"edit of a", "b": b"text of b"}
    assert done == {"a"}


def test_other_files_of_a_job_make_anew(shop: Workshop) -> None:
    """Though the key is the same: there must be a content for each."""
    shop.run(shop.job("a", "b"))
    files, done = shop.run(shop.job("a", "b", "c"))
    assert (set(files), done) == ({"a", "b", "c"}, {"a"})
    files, done = shop.run(shop.job("a"))
    assert (set(files), done) == ({"a"}, {"a"})


def test_what_is_not_asked_for_is_forgotten(shop: Workshop) -> None:
    shop.run(shop.job("a"), shop.job("b"))
    shop.run(shop.job("b"))
    assert shop.run(shop.job("a"), shop.job("b"))[1] == {"a"}


def _delete(store: Store, content: bytes) -> None:
    _change(store, "DELETE FROM contents WHERE mark = ?", mark_of(content))


def _change(store: Store, query: str, *values: object) -> None:
    store.close()
    with sqlite3.connect(store.file) as database:
        assert database.execute(query, values).rowcount == 1
    database.close()


def test_lost_contents_are_made_anew(shop: Workshop) -> None:
    shop.run(shop.job("a", "b"), shop.job("c"))
    _delete(shop.store, b"text of b")
    files, done = shop.run(shop.job("a", "b"), shop.job("c"))
    assert done == {"a"}
    assert files["b"] == b"text of b"


def test_damaged_contents_are_made_anew_when_they_are_read(shop: Workshop) -> None:
    shop.run(shop.job("a"))
    _change(shop.store, "UPDATE contents SET content = ? WHERE mark = ?", b"text OF a", mark_of(b"text of a"))
    assert shop.run(shop.job("a"))[0] == {"a": b"text of a"}
    assert shop.run(shop.job("a"))[0] == {"a": b"text of a"}
    assert shop.run(shop.job("a"))[1] == set(), "the damage was mended"


def test_contents_lost_before_they_are_read(shop: Workshop) -> None:
    products = produce([shop.job("a", "b")], {}, shop.store)
    _delete(shop.store, b"text of b")
    assert _read(products) == {"a": b"text of a", "b": b"text of b"}


def test_without_a_store_everything_is_made_once_a_build(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "file").write_bytes(b"")
    shop = Workshop(Store(tmp_path / "file" / "cache"), tmp_path / "notes")
    for _ in range(2):
        files, done = shop.run(shop.job("a"), shop.job("b"))
        assert (files, done) == ({"a": b"text of a", "b": b"text of b"}, {"a", "b"})
    products = produce([shop.job("a")], {}, shop.store)
    shop._forget()
    assert products.outputs["a"].read() == b"text of a"
    assert list(shop.notes.iterdir()) == [], "held in memory, not made again"


def test_results_of_side_work(shop: Workshop) -> None:
    beside: list[tuple[Side, bool]] = [(lambda: "index", False), (partial(sum, (1, 2)), False)]
    products = produce([shop.job("a")], {}, shop.store, beside)
    assert products.beside == ("index", 3)
    assert produce([], {}, shop.store, beside).beside == ("index", 3)
    assert produce([], {}, shop.store) == Products({}, {})


@pytest.mark.parametrize("heavy", [False, True])
@pytest.mark.parametrize("count", [1, 200])
def test_many_jobs_and_heavy_work_give_the_same(shop: Workshop, count: int, heavy: bool) -> None:
    """In as many processes as there are, or in one."""
    jobs = [shop.job(f"{number}", f"{number}.xml") for number in range(count)]
    products = produce(jobs, {}, shop.store, [(lambda: "index", heavy)])
    assert _read(products) == {path: f"text of {path}".encode() for job in jobs for path in job.paths}
    assert list(products.outputs) == [path for job in jobs for path in job.paths], "in the order of the jobs"
    assert list(products.records) == [job.paths[0] for job in jobs]
    assert products.beside == ("index",)


def test_a_job_that_fails_ends_it(shop: Workshop) -> None:
    with pytest.raises(ZeroDivisionError):
        shop.run(_failing(250))
    with pytest.raises((RuntimeError, ZeroDivisionError), match="division"):  # from a child, or where none is forked
        shop.run(*map(_failing, range(300)))


def _failing(number: int) -> Job:
    return Job((f"{number}",), b"key", lambda: (b"%d" % (1 // (number - 250)),))


def test_equal_files_are_kept_once(shop: Workshop) -> None:
    def make(paths: Iterable[str]) -> Callable[[], Sequence[bytes]]:
        return lambda: [b"same" for _ in paths]

    files, _ = shop.run(*(Job(paths, b"key", make(paths)) for paths in (("a", "b"), ("c",))))
    assert files == {"a": b"same", "b": b"same", "c": b"same"}
    assert shop.store.known() == {mark_of(b"same")}
    assert os.path.isfile(shop.store.file)
