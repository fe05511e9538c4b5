"""What a document did to others and others to it, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsportal.documents import Resolution
from newsportal.languages import Language
from newsportal.model import Article
from newsportal.views.citing import CitedView, cited_view, unnumbered_view, view_of
from newsportal.views.indexes import document_chains, document_index, document_links, has_citations, shown_article
from newsportal.views.site import Site


class Relation(NamedTuple):
    """Documents that one has replaced or amended, or that did so to it."""

    label: str
    documents: tuple[CitedView, ...]


def document_relations(site: Site, article: Article, language: Language) -> tuple[Relation, ...]:
    """The relations there are, each document with its status, once, and none to itself."""
    if article.document is None or not has_citations(site):
        return ()
    labels, links, chains = language.labels, document_links(site, article), document_chains(site)
    own = site.address_of(shown_article(site, article.key, language.code) or article)
    relations = (
        (labels.replaced_by, _later(site, chains.replaced_by(article.key), language)),
        (labels.amended_by, _later(site, chains.amended_by(article.key), language)),
        (labels.replaces, (view_of(site, text, language) for text in links.replaces)),
        (labels.amends, (view_of(site, text, language) for text in links.amends)),
    )
    made = (Relation(label, tuple(_each_once(views, own))) for label, views in relations)
    return tuple(relation for relation in made if relation.documents)


def told_labels(site: Site, article: Article, language: Language) -> frozenset[str]:
    """The rows of a record that relations tell, if only that it names itself."""
    if not has_citations(site):
        return frozenset()
    labels, links = language.labels, document_links(site, article)
    return frozenset([labels.replaces] * bool(links.replaces) + [labels.amends] * bool(links.amends))


def _later(site: Site, keys: Iterable[str], language: Language) -> Iterator[CitedView]:
    """Documents of the portal, those too that have no number by which others could tell them."""
    references = document_index(site).references
    for key in keys:
        article = shown_article(site, key, language.code)
        if key in references:
            yield cited_view(site, references[key], Resolution(key), language, "")
        elif article:
            yield unnumbered_view(site, article, language)


def _each_once(views: Iterable[CitedView], own: str) -> Iterator[CitedView]:
    met = {own}
    for view in views:
        if view.address not in met:
            met.add(view.address)
            yield view
