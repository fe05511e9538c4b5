"""The whole of it, small: content to figures, and what is said when it cannot be done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from common import corpus, portal
from common.errors import BenchError
from launch import main
from searching import building
from sites import REPOSITORY, TinyPortal

WORDS = ("lúa", "chè", "quế", "hồi", "nấm", "sâm", "cam", "mía", "sắn", "ngô")


def bench(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The benchmarks in a process of their own: Playwright does not start twice in one."""
    return subprocess.run(
        [sys.executable, "-P", str(REPOSITORY / "benchmarks"), *map(str, arguments)],
        capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1", **environment}, check=False,
    )  # fmt: skip


def fill(portal: TinyPortal) -> None:
    """Thirty items with titles like no other, in marks."""
    for number in range(30):
        first, second = WORDS[number % 10], WORDS[(number * 3 + number // 10 + 1) % 10]
        title = f"Đề tài thứ {number} về trồng {first} và {second} ở vùng cao năm 2026"
        portal.item(f"vi/tin-tuc/bai-{number:02}.md", f"Kết quả trồng {first} xen {second}.\n" * 5, title=title)


@pytest.mark.slow
@pytest.mark.browser
def test_our_search_is_measured(tiny: TinyPortal, tool: Callable[[str], str], tmp_path: Path) -> None:
    browser = tool("NEWSPORTAL_CHROMIUM")
    fill(tiny)
    told = tmp_path / "figures.json"
    options = ("--only", "ours", "--queries", 12, "--first", 3, "--json", told)
    done = bench("search", "--content", tiny.content, *options, NEWSPORTAL_CHROMIUM=browser)
    assert done.returncode == 0, done.stderr
    assert "rank 1, without marks" in done.stdout
    [figures] = json.loads(told.read_text(encoding="utf-8"))
    assert (figures["articles"], figures["unique"], figures["asked"]) == (30, 30, 12)
    check(figures["measures"]["ours"])
    assert figures["builds"]["without"]["seconds"] > 0


def check(ours: dict[str, Any]) -> None:
    """Every query was asked, sent something the first time, and found its article."""
    counts = {name: len(ours[name]) for name in ("first", "marked", "bare", "excerpts")}
    assert counts == {"first": 3, "marked": 12, "bare": 12, "excerpts": 12}
    assert {answer["rank"] for name in counts for answer in ours[name]} == {1}
    assert all(answer["traffic"]["bodies"] > 1000 for answer in ours["first"] + ours["short_first"])
    assert all(answer["milliseconds"] > 0 for name in counts for answer in ours[name])
    assert 0 < ours["size"]["sent"] <= ours["size"]["raw"]


def test_help_names_the_options() -> None:
    done = bench("search", "--help")
    assert done.returncode == 0
    assert {"--items", "--content", "--site", "--json"} <= set(done.stdout.replace("[", " ").split())


def test_without_the_developers_texts_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(corpus, "MAKER", tmp_path / "none.py")
    assert main(["search"]) == 2
    assert "--content DIR" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--content", "--site", "--json"])
def test_folders_that_are_not_there_are_told(option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", option, str(tmp_path / "none" / "x")]) == 2
    assert "there is no folder" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [(), ("search", "--items", "0"), ("search", "--site", "a", "--content", "b")])
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_a_portal_without_search_differs_in_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "theme: {name: material, custom_dir: site_overrides}\n"
        "plugins: [newsportal: {}, newsportal/search: {a: 1}, other]\n"
    )
    monkeypatch.setattr(portal, "REPOSITORY", tmp_path)
    configs = [
        yaml.safe_load(building.portal_config(tmp_path / f"{kind}.yml", kind).read_text()) for kind in (True, False)
    ]
    assert [config["plugins"] for config in configs] == [
        [{"newsportal": {}}, {"newsportal/search": {"a": 1}}, "other"],
        [{"newsportal": {}}, "other"],
    ]
    assert {config["theme"]["custom_dir"] for config in configs} == {str(tmp_path / "site_overrides")}


def test_a_portal_without_search_cannot_be_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text("theme: {custom_dir: x}\nplugins: [newsportal]\n")
    monkeypatch.setattr(portal, "REPOSITORY", tmp_path)
    with pytest.raises(BenchError, match="newsportal/search"):
        building.portal_config(tmp_path / "x.yml", True)
