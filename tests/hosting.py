"""The web servers of `docs/hosting/`, run as they are told there: only ports, names and folders are other ones."""

from __future__ import annotations

import contextlib
import getpass
import http.client
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from integration.support import free_port
from sites import REPOSITORY

HOSTING = REPOSITORY / "docs" / "hosting"
SITE_FOLDER, LOG_FILE, NAME = "/srv/portal/site", "/var/log/nginx/portal.access.log", "khcn.anlinh.example"
_TYPES, _BROTLI = Path("/etc/nginx/mime.types"), Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: headers as they were sent, in their order, names in small letters."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The only header of a name; empty where there is none."""
        found = [value for each, value in self.headers if each == name]
        assert len(found) <= 1, found
        return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class Hosted:
    """A site that is being served; `log` is what the statistics read."""

    host: str
    site: Path
    log: Path

    @property
    def address(self) -> str:
        """Without a slash at the end."""
        return f"http://{self.host}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """One request on a connection of its own; `user_agent="x"` is the header `User-Agent: x`."""
        connection = http.client.HTTPConnection(self.host, timeout=_PATIENCE)
        with contextlib.closing(connection):
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=sent)
            answer = connection.getresponse()
            found = tuple((name.lower(), value) for name, value in answer.getheaders())
            return Answer(answer.status, found, answer.read())


@contextlib.contextmanager
def nginx(program: str, site: Path, folder: Path, **more: str) -> Iterator[Hosted]:
    """Serves `site` with our file in place of Debian's sites; all that nginx writes is below `folder`.

    `more` are settings that an operator changes: `error_page="404 /x.html"` for all lines of that name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), folder / "portal.access.log"
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "    listen [::]:80;\n": "",
        SITE_FOLDER: str(site),
        LOG_FILE: str(log),
    }
    text = changed((HOSTING / "nginx.conf").read_text(encoding="utf-8"), changes)
    if has_brotli():
        text = text.replace("# brotli_static on;", "brotli_static on;")
    for name, value in more.items():
        text = re.sub(rf"^( *{name}) [^;]+;", rf"\1 {value};", text, flags=re.MULTILINE)
    (folder / "portal.conf").write_text(text, encoding="utf-8")
    settings = folder / "nginx.conf"
    settings.write_text(_main(folder), encoding="utf-8")
    command = [program, "-p", f"{folder}/", "-e", str(folder / "error.log"), "-c", str(settings)]
    with _running(command, port, folder):
        yield Hosted(f"127.0.0.1:{port}", site, log)


def _main(folder: Path) -> str:
    """What Debian's own nginx.conf says, for one process of an ordinary user."""
    temporary = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    lines = (
        *((f"user {getpass.getuser()};",) if os.geteuid() == 0 else ()),
        *((f"load_module {_BROTLI};",) if has_brotli() else ()),
        "daemon off;",
        "worker_processes 1;",
        f'pid "{folder}/nginx.pid";',
        "events {}",
        "http {",
        f"include {_TYPES};",
        "default_type application/octet-stream;",
        "sendfile on;",
        "tcp_nopush on;",
        *(f'{name}_temp_path "{folder}/{name}";' for name in temporary),
        f'include "{folder}/portal.conf";',
        "}",
    )
    return "\n".join(lines) + "\n"


def has_brotli() -> bool:
    """Whether Debian's module for compressed files is there."""
    return _BROTLI.is_file()


@contextlib.contextmanager
def caddy(program: str, site: Path, folder: Path) -> Iterator[Hosted]:
    """Serves `site` with our Caddyfile, without certificates."""
    folder.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), folder / "portal.access.log"
    changes = {
        NAME + " {": f"http://127.0.0.1:{port} {{",
        SITE_FOLDER: str(site),
        "/var/log/caddy/portal.access.log": str(log),
    }
    settings = folder / "Caddyfile"
    text = changed((HOSTING / "Caddyfile").read_text(encoding="utf-8"), changes)
    settings.write_text("{\n\tadmin off\n}\n" + text, encoding="utf-8")
    command = [program, "run", "--config", str(settings), "--adapter", "caddyfile"]
    with _running(command, port, folder, HOME=str(folder), XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder)):
        yield Hosted(f"127.0.0.1:{port}", site, log)


def changed(text: str, changes: Mapping[str, str]) -> str:
    """A file with other places in it; every one of them must have been there."""
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


@contextlib.contextmanager
def _running(command: list[str], port: int, folder: Path, **environment: str) -> Iterator[None]:
    """Waits until somebody listens, and ends the process afterwards."""
    with (folder / "said.log").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, **environment})
        try:
            _await(port, process, folder)
            yield
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _await(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    said = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.log")))
    raise AssertionError(f"{process.args!r} does not start: {said}")


def lines_of(log: Path, count: int) -> list[str]:
    """The lines of a log once there are so many: servers write them after they have answered."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        lines = log.read_text(encoding="utf-8").splitlines()
        if len(lines) >= count:
            return lines
        time.sleep(0.02)
    raise AssertionError(f"{len(lines)} lines in {log}, not {count}")


def policy() -> str:
    """The content policy that our file for nginx tells."""
    found = re.search(r'add_header Content-Security-Policy "([^"]+)" always;', (HOSTING / "nginx.conf").read_text())
    assert found
    return found[1]
