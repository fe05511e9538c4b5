"""The words of titles in alphabetical order, to complete what is being typed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from zlib import crc32

from newsportal.search.analysis import Analyzer, words_of
from newsportal.search.leaves import Files, content_hash, encoded
from newsportal.search.postings import PLAIN, PostingEncoder, PostingList, decode

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
        for key in _keys(title, analyzer):
            lists[key].add(number, PLAIN)
    encoder = PostingEncoder()
    return _titles({key: encoder.encode(postings) for key, postings in lists.items()})


def changed_titles(index: Titles, changes: Iterable[tuple[int, str, str]], analyzer: Analyzer) -> Titles:
    """The index after changes of titles: (number of an item, title before, title after)."""
    encoder, codes = PostingEncoder(), dict[str, str]()
    for content in index.chunks.values():
        codes |= json.loads(content)
    for number, before, after in changes:
        former, present = _keys(before, analyzer), _keys(after, analyzer)
        for key in former ^ present:
            postings = decode(codes.pop(key)) if key in codes else PostingList()
            postings = postings.replaced(number, PLAIN if key in present else None)
            if postings.items:
                codes[key] = encoder.encode(postings)
    return _titles(codes)


def _keys(title: str, analyzer: Analyzer) -> set[str]:
    return {analyzer.key(form) for form in words_of(analyzer.forms(title))}


def _titles(codes: Mapping[str, str]) -> Titles:
    """The chunks and their table; `codes` are the lists as text, by key."""
    chunks, table = Files(), list[tuple[str, str]]()
    for keys in _cut(sorted(codes)):
        content = encoded({key: codes[key] for key in keys})
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
