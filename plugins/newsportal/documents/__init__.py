"""Documents of the portal and how they hang together: found by number, cited, replaced, amended. Pure."""

from newsportal.documents.chains import Chains
from newsportal.documents.graph import CitationGraph, CitedDocument, identity_of
from newsportal.documents.index import DocumentIndex, Resolution
from newsportal.documents.records import (
    NO_LINKS,
    KnownLinks,
    Mention,
    RecordLinks,
    known_links,
    mentions,
    record_links,
    with_parts,
)

__all__ = [
    "NO_LINKS",
    "Chains",
    "CitationGraph",
    "CitedDocument",
    "DocumentIndex",
    "KnownLinks",
    "Mention",
    "RecordLinks",
    "Resolution",
    "identity_of",
    "known_links",
    "mentions",
    "record_links",
    "with_parts",
]
