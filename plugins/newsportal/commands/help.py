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
        "ghi các địa chỉ đã thêm, sửa, gỡ vào tệp JSON này",
        "write the addresses added, changed and removed into this JSON file",
    ),
    "strict": ("coi cảnh báo như lỗi", "treat warnings as errors"),
    "port": ("cổng mạng để xem thử (mặc định: 8000)", "port of the preview (default: 8000)"),
    "json": ("in kết quả dạng JSON cho chương trình khác", "print JSON for other programs"),
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
    "of": ("bài gốc mà bài này là bản dịch", "the item that this one translates"),
}
HELP: Mapping[str, tuple[str, str]] = MappingProxyType(_HELP)
"""Descriptions of commands and options."""
