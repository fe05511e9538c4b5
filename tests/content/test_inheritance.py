"""What a translation takes from the Vietnamese item, and that an original's fault is told once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from content.cases import picture, post
from newsportal.content.schema import INHERITED
from newsportal.model import Article, Attachment, Cover
from newsportal.text import ZONE
from sites import TinyPortal
from values import assembled

ORIGINAL = "vi/van-ban/2026/a.md"
TRANSLATION = "en/van-ban/2026/a.md"

GIVEN: dict[str, Any] = {
    "date": "2026-03-16 08:30",
    "updated": "2026-03-18",
    "author": ["Lê Hà", "Trần Minh"],
    "tags": ["nong-nghiep"],
    "attachments": [{"file": "a.txt", "title": "Phụ lục"}],
    "featured": True,
    "id": "ma-so-1",
    "publish_at": "2026-03-17 07:00",
    "expire_at": "2027-01-01 00:00",
    "document": {"number": "01/QĐ", "signer": {"name": "Hà"}},
}

OWN: dict[str, tuple[str, Any, Any]] = {
    "date": ("date", "2026-03-15", dt.date(2026, 3, 15)),
    "updated": ("updated", "2026-03-20", dt.date(2026, 3, 20)),
    "author": ("authors", "Le Ha", ("Le Ha",)),
    "tags": ("tags", [], ()),
    "attachments": ("attachments", [{"file": "b.txt", "title": "Annex"}], (Attachment("b.txt", "Annex"),)),
    "featured": ("featured", False, False),
    "id": ("permanent_id", "own", "own"),
    "publish_at": ("publish_at", "2026-03-19 00:00", dt.datetime(2026, 3, 19, tzinfo=ZONE)),
    "expire_at": ("expire_at", "2028-01-01 00:00", dt.datetime(2028, 1, 1, tzinfo=ZONE)),
    "document": ("document", {"number": "02/QĐ"}, "02/QĐ"),
}
"""Field of the front matter → field of the article, what the translation gives, what comes of it."""


@pytest.fixture
def portal(tiny: TinyPortal) -> TinyPortal:
    tiny.write("media/a.png", picture())
    tiny.write("media/b.png", picture())
    tiny.write("media/a.txt", "a")
    tiny.write("media/b.txt", "b")
    tiny.item(ORIGINAL, title="Bài", **GIVEN)
    return tiny


def _translation(portal: TinyPortal, **fields: Any) -> tuple[Article, Article]:
    text = "".join(f"{name}: {_yaml(value)}\n" for name, value in fields.items())
    portal.write(TRANSLATION, f"---\ntitle: Item\n{text}---\n\nText.\n")
    found = assembled(portal)
    assert found.problems == ()
    articles = {article.language: article for article in found.site.catalog.articles}
    return articles["vi"], articles["en"]


def _yaml(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False).strip('"') if isinstance(value, str) else json.dumps(value)


def test_the_tables_name_every_inherited_field() -> None:
    assert set(GIVEN) == set(OWN) == set(INHERITED)


@pytest.mark.parametrize("name", INHERITED)
def test_a_translation_takes_it(portal: TinyPortal, name: str) -> None:
    attribute = OWN[name][0]
    original, translated = _translation(portal)
    assert getattr(translated, attribute) == getattr(original, attribute)
    assert getattr(translated, attribute) not in (None, (), False)


@pytest.mark.parametrize("name", INHERITED)
def test_its_own_comes_first(portal: TinyPortal, name: str) -> None:
    attribute, given, expected = OWN[name]
    _, translated = _translation(portal, **{name: given})
    found = getattr(translated, attribute)
    assert (found.number if name == "document" else found) == expected


def test_nothing_else_is_taken(portal: TinyPortal) -> None:
    fields = {"summary": "Tóm tắt", "slug": "khac", "aliases": ["/cu"], "source": {"name": "Báo"}}
    corrections = [{"date": "2026-03-17", "note": "Sai"}]
    portal.item(ORIGINAL, **{**GIVEN, **fields, "corrections": corrections})
    _, translated = _translation(portal)
    assert (translated.summary, translated.slug, translated.aliases) == ("", "a", ())
    assert (translated.source, translated.corrections) == (None, ())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, Cover("a.png", "Tả", "Chú thích", "Lan", "vi")),
        ({"cover": {"alt": "Alt"}}, Cover("a.png", "Alt", "", "", "en")),
        ({"cover": {"alt": "Alt", "caption": "C"}}, Cover("a.png", "Alt", "C", "", "en")),
        ({"cover": {"src": "b.png", "alt": "Alt"}}, Cover("b.png", "Alt", "", "", "en")),
    ],
)
def test_covers(portal: TinyPortal, given: dict[str, Any], expected: Cover) -> None:
    cover = {"src": "a.png", "alt": "Tả", "caption": "Chú thích", "credit": "Lan"}
    portal.item(ORIGINAL, **GIVEN, cover=cover)
    _, translated = _translation(portal, **given)
    assert translated.cover == expected


def test_a_permanent_id_is_the_path_unless_given(tiny: TinyPortal) -> None:
    tiny.write("vi/tin-tuc/2026/a.md", post())
    tiny.write("en/tin-tuc/2026/a.md", post(date=""))
    ids = {article.permanent_id for article in assembled(tiny).site.catalog.articles}
    assert ids == {"tin-tuc/2026/a"}


def test_an_english_item_of_its_own(tiny: TinyPortal) -> None:
    tiny.write("en/tin-tuc/b.md", post())
    portal = assembled(tiny)
    assert portal.problems == ()
    (found,) = portal.site.catalog.articles
    assert portal.site.catalog.translation(found, "vi") is None
    assert portal.site.address_of(found) == "/en/news/2026/b/"


@pytest.mark.parametrize(
    ("original", "line", "code"),
    [
        ("Chào", 1, "frontmatter.missing"),
        ("---\ntitle: A\ndate: [\n---\n", 4, "frontmatter.yaml"),
        (post(date=""), 1, "field.required"),
        (post(date="date: 16/3/2026"), 3, "field.date"),
        (post("tags: [la]"), 4, "tag.unknown"),
        (post("cover: {src: la.png, alt: A}"), 4, "media.missing"),
        (post("attachments: [{file: la.pdf}]"), 4, "media.missing"),
        (post("updated: 2026-03-01"), 4, "field.order"),
        (post("document: {number: 01/QĐ}"), 4, "field.not_document"),
        (b"\xff\xff\0", 1, "file.binary"),
        (b"", 1, "file.empty"),
    ],
)
@pytest.mark.parametrize("words", ["", "cover: {alt: A}\n"])
def test_a_fault_of_the_original_is_told_there_alone(
    tiny: TinyPortal, original: str | bytes, line: int, code: str, words: str
) -> None:
    words = words if "cover" in str(original) else ""
    tiny.write("vi/tin-tuc/a.md", original)
    tiny.write("en/tin-tuc/a.md", f"---\ntitle: A\n{words}---\n\nText.\n")
    found = [(problem.path, problem.line, problem.code) for problem in tiny.problems()]
    assert found == [("content/vi/tin-tuc/a.md", line, code)]


def test_a_translation_tells_its_own_faults_though_the_original_failed(tiny: TinyPortal) -> None:
    tiny.write("vi/tin-tuc/a.md", "Chào")
    tiny.write("en/tin-tuc/a.md", "---\ntitle: A\nslug: É\n---\n\nText.\n")
    assert [problem.code for problem in tiny.problems()] == ["field.slug", "frontmatter.missing"]


def test_links_to_items_with_faults_are_no_second_fault(tiny: TinyPortal) -> None:
    tiny.write("vi/tin-tuc/a.md", "Chào")
    tiny.write("vi/tin-tuc/b.md", post(body="[x](a.md) [y](/tin-tuc/)"))
    assert [problem.path for problem in tiny.problems()] == ["content/vi/tin-tuc/a.md"]


@pytest.mark.parametrize("entry", ["- id: [\n", "- {id: moi, kind: tin, title: {vi: A, en: B}}\n"])
def test_items_of_sections_with_faults_are_no_second_fault(tiny: TinyPortal, entry: str) -> None:
    tiny.write("_data/sections.yml", entry)
    tiny.write("vi/moi/a.md", post())
    tiny.write("vi/moi/b.md", "Chào")
    found = [(problem.path, problem.code) for problem in tiny.problems()]
    assert found[1:] == [("content/vi/moi/b.md", "frontmatter.missing")]
    assert found[0][0] == "content/_data/sections.yml"


def test_items_with_tags_that_have_faults_are_no_second_fault(tiny: TinyPortal) -> None:
    tiny.write("_data/tags.yml", "- id: moi\n")
    tiny.write("vi/tin-tuc/a.md", post("tags: [moi]"))
    portal = assembled(tiny)
    assert {problem.path for problem in portal.problems} == {"content/_data/tags.yml"}
    assert [article.tags for article in portal.site.catalog.articles] == [()]


def test_an_inherited_record_keeps_its_language(portal: TinyPortal) -> None:
    taken = [article.document for article in _translation(portal)]
    _, translated = _translation(portal, document={"number": "02/QĐ"})
    assert [record.language for record in taken if record] == ["vi", "vi"]
    assert translated.document is not None
    assert translated.document.language == "en"
