"""Properties of the parser over generated text."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from newsportal.citations import ISSUERS, TYPES, Citation, Form, Key, Kind, Reach, find, parse_number, type_name
from newsportal.text import vietnamese_document_date

NAMED = sorted(code for code in TYPES if code not in ("CV", "L", "PL", "TTLT", "NQLT"))
STATE = sorted(code for code, issuer in ISSUERS.items() if issuer.reach in (Reach.NATIONAL, Reach.LOCAL))
PARTY = sorted(code for code, issuer in ISSUERS.items() if issuer.reach is Reach.PARTY)
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))
SERIALS = st.integers(1, 9999).map("{:02}".format)


@st.composite
def written(draw: st.DrawFn) -> tuple[str, Key, str, dt.date]:
    """A citation as it may be written, its key, its number and its date."""
    serial, code, day = draw(SERIALS), draw(st.sampled_from(NAMED)), draw(DAYS)
    shape = draw(st.sampled_from(Kind if code in ("NQ", "QĐ", "CT") else [Kind.ADMINISTRATIVE, Kind.NORMATIVE]))
    issuer = draw(st.sampled_from(PARTY if shape is Kind.PARTY else STATE))
    number = f"{serial}/{code}-{issuer}"
    if shape is Kind.NORMATIVE:
        number = f"{serial}/{day.year}/{code}-{issuer}"
    if shape is Kind.PARTY:
        number = f"{serial}-{code}/{issuer}"
    form = draw(
        st.sampled_from(["ngày {0.day}/{0.month}/{0.year}", "ngày {0:%d/%m/%Y}", "ngày {0.day}-{0.month}-{0.year}"])
    )
    date = draw(st.sampled_from([form.format(day), vietnamese_document_date(day), f"({form.format(day)})"]))
    gap = draw(st.sampled_from([" ", "\xa0", "\n", "*\n\n", "  "]))
    word = draw(st.sampled_from([type_name(code, "vi"), type_name(code, "vi").lower(), type_name(code, "vi").upper()]))
    number_word = draw(st.sampled_from(["số" + gap, "", "số: "]))
    return f"{word} {number_word}{number}{gap}{date}", Key(code, serial.lstrip("0"), issuer, day.year), number, day


@given(written(), st.sampled_from(["{}", "Theo {}, Sở làm.", "({})", "**{}**", "- {}\n", "“{}”."]))
def test_what_is_written_is_read(case: tuple[str, Key, str, dt.date], frame: str) -> None:
    text, key, number, day = case
    (found,) = find(frame.format(text))
    assert (found.verbatim, found.key, found.number, found.date, found.warnings) == (text, key, number, day, ())


@given(written())
def test_a_number_reads_alike_alone_and_in_a_citation(case: tuple[str, Key, str, dt.date]) -> None:
    text, key, number, _ = case
    alone = parse_number(number)
    assert alone is not None
    assert alone.number == number
    assert alone.key[:3] == key[:3] == find(text)[0].key[:3]


PIECES = st.sampled_from([
    *("Quyết định ", "số ", "Số: ", "124", "/", "QĐ-UBND", "-NQ/TW", "2022", ", ", "ngày ", "16/3/2022", "31/02/2023"),
    *("của UBND tỉnh ", "Bắc Kạn", "Luật ", "Đất đai", " năm ", "TCVN ", "QCVN 01:2015/", "BKHCN"),
    *("*", "\n\n", " và ", "35"),
    *("Nghị định ", "(", ")", "No. ", "Decree ", " of 16 March 2022", "Law on ", "Land", ".", "-"),
    *("đến ", "sửa đổi, bổ sung"),
])  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
def test_citations_are_in_order_apart_and_word_for_word(text: str) -> None:
    end = 0
    for citation in find(text):
        assert end <= citation.start < citation.end
        assert text[citation.start : citation.end] == citation.verbatim
        end = citation.end
        _holds_together(citation)


def _holds_together(citation: Citation) -> None:
    assert (citation.form is Form.NAMED) == (citation.number == "")
    assert citation.serial in citation.number
    assert citation.date is None or citation.year is not None
    assert not citation.full or citation.form is Form.SHORT
    assert citation.verbatim.strip() == citation.verbatim


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_citation_is_found_again_in_its_own_words(text: str) -> None:
    for citation in find(text):
        if citation.form is Form.NUMBERED and citation.type_word and citation.verbatim.startswith(citation.type_word):
            again = find(citation.verbatim)
            assert [(each.verbatim, each.number, each.date) for each in again] == [
                (citation.verbatim, citation.number, citation.date)
            ]
