"""`visits.py`, from a log to the files of a site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from logs import NOW, Request, text, visit
from newsportal.commands import visits
from newsportal.commands.cli import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a log of the day and a site."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "redirects.map").write_text(
        '/cong/cu/ /cong/moi/;\n"/cong/đ \\"100%\\"/" /cong/;\n', encoding="utf-8"
    )
    requests = [
        *visit("/cong/", "/cong/tin/", "/cong/cu/", "/cong/%C4%91%20%22100%25%22/"),
        Request("/cong/media/a.pdf"),
    ]
    (tmp_path / "access.log").write_text(text(requests) + "rubbish\n", encoding="utf-8")
    return tmp_path


def run(action: str, *arguments: str) -> int:
    return main(["visits", action, "--store", "store", *arguments])


def ingest(*logs: str) -> int:
    return run("ingest", "--prefix", "/cong", "--host", "portal.example.vn", "--site-dir", "site", *logs)


def test_from_a_log_to_the_site(workplace: Path, capsys: Captured) -> None:
    assert ingest("access.log", "--lang", "en") == 0
    said = capsys.readouterr().out
    assert "24 November 2026" in said
    assert "1 broken" in said
    assert run("publish", "--site-dir", "site") == 0
    record = json.loads((workplace / "site" / "stats.json").read_bytes())
    assert record["pages"] == {"/": 1, "/tin/": 1}
    assert record["downloads"] == {"/media/a.pdf": 1}
    assert (workplace / "store" / "stats.json").read_bytes() == (workplace / "site" / "stats.json").read_bytes()
    assert len(list((workplace / "site" / "stats" / "pages").iterdir())) == 256
    assert (workplace / "site" / "stats.json").stat().st_mode & 0o444 == 0o444


def test_one_call_reads_and_publishes(workplace: Path) -> None:
    assert ingest("--publish", "access.log") == 0
    at_once = json.loads((workplace / "site" / "stats.json").read_bytes())
    assert run("publish", "--site-dir", "site") == 0
    later = json.loads((workplace / "site" / "stats.json").read_bytes())
    assert at_once["pages"] == {"/": 1, "/tin/": 1}
    assert at_once | {"generated": ""} == later | {"generated": ""}


def test_files_that_stay_the_same_are_not_written_again(workplace: Path) -> None:
    ingest("access.log")
    run("publish", "--site-dir", "site")
    pages = list((workplace / "site" / "stats" / "pages").iterdir())
    before = {page: page.stat().st_ino for page in pages}
    run("publish", "--site-dir", "site")
    assert {page: page.stat().st_ino for page in pages} == before


def test_the_report(workplace: Path, capsys: Captured) -> None:
    ingest("access.log")
    capsys.readouterr()
    assert run("report", "--csv", "out.csv") == 0
    said = capsys.readouterr().out
    assert "Tháng 11 năm 2026" in said
    assert "/media/a.pdf" in said
    lines = (workplace / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1:] == ["2026-11,2,1,1,0,0", "2026,2,1,1,0,0"]
    assert run("report", "--year", "2025", "--lang", "en") == 0
    assert "/media/a.pdf" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["ingest", "missing.log"], 1),
        (["ingest", "--prefix", "cong", "--host", "x", "--site-dir", "site", "access.log"], 2),
        (["ingest", "--format", "w3c", "--prefix", "/", "--host", "x", "--site-dir", "site", "access.log"], 1),
        (["ingest", "--open-days", "0", "access.log"], 2),
        (["publish", "--site-dir", "missing"], 1),
        (["publish", "--site-dir", "site", "--engine", "spark://x"], 2),
        (["report", "--csv", "missing/x.csv"], 2),
        (["report"], 1),
    ],
)
def test_what_cannot_be_done_is_told(arguments: list[str], status: int, workplace: Path, capsys: Captured) -> None:
    assert workplace.is_dir()
    assert run(*arguments) == status
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said


def test_the_configuration_tells_what_the_command_line_does_not(
    workplace: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "workplace", lambda options: pytest.fail("not needed"))
    assert ingest("access.log") == 0
    monkeypatch.undo()
    assert main(["visits", "ingest", "--store", str(workplace / "other"), str(workplace / "access.log")]) == 0
    assert NOW.strftime("%d/%m/%Y") in capsys.readouterr().out
