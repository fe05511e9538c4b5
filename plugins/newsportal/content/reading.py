"""Posts read and built, one after the other or many at once. It loads pydantic, so only where there is one to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import PurePosixPath

from newsportal.cache import chunked, in_parallel
from newsportal.content.frontmatter import Header, parse, plain
from newsportal.content.items import Context, RawItem, build_article
from newsportal.content.places import Places
from newsportal.content.schema import ItemHeader, PageHeader
from newsportal.content.source import SourceFile, key_of, read_text
from newsportal.content.validate import validate
from newsportal.languages import Language
from newsportal.model import Article, Item, MediaFile, PlainPage, Problem, Section, Severity
from newsportal.text import slugify

_CHUNK = 30
"""Posts that a process is given at a time, each with its translations."""
_MANY = 300
"""Files from which on several processes pay."""


def read_posts(
    files: Sequence[SourceFile], places: Places, languages: tuple[Language, ...], media: Mapping[str, MediaFile]
) -> tuple[list[Item], Mapping[str, bytes], tuple[Problem, ...]]:
    """The items and plain pages in some files, the marks of their front matter by path, and what is wrong with the
    others, which `places` is told of."""
    chunks = chunked(_with_translations(files), _CHUNK)
    read = partial(_read_some, places, languages, Context(places.vocabulary, media, languages[0].code))
    found = dict(in_parallel(read, chunks, None if len(files) >= _MANY else 1))
    parts = [found[place] for place in range(len(chunks))]
    heads: dict[str, bytes] = {}
    for part in parts:
        heads |= part.heads
        places.problems += part.problems
        places.failed |= part.failed
    return [item for part in parts for item in part.items], heads, tuple(chain(*(part.remarks for part in parts)))


@dataclass(frozen=True, slots=True)
class _Part:
    """What some files are, and the marks of their front matter; the problems and the keys of those that are no posts;
    the problems of posts."""

    items: list[Item]
    heads: dict[str, bytes]
    problems: list[Problem]
    failed: set[str]
    remarks: tuple[Problem, ...]


def _with_translations(files: Iterable[SourceFile]) -> list[list[SourceFile]]:
    """The files, each beside those that it translates or that translate it."""
    groups: dict[str, list[SourceFile]] = defaultdict(list)
    for file in files:
        groups[key_of(file.path)].append(file)
    return list(groups.values())


def _read_some(
    places: Places, languages: tuple[Language, ...], context: Context, groups: Sequence[Sequence[SourceFile]]
) -> _Part:
    """Reads and builds some posts, perhaps in another process."""
    own = Places(places.root, languages, places.vocabulary)
    own.failed |= places.failed
    reader = _Reader(own)
    read = [reader.read(file) for group in groups for file in group]
    raw = [entry for entry in read if isinstance(entry, RawItem)]
    pages = (entry for entry in read if isinstance(entry, PlainPage))
    articles, remarks = _build(raw, context, own.failed)
    return _Part([*articles, *pages], reader.heads, own.problems, own.failed, remarks)


class _Reader:
    """Reads files that are posts by name and place."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.heads: dict[str, bytes] = {}
        self.sections: Mapping[str, Section] = {section.id: section for section in places.vocabulary.sections}

    def read(self, file: SourceFile) -> RawItem | PlainPage | None:
        """A post as an item or a page; None, with problems noted, when it is neither."""
        text = read_text(file, self.places.shown(file))
        source = (text,) if isinstance(text, Problem) else parse(text, self.places.shown(file))
        if isinstance(source, tuple):
            self.places.fail(file, source)
            return None
        self.places.problems += source.problems
        self.heads[file.path] = source.mark
        return self._item(file, source) if len(file.parts) > 2 else self._page(file, source)

    def _item(self, file: SourceFile, source: Header) -> RawItem | None:
        shown = self.places.shown(file)
        header = validate(ItemHeader, source.data, source.lines, shown)
        if isinstance(header, tuple):
            self.places.fail(file, header)
            return None
        section = self.sections.get(file.parts[1])  # None when sections.yml has faults of its own
        return RawItem(file.path, shown, file.parts[0], section, source, header) if section else None

    def _page(self, file: SourceFile, source: Header) -> PlainPage | None:
        header = validate(PageHeader, source.data, source.lines, self.places.shown(file))
        if isinstance(header, tuple):
            self.places.fail(file, header)
            return None
        stem = PurePosixPath(file.path).stem
        is_home = stem.lower() == "index"
        name = "" if is_home else header.slug or slugify(stem)
        if not name and not is_home:
            self.places.fail(file, (Problem(self.places.shown(file), 1, "file", "file.name"),))
            return None
        return PlainPage(
            path=file.path,
            key="index" if is_home else stem,
            language=file.parts[0],
            title=header.title,
            name=name,
            description=header.description or "",
            order=header.order or 0,
            text=source.body.encode(),
            body_line=source.body_line,
            meta={key: plain(value) for key, value in (header.model_extra or {}).items()},
            draft=bool(header.draft),
        )


def _build(items: Sequence[RawItem], context: Context, failed: Set[str]) -> tuple[list[Article], tuple[Problem, ...]]:
    """Articles with inheritance. A translation of an item that failed waits for it instead of failing too."""
    primary = context.primary
    originals = {item.key: item for item in items if item.language == primary}
    articles: list[Article] = []
    problems: list[Problem] = []
    for item in items:
        original = originals.get(item.key) if item.language != primary else None
        if original is None and item.language != primary and item.key in failed:
            continue
        built = build_article(item, original, context)
        if isinstance(built, Article):
            articles.append(built)
            problems += _remarks(item, original, built)
        else:
            problems += built
    return articles, tuple(problems)


def _remarks(item: RawItem, original: RawItem | None, article: Article) -> Iterator[Problem]:
    """What an editor should look at though the item can be published."""
    if not article.body.strip() and not article.attachments:
        yield Problem(item.shown, article.body_line, "body", "body.empty", severity=Severity.WARNING)
    if original and original.header.draft and not article.draft:
        values = (("other", original.shown),)
        yield Problem(item.shown, 1, "draft", "translation.draft", values, severity=Severity.WARNING)
