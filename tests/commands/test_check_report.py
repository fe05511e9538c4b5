"""`check.py --report`: tables for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from newsportal.commands import links
from newsportal.commands.cli import main
from newsportal.commands.links import Answer, Failure
from newsportal.commands.words import MESSAGE_LANGUAGES, WORDS
from sites import TinyPortal

Captured = pytest.CaptureFixture[str]
DEAD, SLOW, ALIVE = "https://mat.example/a", "https://cham.example/", "https://song.example/"
ANSWERS = {DEAD: Answer(404), SLOW: Answer(None, Failure.TIMEOUT), ALIVE: Answer(200)}


@pytest.fixture
def portal(tiny: TinyPortal, monkeypatch: pytest.MonkeyPatch) -> TinyPortal:
    record = {"number": "12/QĐ-SKHCN", "type": "QĐ", "issuer": "Sở Khoa học và Công nghệ", "issued": "2026-03-10"}
    tiny.item("vi/van-ban/2026/a.md", date="2026-03-16", author="Lê Hà", document=record)
    tiny.item("vi/tin-tuc/2026/b.md", f"Xem [một]({DEAD}), [hai]({SLOW}), [ba]({ALIVE}#x).", date="2026-01-05")
    tiny.item("en/tin-tuc/2026/b.md", title="Item")
    asked: list[str] = []

    def ask_all(urls: Iterable[str], progress: object) -> dict[str, Answer]:
        asked.extend(urls)
        return {url: ANSWERS[url] for url in asked}

    monkeypatch.setattr(links, "ask_all", ask_all)
    return tiny


def run(portal: TinyPortal, *arguments: str) -> int:
    return main(["check", "--config-file", str(portal.config), *arguments])


def test_the_report_is_printed(portal: TinyPortal, capsys: Captured) -> None:
    assert run(portal, "--report") == 0
    said = capsys.readouterr().out
    assert "22/11/2026" in said
    assert "Lê Hà" in said
    assert "(không ghi)" in said
    assert "NĐ 43/2011/NĐ-CP" in said
    rows = [[cell.strip() for cell in line.strip("│").split("│")] for line in said.splitlines() if "│" in line]
    assert ["van-ban", "1", "4", "4", "1"] in rows
    assert ["content/vi/van-ban/2026/a.md", "10/03/2026", "16/03/2026", "4", "2"] in rows
    assert ["tin-tuc", "2026", "1", *[""] * 11, "1"] in rows
    assert ["van-ban", "content/vi/van-ban/2026/a.md"] in rows
    assert "mat.example" not in said


def test_documents_published_before_their_issue_are_listed(portal: TinyPortal, capsys: Captured) -> None:
    record = {"number": "13/QĐ-SKHCN", "type": "QĐ", "issued": "2026-03-17"}
    portal.item("vi/van-ban/2026/c.md", date="2026-03-16", document=record)
    for others in (1, 0):
        assert run(portal, "--report") == 0
        said = capsys.readouterr().out
        rows = [[cell.strip() for cell in line.strip("│").split("│")] for line in said.splitlines() if "│" in line]
        assert ["content/vi/van-ban/2026/c.md", "17/03/2026", "16/03/2026"] in rows
        assert "Không có văn bản nào ghi ngày ban hành" not in said
        assert (["van-ban", "1", "4", "4", "1"] in rows) is bool(others)
        portal.remove("vi/van-ban/2026/a.md")


def test_nothing_is_asked_unless_told_to(portal: TinyPortal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "ask_all", None)
    assert run(portal, "--report") == 0
    assert run(portal, "--report", "--json") == 0


def test_dead_links_are_listed(portal: TinyPortal, capsys: Captured) -> None:
    assert run(portal, "--report", "--links", "--lang", "en") == 0
    said = capsys.readouterr().out
    rows = [[cell.strip() for cell in line.strip("│").split("│")] for line in said.splitlines() if "│" in line]
    assert [SLOW, "content/vi/tin-tuc/2026/b.md:6", "no answer in time"] in rows
    assert [DEAD, "content/vi/tin-tuc/2026/b.md:6", "404"] in rows
    assert ALIVE not in said
    assert "Asked 3 addresses of other sites; 2 do not answer." in said


def test_the_report_as_json(portal: TinyPortal, capsys: Captured) -> None:
    assert run(portal, "--report", "--json") == 0
    record = json.loads(capsys.readouterr().out)
    assert list(record) == ["generated", "timeliness", "items", "untranslated"]
    assert record["timeliness"]["authors"] == {"Lê Hà": {"count": 1, "median": 4, "p90": 4, "over": 1}}
    assert run(portal, "--report", "--json", "--links") == 0
    record = json.loads(capsys.readouterr().out)
    place = {"path": "content/vi/tin-tuc/2026/b.md", "line": 6}
    assert record["links"] == [
        {"url": SLOW, **place, "status": None, "error": "timeout"},
        {"url": DEAD, **place, "status": 404, "error": ""},
        {"url": ALIVE, **place, "status": 200, "error": ""},
    ]


def test_a_report_on_a_part(portal: TinyPortal, capsys: Captured) -> None:
    assert run(portal, "--report", "--json", "--links", str(portal.content / "vi/van-ban")) == 0
    record = json.loads(capsys.readouterr().out)
    assert list(record["items"]["sections"]) == ["van-ban"]
    assert record["links"] == []


def test_what_has_errors_does_not_count(portal: TinyPortal, capsys: Captured) -> None:
    portal.write("vi/tin-tuc/2026/c.md", "không có khai báo")
    assert run(portal, "--report", "--lang", "en") == 0
    said = capsys.readouterr()
    assert "The content has 1 errors" in said.err
    assert "c.md" not in said.out


def test_a_portal_without_documents(tiny: TinyPortal, capsys: Captured) -> None:
    assert run(tiny, "--report") == 0
    assert "Không có văn bản nào" in capsys.readouterr().out


def test_links_go_with_a_report(portal: TinyPortal, capsys: Captured) -> None:
    assert run(portal, "--links", "--lang", "en") == 2
    assert capsys.readouterr().err == "--links goes with --report.\n"


def test_every_failure_has_words() -> None:
    for failure in Failure:
        assert set(WORDS[f"report.{failure}"]) == set(MESSAGE_LANGUAGES)
