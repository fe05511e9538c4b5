"""The posting lists of all terms: made anew, brought up to date, and cut in leaves."""

from __future__ import annotations

import dataclasses
import json
from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from newsportal.search import Index, SearchItem, make_index
from search.samples import item, read

WORDS = st.sampled_from(("đề", "tài", "de", "dê", "khoa", "học", "hoà", "hòa", "124", "QĐ", "UBND", "startup", "Sở"))
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
ITEMS = st.lists(st.tuples(TEXTS, TEXTS), max_size=8)


def _items(texts: list[tuple[str, str]]) -> tuple[SearchItem, ...]:
    return tuple(item(title, text, address=f"/{number}/") for number, (title, text) in enumerate(texts))


def _parts(index: Index) -> tuple[object, ...]:
    return index.items, index.texts, index.words, index.pairs


@given(ITEMS, ITEMS)
def test_an_index_brought_up_to_date_is_one_made_anew(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    former = make_index(_items(before), "vi")
    kept = _parts(former)
    assert _parts(make_index(_items(after), "vi", former)) == _parts(make_index(_items(after), "vi"))
    assert _parts(former) == kept


@given(ITEMS, st.integers(0, 7))
def test_an_item_taken_out_or_put_in_between(texts: list[tuple[str, str]], place: int) -> None:
    whole = _items(texts)
    fewer = whole[:place] + whole[place + 1 :]
    assert _parts(make_index(fewer, "vi", make_index(whole, "vi"))) == _parts(make_index(fewer, "vi"))
    assert _parts(make_index(whole, "vi", make_index(fewer, "vi"))) == _parts(make_index(whole, "vi"))


def test_an_edit_touches_its_own_terms_only() -> None:
    items = _items([(f"Tin số {number}", f"khoa học {number} công nghệ") for number in range(300)])
    former = make_index(items, "vi")
    edited = dataclasses.replace(items[7], text="khoa học 7 nông nghiệp")
    later = make_index((*items[:7], edited, *items[8:]), "vi", former)
    changed = {form for form, postings in later.pairs.lists.items() if former.pairs.lists.get(form) is not postings}
    assert changed == {"7 nông", "nông nghiệp", "công nghệ"}
    assert sum(one is not other for one, other in zip(former.texts, later.texts, strict=True)) == 1


def test_leaves_hold_every_form_where_its_key_leads() -> None:
    items = _items([(f"Tin số {number}", f"đề tài dê tài {number} de tai") for number in range(400)])
    index = make_index(items, "vi")
    leaves = [json.loads(leaf) for leaf in index.pairs.leaves]
    assert len(leaves) > 4
    assert len(leaves) & (len(leaves) - 1) == 0
    placed = {form: number for number, leaf in enumerate(leaves) for form in leaf}
    assert placed == {form: crc32(index.analyzer.key(form).encode()) % len(leaves) for form in index.pairs.lists}
    assert placed["đề tài"] == placed["dê tài"] == placed["de tai"]
    assert set(read(leaves[placed["đề tài"]]["đề tài"])) == set(range(400))


def test_no_items() -> None:
    index = make_index((), "vi")
    assert index.pairs.leaves == index.words.leaves == (b"{}",)
