"""The pages that are looked at: the demo's, and those of a portal made to be long, wide and crowded."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from figures import keep, publish, statistics
from newsportal.model import Statistics
from sites import TinyPortal

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Sites:
    """Addresses at which the two portals are served, without a slash at the end."""

    demo: str
    crowded: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page with an address in each language; `comes` selects what its scripts bring."""

    name: str
    vi: str
    en: str
    crowded: bool = False
    status: int = 200
    comes: str = ""

    def url(self, sites: Sites, language: str) -> str:
        """Where it is served."""
        return (sites.crowded if self.crowded else sites.demo) + (self.vi if language == "vi" else self.en)

    def open(self, page: Page, sites: Sites, language: str) -> None:
        """Opens it in `page` and waits for what its scripts bring."""
        page.goto(self.url(sites, language))
        if self.comes:
            page.locator(self.comes).first.wait_for()
            page.wait_for_load_state("networkidle")  # what is fetched after that may bring more


HOME = Kind("home", "/", "/en/")
SECTION = Kind("section", "/tin-trong-tinh/", "/en/provincial-news/")
PHOTO_ARTICLE = Kind(
    "article-with-photo",
    "/tin-trong-tinh/2026/hoi-nghi-so-ket-9-thang-dau-nam-2026/",
    "/en/provincial-news/2026/nine-month-review-2026/",
)
REPORT = Kind(
    "article-with-tables",
    "/bao-cao/2026/bao-cao-412-ket-qua-9-thang-dau-nam-2026/",
    "/en/reports/2026/notice-57-tb-skhcn/",
)
DOCUMENT = Kind("document", "/van-ban/2026/quyet-dinh-15-2026-qd-ubnd/", "/en/documents/2026/decision-15-2026-qd-ubnd/")
CITATIONS = Kind("citations", "/vien-dan/", "/en/citations/")
CITATIONS_OF = Kind("citations-of", "/vien-dan/quyet-dinh/2026/", "/en/citations/decision/2026/")
FEEDS = Kind("feeds", "/rss/", "/en/rss/")
LONG_LIST = Kind("long-list", "/tin-tuc/trang/5/", "/en/news/page/5/", crowded=True)
CROWDED_ARTICLE = Kind("crowded-article", "/tin-tuc/2026/du-moi-thu/", "/en/news/2026/du-moi-thu/", crowded=True)
SEARCH = Kind("search", "/tim-kiem/?q=chuyen+doi+so", "/en/search/?q=science", comes=".hit")
BROWSE = Kind("browse", "/tim-kiem/", "/en/search/", comes=".hit")
LOST = Kind("not-found", "/khong/co/trang-nay/", "/en/no/such/page/", status=404)
STATISTICS = Kind("statistics", "/thong-ke/", "/en/statistics/", crowded=True)
NO_STATISTICS = Kind("no-statistics", "/thong-ke/", "/en/statistics/")
CROWDED_HOME = Kind("crowded-home", "/", "/en/", crowded=True)
ARCHIVE_YEAR = Kind("archive-year", "/luu-tru/2026/", "/en/archive/2026/")

KINDS = (
    HOME,
    SECTION,
    Kind("section-year", "/tin-trong-tinh/2026/", "/en/provincial-news/2026/"),
    Kind("documents", "/van-ban/", "/en/documents/"),
    Kind("documents-of-a-type", "/van-ban/loai/quyet-dinh/", "/en/documents/"),
    PHOTO_ARTICLE,
    REPORT,
    CITATIONS,
    CITATIONS_OF,
    DOCUMENT,
    Kind("plain-page", "/lien-he/", "/en/contacts/"),
    Kind("topics", "/chu-de/", "/en/topics/"),
    Kind("tag", "/chu-de/chuyen-doi-so/", "/en/topics/digital-transformation/"),
    Kind("archive", "/luu-tru/", "/en/archive/"),
    ARCHIVE_YEAR,
    FEEDS,
    Kind("site-map", "/so-do/", "/en/sitemap/"),
    LOST,
    SEARCH,
    BROWSE,
    LONG_LIST,
    CROWDED_ARTICLE,
    STATISTICS,
    NO_STATISTICS,
    CROWDED_HOME,
)

_TITLE = "Nghiêng mình trước khuynh hướng chuyển đổi số: đẩy mạnh ứng dụng, thuỷ lợi và nghiên cứu khoảng {number} xã"
_WIDE_TABLE = "\n".join(
    (
        "| " + " | ".join(f"Chỉ tiêu kế hoạch thứ {column}" for column in range(1, 13)) + " |",
        "|" + "---|" * 11 + "--:|",
        *("| " + " | ".join(f"{row}.{column * 137:03}" for column in range(1, 13)) + " |" for row in range(1, 5)),
    )
)
_CROWDED = f"""\
Đoạn mở đầu có chú thích[^1] và một địa chỉ dài https://tin.example/tai-lieu/{"rat-dai-" * 12}het.

## Mục thứ nhất

{_WIDE_TABLE}

a) Điểm thứ nhất;

b) Điểm thứ hai;

đ) Điểm có chữ đ.

1. Một
    - Ý con của một
    - Ý con nữa
2. Hai

### Mục nhỏ

> Trích lời của người nói.
>
> Đoạn thứ hai.

![Hai cánh đồng lúa](../../media/canh-dong.jpg "Cánh đồng lúa hai vụ")

`mot_ten_rat_dai_khong_co_cho_ngat_dong_nao_ca_trong_ca_cau_nay_va_con_nua`

| Nhóm | Số |
|---|--:|
| Một | 1.287 |

## Mục thứ hai

Đoạn cuối có [liên kết](https://anlinh.example/) và **chữ đậm**.

[^1]: Chú thích ở cuối bài.
"""


def crowded(folder: Path) -> Path:
    """Builds a portal with ten pages of news in each language, one article of everything, and figures; its site."""
    portal = TinyPortal.create(folder, page_size=6)
    portal.write("media/canh-dong.jpg", _photo())
    portal.write("media/phu-luc.pdf", b"%PDF-1.4\n%%EOF\n")
    everything: dict[str, object] = {
        "title": "Đủ mọi thứ: " + _TITLE.format(number="2.012.579"),
        "summary": "Bài viết có ảnh, bảng rộng, chú thích, tệp đính kèm, đính chính và nguồn.",
        "author": ["Nguyễn Thị Lan Chi", "Hoàng Minh Đăng"],
        "tags": ["chuyen-doi-so", "nong-nghiep", "khoi-nghiep"],
        "cover": {"src": "canh-dong.jpg", "alt": "Cánh đồng lúa", "caption": "Lúa chín", "credit": "Lan Chi"},
        "attachments": [{"file": "phu-luc.pdf", "title": "Phụ lục kèm theo " + "rất dài " * 12}],
        "updated": "2026-03-20",
        "corrections": [{"date": "2026-03-21", "note": "Sửa số liệu ở bảng thứ nhất."}],
        "source": {"name": "Báo An Lĩnh", "url": "https://bao.example/"},
    }
    for language in LANGUAGES:
        portal.item(f"{language}/tin-tuc/du-moi-thu.md", _CROWDED, **everything)
        for number in range(60):
            portal.item(
                f"{language}/tin-tuc/bai-{number:02}.md",
                title=_TITLE.format(number=number),
                date=f"2026-0{number % 3 + 1}-{number % 28 + 1:02} 08:30",
                tags=["nong-nghiep"],
            )
    found = _figures()
    keep(found, folder / ".visits")
    site, report = portal.build()
    assert not report.failed, (report.problems, report.warnings)
    publish(found, site)
    return site


def _figures() -> Statistics:
    """Of items in both languages, of one that is gone, of lists, and of a file with a long name."""
    items = [f"/tin-tuc/2026/bai-{number:02}/" for number in range(8)]
    pages = [
        CROWDED_ARTICLE.vi,
        items[0],
        CROWDED_ARTICLE.en,
        "/",
        "/en/",
        *items[1:],
        "/tin-tuc/2019/" + "da-go-" * 30 + "/",
    ]
    files = ["/media/phu-luc.pdf", "/media/" + "ten-rat-dai-" * 12 + ".pdf"]
    return statistics(pages, files, ["/feed.xml", "/en/feed.xml", "/tin-tuc/atom.xml"])


def _photo() -> bytes:
    ramp = Image.linear_gradient("L").resize((1600, 900))
    target = BytesIO()
    Image.merge("RGB", (ramp, ramp, Image.new("L", ramp.size, 90))).save(target, "JPEG")
    return target.getvalue()
