"""One source after the other, or many at once: files as items and plain pages, or as problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newsportal.cache import in_parallel
from newsportal.content.frontmatter import Header, parse, plain
from newsportal.content.items import RawItem
from newsportal.content.nearest import nearest
from newsportal.content.schema import ItemHeader, PageHeader
from newsportal.content.source import SourceFile, leaves_tree, read_text, unreadable
from newsportal.content.validate import validate
from newsportal.content.vocabulary import Vocabulary
from newsportal.languages import Language
from newsportal.model import PlainPage, Problem, Section
from newsportal.text import slugify

_CHUNK = 50
"""Files that a process is given at a time."""
_MANY = 300
"""Files from which on several processes pay."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What some files are, with the problems and the keys of those that failed."""

    entries: list[RawItem | PlainPage | None]
    problems: list[Problem]
    failed: set[str]


class SourceReader:
    """Tells which files are posts, and reads them; `failed` holds the keys of primary items that could not be used."""

    def __init__(self, root: Path, languages: tuple[Language, ...], vocabulary: Vocabulary) -> None:
        self.root, self.vocabulary = root, vocabulary
        self.sections: Mapping[str, Section] = {section.id: section for section in vocabulary.sections}
        self.languages, self.codes = languages, tuple(language.code for language in languages)
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

    def read_all(self, files: Sequence[SourceFile]) -> list[RawItem | PlainPage | None]:
        """Many posts as `read` would give them, in their order; on all cores where they are so many that it pays."""
        chunks = [files[at : at + _CHUNK] for at in range(0, len(files), _CHUNK)]
        found = dict(in_parallel(self._read_chunk, chunks, None if len(files) >= _MANY else 1))
        for place in range(len(chunks)):
            self.problems += found[place].problems
            self.failed |= found[place].failed
        return [entry for place in range(len(chunks)) for entry in found[place].entries]

    def _read_chunk(self, files: Iterable[SourceFile]) -> _Chunk:
        reader = SourceReader(self.root, self.languages, self.vocabulary)
        return _Chunk([reader.read(file) for file in files], reader.problems, reader.failed)

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
