"""What must hold for any text, date and number."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from unicodedata import normalize
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsportal.text import (
    ZONE,
    clean_block,
    clean_line,
    collation_key,
    first_sentences,
    fold,
    heading_id,
    is_slug,
    pairs,
    parse_moment,
    parse_vietnamese_number,
    slugify,
    suggest_iso,
    syllables,
    truncate,
    unify_tones,
    vietnamese_date,
    vietnamese_document_date,
    vietnamese_number,
    xml_safe,
)

# Vietnamese letters, marks, odd spaces, strays and emoji, so that they meet often.
HARD = "aàoeuyqQOUYnđĐðằễợƯ \u00a0\t\n\r\u000b\u200b\u200d\u200c\ufe0f\u0301\u0323\u0302\u0338👩🔬↔\u2329.,;&“”%-/09٣ß"
TEXT = st.one_of(st.text(), st.text(HARD), st.text(st.characters(), max_size=5))
LIMIT = st.integers(0, 60)
DAY = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(TEXT)
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_fold_does_not_see_the_normal_form(text: str) -> None:
    assert fold(normalize("NFC", text)) == fold(normalize("NFD", text)) == fold(text)


@given(TEXT)
def test_unified_tones_stay_and_fold_alike(text: str) -> None:
    once = unify_tones(text)
    assert unify_tones(once) == once == normalize("NFC", once)
    assert fold(once) == fold(text)


@given(TEXT)
def test_a_slug_is_its_own_slug(text: str) -> None:
    slug = slugify(text)
    assert slugify(slug) == slug
    assert slug == "" or is_slug(slug)
    assert is_slug(heading_id(text))


@given(TEXT, TEXT)
def test_collation_is_total(one: str, other: str) -> None:
    equal = normalize("NFC", one) == normalize("NFC", other)
    assert (collation_key(one) == collation_key(other)) == equal
    assert (collation_key(one) < collation_key(other)) + (collation_key(other) < collation_key(one)) == (not equal)


@given(TEXT)
def test_collation_does_not_see_the_normal_form(text: str) -> None:
    assert collation_key(normalize("NFD", text)) == collation_key(text)


@given(st.integers(0), st.integers(0))
def test_collation_reads_numbers(one: int, other: int) -> None:
    assert (collation_key(f"số {one}") < collation_key(f"số {other}")) == (one < other)


@pytest.mark.parametrize("clean", [clean_line, clean_block, xml_safe])
@given(text=TEXT)
def test_cleaning_twice_is_cleaning_once(clean: Callable[[str], str], text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TEXT)
def test_clean_text_is_nfc_and_can_be_written(text: str) -> None:
    for cleaned in (clean_line(text), clean_block(text)):
        assert cleaned == normalize("NFC", cleaned)
        cleaned.encode("utf-8")


@given(TEXT)
def test_clean_line_is_one_line(text: str) -> None:
    cleaned = clean_line(text)
    assert len(cleaned.splitlines()) <= 1
    assert cleaned == cleaned.strip()


@given(TEXT)
def test_clean_block_keeps_lines(text: str) -> None:
    assert clean_block(text).count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


@given(TEXT)
def test_xml_takes_what_is_safe(text: str) -> None:
    ElementTree.fromstring(f"<a>{escape(xml_safe(text))}</a>")


@given(TEXT, LIMIT)
def test_shortened_text_keeps_to_the_limit(text: str, limit: int) -> None:
    assert len(truncate(text, limit)) <= limit
    assert len(first_sentences(text, limit)) <= limit


@given(TEXT, LIMIT)
def test_truncated_text_starts_the_text(text: str, limit: int) -> None:
    shortened = truncate(text, limit)
    assert text.strip().startswith(shortened.removesuffix("…"))
    assert shortened == text.strip() or shortened[-2:-1] not in set(" .,;:!?…“”(-")


@given(TEXT)
def test_pairs_are_made_of_neighbours(text: str) -> None:
    words = syllables(text)
    neighbours = {f"{one} {other}" for one, other in pairwise(words)}
    assert set(pairs(text)) <= neighbours


@given(DAY)
def test_days_are_read_as_written(day: date) -> None:
    assert parse_moment(day.isoformat()) == day
    assert suggest_iso(vietnamese_date(day)) == suggest_iso(vietnamese_document_date(day)) == day.isoformat()


@given(st.datetimes(datetime(1976, 1, 1), datetime(2100, 12, 30)), st.integers(-14 * 60, 14 * 60))
def test_moments_are_read_as_written(naive: datetime, offset: int) -> None:
    moment = naive.replace(microsecond=0, tzinfo=ZONE)
    assert parse_moment(moment.isoformat()) == parse_moment(moment.replace(tzinfo=None).isoformat()) == moment
    elsewhere = (moment - timedelta(hours=7) + timedelta(minutes=offset)).replace(tzinfo=None)
    sign, minutes = "-+"[offset >= 0], abs(offset)
    assert parse_moment(f"{elsewhere}{sign}{minutes // 60:02}{minutes % 60:02}") == moment


@given(st.text("0123456789-: TZ+", max_size=25) | TEXT)
def test_any_other_text_is_a_value_error(text: str) -> None:
    try:
        moment = parse_moment(text)
    except ValueError:
        return
    assert 1900 <= moment.year <= 2100


@given(st.integers() | st.decimals(-(10**12), 10**12, places=3))
def test_numbers_are_read_as_written(number: int | Decimal) -> None:
    assert parse_vietnamese_number(vietnamese_number(number)) == number
