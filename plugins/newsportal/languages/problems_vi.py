"""What each problem says to editors, Vietnamese: code → (message, hint)."""

from collections.abc import Mapping
from types import MappingProxyType

from newsportal.languages import document_rules_vi, record_rules_vi

NEAREST = "; có phải “{}”?"

MESSAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **document_rules_vi.MESSAGES,
        **record_rules_vi.MESSAGES,
        "frontmatter.missing": (
            "thiếu phần khai báo ở đầu tệp",
            "Bắt đầu tệp bằng một dòng ---, rồi title: và date:, rồi một dòng --- nữa.",
        ),
        "frontmatter.unclosed": (
            "phần khai báo chưa đóng",
            "Thêm một dòng --- sau mục khai báo cuối cùng, trước nội dung bài.",
        ),
        "frontmatter.yaml": (
            "khai báo sai cú pháp YAML ({detail})",
            "Xem lại dấu hai chấm, thụt dòng và dấu nháy ở dòng này hoặc dòng trên; giá trị có dấu hai chấm phải đặt trong nháy kép.",
        ),
        "frontmatter.not_mapping": (
            'phần khai báo phải gồm các dòng "mục: giá trị"',
            "Ví dụ: title: Hội nghị sơ kết",
        ),
        "frontmatter.duplicate": (
            "mục “{key}” được khai báo hai lần (lần đầu ở dòng {first})",
            "Giữ lại một dòng, xóa dòng kia.",
        ),
        "frontmatter.alias": (
            "không dùng được dấu & và * của YAML ở đây",
            'Đặt giá trị trong nháy kép, ví dụ "* Lưu ý".',
        ),
        "frontmatter.too_deep": (
            "phần khai báo quá dài hoặc lồng quá nhiều lớp",
            "Chuyển phần dài xuống nội dung bài, dưới dòng --- thứ hai.",
        ),
        "file.empty": (
            "tệp trống",
            "Viết nội dung hoặc xóa tệp.",
        ),
        "file.binary": (
            "tệp không phải văn bản",
            "Lưu bài dạng Markdown (.md); tệp Word hay PDF đặt trong media/ và khai báo ở attachments.",
        ),
        "file.encoding": (
            "tệp không theo bảng mã UTF-8",
            "Mở tệp bằng trình soạn thảo, chọn lưu với bảng mã UTF-8.",
        ),
        "file.too_large": (
            "tệp quá lớn ({size} kB, nhiều nhất {limit} kB)",
            "Tách bài, hoặc đăng dạng tệp đính kèm; ảnh không dán vào bài mà đặt trong media/.",
        ),
        "file.unreadable": (
            "không đọc được tệp ({detail})",
            "Kiểm tra quyền đọc tệp, rồi dựng lại.",
        ),
        "file.symlink": (
            "liên kết này trỏ ra ngoài thư mục nội dung",
            "Chép tệp thật vào đây thay cho liên kết.",
        ),
        "file.not_markdown": (
            "tệp này sẽ không được đăng",
            "Bài viết có đuôi .md; ảnh và tệp đính kèm đặt trong media/.",
        ),
        "file.language": (
            "“{name}” không phải thư mục ngôn ngữ của cổng",
            "Đặt bài trong {choices}.",
        ),
        "file.section": (
            "không có chuyên mục “{name}”{nearest}",
            "Chuyên mục khai báo trong _data/sections.yml.",
        ),
        "file.index": (
            "chuyên mục không có trang index riêng",
            "Lời giới thiệu chuyên mục viết ở description trong _data/sections.yml; bài viết thì đặt tên khác.",
        ),
        "file.name": (
            "tên tệp không cho ra địa chỉ nào",
            "Đặt tên tệp có chữ hoặc số, ví dụ hoi-nghi-so-ket.md.",
        ),
        "file.twice": (
            "hai tệp trùng tên, chỉ khác cách mã hóa chữ có dấu",
            "Xóa hoặc đổi tên một trong hai tệp.",
        ),
        "field.unknown": (
            "không có mục tên “{key}”{nearest}",
            "Xóa dòng này hoặc sửa lại tên mục; danh sách mục ở docs/bien-tap.",
        ),
        "field.required": (
            "thiếu mục bắt buộc này",
            "Thêm “{key}: …” vào phần khai báo.",
        ),
        "field.quote": (
            "giá trị {value} bị hiểu là số hoặc đúng/sai",
            'Đặt trong nháy kép: "{value}".',
        ),
        "field.text": (
            "phải là một dòng chữ",
            "Viết giá trị sau dấu hai chấm, trên cùng một dòng.",
        ),
        "field.empty": (
            "mục này để trống",
            "Điền giá trị hoặc xóa dòng.",
        ),
        "field.boolean": (
            "phải là true hoặc false, không phải “{value}”",
            "Viết true (có) hoặc false (không).",
        ),
        "field.date": (
            "không hiểu ngày “{value}”",
            "Viết ngày theo dạng năm-tháng-ngày, ví dụ {suggestion}.",
        ),
        "field.number": (
            "phải là số nguyên, không phải “{value}”",
            "Viết một số, không đặt trong nháy, ví dụ 1.",
        ),
        "field.time": (
            "cần có cả giờ",
            "Viết ví dụ {value} 07:00.",
        ),
        "field.url": (
            "“{value}” không phải địa chỉ web",
            "Viết đầy đủ, bắt đầu bằng https://.",
        ),
        "field.slug": (
            "“{value}” không dùng làm địa chỉ được",
            "Chỉ dùng chữ thường không dấu, số và gạch nối, ví dụ {suggestion}.",
        ),
        "field.list": (
            "phải là một danh sách",
            "Viết trong ngoặc vuông, cách nhau bằng dấu phẩy: [một, hai].",
        ),
        "field.mapping": (
            "phải gồm các mục con “tên: giá trị”",
            "Xuống dòng, thụt vào hai dấu cách rồi viết từng mục con.",
        ),
        "field.choice": (
            "không nhận giá trị “{value}”",
            "Chọn một trong: {choices}.",
        ),
        "field.invalid": (
            "giá trị không dùng được",
            "Xem ví dụ ở docs/bien-tap.",
        ),
        "field.order": (
            "{later} phải sau {earlier}",
            "Kiểm tra lại hai mốc thời gian.",
        ),
        "field.not_document": (
            "chỉ chuyên mục văn bản mới có mục này",
            "Chuyển bài sang chuyên mục văn bản hoặc xóa mục document.",
        ),
        "tag.unknown": (
            "không có chủ đề “{tag}”{nearest}",
            "Chủ đề khai báo trong _data/tags.yml.",
        ),
        "tag.repeated": (
            "chủ đề “{tag}” ghi hai lần",
            "Giữ lại một.",
        ),
        "cover.src": (
            "thiếu đường dẫn ảnh",
            "Thêm src: với đường dẫn ảnh trong media/.",
        ),
        "media.missing": (
            "không có tệp media/{src}{nearest}",
            "Chép tệp vào media/ hoặc sửa lại đường dẫn (phân biệt chữ hoa, chữ thường).",
        ),
        "media.outside": (
            "đường dẫn “{src}” ra ngoài media/",
            "Viết đường dẫn tính từ media/, không có ../ và không bắt đầu bằng ổ đĩa.",
        ),
        "media.external": (
            "ảnh lấy từ trang khác ({src})",
            "Chép ảnh vào media/ (khi được phép) để ảnh không mất và người đọc không bị theo dõi.",
        ),
        "media.alt": (
            "ảnh {src} chưa có lời tả",
            "Viết lời tả trong ngoặc vuông: ![Đại biểu dự hội nghị]({src}).",
        ),
        "media.not_picture": (
            "{src} không phải ảnh",
            "Dùng ảnh JPEG, PNG, WebP, GIF hoặc SVG.",
        ),
        "media.not_image": (
            "tệp ảnh hỏng hoặc không phải ảnh",
            "Mở ảnh bằng chương trình xem ảnh rồi lưu lại đúng định dạng của đuôi tệp.",
        ),
        "media.too_large": (
            "tệp quá lớn ({size})",
            "Giảm kích thước xuống dưới {limit}.",
        ),
        "media.unsafe_svg": (
            "ảnh SVG có phần không an toàn ({detail})",
            "Xuất lại ảnh ở dạng SVG thường, không mã lệnh, không liên kết ngoài, hoặc dùng PNG.",
        ),
        "media.type": (
            "loại tệp {type} không được đăng",
            "Đổi sang PDF, DOCX, XLSX, CSV, ZIP; ảnh HEIC của iPhone: lưu lại dạng JPEG.",
        ),
        "media.name": (
            "trùng địa chỉ với media/{other}",
            "Đổi tên một trong hai tệp.",
        ),
        "address.clash": (
            "địa chỉ {address} đã có ở {other}",
            "Đổi slug: hoặc tên tệp của một trong hai bài.",
        ),
        "address.alias": (
            "địa chỉ cũ “{alias}” không dùng được",
            "Viết đường dẫn trên cổng, bắt đầu bằng /, không có ? hay ../, ví dụ /tin-tuc/123.html.",
        ),
        "id.clash": (
            "mã id “{id}” đã có ở {other}",
            "Mỗi bài một mã riêng; đổi mã của bài mới hơn.",
        ),
        "body.empty": (
            "bài chưa có nội dung",
            "Viết nội dung dưới dòng --- thứ hai.",
        ),
        "body.pdf": (
            "không làm được bản PDF của văn bản này",
            "Trang vẫn lên, chỉ thiếu tệp PDF. Xem trong bài có bảng hay ảnh khác thường không; báo người quản trị.",
        ),
        "body.unsafe": (
            "nội dung có mã không được phép ({what})",
            "Xóa đoạn mã này; nhúng video thì thay bằng liên kết.",
        ),
        "body.link": (
            "liên kết “{target}” không dẫn tới đâu{nearest}",
            "Sửa đường dẫn: tính từ tệp này tới tệp .md, hoặc địa chỉ đầy đủ.",
        ),
        "body.failed": (
            "không dựng được nội dung ({detail})",
            "Xem lại chỗ viết bất thường gần dòng này, hoặc gửi tệp cho người quản trị.",
        ),
        "translation.date": (
            "thiếu mục bắt buộc này, mà cũng không có bài gốc {original} để lấy theo",
            "Bài gốc có lẽ đã bị xóa hay đổi tên: xóa hoặc đổi tên bản dịch theo nó, hoặc thêm “date: …” vào bản dịch.",
        ),
        "translation.draft": (
            "bài gốc {other} còn là bản nháp nhưng bản dịch này sẽ được đăng",
            "Thêm draft: true vào bản dịch, hoặc bỏ draft ở bài gốc.",
        ),
        "visits.damaged": (
            "không dùng được số liệu truy cập ({detail})",
            "Trang được dựng không có số liệu; chạy python3 scripts/visits.py publish để ghi lại.",
        ),
        "config.plugin": (
            "không có plugin hay tệp hook nào tên “{name}”",
            "Viết tên đúng như ở plugins hay hooks trong tệp cấu hình; các tên đang có: {known}.",
        ),
        "vocabulary.missing": (
            "thiếu tệp này",
            "Tạo tệp theo mẫu trong docs/bien-tap.",
        ),
        "vocabulary.not_list": (
            'tệp phải là một danh sách, mỗi mục bắt đầu bằng "- id:"',
            "Xem mẫu trong docs/bien-tap.",
        ),
        "vocabulary.repeated": (
            "“{value}” đã dùng cho mục khác",
            "Mỗi mục cần id và địa chỉ riêng.",
        ),
        "vocabulary.title": (
            "thiếu tên bằng ngôn ngữ “{language}”",
            "Thêm {language}: vào title.",
        ),
        "citation.year": (
            "năm trong số, ký hiệu khác năm của ngày: “{citation}”",
            "Xem lại văn bản gốc: số ghi năm {written}, ngày ghi năm {meant}.",
        ),
        "citation.misspelt": (
            "“{written}” trong “{citation}” có lẽ viết nhầm, đúng là “{meant}”?",
            "Xem lại ký hiệu cơ quan hoặc loại văn bản; viết đúng rồi thì bỏ qua lưu ý này.",
        ),
        "citation.no_such_date": (
            "không có ngày “{written}” trong “{citation}”",
            "Xem lại ngày ban hành của văn bản được viện dẫn.",
        ),
        "citation.type": (
            "loại văn bản “{written}” không khớp với số, ký hiệu trong “{citation}”",
            "Theo số, ký hiệu thì loại là “{meant}”; xem lại văn bản gốc.",
        ),
        "citation.day": (
            "“{citation}” ghi ngày {written}, còn văn bản ấy trên cổng ban hành ngày {meant}",
            "Sửa ngày ở một trong hai nơi cho khớp.",
        ),
        "vocabulary.reserved": (
            "địa chỉ “{value}” dành cho trang riêng của cổng",
            "Đặt slug: khác cho chuyên mục.",
        ),
        "vocabulary.language": (
            "cổng không có ngôn ngữ “{language}”",
            "Dùng một trong: {choices}.",
        ),
    }
)

DETAILS: Mapping[str, str] = MappingProxyType(
    {
        "mapping values are not allowed in this context": "dấu hai chấm ở chỗ không được có",
        "could not find expected ':'": "thiếu dấu hai chấm",
        "did not find expected key": "dòng này không có dạng mục: giá trị, hoặc thụt dòng sai",
        "did not find expected ',' or ']'": "danh sách thiếu dấu phẩy hoặc dấu ]",
        "did not find expected ',' or '}'": "thiếu dấu phẩy hoặc dấu }",
        "did not find expected '-' indicator": "danh sách thụt dòng sai hoặc thiếu dấu -",
        "did not find expected node content": "thiếu giá trị",
        "did not find expected <document start>": "chữ thừa trong phần khai báo",
        "found unexpected end of stream": "dấu nháy chưa đóng",
        "found unexpected document indicator": "dấu nháy chưa đóng",
        "found character that cannot start any token": "ký tự đầu không dùng được (dấu tab, @ hoặc `)",
        "found unknown escape character": "dấu \\ lạ trong nháy kép; dùng nháy đơn",
        "block sequence entries are not allowed in this context": "dấu - ở chỗ không được có",
        "control characters are not allowed": "có ký tự điều khiển lạ",
    }
)
"""What the YAML library finds, in words of this language; what is not here stays as the library says it."""
