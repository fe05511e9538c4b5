"""The sentences of `check.py --report` in Vietnamese and English, part of `words.WORDS`."""

from collections.abc import Mapping
from types import MappingProxyType

_WORDS = {
    "report.links_alone": {"vi": "--links chỉ dùng cùng --report.", "en": "--links goes with --report."},
    "report.errors": {
        "vi": "Nội dung còn {errors} lỗi; bài có lỗi không được tính. Chạy check.py không có --report để xem.",
        "en": "The content has {errors} errors; items with errors do not count. check.py without --report shows them.",
    },
    "report.moment": {"vi": "Báo cáo lúc {moment}.", "en": "Report at {moment}."},
    "report.timeliness": {
        "vi": "Từ ngày ban hành đến ngày đăng, tính bằng ngày làm việc",
        "en": "From issue to publication, in working days",
    },
    "report.limits": {
        "vi": "Hạn: {own} ngày làm việc với văn bản do chính cơ quan này ban hành, {other} ngày với văn bản của nơi "
        "khác và với kế hoạch (NĐ 43/2011/NĐ-CP, Điều 17; đã hết hiệu lực, dùng để tham khảo).",
        "en": "Limits: {own} working days for documents that this agency issued, {other} for those of others and for "
        "plans (Decree 43/2011/NĐ-CP, Article 17; expired, kept as a yardstick).",
    },
    "report.no_documents": {
        "vi": "Không có văn bản nào ghi ngày ban hành.",
        "en": "No document says when it was issued.",
    },
    "report.section": {"vi": "Chuyên mục", "en": "Section"},
    "report.author": {"vi": "Tác giả", "en": "Author"},
    "report.nobody": {"vi": "(không ghi)", "en": "(no byline)"},
    "report.all": {"vi": "Tất cả", "en": "All"},
    "report.documents": {"vi": "Văn bản", "en": "Documents"},
    "report.median": {"vi": "Trung vị", "en": "Median"},
    "report.p90": {"vi": "90% trong vòng", "en": "90% within"},
    "report.over": {"vi": "Quá hạn", "en": "Over"},
    "report.late": {"vi": "Văn bản đăng quá hạn", "en": "Documents published late"},
    "report.early": {
        "vi": "Văn bản đăng trước ngày ban hành (không tính vào các số trên; xem lại hai ngày)",
        "en": "Documents published before their issue (in none of the figures above; look at both days)",
    },
    "report.path": {"vi": "Tệp", "en": "File"},
    "report.issued": {"vi": "Ban hành", "en": "Issued"},
    "report.published": {"vi": "Đăng", "en": "Published"},
    "report.days": {"vi": "Ngày làm việc", "en": "Working days"},
    "report.limit": {"vi": "Hạn", "en": "Limit"},
    "report.items": {"vi": "Số bài đăng theo năm và tháng", "en": "Items by year and month"},
    "report.year": {"vi": "Năm", "en": "Year"},
    "report.whole": {"vi": "Cả năm", "en": "Whole"},
    "report.untranslated": {
        "vi": "Bài chưa có bản “{language}”: {n}",
        "en": "Items without a translation into “{language}”: {n}",
    },
    "report.links": {"vi": "Liên kết không mở được", "en": "Links that do not answer"},
    "report.link": {"vi": "Địa chỉ", "en": "Address"},
    "report.place": {"vi": "Nơi ghi", "en": "Where"},
    "report.answer": {"vi": "Trả lời", "en": "Answer"},
    "report.asked": {
        "vi": "Đã hỏi {n} địa chỉ ở các trang khác, {dead} địa chỉ không mở được.",
        "en": "Asked {n} addresses of other sites; {dead} do not answer.",
    },
    "report.address": {"vi": "địa chỉ viết sai", "en": "malformed address"},
    "report.connection": {"vi": "không kết nối được", "en": "no connection"},
    "report.redirects": {"vi": "chuyển hướng mãi", "en": "redirects for ever"},
    "report.timeout": {"vi": "quá lâu không trả lời", "en": "no answer in time"},
    "report.tls": {"vi": "chứng chỉ không hợp lệ", "en": "certificate not valid"},
}
REPORT_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(_WORDS)
"""Every sentence, keyed by name and then by language."""
