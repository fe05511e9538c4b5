"""Content made for benchmarks: so many items, the same every time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from searching.figures import BenchError
from searching.settings import REPOSITORY

MAKER = REPOSITORY.parent / "shared" / "bench" / "make_corpus.py"
SEED = 11


def require_maker() -> None:
    """Ends with status 2 where nothing can be made."""
    if not MAKER.is_file():
        raise BenchError(
            f"{MAKER} is not there: only the portal's developers have the texts that test content is made of.\n"
            "Name a content folder of your own: python3 scripts/bench.py search --content DIR",
            2,
        )


def make(items: int, folder: Path) -> Path:
    """A content folder of so many items."""
    require_maker()
    command = [sys.executable, str(MAKER), str(folder), str(items), "--seed", str(SEED)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(f"{MAKER} failed: {done.stderr.strip()}")
    return folder
