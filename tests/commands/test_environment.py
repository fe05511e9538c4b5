"""The launchers: they set up the environment once, again when they must, and never half.

The portal they set up here is a stand-in that needs no network: no dependencies, and a build backend of
its own.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"
COMMANDS = ("build", "check", "new", "serve")
SETTING_UP = "Setting up"

PYPROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "newsportal"
version = "0"
"""
BACKEND = '''\
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    """A wheel that only says where the package is."""
    info = "newsportal-0.dist-info"
    with zipfile.ZipFile(pathlib.Path(folder) / "newsportal-0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("newsportal.pth", str(pathlib.Path.cwd() / "plugins"))
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: newsportal\\nVersion: 0\\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return "newsportal-0-py3-none-any.whl"
'''
PACKAGE = """\
import json, os, sys
print(json.dumps([sys.argv[1:], os.getcwd(), os.environ.get("PYTHONUTF8"), sys.prefix]))
sys.exit(int(os.environ.get("STATUS", "0")))
"""
UNAVAILABLE = "newsportal-does-not-exist==1 --hash=sha256:" + "0" * 64 + "\n"

slow = pytest.mark.slow


def make_tree(root: Path) -> Path:
    """A portal with the real launchers and a package that tells how it was started."""
    shutil.copytree(SCRIPTS, root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    package = root / "plugins" / "newsportal"
    package.mkdir(parents=True)
    files = {"pyproject.toml": PYPROJECT, "backend.py": BACKEND, "requirements.txt": "# nothing\n"}
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(PACKAGE, encoding="utf-8")
    return root


def offline(**extra: str) -> dict[str, str]:
    """The environment of a launcher that may not ask any index."""
    return {**os.environ, "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "0", **extra}


def launch(
    tree: Path, *arguments: str, cwd: Path | None = None, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(tree / "scripts" / "build.py"), *arguments]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=cwd or tree, env=environment or offline(), check=False
    )


def pretend(statement: str, tree: Path) -> subprocess.CompletedProcess[str]:
    """A launcher in a Python that `statement` has changed."""
    launcher = tree / "scripts" / "build.py"
    code = f"import runpy, sys\nsys.path.insert(0, {str(launcher.parent)!r})\n{statement}\n"
    command = [sys.executable, "-c", f"{code}runpy.run_path({str(launcher)!r}, run_name='__main__')"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=offline(PYTHONUTF8="1"), check=False)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree whose environment is up to date."""
    tree = make_tree(tmp_path_factory.mktemp("made") / "cổng tin")
    done = launch(tree)
    assert done.returncode == 0, done.stderr
    assert SETTING_UP in done.stderr
    return tree


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return make_tree(tmp_path / "portal")


@slow
def test_the_second_start_sets_nothing_up_and_is_quick(prepared: Path) -> None:
    begun = time.monotonic()
    done = launch(prepared)
    assert (done.returncode, done.stderr) == (0, "")
    assert time.monotonic() - begun < 2


@slow
def test_arguments_and_folder_are_the_callers(prepared: Path, tmp_path: Path) -> None:
    (tmp_path / "newsportal.py").write_text("raise SystemExit('the wrong one')", encoding="utf-8")
    done = launch(prepared, "--content", "bài viết/a b", cwd=tmp_path, environment=offline(PYTHONPATH=str(tmp_path)))
    arguments, folder, utf8, prefix = json.loads(done.stdout)
    assert arguments == ["build", "--content", "bài viết/a b"]
    assert Path(folder) == tmp_path
    assert utf8 == "1"
    assert Path(prefix) == prepared / ".venv"


@slow
def test_the_exit_status_is_passed_on(prepared: Path) -> None:
    assert launch(prepared, environment=offline(STATUS="7")).returncode == 7


@slow
def test_a_changed_lock_is_installed_and_what_was_left_is_gone(prepared: Path) -> None:
    (prepared / ".venv" / "left").touch()
    (prepared / "requirements.txt").write_text("# nothing else\n", encoding="utf-8")
    assert SETTING_UP in launch(prepared).stderr
    assert not (prepared / ".venv" / "left").exists()
    assert launch(prepared).stderr == ""


@slow
def test_an_environment_without_its_stamp_is_made_again(prepared: Path) -> None:
    (prepared / ".venv" / ".requirements.stamp").unlink()
    done = launch(prepared)
    assert done.returncode == 0
    assert SETTING_UP in done.stderr


@slow
def test_an_installation_that_fails_says_so_and_is_tried_again(tree: Path) -> None:
    (tree / "requirements.txt").write_text(UNAVAILABLE, encoding="utf-8")
    for _ in range(2):
        done = launch(tree)
        assert done.returncode == 1
        assert "Check the network" in done.stderr
        assert "Traceback" not in done.stderr


@slow
def test_two_launchers_at_once_install_once(tree: Path) -> None:
    command = [sys.executable, str(tree / "scripts" / "check.py")]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=offline())
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum(SETTING_UP in text for text in said) == 1
    assert sum("Waiting for another setup" in text for text in said) == 1


@slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_installation_is_done_again(tree: Path) -> None:
    command = [sys.executable, str(tree / "scripts" / "build.py")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env=offline())
    while not (tree / ".venv" / "pyvenv.cfg").exists():
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.communicate()
    done = launch(tree)
    assert done.returncode == 0, done.stderr
    assert SETTING_UP in done.stderr


def test_an_old_python_says_that_it_is_too_old(tree: Path) -> None:
    done = pretend("sys.version_info = (3, 10, 13, 'final', 0)", tree)
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (tree / ".venv").exists()


def test_a_python_without_venv_says_what_to_install(tree: Path) -> None:
    done = pretend("sys.modules['ensurepip'] = None", tree)
    assert done.returncode == 1
    assert "sudo apt install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.py")), ids=lambda path: path.name)
def test_launchers_can_be_read_by_python_3_8(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.py")), ids=lambda path: path.name)
def test_launchers_need_the_standard_library_only(path: Path) -> None:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    assert names <= sys.stdlib_module_names | {"_environment", "_testing"}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_launcher_starts_its_command(name: str) -> None:
    text = (SCRIPTS / f"{name}.py").read_text(encoding="utf-8")
    assert f'run_command("{name}")' in text
    assert f"python3 scripts/{name}.py" in text


LOCKS = ("requirements.txt", "requirements-test.txt", "requirements-bench.txt")


def locked(name: str) -> dict[str, list[str]]:
    """The requirements of a lock: name and pin, with the lines that follow."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    return {entry.split()[0]: entry.splitlines() for entry in entries}


@pytest.mark.parametrize("name", LOCKS)
def test_locks_name_their_command_and_no_place(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "python3 scripts/lock.py" in "".join(text.splitlines(keepends=True)[:3])
    assert not re.search(r"://|^-|/home|/root|/opt|/tmp|/Users", text, flags=re.MULTILINE)


@pytest.mark.parametrize("name", LOCKS)
def test_everything_locked_is_pinned_and_hashed(name: str) -> None:
    for requirement, lines in locked(name).items():
        assert "==" in requirement
        assert any("--hash=sha256:" in line for line in lines)


def test_the_locks_hold_what_the_project_asks_for_and_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {"requirements.txt": [*project["project"]["dependencies"], *project["build-system"]["requires"]]}
    asked["requirements-test.txt"] = project["project"]["optional-dependencies"]["test"]
    asked["requirements-bench.txt"] = project["project"]["optional-dependencies"]["bench"]
    for name, requirements in asked.items():
        pinned = {pin.split("==")[0].lower() for pin in locked(name)}
        assert {re.split(r"[<>=[]", each)[0].lower() for each in requirements} <= pinned
    for name in LOCKS[1:]:
        assert set(locked("requirements.txt")) <= set(locked(name))
    # One environment may hold the tools of both.
    versions = [dict(pin.split("==") for pin in locked(name)) for name in LOCKS[1:]]
    assert {name for name in versions[0].keys() & versions[1].keys() if versions[0][name] != versions[1][name]} == set()
