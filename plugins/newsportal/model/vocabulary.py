"""Sections and tags: the closed lists an editor chooses from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SectionKind(StrEnum):
    """What a section holds."""

    NEWS = "news"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class Term:
    """A named thing with one address part a language; `titles` and `slugs` are keyed by language code."""

    id: str
    titles: Mapping[str, str]
    slugs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Section(Term):
    """A section of the portal, in menu order."""

    kind: SectionKind
    descriptions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tag(Term):
    """A topic of the controlled vocabulary."""
