"""A web server of this machine that tells what it has sent: nginx as operators are told to set it up, or Python's own.

The server counts, not the browser: what a page's worker fetches does not show in the page's own figures.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from common.errors import BenchError
from searching import settings
from searching.figures import Traffic
from searching.plainserver import plain_server

MARK = "/-/mark"
"""Asked for to part the log: all that was answered before stands before it."""
_FORMAT = "$status $bytes_sent $body_bytes_sent $request_uri"
_CONFIGURED = re.compile(r"--conf-path=(\S+)")
_PATIENCE = 10.0
_LEFT = 499  # the browser closed the connection first


class Server(Protocol):
    """A server of a site, with other folders and files laid over it."""

    @property
    def name(self) -> str:
        """What it is, for the report."""

    @property
    def address(self) -> str:
        """Without a slash at the end."""

    def take(self) -> Traffic:
        """What was sent since the last time."""


@contextlib.contextmanager
def serving(site: Path, over: dict[str, Path], work: Path, use_nginx: bool = True) -> Iterator[Server]:
    """Serves `site`; `over` gives other places to some paths: folders where they end in a slash, files else."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")
    types = _mime_types(program) if program and use_nginx else None
    if program and types:
        with _nginx(program, types, site, over, work) as nginx:
            yield nginx
    else:
        with plain_server(site, over, settings.gzip_types(settings.told())) as plain:
            yield plain


def _mime_types(program: str) -> Path | None:
    """nginx's own list of types, beside its configuration; Windows builds have none that can be found so."""
    said = subprocess.run([program, "-V"], capture_output=True, text=True, check=False).stderr
    found = _CONFIGURED.search(said)
    types = Path(found[1]).with_name("mime.types") if found else None
    return types if types and types.is_file() else None


@dataclass
class _Nginx:
    name: str
    address: str
    log: Path
    read: int = 0
    rest: list[str] = field(default_factory=list)

    def take(self) -> Traffic:
        """Asks for the mark and adds up what stands before it; one worker answers and logs in turn."""
        with urllib.request.urlopen(self.address + MARK, timeout=_PATIENCE):
            lines = self._until_mark()
        rows = [line.split(" ", 3) for line in lines]
        failed = [row for row in rows if int(row[0]) >= 400 and int(row[0]) != _LEFT]
        if failed:
            raise BenchError(f"the server answered {failed[0][0]} to {failed[0][3]}")
        return Traffic(len(rows), sum(int(row[1]) for row in rows), sum(int(row[2]) for row in rows))

    def _until_mark(self) -> list[str]:
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            with self.log.open("rb") as file:
                file.seek(self.read)
                text = file.read().decode("utf-8")
            if text.endswith("\n") and f" {MARK}\n" in text:
                self.read += len(text.encode())
                return [line for line in text.splitlines() if not line.endswith(f" {MARK}")]
            time.sleep(0.002)
        raise BenchError(f"nginx does not write its log {self.log}")


@contextlib.contextmanager
def _nginx(program: str, types: Path, site: Path, over: dict[str, Path], work: Path) -> Iterator[_Nginx]:
    folder = work / "nginx"
    folder.mkdir(exist_ok=True)
    log, port = folder / "access.log", _free_port()
    log.write_bytes(b"")
    configuration = folder / "nginx.conf"
    configuration.write_text(_configuration(types, site, over, folder, port), encoding="utf-8")
    command = [program, "-p", f"{folder}/", "-e", str(folder / "error.log"), "-c", str(configuration)]
    with (folder / "said.log").open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said) as process:
        try:
            server = _Nginx("nginx, set up as operators are told", f"http://127.0.0.1:{port}", log)
            _await(port, process, folder)
            yield server
        finally:
            process.terminate()


def _configuration(types: Path, site: Path, over: dict[str, Path], folder: Path, port: int) -> str:
    temporary = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    lines = [f"listen 127.0.0.1:{port};", f'root "{site}";', f"location = {MARK} {{ return 204; }}"]
    lines += [_laid_over(path, place) for path, place in over.items()]
    return "\n".join((
        *((f"user {getpass.getuser()};",) if os.name == "posix" and os.geteuid() == 0 else ()),
        "daemon off;", "worker_processes 1;", f'pid "{folder}/nginx.pid";',
        "events {}", "http {",
        f'include "{types}";', "default_type application/octet-stream;", "sendfile on;", "tcp_nopush on;",
        *(f'{name}_temp_path "{folder}/{name}";' for name in temporary),
        f"log_format bench '{_FORMAT}';", f'access_log "{folder}/access.log" bench;',
        settings.server(settings.told(), *lines),
        "}\n",
    ))  # fmt: skip


def _laid_over(path: str, place: Path) -> str:
    if path.endswith("/"):
        return f'location ^~ {path} {{ alias "{place}/"; }}'
    return f'location = {path} {{ alias "{place}"; }}'


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _await(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    said = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.log")))
    raise BenchError(f"nginx does not start: {said.strip()}")
