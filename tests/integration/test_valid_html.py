"""The W3C's checker (Nu) has nothing to say about any page, style sheet or drawing."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from figures import keep, statistics
from integration.samples import everything
from sites import TinyPortal

_KINDS = (".html", ".css", ".svg")
_TIMEOUT_SECONDS = 180
_TOO_NEW = (
    "Property “animation-timeline” doesn’t exist",
    "Property “animation-timeline” doesn't exist",
    "Property “container-type” doesn't exist",
    "Unrecognized at-rule “@container”",
)
"""Style properties and rules that browsers know and the checker does not; each stands within `@supports`."""


@pytest.fixture(scope="session")
def check(tool: Callable[[str], str]) -> Callable[[Path], list[str]]:
    """Checks all files of a site in one run; each complaint is a line."""
    jar = tool("NEWSPORTAL_VNU")

    def run(site: Path) -> list[str]:
        files = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.suffix in _KINDS]
        assert len(files) > 10
        return list(_complaints(jar, site, files))

    return run


def _complaints(jar: str, site: Path, files: Iterable[str]) -> Iterable[str]:
    options = ("--format", "json", "--stdout", "--exit-zero-always", "--also-check-css", "--also-check-svg")
    done = subprocess.run(
        ["java", "-jar", jar, *options, *files],
        cwd=site, capture_output=True, timeout=_TIMEOUT_SECONDS, check=True,
    )  # fmt: skip
    for message in json.loads(done.stdout)["messages"]:
        if any(word in message["message"] for word in _TOO_NEW):
            continue
        path = unquote(urlsplit(message.get("url", "")).path).removeprefix(str(site))
        place = f"{path}:{message.get('lastLine', 0)}"
        kind = message.get("subType", message["type"])
        yield f"{place}: {kind}: {message['message']} {message.get('extract', '').strip()!r}"


def test_the_demo_is_valid(check: Callable[[Path], list[str]], demo_site: Path) -> None:
    assert check(demo_site) == []


def test_whatever_editors_write_is_valid(check: Callable[[Path], list[str]], tiny: TinyPortal) -> None:
    """Nothing at all; then every field, every construct of the dialect, and text that breaks careless templates;
    figures of visits, with what strangers put into logs."""
    sites = tiny.folder / "sites"
    assert not tiny.build(sites / "empty")[1].failed
    everything(tiny)
    addresses = ['/tin-tuc/2019/<b>&"/', *(f"/{path.stem}/" for path in tiny.content.rglob("*.md"))]
    keep(statistics(addresses, ["/media/<i>.pdf"], ["/feed.xml"]), tiny.folder / ".visits")
    report = tiny.build(sites / "full")[1]
    assert not report.failed, report
    assert check(sites) == []
