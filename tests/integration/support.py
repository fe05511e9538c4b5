"""Real processes, whole trees and parsed pages, for tests that look at a portal from outside."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from sites import REPOSITORY

TIMEOUT_SECONDS = 120
_FOREIGN = ("SOURCE_DATE_EPOCH", "NEWSPORTAL_CONFIG")
Tree = Mapping[str, bytes]
"""Path in a folder, with `/`, → content."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a process ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """All that a person at the terminal would have seen."""
        return self.out + self.err


def environment(**changes: str) -> dict[str, str]:
    """This process's environment, with the package of this tree first, and `changes`."""
    inherited = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    return {**inherited, "PYTHONPATH": str(REPOSITORY / "plugins"), "PYTHONDONTWRITEBYTECODE": "1", **changes}


def python(
    *arguments: object, cwd: Path | None = None, env: Mapping[str, str] | None = None, umask: int = -1
) -> Outcome:
    """Runs Python with `arguments` to its end; output is read as UTF-8."""
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env=env or environment(),
        umask=umask,
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def command(name: str, *arguments: object, **how: object) -> Outcome:
    """Runs what `scripts/<name>.py` runs."""
    return python("-m", "newsportal", name, *arguments, **how)  # type: ignore[arg-type]


def mkdocs(name: str, *arguments: object, **how: object) -> Outcome:
    """Runs plain MkDocs."""
    return python("-m", "mkdocs", name, *arguments, **how)  # type: ignore[arg-type]


def read_tree(folder: Path) -> Tree:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def differences(one: Tree, other: Tree) -> list[str]:
    """What is not the same in two trees, one line a file; empty when they are identical."""
    lines = [f"only in the first: {path}" for path in sorted(one.keys() - other.keys())]
    lines += [f"only in the second: {path}" for path in sorted(other.keys() - one.keys())]
    return lines + [
        _difference(path, one[path], other[path])
        for path in sorted(one.keys() & other.keys())
        if one[path] != other[path]
    ]


def _difference(path: str, one: bytes, other: bytes) -> str:
    at = next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    start = max(0, at - 60)
    return f"{path} at byte {at}: {one[start : at + 60]!r} / {other[start : at + 60]!r}"


def copy_demo(folder: Path) -> Path:
    """A copy of all that makes the demo, as an editor's checkout has it; returns its `mkdocs.yml`."""
    folder.mkdir(parents=True)
    for name in ("content", "site_overrides"):
        shutil.copytree(REPOSITORY / name, folder / name)
    return Path(shutil.copy2(REPOSITORY / "mkdocs.yml", folder / "mkdocs.yml"))


def derived_config(folder: Path, base: Path = REPOSITORY / "mkdocs.yml", **changes: object) -> Path:
    """An `mkdocs.yml` in `folder` that builds the portal of `base` with some settings changed."""
    config = {
        "INHERIT": str(base),
        "docs_dir": str(base.parent / "content"),
        "theme": {"custom_dir": str(REPOSITORY / "site_overrides")},
        **changes,
    }
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "mkdocs.yml"
    target.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return target


def free_port() -> int:
    """A port of this machine nobody listens at just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def eventually(holds: Callable[[], bool], what: str, seconds: float = 30) -> None:
    """Waits until something holds; fails with `what` when it never does."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"never happened: {what}")
        time.sleep(0.05)


@contextlib.contextmanager
def running(
    arguments: Sequence[object], log: Path, env: Mapping[str, str], cwd: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """A Python process that is stopped afterwards; all it prints goes to the file `log`."""
    with open(log, "wb") as output:
        process = subprocess.Popen(
            [sys.executable, *map(str, arguments)], stdout=output, stderr=subprocess.STDOUT, env=dict(env), cwd=cwd
        )
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
