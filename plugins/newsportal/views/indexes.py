"""What the portal's documents are called by, and what became of each: worked out once for all pages."""

from __future__ import annotations

from newsportal.documents import Chains, DocumentIndex, RecordLinks
from newsportal.model import Article
from newsportal.views.site import Feature, Site


def has_citations(site: Site) -> bool:
    """Whether the portal deals with citations at all."""
    return Feature.DOCUMENTS in site.features


def document_index(site: Site) -> DocumentIndex:
    """The portal's documents by number."""
    known: DocumentIndex | None = site.views.get(("documents", ""))
    if known is None:
        known = site.views["documents", ""] = DocumentIndex(site.catalog.articles, site.links_of)
    return known


def document_links(site: Site, article: Article) -> RecordLinks:
    """What the record of an item says of documents, bare numbers of the portal's own with their years."""
    return document_index(site).settled(article, site.links_of(article))


def document_chains(site: Site) -> Chains:
    """What became of the portal's documents."""
    known: Chains | None = site.views.get(("chains", ""))
    if known is None:
        known = site.views["chains", ""] = Chains(site.catalog.articles, site.links_of, document_index(site))
    return known


def shown_article(site: Site, key: str, code: str) -> Article | None:
    """The item with a key in the language of a `code`, else in any."""
    codes = (code, *(each.code for each in site.settings.languages))
    return next(filter(None, (site.catalog.by_key(key, each) for each in codes)), None)
