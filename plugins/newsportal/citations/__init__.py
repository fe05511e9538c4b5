"""Vietnamese legal and administrative citations: found in text, told apart, normalised. Pure, and of no host."""

from newsportal.citations.types import TYPES, DocumentType, type_name
from newsportal.citations.values import Caution, CautionCode, Citation, Form, Kind

__all__ = ["TYPES", "Caution", "CautionCode", "Citation", "DocumentType", "Form", "Kind", "type_name"]
