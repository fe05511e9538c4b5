"""A register made up for tests, with types, years, issuers, fields and statuses, some of them missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import product

from sites import TinyPortal

TYPES = ("QĐ", "KH", "BC", "TB", "CV", "NQ", "HD", "XX")
ISSUERS = ("Ủy ban nhân dân tỉnh An Lĩnh", "Sở Khoa học và Công nghệ tỉnh An Lĩnh", "Hội đồng nhân dân tỉnh An Lĩnh")
FIELDS = ("Khoa học và công nghệ", "Chuyển đổi số", "Sở hữu trí tuệ", "Đo lường, chất lượng", "Bưu chính, viễn thông")
_DOINGS = ("Phê duyệt", "Ban hành", "Triển khai", "Kiểm tra", "Công bố", "Điều chỉnh", "Sơ kết", "Tổng kết")
_THINGS = ("danh mục nhiệm vụ", "quy chế quản lý", "kế hoạch ứng dụng", "chương trình hỗ trợ", "đề án phát triển")
_MATTERS = ("giống lúa", "chuyển đổi số", "truy xuất nguồn gốc chè", "đo lường xăng dầu", "sáng chế của trường học")
_PLACES = ("xã Phú Thanh", "phường Trung Lĩnh", "các xã ven sông Thanh Giang", "huyện cũ Hoàng Lĩnh", "toàn tỉnh")
_SUBJECTS = tuple(" ".join(parts) for parts in product(_DOINGS, _THINGS, _MATTERS, _PLACES))
_FIRST = dt.date(2018, 1, 2)


def document(number: int) -> Mapping[str, object]:
    """The record of the document with this number, from 0; always the same one."""
    kind = TYPES[number * 7 // 5 % len(TYPES)]
    issued = _FIRST + dt.timedelta(days=number * 3 // 2 % 3200)
    return {
        "number": f"{number % 900 + 1:02}/{kind}-{('UBND', 'SKHCN', 'HĐND')[number % 3]}",
        "type": kind,
        "issued": issued.isoformat(),
        "issuer": ISSUERS[number % 3],
        "subject": f"{_SUBJECTS[number * 37 % len(_SUBJECTS)]} năm {issued.year}, đợt {number}",
        "field": FIELDS[number % 5],
        **({"status": ("in_force", "expired")[number % 2]} if number % 4 else {}),
    }


def fill(portal: TinyPortal, count: int, languages: tuple[str, ...] = ("vi",)) -> None:
    """Writes documents into the section `van-ban`; English ones have a subject of their own and take the rest over."""
    for number in range(count):
        record = document(number)
        name = f"{record['issued']}-van-ban-so-{number}"
        for language in languages:
            fields = {"document": dict(record)} if language == "vi" else {}
            title = f"{record['number']} {record['subject']}" if language == "vi" else f"Document {number}"
            portal.item(f"{language}/van-ban/{name}.md", "Điều 1.", title=title, date=record["issued"], **fields)
