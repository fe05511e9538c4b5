"""The tables of the docs are those of the code, and leave nothing out."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest
from mkdocs.config import base
from pydantic import BaseModel

from documentation.pages import DOCS, HANDBOOK, PAGES, README, blocks, read, section, shown, spans
from newsportal.commands import reference
from newsportal.commands.cli import main
from newsportal.commands.parser import command_parsers
from newsportal.content import schema
from newsportal.content.frontmatter import Header, parse
from newsportal.content.validate import validate
from newsportal.languages.problems import codes
from newsportal.media.kinds import MAX_FILE_BYTES, MAX_PHOTO_BYTES, TYPES
from newsportal.media.recipe import MAX_WIDTH
from newsportal.mkdocs_plugins.features import DocumentsOptions, FeedsOptions, NoOptions, VisitsOptions
from newsportal.mkdocs_plugins.options import AgencyOptions, LinkOptions, PortalOptions
from newsportal.model import SectionKind

FIELDS = HANDBOOK / "khai-bao.md"
PROBLEMS = HANDBOOK / "loi-thuong-gap.md"
OPERATION = DOCS / "van-hanh.md"
ENGLISH = DOCS / "development" / "reference.md"

HEADERS: tuple[type[BaseModel], ...] = (
    schema.ItemHeader,
    schema.CoverHeader,
    schema.AttachmentHeader,
    schema.CorrectionHeader,
    schema.SourceHeader,
    schema.DocumentHeader,
    schema.SignerHeader,
    schema.PageHeader,
)
OPTIONS: tuple[type[base.Config], ...] = (
    PortalOptions,
    AgencyOptions,
    LinkOptions,
    FeedsOptions,
    DocumentsOptions,
    VisitsOptions,
    NoOptions,
)


def names(config: type[base.Config]) -> list[str]:
    return [name for name, _ in config._schema]


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_generated_parts_are_current(page: Path) -> None:
    text = read(page)
    assert reference.refreshed(text, reference.tables()) == text, "run: python -m newsportal reference"


def test_every_table_is_shown_somewhere() -> None:
    used = {name for page in PAGES for name in re.findall(r"<!-- generated: (.+?) -->", read(page))}
    # Developers read English: this command has no part in the operators' page.
    assert used >= set(reference.tables()) - {"command reference vi"}


@pytest.mark.parametrize("page", [FIELDS, ENGLISH], ids=shown)
def test_every_field_is_told(page: Path) -> None:
    told = set(spans(page))
    assert {name for header in HEADERS for name in header.model_fields} <= told


def test_every_field_of_the_vocabularies_is_told() -> None:
    told = set(spans(FIELDS))
    assert {*schema.SectionHeader.model_fields, *schema.TagHeader.model_fields} <= told


def test_every_kind_of_section_is_told() -> None:
    assert {kind.value for kind in SectionKind} <= set(spans(FIELDS))


@pytest.mark.parametrize("page", [PROBLEMS, ENGLISH], ids=shown)
def test_every_problem_is_told(page: Path) -> None:
    assert codes() <= set(spans(page))


@pytest.mark.parametrize("page", [OPERATION, ENGLISH], ids=shown)
def test_every_option_of_the_plugins_is_told(page: Path) -> None:
    assert {name for options in OPTIONS for name in names(options)} <= set(re.findall(r"\w+", " ".join(spans(page))))


@pytest.mark.parametrize(("page", "without"), [(OPERATION, {"reference"}), (ENGLISH, set())], ids=["vi", "en"])
def test_every_option_of_the_commands_is_told(page: Path, without: set[str]) -> None:
    told = " ".join(spans(page))
    for name, parser in command_parsers("vi").items():
        missing = [option for option in _option_names(parser) if option not in told]
        assert name in without or not missing, (name, missing)


def _option_names(parser: argparse.ArgumentParser) -> list[str]:
    return [name for action in parser._actions for name in action.option_strings if name not in ("-h", "--help")]


@pytest.mark.parametrize(
    ("module", "config"),
    [
        ("options.py", PortalOptions),
        ("options.py", AgencyOptions),
        ("features.py", FeedsOptions),
        ("features.py", DocumentsOptions),
        ("features.py", VisitsOptions),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_options_are_read_from_the_source_in_full(module: str, config: type[base.Config]) -> None:
    source = (Path(reference.__file__).parents[1] / "mkdocs_plugins" / module).read_text(encoding="utf-8")
    found = reference.option_list(source, config.__name__)
    assert [option.name for option in found] == names(config), "each option has a docstring below it"
    assert all(option.meaning.strip() for option in found)


EXAMPLES = [(header, line) for header in HEADERS for _, _, line in reference.field_rows(header, "vi")]


@pytest.mark.parametrize(("header", "line"), EXAMPLES, ids=[line for _, line in EXAMPLES])
def test_examples_of_fields_are_accepted(header: type[BaseModel], line: str) -> None:
    source = parse(f"---\n{line.strip('`')}\n---\n", "example")
    assert isinstance(source, Header), source
    found = validate(header, source.data, source.lines, "example")
    problems = found if isinstance(found, tuple) else ()
    assert [problem for problem in problems if problem.code != "field.required"] == []


def test_what_a_translation_must_give_itself_is_told() -> None:
    page = HANDBOOK / "tieng-anh.md"
    told = re.search(r"\*\*Không\*\* được lấy sang[^.]*", section(page, "Mục nào được lấy từ bài tiếng Việt"))
    assert told
    own = set(schema.ItemHeader.model_fields) - set(schema.INHERITED) - {"cover"}
    assert set(re.findall(r"`(\w+)`", told[0])) == own


def test_types_and_limits_of_media_are_told() -> None:
    page = HANDBOOK / "anh-va-tep.md"
    table = section(page, "Loại tệp được đăng")
    told = set(re.findall(r"`(\.\w+)`", table))
    assert told == set(TYPES)
    assert f"{MAX_PHOTO_BYTES // 1_000_000} MB" in table
    assert f"{MAX_FILE_BYTES // 1_000_000} MB" in table
    assert f"{MAX_WIDTH} điểm ảnh" in read(page)


def test_the_command_names_pages_that_are_out_of_date_and_mends_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "docs" / "a.md"
    page.parent.mkdir()
    page.write_text("Trước\n\n<!-- generated: fields source vi -->\ncũ\n<!-- end -->\n\nSau\n", encoding="utf-8")
    monkeypatch.setattr(reference, "_DOCS", page.parent)
    assert main(["reference", "--check"]) == 1
    assert "cũ" in read(page)
    assert main(["reference"]) == 0
    assert capsys.readouterr().out == "docs/a.md\n" * 2
    assert "cũ" not in read(page)
    assert "`url`" in read(page)
    assert read(page).startswith("Trước\n")
    assert read(page).endswith("Sau\n")
    assert main(["reference", "--check"]) == 0


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        reference.refreshed("<!-- generated: nonsense vi -->\n<!-- end -->", reference.tables())


def test_cells_cannot_break_a_table() -> None:
    made = reference.table(("A", "B"), [("a|b", "c\nd"), ("`[x]`", "![y](z) *")])
    assert made.splitlines()[2:] == ["| a\\|b | c d |", "| `[x]` | !\\[y](z) \\* |"]


def test_configuration_shown_is_yaml() -> None:
    import yaml

    class Loader(yaml.SafeLoader):
        """Knows MkDocs' tag for environment variables."""

    Loader.add_constructor("!ENV", lambda loader, node: None)
    shown_blocks = [block for page in (README, OPERATION) for block in blocks(page) if block.language == "yaml"]
    assert shown_blocks
    for block in shown_blocks:
        assert isinstance(yaml.load(block.text, Loader), dict), str(block)
