"""Posting lists, written by the portal and read by their description."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsportal.search.postings import PLAIN, PostingEncoder, PostingList, decode
from search.samples import read

POSTINGS = st.dictionaries(st.integers(0, 20_000), st.one_of(st.just(PLAIN), st.integers(1, 63)), min_size=1)


def _list(postings: Mapping[int, int]) -> PostingList:
    made = PostingList()
    for item in sorted(postings):
        made.add(item, postings[item])
    return made


@given(POSTINGS)
def test_lists_are_read_as_written(postings: Mapping[int, int]) -> None:
    assert read(PostingEncoder().encode(_list(postings))) == postings


@given(POSTINGS)
def test_decoding_undoes_encoding(postings: Mapping[int, int]) -> None:
    assert decode(PostingEncoder().encode(_list(postings))) == _list(postings)


@given(POSTINGS, st.integers(0, 20_000), st.one_of(st.none(), st.integers(1, 63)))
def test_a_replaced_item_is_as_if_made_so(postings: Mapping[int, int], item: int, grade: int | None) -> None:
    expected = {other: kept for other, kept in postings.items() if other != item} | (
        {} if grade is None else {item: grade}
    )
    before = _list(postings)
    assert before.replaced(item, grade) == _list(expected)
    assert before == _list(postings)


@given(POSTINGS, POSTINGS)
def test_joined_lists(postings: Mapping[int, int], others: Mapping[int, int]) -> None:
    later = {item + 20_001: grade for item, grade in others.items()}
    assert _list(postings).joined(_list(later)) == _list({**postings, **later})


@pytest.mark.parametrize(
    ("postings", "code"),
    [
        # 1 item: "1"; parameter 0; gap 0: "1"; no grades: gamma(1) = "1"
        ({0: PLAIN}, "hg"),
        # as above, with one grade: gamma(2) = "010", parameter 0, place 0 "1", grade 2 as gamma(1) = "1"
        ({0: 2}, "hQY"),
    ],
)
def test_bits(postings: Mapping[int, int], code: str) -> None:
    assert PostingEncoder().encode(_list(postings)) == code


def test_dense_lists_cost_a_bit_an_item_and_sparse_ones_little_more_than_their_information() -> None:
    everything = PostingEncoder().encode(_list(dict.fromkeys(range(10_000), PLAIN)))
    fifth = PostingEncoder().encode(_list({item: PLAIN for item in range(10_000) if item * 7919 % 5 == 0}))
    assert len(everything) * 6 < 10_100
    assert len(fifth) * 6 < 2_000 * 4.1
