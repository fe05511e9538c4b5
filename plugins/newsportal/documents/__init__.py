"""Documents of the portal and how they hang together: found by number, cited, replaced, amended. Pure."""

from newsportal.documents.chains import Chains
from newsportal.documents.graph import CitationGraph, CitedDocument
from newsportal.documents.index import DocumentIndex, Resolution
from newsportal.documents.records import record_references

__all__ = ["Chains", "CitationGraph", "CitedDocument", "DocumentIndex", "Resolution", "record_references"]
