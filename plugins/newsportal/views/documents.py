"""Administrative documents: what their codes mean and the record shown to readers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from newsportal.languages import Language
from newsportal.model import Document

TYPES: Mapping[str, tuple[str, str]] = MappingProxyType({
    "NQ": ("Nghị quyết", "Resolution"), "QĐ": ("Quyết định", "Decision"), "CT": ("Chỉ thị", "Directive"),
    "QC": ("Quy chế", "Regulation"), "QyĐ": ("Quy định", "Rules"), "TC": ("Thông cáo", "Communiqué"),
    "TB": ("Thông báo", "Notice"), "HD": ("Hướng dẫn", "Guidance"), "CTr": ("Chương trình", "Programme"),
    "KH": ("Kế hoạch", "Plan"), "PA": ("Phương án", "Option paper"), "ĐA": ("Đề án", "Scheme"),
    "DA": ("Dự án", "Project"), "BC": ("Báo cáo", "Report"), "BB": ("Biên bản", "Minutes"),
    "TTr": ("Tờ trình", "Submission"), "HĐ": ("Hợp đồng", "Contract"), "CV": ("Công văn", "Official letter"),
    "CĐ": ("Công điện", "Official telegram"), "BGN": ("Bản ghi nhớ", "Memorandum"),
    "BTT": ("Bản thỏa thuận", "Agreement"), "GUQ": ("Giấy ủy quyền", "Power of attorney"),
    "GM": ("Giấy mời", "Invitation"), "GGT": ("Giấy giới thiệu", "Letter of introduction"),
    "GNP": ("Giấy nghỉ phép", "Leave permit"), "PG": ("Phiếu gửi", "Dispatch slip"),
    "PC": ("Phiếu chuyển", "Transfer slip"), "PB": ("Phiếu báo", "Notification slip"),
    "NĐ": ("Nghị định", "Decree"), "TT": ("Thông tư", "Circular"), "TTLT": ("Thông tư liên tịch", "Joint circular"),
    "L": ("Luật", "Law"), "PL": ("Pháp lệnh", "Ordinance"), "KL": ("Kết luận", "Conclusion"),
    "GP": ("Giấy phép", "Licence"),
})  # fmt: skip
"""Document types by code (NĐ 30/2020/NĐ-CP, Điều 7 and annex III; the list stays open), a name a language."""

_TYPE_LANGUAGES = ("vi", "en")
"""The languages of those names, in their order."""


class RecordRow(NamedTuple):
    """One line of a document's record: a label and one or more values.

    `language` is set when the values are in another language than the page's.
    """

    label: str
    values: tuple[str, ...]
    language: str = ""


def type_name(code: str, language: Language) -> str:
    """A type's name; the code itself where the list does not have it in this language."""
    names = dict(zip(_TYPE_LANGUAGES, TYPES.get(code, ()), strict=False))
    return names.get(language.code, code)


def record(document: Document, language: Language) -> tuple[RecordRow, ...]:
    """The rows of the record that have something to say, in the order of annex VI of NĐ 30/2020."""
    return tuple(row for row in _rows(document, language) if any(row.values))


def foreign_language(document: Document, language: Language) -> str:
    """The language of a document's texts where it is not the page's, else nothing."""
    return "" if document.language == language.code else document.language


def _rows(document: Document, language: Language) -> Iterator[RecordRow]:
    labels, foreign = language.labels, foreign_language(document, language)

    def day(moment: dt.date | None) -> str:
        return language.date(moment) if moment else ""

    yield RecordRow(labels.number, (document.number or labels.no_number,))
    yield RecordRow(labels.document_type, (type_name(document.type, language),))
    yield RecordRow(labels.issued, (day(document.issued),))
    yield RecordRow(labels.issuer, (document.issuer,), foreign)
    yield RecordRow(labels.place, (document.place,), foreign)
    yield RecordRow(labels.subject, (document.subject,), foreign)
    yield RecordRow(labels.document_field, (document.field,), foreign)
    yield RecordRow(labels.signer, (_signature(document),), foreign)
    yield RecordRow(labels.status, (status_name(document, language),))
    yield RecordRow(labels.effective, (day(document.effective),))
    yield RecordRow(labels.expires, (day(document.expires),))
    yield RecordRow(labels.legal_basis, document.legal_basis, foreign)
    yield RecordRow(labels.replaces, document.replaces)
    yield RecordRow(labels.amends, document.amends)


def _signature(document: Document) -> str:
    signer = document.signer
    return ", ".join(part for part in (signer.name, signer.position) if part) if signer else ""


def status_name(document: Document, language: Language) -> str:
    """The status as readers see it; empty where the editor gave none."""
    labels = language.labels
    names = {"in_force": labels.in_force, "not_yet": labels.not_yet, "expired": labels.expired_document}
    return names.get(document.status, "")
