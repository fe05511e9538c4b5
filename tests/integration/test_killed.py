"""Builds that die at any moment, and builds at the same time: readers see whole versions, the next build just works."""

from __future__ import annotations

import contextlib
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from integration.crawling import Crawl, crawling, tree_reader, web_reader
from integration.pages import served
from integration.support import Tree, command, differences, environment, read_tree
from newsportal.commands.cli import main
from newsportal.commands.publish import publish, real_site, staged
from newsportal.outputs import output
from sites import TinyPortal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither these signals nor the exchange of names"),
]
KILLED_BUILDS, KILLED_PUBLICATIONS, KILLS_IN_A_ROW = 50, 32, 4
SEED = 20261122
NAMES = ("content", "mkdocs.yml", "site", ".site.spare", ".cache")

PUBLICATION = """
import sys
from pathlib import Path
from newsportal.commands.publish import publish, real_site, staged
from newsportal.outputs import output
site, token = real_site(Path(sys.argv[1])), sys.argv[2]
files = {f"{n % 7}/{n}/index.html": output(f"{token if n % 5 == 0 else 'same'} {n}".encode()) for n in range(150)}
files |= {f"only-{token}/{n}.html": output(token.encode()) for n in range(20)}
print("ready", flush=True)
with staged(site, lambda: None) as folder:
    publish(files, site, folder, site.parent / ".cache")
"""


class Portal:
    """A small portal with two states; its name, which is on every page, tells which one a page is of."""

    def __init__(self, portal: TinyPortal) -> None:
        self.portal, self.begun = portal, 0
        for number in range(3):
            portal.item(f"vi/tin-tuc/2026/bai-{number}.md", title=f"Bài {number}", tags=["nong-nghiep"])

    def become(self, state: int) -> None:
        self.portal.configure(title=f"Cổng thử số {state}")
        self.portal.remove(f"vi/tin-tuc/2026/chi-co-{1 - state}.md")
        self.portal.item(f"vi/tin-tuc/2026/chi-co-{state}.md", title=f"Chỉ có lúc {state}")

    def arguments(self) -> list[str]:
        return ["build", "--config-file", str(self.portal.config)]

    def begin(self) -> subprocess.Popen[bytes]:
        self.begun += 1
        return subprocess.Popen(
            [sys.executable, "-m", "newsportal", *self.arguments()], env=environment(), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )  # fmt: skip

    def finish(self) -> Tree:
        """A whole build, in this process; nothing lies about afterwards."""
        self.begun += 1
        assert main(self.arguments()) == 0
        assert {entry.name for entry in self.portal.folder.iterdir()} <= set(NAMES)
        return read_tree(self.portal.folder / "site")

    def from_nothing(self, state: int) -> Tree:
        self.become(state)
        folder = self.portal.folder.parent / f"from nothing {state}"
        done = command(*self.arguments(), "--site-dir", folder / "site", "--cache-dir", folder / "cache")
        assert done.status == 0, done.text
        return read_tree(folder / "site")


@pytest.fixture
def portal(tiny: TinyPortal) -> Portal:
    return Portal(tiny)


def test_builds_killed_at_any_moment(portal: Portal) -> None:
    versions = [portal.from_nothing(state) for state in (0, 1)]
    dice = random.Random(SEED)
    began = time.monotonic()
    portal.begin().communicate()
    length = time.monotonic() - began
    with readers(portal, versions) as crawls:
        for number in range(KILLED_BUILDS):
            state = number // KILLS_IN_A_ROW % 2
            portal.become(state)
            kill(portal.begin(), dice.uniform(0.4, 1.05) * length, dice.random() < 0.2)
            if number % KILLS_IN_A_ROW == KILLS_IN_A_ROW - 1:
                assert differences(versions[state], portal.finish()) == []
    assert [crawl.faults[:3] for crawl in crawls] == [[], []]
    assert min(crawl.rounds for crawl in crawls) > KILLED_BUILDS


def kill(process: subprocess.Popen[bytes], moment: float, gently: bool) -> None:
    """Ends a build at a moment, in seconds after its start; one asked to end says so and cleans up."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(moment)
    process.send_signal(signal.SIGTERM if gently else signal.SIGKILL)
    said, _ = process.communicate(timeout=30)
    allowed = (0, 128 + signal.SIGTERM, -signal.SIGTERM) if gently else (0, -signal.SIGKILL)
    assert process.returncode in allowed, said
    assert b"Traceback" not in said


@contextlib.contextmanager
def readers(portal: Portal, versions: Sequence[Tree]) -> Iterator[list[Crawl]]:
    """One that reads the folder, and one that asks a server for the pages that both versions have."""
    site = portal.portal.folder / "site"
    pages = [path for path in versions[0] if path.endswith("index.html") and path in versions[1]]
    with contextlib.ExitStack() as stack:
        url = stack.enter_context(served(site, "/"))
        yield [
            stack.enter_context(crawling(tree_reader(site, versions, lambda: portal.begun))),
            stack.enter_context(crawling(web_reader(url, [path.removesuffix("index.html") for path in pages]))),
        ]


def test_publications_killed_at_any_moment(tmp_path: Path) -> None:
    """The same, where it matters most: nothing but publication, from the first file to the last."""
    site, dice = tmp_path / "site", random.Random(SEED)
    began = time.monotonic()
    assert begin(site, "first").wait() == 0
    length = time.monotonic() - began
    before = files_of("first")
    for number in range(KILLED_PUBLICATIONS):
        token = f"t{number}"
        process = begin(site, token)
        time.sleep(dice.uniform(0, length))
        process.kill()
        process.wait()
        found = without_marker(read_tree(site))
        assert found in (before, files_of(token))
        before = found
        if number % KILLS_IN_A_ROW == KILLS_IN_A_ROW - 1:
            before = files_of(f"whole {token}")
            with staged(real_site(site), lambda: None) as folder:
                publish({path: output(text) for path, text in before.items()}, site, folder, tmp_path / ".cache")
            assert without_marker(read_tree(site)) == before
            assert {entry.name for entry in tmp_path.iterdir()} <= {"site", ".site.spare", ".cache"}


def begin(site: Path, token: str) -> subprocess.Popen[bytes]:
    """A publication that has loaded its modules."""
    process = subprocess.Popen(
        [sys.executable, "-c", PUBLICATION, site, token], env=environment(), stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    with process.stdout as said:
        assert said.readline() == b"ready\n"
    return process


def files_of(token: str) -> dict[str, bytes]:
    files = {f"{n % 7}/{n}/index.html": f"{token if n % 5 == 0 else 'same'} {n}".encode() for n in range(150)}
    return files | {f"only-{token}/{n}.html": token.encode() for n in range(20)}


def without_marker(tree: Tree) -> dict[str, bytes]:
    return {path: content for path, content in tree.items() if not path.startswith(".")}


@pytest.mark.parametrize("same_site", [True, False], ids=["same site", "two sites"])
def test_two_builds_at_once(same_site: bool, portal: Portal) -> None:
    expected = portal.from_nothing(0)
    sites = [portal.portal.folder / name for name in ("one", "one" if same_site else "two")]
    builds = [
        subprocess.Popen(
            [sys.executable, "-m", "newsportal", *portal.arguments(), "--site-dir", site], env=environment(),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        for site in sites
    ]  # fmt: skip
    for build in builds:
        said, _ = build.communicate(timeout=60)
        assert build.returncode == 0, said
    assert [differences(expected, read_tree(site)) for site in sites] == [[], []]
