"""The posts that README and handbook show are built, and do what the text around them says."""

from __future__ import annotations

import re
import shlex
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from documentation.pages import HANDBOOK, README, Block, blocks, shown
from newsportal.commands.cli import main
from newsportal.linting import RULES
from newsportal.model import Severity
from sites import TinyPortal

_POSTS = ("markdown", "yaml")
_VOCABULARY = "_data/"
_REFERENCE = re.compile(r"(?:\b(?:src|file): |\]\((?:media/)?)([\w/.-]+\.(?!md\b)\w+)")


def _examples(page: Path) -> list[Block]:
    """The blocks of a page that are posts or parts of one. README's YAML configures other programs."""
    wanted = _POSTS if page != README else ("markdown",)
    return [block for block in blocks(page) if block.language in wanted and not block.comment.startswith("new")]


PAGES = [page for page in (README, *sorted(HANDBOOK.glob("*.md"))) if _examples(page)]
ALL = [block for page in PAGES for block in _examples(page)]
WRONG = [block for block in ALL if block.marked("wrong")]
VOCABULARIES = [block for block in ALL if block.marked("example").startswith(_VOCABULARY)]


@pytest.fixture
def portal(tiny: TinyPortal) -> TinyPortal:
    """A tiny portal with the sections and tags that the handbook shows."""
    for block in VOCABULARIES:
        tiny.write(block.marked("example"), block.text)
    return tiny


def _place(block: Block) -> str:
    is_document = re.search(r"^document:", block.text, re.MULTILINE) and block.marked("wrong") != "field.not_document"
    section = "van-ban" if is_document else "thong-bao"
    return block.marked("example") or f"vi/{section}/2026/vi-du-{block.line}.md"


def _post(block: Block) -> str:
    """The block as a whole post: what it leaves out is made up."""
    if block.text.startswith("---\n"):
        return block.text
    header = block.text if block.language == "yaml" else ""
    made_up = {"title": "Ví dụ", "date": "2026-03-16 08:30"}
    lines = "".join(f"{key}: {value}\n" for key, value in made_up.items() if not re.search(f"^{key}:", header, re.M))
    body = block.text if block.language == "markdown" else "Nội dung bài viết.\n"
    return f"---\n{header}{lines}---\n\n{body}"


def _write(portal: TinyPortal, block: Block) -> None:
    portal.write(_place(block), _post(block))
    for path in _REFERENCE.findall(block.text):
        portal.write(f"media/{path}", _file(path))


def _file(path: str) -> bytes:
    if not path.endswith((".jpg", ".png")):
        return b"an attachment"
    stored = BytesIO()
    Image.new("RGB", (640, 400), "teal").save(stored, "JPEG" if path.endswith("jpg") else "PNG")
    return stored.getvalue()


def test_there_are_examples_of_every_kind() -> None:
    assert len(WRONG) >= 8
    assert len(VOCABULARIES) == 2
    assert len(ALL) - len(WRONG) >= 25


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_examples_are_built_without_a_problem(page: Path, portal: TinyPortal) -> None:
    for block in _examples(page):
        if block not in WRONG and block not in VOCABULARIES:
            _write(portal, block)
    _, report = portal.build(strict=True)
    assert report.problems == ()
    assert report.warnings == ()
    assert not report.failed


def test_every_rule_for_documents_has_its_example() -> None:
    shown_rules = {block.marked("wrong") for block in WRONG}
    assert set(RULES) <= shown_rules


@pytest.mark.parametrize("block", WRONG, ids=str)
def test_wrong_examples_give_the_stated_problem(block: Block, portal: TinyPortal) -> None:
    _write(portal, block)
    assert [problem.code for problem in portal.problems()] == [block.marked("wrong")]


def test_the_translation_inherits_what_the_handbook_says(portal: TinyPortal) -> None:
    for block in _examples(HANDBOOK / "tieng-anh.md"):
        _write(portal, block)
    site, _ = portal.build()
    page = (site / "en/announcements/2026/mid-year-review-2026/index.html").read_text(encoding="utf-8")
    for expected in ('datetime="2026-07-03T08:30', "Lê Hà", "Digital transformation", "media/2026/hoi-nghi.jpg"):
        assert expected in page


def test_the_new_item_looks_as_shown(
    portal: TinyPortal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown_blocks = {block.comment: block for block in blocks(HANDBOOK / "viet-bai.md")}
    _, script, *arguments = shlex.split(shown_blocks["new"].text)
    assert script == "scripts/new.py"
    monkeypatch.chdir(portal.folder)
    assert main(["new", *arguments, "--config-file", "mkdocs.yml"]) == 0
    printed = capsys.readouterr().out.strip().replace("\\", "/")
    assert printed in {block.text.strip() for block in blocks(HANDBOOK / "viet-bai.md")}
    written = (portal.folder / printed).read_text(encoding="utf-8")
    assert written.strip() == shown_blocks["new: result"].text.strip()


def test_only_what_is_called_a_warning_lets_a_build_go_on(portal: TinyPortal) -> None:
    portal.item("vi/thong-bao/2026/trong.md", body="")
    assert [problem.severity for problem in portal.problems()] == [Severity.WARNING]
    assert not portal.build(strict=False)[1].failed
    assert portal.build(strict=True)[1].failed
