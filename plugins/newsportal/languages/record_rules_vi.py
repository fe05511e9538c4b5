"""What records that contradict themselves or each other say to editors, Vietnamese: code → (message, hint)."""

from collections.abc import Mapping
from types import MappingProxyType

MESSAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "record.circle": (
            "văn bản này thay thế hoặc sửa đổi “{citation}”, mà chính “{citation}” cũng thay thế hoặc sửa đổi nó",
            "Xoá một trong hai chiều ở mục replaces hoặc amends.",
        ),
        "record.has_begun": (
            "status ghi not_yet (chưa có hiệu lực), mà mục effective là {day}, đã đến",
            "Xoá dòng status để cổng tính theo ngày, hoặc sửa effective.",
        ),
        "record.has_ended": (
            "status ghi in_force (còn hiệu lực), mà {other} đã thay thế văn bản này",
            "Sửa status thành expired và ghi ngày ở expires, hoặc xoá dòng status để cổng tính theo văn bản thay thế.",
        ),
        "record.has_expired": (
            "status ghi in_force (còn hiệu lực), mà mục expires là {day}, đã qua",
            "Xoá dòng status để cổng tính theo ngày, hoặc sửa expires.",
        ),
        "record.itself": (
            "“{citation}” là số của chính văn bản này",
            "Sửa hoặc xoá dòng này: văn bản không thể thay thế hay sửa đổi chính nó.",
        ),
        "record.needs_date": (
            "“{citation}” không có năm nên không rõ là văn bản nào",
            "Ghi kèm ngày ban hành: “{citation} ngày …”. Số văn bản tính lại từ đầu mỗi năm (NĐ 30/2020/NĐ-CP, Điều 15).",
        ),
        "record.no_document": (
            "không nhận ra văn bản nào trong “{written}”",
            "Ghi số, ký hiệu và ngày, ví dụ “Quyết định số 12/QĐ-UBND ngày 04/3/2022”; nếu không phải văn bản thì xoá mục này.",
        ),
        "record.older": (
            "“{citation}” ban hành ngày {day}, sau văn bản này",
            "Kiểm tra lại mục issued của hai văn bản: văn bản trước không thể thay thế hay sửa đổi văn bản sau.",
        ),
        "record.twin": (
            "trùng số “{number}”, cơ quan và năm ban hành với {other}",
            "Kiểm tra lại number, issuer và issued: trong một năm, mỗi số của một cơ quan chỉ cấp cho một văn bản (NĐ 30/2020/NĐ-CP, Điều 15).",
        ),
    }
)
