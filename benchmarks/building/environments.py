"""Python environments for rivals that want other libraries than the portal's."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from common.console import tell
from common.errors import BenchError
from common.places import REPOSITORY

RIVALS = REPOSITORY / "benchmarks" / "rivals"
_FOLDER = REPOSITORY / ".cache" / "rivals"
_PIP = ("-m", "pip", "--disable-pip-version-check", "install", "-qq", "--no-input", "--no-user", "--require-hashes")


def python_of(rival: str) -> str:
    """The Python that has what the rival's lock asks for; made on first use and whenever the lock changes."""
    lock, folder = lock_of(rival), _FOLDER / rival
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wanted = hashlib.sha256(lock.read_bytes() + str(folder).encode() + sys.version.encode()).hexdigest()
    stamp = folder / "stamp"
    if not (python.exists() and stamp.is_file() and stamp.read_text(encoding="ascii") == wanted):
        tell(f"installing {rival} …")
        shutil.rmtree(folder, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(folder)], rival)
        _run([str(python), *_PIP, "-r", str(lock)], rival)
        stamp.write_text(wanted, encoding="ascii")
    return str(python)


def is_ready(rival: str) -> bool:
    """Whether nothing would have to be installed for it."""
    return (_FOLDER / rival / "stamp").is_file()


def lock_of(rival: str) -> Path:
    """The hash-locked list of what a rival needs."""
    return RIVALS / rival / "requirements.txt"


def version_of(rival: str, package: str) -> str:
    """What the lock pins."""
    for line in lock_of(rival).read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("==")
        if name == package:
            return rest.split()[0]
    raise BenchError(f"{lock_of(rival)} does not have {package}")


def program(package: str, *names: str) -> str:
    """A program that a package of our own environment carries, to be started without a Python in between."""
    found = importlib.util.find_spec(package)
    for place in (found.submodule_search_locations or ()) if found else ():
        for name in names:
            path = Path(place, name + (".exe" if sys.platform == "win32" else ""))
            if path.is_file():
                return str(path)
    raise BenchError(f"{package} is not installed: run this as python3 scripts/bench.py")


def _run(command: list[str], rival: str) -> None:
    done = subprocess.run(command, stdout=sys.stderr, check=False)
    if done.returncode:
        raise BenchError(f"{rival} could not be installed (see above)")
