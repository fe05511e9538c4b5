"""Whether addresses of other sites answer, found out by asking them."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urlsplit

import requests

from newsportal import __version__

_HOSTS_AT_ONCE = 8
_PAUSE = 0.3
_TIMEOUTS = (5, 10)
_HEADERS = (("User-Agent", f"newsportal/{__version__} (link check)"), ("Accept", "*/*"))
_METHODS = ("HEAD", "GET")
"""Some servers know no HEAD, and refuse it in many ways."""


class Failure(StrEnum):
    """Why there is no answer."""

    ADDRESS = "address"
    CONNECTION = "connection"
    REDIRECTS = "redirects"
    TIMEOUT = "timeout"
    TLS = "tls"


class Answer(NamedTuple):
    """What a site said, redirects followed: an HTTP status, or why there is none."""

    status: int | None
    failure: Failure | None = None

    @property
    def is_dead(self) -> bool:
        """Whether a reader would see no page."""
        return self.status is None or self.status >= 400


def ask_all(urls: Iterable[str], progress: Callable[[int, int], None], pause: float = _PAUSE) -> Mapping[str, Answer]:
    """The answer of each address, told of progress as (done, all).

    Several sites are asked at once, but each one address after the other, with a pause of some seconds between.
    """
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[_host(url)].append(url)
    answers: dict[str, Answer] = {}
    total = sum(map(len, by_host.values()))
    pool = ThreadPoolExecutor(_HOSTS_AT_ONCE)
    try:
        for done in as_completed([pool.submit(_ask_host, each, pause) for each in by_host.values()]):
            answers |= done.result()
            progress(len(answers), total)
    finally:
        pool.shutdown(cancel_futures=True)
    return answers


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:  # "http://[…"
        return url


def _ask_host(urls: Sequence[str], pause: float) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    with requests.Session() as session:
        session.headers.update(_HEADERS)
        for url in urls:
            if answers:
                time.sleep(pause)
            answers[url] = _ask(session, url)
    return answers


def _ask(session: requests.Session, url: str) -> Answer:
    answer = Answer(None)
    for method in _METHODS:
        answer = _answer(session, method, url)
        if not answer.is_dead or answer.failure in (Failure.TIMEOUT, Failure.ADDRESS):
            break
    return answer


def _answer(session: requests.Session, method: str, url: str) -> Answer:
    try:
        with session.request(method, url, timeout=_TIMEOUTS, allow_redirects=True, stream=True) as response:
            return Answer(response.status_code)
    except requests.Timeout:
        return Answer(None, Failure.TIMEOUT)
    except requests.TooManyRedirects:
        return Answer(None, Failure.REDIRECTS)
    except requests.exceptions.SSLError:
        return Answer(None, Failure.TLS)
    except requests.ConnectionError:
        return Answer(None, Failure.CONNECTION)
    except (requests.RequestException, ValueError):
        return Answer(None, Failure.ADDRESS)
