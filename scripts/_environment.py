"""The virtual environment the launchers share: made on first use, made again when what it holds should change.

Standard library only, and kept readable by Python 3.8 so that an old Python can say that it is too old.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, List, NoReturn, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
RUNTIME_LOCK = ROOT / "requirements.txt"
TEST_LOCK = ROOT / "requirements-test.txt"
BENCH_LOCK = ROOT / "requirements-bench.txt"

_OLDEST = (3, 11)
_INTERRUPTED = 130
_FOREIGN = ("PYTHONHOME", "PYTHONPATH")  # they would bring in modules from outside the environment
_PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
_PIP = [str(_PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "-qq", "--no-input", "--no-user"]


def run_command(name: str) -> NoReturn:
    """Runs a command of the portal with this process's arguments, in an environment that is up to date."""
    replace_process([ensure(RUNTIME_LOCK), "-P", "-m", "newsportal", name, *sys.argv[1:]])


def ensure(lock: Path) -> str:
    """The environment's Python, after installing what `lock` (a hash-locked requirements file) asks for."""
    if not _is_current(lock):
        try:
            with _alone() as held:
                _install_missing(lock, held)
        except OSError as error:
            fail("Không ghi được vào thư mục cổng: {0} / Cannot write into the portal's folder: {0}", error)
        except KeyboardInterrupt:
            say("Đã dừng. / Stopped.")
            sys.exit(_INTERRUPTED)
    return str(_PYTHON)


def replace_process(command: Sequence[str]) -> NoReturn:
    """Hands this process over to `command`; its exit status becomes ours."""
    os.environ["PYTHONUTF8"] = "1"
    for name in _FOREIGN:
        os.environ.pop(name, None)
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform == "win32":
        sys.exit(_follow(command))
    else:
        os.execv(command[0], list(command))


def _follow(command: Sequence[str]) -> int:
    """Runs a command to its end. On Windows execv would return to the shell at once, as if it had ended."""
    child = subprocess.Popen(list(command))
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:  # the child has got it too and says when it is done
            continue


def say(text: str, *values: object) -> None:
    """Tells the person something on standard error, where it does not mix with a command's output."""
    print(text.format(*values), file=sys.stderr, flush=True)


def fail(text: str, *values: object) -> NoReturn:
    """Says what went wrong and ends with status 1."""
    say(text, *values)
    sys.exit(1)


def _stamp(lock: Path) -> Path:
    return VENV / ".{}.stamp".format(lock.stem)


def _fingerprint(lock: Path) -> str:
    """Changes with anything that asks for another environment; the folder counts, as environments do not move."""
    told = [str(sys.implementation.cache_tag).encode(), str(ROOT).encode()]
    read = [path.read_bytes() for path in (ROOT / "pyproject.toml", RUNTIME_LOCK, lock)]
    return hashlib.sha256(b"\0".join(told + read)).hexdigest()


def _is_current(lock: Path) -> bool:
    try:
        return _PYTHON.exists() and _stamp(lock).read_text(encoding="ascii") == _fingerprint(lock)
    except FileNotFoundError:
        return False


def _install_missing(lock: Path, held: int) -> None:
    """Installs in order; a stamp is written last, so a killed installation is done again from the start."""
    if not _is_current(RUNTIME_LOCK):
        say("Đang cài đặt môi trường lần đầu, mất chừng một phút … / Setting up, this takes about a minute …")
        _make_venv(held)
        _pip(["--require-hashes", "-r", str(RUNTIME_LOCK)], held)
        _pip(["--no-deps", "--no-build-isolation", "-e", str(ROOT)], held)
        _write_stamp(RUNTIME_LOCK)
    if not _is_current(lock):
        say("Đang cài đặt công cụ theo {0} … / Installing the tools of {0} …", lock.name)
        _pip(["--require-hashes", "-r", str(lock)], held)
        _write_stamp(lock)


def _write_stamp(lock: Path) -> None:
    _stamp(lock).write_text(_fingerprint(lock), encoding="ascii")


def _make_venv(held: int) -> None:
    try:
        import ensurepip  # noqa: F401, PLC0415  (Debian keeps it in a package of its own)
        import venv  # noqa: F401, PLC0415
    except ImportError:
        fail(
            "Python này thiếu venv. Trên Debian/Ubuntu: sudo apt install python3-venv\n"
            "This Python lacks venv. On Debian/Ubuntu: sudo apt install python3-venv"
        )
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    shutil.rmtree(str(VENV), ignore_errors=True)
    base = getattr(sys, "_base_executable", sys.executable)  # ours may be the very environment just removed
    _run([base, "-m", "venv", "--clear", str(VENV)], held, "Không tạo được {0} / Cannot create {0}", VENV)


def _pip(arguments: List[str], held: int) -> None:
    _run(
        _PIP + arguments,
        held,
        "Chưa cài đặt được thư viện (xem bên trên). Hãy kiểm tra mạng rồi chạy lại.\n"
        "The libraries could not be installed (see above). Check the network and run this again.",
    )


def _run(command: List[str], held: int, failure: str, *values: object) -> None:
    # The child keeps the lock: when only this process is killed, the next launcher waits until pip has ended too.
    kept = () if sys.platform == "win32" else (held,)
    environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    if subprocess.call(command, stdout=sys.stderr, env=environment, pass_fds=kept) != 0:
        fail(failure, *values)


@contextmanager
def _alone() -> Iterator[int]:
    """Keeps other launchers out while this one installs; yields the open lock file."""
    CACHE.mkdir(exist_ok=True)
    with open(str(CACHE / "environment.lock"), "a+b") as file:
        if not _try_lock(file.fileno()):
            say("Đang chờ một lượt cài đặt khác … / Waiting for another setup to end …")
            _wait_lock(file.fileno())
        yield file.fileno()


def _try_lock(handle: int) -> bool:
    try:
        _lock(handle, wait=False)
    except OSError:
        return False
    return True


def _wait_lock(handle: int) -> None:
    while True:
        try:
            return _lock(handle, wait=True)
        except OSError:  # Windows waits for ten seconds, then gives up
            continue


def _lock(handle: int, wait: bool) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415

        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def _refuse_old_python() -> None:
    if sys.version_info < _OLDEST:
        fail(
            "Cần Python 3.11 trở lên; đây là Python {0}. / Python 3.11 or newer is needed; this is Python {0}.",
            sys.version.split()[0],
        )


# At import, before a launcher can trip over something that an old Python does not have.
_refuse_old_python()
