"""The values that results are refined by, each with the items that have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from newsportal.languages import Language
from newsportal.model import SectionKind
from newsportal.search.items import PAGE_KIND, SearchItem
from newsportal.search.postings import PLAIN, PostingEncoder, PostingList
from newsportal.views import Site

Facet = list[tuple[str, str, str]]
"""(id, title, items as a posting list), in the order in which readers see them."""


def make_facets(items: Iterable[SearchItem], site: Site, language: Language) -> Mapping[str, Facet]:
    """Facets by name: section, kind, type (of documents) and tag. Values that no item has are left out."""
    lists: dict[tuple[str, str], PostingList] = defaultdict(PostingList)
    types: dict[str, str] = {}
    for number, item in enumerate(items):
        types[item.type] = item.type_name
        for value in _values(item):
            lists[value].add(number, PLAIN)
    code, encoder = language.code, PostingEncoder()
    titles = {
        "section": {section.id: section.titles[code] for section in site.catalog.sections},
        "kind": _kinds(language),
        "type": dict(sorted(types.items())),
        "tag": {tag.id: tag.titles[code] for tag in site.catalog.tags},
    }
    return {
        name: [
            (value, title, encoder.encode(lists[name, value]))
            for value, title in values.items()
            if (name, value) in lists
        ]
        for name, values in titles.items()
    }


def _values(item: SearchItem) -> Iterator[tuple[str, str]]:
    single = (("section", item.section), ("kind", item.kind), ("type", item.type))
    yield from ((name, value) for name, value in single if value)
    yield from (("tag", tag) for tag in item.tags)


def _kinds(language: Language) -> Mapping[str, str]:
    labels = language.labels
    return {
        SectionKind.NEWS.value: labels.kind_news,
        SectionKind.DOCUMENTS.value: labels.kind_documents,
        PAGE_KIND: labels.kind_page,
    }
