"""The command line: exit statuses, words, and no traceback for anybody who did not ask."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import signal
import string
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from commands.fakes import EARLIER, ERROR, WARNING, BuildReport, BuildRequest, FakeHost, HostError, Progress, Voice
from newsportal.cache import WorkerFailure
from newsportal.commands.cli import main
from newsportal.commands.words import MESSAGE_LANGUAGES, STAGES, WORDS
from newsportal.outputs import output
from newsportal.text import ZONE

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def failing(error: BaseException) -> Callable[[BuildRequest, Progress], BuildReport]:
    def build(_request: BuildRequest, _progress: Progress) -> BuildReport:
        raise error

    return build


def reporting(report: BuildReport) -> Callable[[BuildRequest, Progress], BuildReport]:
    return lambda _request, _progress: report


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["build", "--nonsense"],
        ["build", "extra"],
        ["build", "--lang", "fr"],
        ["serve", "--port", "x"],
        ["serve", "--port", "70000"],
        ["new", "--section", "thong-bao"],
        ["new", "--title", "x"],
        ["new", "--section", "thong-bao", "--title", " "],
        ["new", "--section", "thong-bao", "--title", "x", "--date", "hôm nay"],
        ["build", "--config-file", "missing.yml"],
        ["build", "--content", "missing"],
        ["build", "--changes", "missing/changes.json"],
        ["build", "--changes", "content"],
        ["check", "missing.md"],
        ["check", "mkdocs.yml"],
    ],
)
def test_wrong_usage_is_status_2(
    arguments: list[str], host: FakeHost, portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(portal)
    default = ["--config-file", "mkdocs.yml"] if arguments[:1] in (["build"], ["serve"], ["new"], ["check"]) else []
    try:
        status = main([*arguments[:1], *default, *arguments[1:]])
    except SystemExit as end:
        status = int(end.code or 0)
    said = capsys.readouterr()
    assert status == 2
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert not host.requests


def test_usage_errors_are_told_in_the_chosen_language(capsys: Captured) -> None:
    for arguments, expected in (
        (["build", "--x"], "Lệnh chưa đúng"),
        (["build", "--lang", "en", "--x"], "Wrong usage"),
        (["build", "--lang=en", "--x"], "Wrong usage"),
    ):
        with pytest.raises(SystemExit):
            main(arguments)
        assert expected in capsys.readouterr().err


_ENGLISH = re.compile(
    r"\b(argument|arguments|expected|invalid|choice|choose|value|ignored|usage|options|positional|show|exit|the|not)\b"
)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build", "--nonsense"], "không có tùy chọn hay giá trị như thế: --nonsense"),
        (["build", "--lang", "fr"], "--lang: không nhận 'fr', chỉ nhận: "),
        (["serve", "--port", "x"], "--port: 'x' không phải là số nguyên"),
        (["build", "--content"], "--content: phải có một giá trị đi sau"),
        (["build", "--strict=1"], "--strict: tùy chọn này không nhận giá trị '1'"),
        (["new"], "còn thiếu --title"),
        (["visits", "ingest"], "còn thiếu LOG"),
        ([], "còn thiếu COMMAND"),
        (["build", "--content="], "--content: phải là một đường dẫn, không để trống"),
        (["build", "--site-dir", ""], "--site-dir: phải là một đường dẫn, không để trống"),
        (["check", " "], "PATH: phải là một đường dẫn, không để trống"),
    ],
)
def test_usage_errors_are_vietnamese_throughout(arguments: list[str], told: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    said = capsys.readouterr()
    assert f"Lệnh chưa đúng: {told}" in said.err
    assert not _ENGLISH.search(said.err)
    assert said.out.startswith("cách dùng: ")


def test_an_empty_path_is_refused_in_english_too(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["build", "--lang", "en", "--content="])
    assert "Wrong usage: argument --content: expected a path, not an empty text" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["build"], ["check"], ["visits"], ["visits", "ingest"], ["reference"]])
def test_help_is_in_one_language(command: list[str], capsys: Captured) -> None:
    for language, usage, options in (("vi", "cách dùng: ", "tùy chọn:"), ("en", "usage: ", "options:")):
        with pytest.raises(SystemExit) as end:
            main([*command, "--help", "--lang", language])
        assert end.value.code == 0
        said = capsys.readouterr().out
        assert said.startswith(usage)
        assert options in said.splitlines()
        assert (language == "en") == bool(_ENGLISH.search(said))


@pytest.mark.parametrize("command", ["build", "serve", "check", "new"])
@pytest.mark.parametrize("language", MESSAGE_LANGUAGES)
def test_help_names_the_launcher(command: str, language: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--lang", language, "--help"])
    assert end.value.code == 0
    assert f"python3 scripts/{command}.py" in capsys.readouterr().out


def test_a_good_build_says_pages_seconds_and_what_falls_due(run: Run, host: FakeHost, capsys: Captured) -> None:
    moment = dt.datetime(2026, 11, 23, 8, 0, tzinfo=ZONE)
    due = (moment, "content/vi/thong-bao/2026/a.md", "publish")
    host.building = reporting(BuildReport(pages=12, next_due=due, problems=(WARNING,)))
    assert run("build") == 0
    said = capsys.readouterr().out
    assert "12 trang trong 1,2 giây: site" in said
    assert "Thứ Hai, 23/11/2026, 08:00" in said
    assert "content/vi/thong-bao/2026/a.md" in said
    assert "build.py" in said
    assert "(cảnh báo)" in said


def test_options_reach_the_host_as_absolute_paths(run: Run, host: FakeHost, portal: Path) -> None:
    assert run("build", "--content", "content", "--cache-dir", "nhớ", "--site-dir", "ra/site", "--strict") == 0
    [request] = host.requests
    assert (request.content, request.cache_dir) == (portal / "content", portal / "nhớ")
    assert request.config_file == portal / "mkdocs.yml"
    assert request.strict
    assert (portal / "ra/site/index.html").read_text(encoding="utf-8") == "new"


def test_problems_are_printed_sorted_and_the_old_site_stays(
    run: Run, host: FakeHost, portal: Path, capsys: Captured
) -> None:
    assert run("build") == 0
    host.building = reporting(BuildReport(problems=(ERROR, WARNING, EARLIER), failed=True))
    capsys.readouterr()
    assert run("build", "--lang", "en") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[:3]] == [EARLIER.path, ERROR.path, WARNING.path]
    assert "errors 2, warnings 1" in lines[3]
    assert "stays" in lines[4]
    assert (portal / "site/index.html").read_text(encoding="utf-8") == "new"


def test_changes_are_listed_after_a_good_build_only(run: Run, host: FakeHost, portal: Path, capsys: Captured) -> None:
    listed = portal / "changes.json"
    assert run("build", "--changes", "changes.json", "--lang", "en") == 0
    assert json.loads(listed.read_text(encoding="utf-8")) == {"added": ["/"], "changed": [], "removed": []}
    assert "Addresses: added 1, changed 0, removed 0." in capsys.readouterr().out
    host.building = reporting(BuildReport(problems=(ERROR,), failed=True))
    assert run("build", "--changes", "changes.json") == 1
    assert not listed.exists(), "nobody takes it for the list of this build"
    host.building = reporting(BuildReport(files={"index.html": output(b"newer"), "b/index.html": output(b"b")}))
    assert run("build", "--changes", "changes.json") == 0
    assert json.loads(listed.read_text(encoding="utf-8")) == {"added": ["/b/"], "changed": ["/"], "removed": []}
    assert "Địa chỉ: thêm 1, sửa 1, gỡ 0." in capsys.readouterr().out


def test_no_list_of_changes_is_left_by_whatever_stops_a_build(run: Run, host: FakeHost, portal: Path) -> None:
    listed, link = portal / "changes.json", portal / "link.json"
    link.symlink_to(listed)
    for place, building, more in (
        (listed, failing(KeyboardInterrupt()), ()),
        (link, failing(OSError(28, "No space left on device")), ()),
        (listed, None, ("--site-dir", "content/site")),
    ):
        listed.write_text("{}", encoding="utf-8")
        host.building = building or host.building
        assert run("build", "--changes", str(place), *more) > 0
        assert not listed.exists()
    assert link.is_symlink()


@pytest.mark.parametrize(
    ("site", "cache", "word"),
    [
        ("content/site", "nhớ", "--site-dir"),
        (".", "nhớ", "--site-dir"),
        ("site", "content/.cache", "--cache-dir"),
        ("site", "content", "--cache-dir"),
        ("site", "site/.cache", "--cache-dir"),
        ("site", "site", "--cache-dir"),
        ("site", ".", "--cache-dir"),
        ("site", "link/cache", "--cache-dir"),
    ],
)
@pytest.mark.parametrize("language", MESSAGE_LANGUAGES)
def test_folders_inside_one_another_are_refused(
    site: str, cache: str, word: str, language: str, run: Run, host: FakeHost, portal: Path, capsys: Captured
) -> None:
    (portal / "link").symlink_to("content")
    (portal / "index.html").write_bytes(b"looks like a site")
    assert run("build", "--site-dir", site, "--cache-dir", cache, "--lang", language) == 2
    assert word in capsys.readouterr().err
    if site == "site":
        assert run("serve", "--cache-dir", cache, "--lang", language) == 2
        assert word in capsys.readouterr().err
    assert not host.requests
    assert not host.served


def test_an_unforeseen_failure_is_one_line(run: Run, host: FakeHost, capsys: Captured) -> None:
    host.building = failing(ValueError("first\nsecond"))
    assert run("build") == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "ValueError: first" in said
    assert "--debug" in said


def test_a_failure_in_another_process_is_told_as_what_it_was(run: Run, host: FakeHost, capsys: Captured) -> None:
    host.building = failing(WorkerFailure("ValueError: first\nin a worker process:\nTraceback …"))
    assert run("build") == 1
    assert "“build”: ValueError: first." in capsys.readouterr().err


def test_debug_gives_the_traceback(run: Run, host: FakeHost, capsys: Captured) -> None:
    host.building = failing(ValueError("inside"))
    assert run("build", "--debug") == 1
    assert "Traceback" in capsys.readouterr().err


def test_a_refusal_of_the_system_is_told_as_one(run: Run, host: FakeHost, capsys: Captured) -> None:
    host.building = failing(OSError(28, "No space left on device"))
    assert run("build", "--lang", "en") == 1
    assert capsys.readouterr().err.startswith("The system refused: [Errno 28]")


def test_a_fault_of_the_configuration_is_told(run: Run, host: FakeHost, capsys: Captured) -> None:
    host.building = failing(HostError("mkdocs.yml: no plugin"))
    assert run("build", "--lang", "en") == 1
    assert capsys.readouterr().err == "The configuration is at fault: mkdocs.yml: no plugin\n"


def test_what_mkdocs_warns_of_is_passed_on(run: Run, host: FakeHost, capsys: Captured) -> None:
    host.building = reporting(BuildReport(warnings=("a link is broken",), failed=True))
    assert run("build", "--strict", "--lang", "en") == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        "mkdocs: a link is broken",
        "Not published: errors 0, warnings 1.",
    ]


def test_an_interrupted_build_leaves_nothing(run: Run, host: FakeHost, portal: Path, capsys: Captured) -> None:
    host.building = failing(KeyboardInterrupt())
    assert run("build") == 130
    assert {entry.name for entry in portal.iterdir()} == {"content", "mkdocs.yml"}
    assert "Đã dừng" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("problems", "options", "status"),
    [((), (), 0), ((WARNING,), (), 0), ((WARNING,), ("--strict",), 1), ((ERROR,), (), 1), ((), ("--strict",), 0)],
)
def test_check_fails_for_errors_and_strictly_for_warnings(
    problems: tuple[object, ...], options: Iterable[str], status: int, run: Run, host: FakeHost
) -> None:
    host.problems = problems  # type: ignore[assignment]
    assert run("check", *options) == status


def test_check_says_that_all_is_well(run: Run, capsys: Captured) -> None:
    assert run("check") == 0
    assert capsys.readouterr().out == "Không có lỗi.\n"


def test_check_takes_paths_from_the_current_folder(
    run: Run, host: FakeHost, portal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(portal / "content")
    assert main(["check", "--config-file", "../mkdocs.yml", "_data"]) == 0
    assert host.checked == [(portal / "content" / "_data",)]


def test_check_prints_json_for_programs(run: Run, host: FakeHost, capsys: Captured) -> None:
    host.problems = (ERROR, EARLIER)
    assert run("check", "--json", "--lang", "en") == 1
    records = json.loads(capsys.readouterr().out)
    assert [record["path"] for record in records] == [EARLIER.path, ERROR.path]
    assert set(records[0]) == {"path", "line", "field", "code", "severity", "message", "hint"}


def test_serve_is_handed_on(run: Run, host: FakeHost, portal: Path) -> None:
    assert run("serve", "--port", "8123") == 0
    ((config, content, port, cache, site, publish, voice),) = host.served
    assert (config, content, port, cache) == (portal / "mkdocs.yml", None, 8123, None)
    assert callable(publish)
    assert isinstance(voice, Voice)
    assert voice.word("serve.building") == "Đang dựng …"
    assert not Path(str(site)).parent.exists(), "what was served from is gone"


@pytest.mark.parametrize(("table", "name"), [(table, name) for table in (WORDS, STAGES) for name in table])
def test_every_sentence_is_there_in_both_languages(table: dict[str, dict[str, str]], name: str) -> None:
    sentences = table[name]
    assert tuple(sentences) == MESSAGE_LANGUAGES
    places = [{place for _, place, _, _ in string.Formatter().parse(text) if place} for text in sentences.values()]
    assert places[0] == places[1]


def test_the_command_line_loads_no_host() -> None:
    script = "import sys, newsportal.commands.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"mkdocs", "material", "jinja2", "pydantic", "markdown", "lxml"}


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_request_to_stop_that_a_library_makes_something_else_of(run: Run, host: FakeHost, capsys: Captured) -> None:
    """Python does so with what is raised while a class is made, and compiled libraries while they are loaded."""

    def disguised(request: BuildRequest, progress: Progress) -> BuildReport:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
        except SystemExit as stop:
            raise RuntimeError("Error calling __set_name__") from stop
        return BuildReport()

    host.building = disguised
    assert run("build") == 128 + signal.SIGTERM
    assert "Đã dừng theo yêu cầu." in capsys.readouterr().err
