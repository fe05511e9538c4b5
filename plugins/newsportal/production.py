"""The files of a site, made on all cores, and only those whose key is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from newsportal.cache import Store, chunked, in_parallel
from newsportal.outputs import Job, Output

_CHUNK = 40
"""Jobs that a worker is given at a time."""

_FEW = 5000
"""Jobs up to which what is made is held in memory besides, as it is about to be written into the site."""

_WORTH_FORKING = 80
"""Jobs below which starting processes takes longer than doing without."""

Record = tuple[bytes, tuple[bytes, ...]]
"""A job's key, and the marks of its files."""

Side = Callable[[], Any]
"""Other work to be done beside the jobs; its result must be picklable."""


@dataclass(frozen=True, slots=True)
class Products:
    """`outputs` by path; `records` by a job's first path, which are the next build's `former`; results of side work."""

    outputs: Mapping[str, Output]
    records: Mapping[str, Record]
    beside: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file that was made before. Should the store have lost it, it is made again."""

    store: Store
    job: Job
    place: int
    mark: bytes

    def __call__(self) -> bytes:
        found = self.store.find(self.mark)
        return self.job.make()[self.place] if found is None else found


def produce(
    jobs: Sequence[Job], former: Mapping[str, Record], store: Store, beside: Sequence[tuple[Side, bool]] = ()
) -> Products:
    """The files of all `jobs`. Those that `former` has under the same key are taken from the store.

    `beside` are other tasks to do in the meantime, each with whether it is heavy.
    """
    stored = store.known() if former else frozenset()
    records = {job.paths[0]: former[job.paths[0]] for job in jobs if _is_kept(job, former, stored)}
    waiting = [job for job in jobs if job.paths[0] not in records]
    store.close()  # every process opens the file for itself
    results: list[Any] = [None] * len(beside)
    held: dict[bytes, Output] = {}
    for place, result in _worked_off(waiting, beside):
        if place < len(beside):
            results[place] = result
            continue
        at = (place - len(beside)) * _CHUNK
        keys, contents = result
        kept = _kept(contents, store, len(waiting) <= _FEW)
        for job, key, made in zip(waiting[at : at + _CHUNK], keys, kept, strict=True):
            records[job.paths[0]] = key, tuple(output.mark for output in made)
            held.update((output.mark, output) for output in made if isinstance(output.content, bytes))
    outputs = {
        path: held.get(mark) or Output(mark, _Kept(store, job, place, mark))
        for job in jobs
        for place, (path, mark) in enumerate(zip(job.paths, records[job.paths[0]][1], strict=True))
    }
    return Products(outputs, {job.paths[0]: records[job.paths[0]] for job in jobs}, tuple(results))


def _is_kept(job: Job, former: Mapping[str, Record], stored: frozenset[bytes]) -> bool:
    key, marks = former.get(job.paths[0], (b"", ()))
    return bool(marks) and key == job.found_key() and len(marks) == len(job.paths) and stored.issuperset(marks)


def _worked_off(jobs: Sequence[Job], beside: Sequence[tuple[Side, bool]]) -> Iterator[tuple[int, Any]]:
    """(place, result): side work first, as it may take longest, then chunks of jobs."""
    tasks: list[Side] = [side for side, _ in beside]
    heavy = len(tasks) if any(is_heavy for _, is_heavy in beside) else 0
    tasks += [partial(_make, chunk) for chunk in chunked(jobs, _CHUNK)]
    is_much = len(jobs) >= _WORTH_FORKING or heavy
    return in_parallel(lambda task: task(), tasks, None if is_much else 1, heavy)


def _make(jobs: Sequence[Job]) -> tuple[list[bytes], list[Sequence[bytes]]]:
    """The keys and the files of some jobs. Keys share much of the work with what they are keys of."""
    return [job.found_key() for job in jobs], [job.make() for job in jobs]


def _kept(made: Sequence[Sequence[bytes]], store: Store, at_hand: bool) -> Iterator[list[Output]]:
    """The files of each job, put into the store together, and `at_hand` held besides."""
    outputs = iter(store.keep((content for contents in made for content in contents), at_hand))
    return ([next(outputs) for _ in contents] for contents in made)
