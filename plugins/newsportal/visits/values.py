"""What `ingest` is told and what it tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

LOG_FORMATS = ("auto", "combined", "vhost", "nginx", "caddy", "cloudflare", "w3c")
"""The names a format may be chosen by; `combined` reads common logs too."""
OPEN_DAYS = 7
"""How long a day takes lines after its first one, in days of the wall clock."""
REASONS = ("form", "time", "closed")
"""Why a line was set aside: it is no request of this format; its date cannot be; its day is closed."""


class UnknownFormat(ValueError):
    """A W3C log does not name its fields; the message is the log's name."""


@dataclass(frozen=True, slots=True)
class Site:
    """What of the site decides which requests are views.

    `prefix` is the path the site lies under, with both slashes; `hosts` are its own names, which are no referrers;
    `redirects` are old addresses (below the prefix), which are no pages.
    """

    prefix: str = "/"
    hosts: frozenset[str] = frozenset()
    redirects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one call found: days with new lines, lines set aside by reason (counted once each, as far as the store
    remembers), and logs whose last line was not finished and is left for the next time."""

    days: tuple[dt.date, ...] = ()
    set_aside: Mapping[str, int] = field(default_factory=dict)
    unfinished: tuple[str, ...] = ()
