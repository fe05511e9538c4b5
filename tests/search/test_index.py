"""The posting lists of all terms: made anew, brought up to date, and cut in leaves."""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections.abc import Iterable
from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from newsportal.search import Index, SearchItem, make_index
from newsportal.search.analysis import Analyzer
from search.samples import candidates, item, read

WORDS = st.sampled_from(("đề", "tài", "de", "dê", "khoa", "học", "hoà", "hòa", "124", "QĐ", "UBND", "startup", "Sở"))
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
ITEMS = st.lists(st.tuples(TEXTS, TEXTS), max_size=8)


def _items(texts: list[tuple[str, str]]) -> tuple[SearchItem, ...]:
    return tuple(item(title, text, address=f"/{number}/") for number, (title, text) in enumerate(texts))


def _index(items: Iterable[SearchItem], former: Index | None = None) -> Index:
    return make_index(candidates(items), "vi", former)


@given(ITEMS, ITEMS)
def test_an_index_brought_up_to_date_is_one_made_anew(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    former = _index(_items(before))
    assert _index(_items(after), former) == _index(_items(after))
    assert former == _index(_items(before))


@given(ITEMS, st.integers(0, 7))
def test_an_item_taken_out_or_put_in_between(texts: list[tuple[str, str]], place: int) -> None:
    whole = _items(texts)
    fewer = whole[:place] + whole[place + 1 :]
    assert _index(fewer, _index(whole)) == _index(fewer)
    assert _index(whole, _index(fewer)) == _index(whole)


def test_an_index_survives_pickling_and_goes_on() -> None:
    items = _items([(f"Tin số {number}", f"khoa học {number} công nghệ") for number in range(30)])
    former = pickle.loads(pickle.dumps(_index(items[:20])))
    assert _index(items, former) == _index(items)


def test_an_edit_touches_its_own_terms_only() -> None:
    items = _items([(f"Tin số {number}", f"khoa học {number} công nghệ") for number in range(300)])
    former = _index(items)
    edited = dataclasses.replace(items[7], text="khoa học 7 nông nghiệp")
    later = _index((*items[:7], edited, *items[8:]), former)
    before, after = _lists(former.pairs.leaves), _lists(later.pairs.leaves)
    changed = {form for form in before.keys() | after.keys() if before.get(form) != after.get(form)}
    assert changed == {"7 công", "7 nông", "nông nghiệp", "công nghệ"}
    assert sum(one is not other for one, other in zip(former.texts, later.texts, strict=True)) == 1


def test_items_that_are_the_same_are_not_worked_out_again() -> None:
    items = candidates(_items([("Tin một", "khoa học"), ("Tin hai", "công nghệ")]))
    unmade = dataclasses.replace(items[0], make=None)  # type: ignore[arg-type]
    assert make_index((unmade, items[1]), "vi", make_index(items, "vi")) == make_index(items, "vi")


def test_leaves_hold_every_form_where_its_key_leads() -> None:
    index = _index(_items([(f"Tin số {number}", f"đề tài dê tài {number} de tai") for number in range(400)]))
    leaves = [json.loads(leaf) for leaf in index.pairs.leaves]
    assert len(leaves) > 4
    assert len(leaves) & (len(leaves) - 1) == 0
    placed = {form: number for number, leaf in enumerate(leaves) for form in leaf}
    analyzer = Analyzer("vi")
    assert placed == {form: crc32(analyzer.key(form).encode()) % len(leaves) for form in placed}
    assert placed["đề tài"] == placed["dê tài"] == placed["de tai"]
    assert set(read(leaves[placed["đề tài"]]["đề tài"])) == set(range(400))


def _lists(leaves: Iterable[bytes]) -> dict[str, str]:
    return {form: code for leaf in leaves for form, code in json.loads(leaf).items()}


def test_no_items() -> None:
    index = _index(())
    assert index.pairs.leaves == index.words.leaves == (b"{}",)
