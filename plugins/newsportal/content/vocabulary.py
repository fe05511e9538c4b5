"""`_data/sections.yml` and `_data/tags.yml`. It loads pydantic, which a build without new sources does without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from newsportal.content.frontmatter import parse_list
from newsportal.content.schema import SectionHeader, TagHeader
from newsportal.content.source import SourceFile, read_text
from newsportal.content.validate import line_of, validate
from newsportal.content.values import Vocabulary
from newsportal.languages import Language
from newsportal.model import Problem, Section, SectionKind, Tag, Term
from newsportal.text import slugify

Header = TypeVar("Header", SectionHeader, TagHeader)
AnyTerm = TypeVar("AnyTerm", bound=Term)
_Fault = tuple[str, str, dict[str, str]]

_OWN_FOLDERS = ("media", "assets", "search", "schemas", "stats")
"""Folders at the root of the site that hold no pages."""


def load_vocabulary(root: Path, languages: tuple[Language, ...]) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Both vocabularies of a content folder; entries with faults are left out and reported."""
    sections, section_problems = _load(root, "sections.yml", SectionHeader, _section, languages)
    tags, tag_problems = _load(root, "tags.yml", TagHeader, _tag, languages)
    vocabulary = Vocabulary(sections, tags, not section_problems, not tag_problems)
    return vocabulary, section_problems + tag_problems


def _load(
    root: Path,
    name: str,
    schema: type[Header],
    build: Callable[[Header, tuple[Language, ...]], AnyTerm],
    languages: tuple[Language, ...],
) -> tuple[tuple[AnyTerm, ...], tuple[Problem, ...]]:
    shown = f"{root.name}/_data/{name}"
    real = root / "_data" / name
    if not real.is_file():
        return (), (Problem(shown, 1, "file", "vocabulary.missing"),)
    text = read_text(SourceFile(f"_data/{name}", str(real)), shown)
    if isinstance(text, Problem):
        return (), (text,)
    entries, lines, problems = parse_list(text, shown)
    terms: list[AnyTerm] = []
    found = list(problems)
    for index, entry in enumerate(entries):
        header = _validated(schema, entry, index, lines, shown)
        if isinstance(header, tuple):
            found += header
            continue
        faults = tuple(_faults(header, index, lines, shown, languages, terms))
        found += faults
        if not faults:
            terms.append(build(header, languages))
    return tuple(terms), tuple(found)


def _validated(
    schema: type[Header], entry: object, index: int, lines: Mapping[str, int], shown: str
) -> Header | tuple[Problem, ...]:
    place = f"[{index}]"
    if not isinstance(entry, Mapping):
        return (Problem(shown, line_of(place, lines), place, "field.mapping"),)
    return validate(schema, entry, lines, shown, prefix=place)


def _faults(
    header: SectionHeader | TagHeader,
    index: int,
    lines: Mapping[str, int],
    shown: str,
    languages: tuple[Language, ...],
    earlier: Sequence[Term],
) -> Iterator[Problem]:
    """Missing titles, languages the portal does not have, and names that an entry or the portal already has."""
    found = (
        *_language_faults(header, languages), *_repeats(header, languages, earlier), *_reserved(header, languages),
    )  # fmt: skip
    for name, code, values in found:
        field = f"[{index}].{name}"
        yield Problem(shown, line_of(field, lines), field, code, tuple(sorted(values.items())))


def _language_faults(header: SectionHeader | TagHeader, languages: tuple[Language, ...]) -> Iterator[_Fault]:
    codes = [language.code for language in languages]
    for code in codes:
        if code not in header.title:
            yield "title", "vocabulary.title", {"language": code}
    for name in ("title", "slug", "description"):
        for code in sorted(set(getattr(header, name, None) or {}) - set(codes)):
            yield f"{name}.{code}", "vocabulary.language", {"language": code, "choices": ", ".join(codes)}


def _repeats(
    header: SectionHeader | TagHeader, languages: tuple[Language, ...], earlier: Sequence[Term]
) -> Iterator[_Fault]:
    """An id or an address taken by an entry above."""
    if any(term.id == header.id for term in earlier):
        yield "id", "vocabulary.repeated", {"value": header.id}
        return
    for code, slug in _slugs(header, languages).items():
        if any(term.slugs[code] == slug for term in earlier):
            yield "slug", "vocabulary.repeated", {"value": slug}


def _reserved(header: SectionHeader | TagHeader, languages: tuple[Language, ...]) -> Iterator[_Fault]:
    """A section at an address of the portal's own pages; tags have a folder to themselves."""
    if isinstance(header, TagHeader):
        return
    slugs = _slugs(header, languages)
    for language in languages:
        paths = set(language.paths) - {language.paths.page, language.paths.type}
        if not language.prefix:
            paths |= {*_OWN_FOLDERS, *(other.prefix for other in languages)}
        if slugs[language.code] in paths:
            yield "slug", "vocabulary.reserved", {"value": slugs[language.code]}


def _slugs(header: SectionHeader | TagHeader, languages: tuple[Language, ...]) -> Mapping[str, str]:
    """Given slugs, else the id in the first language and the title's slug in the others."""
    given = header.slug or {}
    primary = languages[0].code
    made = {
        language.code: header.id
        if language.code == primary
        else slugify(header.title.get(language.code, "")) or header.id
        for language in languages
    }
    return {code: given.get(code) or slug for code, slug in made.items()}


def _section(header: SectionHeader, languages: tuple[Language, ...]) -> Section:
    return Section(
        id=header.id,
        titles=dict(header.title),
        slugs=_slugs(header, languages),
        kind=SectionKind(header.kind),
        descriptions=dict(header.description or {}),
    )


def _tag(header: TagHeader, languages: tuple[Language, ...]) -> Tag:
    return Tag(id=header.id, titles=dict(header.title), slugs=_slugs(header, languages))
