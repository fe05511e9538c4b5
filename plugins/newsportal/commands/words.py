"""The sentences of the commands in Vietnamese and English."""

from collections.abc import Mapping
from types import MappingProxyType

MESSAGE_LANGUAGES = ("vi", "en")
"""The languages people at the terminal can be spoken to in; the first is the default."""

_STAGES = {
    "read": {"vi": "Đọc nội dung", "en": "Reading content"},
    "check": {"vi": "Kiểm tra nội dung", "en": "Checking content"},
    "media": {"vi": "Xử lý ảnh", "en": "Preparing photos"},
    "render": {"vi": "Dựng bài", "en": "Rendering items"},
    "pages": {"vi": "Ghi trang", "en": "Writing pages"},
    "feeds": {"vi": "Ghi nguồn tin", "en": "Writing feeds"},
    "search": {"vi": "Lập chỉ mục tìm kiếm", "en": "Indexing for search"},
    "publish": {"vi": "Đưa trang lên", "en": "Publishing"},
}
STAGES: Mapping[str, Mapping[str, str]] = MappingProxyType(_STAGES)
"""The stages of a build, keyed by the names the host reports; a stage without words is shown by its name."""

_WORDS = {
    "warning": {"vi": " (cảnh báo)", "en": " (warning)"},
    "usage.hint": {
        "vi": "Xem cách dùng: {program} --help",
        "en": "For help: {program} --help",
    },
    "usage.error": {"vi": "Lệnh chưa đúng: {detail}", "en": "Wrong usage: {detail}"},
    "unexpected": {
        "vi": "Lỗi ngoài dự kiến khi chạy “{command}”: {detail}. Đây là lỗi của phần mềm, không phải của bạn: "
        "hãy chạy lại với --debug và gửi toàn bộ kết quả cho người quản trị cổng.",
        "en": "Unexpected failure of “{command}”: {detail}. The software is at fault, not you: "
        "run it again with --debug and send all of the output to the portal’s administrator.",
    },
    "system": {
        "vi": "Máy không cho làm việc này: {detail}. Hãy xem quyền ghi và chỗ trống trên đĩa.",
        "en": "The system refused: {detail}. Look at write permission and free disk space.",
    },
    "interrupted": {"vi": "Đã dừng theo yêu cầu.", "en": "Stopped as asked."},
    "old_site_stays": {
        "vi": "Trang đang có ở {site} giữ nguyên như cũ.",
        "en": "The site at {site} stays as it was.",
    },
    "build.done": {
        "vi": "Đã dựng {pages} trang trong {seconds} giây: {site}",
        "en": "Built {pages} pages in {seconds} seconds: {site}",
    },
    "build.changes": {
        "vi": "Địa chỉ: thêm {added}, sửa {changed}, gỡ {removed}.",
        "en": "Addresses: added {added}, changed {changed}, removed {removed}.",
    },
    "build.failed": {
        "vi": "Không đưa trang lên được: {errors} lỗi, {warnings} cảnh báo.",
        "en": "Not published: errors {errors}, warnings {warnings}.",
    },
    "build.publish": {
        "vi": "Mục tiếp theo đến giờ đăng: {moment} (giờ Việt Nam) – {path}",
        "en": "Next item falls due for publication: {moment} (Vietnam time) – {path}",
    },
    "build.expire": {
        "vi": "Mục tiếp theo đến giờ gỡ: {moment} (giờ Việt Nam) – {path}",
        "en": "Next item expires: {moment} (Vietnam time) – {path}",
    },
    "build.schedule": {
        "vi": "Lúc đó cần một lần dựng nữa. Đặt lịch dựng tự động, chẳng hạn 15 phút một lần:\n  {line}",
        "en": "The site needs another build at that time. Schedule one, say every 15 minutes:\n  {line}",
    },
    "check.none": {"vi": "Không có lỗi.", "en": "No problems found."},
    "check.count": {
        "vi": "{errors} lỗi, {warnings} cảnh báo.",
        "en": "Errors {errors}, warnings {warnings}.",
    },
    "config": {
        "vi": "Tệp cấu hình có lỗi: {detail}",
        "en": "The configuration is at fault: {detail}",
    },
    "no_config": {
        "vi": "Không thấy tệp cấu hình {path}. Hãy chỉ ra bằng --config-file.",
        "en": "There is no configuration file {path}. Name it with --config-file.",
    },
    "no_content": {
        "vi": "Không thấy thư mục nội dung {path}. Hãy chỉ ra bằng --content.",
        "en": "There is no content folder {path}. Name it with --content.",
    },
    "no_path": {"vi": "Không thấy {path}.", "en": "There is no {path}."},
    "outside_content": {
        "vi": "{path} không nằm trong thư mục nội dung {content}.",
        "en": "{path} is not inside the content folder {content}.",
    },
    "site.is_file": {
        "vi": "{site} là một tệp, không phải thư mục. Hãy chọn nơi khác bằng --site-dir.",
        "en": "{site} is a file, not a folder. Choose another place with --site-dir.",
    },
    "site.foreign": {
        "vi": "{site} đã có tệp ({example}) mà không phải do cổng này dựng ra. Để khỏi mất dữ liệu, không thay thế nó: "
        "hãy chọn thư mục khác bằng --site-dir, hoặc tự dọn trống thư mục ấy.",
        "en": "{site} holds files ({example}) that this portal did not build. So that nothing is lost it stays: "
        "choose another folder with --site-dir, or empty it yourself.",
    },
    "site.inside": {
        "vi": "{site} nằm trong thư mục nội dung {content}. Hãy chọn thư mục khác bằng --site-dir.",
        "en": "{site} is inside the content folder {content}. Choose another folder with --site-dir.",
    },
    "site.swap": {
        "vi": "Không thay được {site}: {detail}. Có thể chương trình khác đang mở nó, hoặc nó là một ổ đĩa gắn vào; "
        "khi đó hãy chọn một thư mục con của nó.",
        "en": "{site} could not be replaced: {detail}. Another program may have it open, or it is a mounted disk; "
        "then choose a folder inside it.",
    },
    "site.incomplete": {
        "vi": "Trang mới không đủ: tệp {path} thiếu hoặc sai cỡ. Hãy xem chỗ trống trên đĩa rồi dựng lại.",
        "en": "The new site is not complete: {path} is missing or of the wrong size. Look at free disk space and "
        "build again.",
    },
    "changes.folder": {
        "vi": "Không ghi được danh sách địa chỉ vào {path}: thư mục chứa nó chưa có, hoặc đó là một thư mục.",
        "en": "The list of addresses cannot be written to {path}: its folder is not there, or it is a folder itself.",
    },
    "site.waiting": {
        "vi": "Đang chờ một lần dựng khác của {site} xong …",
        "en": "Waiting for another build of {site} to end …",
    },
    "site.busy": {
        "vi": "Một lần dựng khác của {site} đã chạy hơn {minutes} phút mà chưa xong. Hãy thử lại sau.",
        "en": "Another build of {site} has been at it for more than {minutes} minutes. Try again later.",
    },
    "new.section": {
        "vi": "Không có chuyên mục “{section}”.{nearest} Các chuyên mục: {known}.",
        "en": "There is no section “{section}”.{nearest} The sections: {known}.",
    },
    "new.nearest": {"vi": " Có phải “{nearest}”?", "en": " Did you mean “{nearest}”?"},
    "new.title": {"vi": "Tiêu đề còn trống.", "en": "The title is empty."},
    "new.date": {
        "vi": "“{value}” không phải là ngày. Hãy viết như {suggestion}.",
        "en": "“{value}” is not a date. Write it like {suggestion}.",
    },
    "new.language": {
        "vi": "Cổng không có ngôn ngữ “{language}”. Các ngôn ngữ: {known}",
        "en": "The portal has no language “{language}”. It has: {known}",
    },
    "new.exists": {"vi": "Đã có {path}.", "en": "{path} is there already."},
    "new.no_section": {"vi": "Hãy cho biết chuyên mục: --section ID", "en": "Name the section: --section ID"},
    "new.original": {
        "vi": "{path} không phải là một bài trong chuyên mục của thư mục {content}.",
        "en": "{path} is not an item in a section of {content}.",
    },
    "serve.port": {"vi": "Cổng mạng phải từ 1 đến 65535.", "en": "The port must be from 1 to 65535."},
}
WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(_WORDS)
"""Every sentence, keyed by name and then by language; braces are filled by `Console.word`."""
