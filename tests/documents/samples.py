"""Documents and the items that cite them, by what is written in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from newsportal.citations import Reference, find, reference_of
from newsportal.documents import NO_LINKS, CitationGraph, DocumentIndex, RecordLinks, record_links
from newsportal.model import Article, Document
from values import PAPERS, article

HOME = "Sở Khoa học và Công nghệ tỉnh An Lĩnh"
PROVINCE = "Ủy ban nhân dân tỉnh An Lĩnh"


def paper(name: str, number: str, issued: dt.date | None, issuer: str = PROVINCE, **fields: Any) -> Article:
    """An item with the record of a document."""
    record = {key: fields.pop(key) for key in ("replaces", "amends", "legal_basis") if key in fields}
    kind = number.rpartition("/")[2].partition("-")[0]
    document = Document(number=number, type=kind, issued=issued, issuer=issuer, **record)
    return article(name, section=PAPERS.id, document=document, **fields)


def refer(text: str) -> Reference:
    """What the only citation in a text refers to."""
    (citation,) = find(text)
    reference = reference_of(citation)
    assert reference
    return reference


def links(item: Article) -> RecordLinks:
    """Those of an item's record."""
    return record_links(item.document) if item.document else NO_LINKS


def graph(items: Sequence[Article], texts: Mapping[str, str], papers: Sequence[Article] = ()) -> CitationGraph:
    """Who cites what, `texts` being the items' by their names."""

    def cites(item: Article) -> list[str]:
        found = (reference_of(citation) for citation in find(texts.get(item.slug, "")))
        written = (reference.encoded() for reference in found if reference)
        return list(dict.fromkeys((*links(item).named, *written)))

    everything = (*items, *papers)
    return CitationGraph(everything, cites, DocumentIndex(everything, links), HOME)
