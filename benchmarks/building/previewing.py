"""The live preview: how long after a file is saved its page is served anew."""

from __future__ import annotations

import contextlib
import random
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from building import ours
from building.contenders import Contender
from building.edits import Author, Sign
from building.figures import Preview
from common.console import machine, tell
from common.errors import BenchError
from common.memory import started
from common.programs import failure

POLL = 0.02
"""Seconds between two questions for a page."""
_PATIENCE = 900.0
_REST = 1.5  # until whatever the last change has set off is over
_CODES_WHILE_BUILDING = (404, 500, 502, 503)


@dataclass
class _Watched:
    """A preview that runs."""

    command: Sequence[str]
    address: str
    process: subprocess.Popen[bytes]
    said: IO[bytes]
    content: Path
    chance: random.Random = field(default_factory=random.Random)

    def wait(self, path: str, text: str) -> float:
        """Asks until a page has a text; the seconds that took."""
        began = time.perf_counter()
        while time.perf_counter() - began < _PATIENCE:
            if self.process.poll() is not None:
                raise failure(self.command, self._words())
            if text in self._page(path):
                return time.perf_counter() - began
            time.sleep(POLL)
        raise BenchError(f"the preview does not show {text!r} on {path} after {_PATIENCE:.0f} s: {self._words()}")

    def _page(self, path: str) -> str:
        """A page; nothing while there is none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=_PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            if error.code in _CODES_WHILE_BUILDING:
                return ""
            raise BenchError(f"the preview answers {error.code} to {path}") from error
        except OSError:
            return ""

    def _words(self) -> str:
        self.said.seek(0)
        return self.said.read().decode("utf-8", "replace")

    def delay(self, author: Author, kind: str) -> float:
        """Saves a change and waits for it, at a moment that has nothing to do with when the preview looks around."""
        time.sleep(_REST + self.chance.random())
        sign = author.change(kind)
        assert sign is not None, kind
        return self.wait(self._path_of(sign), sign.text)

    def _path_of(self, sign: Sign) -> str:
        """The address of the item's page: its source is at SECTION/YEAR/NAME.md."""
        name = sign.pattern.split("/")[-2]
        [source] = self.content.glob(f"vi/*/*/{name}.md")
        return f"/{source.relative_to(self.content / 'vi').with_suffix('').as_posix()}/"


def preview(items: int, contender: Contender, author: Author, kinds: Sequence[str], edits: int) -> Preview:
    """Times every kind of change `edits` times, in turn."""
    before = machine()
    delays: dict[str, list[float]] = {kind: [] for kind in kinds}
    with _running(contender, author.seed) as watched:
        tell(f"{items:,} items: starting the preview …")
        started_after = watched.wait("/", "</html>")
        for number in range(1, edits + 1):
            tell(f"{items:,} items: preview, {number} of {edits} edits of each kind …")
            for kind in kinds:
                delays[kind].append(watched.delay(author, kind))
    return Preview(items, before, started_after, {kind: tuple(seconds) for kind, seconds in delays.items()})


@contextlib.contextmanager
def _running(contender: Contender, seed: int) -> Iterator[_Watched]:
    port = _free_port()
    command = ours.preview_command(contender.folder, port)
    with tempfile.TemporaryFile() as said, started(command, contender.folder, said.fileno()) as process:
        address = f"http://127.0.0.1:{port}"
        yield _Watched(command, address, process, said, contender.content, random.Random(seed))


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
