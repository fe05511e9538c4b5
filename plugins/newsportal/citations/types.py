"""Types of documents and their codes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class DocumentType(NamedTuple):
    """A type by its code in numbers ("QĐ"), with its name in each language; `normative` where it can make law."""

    code: str
    vi: str
    en: str
    normative: bool = False


_ALL = (
    DocumentType("NQ", "Nghị quyết", "Resolution", normative=True),
    DocumentType("QĐ", "Quyết định", "Decision", normative=True),
    DocumentType("CT", "Chỉ thị", "Directive", normative=True),
    DocumentType("QC", "Quy chế", "Regulation"),
    DocumentType("QyĐ", "Quy định", "Rules"),
    DocumentType("TC", "Thông cáo", "Communiqué"),
    DocumentType("TB", "Thông báo", "Notice"),
    DocumentType("HD", "Hướng dẫn", "Guidance"),
    DocumentType("CTr", "Chương trình", "Programme"),
    DocumentType("KH", "Kế hoạch", "Plan"),
    DocumentType("PA", "Phương án", "Option paper"),
    DocumentType("ĐA", "Đề án", "Scheme"),
    DocumentType("DA", "Dự án", "Project"),
    DocumentType("BC", "Báo cáo", "Report"),
    DocumentType("BB", "Biên bản", "Minutes"),
    DocumentType("TTr", "Tờ trình", "Submission"),
    DocumentType("HĐ", "Hợp đồng", "Contract"),
    DocumentType("CV", "Công văn", "Official letter"),
    DocumentType("CĐ", "Công điện", "Official telegram"),
    DocumentType("BGN", "Bản ghi nhớ", "Memorandum"),
    DocumentType("BTT", "Bản thỏa thuận", "Agreement"),
    DocumentType("GUQ", "Giấy ủy quyền", "Power of attorney"),
    DocumentType("GM", "Giấy mời", "Invitation"),
    DocumentType("GGT", "Giấy giới thiệu", "Letter of introduction"),
    DocumentType("GNP", "Giấy nghỉ phép", "Leave permit"),
    DocumentType("PG", "Phiếu gửi", "Dispatch slip"),
    DocumentType("PC", "Phiếu chuyển", "Transfer slip"),
    DocumentType("PB", "Phiếu báo", "Notification slip"),
    # In use besides: normative ones of higher bodies, and what annex III leaves out.
    DocumentType("NĐ", "Nghị định", "Decree", normative=True),
    DocumentType("TT", "Thông tư", "Circular", normative=True),
    DocumentType("TTLT", "Thông tư liên tịch", "Joint circular", normative=True),
    DocumentType("L", "Luật", "Law", normative=True),
    DocumentType("PL", "Pháp lệnh", "Ordinance", normative=True),
    DocumentType("KL", "Kết luận", "Conclusion"),
    DocumentType("GP", "Giấy phép", "Licence"),
    DocumentType("GCN", "Giấy chứng nhận", "Certificate"),
    DocumentType("NQLT", "Nghị quyết liên tịch", "Joint resolution", normative=True),
    DocumentType("VBHN", "Văn bản hợp nhất", "Consolidated text"),
)

TYPES: Mapping[str, DocumentType] = MappingProxyType({each.code: each for each in _ALL})
"""Document types by code (NĐ 30/2020/NĐ-CP, Điều 7 and annex III, and what is in use besides). The list stays open."""


def type_name(code: str, language: str) -> str:
    """A type's name in the language with this code; the type's code itself where the list does not have it."""
    known = TYPES.get(code)
    return {"vi": known.vi, "en": known.en}.get(language, code) if known else code
