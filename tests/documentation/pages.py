"""README and docs as data: pages, their code, links and headings."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sites import REPOSITORY

DOCS = REPOSITORY / "docs"
README = REPOSITORY / "README.md"
HANDBOOK = DOCS / "bien-tap"
PAGES = (README, REPOSITORY / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))

_FENCED = re.compile(
    r"^(?:<!-- (?P<comment>[^\n]+?) -->\n)?(?P<indent> *)```(?P<language>\w*)\n(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: its first line there, the comment right above it, its language and its text."""

    page: Path
    line: int
    comment: str
    language: str
    text: str

    def __str__(self) -> str:
        return f"{shown(self.page)}:{self.line}"

    def marked(self, kind: str) -> str:
        """What a comment `KIND: …` says; empty when it is another one."""
        head, _, value = self.comment.partition(": ")
        return value if head == kind else ""


def shown(page: Path) -> str:
    """A page's path from the repository."""
    return page.relative_to(REPOSITORY).as_posix()


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page."""
    text = read(page)
    for found in _FENCED.finditer(text):
        line = text.count("\n", 0, found.start("text"))
        yield Block(page, line, found["comment"] or "", found["language"], textwrap.dedent(found["text"]))


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCED.sub("", read(page))


def spans(page: Path) -> Iterator[str]:
    """Code within sentences and tables."""
    yield from _SPAN.findall(prose(page))


def links(page: Path) -> Iterator[str]:
    """Links to other places of the repository, anchors included."""
    text = _SPAN.sub("", prose(page))
    yield from (link for link in _LINK.findall(text) if "://" not in link and not link.startswith("mailto:"))


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub and GitLab give the headings of a page."""
    headings = _HEADING.findall(prose(page))
    return {_NOT_IN_ANCHORS.sub("", heading.lower()).replace(" ", "-") for heading in headings}


def section(page: Path, heading: str) -> str:
    """The text below a heading of the second level."""
    _, _, rest = read(page).partition(f"\n## {heading}\n")
    assert rest, f"{shown(page)} has no part {heading!r}"
    return rest.partition("\n## ")[0]
