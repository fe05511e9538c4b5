"""Every written form of a citation, alone and in sentences."""

from __future__ import annotations

import pytest

from citations.forms import Row, rows
from newsportal.citations import Citation, find, parse_number

ROWS = rows()
FRAMES = (
    "{}",
    "Thực hiện {}, Sở đã báo cáo UBND tỉnh.",
    "Việc này đã xong ({}); nay trình lại.",
    "- **{}**\n- mục khác",
    "[{}](../2022/quyet-dinh-124-qd-ubnd.md) và “{}”.",
    "| 1 | {} | 03/30 nhiệm vụ |",
    "<p>{}</p>",
)


def told(citation: Citation) -> Row:
    """What the table says of a citation."""
    in_number = f"/{citation.year}" in citation.number
    year = str(citation.year) if citation.year and not in_number else "-"
    date = citation.date.isoformat() if citation.date else year
    return Row(
        citation.verbatim,
        citation.type_word,
        citation.number,
        date,
        citation.kind.value,
        citation.type,
        citation.issuer,
    )


def test_the_table_is_large() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_a_form_is_read(row: Row) -> None:
    for frame in FRAMES:
        text = frame.replace("{}", row.text)
        found = find(text)
        assert [told(citation) for citation in found] == [row] * frame.count("{}"), frame
        assert [citation.warnings for citation in found] == [()] * len(found)
        assert all(text[each.start : each.end] == each.verbatim for each in found)


@pytest.mark.parametrize("row", [row for row in ROWS if row.number], ids=lambda row: row.text)
def test_its_number_alone_is_read_alike(row: Row) -> None:
    number = parse_number(row.number if row.type != "QCVN" else f"QCVN {row.number}")
    assert number is not None
    cited = find(row.text)[0]
    assert (number.number, number.serial, number.issuer, number.kind) == (
        cited.number,
        cited.serial,
        cited.issuer,
        cited.kind,
    )
    assert number.year in (None, cited.year)
    assert number.type in ("", "CV", cited.type) or number.type not in row.number.split("/")[0]


@pytest.mark.parametrize("row", [row for row in ROWS if " " in row.text], ids=lambda row: row.text)
def test_page_breaks_and_emphasis_may_stand_between(row: Row) -> None:
    """Between the type word and the number, and before the date; not inside."""
    word, _, rest = row.text.partition(" ")
    if rest.startswith("số "):
        broken = f"{word} số*\n\n{rest.removeprefix('số ')}"
        assert [told(each)._replace(text=row.text) for each in find(broken)] == [row]
    nbsp = row.text.replace(" ", "\xa0")
    assert [told(each)._replace(text=row.text, type_word=row.type_word) for each in find(nbsp)] == [row]
