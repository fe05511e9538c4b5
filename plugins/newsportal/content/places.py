"""Which files are posts, by their names and places."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from newsportal.content.nearest import nearest
from newsportal.content.source import SourceFile, leaves_tree, unreadable
from newsportal.content.values import Vocabulary
from newsportal.languages import Language
from newsportal.model import Problem


class Places:
    """Tells posts from other files. `seen` are the paths asked about; `failed` holds the keys of primary items that
    could not be used."""

    def __init__(self, root: Path, languages: tuple[Language, ...], vocabulary: Vocabulary) -> None:
        self.root, self.vocabulary = root, vocabulary
        self.codes = tuple(language.code for language in languages)
        self.sections = frozenset(section.id for section in vocabulary.sections)
        self.problems: list[Problem] = []
        self.failed: set[str] = set()
        self.seen: set[str] = set()

    def accepts(self, file: SourceFile) -> bool:
        """Whether the file is a post by name and place; a problem is noted where it should be one and is not."""
        misplaced = self._misnamed(file) or self._misplaced(file)
        self.seen.add(file.path)
        if misplaced:
            self.fail(file, (misplaced,))
        return file.is_markdown and not misplaced

    def shown(self, file: SourceFile) -> str:
        """The path as it can be printed: names from old archives need not be UTF-8."""
        return f"{self.root.name}/{file.path}".encode("utf-8", "replace").decode()

    def fail(self, file: SourceFile, problems: Iterable[Problem]) -> None:
        """Notes why a file is no post, or none that can be used."""
        self.problems += problems
        if file.parts[0] == self.codes[0] and len(file.parts) > 1:
            self.failed.add(str(PurePosixPath(*file.parts[1:]).with_suffix("")))

    def _misnamed(self, file: SourceFile) -> Problem | None:
        """A name that no text encodes, or that another file has already (once composed, once with loose marks)."""
        shown = self.shown(file)
        if shown != f"{self.root.name}/{file.path}":
            return Problem(shown, 1, "file", "file.name")
        return Problem(shown, 1, "file", "file.twice") if file.path in self.seen else None

    def _misplaced(self, file: SourceFile) -> Problem | None:
        """Why a file's place or kind makes it no post; static files beside the language folders are let be."""
        shown = self.shown(file)
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
        return Problem(self.shown(file), 1, "file", "file.language", values)

    def _wrong_section(self, file: SourceFile) -> Problem | None:
        name = file.parts[1]
        if name not in self.sections and self.vocabulary.sections_complete:
            values = (("name", name), ("nearest", nearest(name, self.sections)))
            return Problem(self.shown(file), 1, "file", "file.section", values)
        if len(file.parts) == 3 and PurePosixPath(file.path).stem.lower() == "index":
            return Problem(self.shown(file), 1, "file", "file.index")
        return None
