"""Who cites whom, seen from both ends."""

from __future__ import annotations

import datetime as dt

from documents.samples import graph, links, paper, refer
from newsportal.documents import Chains, DocumentIndex
from values import article

DECISION = paper("quyet-dinh", "15/2026/QĐ-UBND", dt.date(2026, 8, 20), date=dt.date(2026, 8, 24))
REPORT = paper("bao-cao", "412/BC-SKHCN", dt.date(2026, 9, 25), "Sở KH&CN tỉnh An Lĩnh", date=dt.date(2026, 9, 28))
NEWS = article("tin", date=dt.date(2026, 10, 1))
TEXTS = {
    "bao-cao": "Báo cáo số 412/BC-SKHCN ngày 25/9/2026. Theo Quyết định số 15/2026/QĐ-UBND ngày 20/8/2026 và "
    "Quyết định số 124/QĐ-UBND ngày 16/3/2022.",
    "tin": "Báo cáo số 412/BC-SKHCN ngày 25/9/2026 nêu quyết định 15/2026/QĐ-UBND, Quyết định số 124/QĐ-UBND ngày "
    "16/3/2022 của UBND tỉnh An Lĩnh và Quyết định số 124/QĐ-UBND ngày 16/3/2022 của UBND tỉnh Bắc Kạn.",
}


def test_both_ends_agree() -> None:
    found = graph((NEWS, REPORT, DECISION), TEXTS)
    for item in (NEWS, REPORT, DECISION):
        assert item.path not in {each.path for each in found.citing(item.key)}, "its own text does not count"
    assert found.citing(DECISION.key) == (NEWS, REPORT)
    assert found.citing(REPORT.key) == (NEWS,)
    assert found.citing(NEWS.key) == ()
    assert found.resolve(refer("Quyết định số 15/2026/QĐ-UBND").encoded()).document == DECISION.key


def test_documents_cited_are_told_apart_and_counted() -> None:
    cited = graph((NEWS, REPORT, DECISION), TEXTS).cited()
    assert [(each.reference.number, each.resolution.document, len(each.items)) for each in cited] == [
        ("412/BC-SKHCN", REPORT.key, 1),
        ("15/2026/QĐ-UBND", DECISION.key, 2),
        ("124/QĐ-UBND", "", 2),
        ("124/QĐ-UBND", "", 1),
    ]
    assert cited[1].reference.date == dt.date(2026, 8, 20), "the fullest reference speaks for all"
    home, other = cited[2:]
    assert (home.items, other.items) == ((NEWS, REPORT), (NEWS,))
    assert other.reference.agency.endswith("Bắc Kạn")


def test_an_undated_citation_is_another_entry_than_those_with_a_year() -> None:
    texts = {"tin": "Kế hoạch số 31/KH-SKHCN", "bao-cao": "Kế hoạch số 31/KH-SKHCN ngày 16/01/2026"}
    plan = paper("ke-hoach", "31/KH-SKHCN", dt.date(2026, 1, 16), "Sở Khoa học và Công nghệ tỉnh An Lĩnh")
    found = graph((NEWS, REPORT), texts, (plan,))
    assert found.citing(plan.key) == (REPORT,)
    assert [each.resolution.candidates for each in found.cited()] == [(), (plan.key,)]


def test_the_order_of_items_changes_nothing() -> None:
    one, other = (graph(items, TEXTS).cited() for items in ((NEWS, REPORT, DECISION), (DECISION, REPORT, NEWS)))
    assert one == other


def test_later_fates_of_a_document() -> None:
    old = paper("cu", "08/2021/QĐ-UBND", dt.date(2021, 4, 12))
    middle = paper(
        "giua", "27/2023/QĐ-UBND", dt.date(2023, 9, 25), amends=("08/2021/QĐ-UBND",), date=dt.date(2023, 9, 27)
    )
    new = paper(
        "moi", "15/2026/QĐ-UBND", dt.date(2026, 8, 20), date=dt.date(2026, 8, 24),
        replaces=("Quyết định số 08/2021/QĐ-UBND ngày 12/4/2021", "27/2023/QĐ-UBND", "99/QĐ-UBND"),
    )  # fmt: skip
    items = (new, middle, old)
    chains = Chains(items, links, DocumentIndex(items, links))
    assert chains.replaced_by(old.key) == chains.replaced_by(middle.key) == (new.key,)
    assert chains.amended_by(old.key) == (middle.key,)
    assert chains.replaced_by(new.key) == chains.amended_by(new.key) == ()


def test_a_number_without_a_year_replaces_nothing() -> None:
    old = paper("cu", "12/QĐ-UBND", dt.date(2021, 4, 12))
    new = paper("moi", "20/QĐ-UBND", dt.date(2022, 4, 12), replaces=("12/QĐ-UBND",))
    assert Chains((old, new), links, DocumentIndex((old, new), links)).replaced_by(old.key) == ()
