"""Work on all cores, in processes that see everything this one has made."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from typing import Any, TypeVar

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


def may_fork() -> bool:
    """Whether processes can be forked safely: not on Windows or macOS, nor beside other threads, whose locks a
    child would inherit, nor in a child, which shares the processors with its siblings already."""
    is_child = multiprocessing.current_process().daemon
    return sys.platform == "linux" and threading.active_count() == 1 and not is_child


def in_parallel(
    work: Callable[[_Task], _Result], tasks: Sequence[_Task], processes: int | None = None, heavy: int = 0
) -> Iterator[tuple[int, _Result]]:
    """(place of a task, result) as they come; tasks are begun in order.

    The first tasks may be `heavy`: a process that has done one of them is let go, as it would keep the memory that it
    needed, and another takes its place.

    `work` runs in forked processes where that pays and can be done, else here. It may be any function: only results
    travel between processes, so they must be picklable. An exception in a child is raised here, as a RuntimeError with
    its traceback.
    """
    count = min(processes or _processors(), len(tasks))
    if count < 2 or not may_fork():
        for place, task in enumerate(tasks):
            yield place, work(task)
        return
    yield from _forked(_Crew(work, tasks), count, heavy)


def chunked(items: Sequence[_Task], size: int) -> list[Sequence[_Task]]:
    """The items in runs of `size`, which travel to a process and back together."""
    return [items[at : at + size] for at in range(0, len(items), size)]


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[None]:
    """Does some work whose failure does no harm in a process of its own, while the block runs, where that can be done,
    else before it. It is done, or has failed, when the block is left."""
    if not may_fork():
        work()
        yield
        return
    child = multiprocessing.get_context("fork").Process(target=_do_and_leave, args=(work,))
    child.start()
    try:
        yield
    finally:
        child.join()


def _do_and_leave(work: Callable[[], object]) -> None:
    gc.disable()  # it would touch, and so copy, every page of memory
    try:
        work()
    finally:
        os._exit(0)  # the parent's open files and handlers are not ours to close


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


class _Crew:
    """The processes at work, by the connection to each."""

    def __init__(self, work: Callable[[Any], Any], tasks: Sequence[Any]) -> None:
        self.work, self.tasks = work, tasks
        self._context = multiprocessing.get_context("fork")
        self._members: dict[Connection, Any] = {}

    def hire(self) -> Connection:
        """One more process, which sees all that there is by now."""
        gc.freeze()  # a child that looked for garbage would touch, and so copy, every page of memory
        here, there = self._context.Pipe()
        others = (*self._members, here)
        child = self._context.Process(target=_serve, args=(self.work, self.tasks, there, others), daemon=True)
        child.start()
        there.close()
        self._members[here] = child
        return here

    def replaced(self, connection: Connection) -> Connection:
        """Another one in the place of one that waits for something to do."""
        _send(connection, None)
        connection.close()
        self._members.pop(connection).join()
        return self.hire()

    def disband(self) -> None:
        """Ends all of them, whatever they are doing."""
        for connection in self._members:
            connection.close()
        for child in self._members.values():
            if child.is_alive():
                child.join(1)
                child.kill()
            child.join()


def _forked(crew: _Crew, count: int, heavy: int) -> Iterator[tuple[int, Any]]:
    """Hands out the places of tasks, one after the other, and collects what comes back."""
    waiting = iter(range(len(crew.tasks)))
    busy: dict[Any, int] = {}
    try:
        for connection in [crew.hire() for _ in range(count)]:
            busy[connection] = next(waiting)
            _send(connection, busy[connection])
        while busy:
            for ready in _ready(busy):
                result, error = _received(ready)
                if error:
                    raise RuntimeError(f"in a worker process:\n{error}")
                done, further = busy.pop(ready), next(waiting, None)
                member = crew.replaced(ready) if done < heavy and further is not None else ready
                _send(member, further)
                if further is not None:
                    busy[member] = further
                yield done, result
    finally:
        gc.unfreeze()
        crew.disband()


def _ready(busy: dict[Any, int]) -> list[Any]:
    return list(wait(list(busy)))


def _send(connection: Any, place: int | None) -> None:
    """A child that has died meanwhile is found out when its answer is waited for."""
    with suppress(OSError):
        connection.send(place)


def _received(connection: Any) -> tuple[Any, str]:
    try:
        answer: tuple[Any, str] = connection.recv()
    except (EOFError, OSError) as error:  # the latter when it died in the middle of an answer
        raise RuntimeError("a worker process was killed, perhaps for want of memory") from error
    return answer


def _serve(
    work: Callable[[Any], Any], tasks: Sequence[Any], connection: Connection, of_parent: Iterable[Connection]
) -> None:
    """A child's life: the place of a task comes, its result goes, until nothing comes any more."""
    for end in of_parent:
        end.close()  # as long as somebody holds it nobody is told that the parent has gone
    try:
        while (place := connection.recv()) is not None:
            try:
                answer = ForkingPickler.dumps((work(tasks[place]), ""))
            except Exception:
                answer = ForkingPickler.dumps((None, traceback.format_exc()))
            connection.send_bytes(answer)
    except (EOFError, OSError, KeyboardInterrupt):
        pass  # the parent has gone, or is being stopped
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)  # the parent's open files and handlers are not ours to close
