"""Vietnamese legal and administrative citations: found in text, told apart, normalised. Pure, and of no host.

Most builds find no new citation, so the parser and its long lists of names are loaded when they are asked for.
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from newsportal.citations.references import Reference, reference_of
from newsportal.citations.types import TYPES, DocumentType, type_name
from newsportal.citations.values import BLOCK_END, CELL_END, Caution, CautionCode, Citation, Form, Key, Kind, Number

if TYPE_CHECKING:
    from newsportal.citations.agencies import agencies_agree
    from newsportal.citations.finding import find
    from newsportal.citations.issuer import Issuer, IssuerName, Reach
    from newsportal.citations.issuers import ISSUERS, issuer_name
    from newsportal.citations.parse import parse_number

_ON_DEMAND = MappingProxyType({
    "ISSUERS": "issuers",
    "Issuer": "issuer",
    "IssuerName": "issuer",
    "Reach": "issuer",
    "agencies_agree": "agencies",
    "find": "finding",
    "issuer_name": "issuers",
    "parse_number": "parse",
})  # fmt: skip

__all__ = [
    "BLOCK_END",
    "CELL_END",
    "ISSUERS",
    "TYPES",
    "Caution",
    "CautionCode",
    "Citation",
    "DocumentType",
    "Form",
    "Issuer",
    "IssuerName",
    "Key",
    "Kind",
    "Number",
    "Reach",
    "Reference",
    "agencies_agree",
    "find",
    "issuer_name",
    "parse_number",
    "reference_of",
    "type_name",
]


def __getattr__(name: str) -> Any:
    """What is loaded on demand (PEP 562)."""
    if name in _ON_DEMAND:
        return getattr(import_module(f"{__name__}.{_ON_DEMAND[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
