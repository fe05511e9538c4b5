"""Folders: the repository's, and those that a benchmark works in."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from common.errors import BenchError

REPOSITORY = Path(__file__).resolve().parents[2]


def own_folder(work: Path, name: str) -> Path:
    """A folder whose parts may be deleted: nobody else has one of that name."""
    folder = work / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def put_aside(folder: Path, names: Iterable[str]) -> None:
    """Clears parts of a folder for what is timed next. They are not removed: ext4 is several times slower at making
    files for minutes after it has removed as many."""
    aside = Path(tempfile.mkdtemp(prefix=".aside-", dir=folder))
    for number, name in enumerate(names):
        with contextlib.suppress(FileNotFoundError):
            (folder / name).rename(aside / str(number))


@contextlib.contextmanager
def workplace(chosen: Path | None) -> Iterator[Path]:
    """A folder to work in, gone at the end unless somebody named it."""
    if chosen:
        yield chosen.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="newsportal-bench-") as folder:
        yield Path(folder).resolve()


def refuse_unwritable(file: Path | None) -> None:
    """Says before anything takes minutes that there is no folder for a result."""
    if file and not file.absolute().parent.is_dir():
        raise BenchError(f"there is no folder for {file}", 2)
