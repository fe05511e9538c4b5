"""`python -m newsportal reference`: the tables of docs/, made from the code that they tell of.

A page holds `<!-- generated: NAME -->`, a table and `<!-- end -->`; what stands between the two is rewritten, the rest
is its authors'. A name is words: what to show, which part of it, and the language, as in `fields cover vi`.
"""

from __future__ import annotations

import argparse
import ast
import re
import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from newsportal.commands.console import Console
from newsportal.commands.parser import command_parsers
from newsportal.commands.words import MESSAGE_LANGUAGES
from newsportal.languages.problems import codes, message_and_hint
from newsportal.languages.problems_vi import MESSAGES
from newsportal.model import Problem

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

_PACKAGE = Path(__file__).resolve().parents[1]
_DOCS = _PACKAGE.parents[1] / "docs"
_PART = re.compile(r"(?P<start><!-- generated: (?P<name>[^\n]+?) -->\n).*?(?P<end><!-- end -->)", re.DOTALL)
_MARKUP = re.compile(r"`[^`]*`|[\[*<]")

_HEADS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "fields": {"vi": ("Mục", "Ý nghĩa", "Ví dụ"), "en": ("Field", "Meaning", "Example")},
        "options": {"vi": ("Tùy chọn", "Mặc định", "Ý nghĩa"), "en": ("Option", "Default", "Meaning")},
        "problems": {"vi": ("Thông báo", "Cách sửa", "Mã"), "en": ("Message", "Hint", "Code")},
        "command": {"vi": ("Tùy chọn", "Ý nghĩa"), "en": ("Option", "Meaning")},
        "types": {"vi": ("Mã", "Loại văn bản"), "en": ("Code", "Type")},
    }
)
_REQUIRED: Mapping[str, str] = MappingProxyType({"vi": "bắt buộc", "en": "required"})

_SAMPLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "document.amount": {"right": "Hai triệu đồng"},
        "document.date": {"right": "ngày 05 tháng 3 năm 2024"},
        "document.number": {"right": "01/QĐ-UBND"},
        "document.number_extra": {"right": "124/QĐ-UBND"},
        "document.number_form": {"right": "124/QĐ-UBND"},
        "document.place_date": {"right": "ngày 05 tháng 3 năm 2024"},
        "document.recipients": {"right": "Như trên;", "end": ";"},
        "document.sign": {"right": "124/QĐ-UBND"},
        "field.date": {"suggestion": "2026-03-16"},
        "field.slug": {"suggestion": "hoi-nghi-so-ket"},
        "field.time": {"value": "2026-03-20"},
        "field.quote": {"value": "012"},
        "field.required": {"key": "title"},
        "field.choice": {"choices": "in_force, not_yet, expired"},
        "file.language": {"choices": "content/vi/, content/en/"},
        "media.alt": {"src": "2026/hoi-nghi.jpg"},
        "vocabulary.title": {"language": "en"},
        "vocabulary.language": {"choices": "vi, en"},
    }
)
"""What fills the places of messages that say little with an ellipsis in them."""

_OPTIONS_IN_VIETNAMESE: Mapping[str, str] = MappingProxyType(
    {
        "newsportal.title": "Tên cổng, hiện ở tiêu đề mọi trang.",
        "newsportal.agency": "Cơ quan chủ quản cổng: tên, cấp trên, địa chỉ … (bảng dưới).",
        "newsportal.feed_authority": "Phần `tên miền,năm` trong mã vĩnh viễn của nguồn tin; đặt một lần, không bao giờ "
        "đổi. Bỏ trống thì lấy tên máy trong `site_url` và năm 2026.",
        "newsportal.page_size": "Số mục trên một trang danh sách.",
        "newsportal.home_latest": "Số mục trong phần “Mới nhất” của trang chủ.",
        "newsportal.home_per_section": "Số mục của mỗi chuyên mục trên trang chủ.",
        "newsportal.related": "Số bài liên quan dưới một bài, nhiều nhất.",
        "newsportal.image_widths": "Bề ngang (điểm ảnh) của các bản thu nhỏ làm từ mỗi ảnh.",
        "newsportal.image_quality": "Chất lượng WebP của các bản ấy, từ 1 đến 100.",
        "newsportal.precompress": "Bản nén sẵn bên cạnh các tệp chữ, để máy chủ web đưa thẳng ra: `gzip` (`.gz`), "
        "`brotli` (`.br`).",
        "newsportal.build_time": "Thời điểm mà trang được dựng cho; bỏ trống thì là bây giờ, hoặc SOURCE_DATE_EPOCH.",
        "newsportal.cache_dir": "Nơi nhớ kết quả giữa các lần dựng, tính từ `mkdocs.yml`; xóa đi không hại gì.",
        "newsportal.uncached_plugins": "Tên các plugin khác mà trang qua tay chúng phải được làm lại ở mỗi lần dựng, "
        "chẳng hạn vì chúng in giờ hay lấy dữ liệu từ nơi khác.",
        "agency.name": "Tên đầy đủ của cơ quan, hiện ở đầu và chân trang.",
        "agency.parent": "Cơ quan cấp trên, hiện phía trên tên.",
        "agency.address": "Địa chỉ bưu chính.",
        "agency.responsible": "Người chịu trách nhiệm nội dung.",
        "agency.phone": "Số điện thoại.",
        "agency.email": "Thư điện tử.",
        "agency.links": "Liên kết tới trang khác ở chân trang; mỗi liên kết có `title` và `url`.",
        "documents.lint_off": "Các quy tắc về thể thức văn bản được tắt, ghi bằng mã: `[document.end]`.",
        "feeds.limit": "Số mục trong một nguồn tin.",
        "documents.database": "Nơi tra cứu văn bản không có trên cổng: địa chỉ có {number} ở chỗ của số, ký hiệu.",
        "documents.pdf": "Làm thêm bản PDF của mỗi văn bản, trình bày theo NĐ 30/2020/NĐ-CP.",
        "visits.store": "Nơi `visits.py` giữ số liệu, tính từ `mkdocs.yml`.",
        "visits.counter": "Bộ đếm riêng cho nơi không có nhật ký truy cập: `kind` (`goatcounter`) và `url`; không ghi "
        "thì không dùng.",
    }
)
_OPTION_CLASSES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "newsportal": ("options.py", "PortalOptions"),
        "agency": ("options.py", "AgencyOptions"),
        "feeds": ("features.py", "FeedsOptions"),
        "documents": ("features.py", "DocumentsOptions"),
        "visits": ("features.py", "VisitsOptions"),
    }
)


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a plugin; `default` is as in YAML, None where the option must be given."""

    name: str
    default: str | None
    meaning: str


def run(options: argparse.Namespace, console: Console) -> int:
    """Rewrites the pages that are out of date and prints their paths; with `--check` only prints them, status 1."""
    stale = dict(_stale(_DOCS, tables()))
    for page, text in stale.items():
        if not options.check:
            page.write_text(text, encoding="utf-8", newline="\n")
        print(page.relative_to(_DOCS.parent).as_posix(), file=console.out)
    return int(options.check and bool(stale))


def _stale(folder: Path, made: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """The pages that differ from what they should be, with what they should be."""
    for page in sorted(folder.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        fresh = refreshed(text, made)
        if fresh != text:
            yield page, fresh


def refreshed(text: str, made: Mapping[str, str]) -> str:
    """The page with its generated parts as `made` has them by name; raises KeyError for a name it does not have."""
    return _PART.sub(lambda part: f"{part['start']}\n{made[part['name']]}\n{part['end']}", text)


def tables() -> Mapping[str, str]:
    """Every table there is, by the name that pages call it by."""
    makers: tuple[Callable[[str], Iterator[tuple[str, str]]], ...] = (
        _field_tables,
        _option_tables,
        _problem_tables,
        _command_tables,
        _type_table,
        _register_table,
    )
    return {
        f"{name} {language}": made for language in MESSAGE_LANGUAGES for make in makers for name, made in make(language)
    }


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; line breaks, bars and markup in cells are made harmless."""
    titles = tuple(head)
    lines = [titles, ("---",) * len(titles), *rows]
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    """Text on one line. Code stays as it is, elsewhere what Markdown would take for its own is escaped."""
    line = " ".join(text.split()).replace("|", "\\|")
    return _MARKUP.sub(lambda found: found[0] if found[0].startswith("`") else f"\\{found[0]}", line)


def field_rows(model: type[BaseModel], language: str) -> Iterator[tuple[str, str, str]]:
    """Name, meaning and example of each field of a schema."""
    for name, field in model.model_fields.items():
        extra = _extra(field)
        meaning = field.description if language == "vi" else extra["en"]
        yield f"`{name}`", str(meaning), f"`{name}: {_as_yaml(extra['example'])}`"


def _as_yaml(example: str) -> str:
    """An example as it must stand in a file: plain text with a colon in it needs quotes."""
    return f'"{example}"' if ": " in example and example[0] not in '[{"' else example


def _extra(field: FieldInfo) -> Mapping[str, Any]:
    assert isinstance(field.json_schema_extra, dict), field
    return field.json_schema_extra


def _field_tables(language: str) -> Iterator[tuple[str, str]]:
    from newsportal.content import schema

    head = _HEADS["fields"][language]
    models: Mapping[str, type[BaseModel]] = {
        "item": schema.ItemHeader,
        "cover": schema.CoverHeader,
        "attachments": schema.AttachmentHeader,
        "corrections": schema.CorrectionHeader,
        "source": schema.SourceHeader,
        "document": schema.DocumentHeader,
        "signer": schema.SignerHeader,
        "page": schema.PageHeader,
    }
    for name, model in models.items():
        yield f"fields {name}", table(head, field_rows(model, language))
    inherited = [row for row in field_rows(schema.ItemHeader, language) if row[0].strip("`") in schema.INHERITED]
    yield "fields inherited", table(head[:2], [row[:2] for row in inherited])


def option_list(source: str, name: str) -> tuple[Option, ...]:
    """The options that class `name` of a module's source declares, each told by the docstring below it."""
    found = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and node.name == name)
    body = next(found).body
    pairs = pairwise(body)
    return tuple(
        Option(_target(made), _default(made.value), str(said.value.value))
        for made, said in pairs
        if isinstance(made, ast.Assign) and isinstance(made.value, ast.Call)
        if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant)
    )


def _target(node: ast.Assign) -> str:
    assert isinstance(node.targets[0], ast.Name)
    return node.targets[0].id


def _default(call: ast.expr) -> str | None:
    """The default as YAML writes it; empty for one that is empty, None for an option that must be given."""
    assert isinstance(call, ast.Call)
    given = {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords}
    if "default" in given:
        return str(given["default"]) if given["default"] else ""
    return "" if given.get("optional") else None


def _option_tables(language: str) -> Iterator[tuple[str, str]]:
    for group, (module, name) in _OPTION_CLASSES.items():
        source = (_PACKAGE / "mkdocs_plugins" / module).read_text(encoding="utf-8")
        rows = (_option_row(group, option, language) for option in option_list(source, name))
        yield f"options {group}", table(_HEADS["options"][language], rows)


def _option_row(group: str, option: Option, language: str) -> tuple[str, str, str]:
    meaning = _OPTIONS_IN_VIETNAMESE[f"{group}.{option.name}"] if language == "vi" else option.meaning
    default = _REQUIRED[language] if option.default is None else f"`{option.default}`" if option.default else "–"
    return f"`{option.name}`", default, meaning


def problem_row(code: str, language: str) -> tuple[str, str, str]:
    """Message, hint and code; a sample or an ellipsis stands for what is known only when the problem is there."""
    values = {**dict.fromkeys(_places(), "…"), **_SAMPLES.get(code, {})}
    message, hint = message_and_hint(Problem("", 1, "", code, tuple(values.items())), language)
    return message, hint.replace("….", "…"), f"`{code}`"


def _places() -> Iterator[str]:
    """The names that messages have places for, but the one for what was probably meant."""
    texts = (text for pair in MESSAGES.values() for text in pair)
    found = (place for text in texts for _, place, _, _ in string.Formatter().parse(text) if place)
    return (place for place in found if place != "nearest")


def _problem_tables(language: str) -> Iterator[tuple[str, str]]:
    for group in sorted({code.split(".")[0] for code in codes()}):
        rows = (problem_row(code, language) for code in sorted(codes()) if code.startswith(f"{group}."))
        yield f"problems {group}", table(_HEADS["problems"][language], rows)


def _command_tables(language: str) -> Iterator[tuple[str, str]]:
    for name, parser in command_parsers(language).items():
        yield f"command {name}", table(_HEADS["command"][language], option_rows(parser))


def option_rows(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """What a command takes, `--help` apart."""
    for action in parser._actions:
        if not isinstance(action, argparse._HelpAction):
            name = action.option_strings[-1] if action.option_strings else ""
            value = "" if action.nargs == 0 else action.metavar or f"{{{','.join(action.choices or ())}}}"
            yield f"`{f'{name} {value}'.strip()}`", action.help or ""


def _type_table(language: str) -> Iterator[tuple[str, str]]:
    from newsportal.citations import TYPES, type_name

    rows = ((f"`{code}`", type_name(code, language)) for code in TYPES)
    yield "document types", table(_HEADS["types"][language], rows)


def _register_table(language: str) -> Iterator[tuple[str, str]]:
    from newsportal.register import FIELDS

    rows = ((f"`{field.name}`", field.vi if language == "vi" else field.en) for field in FIELDS)
    yield "register fields", table(_HEADS["fields"][language][:2], rows)
