"""Work in forked processes: the same results as without, and a clear word when a child fails."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from integration.support import environment, eventually
from newsportal.cache import beside, in_parallel, may_fork

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")
HERE = os.getpid()


@pytest.fixture(autouse=True)
def no_child_stays() -> Iterator[None]:
    """Whatever happened, all children are gone soon."""
    assert may_fork()
    yield
    eventually(lambda: not multiprocessing.active_children(), "all children have gone", seconds=10)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def test_every_task_is_done_once_and_elsewhere() -> None:
    results = list(in_parallel(squared, range(50), processes=3))
    assert sorted((place, result) for place, (result, _) in results) == [(each, each * each) for each in range(50)]
    assert HERE not in {process for _, (_, process) in results}


def test_results_are_those_of_the_plain_path() -> None:
    plain = {place: result for place, (result, _) in in_parallel(squared, range(20), processes=1)}
    assert plain == {place: result for place, (result, _) in in_parallel(squared, range(20), processes=4)}
    assert list(plain) == list(range(20))


def test_results_come_as_they_are_ready() -> None:
    def slow_first(number: int) -> int:
        time.sleep(0 if number else 0.5)
        return number

    assert next(in_parallel(slow_first, range(3), processes=2))[0] == 1


def test_whoever_did_something_heavy_is_let_go() -> None:
    def work(number: int) -> tuple[int, int]:
        return number, os.getpid()

    results = sorted(result for _, result in in_parallel(work, range(20), processes=2, heavy=3))
    assert [number for number, _ in results] == list(range(20))
    heavy = {process for _, process in results[:3]}
    assert len(heavy) == 3
    assert heavy.isdisjoint(process for _, process in results[3:])


@pytest.mark.parametrize(("tasks", "processes"), [((), 4), ((7,), 4), ((1, 2, 3), 1)])
def test_little_is_done_here(tasks: tuple[int, ...], processes: int) -> None:
    assert [(place, result) for place, result in in_parallel(squared, tasks, processes)] == [
        (place, (task * task, HERE)) for place, task in enumerate(tasks)
    ]


def test_children_see_what_cannot_be_pickled() -> None:
    """And what they do to it stays with them."""
    seen: list[object] = [lambda: "told"]

    def work(number: int) -> tuple[object, int]:
        seen.append(number)
        told = seen[0]
        return told() if callable(told) else None, len(seen)

    assert {result[0] for _, result in in_parallel(work, range(4), processes=2)} == {"told"}
    assert len(seen) == 1


def test_an_exception_arrives_with_its_traceback() -> None:
    def fails(number: int) -> int:
        if number == 3:
            raise KeyError("the third")
        return number

    began = time.monotonic()
    with pytest.raises(RuntimeError, match=r"(?s)^KeyError: 'the third'\n.*Traceback.*in fails.*KeyError: 'the third'"):
        list(in_parallel(fails, range(9), processes=3))
    assert time.monotonic() - began < 1, "idle children leave at once"


def test_a_result_that_cannot_travel_is_told() -> None:
    with pytest.raises(RuntimeError, match=r"(?s)Traceback.*pickle"):
        list(in_parallel(lambda _: lambda: None, range(4), processes=2))


@pytest.mark.parametrize("size", [1, 10**7])
def test_a_killed_child_is_told_at_once(size: int) -> None:
    def dies(number: int) -> bytes:
        if number == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"x" * size

    with pytest.raises(RuntimeError, match="worker process was killed"):
        list(in_parallel(dies, range(4), processes=2))


def test_a_child_killed_in_the_middle_of_its_answer() -> None:
    def dies(number: int) -> bytes:
        if number == 0:
            threading.Timer(0.6, os.kill, (os.getpid(), signal.SIGKILL)).start()
            time.sleep(0.3)
            return b"x" * 10**7  # more than fits between the processes
        return b""

    results = in_parallel(dies, range(2), processes=2)
    assert next(results)[0] == 1
    time.sleep(0.9)  # nobody reads meanwhile
    with pytest.raises(RuntimeError, match="worker process was killed"):
        list(results)


def test_children_that_want_to_end_the_program_are_told() -> None:
    def leaves(number: int) -> int:
        raise SystemExit(number)

    with pytest.raises(RuntimeError, match="worker process"):
        list(in_parallel(leaves, range(3), processes=2))


def test_a_reader_who_has_had_enough_waits_for_nobody() -> None:
    def slow(number: int) -> int:
        time.sleep(60 if number else 0)
        return number

    began = time.monotonic()
    results = in_parallel(slow, range(9), processes=2)
    assert next(results) == (0, 0)
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 30


def test_work_within_work_is_done_in_the_child() -> None:
    def nested(number: int) -> list[tuple[int, int]]:
        assert not may_fork()
        return [result for _, result in in_parallel(squared, range(number), processes=2)]

    for place, results in in_parallel(nested, range(4), processes=2):
        assert [result for result, _ in results] == [each * each for each in range(place)]
        assert HERE not in {process for _, process in results}


def test_nothing_is_forked_beside_other_threads() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not may_fork()
        assert {process for _, (_, process) in in_parallel(squared, range(4), processes=2)} == {HERE}
    finally:
        done.set()
        thread.join()


WAITING = """
import os, time
from newsportal.cache import in_parallel
for _, process in in_parallel(lambda number: os.getpid(), range(4), processes=2):
    print(process, flush=True)
    time.sleep(60)
"""


def test_no_child_survives_its_parent() -> None:
    """However hard it is killed."""
    arguments = [sys.executable, "-c", WAITING]
    with subprocess.Popen(arguments, env=environment(), stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        assert _is_running(child)
        parent.kill()
        parent.wait()
        eventually(lambda: not _is_running(child), "the child has gone", seconds=10)


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_work_beside_is_done_when_the_block_is_left(tmp_path: Path) -> None:
    def work() -> None:
        time.sleep(0.3)
        (tmp_path / "done").write_text(str(os.getpid()))

    with beside(work):
        assert not (tmp_path / "done").exists()
    assert (tmp_path / "done").read_text() != str(HERE)


def test_work_beside_that_fails_does_no_harm(tmp_path: Path) -> None:
    with beside(lambda: 1 / 0):
        (tmp_path / "here").touch()
    with pytest.raises(KeyError), beside((tmp_path / "there").touch):
        raise KeyError
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here", "there"]


def test_work_beside_is_done_before_where_nothing_forks(tmp_path: Path) -> None:
    waiting = threading.Event()
    other = threading.Thread(target=waiting.wait)
    other.start()
    try:
        with beside((tmp_path / "done").touch):
            assert (tmp_path / "done").exists()
    finally:
        waiting.set()
        other.join()
