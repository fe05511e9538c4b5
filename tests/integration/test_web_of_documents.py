"""The table of the demo's citations agrees with the demo's files."""

from __future__ import annotations

from typing import Any

import yaml

from integration.web_of_documents import AMBIGUOUS, CITED, GROUNDS, NOT_HERE
from sites import REPOSITORY


def _parts(path: str) -> tuple[dict[str, Any], str]:
    """An item's front matter and its text."""
    _, header, text = (REPOSITORY / "content" / path).read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(header), text


def test_numbers_stand_in_the_texts_in_the_order_of_the_table() -> None:
    places: dict[str, int] = {}
    for source, number, _ in CITED:
        place = _parts(source)[1].find(number, places.get(source, 0))
        assert place >= 0, (source, number)
        places[source] = place + len(number)
    assert [row[0] for row in CITED] == sorted(row[0] for row in CITED)


def test_every_number_with_a_sign_is_in_the_table() -> None:
    """The signs of the province's own agencies are looked for letter by letter: none was overlooked."""
    listed = [(source, number) for source, number, _ in CITED]
    for path in sorted((REPOSITORY / "content").glob("*/*/**/*.md")):
        source = path.relative_to(REPOSITORY / "content").as_posix()
        text = _parts(source)[1]
        for sign in ("-UBND", "-HĐND", "-SKHCN", "-STTTT", "-TTg", "-CP", "/TW", "/TU", "/QH15"):
            rows = sum(number.endswith(sign) for cited_in, number in listed if cited_in == source)
            assert rows == text.count(sign), (source, sign)


def test_cited_items_have_the_cited_numbers() -> None:
    for source, number, target in CITED + GROUNDS:
        if target in (NOT_HERE, AMBIGUOUS):
            continue
        own = _parts(target)[0]["document"]["number"]
        assert own == number or own.startswith(f"{number}/"), (source, number, target)


def test_grounds_are_those_of_front_matter() -> None:
    stated = []
    for path in sorted((REPOSITORY / "content").glob("vi/*/**/*.md")):
        source = path.relative_to(REPOSITORY / "content").as_posix()
        document = _parts(source)[0].get("document", {})
        for field in ("legal_basis", "replaces", "amends"):
            stated += [(source, entry) for entry in document.get(field, ())]
    assert len(stated) == len(GROUNDS)
    for (source, entry), (listed_source, number, _) in zip(stated, GROUNDS, strict=True):
        assert source == listed_source
        assert number in entry, (source, entry)
