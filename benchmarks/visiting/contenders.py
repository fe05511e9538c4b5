"""What reads a log: commands that go from the file to published figures, and where those are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common.errors import BenchError
from common.places import put_aside
from newsportal import __version__
from visiting.logs import Log
from visiting.truth import differences, expected_count

OURS, GOACCESS = "ours", "GoAccess"
NAMES = (OURS, GOACCESS)
_TOLD = 10


@dataclass(frozen=True, slots=True)
class Contender:
    """One of them. `leftovers` is all that a run leaves in `folder`: it is cold when none of it is there."""

    name: str
    version: str
    folder: Path
    commands: tuple[tuple[str, ...], ...]
    leftovers: tuple[str, ...]

    def clear(self) -> None:
        """As if it had never read anything."""
        put_aside(self.folder, self.leftovers)


def visits(*arguments: object) -> tuple[str, ...]:
    """What `scripts/visits.py` starts."""
    return (sys.executable, "-P", "-m", "newsportal", "visits", *map(str, arguments))


def ours(log: Path, folder: Path) -> Contender:
    """The portal: what a timer runs, into an empty store."""
    places = ("--store", folder / "store")
    (folder / "site").mkdir(parents=True, exist_ok=True)
    command = visits("ingest", log, *places, "--site-dir", folder / "site", "--publish")
    return Contender(OURS, __version__, folder, (command,), ("store", "site/stats.json", "site/stats"))


def goaccess(log: Path, folder: Path) -> Contender:
    """GoAccess, writing figures and no page."""
    program = os.environ.get("NEWSPORTAL_GOACCESS") or shutil.which("goaccess")
    if not program:
        raise BenchError("there is no GoAccess here: install it, or measure with --only ours", 2)
    folder.mkdir(parents=True, exist_ok=True)
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    options = ("--log-format=COMBINED", "--no-global-config", "--no-progress", "-o", str(folder / "figures.json"))
    version = told.partition("\n")[0].rpartition(" - ")[2].rstrip(". ")
    return Contender(GOACCESS, version, folder, ((program, str(log), *options),), ("figures.json",))


def require_right(contender: Contender, log: Log) -> int:
    """How many figures were looked at. Raises BenchError where one of ours is wrong, or a rival has not read all."""
    if contender.name == OURS:
        faults: Sequence[str] = differences(_read(contender.folder / "site" / "stats.json"), log.days)
    else:
        read = _read(contender.folder / "figures.json")["general"]["valid_requests"]
        faults = [] if read == log.size else [f"{read} lines were read, not {log.size}"]
    if faults:
        more = f"; … and {len(faults) - _TOLD} more" if len(faults) > _TOLD else ""
        raise BenchError(f"{contender.name} is wrong: {'; '.join(faults[:_TOLD])}{more}")
    return expected_count(log.days)


def _read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))
