"""What a language of the portal is: its words, its address parts and its way of writing dates and numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from newsportal.languages.labels import Labels

Formatter = Callable[[dt.date | dt.datetime], str]


class Paths(NamedTuple):
    """The address parts this language uses for pages that are not items."""

    page: str
    type: str
    topics: str
    archive: str
    search: str
    feeds: str
    citations: str
    undated: str
    statistics: str
    sitemap: str


class Filters(NamedTuple):
    """What the conditions of a register's filter are called in addresses."""

    text: str
    type: str
    year: str
    issuer: str
    field: str
    status: str


class Language(NamedTuple):
    """One language. `code` is BCP 47, `prefix` its folder in addresses (empty at the root)."""

    code: str
    prefix: str
    name: str
    locale: str
    paths: Paths
    filters: Filters
    labels: Labels
    date: Formatter
    weekday_date: Formatter
    moment: Formatter
    document_date: Formatter
    month: Callable[[int, int], str]
    number: Callable[[int], str]
    size: Callable[[int], str]
