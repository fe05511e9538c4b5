"""Work on all cores, in processes that see everything this one has made."""

from __future__ import annotations

import gc
import io
import multiprocessing
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
_PIECE = 1 << 20
"""Bytes that travel between processes at a time."""

_YOUNG, _SOMETIMES, _NEVER = 200_000, 10, 1 << 30
"""A child looks for garbage among what it made lately: a page leaves some. To look at all the rest would touch, and so
copy, every page of memory."""


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
    travel between processes, so they must be picklable. An exception in a child is raised here, as a WorkerFailure.
    """
    count = min(processes or _processors(), len(tasks))
    if count < 2 or not may_fork():
        for place, task in enumerate(tasks):
            yield place, work(task)
        return
    yield from _forked(_Crew(work, tasks), count, heavy)


def begun(work: Callable[[], _Result]) -> Callable[[], _Result]:
    """Begins some work in a process of its own, where that pays and can be done.

    What is returned gives its result, which must be picklable, and is called once; or it is the work itself. An
    exception in the child is raised then, as `in_parallel` does.
    """
    if _processors() < 2 or not may_fork():
        return work
    crew = _Crew(lambda task: task(), (work,))
    connection = crew.hire(0)

    def result() -> _Result:
        try:
            found: _Result = crew.answer(connection)
            crew.release(connection)
            return found
        finally:
            gc.unfreeze()
            crew.disband()

    return result


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


class WorkerFailure(RuntimeError):
    """Something was raised in another process. The text begins with the line that tells what, its traceback follows."""


class _Crew:
    """The processes at work, by the connection to each."""

    def __init__(self, work: Callable[[Any], Any], tasks: Sequence[Any]) -> None:
        self.work, self.tasks = work, tasks
        self._context = multiprocessing.get_context("fork")
        self._members: dict[Connection, Any] = {}

    def hire(self, place: int) -> Connection:
        """One more process, which sees all that there is by now, and begins with the task at a place."""
        gc.freeze()  # a child that looked for garbage would touch, and so copy, every page of memory
        here, there = self._context.Pipe()
        others = (*self._members, here)
        child = self._context.Process(target=_serve, args=(self.work, self.tasks, there, others), daemon=True)
        child.start()
        there.close()
        self._members[here] = child
        _send(here, place)
        return here

    def answer(self, connection: Connection) -> Any:
        """What came of a task; waits for it."""
        result, error = _received(connection)
        if error:
            raise WorkerFailure(error)
        return result

    def release(self, connection: Connection) -> None:
        """Lets one go that waits for something to do. It ends by itself: it may have much memory to give back, for
        which nobody need wait."""
        _send(connection, None)
        connection.close()
        del self._members[connection]

    def disband(self) -> None:
        """Ends all that are left, whatever they are doing."""
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
        for place in islice(waiting, count):
            busy[crew.hire(place)] = place
        while busy:
            for ready in _ready(busy):
                result = crew.answer(ready)
                done, further = busy.pop(ready), next(waiting, None)
                if further is None:
                    crew.release(ready)
                elif done < heavy:
                    crew.release(ready)
                    busy[crew.hire(further)] = further
                else:
                    _send(ready, further)
                    busy[ready] = further
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
    """What `_answer` sends."""
    try:
        with io.BufferedReader(_Incoming(connection), _PIECE) as stream, suppress(EOFError, pickle.UnpicklingError):
            result = pickle.load(stream)
            stream.read()
            return result, connection.recv()
        return None, connection.recv()
    except (EOFError, OSError) as error:  # the latter when it died in the middle of an answer
        raise RuntimeError("a worker process was killed, perhaps for want of memory") from error


class _Incoming(io.RawIOBase):
    """The pieces that come through a connection up to an empty one, as a file."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection
        self._piece = memoryview(b"")
        self._ended = False

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills a part of the buffer."""
        if not self._piece and not self._ended:
            self._piece = memoryview(self._connection.recv_bytes())
            self._ended = not self._piece
        size = min(len(buffer), len(self._piece))
        buffer[:size], self._piece = self._piece[:size], self._piece[size:]
        return size


class _Outgoing(io.RawIOBase):
    """A file that is sent through a connection piece by piece as it is written."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, piece: Any) -> int:
        """Sends it; an empty one would be taken for the end."""
        if size := len(piece):
            self._connection.send_bytes(piece)
        return size


def _answer(connection: Connection, work: Callable[[], Any]) -> None:
    """Sends a result, then an empty piece, then what went wrong. Neither side ever holds the whole of what is sent: the
    index of a language is a hundred megabytes long."""
    result, error = None, ""
    try:
        result = work()
    except Exception as raised:
        error = _told(raised)
    try:
        with io.BufferedWriter(_Outgoing(connection), _PIECE) as stream:
            pickle.dump(result, stream, pickle.HIGHEST_PROTOCOL)
    except OSError:  # nobody listens any more
        raise
    except Exception as raised:  # some results cannot be sent
        error = _told(raised)
    connection.send_bytes(b"")
    connection.send(error)


def _told(error: Exception) -> str:
    first = f"{type(error).__name__}: {error}".partition("\n")[0]
    return f"{first}\nin a worker process:\n{''.join(traceback.format_exception(error))}"


def _serve(
    work: Callable[[Any], Any], tasks: Sequence[Any], connection: Connection, of_parent: Iterable[Connection]
) -> None:
    """A child's life: the place of a task comes, its result goes, until nothing comes any more."""
    gc.set_threshold(_YOUNG, _SOMETIMES, _NEVER)
    for end in of_parent:
        end.close()  # as long as somebody holds it nobody is told that the parent has gone
    try:
        while (place := connection.recv()) is not None:
            _answer(connection, partial(work, tasks[place]))
    except (EOFError, OSError, KeyboardInterrupt):
        pass  # the parent has gone, or is being stopped
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)  # the parent's open files and handlers are not ours to close
