"""A real preview under way, and what it shows."""

from __future__ import annotations

import contextlib
import http.client
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from integration.pages import parse, text_of
from integration.support import Tree, environment, eventually, read_tree, running
from sites import TinyPortal

START_SECONDS = 60


@dataclass(frozen=True)
class Preview:
    """A preview under way. `base` is the folder in which MkDocs keeps the site it serves."""

    port: int
    base: Path
    log: Path

    def get(self, path: str, timeout: float = 30) -> tuple[int, bytes]:
        """Status and body; 0 while nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except OSError:
            return 0, b""
        finally:
            connection.close()

    def text(self, path: str) -> str:
        """The words of a page; empty for one that is not there."""
        status, body = self.get(path)
        return text_of(parse(body)) if status == 200 else ""

    def shows(self, path: str, words: str, seconds: float = 30) -> None:
        """Waits until a page has these words."""
        eventually(lambda: words in self.text(path), f"{words!r} on {path}\n{self.printed()[-3000:]}", seconds)

    def lacks(self, path: str) -> None:
        """Waits until there is no such page."""
        eventually(lambda: self.get(path)[0] == 404, f"{path} gone\n{self.printed()[-3000:]}")

    def wrong(self) -> list[dict[str, str]]:
        """What every page tells of the content."""
        found: list[dict[str, str]] = json.loads(self.get("/preview.json")[1])
        return found

    def printed(self) -> str:
        """What the preview has said so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def rebuilds(self) -> int:
        """How often the preview has told browsers to reload."""
        return self.printed().count("Reloading browsers")

    def tree(self) -> Tree:
        """The site as it is served, from the disk."""
        (folder,) = self.base.glob("mkdocs_*")
        return read_tree(folder)


@contextlib.contextmanager
def preview(portal: TinyPortal, port: int, *arguments: object) -> Iterator[Preview]:
    """`mkdocs serve` (or the command given) until it answers, and gone afterwards."""
    base = portal.folder / "temporary"
    shutil.rmtree(base, ignore_errors=True)
    base.mkdir()
    given = arguments or ("-m", "mkdocs", "serve", "--config-file", portal.config, "--dev-addr", f"127.0.0.1:{port}")
    env = environment(TMPDIR=str(base), TEMP=str(base), TMP=str(base), PYTHONUNBUFFERED="1")
    log = portal.folder / "serve.log"
    with running(given, log, env, portal.folder) as process:
        found = Preview(port, base, log)
        eventually(
            lambda: process.poll() is not None or found.get("/", timeout=5)[0] == 200, "a first answer", START_SECONDS
        )
        assert process.poll() is None, found.printed()
        yield found
