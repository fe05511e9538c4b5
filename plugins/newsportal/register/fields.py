"""The fields of a document's record: their names, meanings and JSON Schemas, and the columns of the table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

Schema = Mapping[str, object]

_TEXT: Schema = MappingProxyType({"type": "string"})
_URL: Schema = MappingProxyType({"type": "string", "format": "uri"})
_DAY: Schema = MappingProxyType({"type": "string", "format": "date"})
_MAYBE_DAY: Schema = MappingProxyType({"type": ("string", "null"), "format": "date"})
_TEXTS: Schema = MappingProxyType({"type": "array", "items": _TEXT})
_STATUS: Schema = MappingProxyType({"enum": ("in_force", "not_yet", "expired", "")})
_FILE: Schema = MappingProxyType(
    {
        "type": "object",
        "properties": MappingProxyType({"title": _TEXT, "url": _URL}),
        "required": ("title", "url"),
        "additionalProperties": False,
    }
)


class Field(NamedTuple):
    """A field by its name in JSON, with its meaning in both languages and its JSON Schema; `column` is the label that
    heads it in the table, empty where the table does without."""

    name: str
    vi: str
    en: str
    schema: Schema
    column: str = ""


FIELDS = (
    Field("code", "Số, ký hiệu, viết đầy đủ; rỗng khi chưa có số", "Number and notation as written; empty for none yet",
          _TEXT, "number"),
    Field("number", "Số", "Number", _TEXT),
    Field("notation", "Ký hiệu", "Notation", _TEXT),
    Field("type_code", "Mã loại văn bản", "Code of the type", _TEXT),
    Field("type_name", "Tên loại văn bản", "Name of the type", _TEXT, "document_type"),
    Field("subject", "Trích yếu; lấy tiêu đề bài khi trích yếu ở thứ tiếng khác", "Subject; the item's title where the "
          "subject is in another language", _TEXT, "subject"),
    Field("issued_date", "Ngày ban hành", "Day of issue", _MAYBE_DAY, "issued"),
    Field("organisation_name", "Cơ quan ban hành", "Issuing agency", _TEXT, "issuer"),
    Field("place", "Nơi ban hành", "Place of issue", _TEXT, "place"),
    Field("field", "Lĩnh vực", "Field", _TEXT, "document_field"),
    Field("signer_name", "Họ tên người ký", "Name of the signer", _TEXT, "signer"),
    Field("signer_position", "Chức vụ người ký", "Position of the signer", _TEXT, "signer_position"),
    Field("status", "Hiệu lực vào ngày dựng trang; rỗng khi không rõ",
          "Status on the day the site was built; empty where it is not known", _STATUS, "status"),
    Field("effective_date", "Ngày có hiệu lực", "In force from", _MAYBE_DAY, "effective"),
    Field("expiry_date", "Ngày hết hiệu lực", "Ceases on", _MAYBE_DAY, "expires"),
    Field("replaces", "Số các văn bản bị thay thế", "Numbers of documents replaced", _TEXTS, "replaces"),
    Field("amends", "Số các văn bản được sửa đổi", "Numbers of documents amended", _TEXTS, "amends"),
    Field("legal_basis", "Căn cứ", "Legal basis", _TEXTS, "legal_basis"),
    Field("recipient_list", "Nơi nhận", "Recipients", _TEXTS, "recipients"),
    Field("appendix_list", "Tệp đính kèm: tên và địa chỉ", "Files offered: title and URL",
          MappingProxyType({"type": "array", "items": _FILE})),
    Field("language", "Thứ tiếng của các mục chữ lấy từ văn bản", "Language of the texts from the document", _TEXT),
    Field("published_date", "Ngày đăng trên cổng", "Day of publication on the portal", _DAY, "published"),
    Field("url", "Trang của văn bản trên cổng, nơi có toàn văn", "The document's page, which has its text", _URL,
          "page_address"),
)  # fmt: skip
"""The record of a document, after annex VI of NĐ 30/2020/NĐ-CP: the fields of the annex that a portal knows go by the
annex's names (number, notation, type code, subject, issued date, signer, recipient list, appendix list, status)."""
