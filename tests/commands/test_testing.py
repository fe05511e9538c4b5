"""What `scripts/test.py` finds and fetches for the tests."""

from __future__ import annotations

import os
import sys
import tarfile
from pathlib import Path

import pytest

# The folder of the launchers is not on the path of the tests: it has names like `test` and `build`.
sys.path.append(str(Path(__file__).parents[2] / "scripts"))
import _testing

sys.path.pop()

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")


def program(folder: Path, name: str, script: str) -> str:
    """An executable shell script."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_paths_are_those_of_the_caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.py").touch()
    monkeypatch.chdir(tmp_path)
    given = ["x.py", "x.py::test_y", "-k", "missing", "--co"]
    told = [_testing._absolute(argument) for argument in given]
    assert told == [str(tmp_path / "x.py"), f"{tmp_path / 'x.py'}::test_y", "-k", "missing", "--co"]


def test_in_the_repository_arguments_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert _testing._absolute("tests") == "tests"


@POSIX_ONLY
def test_the_named_browser_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named, found = program(tmp_path, "mine", ""), program(tmp_path / "bin", "chromium", "")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("NEWSPORTAL_CHROMIUM", raising=False)
    assert _testing._system_chromium() == found
    monkeypatch.setenv("NEWSPORTAL_CHROMIUM", named)
    assert _testing._system_chromium() == named


@pytest.mark.skipif(sys.platform != "linux", reason="packages of Debian")
@pytest.mark.parametrize("user", [0, 1000])
def test_a_lacking_program_is_installed_with_what_belongs_to_it_where_one_may(
    user: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrives = f'echo "$RUNLEVEL $@" >> "{tmp_path}/asked"; /bin/cp "{tmp_path}/bin/apt-get" "{tmp_path}/bin/nginx"'
    program(tmp_path / "bin", "apt-get", arrives)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("NEWSPORTAL_NGINX", "of another time")
    monkeypatch.setattr(_testing, "_SERVERS", "")
    monkeypatch.setattr(os, "geteuid", lambda: user)
    _testing.offer_debian("nginx")
    if user:
        assert not (tmp_path / "asked").exists()
        assert "NEWSPORTAL_NGINX" not in os.environ
        return
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert asked[0] == "1 update -qq"
    assert asked[1].endswith("--no-install-recommends nginx libnginx-mod-http-brotli-static")
    assert os.environ["NEWSPORTAL_NGINX"] == str(tmp_path / "bin" / "nginx")


@POSIX_ONLY
def test_a_package_with_another_checksum_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "package/build/dist").mkdir(parents=True)
    (tmp_path / "package/build/dist/vnu.jar").write_bytes(b"something else")
    with tarfile.open(tmp_path / "other.tgz", "w:gz") as archive:
        archive.add(tmp_path / "package", "package")
    program(tmp_path / "bin", "java", "")
    name = f"vnu-jar-{_testing._VNU_VERSION}.tgz"
    find_folder = 'while [ "$1" != --pack-destination ]; do shift; done'
    program(tmp_path / "bin", "npm", f'{find_folder}; /bin/cp "{tmp_path}/other.tgz" "$2/{name}"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(_testing, "CACHE", tmp_path / "cache")
    assert _testing._vnu() == ""
    assert "wrong checksum" in capfd.readouterr().err
    assert list((tmp_path / "cache/tools").iterdir()) == []
