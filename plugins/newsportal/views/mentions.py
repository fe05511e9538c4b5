"""Lines of a document's record, with links where they name other documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsportal.documents import mentions
from newsportal.views.citing import CitedList, CitedView


class LinePart(NamedTuple):
    """A stretch of a line; `document` is the one that it names, None for what stands between."""

    text: str
    document: CitedView | None = None


def linked_lines(lines: Iterable[str], shown: CitedList) -> Mapping[str, tuple[LinePart, ...]]:
    """Each line in its parts, whose texts together are the line. `shown` is the list on the page, with the cards."""
    return {line: tuple(_parts(line, shown)) for line in lines}


def _parts(line: str, shown: CitedList) -> Iterator[LinePart]:
    done = 0
    for start, end, reference in mentions(line) if shown.documents else ():
        document = shown.by_reference.get(reference)
        if document:
            yield LinePart(line[done:start])
            yield LinePart(line[start:end], document)
            done = end
    yield LinePart(line[done:])
