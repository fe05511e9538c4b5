"""What was read before, for the next reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from newsportal.content.source import SeenFile, key_of
from newsportal.content.values import Vocabulary
from newsportal.model import Article, Item, MediaFile, PlainPage
from newsportal.outputs import mark_of, mark_of_value


@dataclass(frozen=True)
class ReadSource:
    """A sound source: what it says, and all that this depended on.

    Equal `mark`s mean equal items, equal `face`s that they differ in texts and topics at most. `bytes_mark` is that of
    the file's bytes, `head` of its front matter and `original_mark` of what it inherits from; `media` are the types of
    the files it names.
    """

    item: Item
    mark: bytes
    face: bytes
    bytes_mark: bytes
    head: bytes
    original_mark: bytes
    media: tuple[tuple[str, str], ...]

    def with_text(self, text: str, bytes_mark: bytes) -> ReadSource:
        """The source after an edit of nothing but its text."""
        item = replace(self.item, text=text.encode())
        return replace(self, item=item, mark=_mark(item, self.face), bytes_mark=bytes_mark)


@dataclass(frozen=True, slots=True)
class ReadTerms:
    """A vocabulary, and the mark of the files it was read from; empty when it has problems, so is to be read again."""

    mark: bytes
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class ContentMemory:
    """Sources by path, as read with one vocabulary, whose mark this is. Sources with problems are read every time.

    `seen` are the files as they lay on the disk.
    """

    terms: ReadTerms | None = None
    vocabulary: bytes = b""
    sources: Mapping[str, ReadSource] = field(default_factory=dict)
    seen: Mapping[str, SeenFile] = field(default_factory=dict)


_NOT_SHOWN = frozenset({"text", "tags", "body_line", "lines"})


def face_mark(item: Item) -> bytes:
    """All of an item but its text and topics, as lists and other pages show it. Where a field stands shows nowhere."""
    shown = {name: value for name, value in vars(item).items() if name not in _NOT_SHOWN}
    if isinstance(item, PlainPage):
        shown["meta"] = dict(item.meta)
    return mark_of_value(shown)


def _mark(item: Item, face: bytes) -> bytes:
    tags = item.tags if isinstance(item, Article) else ()
    return mark_of(b"\0".join((face, ",".join(tags).encode(), item.text)))


Retell = Callable[[str, bytes], str]
"""(path, mark of a front matter) → the text below that front matter; empty where it has become another."""


class SourceStates:
    """The sources there are now: `marks` are those of their bytes by path, the primary language's being inherited.

    `failed` are the keys of the primary language's files that are no posts. Of the `former` sources those are known
    whose bytes are the same, and those of which `retell` can tell that nothing but the text has changed.
    """

    def __init__(
        self,
        marks: Mapping[str, bytes],
        primary: str,
        failed: Set[str],
        media: Mapping[str, MediaFile],
        former: Mapping[str, ReadSource],
        retell: Retell,
    ) -> None:
        self._marks, self._failed, self._media = marks, failed, media
        self._folder = f"{primary}/"
        self._known = dict(_known(marks, former, retell))
        self._heads = {path: source.head for path, source in self._known.items()}
        self._by_key: dict[str, list[str]] = defaultdict(list)
        for path in marks:
            if path.startswith(self._folder):
                self._by_key[key_of(path)].append(path)

    def known(self) -> dict[str, ReadSource]:
        """The sources that need not be read."""
        return {path: source for path, source in self._known.items() if self._holds(source, path)}

    def _holds(self, source: ReadSource, path: str) -> bool:
        return source.original_mark == self._original_mark(path) and all(
            name in self._media and self._media[name].type == kind for name, kind in source.media
        )

    def _original_mark(self, path: str) -> bytes:
        """Only front matter is inherited; of an original that could not be read all bytes count."""
        marks = b"".join(self._heads.get(original, self._marks[original]) for original in self._originals(path))
        return marks + b"?" if not path.startswith(self._folder) and key_of(path) in self._failed else marks

    def _originals(self, path: str) -> Sequence[str]:
        """All that may be what a source translates: `a.md`, but also `a.markdown`."""
        return () if path.startswith(self._folder) else self._by_key.get(key_of(path), ())

    def with_originals(self, paths: Iterable[str]) -> Set[str]:
        """The paths, and those of the items that they inherit from."""
        asked = set(paths)
        return asked | {original for path in asked for original in self._originals(path)}

    def read(self, items: Iterable[Item], heads: Mapping[str, bytes]) -> Iterator[ReadSource]:
        """Items that were read now, with all that reading them depended on; `heads` are their front matters' marks."""
        self._heads |= heads
        return map(self._read, items)

    def _read(self, item: Item) -> ReadSource:
        named = item.files if isinstance(item, Article) else ()
        media = tuple((path, self._media[path].type) for path in named if path in self._media)
        face = face_mark(item)
        marks = self._marks[item.path], self._heads[item.path], self._original_mark(item.path)
        return ReadSource(item, _mark(item, face), face, *marks, media)


def _known(
    marks: Mapping[str, bytes], former: Mapping[str, ReadSource], retell: Retell
) -> Iterator[tuple[str, ReadSource]]:
    for path, mark in marks.items():
        if (source := former.get(path)) is None:
            continue
        if source.bytes_mark == mark:
            yield path, source
        elif text := retell(path, source.head):
            yield path, source.with_text(text, mark)
