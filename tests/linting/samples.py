"""Documents for the rules: sound ones, of which a test changes one thing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from newsportal.linting import Finding, lint
from newsportal.model import Article, Document, Signer
from values import PAPERS, article

SOUND = Document(
    number="218/QĐ-UBND",
    type="QĐ",
    issued=dt.date(2024, 3, 5),
    issuer="Ủy ban nhân dân tỉnh An Lĩnh",
    place="An Lĩnh",
    signer=Signer("TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", "Nguyễn Công Bằng"),
    recipients=("Như Điều 3;", "Sở Tài chính;", "Lưu: VT, KGVX."),
    effective=dt.date(2024, 3, 15),
    expires=dt.date(2026, 3, 15),
)
TEXT = "An Lĩnh, ngày 05 tháng 3 năm 2024\n\n**Điều 1.** Phê duyệt danh mục.\n\n**Điều 2.** Sở Tài chính thi hành./."


def document(text: str = TEXT, language: str = "vi", **changes: Any) -> Article:
    """An item with a sound record but for the changes."""
    values = {name: getattr(SOUND, name) for name in vars(SOUND)} | changes
    return article("qd", section=PAPERS.id, language=language, document=Document(**values), text=text.encode())


def told(item: Article) -> list[tuple[str, str, int]]:
    """Rule, field and row of each finding."""
    return [(each.rule, each.field, each.row) for each in lint(item)]


def only(item: Article) -> Finding:
    """The one finding."""
    (found,) = lint(item)
    return found


def values(item: Article) -> dict[str, str]:
    """The values of the one finding."""
    return dict(only(item).values)
