"""Writing a new item: a file with front matter that the schema accepts, ready for its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import frontmatter
import yaml

from newsportal.content.nearest import nearest
from newsportal.content.vocabulary import load_vocabulary
from newsportal.languages import LANGUAGES
from newsportal.model import Moment, Section, SectionKind, local_day
from newsportal.text import ZONE, clean_line, slugify

_NAMELESS = "bai-viet"
_LONGEST_NAME = 120
_WITHOUT_WRAPPING = 1_000_000


class UnknownSection(ValueError):
    """The vocabulary has no such section; `nearest` is what was probably meant, or empty."""

    def __init__(self, section: str, known: tuple[str, ...]) -> None:
        super().__init__(section)
        self.section, self.known, self.nearest = section, known, nearest(section, known)


class NotAnItem(ValueError):
    """The file to translate is no item: it is not below a section of a language."""


class _Dumper(yaml.SafeDumper):
    """Writes an empty field as `summary:`, which invites the editor more than `summary: null`; uses no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def write_item(content: Path, section: str, title: str, language: str, moment: Moment | None, now: dt.datetime) -> Path:
    """Writes `<language>/<section>/<yyyy>/<slug>.md` below `content` and returns its path.

    `moment` is the publication, by default the minute of `now`. A name that is taken gets -2, -3 …: nothing is ever
    overwritten. At the path of an item in the first language the new file is its translation and says only what
    differs. Raises UnknownSection and OSError.
    """
    found = _section(content, section)
    when = moment or _minute(now)
    year = str(local_day(when).year)
    line = clean_line(title)
    for name in _names(line):
        place = Path(language, found.id, year, f"{name}.md")
        if _is_taken(content, place):
            continue
        header = _translation(line, name) if _original(content, place) else _item(line, when, name, found)
        try:
            return _write(content / place, header)
        except FileExistsError:  # another editor was faster
            continue
    raise AssertionError("names never run out")


def write_translation(content: Path, original: Path, title: str, language: str) -> Path:
    """Writes the translation of the item `original` at the same path below `language` and returns its path.

    Raises NotAnItem when `original` is none, or is in that language itself; FileExistsError when it is translated.
    """
    parts = original.resolve().relative_to(content.resolve()).parts
    codes = [each.code for each in LANGUAGES]
    if len(parts) <= 2 or parts[0] not in codes or parts[0] == language or not original.is_file():
        raise NotAnItem(str(original))
    return _write(content.joinpath(language, *parts[1:]), _translation(clean_line(title), original.stem))


def _section(content: Path, wanted: str) -> Section:
    vocabulary, _ = load_vocabulary(content, LANGUAGES)
    sections = {section.id: section for section in vocabulary.sections}
    if wanted not in sections:
        raise UnknownSection(wanted, tuple(sections))
    return sections[wanted]


def _minute(now: dt.datetime) -> dt.datetime:
    return now.astimezone(ZONE).replace(second=0, microsecond=0)


def _names(title: str) -> Iterator[str]:
    """The slug of the title, then the same with a number; file systems allow 255 bytes a name."""
    slug = slugify(title)[:_LONGEST_NAME].rstrip("-") or _NAMELESS
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))


def _original(content: Path, place: Path) -> Path | None:
    """The item in the first language that a file at `place` would translate."""
    path = content.joinpath(LANGUAGES[0].code, *place.parts[1:])
    return path if place.parts[0] != LANGUAGES[0].code and path.is_file() else None


def _is_taken(content: Path, place: Path) -> bool:
    """Whether the name serves another item of that year, in any section: the permanent id is made from it."""
    others = set(content.glob(f"*/*/{place.parent.name}/{place.name}"))
    return bool(others - {_original(content, place)})


def _item(title: str, when: Moment, name: str, section: Section) -> dict[str, object]:
    day = local_day(when)
    header: dict[str, object] = {"title": title, "date": _written(when), "summary": None, "tags": []}
    header["id"] = f"{day:%Y%m%d}-{name}"
    if section.kind is SectionKind.DOCUMENTS:
        header["document"] = {"number": "", "type": None, "issued": None, "issuer": None, "subject": None}
    return header


def _translation(title: str, name: str) -> dict[str, object]:
    """What a translation cannot take from its original; its address is in its own language."""
    slug = slugify(title)
    header: dict[str, object] = {"title": title, "summary": None}
    return header if slug in ("", name) else {**header, "slug": slug}


def _written(when: Moment) -> object:
    """A day stays one; a moment is written in Vietnamese time, which is what a date without a zone means."""
    if isinstance(when, dt.datetime):
        return when.astimezone(ZONE).replace(tzinfo=None).isoformat(" ", "minutes")
    return when


def _write(path: Path, header: Mapping[str, object]) -> Path:
    post = frontmatter.Post("")
    post.metadata.update(header)
    text = frontmatter.dumps(post, Dumper=_Dumper, sort_keys=False, width=_WITHOUT_WRAPPING)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(f"{text.rstrip()}\n\n")
    return path
