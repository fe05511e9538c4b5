"""Whatever editors write, they are told of it, at its line, in words, and all at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from pydantic import BaseModel

from content.bad_documents import DOCUMENTS
from content.bad_files import FILES, MEDIA, VOCABULARIES
from content.bad_headers import FIELDS, YAML
from content.bad_references import REFERENCES, TEXTS
from content.cases import Case, picture, post
from newsportal.content.validate import validate
from newsportal.feeds.files import feed_files
from newsportal.languages import problems_en, problems_vi
from newsportal.languages.problems import PROBLEM_LANGUAGES, codes, describe, message_and_hint
from newsportal.mkdocs_plugins.host import load_workplace
from newsportal.model import Problem, sort_problems
from newsportal.portal import Workshop, assemble
from newsportal.views import Feature, view
from sites import TinyPortal
from values import assembled

ALL = (*YAML, *FIELDS, *REFERENCES, *TEXTS, *FILES, *MEDIA, *VOCABULARIES, *DOCUMENTS)

NO_FILE_GIVES = {"field.invalid", "body.pdf", "config.plugin", "visits.damaged"}
"""What is told when the schema's library finds a fault that has no words of its own, see below; and what no file of
the content is to blame for."""

NOTES = frozenset(code for code in codes() if code.startswith(("citation.", "record.")))
"""What `check.py` alone tells, see tests/checking."""


@pytest.fixture
def portal(tmp_path: Path) -> TinyPortal:
    made = TinyPortal.create(tmp_path)
    made.write("media/dung.png", picture())
    return made


def test_the_table_is_long_and_names_are_its_own() -> None:
    assert len(ALL) >= 80
    assert len({case.name for case in ALL}) == len(ALL)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_fault_is_told(portal: TinyPortal, case: Case) -> None:
    _write(case, portal)
    found = portal.problems()
    assert _told(found) == case.expected
    assert dict(case.values).items() <= dict(found[0].values).items()
    for problem in found:
        _has_words(problem)
        assert 1 <= problem.line <= _lines(portal, problem)


def test_all_faults_are_told_in_one_run(portal: TinyPortal) -> None:
    portal.write("vi/tin-tuc/a-dung.md", post("tags: [nong-nghiep]", title="title: Bài đúng"))
    portal.write("en/tin-tuc/z-dung.md", post(title="title: A sound item"))
    expected = [told for case in ALL if not case.alone and _is_written(case, portal) for told in case.expected]
    found = assembled(portal)
    assert _told(portal.problems()) == sorted(expected)
    assert list(found.problems) == list(sort_problems(list(reversed(found.problems))))
    titles = {article.title for article in found.site.catalog.articles}
    assert {"Bài đúng", "A sound item"} <= titles
    assert len(found.errors) < len(found.problems)


def test_a_preview_goes_on_without_what_is_faulty(portal: TinyPortal) -> None:
    portal.write("vi/tin-tuc/a-dung.md", post("tags: [nong-nghiep]", title="title: Bài đúng"))
    for case in ALL:
        if not case.alone:
            _is_written(case, portal)
    place = load_workplace(portal.config, portal.content)
    settings = replace(place.settings, preview=True)
    found = assemble(place.content, settings, frozenset(Feature), Workshop.at(place.cache))
    views = [view(found.site, plan) for plan in found.plans]
    assert "Bài đúng" in repr(views)
    assert [job.make() for job in feed_files(found.site)]
    assert found.machine_files()


def test_every_message_is_produced_by_some_input() -> None:
    assert {code for case in ALL for *_, code in case.told} == codes() - NO_FILE_GIVES - NOTES


def test_a_fault_the_schema_has_no_words_for_is_told_too() -> None:
    class Header(BaseModel):
        size: int

    found = validate(Header, {"size": "lớn"}, {"size": 3}, "content/vi/a.md")
    assert found == (Problem("content/vi/a.md", 3, "size", "field.invalid"),)
    _has_words(found[0])


@pytest.mark.parametrize("code", sorted(codes()))
def test_words_in_all_languages_need_the_same_values(code: str) -> None:
    needed = [_placeholders(code, language) for language in PROBLEM_LANGUAGES]
    assert needed[0] == needed[1]


def _write(case: Case, portal: TinyPortal) -> None:
    try:
        case.write(portal)
    except OSError as error:
        pytest.skip(f"this file system cannot hold it: {error}")


def _is_written(case: Case, portal: TinyPortal) -> bool:
    try:
        case.write(portal)
    except OSError:
        return False
    return True


def _told(problems: Sequence[Problem]) -> list[tuple[str, int, str, str]]:
    return [(problem.path, problem.line, problem.field, problem.code) for problem in problems]


def _has_words(problem: Problem) -> None:
    texts = [describe(problem, language) for language in PROBLEM_LANGUAGES]
    assert len(set(texts)) == len(texts)
    for language, text in zip(PROBLEM_LANGUAGES, texts, strict=True):
        assert text.startswith(f"{problem.path}:{problem.line}: {problem.field}: ")
        assert len(text.splitlines()) == 1
        assert not re.search(r"\{\w*\}", text)
        assert all(len(part) > 5 for part in message_and_hint(problem, language))
        text.encode("utf-8")


def _placeholders(code: str, language: str) -> set[str]:
    module = {"vi": problems_vi, "en": problems_en}[language]
    return {name for text in module.MESSAGES[code] for _, name, _, _ in Formatter().parse(text) if name}


def _lines(portal: TinyPortal, problem: Problem) -> int:
    """How many lines the file has; an empty one after the last line end counts, as editors show it."""
    place = portal.folder / problem.path
    if not place.is_file() or place.stat().st_size > 20_000_000:
        return 1
    return place.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1


def test_the_yaml_library_is_understood_in_vietnamese(portal: TinyPortal) -> None:
    portal.write("vi/tin-tuc/a.md", post("summary: Sáng 16/3: họp"))
    (problem,) = portal.problems()
    assert "dấu hai chấm ở chỗ không được có" in describe(problem, "vi")
    assert "mapping values are not allowed in this context" in describe(problem, "en")
