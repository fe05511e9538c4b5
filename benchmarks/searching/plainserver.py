"""The stand-in where there is no nginx: Python's web server, which compresses what nginx would, and counts."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

from common.errors import BenchError
from searching.figures import Traffic
from searching.settings import media_type

_SMALLEST = 20
_LEVEL = 1  # both as nginx does unless told otherwise


@dataclass
class _Files:
    """Where paths lead, what is compressed, and what has been sent."""

    site: Path
    over: dict[str, Path]
    compressed: frozenset[str]
    packed: dict[Path, bytes] = field(default_factory=dict)
    sent: list[tuple[int, int]] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def find(self, path: str) -> Path | None:
        """The file at a path."""
        prefix = next(
            (each for each in self.over if path == each or (each.endswith("/") and path.startswith(each))), ""
        )
        inner = path[len(prefix) :].lstrip("/")
        base = self.over[prefix] if prefix else self.site
        place = (base / inner if inner else base).resolve()
        file = place / "index.html" if place.is_dir() else place
        return file if file.is_file() and file.is_relative_to(base.resolve()) else None

    def content(self, file: Path, kind: str) -> tuple[bytes, bool]:
        """What to send of a file, and whether it is compressed."""
        content = file.read_bytes()
        if kind not in self.compressed or len(content) < _SMALLEST:
            return content, False
        if file not in self.packed:
            self.packed[file] = gzip.compress(content, _LEVEL, mtime=0)
        return self.packed[file], True


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Sends a file whole."""
        path = unquote(urlsplit(self.path).path)
        file = self.server.files.find(path)
        if file is None:
            self.server.files.missed.append(path)
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind = media_type(file)
        content, packed = self.server.files.content(file, kind)
        # Put together here and not by the base class, which does not tell how long it has become.
        head = ["HTTP/1.1 200 OK", f"Content-Type: {kind}", f"Content-Length: {len(content)}"]
        head += ["Content-Encoding: gzip"] if packed else []
        sent = "\r\n".join((*head, "\r\n")).encode("ascii") + content
        self.server.files.sent.append((len(sent), len(content)))
        self.wfile.write(sent)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def handle(self) -> None:
        """A browser that leaves in the middle of an answer is no error."""
        with contextlib.suppress(ConnectionError):
            super().handle()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, files: _Files) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files = files


@dataclass(frozen=True)
class PlainServer:
    """The running server."""

    server: _Server
    name: str = "Python's web server, for lack of nginx"

    @property
    def address(self) -> str:
        """Without a slash at the end."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def take(self) -> Traffic:
        """What was sent since the last time."""
        files = self.server.files
        if files.missed:
            raise BenchError(f"the server has no {files.missed[0]}")
        count = len(files.sent)
        taken, files.sent[:count] = files.sent[:count], []
        return Traffic(count, sum(whole for whole, _ in taken), sum(body for _, body in taken))


@contextlib.contextmanager
def plain_server(site: Path, over: dict[str, Path], compressed: frozenset[str]) -> Iterator[PlainServer]:
    """Serves `site` until the end of the block."""
    with _Server(_Files(site, over, compressed)) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield PlainServer(server)
        finally:
            server.shutdown()
