"""The files of `docs/hosting/` at work: a real nginx and a real Caddy serve the demo, set up as operators are told."""

from __future__ import annotations

import glob
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
import yaml

from hosting import HOSTING, Hosted, caddy, has_brotli, lines_of, nginx, policy
from integration.support import command, derived_config
from newsportal.commands.parser import parse
from newsportal.views import machine_files
from sites import REPOSITORY, build
from values import article, site

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the files are for servers of a Linux system")

YEAR, DAY = "public, max-age=31536000, immutable", "public, max-age=86400"
FEED, MINUTE, ASK = "public, max-age=300", "public, max-age=60", "no-cache"
HTML, JSON = "text/html; charset=utf-8", "application/json; charset=utf-8"
ANSWERS = {
    "/": (HTML, ASK),
    "/en/": (HTML, ASK),
    "/rss/": (HTML, ASK),
    "/feed.xml": ("application/rss+xml; charset=utf-8", FEED),
    "/en/atom.xml": ("application/atom+xml; charset=utf-8", FEED),
    "/chu-de/chuyen-doi-so/feed.json": ("application/feed+json; charset=utf-8", FEED),
    "/assets/portal.*.css": ("text/css; charset=utf-8", YEAR),
    "/assets/portal.*.js": ("application/javascript; charset=utf-8", YEAR),
    "/assets/images/emblem.svg": ("image/svg+xml; charset=utf-8", DAY),
    "/search/search.js": ("application/javascript; charset=utf-8", ASK),
    "/search/code-*/search.js": ("application/javascript; charset=utf-8", YEAR),
    "/search/vi.json": (JSON, ASK),
    "/search/vi/titles-*.json": (JSON, YEAR),
    "/media/2026/hoi-nghi*-320.webp": ("image/webp", YEAR),
    "/media/2026/hoi-nghi*.jpg": ("image/jpeg", DAY),
    "/media/tai-lieu/*.pdf": ("application/pdf", DAY),
    "/media/tai-lieu/giai-ngan*.csv": ("text/csv; charset=utf-8", DAY),
    "/stats.json": (JSON, MINUTE),
    "/stats/now.json": (JSON, MINUTE),
    "/sitemap.xml": ("text/xml; charset=utf-8", ASK),
    "/robots.txt": ("text/plain; charset=utf-8", ASK),
    "/.well-known/acme-challenge/token": ("application/octet-stream", ASK),
}
"""Path, or a pattern for it → type and how long browsers keep it."""
SECURITY = (
    "content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy",
    "cross-origin-opener-policy",
)  # fmt: skip
AWKWARD = ("/tin cũ/1.aspx", "/News/Detail/88", '/"$uri";{}.php', "/100%25.html", "/%C4%91%E1%BA%B9p", "/it's.jsp")


@pytest.fixture(scope="module")
def built(demo_site: Path, demo_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo with compressed copies, figures, and a certificate being asked for."""
    assert demo_site.is_dir(), "so that the cache is warm"
    folder = tmp_path_factory.mktemp("hosted")
    plugins = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    plugins[0]["newsportal"]["precompress"] = ["gzip", "brotli"]
    build(derived_config(folder, plugins=plugins), folder / "site", cache=demo_cache)
    for path in ("stats.json", "stats/now.json", ".well-known/acme-challenge/token"):
        target = folder / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text('{"views": 1}' + " " * 2000, encoding="utf-8")
    return folder / "site"


@pytest.fixture(scope="module")
def hosted(tool: Callable[[str], str], built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    with nginx(tool("NEWSPORTAL_NGINX"), built, tmp_path_factory.mktemp("nginx")) as running:
        yield running


def addressed(hosted: Hosted, pattern: str) -> str:
    """The first address that a pattern stands for."""
    if "*" not in pattern:
        return pattern
    found = sorted(glob.glob(pattern[1:], root_dir=hosted.site))
    return "/" + found[0]


@pytest.mark.parametrize("pattern", ANSWERS)
def test_types_caching_and_security(hosted: Hosted, pattern: str) -> None:
    answer = hosted.ask(addressed(hosted, pattern))
    kind, cache = ANSWERS[pattern]
    assert (answer.status, answer.header("content-type"), answer.header("cache-control")) == (200, kind, cache)
    assert answer.header("x-content-type-options") == "nosniff"
    data = kind == JSON and cache == YEAR
    assert [name for name in SECURITY if answer.header(name)] == (["x-content-type-options"] if data else [*SECURITY])
    assert answer.header("content-security-policy") == ("" if data else policy())
    assert [name for name, number in Counter(name for name, _ in answer.headers).items() if number > 1] == []


def test_the_policy_lets_nothing_in() -> None:
    told = dict(part.split(" ", 1) for part in policy().split("; "))
    assert told == {"default-src": "'self'", "base-uri": "'none'", "form-action": "'self'", "frame-ancestors": "'self'"}


@pytest.mark.parametrize("pattern", ["/", "/feed.xml", "/assets/portal.*.css", "/search/vi/titles-*.json"])
def test_compressed_copies_are_sent_as_they_lie_there(hosted: Hosted, pattern: str) -> None:
    path = addressed(hosted, pattern)
    file = hosted.site / f"{path}index.html"[1:] if path.endswith("/") else hosted.site / path[1:]
    forms = {"": "", "gzip": ".gz", **({"br, gzip": ".br"} if has_brotli() else {})}
    for accepted, ending in forms.items():
        answer = hosted.ask(path, accept_encoding=accepted)
        assert answer.body == file.with_name(file.name + ending).read_bytes(), accepted
        assert answer.header("content-encoding") == accepted.partition(",")[0]
        assert "accept-encoding" in answer.header("vary").lower()


def test_what_comes_later_is_compressed_on_the_way(hosted: Hosted) -> None:
    answer = hosted.ask("/stats.json", accept_encoding="gzip")
    assert answer.header("content-encoding") == "gzip"
    assert len(answer.body) < 200


@pytest.mark.parametrize(
    "path",
    ["/khong/co/", "/en/no/such/page/", "/wp-login.php", "/assets/", "/.newsportal-site", "/.env", "/media/x.pdf"],
)
def test_what_is_not_there_is_told_in_both_languages(hosted: Hosted, path: str) -> None:
    answer = hosted.ask(path)
    assert answer.status == 404
    assert answer.body == (hosted.site / "404.html").read_bytes()
    assert {b'lang="vi"', b'lang="en"'} <= set(re.findall(rb'lang="\w+"', answer.body))
    assert answer.header("cache-control") == ASK
    assert all(answer.header(name) for name in SECURITY)


def test_old_addresses_lead_on_at_once(hosted: Hosted) -> None:
    lines = (hosted.site / "redirects.map").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 3
    for line in lines:
        old, new = line.removesuffix(";").split(" ")
        answer = hosted.ask(quote(old) + "?utm=1")
        assert (answer.status, answer.header("location")) == (301, new)
        assert hosted.ask(new).status == 200


def test_a_folder_leads_to_its_address(hosted: Hosted) -> None:
    answer = hosted.ask("/rss")
    assert (answer.status, answer.header("location")) == (301, "/rss/")


def test_awkward_old_addresses_lead_on_too(tool: Callable[[str], str], tmp_path: Path) -> None:
    made = machine_files(site([article("moi", aliases=AWKWARD)]), ())["redirects.map"]
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "redirects.map").write_text(made, encoding="utf-8")
    with nginx(tool("NEWSPORTAL_NGINX"), tmp_path / "site", tmp_path / "nginx") as running:
        found = {alias: running.ask(quote(unquote(alias))) for alias in AWKWARD}
    assert {(answer.status, answer.header("location")) for answer in found.values()} == {(301, "/tin-tuc/2026/moi/")}


def test_below_a_path_of_its_host_it_serves_alike(tool: Callable[[str], str], built: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "khcn").symlink_to(built)
    with nginx(
        tool("NEWSPORTAL_NGINX"), tmp_path / "www", tmp_path / "nginx", error_page="404 /khcn/404.html"
    ) as below:
        assert below.ask("/khcn/x/").body == (built / "404.html").read_bytes()
        for pattern, (kind, cache) in ANSWERS.items():
            answer = below.ask(f"/khcn{addressed(Hosted('', built, built), pattern)}")
            assert (answer.status, answer.header("content-type"), answer.header("cache-control")) == (200, kind, cache)


def test_it_starts_before_the_first_build(tool: Callable[[str], str], tmp_path: Path) -> None:
    with nginx(tool("NEWSPORTAL_NGINX"), tmp_path / "nothing", tmp_path / "nginx") as running:
        assert running.ask("/").status == 404


def test_what_has_not_changed_is_not_sent_again(hosted: Hosted) -> None:
    first = hosted.ask("/gioi-thieu/", accept_encoding="gzip")
    again = hosted.ask("/gioi-thieu/", accept_encoding="gzip", if_none_match=first.header("etag"))
    assert (again.status, again.body, again.header("cache-control")) == (304, b"", ASK)
    part = hosted.ask(addressed(hosted, "/media/tai-lieu/*.pdf"), range="bytes=0-99")
    assert (part.status, len(part.body)) == (206, 100)


def test_the_log_tells_equal_requests_apart(tool: Callable[[str], str], built: Path, tmp_path: Path) -> None:
    with nginx(tool("NEWSPORTAL_NGINX"), built, tmp_path) as running:
        for _ in range(3):
            running.ask('/?q="', user_agent='A "quoted" agent', referer="https://tin.example/")
        lines = lines_of(running.log, 3)
    shape = re.compile(
        r'127\.0\.0\.1 - - \[[^]]+ [+-]\d{4}\] "GET /\?q=\\x22 HTTP/1\.1" 200 \d+ "https://tin\.example/" '
        r'"A \\x22quoted\\x22 agent" "127\.0\.0\.1" [0-9a-f]{32}'
    )
    assert all(shape.fullmatch(line) for line in lines), lines
    assert len(set(lines)) == 3


@pytest.mark.parametrize("file", ["portal-visits.service", "portal-visits.cron"])
def test_todays_log_and_the_last_one_are_read(file: str, tmp_path: Path) -> None:
    """Not those that have been read for a day, nor those of other sites."""
    for name in ("", ".1", ".2.gz", ".11.gz", "-old"):
        (tmp_path / f"portal.access.log{name}").touch()
    [pattern] = re.findall(r"/var/log/nginx/(portal\S+?)(?='| )", (HOSTING / file).read_text(encoding="utf-8"))
    told = subprocess.run(["sh", "-c", f"echo {pattern}"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["portal.access.log", "portal.access.log.1"]


@pytest.mark.parametrize("file", ["portal-visits.service", "portal-visits.cron"])
def test_the_commands_that_are_told_are_there(file: str) -> None:
    told = re.findall(r"scripts/visits\.py ([^'\n]+?)(?: 2>&1|'\n)", (HOSTING / file).read_text(encoding="utf-8"))
    [options] = [parse(["visits", *words.split()]) for words in told]
    assert (options.action, options.publish) == ("ingest", True)
    assert (REPOSITORY / "scripts" / "visits.py").is_file()


def test_caddy_serves_it_alike(built: Path, tmp_path: Path) -> None:
    program = os.environ.get("NEWSPORTAL_CADDY")
    if not program:
        pytest.skip("NEWSPORTAL_CADDY is not set (run scripts/test.py)")
    with caddy(program, built, tmp_path) as running:
        for pattern, (kind, cache) in ANSWERS.items():
            answer = running.ask(addressed(running, pattern))
            assert (answer.status, answer.header("cache-control")) == (200, cache), pattern
            assert pattern.startswith("/.well") or _bare(answer.header("content-type")) == _bare(kind), pattern
            assert answer.header("content-security-policy") == policy()
            assert all(answer.header(name) for name in SECURITY), pattern
        lost = [running.ask(path) for path in ("/khong/co/", "/.newsportal-site", "/wp-login.php")]
        assert {(answer.status, answer.body) for answer in lost} == {(404, (built / "404.html").read_bytes())}
        packed = {kind: running.ask("/feed.xml", accept_encoding=kind).body for kind in ("gzip", "br")}
        assert packed == {"gzip": (built / "feed.xml.gz").read_bytes(), "br": (built / "feed.xml.br").read_bytes()}
        assert len(lines_of(running.log, len(ANSWERS) + 5)) == len(ANSWERS) + 5


def test_what_caddy_logs_can_be_counted(built: Path, tmp_path: Path) -> None:
    program = os.environ.get("NEWSPORTAL_CADDY")
    if not program:
        pytest.skip("NEWSPORTAL_CADDY is not set (run scripts/test.py)")
    with caddy(program, built, tmp_path / "caddy") as running:
        for path in ("/", "/", "/en/?a=1", "/feed.xml", "/khong/co/"):
            running.ask(path)
        running.ask("/", user_agent="curl/8.5.0")
        lines_of(running.log, 6)
    (tmp_path / "site").mkdir()
    for action in (["ingest", running.log], ["publish", "--site-dir", tmp_path / "site"]):
        done = command("visits", *action, "--store", tmp_path / "store")
        assert done.status == 0, done.text
    totals = json.loads((tmp_path / "site" / "stats.json").read_text(encoding="utf-8"))["totals"]
    assert totals == {"views": 0, "visits": 0, "visitors": 0, "bots": 1, "unknown": 3}


def _bare(kind: str) -> str:
    """A type as all servers call it, with the encoding where readers would guess."""
    name = kind.replace("text/javascript", "application/javascript").replace("application/xml", "text/xml")
    return name if re.match("text/html|application/(rss|atom|feed)", name) else name.partition(";")[0]
