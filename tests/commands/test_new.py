"""New items: always valid, never over another file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.fakes import make_portal
from newsportal.content.load import load_content
from newsportal.content.new import NotAnItem, UnknownSection, write_item, write_translation
from newsportal.languages import LANGUAGES
from newsportal.model import Article
from newsportal.text import ZONE, clean_line

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]
NOW = dt.datetime(2026, 11, 22, 10, 0, 30, tzinfo=ZONE)


def written(content: Path, path: Path) -> Article:
    """The article the portal reads from a new file once it has text."""
    with path.open("a", encoding="utf-8") as file:
        file.write("Nội dung.\n")
    loaded = load_content(content, LANGUAGES, {})
    shown = path.relative_to(content).as_posix()
    assert [problem for problem in loaded.problems if problem.path.endswith(shown)] == []
    return next(article for article in loaded.articles if article.path == shown)


@pytest.fixture
def content(portal: Path) -> Path:
    return portal / "content"


def test_front_matter_keeps_the_order_of_the_reference(content: Path) -> None:
    path = write_item(content, "thong-bao", "Lịch nghỉ Tết", "vi", None, NOW)
    assert path == content / "vi/thong-bao/2026/lich-nghi-tet.md"
    assert path.read_bytes().decode() == (
        "---\ntitle: Lịch nghỉ Tết\ndate: 2026-11-22 10:00\nsummary:\ntags: []\nid: 20261122-lich-nghi-tet\n---\n\n"
    )


@pytest.mark.parametrize(
    "title",
    [
        'Họp báo: "quý IV" – 100% & #1',
        "🎉 Chào mừng",
        "12:30",
        "012",
        "yes",
        "2026-03-16",
        "- gạch đầu dòng",
        "'nháy đơn'",
        "[ngoặc] {nhọn}",
        "@ai & *sao*",
        "x" * 400,
        "漢字",
    ],
)
def test_any_title_is_read_back_as_it_was_given(title: str, content: Path) -> None:
    article = written(content, write_item(content, "thong-bao", title, "vi", None, NOW))
    assert article.title == title
    assert article.permanent_id == f"20261122-{article.slug}"
    assert article.published == NOW.replace(second=0)


@given(title=st.text(min_size=1, max_size=60).filter(lambda text: bool(clean_line(text))))
def test_no_title_makes_invalid_front_matter(title: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    content = make_portal(tmp_path_factory.mktemp("new")) / "content"
    assert written(content, write_item(content, "thong-bao", title, "vi", None, NOW)).title == clean_line(title)


def test_nothing_is_overwritten_and_ids_stay_apart(content: Path) -> None:
    paths = [write_item(content, section, "Một", "vi", None, NOW) for section in ("thong-bao", "thong-bao", "van-ban")]
    assert [path.name for path in paths] == ["mot.md", "mot-2.md", "mot-3.md"]
    assert len({written(content, path).permanent_id for path in paths}) == 3


def test_the_year_is_that_of_publication(content: Path) -> None:
    path = write_item(content, "thong-bao", "Cũ", "vi", dt.date(2024, 1, 2), NOW)
    assert path.parent.name == "2024"
    assert written(content, path).date == dt.date(2024, 1, 2)


def test_a_moment_elsewhere_is_written_in_vietnamese_time(content: Path) -> None:
    late = dt.datetime(2025, 12, 31, 20, 0, tzinfo=dt.UTC)
    path = write_item(content, "thong-bao", "Giao thừa", "vi", late, NOW)
    assert path.parent.name == "2026"
    assert "date: 2026-01-01 03:00\n" in path.read_text(encoding="utf-8")


def test_documents_sections_get_a_record(content: Path) -> None:
    article = written(content, write_item(content, "van-ban", "Quyết định", "vi", dt.date(2026, 3, 16), NOW))
    assert article.document is not None


def test_an_english_item_at_the_path_of_a_vietnamese_one_says_only_what_differs(content: Path) -> None:
    original = write_item(content, "thong-bao", "Hội thảo AI", "vi", None, NOW)
    path = write_item(content, "thong-bao", "Hoi thao AI", "en", None, NOW)
    assert path.name == original.name
    assert path.read_text(encoding="utf-8") == "---\ntitle: Hoi thao AI\nsummary:\n---\n\n"
    written(content, original)
    assert written(content, path).published == NOW.replace(second=0)


def test_a_translation_is_written_beside_its_original(content: Path) -> None:
    original = write_item(content, "thong-bao", "Lịch nghỉ", "vi", None, NOW)
    path = write_translation(content, original, "Holidays", "en")
    assert path == content / "en/thong-bao/2026/lich-nghi.md"
    assert path.read_text(encoding="utf-8") == "---\ntitle: Holidays\nsummary:\nslug: holidays\n---\n\n"
    with pytest.raises(FileExistsError):
        write_translation(content, original, "Holidays", "en")


def test_only_items_are_translated(content: Path) -> None:
    with pytest.raises(NotAnItem):
        write_translation(content, content / "_data/sections.yml", "Sections", "en")


def test_an_unknown_section_tells_the_nearest(content: Path) -> None:
    with pytest.raises(UnknownSection) as caught:
        write_item(content, "thongbao", "x", "vi", None, NOW)
    assert caught.value.nearest == "thong-bao"


def test_the_command_prints_the_path_from_here(run: Run, capsys: Captured, portal: Path) -> None:
    assert run("new", "--section", "thong-bao", "--title", "Lịch nghỉ", "--date", "2026-03-16 08:30") == 0
    path = Path(capsys.readouterr().out.strip())
    assert path == Path("content/vi/thong-bao/2026/lich-nghi.md")
    assert (portal / path).is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--section", "thong-bap", "--title", "x"), "thong-bao"),
        (("--section", "thong-bao", "--title", "x", "--lang", "fr"), "vi, en"),
        (("--section", "thong-bao", "--title", "x", "--date", "16/3/2026"), "2026-03-16"),
        (("--of", "mkdocs.yml", "--title", "x", "--lang", "en"), "mkdocs.yml"),
    ],
)
def test_what_is_wrong_is_told_with_what_would_be_right(
    arguments: tuple[str, ...], told: str, run: Run, capsys: Captured
) -> None:
    assert run("new", *arguments) == 2
    assert told in capsys.readouterr().err


def test_a_translation_that_exists_is_not_written_again(run: Run, portal: Path, capsys: Captured) -> None:
    original = write_item(portal / "content", "thong-bao", "Lịch nghỉ", "vi", None, NOW)
    arguments = ("new", "--of", str(original), "--title", "Holidays", "--lang", "en")
    assert run(*arguments) == 0
    assert run(*arguments) == 1
    assert "is there already" in capsys.readouterr().err
