"""The servers count what they really send, and what is weighed on the disk agrees with them."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from common.errors import BenchError
from searching import settings
from searching.contenders import Contender
from searching.figures import Size, Traffic
from searching.serving import Server, serving
from searching.weighing import weigh

SCRIPT = "export const word = 'khoa học và công nghệ';\n" * 400
BINARY = bytes(range(256)) * 20


@pytest.fixture(params=["nginx", "plain"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """A site with a script and a binary file; another folder and a file laid over it."""
    if request.param == "nginx" and not shutil.which("nginx"):
        pytest.skip("there is no nginx")
    site, other = tmp_path / "trang tin", tmp_path / "khác"
    for folder in (site / "search", other):
        folder.mkdir(parents=True)
    (site / "search" / "search.js").write_text(SCRIPT, encoding="utf-8")
    (site / "shard.bin").write_bytes(BINARY)
    (other / "index.html").write_text("<!doctype html>\n<p>laid over</p>\n" * 9, encoding="utf-8")
    over = {"/other/": other, "/-/page.html": other / "index.html"}
    with serving(site, over, tmp_path, use_nginx=request.param == "nginx") as running:
        yield running


def get(server: Server, path: str) -> bytes:
    """The whole answer as it came over the wire."""
    address = urlsplit(server.address)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=10) as wire:
        request = f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
        wire.sendall(request.encode("ascii"))
        return b"".join(iter(lambda: wire.recv(65536), b""))


def test_every_byte_is_counted(server: Server) -> None:
    answers = [get(server, path) for path in ("/search/search.js", "/shard.bin")]
    taken = server.take()
    assert (taken.answers, taken.sent) == (2, sum(map(len, answers)))
    assert 0 < taken.sent - taken.bodies < 2000
    assert server.take() == Traffic(0, 0, 0)


def test_texts_are_compressed_and_shards_are_not(server: Server) -> None:
    script = get(server, "/search/search.js")
    assert b"content-encoding: gzip" in script.lower()
    assert len(script) < len(SCRIPT) / 10
    assert get(server, "/shard.bin").endswith(b"\r\n\r\n" + BINARY)


def test_other_places_are_laid_over(server: Server) -> None:
    assert b" 200 OK" in get(server, "/other/index.html")
    assert b" 200 OK" in get(server, "/-/page.html")


def test_what_is_not_there_is_told(server: Server) -> None:
    assert b" 404 " in get(server, "/search/none.js")
    with pytest.raises(BenchError, match=r"none\.js"):
        server.take()


def test_a_plain_server_leaves_its_folders_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret").touch()
    with serving(tmp_path / "site", {}, tmp_path, use_nginx=False) as running:
        assert b" 404 " in get(running, "/../secret")


def test_the_settings_for_operators_are_taken_over() -> None:
    told = settings.told()
    made = settings.server(told, "listen 127.0.0.1:8080;", 'root "/x";')
    assert re.findall(r"^ *(listen|root) ", made, re.MULTILINE) == ["listen", "root"]
    assert not re.search(r"^ *(server_name|access_log) ", made, re.MULTILINE)
    assert "gzip on;" in made
    assert made.count("{") == made.count("}")
    assert {"text/html", "application/javascript"} <= settings.gzip_types(told)


def test_files_are_weighed_as_sent(tmp_path: Path) -> None:
    (tmp_path / "search.js").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "a.pf_index").write_bytes(BINARY)
    (tmp_path / "pagefind-ui.js").write_text(SCRIPT, encoding="utf-8")
    files = Contender("Pagefind", tmp_path).files()
    packed = len(gzip.compress(SCRIPT.encode(), 6))
    raw = len(SCRIPT.encode()) + len(BINARY)
    assert weigh(files, frozenset({"text/javascript"})) == Size(2, raw, packed + len(BINARY))
