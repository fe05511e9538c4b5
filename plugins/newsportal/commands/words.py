"""The sentences of the commands in Vietnamese and English."""

from collections.abc import Mapping
from types import MappingProxyType

from newsportal.commands.report_words import REPORT_WORDS

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
    "links": {"vi": "Hỏi các trang khác", "en": "Asking other sites"},
}
STAGES: Mapping[str, Mapping[str, str]] = MappingProxyType(_STAGES)
"""The stages of a build, keyed by the names the host reports; a stage without words is shown by its name."""

_WORDS = {
    **REPORT_WORDS,
    "warning": {"vi": " (cảnh báo)", "en": " (warning)"},
    "note": {"vi": " (lưu ý)", "en": " (note)"},
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
    "foreign": {
        "vi": "Lỗi trong {place}, là hook hay plugin không thuộc phần mềm của cổng, khi chạy “{command}”: {detail}. "
        "Hãy sửa nó, hoặc bỏ nó khỏi hooks hay plugins trong tệp cấu hình; --debug cho biết chi tiết.",
        "en": "{place}, a hook or plugin that is no part of the portal’s software, failed during “{command}”: "
        "{detail}. Mend it, or take it out of hooks or plugins in the configuration; --debug tells more.",
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
    "build.status": {
        "vi": "Văn bản tiếp theo đổi hiệu lực: {moment} (giờ Việt Nam) – {path}",
        "en": "Next document to come into force or to cease: {moment} (Vietnam time) – {path}",
    },
    "build.schedule": {
        "vi": "Lúc đó cần một lần dựng nữa. Đặt lịch dựng tự động, chẳng hạn 15 phút một lần:\n  {line}",
        "en": "The site needs another build at that time. Schedule one, say every 15 minutes:\n  {line}",
    },
    "check.none": {"vi": "Không có lỗi.", "en": "No problems found."},
    "check.count": {
        "vi": "{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý.",
        "en": "Errors {errors}, warnings {warnings}, notes {notes}.",
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
    "site.around": {
        "vi": "Thư mục nội dung {content} nằm trong {site}, nơi mỗi lần dựng thay toàn bộ. "
        "Hãy chọn thư mục khác bằng --site-dir.",
        "en": "The content folder {content} is inside {site}, which every build replaces as a whole. "
        "Choose another folder with --site-dir.",
    },
    "cache.inside": {
        "vi": "{inner} nằm trong {outer}. Nơi nhớ kết quả phải tách khỏi thư mục nội dung và trang dựng ra: "
        "hãy chọn thư mục khác bằng --cache-dir.",
        "en": "{inner} is inside {outer}. What builds remember must lie apart from the content folder and the site: "
        "choose another folder with --cache-dir.",
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
    "visits.no_log": {"vi": "Không đọc được nhật ký {path}: {detail}", "en": "The log {path} cannot be read: {detail}"},
    "visits.no_fields": {
        "vi": "{path}: không thấy dòng “#Fields:” nên không biết các cột. Hãy đọc cả tệp từ đầu.",
        "en": "{path}: there is no line “#Fields:”, so its columns are unknown. Read the file from its beginning.",
    },
    "visits.no_site": {
        "vi": "Chưa có trang nào ở {site}. Hãy dựng trang trước, hoặc chỉ ra nó bằng --site-dir.",
        "en": "There is no site at {site}. Build it first, or name it with --site-dir.",
    },
    "visits.no_store": {
        "vi": "Chưa có số liệu ở {store}. Hãy đọc nhật ký trước: python3 scripts/visits.py ingest LOG",
        "en": "There are no figures at {store}. Take in logs first: python3 scripts/visits.py ingest LOG",
    },
    "visits.engine": {
        "vi": "Không dùng được máy tính toán “{engine}”: không có, hoặc thư viện của nó chưa cài.",
        "en": "The engine “{engine}” cannot be used: there is none, or its library is not installed.",
    },
    "visits.open_days": {"vi": "--open-days phải từ 1 đến 366.", "en": "--open-days must be from 1 to 366."},
    "visits.prefix": {
        "vi": "--prefix phải bắt đầu bằng dấu /: {prefix}",
        "en": "--prefix must begin with a slash: {prefix}",
    },
    "visits.csv": {
        "vi": "Không ghi được {path}: thư mục chứa nó chưa có, hoặc đó là một thư mục.",
        "en": "{path} cannot be written: its folder is not there, or it is a folder itself.",
    },
    "visits.waiting": {
        "vi": "Đang chờ một lần chạy khác với kho {store} xong …",
        "en": "Waiting for another run with the store {store} to end …",
    },
    "visits.busy": {
        "vi": "Một lần chạy khác với kho {store} đã hơn {minutes} phút mà chưa xong. Hãy thử lại sau.",
        "en": "Another run with the store {store} has been at it for more than {minutes} minutes. Try again later.",
    },
    "visits.ingested": {
        "vi": "Đã đọc nhật ký của {days} ngày: {first} đến {last}.",
        "en": "Took in logs of {days} days: {first} to {last}.",
    },
    "visits.nothing": {"vi": "Không có yêu cầu nào để tính.", "en": "There was no request to count."},
    "visits.form": {"vi": "Bỏ qua {n} dòng hỏng.", "en": "Set {n} broken lines aside."},
    "visits.time": {"vi": "Bỏ qua {n} dòng có ngày giờ vô lý.", "en": "Set {n} lines with an impossible time aside."},
    "visits.closed": {
        "vi": "Không nhận {n} dòng của những ngày đã khóa sổ.",
        "en": "Refused {n} lines of days that are closed.",
    },
    "visits.unfinished": {
        "vi": "{path}: dòng cuối chưa viết xong, để lần sau đọc.",
        "en": "{path}: the last line is not finished; it is left for the next time.",
    },
    "visits.published": {
        "vi": "Đã đưa số liệu lên {site}: {views} lượt xem, {visits} lượt truy cập từ ngày {since}.",
        "en": "Published the figures into {site}: {views} views, {visits} visits since {since}.",
    },
    "visits.report": {"vi": "Số liệu từ ngày {first} đến ngày {last}", "en": "Figures from {first} to {last}"},
    "visits.period": {"vi": "Thời gian", "en": "Period"},
    "visits.views": {"vi": "Lượt xem", "en": "Views"},
    "visits.visits": {"vi": "Lượt truy cập", "en": "Visits"},
    "visits.visitors": {"vi": "Người đọc trong ngày", "en": "Daily visitors"},
    "visits.bots": {"vi": "Máy tự động", "en": "Robots"},
    "visits.unknown": {"vi": "Không rõ", "en": "Unknown"},
    "visits.page": {"vi": "Trang được xem nhiều", "en": "Most read pages"},
    "visits.download": {"vi": "Tệp được tải nhiều", "en": "Most fetched files"},
    "visits.referrer": {"vi": "Đến từ (lượt truy cập)", "en": "Came from (visits)"},
    "visits.crawler": {"vi": "Máy tự động (trang)", "en": "Robots (pages)"},
    "visits.feed": {"vi": "Nguồn tin (người theo dõi, 7 ngày qua)", "en": "Feeds (subscribers, last 7 days)"},
    "visits.n": {"vi": "Số", "en": "Number"},
    "visits.sums": {
        "vi": "Tháng và năm là tổng của các ngày: một người đọc trong hai ngày được tính hai lần.",
        "en": "Months and years are sums of days: a reader who came on two days counts twice.",
    },
    "serve.building": {"vi": "Đang dựng …", "en": "Building …"},
    "serve.ready": {"vi": "Xem thử tại {url} (Ctrl+C để dừng)", "en": "Serving on {url} (Ctrl+C to stop)"},
    "serve.changed": {"vi": "Có tệp thay đổi", "en": "Files have changed"},
    "serve.reloading": {"vi": "Trình duyệt đang tải lại trang", "en": "Browsers reload the page"},
    "serve.browser": {"vi": "Trình duyệt đang mở: {url}", "en": "Open in a browser: {url}"},
    "serve.stuck": {
        "vi": "Lần dựng này hỏng vì lỗi ở trên. Trang xem thử sẽ đứng yên cho đến khi lỗi ấy được sửa.",
        "en": "This build failed, as told above. The preview stands still until that is mended.",
    },
    "serve.ending": {"vi": "Đang dừng xem thử …", "en": "Ending the preview …"},
    "serve.taken": {
        "vi": "Cổng mạng {port} đang có chương trình khác dùng, có thể là một bản xem thử khác. "
        "Hãy tắt chương trình ấy, hoặc chọn cổng khác bằng --port.",
        "en": "Another program uses port {port}, perhaps another preview. End that one, or choose another port with "
        "--port.",
    },
    "serve.refused": {
        "vi": "Máy không cho dùng cổng mạng {port} ({detail}). Hãy chọn cổng khác, từ 1024 trở lên, bằng --port.",
        "en": "The system refuses port {port} ({detail}). Choose another one, 1024 or higher, with --port.",
    },
    "serve.port": {"vi": "Cổng mạng phải từ 1 đến 65535.", "en": "The port must be from 1 to 65535."},
}
WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(_WORDS)
"""Every sentence, keyed by name and then by language; braces are filled by `Console.word`."""
