"""Years and months, and that every month links to where it begins."""

from __future__ import annotations

import datetime as dt

import pytest

from newsportal.model import Article
from newsportal.text import ZONE
from newsportal.views import Site
from newsportal.views.archive import ArchiveView, ArchiveYearView, archive_pages
from values import article, site


def _month(year: int, month: int, count: int, language: str = "vi") -> list[Article]:
    return [
        article(
            f"{year}-{month}-{n}", language=language, date=dt.datetime(year, month, 1 + n % 28, n // 28, tzinfo=ZONE)
        )
        for n in range(count)
    ]


def _overview(of: Site, language: str = "vi") -> ArchiveView:
    for plan in archive_pages(of):
        found = plan.content()
        if isinstance(found, ArchiveView) and plan.language.code == language:
            return found
    raise AssertionError("no overview")


def _years(of: Site) -> dict[str, ArchiveYearView]:
    contents = {plan.address: plan.content() for plan in archive_pages(of)}
    return {address: found for address, found in contents.items() if isinstance(found, ArchiveYearView)}


@pytest.mark.parametrize("counts", [(1, 1), (59, 1, 1), (60, 60), (61, 5), (30, 100, 30), (200, 1, 60, 3)])
def test_months_link_to_the_page_on_which_they_begin(counts: tuple[int, ...]) -> None:
    of = site(item for index, count in enumerate(counts) for item in _month(2025, 12 - index, count))
    (year,) = _overview(of).years
    pages = _years(of)
    assert [month.count for month in year.months] == list(counts)
    for month in year.months:
        address, _, anchor = month.address.partition("#")
        earlier = [one for one in pages if one < address and anchor in {group.id for group in pages[one].months}]
        (group,) = (group for group in pages[address].months if group.id == anchor)
        assert group.title == month.title
        assert earlier == []
    listed = [card.address for page in pages.values() for group in page.months for card in group.cards]
    assert len(listed) == len(set(listed)) == sum(counts)


def test_every_link_of_the_archive_is_a_page() -> None:
    of = site([*_month(2025, 3, 130), *_month(2024, 1, 2), *_month(2025, 3, 1, "en")])
    known = {plan.address for plan in archive_pages(of)}
    for language in ("vi", "en"):
        for year in _overview(of, language).years:
            assert year.address in known
            assert {month.address.partition("#")[0] for month in year.months} <= known
    for page in _years(of).values():
        links = {link.address for link in page.years} | {page.paging.previous, page.paging.next}
        assert links - {""} <= known


def test_a_year_is_that_of_vietnam() -> None:
    eve = article("a", date=dt.datetime(2025, 12, 31, 17, 30, tzinfo=dt.UTC))
    (year,) = _overview(site([eve])).years
    assert (year.year, year.months[0].title) == (2026, "Tháng 1 năm 2026")
    assert year.months[0].address == "/luu-tru/2026/#thang-1"


def test_an_empty_archive() -> None:
    assert _overview(site()).years == ()
    assert _years(site()) == {}


def test_the_year_being_read_is_marked() -> None:
    pages = _years(site([*_month(2025, 3, 1), *_month(2024, 3, 1)]))
    assert [(link.label, link.current) for link in pages["/luu-tru/2024/"].years] == [("2025", False), ("2024", True)]
