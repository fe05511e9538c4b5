"""The files of registers: what they hold, in forms that others can rely on, and when they are made again."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest

from newsportal.documents import record_links
from newsportal.languages import ENGLISH, VIETNAMESE, Language
from newsportal.model import Article, Attachment, Document, Signer
from newsportal.register import FIELDS, register_files
from newsportal.register.records import record, split_code
from newsportal.register.table import register_table
from newsportal.views import Feature, Site
from values import PAPER, PAPERS, article, site

FULL = Document(
    number="15/2026/QĐ-UBND",
    type="QĐ",
    issued=dt.date(2026, 8, 20),
    issuer="Ủy ban nhân dân tỉnh An Lĩnh",
    place="An Lĩnh",
    subject="Quy định quản lý nhiệm vụ",
    field="Khoa học và công nghệ",
    signer=Signer("KT. CHỦ TỊCH", "Đinh Thị Thu Hường"),
    recipients=("Như trên;", "Lưu: VT."),
    legal_basis=("Luật số 93/2025/QH15",),
    effective=dt.date(2026, 9, 1),
    replaces=("08/2021/QĐ-UBND", "27/2023/QĐ-UBND"),
)


def paper(name: str, document: Document | None = FULL, **changes: Any) -> Article:
    return article(name, section=PAPERS.id, document=document, **changes)


PORTAL = site(
    [
        paper("mot", attachments=(Attachment(PAPER.path, "Bản PDF"),)),
        paper("hai", Document(number="=1+1", type="Khác", issuer="Uỷ ban nhân dân tỉnh An Lĩnh")),
        paper("khong", None, title="Không khai báo"),
        paper("one", language="en", key="van-ban/mot", title="Decision on projects"),
    ]
)


def files(made: Site) -> Mapping[str, bytes]:
    return {path: content for job in register_files(made) for path, content in zip(job.paths, job.make(), strict=True)}


def read(made: Site, path: str) -> Any:
    return json.loads(files(made)[path])


def test_each_register_has_its_files_and_all_have_one_schema() -> None:
    names = ("register.csv", "register.json", "register-rows.json")
    folders = ("van-ban", "en/documents")
    expected = [f"{folder}/{name}" for folder in folders for name in names]
    assert [*files(PORTAL)] == [*expected, "schemas/register.schema.json"]
    assert files(site([])) == {}
    assert files(site([paper("mot")], features=frozenset(Feature) - {Feature.DOCUMENTS})) == {}


@pytest.mark.parametrize("path", ["van-ban/register.json", "en/documents/register.json"])
def test_records_are_valid_by_the_schema(path: str) -> None:
    schema = read(PORTAL, "schemas/register.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.validate(read(PORTAL, path))
    assert read(PORTAL, path)["$schema"] == schema["$id"] == "https://tin.example/schemas/register.schema.json"


@pytest.mark.parametrize(
    "change",
    [{"code": None}, {"issued_date": "20/8/2026"}, {"status": "maybe"}, {"more": "x"}, {"appendix_list": ["a.pdf"]}],
    ids=str,
)
def test_the_schema_refuses_what_is_no_record(change: dict[str, Any]) -> None:
    schema, told = read(PORTAL, "schemas/register.schema.json"), read(PORTAL, "van-ban/register.json")
    told["documents"][0] |= change
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert not validator.is_valid(told)


def test_a_record_in_full() -> None:
    told = read(PORTAL, "van-ban/register.json")
    assert (told["title"], told["language"], told["url"]) == ("Văn bản", "vi", "https://tin.example/van-ban/")
    assert [each["code"] for each in told["documents"]] == ["15/2026/QĐ-UBND", "=1+1", ""]
    assert told["documents"][0] == {
        "code": "15/2026/QĐ-UBND",
        "number": "15",
        "notation": "2026/QĐ-UBND",
        "type_code": "QĐ",
        "type_name": "Quyết định",
        "subject": "Quy định quản lý nhiệm vụ",
        "issued_date": "2026-08-20",
        "organisation_name": "Ủy ban nhân dân tỉnh An Lĩnh",
        "place": "An Lĩnh",
        "field": "Khoa học và công nghệ",
        "signer_name": "Đinh Thị Thu Hường",
        "signer_position": "KT. CHỦ TỊCH",
        "status": "in_force",
        "effective_date": "2026-09-01",
        "expiry_date": None,
        "replaces": ["08/2021/QĐ-UBND", "27/2023/QĐ-UBND"],
        "amends": [],
        "legal_basis": ["Luật số 93/2025/QH15"],
        "recipient_list": ["Như trên;", "Lưu: VT."],
        "appendix_list": [{"title": "Bản PDF", "url": "https://tin.example/media/tep/quyet-dinh.pdf"}],
        "language": "vi",
        "published_date": "2026-03-16",
        "url": "https://tin.example/van-ban/2026/mot/",
    }


def test_fields_are_those_of_the_table_in_its_order() -> None:
    assert [*record(PORTAL, paper("mot"))] == [field.name for field in FIELDS]
    for language in (VIETNAMESE, ENGLISH):
        assert all(getattr(language.labels, field.column) for field in FIELDS if field.column)


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("124/QĐ-UBND", ("124", "QĐ-UBND")),
        ("15/2026/QĐ-UBND", ("15", "2026/QĐ-UBND")),
        ("36-NQ/TW", ("36", "NQ/TW")),
        ("12a/KH-SKHCN", ("12a", "KH-SKHCN")),
        ("/BC-SKHCN", ("", "/BC-SKHCN")),
        ("935-QĐ/TU", ("935", "QĐ/TU")),
        ("936/QĐ-UBND ngày 11/3/2024", ("", "936/QĐ-UBND ngày 11/3/2024")),
        ("TCVN ISO 9001:2015", ("", "TCVN ISO 9001:2015")),
        ("QĐ-UBND", ("", "QĐ-UBND")),
        ("", ("", "")),
    ],
)
def test_numbers_and_notations(code: str, parts: tuple[str, str]) -> None:
    own = record_links(Document(number=code)).own
    assert split_code(code, own) == parts


def table(made: Site, path: str = "van-ban/register.csv") -> list[dict[str, str]]:
    content = files(made)[path]
    assert content.startswith(b"\xef\xbb\xbf"), "Excel knows UTF-8 by its mark"
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True)))


def test_the_table_has_words_of_its_language() -> None:
    first, second, bare = table(PORTAL)
    assert first["Số, ký hiệu"] == "15/2026/QĐ-UBND"
    assert (first["Loại văn bản"], first["Hiệu lực"]) == ("Quyết định", "Còn hiệu lực")
    assert (first["Thay thế"], first["Nơi nhận"]) == ("08/2021/QĐ-UBND; 27/2023/QĐ-UBND", "Như trên; Lưu: VT.")
    assert (second["Ngày ban hành"], second["Ngày đăng"]) == ("", "2026-03-16")
    assert (bare["Trích yếu"], bare["Số, ký hiệu"]) == ("Không khai báo", "")
    [english] = table(PORTAL, "en/documents/register.csv")
    assert (english["Subject"], english["Status"]) == ("Decision on projects", "In force")
    assert english["Page address"] == "https://tin.example/en/documents/2026/one/"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", '=HYPERLINK("https://x.example")'])
def test_no_spreadsheet_runs_what_a_cell_holds(text: str) -> None:
    values = {field.name: "" for field in FIELDS} | {"subject": text, "replaces": (text,)}
    content = register_table([values], VIETNAMESE).decode("utf-8-sig")
    [row] = csv.DictReader(content.splitlines(keepends=True)) if "\r=" not in text else _rows(content)
    assert (row["Trích yếu"], row["Thay thế"]) == (f"'{text}", f"'{text}")


def _rows(content: str) -> list[dict[str, str]]:
    """Rows of which a cell holds a line end of its own."""
    import io

    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_commas_quotes_and_line_ends_stay_in_their_cells() -> None:
    values = {field.name: "" for field in FIELDS} | {"subject": 'Về "một, hai"\nvà ba', "code": "1/QĐ"}
    [row] = _rows(register_table([values], VIETNAMESE).decode("utf-8-sig"))
    assert (row["Số, ký hiệu"], row["Trích yếu"]) == ("1/QĐ", 'Về "một, hai"\nvà ba')


def test_rows_for_the_browser() -> None:
    told = read(PORTAL, "van-ban/register-rows.json")
    assert told["types"] == [["khac", "Khác", ""], ["quyet-dinh", "Quyết định", ""]]
    assert told["issuers"] == [["uy-ban-nhan-dan-tinh-an-linh", "Ủy ban nhân dân tỉnh An Lĩnh", ""]], "one spelling"
    assert told["statuses"] == [["con-hieu-luc", "Còn hiệu lực", "in_force"]]
    assert told["rows"] == [
        ["15/2026/QĐ-UBND", "Quy định quản lý nhiệm vụ", "2026/mot", "2026-08-20", 2026, 1, 0, 0, 0],
        ["=1+1", "hai", "2026/hai", "", 2026, 0, 0, -1, -1],
        ["", "Không khai báo", "2026/khong", "", 2026, -1, -1, -1, -1],
    ]
    english = read(PORTAL, "en/documents/register-rows.json")
    assert english["issuers"] == [["uy-ban-nhan-dan-tinh-an-linh", "Ủy ban nhân dân tỉnh An Lĩnh", "vi"]]


def test_a_preview_marks_what_is_not_public() -> None:
    made = site([paper("mot"), paper("nhap", Document(number="2/QĐ"), draft=True)], preview=True)
    assert [row[9:] for row in read(made, "van-ban/register-rows.json")["rows"]] == [[], ["Bản nháp"]]


def keys(made: Site) -> dict[str, bytes]:
    return {job.paths[0]: job.found_key() for job in register_files(made)}


def with_faces(made: Site, **faces: bytes) -> Site:
    shown = {each.path: faces.get(each.slug, b"face") for each in made.catalog.articles}
    return dataclasses.replace(made, faces=shown, views={})


def test_files_are_made_again_when_what_they_show_has_changed() -> None:
    before = keys(with_faces(PORTAL))
    assert keys(with_faces(PORTAL)) == before
    found = keys(with_faces(PORTAL, mot=b"other"))
    assert [path for path in before if found[path] != before[path]] == ["van-ban/register.csv"]


@pytest.mark.parametrize("language", [VIETNAMESE, ENGLISH], ids=lambda language: language.code)
def test_a_text_makes_none_of_them_again(language: Language) -> None:
    edited = [dataclasses.replace(each, text=b"new") for each in PORTAL.catalog.articles]
    assert keys(with_faces(site(edited))) == keys(with_faces(PORTAL))
