"""A register as a table that spreadsheets open: CSV (RFC 4180) in UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from types import SimpleNamespace

from newsportal.languages import Language
from newsportal.register.fields import FIELDS

_BOM = "\ufeff"
"""By this Excel knows UTF-8."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What spreadsheets may take for a formula, and run (OWASP, CSV injection)."""

_COLUMNS = tuple(field for field in FIELDS if field.column)


def register_table(records: Iterable[Mapping[str, object]], language: Language) -> bytes:
    """A line for each record below a head in the register's language."""
    lines: list[str] = []
    writer = csv.writer(SimpleNamespace(write=lines.append))
    writer.writerow([getattr(language.labels, field.column) for field in _COLUMNS])
    statuses = _statuses(language)
    for record in records:
        shown = {**record, "status": statuses[str(record["status"])]}
        writer.writerow([_cell(shown[field.name]) for field in _COLUMNS])
    return (_BOM + "".join(lines)).encode()


def _statuses(language: Language) -> Mapping[str, str]:
    labels = language.labels
    return {"in_force": labels.in_force, "not_yet": labels.not_yet, "expired": labels.expired_document, "": ""}


def _cell(value: object) -> str:
    """A value as text that no spreadsheet runs: one that begins like a formula gets an apostrophe before it."""
    text = "; ".join(part.rstrip(" ;") for part in value) if isinstance(value, tuple) else str(value or "")
    return f"'{text}" if text.startswith(_FORMULA) else text
