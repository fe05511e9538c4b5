"""Reading with a memory of the last time: less work, the same result."""

from __future__ import annotations

import dataclasses
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.cases import post
from newsportal.content import Content, ContentMemory, load_content
from newsportal.languages import LANGUAGES
from newsportal.model import Item, MediaFile, Problem
from sites import SECTIONS, TAGS
from values import PAPER, PHOTO

VI, EN = "vi/tin-tuc/a.md", "en/tin-tuc/a.md"
MEDIA: Mapping[str, MediaFile] = {file.path: file for file in (PHOTO, PAPER)}
BARE = "---\ntitle: Item\n---\n\nText.\n"
COVER = 'cover: {src: 2026/anh.jpg, alt: "Ảnh"}'
FILE = "attachments: [{file: tep/quyet-dinh.pdf}]"


@dataclasses.dataclass
class Folder:
    """A content folder that is read again and again; `memory` is what the last reading left."""

    root: Path
    media: Mapping[str, MediaFile] = dataclasses.field(default_factory=lambda: MEDIA)
    memory: ContentMemory | None = None

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def read(self) -> Content:
        """The content, which is the same as without a memory."""
        content = load_content(self.root, LANGUAGES, self.media, self.memory)
        assert _result(content) == _result(load_content(self.root, LANGUAGES, self.media))
        self.memory = content.memory
        return content

    def kept(self) -> set[str]:
        """The sources that are taken from the memory, told by being the very same items."""
        former = self.memory.sources if self.memory else {}
        content = self.read()
        items: tuple[Item, ...] = (*content.articles, *content.pages)
        return {item.path for item in items if item.path in former and former[item.path].item is item}


def _result(content: Content) -> Content:
    return dataclasses.replace(content, memory=ContentMemory())


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "nội dung")
    for path, text in SOUND.items():
        made.write(path, text)
    made.read()
    return made


SOUND = {
    "_data/sections.yml": SECTIONS,
    "_data/tags.yml": TAGS,
    VI: post("tags: [nong-nghiep]", COVER, FILE),
    EN: BARE,
    "vi/tin-tuc/b.md": post(),
    "vi/gioi-thieu.md": "---\ntitle: Giới thiệu\nkhac: [1, {a: 2026-01-01}]\n---\n\nLời.\n",
}
ITEMS = {path for path in SOUND if path.endswith(".md")}


def test_nothing_is_read_twice(folder: Folder) -> None:
    assert folder.kept() == ITEMS


def test_a_new_text_is_read(folder: Folder) -> None:
    folder.write("vi/tin-tuc/b.md", post(body="Lời khác."))
    assert folder.kept() == ITEMS - {"vi/tin-tuc/b.md"}


def test_a_new_text_below_the_same_front_matter_leaves_translations_alone(folder: Folder) -> None:
    folder.write(VI, SOUND[VI].replace("Nội", "Mội"))
    assert folder.kept() == ITEMS - {VI}
    assert next(each for each in folder.read().articles if each.path == VI).body.startswith("Mội")


def test_of_a_known_front_matter_nothing_is_understood_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write(VI, SOUND[VI].replace("Nội", "Mội"))
    folder.write("vi/gioi-thieu.md", SOUND["vi/gioi-thieu.md"] + "Thêm.\n")
    expected = _result(load_content(folder.root, LANGUAGES, MEDIA))
    monkeypatch.setattr("newsportal.content.load._read", _refuse_posts)
    assert _result(load_content(folder.root, LANGUAGES, MEDIA, folder.memory)) == expected


def _refuse_posts(files: Sequence[object], *_: object) -> tuple[list[Item], dict[str, bytes], tuple[Problem, ...]]:
    assert not files
    return [], {}, ()


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_a_text_that_was_emptied_is_told(folder: Folder, text: str) -> None:
    head = SOUND["vi/tin-tuc/b.md"].partition("\n---\n")[0] + "\n---\n"
    folder.write("vi/tin-tuc/b.md", head + text)
    assert [problem.code for problem in folder.read().problems] == ["body.empty"]


def test_translations_follow_their_original(folder: Folder) -> None:
    folder.write(VI, post("tags: [khoi-nghiep]"))
    assert folder.kept() == ITEMS - {VI, EN}
    translation = next(article for article in folder.read().articles if article.path == EN)
    assert (translation.tags, translation.cover, translation.attachments) == (("khoi-nghiep",), None, ())


def test_a_new_translation_reads_its_original_once_more(folder: Folder) -> None:
    folder.write("en/tin-tuc/b.md", BARE)
    assert folder.kept() >= ITEMS
    assert "en/tin-tuc/b.md" in {article.path for article in folder.read().articles}, "it has its date from there"


def test_an_original_that_comes_late_is_inherited_from(folder: Folder) -> None:
    folder.write("en/tin-tuc/c.md", post())
    folder.read()
    folder.write("vi/tin-tuc/c.md", post("tags: [nong-nghiep]"))
    folder.read()
    assert next(each for each in folder.read().articles if each.path == "en/tin-tuc/c.md").tags == ("nong-nghiep",)
    (folder.root / "vi/tin-tuc/c.md").unlink()
    folder.read()
    assert next(each for each in folder.read().articles if each.path == "en/tin-tuc/c.md").tags == ()


def test_a_broken_original_stops_its_translation_until_it_is_mended(folder: Folder) -> None:
    folder.write(VI, "---\ntitle: [\n---\n")
    assert {article.path for article in folder.read().articles} == {"vi/tin-tuc/b.md"}
    folder.write(VI, SOUND[VI])
    assert {article.path for article in folder.read().articles} == {VI, EN, "vi/tin-tuc/b.md"}


@pytest.mark.parametrize("name", ["sections", "tags"])
def test_another_vocabulary_reads_everything(folder: Folder, name: str) -> None:
    path = folder.root / f"_data/{name}.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: {vi: ", "title: {vi: Các "), encoding="utf-8")
    assert folder.kept() == set()
    assert folder.kept() == ITEMS


def test_a_renamed_folder_reads_everything(folder: Folder) -> None:
    folder.root = folder.root.rename(folder.root.with_name("content"))
    assert folder.kept() == set()


MEDIA_CHANGES: dict[str, tuple[Mapping[str, MediaFile], set[str]]] = {
    "photo gone": ({PAPER.path: PAPER}, {VI}),
    "file gone": ({PHOTO.path: PHOTO}, {VI}),
    "photo is none": ({**MEDIA, PHOTO.path: MediaFile(PHOTO.path, "application/pdf", 1, "cc")}, {VI}),
    "file is of another kind": ({**MEDIA, PAPER.path: dataclasses.replace(PAPER, type="text/plain")}, set()),
    "more files": ({**MEDIA, "khac.pdf": dataclasses.replace(PAPER, path="khac.pdf")}, set()),
    "only larger": ({**MEDIA, PAPER.path: dataclasses.replace(PAPER, size=2, digest="dd")}, set()),
}


@pytest.mark.parametrize("change", MEDIA_CHANGES)
def test_named_files_come_and_go(folder: Folder, change: str) -> None:
    media, faulty = MEDIA_CHANGES[change]
    folder.media = media
    assert {problem.path.partition("/")[2] for problem in folder.read().problems} == faulty
    folder.media = MEDIA
    assert folder.read().problems == ()


def test_a_file_that_is_no_post_stops_its_translation(folder: Folder) -> None:
    """As any original that cannot be read."""
    folder.write("en/tin-tuc/c.md", post())
    folder.read()
    folder.write("vi/tin-tuc/c.docx", "?")
    assert "en/tin-tuc/c.md" not in {article.path for article in folder.read().articles}


def test_two_originals(folder: Folder) -> None:
    folder.write("vi/tin-tuc/a.markdown", post("tags: [khoi-nghiep]"))
    folder.read()
    folder.write(VI, "---\ntitle: [\n---\n")
    folder.read()
    folder.write(EN, BARE + "Thêm.")
    folder.read()


FAULTS: dict[str, Callable[[Folder], object]] = {
    "warning": lambda folder: folder.write("vi/tin-tuc/b.md", post(body="")),
    "error": lambda folder: folder.write("vi/tin-tuc/b.md", post("tags: [khong-co]")),
    "no post": lambda folder: folder.write("vi/tin-tuc/b.txt", "?"),
    "draft original": lambda folder: folder.write(VI, post("draft: true")),
    "empty": lambda folder: folder.write("vi/tin-tuc/b.md", ""),
    "too large": lambda folder: folder.write("vi/tin-tuc/b.md", post(body="x" * 1_000_001)),
    "no page": lambda folder: folder.write("vi/gioi-thieu.md", "---\nkhac: 1\n---\n"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_problems_are_told_every_time(folder: Folder, fault: str) -> None:
    FAULTS[fault](folder)
    first = folder.read().problems
    assert first
    troubled = {problem.path.partition("/")[2] for problem in first}
    assert folder.kept() == ITEMS - troubled
    assert folder.read().problems == first


SLOTS = (VI, EN, "vi/tin-tuc/a.markdown", "vi/tin-tuc/a.txt", "en/tin-tuc/a.MD", "vi/van-ban/b.md", "en/van-ban/b.md",
         "vi/trang.md", "en/trang.md", "vi/la/c.md")  # fmt: skip
TEXTS = (
    post(), post(COVER), post(FILE, "tags: [nong-nghiep]"), post("draft: true"), post("tags: [khong-co]"), BARE,
    post("updated: 2020-01-01"), "---\ntitle: [\n---\n", post(body=""), post(body="Khác."), BARE + "Thêm.", "",
    post("document: {number: 1/QĐ}", "slug: rieng"),
)  # fmt: skip
VOCABULARIES = (TAGS, TAGS.replace("nong-nghiep", "nong"), TAGS + "- id: nong-nghiep\n", "[")
FOLDERS = st.fixed_dictionaries({}, optional={path: st.sampled_from(TEXTS) for path in SLOTS})
STATES = st.tuples(
    FOLDERS, st.sampled_from(VOCABULARIES), st.sampled_from([media for media, _ in MEDIA_CHANGES.values()])
)


@given(st.lists(STATES, min_size=2, max_size=3))
def test_whatever_changes_the_result_is_that_of_a_first_reading(
    states: list[tuple[dict[str, str], str, Mapping[str, MediaFile]]],
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(Path(place, "content"))
        for files, tags, media in states:
            folder.media = media
            for slot in SLOTS:
                (folder.root / slot).unlink(missing_ok=True)
            for path, text in ({"_data/sections.yml": SECTIONS, "_data/tags.yml": tags} | files).items():
                folder.write(path, text)
            folder.read()


def _opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read from now on."""
    names: list[str] = []
    read = Path.read_bytes

    def noted(path: Path) -> bytes:
        names.append(path.name)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    return names


def test_files_that_lie_as_they_lay_are_not_read(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsportal.content.source._SETTLED_NS", -(10**10))  # as if it had been there for long
    content = load_content(folder.root, LANGUAGES, MEDIA)
    names = _opened(monkeypatch)
    assert _result(load_content(folder.root, LANGUAGES, MEDIA, content.memory)) == _result(content)
    assert "a.md" not in names


def test_a_file_changed_a_moment_ago_is_read_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock may be so coarse that a second change leaves the same time."""
    content = load_content(folder.root, LANGUAGES, MEDIA)
    names = _opened(monkeypatch)
    load_content(folder.root, LANGUAGES, MEDIA, content.memory)
    assert "a.md" in names


@pytest.mark.skipif(os.name == "nt", reason="Windows has no time of change that programs cannot set")
def test_a_change_that_hides_behind_an_old_time_is_seen(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsportal.content.source._SETTLED_NS", -(10**10))
    before, place = folder.read(), folder.root / VI
    facts = place.stat()
    folder.write(VI, SOUND[VI].replace("Nội", "Mội"))
    os.utime(place, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert place.stat().st_size == facts.st_size
    assert folder.read().articles != before.articles
