from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from commands.fakes import FakeHost, make_portal
from newsportal.commands.cli import main

Run = Callable[..., int]


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> FakeHost:
    fake = FakeHost()
    for name, module in fake.modules().items():
        monkeypatch.setitem(sys.modules, name, module)
    return fake


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    return make_portal(tmp_path / "cổng tin")


@pytest.fixture
def run(host: FakeHost, portal: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command upon the small portal, from its folder."""
    monkeypatch.chdir(portal)

    def run_here(command: str, *arguments: str) -> int:
        return main([command, "--config-file", "mkdocs.yml", *arguments])

    return run_here
