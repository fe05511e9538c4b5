"""What a hit shows, and the text its excerpt is cut from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from newsportal.search.items import SearchItem
from newsportal.search.leaves import Files, content_hash, encoded

_FIRST, _FURTHER = 600, 8000
"""Characters of text that come with a hit, and in each of the files that hold the rest."""


@dataclass(frozen=True)
class ItemText:
    """What is fetched for a hit, in JSON: `head` at once, `rests` (hash, piece of a long text) when they are needed."""

    head: bytes
    rests: tuple[tuple[str, bytes], ...]


def item_text(item: SearchItem) -> ItemText:
    """The text of one item; the head names the rests by their hashes."""
    text, *further = pieces(item.text, _FIRST, _FURTHER)
    rests = tuple((content_hash(content), content) for content in map(encoded, further))
    values = (*_shown(item), ("text", text), ("rest", [name for name, _ in rests]))
    return ItemText(encoded({name: value for name, value in values if value}), rests)


def without_text(item: SearchItem) -> SearchItem:
    """The item as it is kept: its text is in its `ItemText`."""
    return replace(item, text="")


def with_text(item: SearchItem, text: ItemText) -> SearchItem:
    """The item as it was before `without_text`."""
    first = json.loads(text.head).get("text", "")
    return replace(item, text=first + "".join(json.loads(content) for _, content in text.rests))


def rest_files(texts: Iterable[ItemText], folder: str) -> Files:
    """The rests of all texts below `folder`, by the number of the item and their own."""
    return {
        f"{folder}/{number:x}-{part:x}-{name}.json": content
        for number, text in enumerate(texts)
        for part, (name, content) in enumerate(text.rests)
    }


def _shown(item: SearchItem) -> Iterator[tuple[str, str]]:
    yield from (("url", item.address), ("title", item.title), ("date", item.date), ("section", item.section))
    yield from (("kind", item.kind), ("type", item.type_name), ("number", item.number), ("summary", item.summary))


def pieces(text: str, first: int, further: int) -> Iterator[str]:
    """`text` cut at line ends or spaces: a first piece of about `first` characters, others of about `further`.

    What is left stays with the last piece where it is not half as long again. The pieces joined are the text.
    """
    size = first
    while len(text) > size * 1.5:
        cut = max(text.rfind(space, size // 2, size) for space in "\n ") + 1 or size
        yield text[:cut]
        text, size = text[cut:], further
    yield text
