"""Content made for benchmarks: so many items, the same every time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from common.errors import BenchError
from common.places import REPOSITORY

MAKER = REPOSITORY.parent / "shared" / "bench" / "make_corpus.py"
SEED = 11


def require_maker(instead: str = "") -> None:
    """Ends with status 2 where nothing can be made, and says what one may do instead."""
    if not MAKER.is_file():
        raise BenchError(
            f"{MAKER} is not there: only the portal's developers have the texts that test content is made of.{instead}",
            2,
        )


def make(items: int, folder: Path, layout: str = "portal") -> Path:
    """A content folder of so many items, laid out as another generator wants it if asked to."""
    require_maker()
    command = [sys.executable, str(MAKER), str(folder), str(items), "--seed", str(SEED), "--flavor", layout]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(f"{MAKER} failed: {done.stderr.strip()}")
    return folder
