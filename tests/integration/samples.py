"""Content that uses all there is, for tests that ask whether any of it breaks something."""

from __future__ import annotations

import io

from PIL import Image

from sites import TinyPortal

AWKWARD = "Sở KH&CN: \"đổi mới\" <b>'số'</b> & 5 < 6 – “trích” </title>"
"""Text with everything that a careless template would take for markup."""

BODY = """\
# Phần lớn

Đoạn đầu có **đậm**, *nghiêng*, `mã <b>`, [liên kết](https://vi.example/?a=1&b=2), chú thích[^một] và 10 < 20 & KH&CN.

## Điểm có chữ

a) Điểm a;
b) Điểm b;
c) Điểm c;
d) Điểm d;
đ) Điểm đ;
e) Điểm e.

Gồm có:
- gạch đầu dòng
  + dấu cộng
  + dấu cộng hai
- gạch nữa

1. Một
2. Hai

3. Ba

### Bảng & số

| TT | Nội dung | Số tiền |
|---:|:---|:---:|
| 1 | Đề tài <em>A</em> | 2.012.579 |
| 2 | | 41,2% |

| Không | đầu |
|---|---|
| một | hai |

![Ảnh trong bài](../../../media/anh.png "Chú thích: KH&CN")

Ảnh trong dòng ![nhỏ](../../../media/anh.png) và tệp [PDF](../../../media/tep.pdf).

> Trích dẫn
>
> — Người nói

Thuật ngữ
: Giải thích thứ nhất
: Giải thích thứ hai

```python
print("<script>")
```

<details><summary>Mở ra</summary><p>Bên trong</p></details>

<div>Khối <sub>dưới</sub> <sup>trên</sup> <mark>nổi</mark> <u>gạch</u></div>

Dòng một  
dòng hai

* * *

## Điểm có chữ

Trùng tên phần.

[^một]: Nội dung chú thích có [liên kết](bai-khac.md#phan-a) & dấu.
"""  # noqa: W291  # two spaces at a line's end are a line break in Markdown


def picture(blue: int = 140) -> bytes:
    """A small PNG photo."""
    target = io.BytesIO()
    Image.new("RGB", (900, 600), (12, 90, blue)).save(target, "PNG")
    return target.getvalue()


def everything(portal: TinyPortal) -> None:
    """Fills a portal with an item that has every field, a document with every field, and their translations."""
    portal.configure(page_size=2)
    portal.write("media/anh.png", picture())
    portal.write("media/tep.pdf", b"%PDF-1.4\n%%EOF\n")
    portal.item("vi/tin-tuc/2026/bai-khac.md", "## Phần A\n\nNội dung.", title="Bài khác", tags=["nong-nghiep"])
    portal.item("vi/tin-tuc/2026/day-du.md", BODY, **_fields())
    portal.item("en/tin-tuc/2026/day-du.md", "Body & text.", title=AWKWARD, cover={"alt": "Photo", "caption": "A & B"})
    portal.item(
        "vi/van-ban/2026/quyet-dinh.md", BODY.replace("bai-khac.md", "../../tin-tuc/2026/bai-khac.md"), **_document()
    )
    portal.item("en/van-ban/2026/quyet-dinh.md", "Text.", title="Decision")
    portal.item("vi/van-ban/2026/chua-co-so.md", title="Dự thảo", document={"number": "", "type": "TTr"})
    portal.write(
        "vi/gioi-thieu.md",
        f"---\ntitle: Giới thiệu\ndescription: Về Sở & cơ quan\n---\n\n{BODY}".replace("../../../", "../").replace(
            "bai-khac.md", "tin-tuc/2026/bai-khac.md"
        ),
    )
    for number in range(5):
        portal.item(
            f"vi/tin-tuc/2025/cu-{number}.md", title=f"Tin cũ {number}", date="2025-02-03", tags=["nong-nghiep"]
        )


def _fields() -> dict[str, object]:
    return {
        "title": AWKWARD,
        "date": "2026-03-16 08:30",
        "summary": AWKWARD,
        "author": ["Lê <Hà>", "Trần & Minh"],
        "tags": ["chuyen-doi-so", "nong-nghiep"],
        "cover": {"src": "anh.png", "alt": AWKWARD, "caption": AWKWARD, "credit": "Ảnh: A & B"},
        "attachments": [{"file": "tep.pdf", "title": AWKWARD}],
        "updated": "2026-03-18",
        "corrections": [{"date": "2026-03-18", "note": AWKWARD}],
        "featured": True,
        "source": {"name": "Báo <An Lĩnh> & bạn", "url": "https://bao.example/?a=1&b=2"},
        "aliases": ["/News/Detail/88", "/tin/88.html"],
    }


def _document() -> dict[str, object]:
    record = {
        "number": "124/QĐ-UBND",
        "type": "QĐ",
        "issued": "2026-03-16",
        "issuer": "Ủy ban nhân dân <tỉnh>",
        "place": "An Lĩnh",
        "subject": AWKWARD,
        "field": "KH&CN",
        "signer": {"position": "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", "name": "Nguyễn Văn An"},
        "recipients": ["Như Điều 3;", "Lưu: VT, <KHCN>."],
        "legal_basis": ["Luật số 29/2013/QH13 & luật khác"],
        "status": "in_force",
        "effective": "2026-04-01",
        "expires": "2030-12-31",
        "replaces": ["12/QĐ-UBND"],
        "amends": ["15/KH-SKHCN"],
    }
    return {"title": "Quyết định số 124/QĐ-UBND", "document": record, "attachments": [{"file": "tep.pdf"}]}
