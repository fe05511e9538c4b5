"""What `--help` says, in the order of `words.MESSAGE_LANGUAGES`."""

from collections.abc import Mapping
from types import MappingProxyType

_HELP = {
    "about": ("Dựng và quản lý cổng tin tức.", "Builds and keeps a news portal."),
    "build": (
        "Dựng toàn bộ trang rồi thay trang cũ trong một bước.",
        "Builds the whole site and replaces the old one in one step.",
    ),
    "serve": (
        "Xem thử nội dung đang viết, cả bản nháp và bài chưa đến giờ đăng.",
        "Live preview, drafts and future items included.",
    ),
    "check": ("Kiểm tra nội dung mà không dựng trang.", "Validates content without building."),
    "new": ("Tạo một bài mới đã có sẵn phần khai báo đầu tệp.", "Writes a new item with valid front matter."),
    "help": ("in phần trợ giúp này rồi thôi", "show this help message and exit"),
    "version": ("in số phiên bản rồi thôi", "show the version number and exit"),
    "lang": ("ngôn ngữ của thông báo (mặc định: vi)", "language of the messages (default: vi)"),
    "debug": ("in chi tiết kỹ thuật khi có lỗi phần mềm", "print technical details when the software fails"),
    "content": ("thư mục nội dung (mặc định: theo tệp cấu hình)", "content folder (default: as configured)"),
    "config": ("tệp cấu hình (mặc định: mkdocs.yml của cổng)", "configuration file (default: the portal’s mkdocs.yml)"),
    "site": ("nơi đặt trang dựng ra (mặc định: site)", "where the built site goes (default: site)"),
    "cache": (
        "nơi nhớ kết quả giữa các lần dựng (mặc định: .cache)",
        "where builds remember their results (default: .cache)",
    ),
    "changes": (
        "ghi các địa chỉ đã thêm, sửa, gỡ vào tệp JSON này; dựng hỏng thì không có tệp",
        "write the addresses added, changed and removed into this JSON file; a build that fails leaves none",
    ),
    "strict": ("coi cảnh báo như lỗi", "treat warnings as errors"),
    "port": ("cổng mạng để xem thử (mặc định: 8000)", "port of the preview (default: 8000)"),
    "json": ("in kết quả dạng JSON cho chương trình khác", "print JSON for other programs"),
    "report": (
        "in báo cáo: đăng văn bản có kịp thời không, số bài theo tháng, bài chưa dịch",
        "print a report instead: how timely documents are published, items by month, what lacks a translation",
    ),
    "links": (
        "cùng --report: hỏi từng trang khác xem liên kết có mở được không (cần mạng)",
        "with --report: ask other sites whether links to them still answer (needs the network)",
    ),
    "paths": ("tệp hay thư mục cần kiểm tra (mặc định: tất cả)", "files or folders to check (default: all)"),
    "section": ("mã chuyên mục trong _data/sections.yml", "section id from _data/sections.yml"),
    "title": ("tiêu đề của bài", "title of the item"),
    "item-lang": (
        "ngôn ngữ của bài và của thông báo (mặc định: vi)",
        "language of the item and of the messages (default: vi)",
    ),
    "date": (
        "ngày giờ đăng, như 2026-03-16 08:30 (mặc định: bây giờ)",
        "publication, like 2026-03-16 08:30 (default: now)",
    ),
    "visits": (
        "Thống kê truy cập từ nhật ký máy chủ web, không giữ địa chỉ của ai.",
        "Visitor statistics from access logs, without keeping anybody’s address.",
    ),
    "visits-ingest": (
        "Đọc nhật ký vào kho; mỗi yêu cầu chỉ tính một lần, dù đọc lại bao nhiêu lần.",
        "Takes access logs into the store; each request counts once, however often it is read.",
    ),
    "visits-publish": (
        "Đưa số liệu lên trang: stats.json và thư mục stats.",
        "Publishes the figures into the site: stats.json and the folder stats.",
    ),
    "visits-report": (
        "In số liệu theo tháng và năm cho người biên tập.",
        "Prints the figures by month and year for editors.",
    ),
    "visits-logs": (
        "tệp nhật ký, cả .gz và .zst; - là đầu vào chuẩn",
        "access logs, .gz and .zst too; - is standard input",
    ),
    "visits-format": ("định dạng của nhật ký (mặc định: tự nhận ra)", "format of the logs (default: found out)"),
    "visits-prefix": (
        "đường dẫn mà trang nằm dưới đó (mặc định: theo site_url)",
        "path that the site lies under (default: that of site_url)",
    ),
    "visits-host": (
        "tên máy của chính trang, không tính là nguồn dẫn tới; có thể lặp lại (mặc định: theo site_url)",
        "a host name of the site’s own, which is no referrer; may be repeated (default: that of site_url)",
    ),
    "visits-redirects": (
        "trang đã dựng, để biết các địa chỉ cũ chuyển hướng (mặc định: site)",
        "the built site, for the old addresses that redirect (default: site)",
    ),
    "visits-then-publish": (
        "xong thì công bố số liệu vào trang ấy, như `publish`",
        "then publish the figures into that site, as `publish` does",
    ),
    "visits-site": (
        "trang đã dựng để đưa số liệu vào (mặc định: site)",
        "the built site to publish into (default: site)",
    ),
    "visits-year": ("chỉ năm này (mặc định: tất cả)", "only this year (default: all)"),
    "visits-csv": ("ghi số liệu theo tháng vào tệp CSV này", "write the months’ figures into this CSV file"),
    "visits-engine": (
        "máy tính toán: duckdb: (mặc định) hay chdb:",
        "the engine that counts: duckdb: (default) or chdb:",
    ),
    "visits-open-days": (
        "một ngày còn nhận nhật ký trong bao nhiêu ngày kể từ dòng đầu tiên (mặc định: 7)",
        "for how many days after its first line a day takes logs (default: 7)",
    ),
    "visits-store": (
        "kho số liệu (mặc định: .visits cạnh tệp cấu hình)",
        "store of the figures (default: .visits beside the configuration file)",
    ),
    "reference": (
        "Viết lại các bảng tra cứu trong docs/ theo mã nguồn.",
        "Rewrites the generated tables in docs/ from the code.",
    ),
    "reference-check": ("chỉ báo trang nào đã cũ, không sửa", "only name the pages that are out of date"),
    "of": ("bài gốc mà bài này là bản dịch", "the item that this one translates"),
}
HELP: Mapping[str, tuple[str, str]] = MappingProxyType(_HELP)
"""Descriptions of commands and options."""
