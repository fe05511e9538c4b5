"""The words of titles in alphabetical order, to complete what is being typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from zlib import crc32

from newsportal.search.analysis import Analyzer, words_of
from newsportal.search.leaves import Files, content_hash, encoded
from newsportal.search.postings import PLAIN, PostingEncoder, PostingList

_WORDS = 8
"""Words in a chunk, on average."""


@dataclass(frozen=True, slots=True)
class Titles:
    """`table` lists the chunks in order as (first key, hash), in JSON; `chunks` are files, named by the CRC-32 of their
    first key: key → posting list."""

    table: bytes = b"[]"
    chunks: Files = field(default_factory=Files)


def make_titles(titles: Iterable[str], analyzer: Analyzer) -> Titles:
    """The index of the titles of all items, in order of their numbers."""
    lists: dict[str, PostingList] = defaultdict(PostingList)
    for number, title in enumerate(titles):
        for key in {analyzer.key(form) for form in words_of(analyzer.forms(title))}:
            lists[key].add(number, PLAIN)
    encoder, chunks = PostingEncoder(), Files()
    table: list[tuple[str, str]] = []
    for keys in _cut(sorted(lists)):
        content = encoded({key: encoder.encode(lists[key]) for key in keys})
        table.append((keys[0], content_hash(content)))
        chunks[f"{crc32(keys[0].encode()):x}-{content_hash(content)}.json"] = content
    return Titles(encoded(table), chunks)


def _cut(keys: Iterable[str]) -> Iterator[list[str]]:
    """Runs of keys. A key that begins one does so whatever its neighbours are, so that an edit moves few borders."""
    chunk: list[str] = []
    for key in keys:
        if chunk and crc32(key.encode()) % _WORDS == 0:
            yield chunk
            chunk = []
        chunk.append(key)
    if chunk:
        yield chunk
