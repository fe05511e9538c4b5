"""The JSON Schema (draft 2020-12) of a register's records, and the file that follows it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from newsportal.model import Settings
from newsportal.register.fields import FIELDS
from newsportal.views import REGISTER_SCHEMA, Register, Site

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_HEAD: Mapping[str, str] = MappingProxyType(
    {
        "$schema": "This schema.",
        "title": "The section's title.",
        "language": "Language of the register (BCP 47).",
        "publisher": "The agency that publishes the portal.",
        "url": "The register's page.",
    }
)
"""What a file tells besides its documents."""


def register_file(site: Site, register: Register, records: Iterable[Mapping[str, object]]) -> bytes:
    """A register as JSON that is valid by the schema."""
    section, code = register.section, register.language.code
    head = {
        "$schema": site.settings.absolute(REGISTER_SCHEMA),
        "title": section.titles[code],
        "language": code,
        "publisher": site.settings.agency.name[code],
        "url": site.settings.absolute(site.addresses.section(section, register.language)),
    }
    lines = ",\n".join(map(_encoded, records))  # one a line: files of two days can be compared
    return f'{_encoded(head)[:-1]},"documents":[\n{lines}\n]}}\n'.encode()


def register_schema(settings: Settings) -> bytes:
    """The schema of every `register.json` of the site."""
    document = _object({field.name: {**field.schema, "description": field.en} for field in FIELDS})
    head = {name: {"type": "string", "description": meaning} for name, meaning in _HEAD.items()}
    documents = {"type": "array", "items": {"$ref": "#/$defs/document"}, "description": "Last issued first."}
    schema = {
        "$schema": _DIALECT,
        "$id": settings.absolute(REGISTER_SCHEMA),
        "title": "Register of documents",
        "description": "Records of administrative documents, after annex VI of Decree 30/2020/NĐ-CP.",
        **_object({**head, "documents": documents}),
        "$defs": {"document": document},
    }
    return (_encoded(schema, 2) + "\n").encode()


def _object(properties: Mapping[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _encoded(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, default=dict)
