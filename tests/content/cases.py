"""What a case of bad input is. The tables beside this file hold them, `test_bad_inputs` reads them.

In paths `{name}` stands for the case's own name, so that all cases can be put into one portal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image

from sites import TinyPortal

Told = tuple[str, int, str, str]
"""Path below the content folder, line, field and code of a problem."""

Make = Callable[[TinyPortal], None]

BODY_LINE = 6
"""Where the text of a `post` without extra fields begins."""


def post(
    *fields: str, body: str = "Nội dung.", title: str = "title: Tiêu đề", date: str = "date: 2026-03-16 08:30"
) -> str:
    """A post of title (line 2), date (line 3), more fields (from line 4), `---`, an empty line and the body."""
    lines = ["---", *(line for line in (title, date) if line), *fields, "---", "", body]
    return "\n".join(lines) + "\n"


def picture(kind: str = "PNG") -> bytes:
    """A small picture."""
    written = BytesIO()
    Image.new("RGB", (40, 30), "green").save(written, kind)
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class Case:
    """`files` by path, `make` for what is no plain file; `alone` where the fault touches the whole portal.

    `values` are checked among those of the first problem.
    """

    name: str
    files: Mapping[str, str | bytes]
    told: tuple[Told, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    make: Make | None = None
    alone: bool = False

    def write(self, portal: TinyPortal) -> None:
        """Puts the case into a portal. Raises OSError where the file system cannot hold it."""
        for path, text in self.files.items():
            portal.write(path.format(name=self.name), text)
        if self.make:
            self.make(portal)

    @property
    def expected(self) -> list[Told]:
        """What must be told, sorted as problems are."""
        return sorted((f"content/{told[0].format(name=self.name)}", *told[1:]) for told in self.told)


ITEM = "vi/tin-tuc/{name}.md"
ENGLISH = "en/tin-tuc/{name}.md"
PAPER = "vi/van-ban/{name}.md"
PAGE = "vi/{name}.md"


def item(name: str, text: str | bytes, line: int, place: str, code: str, path: str = ITEM, /, **values: str) -> Case:
    """One file with one problem."""
    return Case(name, {path: text}, ((path, line, place, code),), values)


def header(name: str, given: str, place: str, code: str, /, *, path: str = ITEM, **values: str) -> Case:
    """One faulty field, on line 4."""
    return item(name, post(given), 4, place, code, path, **values)


def body(name: str, text: str, code: str, *, line: int = BODY_LINE, **values: str) -> Case:
    """A fault in the text, which begins on line 6."""
    return item(name, post(body=text), line, "body", code, **values)


def vocabulary(
    name: str, text: str | bytes | None, told: tuple[int, str, str], file: str = "tags.yml", **values: str
) -> Case:
    """A faulty vocabulary; None for none at all."""
    path = f"_data/{file}"
    files = {} if text is None else {path: text}
    make: Make | None = (lambda portal: portal.remove(path)) if text is None else None
    return Case(name, files, ((path, *told),), values, make, alone=True)


def cover(given: str) -> str:
    """A cover without anything else wrong."""
    return f"cover: {{src: '{given}', alt: Tả ảnh}}"
