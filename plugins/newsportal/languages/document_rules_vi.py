"""What the rules for documents say to editors, Vietnamese: code → (message, hint with the rule's source)."""

from collections.abc import Mapping
from types import MappingProxyType

MESSAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "document.amount": (
            "số tiền bằng số ({figures}) khác số tiền bằng chữ (“{words}”)",
            "Hai cách ghi phải khớp. Nếu số đúng thì viết “{right}”; nếu chữ đúng thì sửa số.",
        ),
        "document.archive": (
            "nơi nhận kết thúc bằng “{written}”, thiếu dòng “Lưu”",
            "Dòng cuối của nơi nhận là dòng lưu, ví dụ “Lưu: VT, VP.” (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9).",
        ),
        "document.date": (
            "“{written}” khác ngày ban hành ghi ở mục issued",
            "Nếu mục issued đúng thì viết “{right}”; nếu văn bản đúng thì sửa issued (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4).",
        ),
        "document.end": (
            "nội dung văn bản kết thúc (“{written}”) mà không có “./.”",
            "Viết ./. ngay sau chữ cuối của phần nội dung, như các mẫu ở Phụ lục III, NĐ 30/2020/NĐ-CP.",
        ),
        "document.issued": (
            "văn bản có số “{written}” mà không có ngày ban hành",
            "Ghi mục issued: số văn bản tính lại từ đầu mỗi năm (NĐ 30/2020/NĐ-CP, Điều 15), thiếu ngày thì không ai dẫn được đến văn bản này.",
        ),
        "document.number": (
            "số văn bản “{written}” nhỏ hơn 10 mà thiếu số 0",
            "Viết “{right}”: số nhỏ hơn 10 phải ghi thêm số 0 phía trước (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3).",
        ),
        "document.number_extra": (
            "mục number ghi “{written}”, được hiểu là “{right}”",
            "Chỉ ghi số, ký hiệu: “{right}”, không ghi chữ “Số:”, không cách trống quanh dấu gạch (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3).",
        ),
        "document.number_form": (
            "không đọc được số, ký hiệu “{written}”",
            "Ghi số, ký hiệu như “{right}”, không kèm ngày hay chữ khác; chưa có số thì để trống (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3).",
        ),
        "document.order": (
            "ngày ở mục {later} sớm hơn ngày ở mục {earlier}",
            "Kiểm tra lại hai ngày: văn bản thường có hiệu lực từ ngày ban hành trở đi và hết hiệu lực sau khi đã có hiệu lực.",
        ),
        "document.place_date": (
            "ngày tháng “{written}” viết chưa đúng thể thức",
            "Viết “{right}”: ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 phía trước, các tháng khác thì không (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4).",
        ),
        "document.published": (
            "ngày ban hành sau ngày đăng",
            "Kiểm tra lại mục issued và mục date: văn bản chỉ được đăng từ ngày ban hành trở đi.",
        ),
        "document.recipients": (
            "dòng nơi nhận này phải kết thúc bằng dấu “{end}”",
            "Viết “{right}”: mỗi dòng nơi nhận kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9).",
        ),
        "document.sign": (
            "“{written}” có số mà không có ký hiệu",
            "Viết cả số và ký hiệu, cách nhau bằng dấu gạch chéo, ví dụ “{right}” (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3).",
        ),
        "document.signer": (
            "không có quyền hạn ký viết tắt là “{written}”{nearest}",
            "Trước chức vụ người ký chỉ dùng TM., Q., KT., TL., TUQ., có dấu chấm (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7).",
        ),
        "document.totals": (
            "dòng tổng của cột “{column}” ghi {written}, các dòng trên cộng lại được {right}",
            "Kiểm tra các số trong cột; nếu cột này không phải là tổng thì đổi tên dòng cuối.",
        ),
        "document.type": (
            "ký hiệu trong “{written}” không phải của loại văn bản “{type}”",
            "Sửa mục type hoặc số, ký hiệu cho khớp: ký hiệu bắt đầu bằng chữ viết tắt tên loại (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3; Phụ lục III).",
        ),
        "document.unknown_issuer": (
            "không rõ cơ quan viết tắt là “{issuer}”{nearest}",
            "Kiểm tra chữ viết tắt tên cơ quan trong ký hiệu (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3).",
        ),
        "document.unknown_type": (
            "không rõ loại văn bản viết tắt là “{type}”{nearest}",
            "Dùng chữ viết tắt tên loại ở Phụ lục III, NĐ 30/2020/NĐ-CP, ví dụ QĐ, KH, TTr.",
        ),
        "document.year": (
            "năm {written} trong ký hiệu khác năm ban hành {issued}",
            "Sửa số, ký hiệu hoặc mục issued: số văn bản tính lại từ đầu mỗi năm (NĐ 30/2020/NĐ-CP, Điều 15).",
        ),
    }
)
