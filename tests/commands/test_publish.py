"""Publication: the new site or the old one, never half of each, and nothing left lying about."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from newsportal import SITE_MARKER
from newsportal.commands import publish as publishing
from newsportal.commands import swap as swapping
from newsportal.commands.console import CommandError
from newsportal.commands.publish import publish, real_site, staged
from newsportal.outputs import Output, output

YEAR_2020 = 1_577_836_800
POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")

HELD_BUILD = """
import sys, time
from pathlib import Path
from newsportal.commands.publish import publish, real_site, staged
from newsportal.outputs import output
site = real_site(Path(sys.argv[1]))
with staged(site, lambda: None) as folder:
    print("ready", flush=True)
    time.sleep(float(sys.argv[2]))
    publish({"index.html": output(b"half")}, site, folder, site.parent / ".cache")
"""
HELD_COMMAND = """
import sys, time
from commands.fakes import BuildReport, FakeHost, install
from newsportal.commands.cli import main
def build(request, progress):
    (request.site_dir / "index.html").write_text("half")
    print("ready", flush=True)
    time.sleep(60)
    return BuildReport()
install(FakeHost(build))
sys.exit(main(sys.argv[1:]))
"""


def never_waiting() -> None:
    pytest.fail("no other build is under way")


def build(site: Path, **files: str) -> None:
    """A whole build; `index_html="x"` makes `index.html`."""
    with staged(real_site(site), never_waiting) as folder:
        publish(outputs(**files), site.resolve(), folder, site.parent / ".cache")


def outputs(**files: str) -> dict[str, Output]:
    return {name.replace("_", "."): output(text.encode()) for name, text in files.items()}


def beside(site: Path) -> set[str]:
    """What lies beside a site, the version before and the cache apart."""
    return {entry.name for entry in site.parent.iterdir()} - {site.name, f".{site.name}.spare", ".cache"}


def break_off(site: Path) -> None:
    """A build that fails in the middle."""
    with staged(real_site(site), never_waiting) as folder:
        (folder / "index.html").write_text("half", encoding="utf-8")
        raise ValueError("broken")


def contents(folder: Path) -> dict[str, str]:
    """Names below a folder with their text, the marker left out."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SITE_MARKER)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    """A process that has come to the middle of its build."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    environment = dict(os.environ, PYTHONPATH=str(Path(__file__).parents[1]), PYTHONUTF8="1")
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, encoding="utf-8"
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def end(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, said = process.communicate(timeout=30)
    return process.returncode, said


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(params=["exchange", "rename"])
def any_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems that exchange names in one call, and those that cannot."""
    if request.param == "rename":
        monkeypatch.setattr(swapping, "_exchange", lambda *_: False)


@pytest.mark.usefixtures("any_system")
def test_a_build_replaces_the_site_and_leaves_nothing_beside_it(site: Path, tmp_path: Path) -> None:
    build(site, index_html="1", old_html="x")
    build(site, index_html="2")
    assert contents(site) == {"index.html": "2"}
    assert beside(site) == set()


def test_the_site_may_be_missing_or_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "not/yet/there"):
        build(tmp_path / name, index_html="1")
        assert contents(tmp_path / name) == {"index.html": "1"}


@pytest.mark.usefixtures("any_system")
def test_unchanged_files_keep_their_time(site: Path) -> None:
    build(site, same_html="same", size_html="abc", other_html="1")
    for path in site.iterdir():
        os.utime(path, (YEAR_2020, YEAR_2020))
    build(site, same_html="same", size_html="abd", other_html="12", new_html="")
    kept = {path.name for path in site.iterdir() if path.stat().st_mtime == YEAR_2020}
    assert kept == {"same.html", SITE_MARKER}


def test_a_failing_build_leaves_the_old_site_alone(site: Path, tmp_path: Path) -> None:
    build(site, index_html="1")
    with pytest.raises(ValueError, match="broken"):
        break_off(site)
    assert contents(site) == {"index.html": "1"}
    assert beside(site) == set()


@pytest.mark.parametrize("failing_call", [1, 2])
def test_a_swap_that_fails_puts_the_old_site_back(
    failing_call: int, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(site, index_html="1")
    calls = iter(range(1, 10))
    rename = Path.rename

    def fail_once(self: Path, target: Path) -> Path:
        if next(calls) == failing_call:
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(CommandError) as caught:
        build(site, index_html="2")
    assert caught.value.word == "site.swap"
    assert contents(site) == {"index.html": "1"}
    assert beside(site) == set()


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work", encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        build(tmp_path, index_html="1")
    assert (caught.value.word, caught.value.status) == ("site.foreign", 2)
    assert contents(tmp_path) == {"thesis.doc": "years of work"}


def test_a_site_of_another_maker_is_replaced(site: Path) -> None:
    (site / "luu-tru").mkdir(parents=True)
    for name in ("index.html", "luu-tru/index.html"):
        (site / name).write_text("plain", encoding="utf-8")
    build(site, index_html="1")
    assert contents(site) == {"index.html": "1"}


def test_a_file_is_no_place_for_a_site(site: Path) -> None:
    site.write_text("x", encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        real_site(site)
    assert (caught.value.word, caught.value.status) == ("site.is_file", 2)


@POSIX_ONLY
def test_a_link_stays_a_link(site: Path, tmp_path: Path) -> None:
    site.symlink_to("releases/live")
    for text in "12":
        build(site, index_html=text)
    assert site.is_symlink()
    assert contents(tmp_path / "releases/live") == {"index.html": "2"}
    assert beside(tmp_path / "releases/live") == set()


def test_what_others_put_into_the_site_is_taken_along(site: Path) -> None:
    build(site, index_html="1", robots_txt="old")
    (site / ".well-known/acme").mkdir(parents=True)
    (site / ".well-known/acme/token").write_text("t", encoding="utf-8")
    (site / "stats.json").write_text("{}", encoding="utf-8")
    (site / "stats/pages").mkdir(parents=True)
    (site / "stats/pages/00.json").write_text("{}", encoding="utf-8")
    others = {".well-known/acme/token": "t", "stats.json": "{}", "stats/pages/00.json": "{}"}
    for version in "23":  # from nothing, and into the spare tree
        build(site, index_html=version)
        assert contents(site) == {"index.html": version, **others}
    build(site, stats_json="built")
    assert contents(site)["stats.json"] == "built"


@POSIX_ONLY
def test_the_site_keeps_its_permissions(site: Path) -> None:
    build(site, index_html="1")
    site.chmod(0o2750)
    build(site, index_html="2")
    assert site.stat().st_mode & 0o7777 == 0o2750


@POSIX_ONLY
def test_a_build_killed_outright_is_cleared_away_by_the_next(site: Path, tmp_path: Path) -> None:
    build(site, index_html="1")
    process = start(HELD_BUILD, site, 60)
    process.kill()
    end(process)
    assert contents(site) == {"index.html": "1"}
    assert beside(site) != set()
    build(site, index_html="2")
    assert contents(site) == {"index.html": "2"}
    assert beside(site) == set()


def test_a_site_lost_between_two_renames_comes_back(site: Path, tmp_path: Path) -> None:
    build(site, index_html="1")
    site.rename(tmp_path / ".site.old-1")
    with pytest.raises(ValueError, match="broken"):
        break_off(site)
    assert contents(site) == {"index.html": "1"}
    assert beside(site) == set()


def test_a_live_build_is_waited_for(site: Path, tmp_path: Path) -> None:
    process = start(HELD_BUILD, site, 0.5)
    waited: list[bool] = []
    with staged(real_site(site), lambda: waited.append(True)) as folder:
        assert contents(site) == {"index.html": "half"}
        publish(outputs(index_html="later"), site, folder, tmp_path / ".cache")
    assert waited == [True]
    assert end(process)[0] == 0
    assert contents(site) == {"index.html": "later"}
    assert beside(site) == set()


def test_waiting_has_an_end(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "_PATIENCE_MINUTES", 0.001)
    process = start(HELD_BUILD, site, 60)
    with pytest.raises(CommandError) as caught, staged(site, lambda: None):
        pytest.fail("the other build is still under way")
    process.kill()
    end(process)
    assert caught.value.word == "site.busy"


@POSIX_ONLY
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_command_asked_to_stop_cleans_up(number: str, portal: Path) -> None:
    build(portal / "site", index_html="1")
    process = start(HELD_COMMAND, "build", "--config-file", portal / "mkdocs.yml")
    sent = getattr(signal, number)
    process.send_signal(sent)
    status, said = end(process)
    assert status == 128 + sent
    assert said == "Đã dừng theo yêu cầu.\n"
    assert contents(portal / "site") == {"index.html": "1"}
    beside = {".cache", ".site.spare"}
    assert {entry.name for entry in portal.iterdir()} - beside == {"content", "mkdocs.yml", "site"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs the exchange of two names")
def test_a_reader_never_finds_the_site_gone(site: Path) -> None:
    build(site, index_html="0")
    misses: list[OSError] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                site.stat()
            except OSError as error:
                misses.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    deadline = time.monotonic() + 1
    while time.monotonic() < deadline:
        build(site, index_html="1")
    stop.set()
    reader.join()
    assert misses == []
