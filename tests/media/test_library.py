"""The media folder as a whole."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import pytest

from media.pictures import SETTINGS, animation, encoded, opened, phone_photo, published, put, scene
from newsportal.languages.problems import describe
from newsportal.media import MediaCache, files_of, read, scan
from newsportal.model import MediaFile, Picture, Problem


def _codes(problems: tuple[Problem, ...]) -> list[tuple[str, str, dict[str, str]]]:
    for problem in problems:
        assert (problem.line, problem.field) == (1, "file")
        for language in ("vi", "en"):
            assert "{" not in describe(problem, language)
    return [(problem.path, problem.code, dict(problem.values)) for problem in problems]


def test_no_media_folder(tmp_path: Path, cache: MediaCache) -> None:
    assert scan(tmp_path / "content" / "media", SETTINGS, cache) == ({}, ())
    assert not cache.folder.exists()


def test_attachments_are_listed_as_they_are(root: Path, cache: MediaCache) -> None:
    put(root, "2026/Báo cáo.PDF", b"%PDF")
    put(root, "a.csv", b"")
    files, problems = scan(root, SETTINGS, cache)
    assert (list(files), problems) == (["2026/Báo cáo.PDF", "a.csv"], ())
    report = files["2026/Báo cáo.PDF"]
    assert (report.type, report.size, report.address) == ("application/pdf", 4, f"/media/2026/{quote('Báo cáo.PDF')}")
    assert report.digest == hashlib.sha256(b"%PDF").hexdigest()
    assert files_of(report) == (report.address,)
    assert read(report, report.address, root, cache, SETTINGS) == root / "2026" / "Báo cáo.PDF"
    with pytest.raises(KeyError):
        read(report, "/media/a.csv", root, cache, SETTINGS)


def test_what_systems_leave_behind_is_ignored(root: Path, cache: MediaCache) -> None:
    for name in ("Thumbs.db", ".DS_Store", "~$baocao.docx", ".git/x.pdf", "desktop.ini"):
        put(root, name, b"x")
    assert scan(root, SETTINGS, cache) == ({}, ())


@pytest.mark.parametrize(("name", "shown"), [("a.exe", ".exe"), ("b.HTML", ".html"), ("c", "c"), ("d.heic", ".heic")])
def test_other_types_are_problems(root: Path, cache: MediaCache, name: str, shown: str) -> None:
    put(root, name, b"x")
    files, problems = scan(root, SETTINGS, cache)
    assert (files, _codes(problems)) == ({}, [(f"content/media/{name}", "media.type", {"type": shown})])


@pytest.mark.parametrize("data", [b"no picture", b"", b"\xff\xd8\xff\xe0", phone_photo(300, 200)[:-2000]])
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "gif", "avif", "svg"])
def test_damaged_pictures_are_problems(root: Path, cache: MediaCache, data: bytes, suffix: str) -> None:
    put(root, f"a.{suffix}", data)
    files, problems = scan(root, SETTINGS, cache)
    assert (files, _codes(problems)) == ({}, [(f"content/media/a.{suffix}", "media.not_image", {})])


def test_picture_of_another_kind_than_its_name_is_a_problem(root: Path, cache: MediaCache) -> None:
    data = encoded(scene(60, 40), "PNG")
    put(root, "a.jpg", data)
    put(root, "b.png", data)
    files, problems = scan(root, SETTINGS, cache)
    assert (list(files), _codes(problems)) == (["b.png"], [("content/media/a.jpg", "media.not_image", {})])


@pytest.mark.parametrize(("name", "limit"), [("a.jpg", 40), ("a.svg", 40), ("a.pdf", 200)])
def test_large_files_are_not_read(root: Path, cache: MediaCache, name: str, limit: int) -> None:
    with put(root, name, b"").open("r+b") as file:
        file.truncate(limit * 1_000_000 + 1)
    files, problems = scan(root, SETTINGS, cache)
    values = {"size": f"{limit + 1} MB", "limit": f"{limit} MB"}
    assert (files, _codes(problems)) == ({}, [(f"content/media/{name}", "media.too_large", values)])


def test_decomposed_names_are_published_composed(root: Path, cache: MediaCache) -> None:
    name = unicodedata.normalize("NFD", "Hội nghị/Đồng Tháp.jpg")
    put(root, name, phone_photo(400, 300))
    files, problems = scan(root, SETTINGS, cache)
    assert (list(files), problems) == (["Hội nghị/Đồng Tháp.jpg"], ())
    assert len(published(files["Hội nghị/Đồng Tháp.jpg"], root, cache)) == 2


def test_spaces_that_references_cannot_tell_are_made_one(root: Path, cache: MediaCache) -> None:
    put(root, "Báo  cáo\u00a0 năm.txt", b"x")
    files, problems = scan(root, SETTINGS, cache)
    assert (list(files), problems) == (["Báo cáo năm.txt"], ())
    (media,) = files.values()
    assert published(media, root, cache) == {f"/media/{quote('Báo cáo năm.txt')}": b"x"}


def test_names_that_no_reference_reaches(root: Path, cache: MediaCache) -> None:
    put(root, "a\\b.txt", b"x")
    _, problems = scan(root, SETTINGS, cache)
    assert _codes(problems) == [("content/media/a\\b.txt", "file.name", {})]


def test_name_that_is_no_unicode(root: Path, cache: MediaCache) -> None:
    try:
        put(root, os.fsdecode(b"caf\xe9.txt"), b"x")
    except OSError:
        pytest.skip("this disk takes Unicode names only")
    files, problems = scan(root, SETTINGS, cache)
    assert (list(files), problems) == (["caf.txt"], ())
    assert published(files["caf.txt"], root, cache) == {"/media/caf.txt": b"x"}


@pytest.mark.parametrize(
    ("names", "clashing", "other"),
    [
        (["A.jpg", "a.JPG"], "a.JPG", "A.jpg"),
        (["Đề.txt", "đề.txt"], "đề.txt", "Đề.txt"),
        (["ế.txt", unicodedata.normalize("NFD", "ế.txt")], "ế.txt", "ế.txt"),
    ],
)
def test_addresses_that_clash(root: Path, cache: MediaCache, names: list[str], clashing: str, other: str) -> None:
    for name in names:
        put(root, name, encoded(scene(20, 20), "JPEG"))
    if len(list(root.iterdir())) < 2:
        pytest.skip("this disk cannot hold both")
    _, problems = scan(root, SETTINGS, cache)
    assert _codes(problems) == [(f"content/media/{clashing}", "media.name", {"other": other})]


def test_links_may_not_leave(root: Path, cache: MediaCache, tmp_path: Path) -> None:
    secret = put(tmp_path, "secret.txt", b"secret")
    put(root, "a.txt", b"x")
    (root / "b.txt").symlink_to(root / "a.txt")
    (root / "c.txt").symlink_to(secret)
    (root / "d").symlink_to(tmp_path)
    (root / "e.txt").symlink_to(root / "gone.txt")
    files, problems = scan(root, SETTINGS, cache)
    assert list(files) == ["a.txt", "b.txt"]
    assert [(path, code) for path, code, _ in _codes(problems)] == [
        ("content/media/c.txt", "file.symlink"),
        ("content/media/d", "file.symlink"),
        ("content/media/e.txt", "file.unreadable"),
    ]


def test_pipes_are_not_waited_for(root: Path, cache: MediaCache) -> None:
    os.mkfifo(root / "a.txt")
    _, problems = scan(root, SETTINGS, cache)
    assert [code for _, code, _ in _codes(problems)] == ["file.unreadable"]


def test_unreadable_file_is_a_problem(root: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "a.txt", b"x")

    real_open = Path.open

    def refuse(path: Path, mode: str = "r") -> IO[Any]:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real_open(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    _, problems = scan(root, SETTINGS, cache)
    assert _codes(problems) == [("content/media/a.txt", "file.unreadable", {"detail": "Permission denied"})]


def test_order_of_everything_is_fixed(root: Path, cache: MediaCache) -> None:
    for name in ("z.txt", "a/z.txt", "B.txt", "x.exe", "a/b.exe", "ê.txt"):
        put(root, name, b"x")
    files, problems = scan(root, SETTINGS, cache)
    assert list(files) == ["B.txt", "a/z.txt", "z.txt", "ê.txt"]
    assert [problem.path for problem in problems] == ["content/media/a/b.exe", "content/media/x.exe"]


def test_sizes_are_those_of_published_files(root: Path, cache: MediaCache) -> None:
    put(root, "a.jpg", phone_photo(700, 500))
    put(root, "b.png", encoded(scene(300, 200), "PNG"))
    put(root, "c.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"/>')
    put(root, "d.gif", animation("GIF"))
    put(root, "e.pdf", b"%PDF")
    files, problems = scan(root, SETTINGS, cache)
    assert problems == ()
    for media in files.values():
        original = published(media, root, cache)[media.address]
        assert len(original) == media.size
        if isinstance(media, Picture) and media.type != "image/svg+xml":
            assert opened(original).size == (media.width, media.height)


def test_media_of_a_scan_cannot_be_changed(root: Path, cache: MediaCache) -> None:
    put(root, "a.txt", b"x")
    files, _ = scan(root, SETTINGS, cache)
    with pytest.raises(TypeError):
        files["b"] = MediaFile("b", "", 0, "")  # type: ignore[index]
