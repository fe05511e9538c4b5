"""Vietnamese legal and administrative citations: found in text, told apart, normalised. Pure, and of no host."""

from newsportal.citations.agencies import agencies_agree
from newsportal.citations.find import find
from newsportal.citations.issuer import Issuer, IssuerName, Reach
from newsportal.citations.issuers import ISSUERS, issuer_name
from newsportal.citations.parse import parse_number
from newsportal.citations.references import Reference, reference_of
from newsportal.citations.types import TYPES, DocumentType, type_name
from newsportal.citations.values import Caution, CautionCode, Citation, Form, Key, Kind, Number

__all__ = [
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
