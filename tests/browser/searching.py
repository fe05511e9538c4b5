"""Portals that are searched in tests, and questions put to their engine in a real browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from sites import TinyPortal

_ASK = """async ([name, queries, options]) => {
  const engine = await import(new URL(`${document.documentElement.dataset.root}search/search.js`, location));
  const answers = [];
  for (const query of queries) answers.push(await engine[name](query, options));
  return answers;
}"""

_FILLER = "Hội nghị nghe báo cáo tình hình chung của ngành trong năm qua. " * 3


@dataclass(frozen=True, slots=True)
class Engine:
    """The search of one served portal, asked from one of its pages."""

    page: Page

    def answers(self, queries: Iterable[str], name: str = "search", **options: object) -> list[Any]:
        """What `name` of the engine gives for each of the queries."""
        return list(self.page.evaluate(_ASK, [name, list(queries), options]))

    def search(self, query: str, **options: object) -> dict[str, Any]:
        """One answer of `search`."""
        return dict(self.answers([query], "search", **options)[0])

    def titles(self, query: str, **options: object) -> list[str]:
        """The titles found, best first."""
        return [hit["title"] for hit in self.search(query, **{"limit": 50, **options})["hits"]]


def open_engine(page: Page, address: str) -> Engine:
    """The engine of the portal at `address`, in its language's page."""
    page.goto(address)
    return Engine(page)


def rules(folder: Path, **options: object) -> TinyPortal:
    """A portal whose items are made to tell one rule of search from another."""
    portal = TinyPortal.create(folder, **options)
    for name, (title, body, fields) in _ITEMS.items():
        kind = "van-ban" if "document" in fields else "tin-tuc"
        portal.item(f"vi/{kind}/{name}.md", body, title=title, **{"date": "2024-06-01", **fields})
    for number in range(8):
        portal.item(
            f"vi/tin-tuc/nen-{number}.md", _FILLER, title=f"Tin nền thứ {number}", date=f"2023-02-0{number + 1}"
        )
    portal.item(
        "en/tin-tuc/giay-phep.md", "Licences for X-ray machines.", title="Radiation licences", date="2024-06-01"
    )
    portal.item("en/tin-tuc/du-an.md", "The project was planned in Đắk Lắk.", title="A project", date="2023-06-01")
    portal.write("vi/lien-he.md", "---\ntitle: Liên hệ\n---\n\nSố 26 phố Bình Minh. Điện thoại 0278 3855 100.\n")
    return portal


_UNITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_TENS = [f"{unit} mươi" for unit in _UNITS[2:]]
_LONG = "\n\n".join(f"Đoạn thứ {ten} {unit} kể một điều khác hẳn các phần kia." for ten in _TENS for unit in _UNITS[1:])


def _document(number: str, kind: str = "QĐ") -> Mapping[str, object]:
    return {"document": {"number": number, "type": kind, "issued": "2022-01-24", "issuer": "UBND tỉnh"}}


_ITEMS: Mapping[str, tuple[str, str, Mapping[str, object]]] = {
    "de-tai-1": ("Đề tài nghiên cứu cây chè", "Kết quả đề tài được nghiệm thu.", {"date": "2022-03-16"}),
    "de-tai-2": ("Nghiệm thu nhiệm vụ", "Hội đồng đánh giá đề tài về sâm.", {"date": "2024-01-02"}),
    "de-tai-3": ("Danh mục nhiệm vụ", "Danh mục có mười đề tài.", {"tags": ["nong-nghiep"]}),
    "de-tai-nham": ("Người con hiếu thảo", "Chuyện dễ tái phát của bệnh; dê tai to.", {}),
    "duong-1": ("Làm đường liên xã", "Con đường mới mở.", {}),
    "duong-2": ("Giao thông nông thôn", "Đường vào xã đã trải nhựa.", {}),
    "duong-3": ("Đèn chiếu sáng", "Lắp đèn trên tuyến đường chính.", {}),
    "duong-4": ("Trạm quan trắc", "Trạm đặt ở ven đường.", {}),
    "duong-5": ("Cây dương liễu", "Trồng dương liễu chắn cát.", {}),
    "duong-6": ("Năng lượng", "Năng lượng dương và âm.", {}),
    "hoa-moi": ("Xã Hoà Bình đạt chuẩn", "Xã có nước sạch.", {}),
    "hoa-cu": ("Chợ phiên Hòa Bình", "Chợ họp sáng chủ nhật.", {}),
    "ky": ("Hội thi Sáng tạo kỹ thuật", "Ba mươi giải pháp.", {}),
    "cau": ("Khoa học vui", "Dạy khoa học và công nghệ trong nhà trường.", {}),
    "cau-roi": ("Trường học", "Môn khoa học. Học tập suốt đời. Phòng công nghệ thông tin.", {}),
    "xa-nhau": ("Bản tin", "Bà con trồng nấm quanh năm. Vụ này chè được giá.", {}),
    "qd-124": ("Phê duyệt danh mục", "Nội dung quyết định.", _document("124/QĐ-UBND")),
    "qd-nhac": ("Tin về quyết định", "Theo Quyết định số 124/QĐ-UBND ngày 24/01/2022.", {}),
    "nq-36": ("Công nghệ sinh học", "Nghị quyết số 36-NQ/TW ngày 30/01/2023 của Bộ Chính trị.", {}),
    "qcvn": ("Nước sinh hoạt", "Theo QCVN 01:2015/BKHCN về xăng.", {}),
    "qcvn-khac": ("Nước thải", "Theo QCVN 40:2011 và QCVN 01:2018.", {}),
    "so-0": ("Thông tư", "Thông tư 05/2021/TT-BKHCN về định mức.", {}),
    "nhan": ("Thẻ <script>alert(1)</script> & \"dấu\"", "Nguy hiểm: `<img src=x onerror=alert(1)>` của đề mục lạ.", {}),
    "khcn": ("Sở KH&CN họp giao ban", "Phòng của Sở KH&CN.", {}),
    "ngoai": ("Cuộc thi", "Một startup làm phân bón lá.", {}),
    "dai": ("Bài rất dài", _LONG, {}),
    "ngoai-2": ("Gặp gỡ", "Hội thảo dành cho nhà đầu tư.", {}),
}  # fmt: skip
