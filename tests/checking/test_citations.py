"""What `check.py` asks editors to look at again in citations."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsportal.checking import check
from newsportal.languages.problems import describe
from newsportal.mkdocs_plugins.host import load_workplace
from newsportal.model import Severity
from sites import TinyPortal


@pytest.fixture
def portal(tmp_path: Path) -> TinyPortal:
    made = TinyPortal.create(tmp_path / "portal")
    made.item(
        "vi/van-ban/ke-hoach.md",
        "Nội dung kế hoạch.",
        title="Kế hoạch 31",
        date="2026-01-20",
        document={"number": "31/KH-SKHCN", "type": "KH", "issued": "2026-01-16", "issuer": "Sở KH&CN tỉnh An Lĩnh"},
    )
    return made


def _notes(portal: TinyPortal, only: tuple[Path, ...] = ()) -> list[tuple[str, int, str, str, Severity]]:
    place = load_workplace(portal.config, portal.content)
    found = check(place.content, place.settings, only, place.cache)
    assert all(describe(problem, language) for problem in found for language in ("vi", "en"))
    return [(each.path, each.line, each.field, each.code, each.severity) for each in found]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Thông tư số 13/2021/TT-BKHCN ngày 30/12/2021.", []),
        ("Thông tư số 13/2020/TT-BKHCN ngày 30/12/2021.", ["citation.year"]),
        ("Thông tư số 13/2021/TT-BKHCHN ngày 30/12/2021.", ["citation.misspelt"]),
        ("Quyết định số 12/QĐ-UBND ngày 31/02/2023.", ["citation.no_such_date"]),
        ("Kế hoạch số 31/KH-SKHCN ngày 16/01/2026.", []),
        ("Kế hoạch số 31/KH-SKHCN ngày 17/01/2026.", ["citation.day"]),
        ("Kế hoạch số 31/KH-SKHCN ngày 17/01/2026; sau Kế hoạch số 31/KH-SKHCN.", ["citation.day"]),
        ("Kế hoạch số 31/KH-SKHCN ngày 17/01/2025.", []),
    ],
)
def test_doubts_are_noted_at_their_line(portal: TinyPortal, sentence: str, codes: list[str]) -> None:
    portal.item("vi/tin-tuc/bai.md", f"Mở đầu.\n\n{sentence}", title="Bài", date="2026-03-01")
    text = (portal.content / "vi/tin-tuc/bai.md").read_text(encoding="utf-8")
    line = text[: text.index(sentence)].count("\n") + 1
    expected = [("content/vi/tin-tuc/bai.md", line, "body", code, Severity.NOTE) for code in codes]
    assert _notes(portal) == expected


def test_the_record_is_looked_at_too(portal: TinyPortal) -> None:
    basis = ["Luật Khoa học và công nghệ", "Nghị định số 08/2014/NĐ-CP ngày 27/01/2015"]
    record = {"number": "02/QĐ-SKHCN", "type": "QĐ", "issued": "2026-02-03", "legal_basis": basis}
    portal.item("vi/van-ban/quyet-dinh.md", "Điều 1.", title="Quyết định", date="2026-02-05", document=record)
    (note,) = (found for found in _notes(portal) if found[3].startswith("citation."))
    assert note[2:] == ("document.legal_basis[1]", "citation.year", Severity.NOTE)


def test_drafts_are_looked_at_and_paths_narrow(portal: TinyPortal) -> None:
    wrong = "Thông tư số 13/2020/TT-BKHCN ngày 30/12/2021."
    portal.item("vi/tin-tuc/nhap.md", wrong, title="Nháp", date="2026-03-01", draft=True)
    assert [code for *_, code, _ in _notes(portal)] == ["citation.year"]
    assert _notes(portal, (portal.content / "vi/van-ban",)) == []


def test_a_build_says_nothing_of_them(portal: TinyPortal) -> None:
    portal.item("vi/tin-tuc/bai.md", "Thông tư số 13/2020/TT-BKHCN ngày 30/12/2021.", title="Bài", date="2026-03-01")
    _, report = portal.build(strict=True)
    assert report.problems == ()
    assert not report.failed
