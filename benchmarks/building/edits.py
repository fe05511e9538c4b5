"""Changes as editors make them, each on another item than the last, and how to tell that a site shows them."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from common.errors import BenchError

UNCHANGED, BODY, TITLE, NEW, DELETED, TEMPLATE, TAG = "unchanged", "body", "title", "new", "deleted", "template", "tag"
KINDS = (UNCHANGED, BODY, TITLE, NEW, DELETED, TEMPLATE, TAG)
LAUNCHER = "launcher"
"""No change either, but by way of the launcher in `scripts/`."""
PREVIEWED = (BODY, TITLE, TEMPLATE)

_TITLE = re.compile(r'^title: "(.*)"$', re.MULTILINE)
_DATE = re.compile(r"^date: .*$", re.MULTILINE)
_TAG = re.compile(r'^- id: ([\w-]+)\n  title: \{vi: "([^"]*)"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sign:
    """Where a change shows: `text` is on the one page that `pattern` finds; without a text, no such page is left."""

    pattern: str
    text: str

    def missing(self, site: Path) -> str:
        """What is wrong with a site; empty when it shows the change."""
        pages = list(site.glob(self.pattern))
        if not self.text:
            return f"{pages[0]} is still there" if pages else ""
        if len(pages) != 1:
            return f"there are {len(pages)} pages {self.pattern}"
        return "" if self.text in pages[0].read_text(encoding="utf-8") else f"{pages[0]} does not have {self.text}"


@dataclass
class Author:
    """Changes the Vietnamese items below `content`, and the templates in `theme`, where there is one."""

    content: Path
    theme: Path | None
    seed: int
    items: deque[Path] = field(default_factory=deque)
    changes: int = 0

    def __post_init__(self) -> None:
        items = sorted(self.content.glob("vi/**/tin-*.md"))
        self.items = deque(random.Random(self.seed).sample(items, len(items)))

    def change(self, kind: str) -> Sign | None:
        """Makes a change of a kind; None for none at all."""
        self.changes += 1
        word = f"bench{self.changes:05}x"
        make = {
            BODY: self._edit_body, TITLE: self._edit_title, NEW: self._write_new, DELETED: self._delete,
            TEMPLATE: self._edit_template, TAG: self._rename_tag,
        }.get(kind)  # fmt: skip
        return make(word) if make else None

    def _edit_body(self, word: str) -> Sign:
        path = self._item()
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nThêm một đoạn: {word}.\n")
        return _page_of(path, word)

    def _edit_title(self, word: str) -> Sign:
        path = self._item()
        _replace(path, _TITLE, rf'title: "\1 {word}"')
        return _page_of(path, word)

    def _write_new(self, word: str) -> Sign:
        """An item like another one, of yesterday: by then it is out wherever one builds."""
        like = self._item()
        path = like.with_name(f"{word}.md")
        path.write_text(like.read_text(encoding="utf-8"), encoding="utf-8")
        _replace(path, _TITLE, rf'title: "\1 {word}"')
        date = dt.date.today() - dt.timedelta(days=1)
        _replace(path, _DATE, f"date: {date}")
        return _page_of(path, word)

    def _delete(self, _word: str) -> Sign:
        path = self._item()
        self.items.pop()
        path.unlink()
        vietnamese = path.relative_to(self.content / "vi")
        (self.content / "en" / vietnamese).unlink(missing_ok=True)
        return _page_of(path, "")

    def _edit_template(self, word: str) -> Sign:
        """The frame that all pages have."""
        if self.theme is None:
            raise BenchError("this contender has no templates to change")
        base = self.theme / "base.html"
        text = base.read_text(encoding="utf-8")
        if "</body>" not in text:
            raise BenchError(f"{base} has no </body>")
        base.write_text(text.replace("</body>", f"<!-- {word} -->\n</body>"), encoding="utf-8")
        return _page_of(self._item(), word)

    def _rename_tag(self, word: str) -> Sign:
        path = self.content / "_data" / "tags.yml"
        text = path.read_text(encoding="utf-8")
        tags = list(_TAG.finditer(text))
        if not tags:
            raise BenchError(f"{path} is not as it should be")
        tag = tags[self.changes % len(tags)]
        path.write_text(f"{text[: tag.end(2)]} {word}{text[tag.end(2) :]}", encoding="utf-8")
        return Sign(f"*/{tag[1]}/index.html", word)

    def _item(self) -> Path:
        """The item that was left alone longest."""
        self.items.rotate(-1)
        if not self.items:
            raise BenchError(f"{self.content} has no items")
        return self.items[-1]


def _page_of(path: Path, text: str) -> Sign:
    """An item's page in Vietnamese: SECTION/YEAR/NAME/."""
    return Sign(f"*/*/{path.stem}/index.html", text)


def _replace(path: Path, pattern: re.Pattern[str], by: str) -> None:
    text, count = pattern.subn(by, path.read_text(encoding="utf-8"), count=1)
    if not count:
        raise BenchError(f"{path} is not as it should be")
    path.write_text(text, encoding="utf-8")
