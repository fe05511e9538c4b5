"""Where records contradict themselves and each other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsportal.languages.problems import describe
from newsportal.model import Severity
from sites import TinyPortal

OLD = {"number": "801/QĐ-UBND", "type": "QĐ", "issued": "2024-05-06", "issuer": "UBND tỉnh An Lĩnh"}
NEW = {"number": "902/QĐ-UBND", "type": "QĐ", "issued": "2025-05-06", "issuer": "UBND tỉnh An Lĩnh"}


@pytest.fixture
def portal(tmp_path: Path) -> TinyPortal:
    made = TinyPortal.create(tmp_path / "portal")
    _write(made, "cu", OLD)
    return made


def _write(portal: TinyPortal, name: str, record: Mapping[str, object]) -> None:
    header = {"title": name, "date": "2026-01-20", "document": dict(record)}
    portal.item(f"vi/van-ban/{name}.md", "Nội dung.", **header)


def _told(portal: TinyPortal) -> list[tuple[str, str, str]]:
    """Name of the file, field and code of each."""
    found = portal.problems()
    assert all(describe(problem, language) for problem in found for language in ("vi", "en"))
    assert all(problem.line > 1 for problem in found)
    severities = {problem.severity for problem in found if problem.code != "record.needs_date"}
    assert severities <= {Severity.WARNING}
    return [(Path(problem.path).stem, problem.field, problem.code) for problem in found]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("801/QĐ-UBND", ""),
        ("Quyết định số 801/QĐ-UBND ngày 6/5/2024", ""),
        ("Khoản 2 Điều 3 Quyết định số 801/QĐ-UBND ngày 6/5/2024", ""),
        ("08/2021/QĐ-UBND", ""),
        ("77/QĐ-UBND", "record.needs_date"),
        ("abc", "record.no_document"),
        ("Quyết định cũ của tỉnh", "record.no_document"),
        ("902/QĐ-UBND ngày 06/5/2025", "record.itself"),
    ],
)
@pytest.mark.parametrize("field", ["replaces", "amends"])
def test_what_a_record_replaces_or_amends(portal: TinyPortal, field: str, entry: str, code: str) -> None:
    _write(portal, "moi", {**NEW, field: ["801/QĐ-UBND ngày 06/5/2024", entry]})
    assert _told(portal) == ([("moi", f"document.{field}[1]", code)] if code else [])


@pytest.mark.parametrize(
    ("entry", "is_told"),
    [
        ("abc", True),
        ("Luật Khoa học và công nghệ", False),
        ("Nghị định số 30/2020/NĐ-CP", False),
        ("Quyết định của Ủy ban nhân dân tỉnh về chức năng của Sở", False),
        ("Theo đề nghị của Chánh Văn phòng Sở", False),
        ("Xét đề nghị của Trưởng phòng", False),
        ("Căn cứ chức năng, nhiệm vụ của Sở", False),
    ],
)
def test_a_legal_basis_may_be_no_document(portal: TinyPortal, entry: str, is_told: bool) -> None:
    _write(portal, "moi", {**NEW, "legal_basis": [entry]})
    assert _told(portal) == ([("moi", "document.legal_basis[0]", "record.no_document")] if is_told else [])


def test_an_older_document_replaces_no_newer_one(portal: TinyPortal) -> None:
    _write(portal, "moi", {**NEW, "issued": "2023-05-06", "replaces": ["801/QĐ-UBND ngày 6/5/2024"]})
    assert _told(portal) == [("moi", "document.replaces[0]", "record.older")]


def test_circles_are_told_at_each_of_their_documents(portal: TinyPortal) -> None:
    day = {"issued": "2024-05-06"}
    _write(portal, "cu", {**OLD, "replaces": ["902/QĐ-UBND ngày 6/5/2024"]})
    _write(portal, "moi", {**NEW, **day, "amends": ["903/QĐ-UBND ngày 6/5/2024"]})
    _write(portal, "ba", {**NEW, **day, "number": "903/QĐ-UBND", "replaces": ["801/QĐ-UBND ngày 6/5/2024"]})
    assert _told(portal) == [
        ("ba", "document.replaces[0]", "record.circle"),
        ("cu", "document.replaces[0]", "record.circle"),
        ("moi", "document.amends[0]", "record.circle"),
    ]


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ({"status": "in_force", "expires": "2026-11-22"}, "record.has_expired"),
        ({"status": "in_force", "expires": "2026-11-23"}, ""),
        ({"status": "expired", "expires": "2026-11-22"}, ""),
        ({"status": "not_yet", "effective": "2026-11-10"}, "record.has_begun"),
        ({"status": "not_yet", "effective": "2026-11-23"}, ""),
        ({"effective": "2026-11-10"}, ""),
    ],
)
def test_a_status_that_the_days_have_overtaken(portal: TinyPortal, record: dict[str, object], code: str) -> None:
    _write(portal, "moi", {**NEW, **record})
    assert _told(portal) == ([("moi", "document.status", code)] if code else [])


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        ({"status": "in_force"}, {"effective": "2025-06-01"}, True),
        ({"status": "in_force"}, {"effective": "2026-12-01"}, False),
        ({"status": "in_force"}, {}, False),
        ({"status": "expired"}, {"effective": "2025-06-01"}, False),
        ({}, {"effective": "2025-06-01"}, False),
    ],
)
def test_a_status_that_another_document_has_overtaken(
    portal: TinyPortal, old: dict[str, object], new: dict[str, object], is_told: bool
) -> None:
    _write(portal, "cu", {**OLD, **old})
    _write(portal, "moi", {**NEW, **new, "replaces": ["801/QĐ-UBND"]})
    assert _told(portal) == ([("cu", "document.status", "record.has_ended")] if is_told else [])


@pytest.mark.parametrize(
    ("record", "is_told"),
    [
        ({}, True),
        ({"issuer": "Ủy ban nhân dân tỉnh An Lĩnh", "issued": "2024-12-31"}, True),
        ({"issuer": "Ủy ban nhân dân thành phố Trung Lĩnh"}, False),
        ({"issued": "2025-05-06"}, False),
        ({"number": "801/KH-UBND", "type": "KH"}, False),
    ],
)
def test_two_documents_with_one_number(portal: TinyPortal, record: dict[str, object], is_told: bool) -> None:
    _write(portal, "moi", {**OLD, **record})
    both = [("cu", "document.number", "record.twin"), ("moi", "document.number", "record.twin")]
    assert _told(portal) == (both if is_told else [])


def test_translations_are_no_twins_and_are_told_once(portal: TinyPortal) -> None:
    portal.write("en/van-ban/cu.md", "---\ntitle: Old\n---\n\nText.\n")
    _write(portal, "cu", {**OLD, "replaces": ["abc"]})
    assert _told(portal) == [("cu", "document.replaces[0]", "record.no_document")]


def test_a_build_says_nothing_of_them(portal: TinyPortal) -> None:
    _write(portal, "moi", {**NEW, "replaces": ["abc"]})
    _, report = portal.build(strict=True)
    assert report.problems == ()
    assert not report.failed
