"""Asking other sites, with real servers on this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests

from newsportal.commands import links
from newsportal.commands.links import Answer, Failure, ask_all


class Site(BaseHTTPRequestHandler):
    """Answers `/404` with that status, redirects `/to/…`, and knows no HEAD below `/get/`."""

    asked: list[tuple[str, str]]
    at_work = threading.Semaphore(1)

    def do_HEAD(self) -> None:
        self._reply("HEAD")

    def do_GET(self) -> None:
        self._reply("GET")

    def _reply(self, method: str) -> None:
        assert self.at_work.acquire(blocking=False), "asked for two addresses at once"
        self.asked.append((method, self.path))
        status = int(self.path[1:]) if self.path[1:].isdigit() else 200
        if self.path.startswith("/get/") and method == "HEAD":
            status = 405
        if self.path.startswith("/to"):
            status = 302
        self.at_work.release()
        self.send_response(status)
        if status == 302:
            self.send_header("Location", self.path.removeprefix("/to") or "/to")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(Site, "asked", [], raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def ask(*urls: str) -> dict[str, Answer]:
    return dict(ask_all(urls, lambda done, total: None, pause=0))


def test_answers_are_those_of_the_site(site: str) -> None:
    expected = {"/": 200, "/404": 404, "/500": 500, "/to/": 200, "/to/410": 410, "/get/a": 200}
    answers = ask(*(site + path for path in expected))
    assert {url.removeprefix(site): answer.status for url, answer in answers.items()} == expected
    assert {url.removeprefix(site) for url, answer in answers.items() if answer.is_dead} == {"/404", "/500", "/to/410"}


def test_what_answers_to_head_is_not_fetched(site: str) -> None:
    ask(f"{site}/", f"{site}/get/a", f"{site}/404")
    assert Site.asked == [("HEAD", "/"), ("HEAD", "/get/a"), ("GET", "/get/a"), ("HEAD", "/404"), ("GET", "/404")]


def test_redirects_without_end(site: str) -> None:
    assert ask(f"{site}/to") == {f"{site}/to": Answer(None, Failure.REDIRECTS)}


def test_progress_is_told(site: str) -> None:
    told: list[tuple[int, int]] = []
    ask_all([f"{site}/", f"{site}/a"], lambda done, total: told.append((done, total)), pause=0)
    assert told == [(2, 2)]
    assert ask_all([], lambda done, total: told.append((done, total))) == {}


def test_a_host_that_does_not_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert ask(url) == {url: Answer(None, Failure.CONNECTION)}


def test_a_host_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(links, "_TIMEOUTS", (0.2, 0.2))
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert ask(url) == {url: Answer(None, Failure.TIMEOUT)}


def test_a_site_without_tls(site: str) -> None:
    url = site.replace("http:", "https:")
    assert ask(url)[url].failure in (Failure.TLS, Failure.CONNECTION)


@pytest.mark.parametrize("url", ["http://[x", "http://", "https://a..example/", "http://a:b/"])
def test_addresses_that_are_none(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    assert ask(url) == {url: Answer(None, Failure.ADDRESS)}


def test_a_pause_between_two_addresses_of_a_host(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    ask_all([f"{site}/", f"{site}/a", f"{site}/b"], lambda done, total: None, pause=0.7)
    assert pauses == [0.7, 0.7]


def test_the_library_says_who_asks(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    send = requests.Session.send

    def sending(session: requests.Session, request: requests.PreparedRequest, **options: object) -> requests.Response:
        seen.append(str(request.headers["User-Agent"]))
        return send(session, request, **options)

    monkeypatch.setattr(requests.Session, "send", sending)
    ask(f"{site}/")
    assert seen
    assert seen[0].startswith("newsportal/")
