"""The content folder as articles and plain pages, with every problem of every file in one pass."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from newsportal.content.frontmatter import Header, parse, plain
from newsportal.content.items import Context, RawItem, build_article
from newsportal.content.memory import ContentMemory, SourceStates
from newsportal.content.nearest import nearest
from newsportal.content.schema import ItemHeader, PageHeader
from newsportal.content.source import SourceFile, leaves_tree, look_at, read_text, settled, unreadable, walk
from newsportal.content.validate import validate
from newsportal.content.vocabulary import Vocabulary, load_vocabulary
from newsportal.languages import Language
from newsportal.model import Article, Item, MediaFile, PlainPage, Problem, Section, Severity
from newsportal.outputs import mark_of_value
from newsportal.text import slugify

_NOT_POSTS = ("media", "_data")


@dataclass(frozen=True, slots=True)
class Content:
    """Everything read: sound articles and pages, the vocabulary, and what is wrong with the rest.

    `sources` are the paths of all posts and pages, those with faults included; `marks` tell by path whether a sound one
    is the same as another time, `faces` whether all but its text is. `memory` is the next reading's `former`.
    """

    vocabulary: Vocabulary
    articles: tuple[Article, ...]
    pages: tuple[PlainPage, ...]
    problems: tuple[Problem, ...]
    sources: frozenset[str] = frozenset()
    marks: Mapping[str, bytes] = field(default_factory=dict)
    faces: Mapping[str, bytes] = field(default_factory=dict)
    memory: ContentMemory = field(default_factory=ContentMemory)


def load_content(
    root: Path, languages: tuple[Language, ...], media: Mapping[str, MediaFile], former: ContentMemory | None = None
) -> Content:
    """Reads the folder `root`. Drafts and items of other days are included: the catalog decides what is shown.

    With the memory of a `former` reading only what differs is worked out; the result is the same with and without.
    """
    began, former = time.time_ns(), former or ContentMemory()
    vocabulary, problems = load_vocabulary(root, languages)
    known = mark_of_value((vocabulary, root.name, [language.code for language in languages]))
    reader = _Reader(root, languages, vocabulary)
    posts = [file for file in walk(root) if file.parts[0] not in _NOT_POSTS and reader.accepts(file)]
    seen = {file.path: look_at(file, former.seen.get(file.path)) for file in posts}
    marks = {path: each.mark for path, each in seen.items()}
    states = SourceStates(marks, languages[0].code, frozenset(reader.failed), media)
    kept = states.unchanged(former.sources if former.vocabulary == known else {})
    asked = states.with_originals(file.path for file in posts if file.path not in kept)
    read = [reader.read(file) for file in posts if file.path in asked]
    raw = [entry for entry in read if isinstance(entry, RawItem)]
    articles, item_problems = _build(raw, Context(vocabulary, media), languages[0].code, reader.failed)
    made: list[Item] = [*articles, *(entry for entry in read if isinstance(entry, PlainPage))]
    sources = kept | {item.path: states.read(item) for item in made if item.path not in kept}
    sources = {file.path: sources[file.path] for file in posts if file.path in sources}
    memory = ContentMemory(known, sources, settled(seen, began))
    return _content(root, vocabulary, (*problems, *reader.problems, *item_problems), reader, memory)


def _content(
    root: Path,
    vocabulary: Vocabulary,
    problems: tuple[Problem, ...],
    reader: _Reader,
    memory: ContentMemory,
) -> Content:
    """`memory` has all sources, those with problems included."""
    sources = memory.sources
    items = [source.item for source in sources.values()]
    troubled = {problem.path for problem in problems}
    sound = {path: source for path, source in sources.items() if f"{root.name}/{path}" not in troubled}
    return Content(
        vocabulary=vocabulary,
        articles=tuple(item for item in items if isinstance(item, Article)),
        pages=tuple(item for item in items if isinstance(item, PlainPage)),
        problems=problems,
        sources=frozenset(reader.seen),
        marks={path: source.mark for path, source in sources.items()},
        faces={path: source.face for path, source in sources.items()},
        memory=replace(memory, sources=sound),
    )


def _build(
    items: Iterable[RawItem], context: Context, primary: str, failed: frozenset[str] | set[str]
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Articles with inheritance. A translation of an item that failed waits for it instead of failing too."""
    items = tuple(items)
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
    return tuple(articles), tuple(problems)


def _remarks(item: RawItem, original: RawItem | None, article: Article) -> Iterator[Problem]:
    """What an editor should look at though the item can be published."""
    if not article.body.strip() and not article.attachments:
        yield Problem(item.shown, article.body_line, "body", "body.empty", severity=Severity.WARNING)
    if original and original.header.draft and not article.draft:
        values = (("other", original.shown),)
        yield Problem(item.shown, 1, "draft", "translation.draft", values, severity=Severity.WARNING)


class _Reader:
    """Reads one file at a time; `failed` holds the keys of primary items that could not be used."""

    def __init__(self, root: Path, languages: tuple[Language, ...], vocabulary: Vocabulary) -> None:
        self.root, self.vocabulary = root, vocabulary
        self.sections: Mapping[str, Section] = {section.id: section for section in vocabulary.sections}
        self.codes = tuple(language.code for language in languages)
        self.problems: list[Problem] = []
        self.failed: set[str] = set()
        self.seen: set[str] = set()

    def accepts(self, file: SourceFile) -> bool:
        """Whether the file is a post by name and place; a problem is noted where it should be one and is not."""
        misplaced = self._misnamed(file) or self._misplaced(file)
        self.seen.add(file.path)
        if misplaced:
            self._fail(file, (misplaced,))
        return file.is_markdown and not misplaced

    def read(self, file: SourceFile) -> RawItem | PlainPage | None:
        """A post as an item or a page; None, with problems noted, when it is neither."""
        text = read_text(file, self._shown(file))
        source = (text,) if isinstance(text, Problem) else parse(text, self._shown(file))
        if isinstance(source, tuple):
            self._fail(file, source)
            return None
        self.problems += source.problems
        return self._item(file, source) if len(file.parts) > 2 else self._page(file, source)

    def _shown(self, file: SourceFile) -> str:
        """The path as it can be printed: names from old archives need not be UTF-8."""
        return f"{self.root.name}/{file.path}".encode("utf-8", "replace").decode()

    def _fail(self, file: SourceFile, problems: Iterable[Problem]) -> None:
        self.problems += problems
        if file.parts[0] == self.codes[0] and len(file.parts) > 1:
            self.failed.add(str(PurePosixPath(*file.parts[1:]).with_suffix("")))

    def _misnamed(self, file: SourceFile) -> Problem | None:
        """A name that no text encodes, or that another file has already (once composed, once with loose marks)."""
        shown = self._shown(file)
        if shown != f"{self.root.name}/{file.path}":
            return Problem(shown, 1, "file", "file.name")
        return Problem(shown, 1, "file", "file.twice") if file.path in self.seen else None

    def _misplaced(self, file: SourceFile) -> Problem | None:
        """Why a file's place or kind makes it no post; static files beside the language folders are let be."""
        shown = self._shown(file)
        if leaves_tree(file, self.root):
            return Problem(shown, 1, "file", "file.symlink")
        if len(file.parts) == 1:
            return self._wrong_language(file) if file.is_markdown else None
        if file.parts[0] not in self.codes:
            return self._wrong_language(file)
        if not file.is_markdown:
            is_folder = file.real.is_dir() and not file.real.is_symlink()
            return unreadable(shown, "no access") if is_folder else Problem(shown, 1, "file", "file.not_markdown")
        return self._wrong_section(file) if len(file.parts) > 2 else None

    def _wrong_language(self, file: SourceFile) -> Problem:
        choices = ", ".join(f"{self.root.name}/{code}/" for code in self.codes)
        values = (("choices", choices), ("name", file.parts[0]))
        return Problem(self._shown(file), 1, "file", "file.language", values)

    def _wrong_section(self, file: SourceFile) -> Problem | None:
        name = file.parts[1]
        if name not in self.sections and self.vocabulary.sections_complete:
            values = (("name", name), ("nearest", nearest(name, self.sections)))
            return Problem(self._shown(file), 1, "file", "file.section", values)
        if len(file.parts) == 3 and PurePosixPath(file.path).stem.lower() == "index":
            return Problem(self._shown(file), 1, "file", "file.index")
        return None

    def _item(self, file: SourceFile, source: Header) -> RawItem | None:
        shown = self._shown(file)
        header = validate(ItemHeader, source.data, source.lines, shown)
        if isinstance(header, tuple):
            self._fail(file, header)
            return None
        section = self.sections.get(file.parts[1])  # None when sections.yml has faults of its own
        return RawItem(file.path, shown, file.parts[0], section, source, header) if section else None

    def _page(self, file: SourceFile, source: Header) -> PlainPage | None:
        header = validate(PageHeader, source.data, source.lines, self._shown(file))
        if isinstance(header, tuple):
            self._fail(file, header)
            return None
        stem = PurePosixPath(file.path).stem
        is_home = stem.lower() == "index"
        name = "" if is_home else header.slug or slugify(stem)
        if not name and not is_home:
            self._fail(file, (Problem(self._shown(file), 1, "file", "file.name"),))
            return None
        return PlainPage(
            path=file.path,
            key="index" if is_home else stem,
            language=file.parts[0],
            title=header.title,
            name=name,
            description=header.description or "",
            order=header.order or 0,
            body=source.body,
            body_line=source.body_line,
            meta={key: plain(value) for key, value in (header.model_extra or {}).items()},
            draft=bool(header.draft),
        )
