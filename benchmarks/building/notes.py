"""What a figure does not say: how it was taken, and what sites lack that ours has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from building.contenders import HUGO, MATERIAL, OURS, PAGEFIND, PELICAN
from building.previewing import POLL
from common.memory import INTERVAL

METHOD = (
    "Times are of whole processes by the clock, the start of Python included: the median of all rounds, and in "
    "parentheses the least. Contenders take turns within a round. A cold build starts without a site or a cache; the "
    "machine has read all files before.",
    "Memory is the sum over all processes of a build (proportional set size, looked at every "
    f"{1000 * INTERVAL:.0f} ms) in a build of its own that is not timed; of several programs in a row, the one that "
    "takes most.",
    "A rival whose first build took longer than there was patience (120 s unless told otherwise) was not built again: "
    "the build that was weighed is its figure.",
    "Pages are HTML files. Each change is made to another item than the one before, and looked for on the built page.",
)
"""For all tables."""

PREVIEWING = (
    "From the moment a file is saved to the moment the page with the change is there, asked for every "
    f"{1000 * POLL:.0f} ms; files are saved 1.5 to 2.5 s after the last change was seen."
)

LACKING: Mapping[str, str] = MappingProxyType({
    OURS: "all that the repository's `mkdocs.yml` switches on but PDFs: search, three kinds of feeds, topics, archive, "
    "citations and registers of documents, photos (of which this content has none), two languages that are tied "
    "together",
    HUGO: "a bare theme; sections, topics and RSS in both languages; no search, archive, Atom or JSON feeds, "
    "checks of content. It knows no build but the full one",
    PAGEFIND: "the same, then an index of its articles",
    PELICAN: "its simple theme; RSS and Atom, archives by year; lists and topics in Vietnamese alone; no search",
    MATERIAL: "blog, tags, search and mkdocs-rss-plugin, once for each language; no feeds of sections and topics; "
    "languages are not tied together; every reader loads the whole index",
})  # fmt: skip
"""By contender."""
