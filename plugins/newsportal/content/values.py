"""What reading the content folder gives."""

from __future__ import annotations

from dataclasses import dataclass

from newsportal.model import Section, Tag


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sections in menu order and tags as listed.

    A vocabulary is incomplete when its file or one of its entries has faults: what is not in it may yet be meant to be.
    """

    sections: tuple[Section, ...]
    tags: tuple[Tag, ...]
    sections_complete: bool = True
    tags_complete: bool = True
