"""Access logs for tests: requests written as servers write them, and taken into a store of their own."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from newsportal.model import Statistics
from newsportal.text import ZONE
from newsportal.visits.figures import figures
from newsportal.visits.ingest import ingest
from newsportal.visits.store import Store
from newsportal.visits.values import Ingested, Site

NOW = dt.datetime(2026, 11, 24, 20, 0, tzinfo=ZONE)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"
)
GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
SITE = Site("/", frozenset({"portal.example.vn"}), frozenset({"/cu/"}))


@dataclass(frozen=True)
class Request:
    """One request; `time` is a time of the day or a whole moment."""

    target: str = "/"
    time: str = "10:00:00"
    address: str = "203.113.131.7"
    agent: str = FIREFOX
    status: int = 200
    method: str = "GET"
    referrer: str = "-"
    day: str = "2026-11-24"

    @property
    def moment(self) -> dt.datetime:
        return dt.datetime.fromisoformat(f"{self.day}T{self.time}+07:00")


def combined(request: Request) -> str:
    stamp = request.moment.strftime("%d/%b/%Y:%H:%M:%S %z")
    return (
        f'{request.address} - - [{stamp}] "{request.method} {request.target} HTTP/2.0" {request.status} 512 '
        f'"{request.referrer}" "{request.agent}"'
    )


def vhost(request: Request) -> str:
    return f"portal.example.vn:443 {combined(request)}"


def extended(request: Request) -> str:
    return f'{combined(request)} "portal.example.vn" 0123456789abcdef0123456789abcdef'


def nginx(request: Request) -> str:
    record = {
        "time_iso8601": request.moment.isoformat(),
        "remote_addr": request.address,
        "request": f"{request.method} {request.target} HTTP/2.0",
        "status": str(request.status),
        "http_referer": request.referrer,
        "http_user_agent": request.agent,
    }
    return json.dumps(record)


def caddy(request: Request) -> str:
    asked = {
        "remote_ip": request.address,
        "method": request.method,
        "uri": request.target,
        "headers": {"User-Agent": [request.agent], "Referer": [request.referrer]},
    }
    record = {"level": "info", "ts": request.moment.timestamp() + 0.25, "request": asked, "status": request.status}
    return json.dumps(record)


def cloudflare(request: Request) -> str:
    record = {
        "ClientIP": request.address,
        "EdgeStartTimestamp": int(request.moment.timestamp() * 10**9),
        "ClientRequestMethod": request.method,
        "ClientRequestURI": request.target,
        "EdgeResponseStatus": request.status,
        "ClientRequestReferer": request.referrer,
        "ClientRequestUserAgent": request.agent,
    }
    return json.dumps(record)


CLOUDFRONT = (
    "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status "
    "cs(Referer) cs(User-Agent) cs-uri-query\n"
)


def cloudfront(request: Request) -> str:
    utc = request.moment.astimezone(dt.UTC)
    path, _, asked = request.target.partition("?")
    return "\t".join([
        utc.strftime("%Y-%m-%d\t%H:%M:%S"), "HAN50", "512", request.address, request.method, "d1.cloudfront.net", path,
        str(request.status), request.referrer, quote(request.agent), asked or "-",
    ])  # fmt: skip


IIS = "#Software: IIS\n#Fields: date time s-ip cs-method cs-uri-stem c-ip cs(User-Agent) cs(Referer) sc-status\n"


def iis(request: Request) -> str:
    stamp = request.moment.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S")
    agent = request.agent.replace(" ", "+")
    path = request.target.partition("?")[0]
    return f"{stamp} 10.0.0.1 {request.method} {path} {request.address} {agent} {request.referrer} {request.status}"


def text(requests: Iterable[Request]) -> str:
    return "".join(combined(request) + "\n" for request in requests)


def visit(*targets: str, **common: str) -> list[Request]:
    """A person's requests, a minute between two, a style sheet among them."""
    page = replace(Request(), **common)  # type: ignore[arg-type]
    start = page.moment
    asked = [
        replace(page, target=target, time=(start + dt.timedelta(minutes=number)).strftime("%H:%M:%S"))
        for number, target in enumerate(targets)
    ]
    return [*asked, replace(page, target="/assets/main.css")]


def take(folder: Path, *logs: str | bytes, now: dt.datetime = NOW, site: Site = SITE) -> Ingested:
    """Takes logs, given by their texts, into the store in a folder, in one call."""
    folder.mkdir(exist_ok=True)
    names = []
    for number, log in enumerate(logs):
        path = folder / f"access-{number}.log"
        path.write_bytes(log if isinstance(log, bytes) else log.encode())
        names.append(str(path))
    return ingest(names, Store(folder / "store"), site, now)


def count(requests: Sequence[Request], site: Site = SITE) -> Statistics:
    """The figures of some requests."""
    with tempfile.TemporaryDirectory() as folder:
        take(Path(folder), text(requests), site=site)
        return figures(Store(Path(folder) / "store"), NOW)
