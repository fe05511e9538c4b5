"""Readers of a site that is being published over and over: each sees one whole version, or the test fails."""

from __future__ import annotations

import contextlib
import os
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from integration.support import Tree

_PAUSE_SECONDS = 0.02


@dataclass
class Crawl:
    """What readers have seen so far; `faults` are what they must not see."""

    rounds: int = 0
    faults: list[str] = field(default_factory=list)


@contextlib.contextmanager
def crawling(visit: Callable[[Crawl], None]) -> Iterator[Crawl]:
    """Calls `visit` over and over on a thread of its own."""
    crawl, stop = Crawl(), threading.Event()

    def go_round() -> None:
        while not stop.is_set():
            try:
                visit(crawl)
            except Exception as error:
                crawl.faults.append(f"{type(error).__name__}: {error}")
            stop.wait(_PAUSE_SECONDS)

    thread = threading.Thread(target=go_round)
    thread.start()
    try:
        yield crawl
    finally:
        stop.set()
        thread.join()


def tree_reader(site: Path, versions: Sequence[Tree], publications: Callable[[], int]) -> Callable[[Crawl], None]:
    """Reads the folder through one open handle: all that is reached from it is one of the versions, whole.

    A handle that outlives the next publication sees the spare tree, which the one after that changes; rounds so slow
    do not count. `publications` is how many have begun so far.
    """

    def visit(crawl: Crawl) -> None:
        began = publications()
        handle = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
        try:
            seen, fault = _seen(handle)
        finally:
            os.close(handle)
        if publications() - began > 1:
            return
        crawl.rounds += 1
        if fault or seen not in versions:
            crawl.faults.append(fault or f"a mixture of {len(seen)} files")

    return visit


def _seen(handle: int) -> tuple[Tree, str]:
    """Every file below an open folder, and what went wrong."""
    seen: dict[str, bytes] = {}
    try:
        for folder, _, names, inside in os.fwalk(".", dir_fd=handle, onerror=_raise):
            for name in names:
                with open(os.open(name, os.O_RDONLY, dir_fd=inside), "rb") as file:
                    seen[os.path.normpath(os.path.join(folder, name))] = file.read()
    except OSError as error:
        return MappingProxyType({}), str(error)
    return seen, ""


def _raise(error: OSError) -> None:
    raise error


def web_reader(url: str, paths: Sequence[str]) -> Callable[[Crawl], None]:
    """Asks a server for pages that are in every version: none is ever missing."""

    def visit(crawl: Crawl) -> None:
        for path in paths:
            try:
                with urllib.request.urlopen(url + path, timeout=20) as answer:
                    answer.read()
            except urllib.error.HTTPError as error:
                crawl.faults.append(f"{error.code} {path}")
                error.close()
        crawl.rounds += 1

    return visit
