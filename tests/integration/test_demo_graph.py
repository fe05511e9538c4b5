"""The demo's documents and news as a graph: every link of the table is found, shown, and seen from both ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from integration.web_of_documents import AMBIGUOUS, CITED, GROUNDS, NOT_HERE
from newsportal.citations import Reference
from newsportal.mkdocs_plugins.host import load_workplace
from newsportal.model import Article
from newsportal.portal import Portal, Workshop, assemble
from newsportal.views import Feature, output_file
from newsportal.views.citing import SHOWN_ITEMS, citation_graph
from newsportal.views.indexes import document_index
from sites import REPOSITORY

SOURCES = tuple(dict.fromkeys(source for source, _, _ in CITED))


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    place = load_workplace(REPOSITORY / "mkdocs.yml", None, tmp_path_factory.mktemp("cache"))
    return assemble(place.content, place.settings, frozenset(Feature), Workshop.at(place.cache))


def _key(path: str) -> str:
    """What pairs an item with its translations."""
    return path.partition("/")[2].removesuffix(".md")


def _article(portal: Portal, path: str) -> Article:
    found = portal.site.catalog.at_path(path)
    assert isinstance(found, Article), path
    return found


@pytest.mark.parametrize("source", SOURCES)
def test_every_citation_means_what_the_table_says(source: str, portal: Portal) -> None:
    index = document_index(portal.site)
    found = []
    for cited in portal.site.body(source).citations:
        meant = index.resolve(Reference.decoded(cited.reference)) if cited.reference else None
        target = (
            AMBIGUOUS if meant and meant.candidates else f"vi/{meant.document}.md" if meant and meant.document else ""
        )
        found.append((cited.verbatim, target))
    expected = [(number, target) for cited_in, number, target in CITED if cited_in == source]
    assert [target for _, target in found] == [target for _, target in expected], found
    for (verbatim, _), (number, _) in zip(found, expected, strict=True):
        assert number in verbatim


def test_items_that_are_not_in_the_table_cite_nothing(portal: Portal) -> None:
    citing = {item.path for item in portal.site.catalog.articles if portal.site.body(item.path).citations}
    assert citing == set(SOURCES)


def _edges() -> Mapping[tuple[str, str], set[str]]:
    """(language, cited document) → the items that cite it, by the table; an item's own number is no citation."""
    edges: dict[tuple[str, str], set[str]] = defaultdict(set)
    for source, _, target in (*CITED, *GROUNDS):
        if target not in (NOT_HERE, AMBIGUOUS) and _key(source) != _key(target):
            edges[source.partition("/")[0], _key(target)].add(source)
    return edges


def test_the_graph_has_the_links_of_the_table_and_no_others(portal: Portal) -> None:
    site, expected = portal.site, _edges()
    for language in site.settings.languages:
        graph = citation_graph(site, language)
        for document in document_index(site).references:
            citing = {item.path for item in graph.citing(document)}
            inherited = {path for path in citing if path.startswith("en/") and f"vi/{_key(path)}.md" in citing}
            assert citing - inherited >= expected[language.code, document] - inherited, document
            assert citing <= expected[language.code, document] | _translated_grounds(document), document


def _translated_grounds(document: str) -> set[str]:
    """Translations take the record of their original, and with it what it names."""
    return {source.replace("vi/", "en/", 1) for source, _, target in GROUNDS if _key(target) == document}


def test_pages_show_every_link_at_both_ends(portal: Portal, demo_site: Path) -> None:
    site = portal.site
    for (code, document), sources in _edges().items():
        cited = site.catalog.by_key(document, code)
        for source in sources:
            citing = _article(portal, source)
            target = site.address_of(cited or _article(portal, f"vi/{document}.md"))
            assert _leads(demo_site, site.address_of(citing), target), (source, document)
            if cited and len(sources) <= SHOWN_ITEMS:
                assert _leads(demo_site, site.address_of(cited), site.address_of(citing)), (document, source)


def _leads(folder: Path, page: str, target: str) -> bool:
    html = (folder / output_file(page)).read_text(encoding="utf-8")
    root = "../" * (page.count("/") - 1)
    return re.search(rf'<a[^>]*href="{re.escape(root + target[1:])}"', html) is not None


def test_an_ambiguous_number_never_leads_to_a_document(portal: Portal, demo_site: Path) -> None:
    ambiguous = [(source, number) for source, number, target in CITED if target == AMBIGUOUS]
    assert ambiguous
    for source, number in ambiguous:
        html = (demo_site / output_file(portal.site.address_of(_article(portal, source)))).read_text(encoding="utf-8")
        links = re.findall(rf'<a class="cited" href="([^"]*)"[^>]*>[^<]*{re.escape(number)}', html)
        assert any("/khong-ro-nam/" in link or "/undated/" in link for link in links), (source, number)


def test_the_repository_is_what_is_looked_at(portal: Portal) -> None:
    assert portal.root == REPOSITORY / "content"
    assert portal.problems == ()
