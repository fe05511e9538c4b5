"""The record of a document: what is shown, in which order, and in whose language."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from documents.samples import paper
from newsportal.citations import TYPES, type_name
from newsportal.languages import ENGLISH, VIETNAMESE
from newsportal.model import Document, Signer, status_of
from newsportal.views.documents import RecordRow, Status, record, status, status_name
from newsportal.views.registers import status_at_build
from newsportal.views.site import Feature
from values import PAPERS, article, site

FULL = Document(
    number="124/QĐ-UBND",
    type="QĐ",
    issued=dt.date(2022, 3, 16),
    issuer="Ủy ban nhân dân tỉnh",
    place="An Lĩnh",
    subject="Về danh mục nhiệm vụ",
    field="Khoa học",
    signer=Signer("KT. CHỦ TỊCH", "Lê Hà"),
    legal_basis=("Luật số 29/2013/QH13", "Nghị định số 08/2014/NĐ-CP"),
    status="in_force",
    effective=dt.date(2022, 4, 1),
    expires=dt.date(2027, 1, 1),
    replaces=("12/QĐ-UBND",),
    amends=("15/KH-SKHCN",),
)


def test_an_empty_record_says_that_there_is_no_number_yet() -> None:
    assert record(Document(), VIETNAMESE) == (RecordRow("Số, ký hiệu", ("Chưa có số",)),)


def test_a_full_record_in_its_own_language() -> None:
    assert [(row.label, *row.values) for row in record(FULL, VIETNAMESE)] == [
        ("Số, ký hiệu", "124/QĐ-UBND"),
        ("Loại văn bản", "Quyết định"),
        ("Ngày ban hành", "16/03/2022"),
        ("Cơ quan ban hành", "Ủy ban nhân dân tỉnh"),
        ("Nơi ban hành", "An Lĩnh"),
        ("Trích yếu", "Về danh mục nhiệm vụ"),
        ("Lĩnh vực", "Khoa học"),
        ("Người ký", "Lê Hà, KT. CHỦ TỊCH"),
        ("Có hiệu lực từ", "01/04/2022"),
        ("Hết hiệu lực từ", "01/01/2027"),
        ("Căn cứ", "Luật số 29/2013/QH13", "Nghị định số 08/2014/NĐ-CP"),
        ("Thay thế", "12/QĐ-UBND"),
        ("Sửa đổi, bổ sung", "15/KH-SKHCN"),
    ]
    assert {row.language for row in record(FULL, VIETNAMESE)} == {""}


def test_words_of_another_language_are_marked() -> None:
    rows = {row.label: row for row in record(FULL, ENGLISH)}
    assert (rows["Type"].values, rows["Type"].language) == (("Decision",), "")
    assert (rows["Issued"].values, rows["Issued"].language) == (("16 March 2022",), "")
    assert {label for label, row in rows.items() if row.language} == {
        "Issuer", "Place", "Subject", "Field", "Signed by", "Legal basis",
    }  # fmt: skip


@pytest.mark.parametrize("code", TYPES)
def test_every_type_has_a_name_in_both_languages(code: str) -> None:
    assert "" != type_name(code, "vi") != type_name(code, "en") != ""


def test_what_the_lists_do_not_know() -> None:
    assert type_name("XYZ", "en") == "XYZ"
    assert status_name("khác", VIETNAMESE) == ""


DAY = dt.date(2026, 11, 22)
BEFORE, AFTER = DAY - dt.timedelta(1), DAY + dt.timedelta(1)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (Document(), ""),
        (Document(effective=AFTER), "not_yet"),
        (Document(effective=DAY), "in_force"),
        (Document(effective=BEFORE, expires=AFTER), "in_force"),
        (Document(expires=AFTER), "in_force"),
        (Document(effective=BEFORE, expires=DAY), "expired"),
        (Document(expires=BEFORE), "expired"),
        (Document(status="expired", effective=AFTER), "expired"),
        (Document(status="in_force", expires=BEFORE), "in_force"),
    ],
)
def test_the_status_of_a_day(document: Document, expected: str) -> None:
    assert status_of(document, DAY) == expected


@pytest.mark.parametrize(
    ("document", "vi", "en"),
    [
        (Document(status="in_force"), "Còn hiệu lực", "In force"),
        (Document(effective=DAY), "Còn hiệu lực, từ 22/11/2026", "In force since 22 November 2026"),
        (
            Document(effective=AFTER),
            "Chưa có hiệu lực, sẽ có từ 23/11/2026",
            "Not yet in force; takes effect on 23 November 2026",
        ),
        (Document(expires=DAY), "Hết hiệu lực từ 22/11/2026", "No longer in force since 22 November 2026"),
        (Document(status="expired"), "Hết hiệu lực", "No longer in force"),
    ],
)
def test_the_status_in_words(document: Document, vi: str, en: str) -> None:
    code, item = status_of(document, DAY), article("vb", section=PAPERS.id, document=document)
    assert status(site(), item, VIETNAMESE) == Status(code, vi)
    assert status(site(), item, ENGLISH) == Status(code, en)
    assert status(site(), article("vb", document=Document()), VIETNAMESE) is None


@pytest.mark.parametrize(
    ("document", "vi"),
    [
        (Document(status="not_yet", effective=BEFORE), "Chưa có hiệu lực"),
        (Document(status="in_force", effective=AFTER), "Còn hiệu lực"),
        (Document(status="expired", expires=AFTER), "Hết hiệu lực"),
    ],
)
def test_a_date_that_contradicts_the_editors_word_is_not_in_the_words(document: Document, vi: str) -> None:
    told = status(site(), article("vb", document=document), VIETNAMESE)
    assert told
    assert told.text == vi


OLD = paper("cu", "801/QĐ-UBND", dt.date(2024, 5, 6), date=dt.date(2024, 5, 7))


@pytest.mark.parametrize(
    ("own", "later", "expected"),
    [
        ({}, {"effective": BEFORE}, ("expired", "Hết hiệu lực từ 21/11/2026")),
        ({}, {"effective": AFTER}, None),
        ({}, {"status": "in_force"}, ("expired", "Hết hiệu lực")),
        ({}, {"status": "expired", "effective": BEFORE}, ("expired", "Hết hiệu lực từ 21/11/2026")),
        ({}, {}, None),
        ({"effective": dt.date(2024, 6, 1)}, {"effective": DAY}, ("expired", "Hết hiệu lực từ 22/11/2026")),
        ({"status": "in_force"}, {"effective": BEFORE}, ("in_force", "Còn hiệu lực")),
        ({"expires": AFTER}, {"effective": BEFORE}, ("in_force", "Còn hiệu lực")),
        ({}, {"effective": BEFORE, "issued": dt.date(2024, 5, 5)}, None),
    ],
)
def test_a_document_ceases_when_one_in_force_replaces_it(
    own: dict[str, Any], later: dict[str, Any], expected: tuple[str, str] | None
) -> None:
    assert OLD.document
    old = replace(OLD, document=replace(OLD.document, **own))
    record = Document(number="9/QĐ-UBND", replaces=("801/QĐ-UBND ngày 6/5/2024",))
    new = article("moi", section=PAPERS.id, document=replace(record, **later))
    made = site([old, new])
    assert status(made, old, VIETNAMESE) == (Status(*expected) if expected else None)
    assert status_at_build(made, old) == (expected[0] if expected else "")
    bare = site([old, new], features=frozenset(Feature) - {Feature.DOCUMENTS})
    assert status_at_build(bare, old) == ("" if own == {} else status_at_build(site([old]), old))
