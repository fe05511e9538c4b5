"""The browser's code agrees with the portal's on words and leaves, and its results with plain logic."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from browser.searching import Engine, open_engine
from browser.serving import serving
from newsportal.mkdocs_plugins.host import load_workplace
from newsportal.portal import Workshop, assemble
from newsportal.search import SearchItem, search_candidates
from newsportal.search.analysis import PAUSE, Analyzer, Forms, pairs_of, words_of
from newsportal.text import english_stem, fold, term
from newsportal.views import Feature
from sites import REPOSITORY

pytestmark = pytest.mark.browser

ENOUGH, FEW_WORDS = 3, 4
"""As in `match.js`: fewer matches than that bring looser ones, for queries of so few words."""

_TRANSLATE = """async ([folder, texts, language]) => {
  const { Analyzer, fold, stem, term } = await import(new URL(`/search/${folder}/text.js`, location));
  const { crc32 } = await import(new URL(`/search/${folder}/files.js`, location));
  const analyzer = new Analyzer(language);
  return texts.map((text) => {
    const runs = [];
    for (const { form, follows } of analyzer.words(text.normalize("NFC"))) {
      if (follows) runs.at(-1).push(form);
      else runs.push([form]);
    }
    const keys = runs.flat().map((form) => analyzer.key(form));
    return { fold: fold(text), term: term(text), stem: stem(text), crc: crc32(text), runs, keys };
  });
}"""

LETTERS = st.sampled_from("aăâđeêioôơuưyáàảãạặằệốờựỷỹỵbcghklmnpqrstvxQUYHOÀKỸ0012.,:;/-& ()“”\"\n'ðɖ\u0301\u0303İßΣ")
TEXTS = st.one_of(st.text(LETTERS, max_size=30), st.text(max_size=12))
ENGLISH = st.from_regex(r"[a-z]{1,9}(s|es|ies|ed|ing|e|ss)?", fullmatch=True)


@dataclass(frozen=True, slots=True)
class Place:
    """The demo, served and opened."""

    page: Page
    folder: str

    def translate(self, texts: list[str], language: str) -> list[dict[str, object]]:
        return list(self.page.evaluate(_TRANSLATE, [self.folder, texts, language]))


@pytest.fixture(scope="module")
def place(chromium: Browser, demo_site: Path) -> Iterator[Place]:
    context = chromium.new_context()
    with serving(demo_site) as address:
        page = context.new_page()
        page.goto(f"{address}/lien-he/")
        yield Place(page, next((demo_site / "search").glob("code-*")).name)
    context.close()


def _runs(forms: Forms) -> list[list[str]]:
    """Forms between pauses."""
    return [list(run) for is_pause, run in groupby(forms, lambda form: form == PAUSE) if not is_pause]


def _expected(text: str, language: str) -> dict[str, object]:
    analyzer = Analyzer(language)
    forms = analyzer.forms(text)
    keys = [analyzer.key(form) for form in words_of(forms)]
    runs = _runs(forms)
    crc = crc32(text.encode())
    return {"fold": fold(text), "term": term(text), "stem": english_stem(text), "crc": crc, "runs": runs, "keys": keys}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=20, max_size=40), st.sampled_from(["vi", "en"]))
def test_any_text_has_the_same_words(place: Place, texts: list[str], language: str) -> None:
    sound = [text for text in texts if text.isprintable() or "\n" in text]
    assert place.translate(sound, language) == [_expected(text, language) for text in sound]


@settings(max_examples=20)
@given(st.lists(ENGLISH, min_size=50, max_size=50))
def test_english_words_have_the_same_stems(place: Place, words: list[str]) -> None:
    assert [found["stem"] for found in place.translate(words, "en")] == [english_stem(word) for word in words]


@dataclass(frozen=True, slots=True)
class Text:
    """The words and pairs of one item, by key."""

    url: str
    words: frozenset[str]
    pairs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every item of the demo in Vietnamese."""

    texts: tuple[Text, ...]
    runs: tuple[list[str], ...]

    def close(self, query: list[str]) -> set[str]:
        """Items where every word stands beside a neighbour of the query, or anywhere if no item has it beside one."""
        beside = [f"{one} {other}" for one, other in pairwise(query)]
        known = {pair for pair in beside if any(pair in text.pairs for text in self.texts)}
        return {
            text.url for text in self.texts if all(self._covers(text, query, at, known) for at in range(len(query)))
        }

    def _covers(self, text: Text, query: list[str], at: int, known: set[str]) -> bool:
        spans = [f"{query[start]} {query[start + 1]}" for start in (at - 1, at) if 0 <= start < len(query) - 1]
        if not known.intersection(spans):
            return query[at] in text.words
        return any(pair in text.pairs for pair in spans)

    def scattered(self, query: list[str]) -> set[str]:
        """Items that have every word."""
        return {text.url for text in self.texts if text.words.issuperset(query)}

    def found(self, query: list[str]) -> set[str]:
        """What search should find for these words without marks, near misses apart."""
        close = self.close(query)
        return close if len(close) >= ENOUGH or len(query) > FEW_WORDS else close | self.scattered(query)


@pytest.fixture(scope="module")
def corpus(demo_cache: Path) -> Corpus:
    workplace = load_workplace(REPOSITORY / "mkdocs.yml", None)
    portal = assemble(workplace.content, workplace.settings, frozenset(Feature), Workshop.at(demo_cache))
    items = [each.make() for each in search_candidates(portal.site, workplace.settings.primary)]
    analyzer = Analyzer("vi")
    texts = tuple(_text(item, analyzer) for item in items)
    runs = tuple([analyzer.key(form) for form in run] for item in items for run in _runs(analyzer.forms(item.text)))
    return Corpus(texts, runs)


def _text(item: SearchItem, analyzer: Analyzer) -> Text:
    fields = (item.title, item.summary, item.text, *item.labels)
    forms = analyzer.forms(*fields)
    words = frozenset(analyzer.key(form) for form in words_of(forms))
    return Text(item.address, words, frozenset(analyzer.key(form) for form in pairs_of(forms)))


def _queries(corpus: Corpus, count: int) -> Iterator[list[str]]:
    """Stretches of real text, and two of them together; syllables only, which must have neighbours."""
    chance = random.Random(11)
    runs = [run for run in corpus.runs if len(run) > 6 and all(word.isalpha() and word.isascii() for word in run)]
    for number in range(count):
        run = chance.choice(runs)
        start, length = chance.randrange(len(run) - 5), chance.randint(1, 5)
        query = run[start : start + length]
        if number % 3 == 0:
            other = chance.choice(runs)
            query = query[:2] + other[:2]
        yield query


_SYLLABLES = """async ([folder, queries]) => {
  const { isSyllable } = await import(new URL(`/search/${folder}/text.js`, location));
  return queries.map((query) => query.every(isSyllable));
}"""


def test_results_are_those_of_plain_logic(place: Place, corpus: Corpus) -> None:
    queries = list(_queries(corpus, 600))
    plain = place.page.evaluate(_SYLLABLES, [place.folder, queries])
    queries = [query for query, isPlain in zip(queries, plain, strict=True) if isPlain]
    assert len(queries) > 300
    engine: Engine = open_engine(place.page, place.page.url)
    answers = engine.answers([" ".join(query) for query in queries], limit=100)
    wrong = [
        (" ".join(query), len(expected), answer["total"])
        for query, answer in zip(queries, answers, strict=True)
        if (expected := corpus.found(query)) != (set() if answer["near"] else {hit["url"] for hit in answer["hits"]})
    ]
    assert wrong == []
    assert sum(bool(answer["total"]) for answer in answers) > 250


def test_topics_and_sections_are_found_without_marks(place: Place) -> None:
    """Recall is total: every item of a topic or section is among the results for its name, with and without marks."""
    engine = open_engine(place.page, place.page.url)
    for language in ("vi", "en"):
        facets = engine.search("", facets=True, lang=language)["facets"]
        for facet in ("tag", "section"):
            for entry in facets[facet]:
                members = {
                    hit["url"] for hit in engine.search("", limit=100, lang=language, **{facet: entry["id"]})["hits"]
                }
                assert len(members) == entry["count"]
                for name in (entry["title"], fold(entry["title"])):
                    found = {hit["url"] for hit in engine.search(name, limit=100, lang=language)["hits"]}
                    assert members <= found, (name, members - found)
