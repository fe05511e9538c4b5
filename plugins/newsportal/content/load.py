"""The content folder as articles and plain pages, with every problem of every file in one pass."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from newsportal.content.memory import ContentMemory, ReadTerms, SourceStates
from newsportal.content.places import Places
from newsportal.content.source import SourceFile, look_at, read_text, settled, vocabulary_bytes, walk
from newsportal.content.values import Vocabulary
from newsportal.languages import Language
from newsportal.model import Article, Item, MediaFile, PlainPage, Problem, sort_problems
from newsportal.outputs import mark_of_value

_NOT_POSTS = ("media", "_data")


@dataclass(frozen=True, slots=True)
class Content:
    """Everything read: sound articles and pages, the vocabulary, and what is wrong with the rest.

    `sources` are the paths of all posts and pages, those with faults included; `marks` tell by path whether a sound one
    is the same as another time, `faces` whether all but its text and topics is. `memory` is the `former` of the next
    reading.
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
    terms, problems = _terms(root, languages, former.terms)
    known = mark_of_value((terms.vocabulary, root.name, [language.code for language in languages]))
    places = Places(root, languages, terms.vocabulary)
    posts = [file for file in walk(root) if file.parts[0] not in _NOT_POSTS and places.accepts(file)]
    seen = {file.path: look_at(file, former.seen.get(file.path)) for file in posts}
    marks = {path: each.mark for path, each in seen.items()}
    former_sources = former.sources if former.vocabulary == known else {}
    failed, retell = frozenset(places.failed), partial(_retold, {file.path: file for file in posts})
    states = SourceStates(marks, languages[0].code, failed, media, former_sources, retell)
    kept = states.known()
    asked = states.with_originals(file.path for file in posts if file.path not in kept)
    made, heads, item_problems = _read([file for file in posts if file.path in asked], places, languages, media)
    further = states.read((item for item in made if item.path not in kept), heads)
    sources = kept | {source.item.path: source for source in further}
    sources = {file.path: sources[file.path] for file in posts if file.path in sources}
    memory = ContentMemory(terms, known, sources, settled(seen, began))
    return _content(sort_problems((*problems, *places.problems, *item_problems)), places, memory)


def _terms(
    root: Path, languages: tuple[Language, ...], former: ReadTerms | None
) -> tuple[ReadTerms, tuple[Problem, ...]]:
    """The vocabulary, and what is wrong with it; nothing is where it is the `former` one."""
    mark = mark_of_value((vocabulary_bytes(root), root.name, [language.code for language in languages]))
    if former and former.mark == mark:
        return former, ()
    from newsportal.content.vocabulary import load_vocabulary  # noqa: PLC0415  (it loads pydantic)

    vocabulary, problems = load_vocabulary(root, languages)
    return ReadTerms(b"" if problems else mark, vocabulary), problems


def _retold(files: Mapping[str, SourceFile], path: str, head: bytes) -> str:
    """The text of a post whose front matter still has the mark `head`, found without understanding it."""
    from newsportal.content.frontmatter import body_below  # noqa: PLC0415  (most builds need it for no file or for one)

    text = read_text(files[path], path)
    return "" if isinstance(text, Problem) else body_below(text, head)


def _read(
    files: Sequence[SourceFile], places: Places, languages: tuple[Language, ...], media: Mapping[str, MediaFile]
) -> tuple[list[Item], Mapping[str, bytes], tuple[Problem, ...]]:
    if not files:
        return [], {}, ()
    from newsportal.content.reading import read_posts  # noqa: PLC0415  (as above)

    return read_posts(files, places, languages, media)


def _content(problems: tuple[Problem, ...], places: Places, memory: ContentMemory) -> Content:
    """`memory` has all sources, those with problems included."""
    sources, root = memory.sources, places.root
    items = [source.item for source in sources.values()]
    troubled = {problem.path for problem in problems}
    sound = {path: source for path, source in sources.items() if f"{root.name}/{path}" not in troubled}
    return Content(
        vocabulary=places.vocabulary,
        articles=tuple(item for item in items if isinstance(item, Article)),
        pages=tuple(item for item in items if isinstance(item, PlainPage)),
        problems=problems,
        sources=frozenset(places.seen),
        marks={path: source.mark for path, source in sources.items()},
        faces={path: source.face for path, source in sources.items()},
        memory=replace(memory, sources=sound),
    )
