"""Changes are made to the right files, each to another item, and are told apart on the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from building.edits import BODY, DELETED, KINDS, NEW, TAG, TEMPLATE, TITLE, UNCHANGED, Author, Sign
from common.errors import BenchError

ITEM = '---\ntitle: "Tin số {0}"\ndate: 2020-01-0{0}\n---\n\nNội dung.\n'
TAGS = '- id: nong-nghiep\n  title: {vi: "Nông nghiệp", en: "Agriculture"}\n'


@pytest.fixture
def author(tmp_path: Path) -> Author:
    content, theme = tmp_path / "content", tmp_path / "theme"
    for number in range(1, 5):
        for language in ("vi", "en"):
            path = content / language / "tin-tuc" / "2020" / f"tin-{number}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(ITEM.format(number), encoding="utf-8")
    for path, text in ((content / "_data" / "tags.yml", TAGS), (theme / "base.html", "<body>\n</body>\n")):
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    return Author(content, theme, seed=1)


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def changed(author: Author, kind: str) -> tuple[Sign | None, set[str]]:
    """Where the change will show, and the files that are not as they were."""
    root = author.content.parent
    before = written(root)
    sign = author.change(kind)
    return sign, {path for path, _ in before.items() ^ written(root).items()}


@pytest.mark.parametrize(("kind", "count"), [(UNCHANGED, 0), (BODY, 1), (TITLE, 1), (NEW, 1), (DELETED, 2), (TAG, 1)])
def test_a_change_touches_what_it_says(author: Author, kind: str, count: int) -> None:
    sign, paths = changed(author, kind)
    assert len(paths) == count
    assert (sign is None) == (kind == UNCHANGED)
    assert all(path.startswith("content/") for path in paths)


def test_only_the_template_of_all_pages_is_changed(author: Author) -> None:
    sign, paths = changed(author, TEMPLATE)
    assert paths == {"theme/base.html"}
    assert sign is not None
    assert sign.text in written(author.content.parent)["theme/base.html"]


def test_each_change_is_another_one(author: Author) -> None:
    signs = [author.change(BODY) for _ in range(4)]
    assert len({sign.pattern for sign in signs if sign}) == len({sign.text for sign in signs if sign}) == 4


def test_what_was_deleted_is_not_changed_again(author: Author) -> None:
    for kind in (DELETED, TITLE, DELETED, TITLE, DELETED, BODY, DELETED):
        author.change(kind)
    with pytest.raises(BenchError, match="no items"):
        author.change(DELETED)


def test_a_new_item_is_of_yesterday_and_has_a_title_of_its_own(author: Author) -> None:
    _, [path] = changed(author, NEW)
    text = written(author.content.parent)[path]
    assert "2020-01" not in text
    assert "bench00001x" in text


def test_a_rival_s_templates_stay_as_they_are(author: Author) -> None:
    author.theme = None
    with pytest.raises(BenchError, match="no templates"):
        author.change(TEMPLATE)


def test_signs_are_looked_for(tmp_path: Path) -> None:
    page = tmp_path / "tin" / "2020" / "mot" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>bench1x</p>", encoding="utf-8")
    pattern = "*/*/mot/index.html"
    assert Sign(pattern, "bench1x").missing(tmp_path) == ""
    assert "does not have" in Sign(pattern, "bench2x").missing(tmp_path)
    assert "still there" in Sign(pattern, "").missing(tmp_path)
    page.unlink()
    assert Sign(pattern, "").missing(tmp_path) == ""
    assert "0 pages" in Sign(pattern, "bench1x").missing(tmp_path)


def test_every_kind_is_known(author: Author) -> None:
    assert [kind for kind in KINDS if author.change(kind) is None] == [UNCHANGED]
