"""A register for its page's script: all that the filter asks for and rows show, as small as it goes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from newsportal.model import Article, Document
from newsportal.text import collation_key, slugify
from newsportal.views import Register, Site, register_row, type_slug

_LISTS = ("types", "issuers", "fields", "statuses")

NONE = -1
"""The place in a list of what a document does not have."""


class Choice(NamedTuple):
    """A value of a condition: its name in addresses, its words, and their language or, of a status, its code. Spellings
    that make one name are one choice."""

    slug: str
    title: str
    told: str


def register_rows(site: Site, register: Register) -> bytes:
    """JSON: `types`, `issuers`, `fields` and `statuses` are the choices there are, by the alphabet; each of `rows` has
    number, subject, address below the register's, day of issue, year, the places of its type, issuer, field and status
    in these lists, and in a preview a mark."""
    documents = register.chosen()
    chosen = [_chosen(site, article) for article in documents]
    lists = {name: _list(choices) for name, choices in zip(_LISTS, zip(*chosen, strict=True), strict=True)}
    places = [{choice.slug: place for place, choice in enumerate(choices)} for choices in lists.values()]
    base = len(site.addresses.section(register.section, register.language))
    rows = []
    for article, choices in zip(documents, chosen, strict=True):
        row = register_row(site, article)
        shown = row.number, row.subject, row.address[base:-1], row.issued_iso, article.document_day.year
        found = (at.get(choice.slug, NONE) for at, choice in zip(places, choices, strict=True))
        rows.append((*shown, *found, *filter(None, [row.mark])))
    return json.dumps({**lists, "rows": rows}, ensure_ascii=False, separators=(",", ":")).encode()


def _chosen(site: Site, article: Article) -> tuple[Choice, ...]:
    """What a document has, in the order of `_LISTS`."""
    row, record = register_row(site, article), article.document or Document()
    language = site.settings.language(article.language)
    return (
        Choice(type_slug(record.type, language), row.type_name, ""),
        Choice(slugify(row.issuer), row.issuer, row.issuer_language),
        Choice(slugify(record.field), record.field, row.issuer_language),
        Choice(slugify(row.status_name), row.status_name, row.status),
    )


def _list(choices: Iterable[Choice]) -> list[Choice]:
    """Each once, as the first document has it."""
    met: dict[str, Choice] = {}
    for choice in choices:
        met.setdefault(choice.slug, choice)
    return sorted((choice for slug, choice in met.items() if slug), key=lambda choice: collation_key(choice.title))
