"""Rendering one post, for tests."""

from __future__ import annotations

from collections.abc import Callable

from newsportal.languages import LANGUAGES
from newsportal.model import Markdown
from newsportal.render import Post, Rendered
from newsportal.render.body import BodyRenderer
from values import MEDIA

DIALECT = Markdown(("toc", "tables", "fenced_code", "abbr", "attr_list", "def_list", "footnotes", "sane_lists"))
"""The extensions of the repository's `mkdocs.yml` with those that MkDocs adds."""

PATH = "vi/tin-tuc/2026/a.md"

_KNOWN = {"vi/tin-tuc/2026/b.md": "/tin-tuc/2026/b/", "vi/tin-tuc/2026/nhap.md": ""}


def resolve(link: str, path: str) -> str | None:
    """Knows two posts beside the one rendered: `b.md`, and the draft `nhap.md`."""
    target, mark, fragment = link.partition("#")
    found = _KNOWN.get(f"vi/tin-tuc/2026/{target}")
    return found + mark + fragment if found else found


def renderer(resolver: Callable[[str, str], str | None] = resolve) -> BodyRenderer:
    """A fresh renderer."""
    return BodyRenderer(DIALECT, MEDIA, resolver)


def post(markdown: str, language: str = "vi", line: int = 1) -> Post:
    """A post with this text."""
    chosen = {each.code: each for each in LANGUAGES}[language]
    return Post(PATH, f"content/{PATH}", chosen, markdown.encode(), line)


def render(markdown: str, language: str = "vi", line: int = 1) -> Rendered:
    """A post's text rendered on its own."""
    return renderer().render(post(markdown, language, line))


def html(markdown: str, language: str = "vi") -> str:
    """The HTML of a text without faults, line ends between elements left out."""
    rendered = render(markdown, language)
    assert rendered.problems == ()
    return rendered.body.html.replace(">\n", ">").replace("\n<", "<")
