"""The text of every post, rendered on all cores, and only where something it depends on is new."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from newsportal.cache import Store, chunked, in_parallel
from newsportal.model import Markdown, MediaFile, Problem
from newsportal.outputs import Output, mark_of, pickled
from newsportal.render import Body, Cited, LinkResolver, Outline, Post, outline_of

if TYPE_CHECKING:
    from newsportal.render.body import BodyRenderer

_CHUNK = 24
"""Posts that a worker is given at a time."""

_MANY = 12
"""Posts from which on the grammar of harmless HTML pays."""

_FEW = 5000
"""Posts up to which new bodies are held in memory besides being stored: their pages are about to ask for them."""

Media = Mapping[str, MediaFile]
Done = Callable[[int], None]
"""Told how many posts have been rendered since the last call."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """How posts are rendered: the dialect, the media there are, where links between sources lead, and whether citations
    are looked for."""

    dialect: Markdown
    media: Media
    resolve: LinkResolver
    cites: bool = True

    def renderer(self, many: bool = False) -> BodyRenderer:
        """One for a process of its own, and for many posts or a few. It loads libraries that few builds need."""
        from newsportal.render.body import BodyRenderer  # noqa: PLC0415

        return BodyRenderer(self.dialect, self.media, self.resolve, many, self.cites)

    def citations(self, html: str) -> tuple[Cited, ...]:
        """Those in HTML that was not rendered here."""
        from newsportal.render.citing import cited_in  # noqa: PLC0415

        return cited_in(html)


@dataclass(frozen=True)
class RenderedPost:
    """A post's findings, with all they depended on besides the dialect: the post itself, where its links lead, and
    the files it asked for."""

    post: bytes
    links: tuple[tuple[str, str | None], ...]
    media: tuple[tuple[str, MediaFile | None], ...]
    outline: Outline
    problems: tuple[Problem, ...]

    def holds(self, post: Post, rendering: Rendering) -> bool:
        """Whether rendering the post now would find the same."""
        return (
            not self.problems
            and self.post == _mark_of(post)
            and all(rendering.media.get(path) == found for path, found in self.media)
            and all(rendering.resolve(link, post.path) == target for link, target in self.links)
        )


class Bodies(Mapping[str, Body]):
    """Bodies by source path, fetched when they are asked for."""

    def __init__(self, posts: Mapping[str, Post], outputs: Mapping[str, Output], rendering: Rendering) -> None:
        self._posts, self._outputs, self._rendering = posts, outputs, rendering
        self._last = "", Body()

    def __getitem__(self, path: str) -> Body:
        if self._last[0] != path:  # a page asks for its text more than once, and no other page does
            self._last = path, self._fetched(path)
        return self._last[1]

    def _fetched(self, path: str) -> Body:
        output = self._outputs[path]
        try:
            body: Body = pickle.loads(output.read())
        except OSError:  # the store has lost it since
            body = self._rendering.renderer().render(self._posts[path]).body
        return body

    def __iter__(self) -> Iterator[str]:
        return iter(self._outputs)

    def __len__(self) -> int:
        return len(self._outputs)


def render_posts(
    posts: Iterable[Post], rendering: Rendering, former: Mapping[str, RenderedPost], store: Store, done: Done
) -> tuple[Bodies, Mapping[str, RenderedPost]]:
    """All bodies, and the findings by path, which are the next call's `former`.

    What is in `former` must have been made with the same dialect by the same program.
    """
    by_path = {post.path: post for post in posts}
    stored = store.known() if former else frozenset()
    found = {
        path: former[path]
        for path, post in by_path.items()
        if path in former and former[path].outline.mark in stored and former[path].holds(post, rendering)
    }
    outputs = {
        path: Output(entry.outline.mark, partial(store.fetch, entry.outline.mark)) for path, entry in found.items()
    }
    done(len(found))
    waiting = [post for path, post in by_path.items() if path not in found]
    chunks = chunked(waiting, _CHUNK)
    for place, made in in_parallel(_Tracer(rendering, len(waiting)).render, chunks) if chunks else ():
        kept = store.keep((content for content, _ in made), at_hand=len(waiting) <= _FEW)
        for post, output, (_, entry) in zip(chunks[place], kept, made, strict=True):
            outputs[post.path] = output
            found[post.path] = entry
        done(len(made))
    return Bodies(by_path, outputs, rendering), {path: found[path] for path in by_path}


class _Tracer:
    """Renders some `number` of posts and notes what each of them asked for."""

    def __init__(self, rendering: Rendering, number: int) -> None:
        self._links: dict[str, str | None] = {}
        self._media = _TracedMedia(rendering.media)
        self._resolve = rendering.resolve
        self._renderer = replace(rendering, media=self._media, resolve=self._follow).renderer(number >= _MANY)

    def _follow(self, link: str, path: str) -> str | None:
        self._links[link] = found = self._resolve(link, path)
        return found

    def render(self, posts: Sequence[Post]) -> list[tuple[bytes, RenderedPost]]:
        """(pickled body, findings) of each post."""
        return [self._rendered(post) for post in posts]

    def _rendered(self, post: Post) -> tuple[bytes, RenderedPost]:
        self._links.clear()
        self._media.asked.clear()
        rendered = self._renderer.render(post)
        content = pickled(rendered.body)
        outline = outline_of(rendered.body, mark_of(content))
        links, media = tuple(self._links.items()), tuple(self._media.asked.items())
        return content, RenderedPost(_mark_of(post), links, media, outline, rendered.problems)


class _TracedMedia(Mapping[str, MediaFile]):
    """The media, with a note of what was asked for. Only what has faults goes through all of them, for a hint."""

    def __init__(self, media: Media) -> None:
        self._all = media
        self.asked: dict[str, MediaFile | None] = {}

    def __getitem__(self, path: str) -> MediaFile:
        self.asked[path] = found = self._all.get(path)
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def _mark_of(post: Post) -> bytes:
    """What a post is, but for its place in the file, which shows only in problems. Languages hold code, which the
    program's mark tells of."""
    kind = b"document" if post.is_document else b""
    if post.mark:
        return post.mark + kind
    parts = "\0".join((post.path, post.shown, post.language.code, str(post.line)))
    return kind + mark_of(parts.encode("utf-8", "surrogatepass") + b"\0" + post.text)
