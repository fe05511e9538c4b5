"""Many items at once: the same bytes as one by one."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsportal.search import Index, SearchItem, make_index
from newsportal.search.analysis import Analyzer
from newsportal.search.bulk import Bulk
from newsportal.search.bulk.encoding import encoded_lists
from newsportal.search.bulk.grading import BATCH
from newsportal.search.bulk.postings import GRADE_BITS
from newsportal.search.bulk.vocabulary import Vocabulary, chunks_of
from newsportal.search.index import OneByOne
from newsportal.search.postings import PLAIN, PostingEncoder, PostingList
from newsportal.search.terms import TermIndex
from search.samples import candidates, item
from sites import REPOSITORY

WORDS = st.sampled_from((
    *("đề", "tài", "de", "dê", "hoà", "hòa", "kỹ", "KH&CN", "124/QĐ-UBND", "05/3", "0278", "1.287", "TP.HCM", "ab"),
    *("a", "licences", "licensed", "running", "x,", "(y)", "z…", "a:b", ".", "&", "_", "😀", "İ", "ß", "e\u0301"),
    *("\u037e", " ", "\n", "\r\n", "\x1c", "\x85", "\u2028", "\u3000", "\u2000", "\u0301"),
))  # fmt: skip
TEXTS = st.one_of(
    st.lists(WORDS, max_size=30).map(" ".join),
    st.lists(WORDS, max_size=30).map("".join),
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.builds("{} ".format, WORDS).flatmap(lambda word: st.integers(0, 600).map(word.__mul__)),
)
ITEMS = st.builds(item, TEXTS, TEXTS, summary=TEXTS, labels=st.lists(TEXTS, max_size=3).map(tuple))
LANGUAGES = st.sampled_from(("vi", "en"))
LAST_ITEM = (1 << 32 - GRADE_BITS) - 1
POSTINGS = st.dictionaries(
    st.one_of(st.integers(0, 300), st.integers(0, LAST_ITEM)), st.one_of(st.just(PLAIN), st.integers(1, 63)), min_size=1
)


def _one_by_one(items: Iterable[SearchItem], language: str) -> tuple[TermIndex, TermIndex]:
    gathering = OneByOne(0, Analyzer(language))
    for each in items:
        gathering.add(each)
    return gathering.added_to(TermIndex(), TermIndex())


def _at_once(items: Iterable[SearchItem], language: str) -> tuple[TermIndex, TermIndex]:
    bulk = Bulk(Analyzer(language))
    for each in items:
        bulk.add(each)
    return bulk.added_to(TermIndex(), TermIndex())


@given(st.lists(ITEMS, max_size=6), LANGUAGES)
def test_a_few_items(items: list[SearchItem], language: str) -> None:
    assert _at_once(items, language) == _one_by_one(items, language)


@given(st.lists(ITEMS, min_size=1, max_size=6), st.integers(BATCH - 2, 3 * BATCH), LANGUAGES)
def test_many_items(items: list[SearchItem], count: int, language: str) -> None:
    many = [items[number % len(items)] for number in range(count)]
    assert _at_once(many, language) == _one_by_one(many, language)


@pytest.mark.parametrize("count", [0, 1, BATCH, BATCH + 1])
def test_items_without_a_word(count: int) -> None:
    assert _at_once([item("", "…")] * count, "vi") == _one_by_one([item("", "…")] * count, "vi")


def test_more_words_and_pairs_than_sixteen_bits_number() -> None:
    texts = [" ".join(f"từ{word}" for word in range(start, start + 700)) for start in range(0, 70_000, 700)]
    many = [item(f"Tin {number}", text) for number, text in enumerate(texts)]
    assert _at_once(many, "vi") == _one_by_one(many, "vi")


@pytest.mark.parametrize("length", [0, 1, 333, 500, 999, 1000, 1500, 7777])
def test_what_is_often_depends_on_the_length_alike(length: int) -> None:
    rest = " ".join(f"x{word}" for word in range(length))
    items = [item("Tin", "tài " * times + rest) for times in range(1, 20)]
    assert _at_once(items, "vi") == _one_by_one(items, "vi")


def _forms_of_chunks(texts: Sequence[str], analyzer: Analyzer) -> list[str]:
    vocabulary = Vocabulary(analyzer)
    numbers, _ = vocabulary.forms_of(chunks_of(*texts))
    return [vocabulary.forms[number] for number in numbers]


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_chunks_have_the_forms_of_the_text(texts: list[str]) -> None:
    analyzer = Analyzer("vi")
    assert [*_forms_of_chunks(texts, analyzer), ""] == analyzer.forms(*texts)


def test_every_character_parts_or_joins_alike() -> None:
    characters = (chr(code) for code in range(0x20000))
    text = " ".join(f"a{each}b {each} c.{each}" for each in characters if unicodedata.category(each) != "Cs")
    analyzer = Analyzer("vi")
    assert [*_forms_of_chunks([text], analyzer), ""] == analyzer.forms(text)


@given(st.lists(POSTINGS, max_size=8))
def test_lists_are_encoded_alike(lists: list[Mapping[int, int]]) -> None:
    made = [sorted(each.items()) for each in lists]
    flat = np.array([number << GRADE_BITS | grade for each in made for number, grade in each], np.uint32)
    text, lengths = encoded_lists(np.array(list(map(len, made)), np.int64), flat)
    ends = np.cumsum(lengths).tolist()
    found = [text[end - length : end] for end, length in zip(ends, lengths.tolist(), strict=True)]
    assert found == [PostingEncoder().encode(_list(each)) for each in made]


def _list(postings: Iterable[tuple[int, int]]) -> PostingList:
    made = PostingList()
    for number, grade in postings:
        made.add(number, grade)
    return made


def _index(count: int, former: Index | None = None) -> Index:
    items = [item(f"Tin {number}", f"đề tài số {number} của tỉnh", address=f"/{number}/") for number in range(count)]
    return make_index(candidates(items), "vi", former)


def test_an_index_goes_on_after_many_items() -> None:
    """Whichever way the items came."""
    assert _index(151, _index(150)) == _index(151)
    assert _index(230, _index(90)) == _index(230, _index(150)) == _index(230)


def test_a_few_items_do_without_numpy() -> None:
    code = (
        "import sys; from newsportal.search import *; "
        "given = Candidate('/', b'', lambda: SearchItem('/', 'Tin', 'news')); make_index([given] * 20, 'vi'); "
        "sys.exit('numpy' in sys.modules)"
    )
    path = f"import sys; sys.path.insert(0, {str(REPOSITORY / 'plugins')!r}); "
    subprocess.run([sys.executable, "-I", "-c", path + code], check=True)
