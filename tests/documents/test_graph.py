"""Who cites whom, seen from both ends."""

from __future__ import annotations

import datetime as dt

import pytest

from documents.samples import HOME, graph, links, paper, refer
from newsportal.documents import Chains, DocumentIndex, with_parts
from newsportal.model import Article
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


OLD = paper("cu", "12/QĐ-UBND", dt.date(2021, 4, 12))
TOWN = paper("thanh-pho", "12/QĐ-UBND", dt.date(2021, 4, 12), "Ủy ban nhân dân thành phố Trung Lĩnh")
LATER = paper("sau", "12/QĐ-UBND", dt.date(2023, 4, 12))
EARLIER = paper("truoc", "12/QĐ-UBND", dt.date(2020, 4, 12))
UNDATED = paper("khong-ngay", "12/QĐ-UBND", None, date=dt.date(2021, 4, 12))


@pytest.mark.parametrize(
    ("there", "entry", "meant"),
    [
        ((OLD,), "12/QĐ-UBND", OLD.key),
        ((OLD, TOWN, LATER), "12/QĐ-UBND", OLD.key),
        ((OLD, TOWN), "12/QĐ-UBND của UBND thành phố Trung Lĩnh", TOWN.key),
        ((OLD,), "Quyết định số 12/QĐ-UBND", OLD.key),
        ((OLD, EARLIER), "12/QĐ-UBND", ""),
        ((OLD, UNDATED), "12/QĐ-UBND", ""),
        ((UNDATED,), "12/QĐ-UBND", ""),
        ((TOWN,), "12/QĐ-UBND", ""),
        ((LATER,), "12/QĐ-UBND", ""),
        ((OLD,), "12/QĐ-UBND ngày 3/3/2020", ""),
    ],
)
def test_a_bare_number_in_a_record_is_the_only_older_one_of_its_issuer(
    there: tuple[Article, ...], entry: str, meant: str
) -> None:
    new = paper("moi", "20/QĐ-UBND", dt.date(2022, 4, 12), replaces=(entry,), amends=(entry,))
    items = (*there, new)
    chains = Chains(items, links, DocumentIndex(items, links))
    for fate in (chains.replaced_by, chains.amended_by):
        assert [each.key for each in items if fate(each.key)] == list(filter(None, [meant]))


def test_a_departments_bare_number_may_be_of_its_province() -> None:
    rule = paper("sua", "20/QĐ-SKHCN", dt.date(2022, 4, 12), HOME, amends=("12/QĐ-UBND",))
    items = (OLD, TOWN, rule)
    assert Chains(items, links, DocumentIndex(items, links)).amended_by(OLD.key) == (rule.key,)


def test_what_replaces_a_part_amends_the_whole() -> None:
    entry = "Khoản 2 Điều 3 Quyết định số 12/QĐ-UBND ngày 12/4/2021"
    new = paper("moi", "20/QĐ-UBND", dt.date(2022, 4, 12), replaces=(entry,))
    chains = Chains((OLD, new), links, DocumentIndex((OLD, new), links))
    assert (chains.replaced_by(OLD.key), chains.amended_by(OLD.key)) == ((), (new.key,))


@pytest.mark.parametrize(
    ("before", "is_part"),
    [
        ("", False),
        ("Toàn bộ ", False),
        ("Điều 5 ", True),
        ("điểm a khoản 1 Điều 4 của ", True),
        ("một số điều của ", True),
        ("Các văn bản về một số chính sách: ", False),
        ("Phụ lục II kèm theo ", True),
        ("Article 3 of ", True),
        ("Quy định kèm theo ", False),
    ],
)
def test_parts_are_known_by_the_words_before(before: str, is_part: bool) -> None:
    text = f"{before}Quyết định số 12/QĐ-UBND ngày 12/4/2021; Quyết định số 13/QĐ-UBND ngày 13/4/2021"
    assert [part for _, part in with_parts(text)] == [is_part, False]


def test_a_citys_bare_number_is_not_the_provinces() -> None:
    city = "Ủy ban nhân dân thành phố Trung Lĩnh, tỉnh An Lĩnh"
    province = paper("tinh", "12/QĐ-UBND", dt.date(2021, 4, 12), "UBND tỉnh")
    new = paper("moi", "20/QĐ-UBND", dt.date(2022, 4, 12), city, replaces=("12/QĐ-UBND",))
    assert Chains((province, new), links, DocumentIndex((province, new), links)).replaced_by(province.key) == ()
