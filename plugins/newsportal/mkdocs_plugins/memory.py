"""What a build leaves for the next one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsportal.outputs import Output
from newsportal.portal import PortalMemory
from newsportal.production import Record
from newsportal.search import Index


@dataclass(frozen=True, slots=True)
class FileMarks:
    """The marks of many files by path, in a form that is read and written at once; `source` is the mark of what they
    were made from."""

    source: bytes
    paths: str
    marks: bytes

    @classmethod
    def of(cls, source: bytes, files: Mapping[str, Output]) -> FileMarks:
        """Those of some outputs."""
        return cls(source, "\n".join(files), b"".join(file.mark for file in files.values()))

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        paths = self.paths.split("\n") if self.paths else []
        size = len(self.marks) // max(1, len(paths))
        return ((path, self.marks[at * size : (at + 1) * size]) for at, path in enumerate(paths))


@dataclass(frozen=True, slots=True)
class BuildMemory:
    """The core's findings, the files by their first path, and the search index of each language by its code, with the
    marks of its files.

    `items` are the marks of items by source path; `common` is what pages showed besides the text of their own item;
    `templates` are translated ones.
    """

    portal: PortalMemory = field(default_factory=PortalMemory)
    records: Mapping[str, Record] = field(default_factory=dict)
    indexes: Mapping[str, Index] = field(default_factory=dict)
    items: Mapping[str, bytes] = field(default_factory=dict)
    common: tuple[bytes, ...] = ()
    search_files: Mapping[str, FileMarks] = field(default_factory=dict)
    templates: Mapping[str, bytes] = field(default_factory=dict)

    def marks(self) -> Iterator[bytes]:
        """Every content that the store should keep."""
        yield from (entry.outline.mark for entry in self.portal.rendered.values())
        for _, marks in self.records.values():
            yield from marks
