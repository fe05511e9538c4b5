"""The content folder as articles and plain pages, with every problem of every file in one pass."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from newsportal.content.items import Context, RawItem, build_article
from newsportal.content.memory import ContentMemory, SourceStates
from newsportal.content.reading import SourceReader
from newsportal.content.source import look_at, settled, walk
from newsportal.content.vocabulary import Vocabulary, load_vocabulary
from newsportal.languages import Language
from newsportal.model import Article, Item, MediaFile, PlainPage, Problem, Severity
from newsportal.outputs import mark_of_value

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
    reader = SourceReader(root, languages, vocabulary)
    posts = [file for file in walk(root) if file.parts[0] not in _NOT_POSTS and reader.accepts(file)]
    seen = {file.path: look_at(file, former.seen.get(file.path)) for file in posts}
    marks = {path: each.mark for path, each in seen.items()}
    states = SourceStates(marks, languages[0].code, frozenset(reader.failed), media)
    kept = states.unchanged(former.sources if former.vocabulary == known else {})
    asked = states.with_originals(file.path for file in posts if file.path not in kept)
    read = reader.read_all([file for file in posts if file.path in asked])
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
    reader: SourceReader,
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
