"""What tests and benchmarks need besides Python packages: a Chromium, the Nu HTML checker, web servers, GoAccess,
Poppler."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from _environment import CACHE, ROOT, TEST_LOCK, ensure, replace_process, say

_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
_MAC_BROWSERS = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
_WINDOWS_BROWSERS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright as start\n"
    "with start() as browsers: print(browsers.chromium.executable_path)"
)
_ALL_CORES = ("-n", "auto", "--dist", "loadfile")
"""How the whole suite runs: in as many processes as there are cores, a file of tests in one of them."""

_SERVERS = os.pathsep.join(("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
_PACKAGES = {"nginx": ("nginx", "libnginx-mod-http-brotli-static"), "pdftotext": ("poppler-utils",)}
"""The packages that a program comes in, where it is not one of its own name."""
_VNU_VERSION = "26.9.27"
_VNU_SHA512 = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
_VNU_MEMBER = "package/build/dist/vnu.jar"


def run_tests(arguments: Sequence[str]) -> NoReturn:
    """Hands over to pytest, told by NEWSPORTAL_CHROMIUM, NEWSPORTAL_VNU and the like where the tools are."""
    python = ensure(TEST_LOCK)
    offer_chromium(python)
    for program in ("nginx", "caddy", "pdftotext"):
        offer_debian(program)
    _offer(
        "NEWSPORTAL_VNU",
        _vnu(),
        "Không có bộ kiểm tra HTML (cần java và npm). / No HTML checker (java and npm needed).",
    )
    told = [_absolute(argument) for argument in arguments] or _ALL_CORES
    # pytest finds its settings and the tests from the folder it is started in.
    os.chdir(ROOT)
    replace_process([python, "-P", "-m", "pytest", *told])


def offer_chromium(python: str) -> None:
    """Sets NEWSPORTAL_CHROMIUM to a Chromium, if there is one or one can be had."""
    _offer("NEWSPORTAL_CHROMIUM", _chromium(python), "Không có Chromium. / There is no Chromium.")


def offer_debian(name: str) -> None:
    """Sets NEWSPORTAL_NAME to a program that Debian has a package of, if it is there or can be installed."""
    found = _of_debian(name, *_PACKAGES.get(name, (name,)))
    _offer(f"NEWSPORTAL_{name.upper()}", found, f"Không có {name}. / There is no {name}.")


def _of_debian(name: str, *packages: str) -> str:
    """The program of this name, installed from `packages` when there is none; empty when that failed."""
    if not _program(name):
        say("Đang cài đặt {0} … / Installing {0} …", name)
        _install(*packages)
    return _program(name)


def _program(name: str) -> str:
    """Servers are not on the path of everybody who may run them."""
    return shutil.which(name) or shutil.which(name, path=_SERVERS) or ""


def _install(*packages: str) -> None:
    """Installs packages of Debian and the like, where one may."""
    if sys.platform != "linux" or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    # Services that come with a package are not to be started: level 1 is that of a machine being mended.
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive", RUNLEVEL="1")
    _try(["apt-get", "update", "-qq"], quiet)
    _try(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], quiet)


def _offer(name: str, tool: str, lacking: str) -> None:
    if tool:
        os.environ[name] = tool
    else:
        os.environ.pop(name, None)
        say(lacking)


def _absolute(argument: str) -> str:
    """A path (`tests/x.py::test_y`) as seen from the caller's folder; anything else as it is."""
    path, mark, name = argument.partition("::")
    if Path.cwd() == ROOT or not path or path.startswith("-") or not os.path.exists(path):
        return argument
    return os.path.abspath(path) + mark + name


def _chromium(python: str) -> str:
    """A Chromium of the system or of Playwright, installed when there is none; empty when that failed."""
    return _system_chromium() or _playwright_chromium(python) or _install_chromium(python)


def _system_chromium() -> str:
    found = (shutil.which(place) for place in _places())
    return next((place for place in found if place), "")


def _places() -> Iterator[str]:
    yield os.environ.get("NEWSPORTAL_CHROMIUM", "")
    yield from _BROWSERS
    for folder in ("/Applications", os.path.expanduser("~/Applications")):
        yield from (os.path.join(folder, name) for name in _MAC_BROWSERS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if variable in os.environ:
            yield from (os.path.join(os.environ[variable], name) for name in _WINDOWS_BROWSERS)


def _playwright_chromium(python: str) -> str:
    asked = subprocess.run([python, "-c", _PLAYWRIGHT_PATH], capture_output=True, text=True, check=False)
    path = asked.stdout.strip()
    return path if asked.returncode == 0 and os.path.isfile(path) else ""


def _install_chromium(python: str) -> str:
    say("Đang cài đặt Chromium … / Installing Chromium …")
    _install("chromium")
    if _system_chromium():
        return _system_chromium()
    _try([python, "-m", "playwright", "install", "chromium"])
    return _playwright_chromium(python)


def _try(command: Sequence[str], environment: dict[str, str] | None = None) -> bool:
    """Runs a command whose failure only means that a tool is lacking; its output goes to standard error."""
    try:
        return subprocess.call(command, stdout=sys.stderr, env=environment) == 0
    except OSError as error:
        say("{0}", error)
        return False


def _vnu() -> str:
    """The jar of the Nu HTML checker; empty when it cannot be run or had."""
    java, npm = shutil.which("java"), shutil.which("npm")
    jar = CACHE / "tools" / f"vnu-{_VNU_VERSION}.jar"
    if not java or not (npm or jar.is_file()):
        return ""
    if npm and not jar.is_file():
        say("Đang tải bộ kiểm tra HTML … / Fetching the HTML checker …")
        jar.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=jar.parent) as folder:
            _fetch_vnu(npm, Path(folder), jar)
    return str(jar) if jar.is_file() else ""


def _fetch_vnu(npm: str, folder: Path, jar: Path) -> None:
    """Unpacks the jar from the pinned npm package, if that is the very package that was pinned."""
    if not _try([npm, "pack", "--silent", "--pack-destination", str(folder), f"vnu-jar@{_VNU_VERSION}"]):
        return
    package = folder / f"vnu-jar-{_VNU_VERSION}.tgz"
    if hashlib.sha512(package.read_bytes()).digest() != base64.b64decode(_VNU_SHA512):
        say("{0}: sai mã kiểm tra, không dùng. / wrong checksum, not used.", package.name)
        return
    with tarfile.open(package) as archive:
        member = archive.extractfile(_VNU_MEMBER)
        assert member is not None, _VNU_MEMBER
        (folder / "vnu.jar").write_bytes(member.read())
    os.replace(folder / "vnu.jar", jar)
