"""The front matter of posts and the two vocabularies: one schema for validation, reference and editors' tools.

Descriptions are in the editors' language; `json_schema_extra` holds the English and an example. Error types are
the codes of `newsportal.languages.problems`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from newsportal.content.frontmatter import Unquoted
from newsportal.model import Moment, local_day
from newsportal.text import clean_line, is_slug, parse_moment, slugify, suggest_iso

_LONGEST_SLUG = 200
"""Letters in a folder's name; file systems allow 255 bytes."""


def _fault(code: str, **values: str) -> PydanticCustomError:
    """A validation error whose type is a message code and whose context fills the message."""
    return PydanticCustomError(code, code, values)


def _text(value: object) -> str:
    """Text as typed; what YAML would read as a number or truth value must be quoted by the editor."""
    if isinstance(value, Unquoted):
        raise _fault("field.quote", value=value.text)
    if not isinstance(value, str):
        raise _fault("field.text")
    cleaned = clean_line(value)
    if not cleaned:
        raise _fault("field.empty")
    return cleaned


def _optional_text(value: object) -> str:
    return "" if value == "" else _text(value)


def _flag(value: object) -> bool:
    if isinstance(value, Unquoted) and isinstance(value.value, bool):
        return value.value
    if isinstance(value, bool):
        return value
    raise _fault("field.boolean", value=shown(value))


def shown(value: object) -> str:
    """A value as the editor typed it, short enough for a message."""
    if isinstance(value, list):
        return "[…]"
    if isinstance(value, Mapping):
        return "{…}"
    text = value.text if isinstance(value, Unquoted) else str(value)
    return text[:60]


def _moment(value: object) -> Moment:
    if isinstance(value, dt.date):
        return value
    typed = shown(value)
    try:
        return parse_moment(typed)
    except ValueError:
        suggestion = suggest_iso(typed) if isinstance(value, str) else None
        raise _fault("field.date", value=typed, suggestion=suggestion or "2026-03-16") from None


def _day(value: object) -> dt.date:
    return local_day(_moment(value))


def _moment_with_time(value: object) -> dt.datetime:
    moment = _moment(value)
    if isinstance(moment, dt.datetime):
        return moment
    raise _fault("field.time", value=moment.isoformat())


def _url(value: object) -> str:
    text = _text(value)
    if not _is_web_address(text):
        raise _fault("field.url", value=text[:60])
    return text


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # "http://[…"
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _slug(value: object) -> str:
    text = _text(value)
    if not is_slug(text) or len(text) > _LONGEST_SLUG:
        raise _fault("field.slug", value=text[:60], suggestion=slugify(text)[:60].strip("-") or "ten-bai")
    return text


def _authors(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _count(value: object) -> int:
    if isinstance(value, Unquoted) and isinstance(value.value, int) and not isinstance(value.value, bool):
        return value.value
    raise _fault("field.number", value=shown(value))


Text = Annotated[str, BeforeValidator(_text)]
OptionalText = Annotated[str, BeforeValidator(_optional_text)]
Flag = Annotated[bool, BeforeValidator(_flag)]
AnyMoment = Annotated[dt.date | dt.datetime, BeforeValidator(_moment)]
Day = Annotated[dt.date, BeforeValidator(_day)]
Count = Annotated[int, BeforeValidator(_count)]
ExactMoment = Annotated[dt.datetime, BeforeValidator(_moment_with_time)]
Url = Annotated[str, BeforeValidator(_url)]
Slug = Annotated[str, BeforeValidator(_slug)]


def _about(vietnamese: str, english: str, example: str, default: Any = None) -> Any:
    """A field with its description in both languages and an example in YAML."""
    return Field(default, description=vietnamese, json_schema_extra={"en": english, "example": example})


def _required(vietnamese: str, english: str, example: str) -> Any:
    """A field that must be given, described in the same way."""
    return _about(vietnamese, english, example, default=...)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class CoverHeader(_Strict):
    """`cover`: the lead photo."""

    src: Text | None = _about("Đường dẫn ảnh trong media/", "Path of the photo below media/", "2026/hoi-nghi.jpg")
    alt: Text = _required(
        "Lời tả ảnh cho người không nhìn thấy ảnh (bắt buộc)",
        "What the photo shows, for those who cannot see it (required)",
        "Đại biểu dự hội nghị",
    )
    caption: Text | None = _about("Chú thích dưới ảnh", "Caption below the photo", "Quang cảnh hội nghị.")
    credit: Text | None = _about("Tác giả hoặc nguồn ảnh", "Photographer or source", "Ảnh: Văn phòng Sở")


class AttachmentHeader(_Strict):
    """`attachments`: files to download."""

    file: Text = _required(
        "Đường dẫn tệp trong media/ (bắt buộc)", "Path of the file below media/ (required)", "tai-lieu/ke-hoach.pdf"
    )
    title: Text | None = _about("Tên hiện ra cho người đọc", "Name shown to readers", "Kế hoạch năm 2026")


class CorrectionHeader(_Strict):
    """`corrections`: mistakes put right, shown on the page."""

    date: AnyMoment = _required("Ngày đính chính (bắt buộc)", "Day of the correction (required)", "2026-03-18")
    note: Text = _required(
        "Nội dung đính chính (bắt buộc)",
        "What was wrong and what is right (required)",
        "Số đề tài là 28, không phải 82.",
    )


class SourceHeader(_Strict):
    """`source`: where the news was taken from."""

    name: Text = _required("Tên nguồn (bắt buộc)", "Name of the source (required)", "Báo An Lĩnh")
    url: Url | None = _about("Địa chỉ bài gốc", "Address of the original", "https://bao.example/bai")


class SignerHeader(_Strict):
    """`document.signer`: who signed."""

    position: Text | None = _about("Chức vụ, ghi như trên văn bản", "Position as printed", "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC")
    name: Text = _required("Họ tên (bắt buộc)", "Name (required)", "Nguyễn Văn An")


class DocumentHeader(_Strict):
    """`document`: the record of an administrative document (NĐ 30/2020/NĐ-CP)."""

    number: OptionalText | None = _about(
        "Số, ký hiệu; để trống nếu chưa có số", "Number and sign; empty if none yet", '"124/QĐ-UBND"'
    )
    type: Text | None = _about("Mã loại văn bản", "Type code", "QĐ")
    issued: Day | None = _about("Ngày ban hành", "Day of issue", "2022-03-16")
    issuer: Text | None = _about("Cơ quan ban hành", "Issuing agency", "Ủy ban nhân dân tỉnh")
    place: Text | None = _about("Nơi ban hành", "Place of issue", "An Lĩnh")
    subject: Text | None = _about("Trích yếu nội dung", "Subject", "Về việc phê duyệt danh mục nhiệm vụ")
    field: Text | None = _about("Lĩnh vực", "Field", "Khoa học và công nghệ")
    signer: SignerHeader | None = _about("Người ký", "Signer", "{name: Nguyễn Văn An}")
    recipients: list[Text] | None = _about(
        "Nơi nhận, mỗi dòng một mục", "Recipients, one a line", '["Như trên;", "Lưu: VT."]'
    )
    legal_basis: list[Text] | None = _about("Căn cứ ban hành", "Legal basis", "[Luật số 29/2013/QH13]")
    status: Literal["in_force", "not_yet", "expired"] | None = _about(
        "Hiệu lực: in_force (còn), not_yet (chưa có), expired (hết)", "Status: in_force, not_yet, expired", "in_force"
    )
    effective: Day | None = _about("Ngày có hiệu lực", "In force from", "2022-04-01")
    expires: Day | None = _about("Ngày hết hiệu lực", "Ceases on", "2026-12-31")
    replaces: list[Text] | None = _about(
        "Số các văn bản bị thay thế", "Numbers of documents replaced", '["12/QĐ-UBND"]'
    )
    amends: list[Text] | None = _about("Số các văn bản được sửa đổi", "Numbers of documents amended", '["15/KH-SKHCN"]')


class ItemHeader(_Strict):
    """The front matter of a news item or document; `date` may come from the Vietnamese item."""

    title: Text = _required("Tiêu đề (bắt buộc)", "Title (required)", "Hội nghị sơ kết 6 tháng đầu năm")
    date: AnyMoment | None = _about(
        "Ngày giờ đăng lần đầu (bắt buộc); không ghi múi giờ thì hiểu là giờ Việt Nam",
        "First publication (required); without a zone it is Asia/Ho_Chi_Minh",
        "2026-03-16 08:30",
    )
    summary: Text | None = _about(
        "Lời dẫn (sapo); bỏ trống thì lấy đoạn đầu", "Lead; else the first paragraph", "Sáng 16/3, Sở họp …"
    )
    author: Annotated[list[Text], BeforeValidator(_authors)] | None = _about(
        "Tác giả, một hoặc nhiều", "Byline, one or a list", "[Lê Hà, Trần Minh]"
    )
    tags: list[Text] | None = _about(
        "Mã chủ đề có trong _data/tags.yml", "Tag ids from _data/tags.yml", "[chuyen-doi-so]"
    )
    cover: CoverHeader | None = _about("Ảnh đại diện", "Lead photo", "{src: 2026/a.jpg, alt: Lời tả ảnh}")
    attachments: list[AttachmentHeader] | None = _about(
        "Tệp đính kèm", "Files to download", "[{file: tai-lieu/a.pdf, title: Kế hoạch}]"
    )
    updated: AnyMoment | None = _about(
        "Lần sửa đáng báo cho người đọc và RSS", "A change worth telling readers and feeds", "2026-03-18"
    )
    corrections: list[CorrectionHeader] | None = _about(
        "Các lần đính chính", "Corrections, shown on the page", "[{date: 2026-03-18, note: Số đúng là 28.}]"
    )
    featured: Flag | None = _about("Đưa lên trang chủ", "Show on the home page", "true")
    source: SourceHeader | None = _about(
        "Nguồn của tin lấy lại", "Where the news was taken from", "{name: Báo An Lĩnh}"
    )
    slug: Slug | None = _about(
        "Tên trong địa chỉ; bỏ trống thì lấy tên tệp", "Name in the address; else the file name", "hoi-nghi-so-ket"
    )
    id: Text | None = _about(
        "Mã vĩnh viễn cho RSS; không đổi sau khi đăng",
        "Permanent id for feeds; never changes once published",
        "20260316-so-ket",
    )
    aliases: list[Text] | None = _about(
        "Địa chỉ cũ chuyển về bài này", "Old paths that redirect here", "[/tin-tuc/123.html]"
    )
    draft: Flag | None = _about("Bản nháp: không bao giờ đăng", "Draft: never published", "true")
    publish_at: ExactMoment | None = _about("Không đăng trước giờ này", "Not published before", "2026-03-20 07:00")
    expire_at: ExactMoment | None = _about("Gỡ khỏi cổng từ giờ này", "Not published after", "2026-12-31 17:00")
    document: DocumentHeader | None = _about(
        "Thông tin văn bản (chuyên mục văn bản)",
        "The document's record (documents sections)",
        '{number: "124/QĐ-UBND", type: QĐ}',
    )


INHERITED = (
    "date", "updated", "author", "tags", "attachments", "featured", "id", "publish_at", "expire_at", "document",
)  # fmt: skip
"""What a translation takes from the Vietnamese item where it does not give its own; `cover.src` besides."""


class _TermHeader(_Strict):
    id: Slug
    title: dict[str, Text]
    slug: dict[str, Slug] | None = None


class TagHeader(_TermHeader):
    """One entry of `_data/tags.yml`."""


class SectionHeader(_TermHeader):
    """One entry of `_data/sections.yml`."""

    kind: Literal["news", "documents"]
    description: dict[str, Text] | None = None


class PageHeader(BaseModel):
    """The front matter of a plain page. Like any MkDocs page it may carry keys of other plugins."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)

    title: Text = _required("Tên trang (bắt buộc)", "Title (required)", "Giới thiệu")
    description: Text | None = _about(
        "Một hai câu về trang", "A sentence or two about the page", "Chức năng, nhiệm vụ."
    )
    slug: Slug | None = _about(
        "Tên trong địa chỉ; bỏ trống thì lấy tên tệp", "Name in the address; else the file name", "introduction"
    )
    draft: Flag | None = _about("Bản nháp: không bao giờ đăng", "Draft: never published", "true")
    order: Count | None = _about(
        "Thứ tự ở chân trang và sơ đồ, nhỏ đứng trước", "Place in footer and site map, small ones first", "1"
    )
