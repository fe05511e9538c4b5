"""An index as the files of `/search/`: the manifest of each language and all that it leads to.

search/vi.json                      the manifest, the only file whose name stays
search/vi/pairs/…                   posting lists of pairs of neighbouring words (`terms`)
search/vi/words/…                   posting lists of single words (`terms`)
search/vi/items/…                   what a hit shows, and its text (`texts`)
search/vi/titles-….json, titles/…   words of titles in alphabetical order (`titles`)
search/vi/facets-….json             what results are refined by (`facets`)
"""

from __future__ import annotations

from collections.abc import Iterable

from newsportal.languages import Language
from newsportal.search.facets import make_facets
from newsportal.search.index import Index
from newsportal.search.items import SearchItem
from newsportal.search.leaves import Files, content_hash, encoded, tree
from newsportal.search.texts import rest_files
from newsportal.views import Site

FORMAT = 1
"""Version of the files. The code that reads them is published with them and reads this one only."""


def index_files(index: Index, site: Site, language: Language) -> Files:
    """Path in the site → bytes, for one language."""
    folder = f"search/{language.code}"
    heads = tuple(text.head for text in index.texts)
    titles = index.titles
    facets = encoded(make_facets(index.items, site, language))
    leaves = {"pairs": index.pairs.leaves, "words": index.words.leaves, "items": heads}
    trees = {name: tree(f"{folder}/{name}", part) for name, part in leaves.items()}
    manifest = {
        "format": FORMAT,
        "items": len(index.items),
        "years": _years(index.items),
        "sections": {section.id: section.titles[language.code] for section in site.catalog.sections},
        "leaves": {name: len(part) for name, part in leaves.items()},
        "branches": {name: part.branches for name, part in trees.items()},
        "titles": content_hash(titles.table),
        "facets": content_hash(facets),
    }
    files: Files = {
        f"{folder}.json": encoded(manifest),
        f"{folder}/titles-{manifest['titles']}.json": titles.table,
        f"{folder}/facets-{manifest['facets']}.json": facets,
    }
    for part in (
        rest_files(index.texts, f"{folder}/items/rest"),
        {f"{folder}/titles/{name}": content for name, content in titles.chunks.items()},
        *(part.files for part in trees.values()),
    ):
        files |= part
    return files


def _years(items: Iterable[SearchItem]) -> list[tuple[int, int]]:
    """(year, number of its first item), in order; plain pages, which come first, have none."""
    first: dict[int, int] = {}
    for number, item in enumerate(items):
        if item.year:
            first.setdefault(item.year, number)
    return list(first.items())
