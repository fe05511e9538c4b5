"""Texts rendered before are taken again, and only while everything that rendering looked at is the same."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from newsportal.bodies import Bodies, RenderedPost, Rendering, render_posts
from newsportal.cache import Store
from newsportal.languages import LANGUAGES
from newsportal.model import MediaFile
from newsportal.render import Body, Post
from render.rendering import DIALECT
from values import MEDIA, PAPER, PHOTO

Links = Mapping[str, str]
LINKS = {"b.md": "/tin-tuc/2026/b/", "nhap.md": ""}
TEXT = "Xem [bài](b.md).\n\n![Ảnh](/media/2026/anh.jpg)\n\n[Tệp](/media/tep/quyet-dinh.pdf)"


@dataclasses.dataclass
class Desk:
    """Renders again and again into one store; `rendered` counts the posts that were worked on."""

    store: Store
    links: Links = dataclasses.field(default_factory=lambda: LINKS)
    media: Mapping[str, MediaFile] = dataclasses.field(default_factory=lambda: MEDIA)
    former: Mapping[str, RenderedPost] = dataclasses.field(default_factory=dict)

    def render(self, posts: Iterable[Post]) -> tuple[Bodies, int]:
        """The bodies, and how many posts had to be rendered."""
        told: list[int] = []
        rendering = Rendering(DIALECT, self.media, lambda link, path: self.links.get(link))
        bodies, self.former = render_posts(posts, rendering, self.former, self.store, told.append)
        assert sum(told) == len(bodies)
        return bodies, sum(told[1:])

    def work(self, posts: Iterable[Post]) -> int:
        """How many posts had to be rendered; the result is that of a desk that has never seen one."""
        posts = tuple(posts)
        bodies, count = self.render(posts)
        fresh, _ = Desk(Store(self.store.file.parent / "fresh"), self.links, self.media).render(posts)
        assert dict(bodies) == dict(fresh)
        return count


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Store(tmp_path))


def post(text: str = TEXT, name: str = "a", language: int = 0, line: int = 5) -> Post:
    path = f"vi/tin-tuc/2026/{name}.md"
    return Post(path, f"content/{path}", LANGUAGES[language], text.encode(), line)


def test_nothing_is_rendered_twice(desk: Desk) -> None:
    assert desk.work([post()]) == 1
    assert desk.work([post()]) == 0


CHANGES: dict[str, Callable[[Desk, Post], Post]] = {
    "text": lambda desk, one: dataclasses.replace(one, text=one.text + " Thêm.".encode()),
    "line": lambda desk, one: dataclasses.replace(one, line=6),
    "language": lambda desk, one: dataclasses.replace(one, language=LANGUAGES[1]),
    "name of the folder": lambda desk, one: dataclasses.replace(one, shown="noi-dung/a.md"),
    "linked item has moved": lambda desk, one: _with(desk, one, links={"b.md": "/thong-bao/2026/b/"}),
    "linked item is a draft": lambda desk, one: _with(desk, one, links={"b.md": ""}),
    "linked item is gone": lambda desk, one: _with(desk, one, links={}),
    "photo has another size": lambda desk, one: _with(
        desk, one, media={**MEDIA, PHOTO.path: dataclasses.replace(PHOTO, width=800)}
    ),
    "photo is gone": lambda desk, one: _with(desk, one, media={PAPER.path: PAPER}),
    "file is larger": lambda desk, one: _with(
        desk, one, media={**MEDIA, PAPER.path: dataclasses.replace(PAPER, size=99_000_000)}
    ),
}


def _with(desk: Desk, one: Post, **changes: object) -> Post:
    for name, value in changes.items():
        setattr(desk, name, value)
    return one


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_is_rendered_again(desk: Desk, change: str) -> None:
    desk.work([post(), post("Không liên quan.", "c")])
    edited = CHANGES[change](desk, post())
    assert desk.work([edited, post("Không liên quan.", "c")]) == 1


def test_what_the_post_does_not_ask_for_does_not_matter(desk: Desk) -> None:
    desk.work([post()])
    desk.links = {**LINKS, "c.md": "/c/", "nhap.md": "/nhap/"}
    desk.media = {**MEDIA, "khac.pdf": dataclasses.replace(PAPER, path="khac.pdf")}
    assert desk.work([post()]) == 0


@pytest.mark.parametrize("text", ["[Bài](khong-co.md)", "![Ảnh](/media/khong-co.png)", "<script>x</script>"])
def test_posts_with_problems_are_never_remembered(desk: Desk, text: str) -> None:
    for _ in range(2):
        assert desk.work([post(text), post("Tốt.", "c")]) >= 1
        assert desk.former[post().path].problems
        assert not desk.former[post("", "c").path].problems
    assert desk.work([post(text), post("Tốt.", "c")]) == 1


def test_what_was_missing_and_comes_is_seen(desk: Desk) -> None:
    desk.render([post("[Bài](c.md)")])
    desk.links = {"c.md": "/tin-tuc/2026/c/"}
    after, count = desk.render([post("[Bài](c.md)")])
    assert count == 1
    assert "/tin-tuc/2026/c/" in after[post().path].html
    assert not desk.former[post().path].problems


def test_what_the_store_has_lost_is_rendered_again(desk: Desk) -> None:
    desk.work([post(), post("Khác.", "c")])
    _delete(desk.store, desk.former[post().path].outline.mark)
    assert desk.work([post(), post("Khác.", "c")]) == 1


def test_what_the_store_loses_while_it_is_needed(desk: Desk) -> None:
    bodies, _ = desk.render([post(), post("Khác.", "c")])
    expected = bodies[post().path]
    assert bodies[post("", "c").path].text == "Khác.", "so that the first is not at hand any more"
    _delete(desk.store, desk.former[post().path].outline.mark)
    assert bodies[post().path] == expected


def _delete(store: Store, mark: bytes) -> None:
    store.close()
    with sqlite3.connect(store.file) as database:
        assert database.execute("DELETE FROM contents WHERE mark = ?", (mark,)).rowcount == 1
    database.close()


def test_without_a_store_the_bodies_are_there_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    desk = Desk(Store(tmp_path / "file" / "cache"))
    for _ in range(2):
        bodies, count = desk.render([post()])
        assert count == 1
        assert "anh-320.webp" in bodies[post().path].html


def test_bodies_are_those_of_the_posts_asked_for(desk: Desk) -> None:
    desk.render([post(), post("Khác.", "c")])
    bodies, _ = desk.render([post("Khác.", "c")])
    assert (list(bodies), len(bodies)) == ([post("", "c").path], 1)
    assert bodies.get(post().path, Body()) == Body()
    assert set(desk.former) == {post("", "c").path}


def test_forked_or_not_the_bodies_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enough posts for several chunks, so that one renderer sees other neighbours."""
    posts = [post(f"# Phần {number}\n\nChú thích[^1].\n\n[^1]: Số {number}.", f"bai-{number}") for number in range(60)]
    forked, _ = Desk(Store(tmp_path / "a")).render(posts)
    monkeypatch.setattr("newsportal.cache.parallel.may_fork", lambda: False)
    plain, _ = Desk(Store(tmp_path / "b")).render(posts)
    assert dict(forked) == dict(plain)
    assert len({re.sub(r"\d+", "", body.text) for body in plain.values()}) == 1
