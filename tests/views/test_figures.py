"""What the footer says of visits, when it changes, and where scripts find what is newer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from figures import statistics
from newsportal.languages import ENGLISH, VIETNAMESE
from newsportal.model import Counter, CounterKind, Day, Figures, Statistics
from newsportal.text import ZONE
from newsportal.views import Feature, Site, common_marks, plan_pages, view
from newsportal.views.figures import footer_figures, views_file
from newsportal.visits.statsfile import published_files
from values import article, page, site

FIRST = dt.date(2026, 10, 31)
NUMBERS = {"2026-10-31": (5, 2), "2026-11-01": (1, 1), "2026-11-02": (1200, 300)}
AT_NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=ZONE)


def _figures(generated: dt.datetime = AT_NOON, last: tuple[int, int] = (1200, 300)) -> Statistics:
    counts = {**NUMBERS, "2026-11-02": last}
    days = tuple(Day(dt.date.fromisoformat(date), Figures(*both)) for date, both in counts.items())
    return replace(statistics(since=FIRST, generated=generated), days=days)


def _site(found: Statistics | None, **changes: object) -> Site:
    return site([article("a")], [page("")], statistics=found, **changes)  # type: ignore[arg-type]


def test_none_without_figures_or_with_the_part_switched_off() -> None:
    assert footer_figures(_site(None), VIETNAMESE) is None
    assert footer_figures(replace(_site(_figures()), features=frozenset()), VIETNAMESE) is None
    assert views_file(_site(None), "/tin-tuc/2026/a/") == ""


def test_the_text_is_of_whole_days() -> None:
    found = footer_figures(_site(_figures()), VIETNAMESE)
    assert found is not None
    assert found.text == (
        "01/11/2026: 1 lượt xem, 1 lượt truy cập · Tháng 11 năm 2026: 1 lượt xem, 1 lượt truy cập"
        " · Từ 31/10/2026: 6 lượt xem, 3 lượt truy cập"
    )
    english = footer_figures(_site(_figures()), ENGLISH)
    assert english is not None
    assert english.text.startswith("1 November 2026: 1 view, 1 visit · November 2026: ")


def test_there_is_no_text_before_the_first_day_is_over() -> None:
    found = footer_figures(_site(_figures(dt.datetime(2026, 10, 31, 23, 59, tzinfo=ZONE))), VIETNAMESE)
    assert found is not None
    assert (found.text, found.since) == ("", "Từ 31/10/2026")


def test_pages_change_at_midnight_and_not_before() -> None:
    """Of a day that is not over no page's frame shows anything."""
    noon = common_marks(_site(_figures()))
    assert common_marks(_site(_figures(AT_NOON.replace(hour=23), (9999, 999)))) == noon
    assert not set(common_marks(_site(_figures(AT_NOON + dt.timedelta(1)))).values()) & set(noon.values())
    assert not set(common_marks(_site(None)).values()) & set(noon.values())


def test_midnight_is_that_of_vietnam() -> None:
    in_utc = dt.datetime(2026, 11, 2, 17, 30, tzinfo=dt.UTC)
    found = footer_figures(_site(_figures(in_utc)), VIETNAMESE)
    assert found is not None
    assert found.text.startswith("02/11/2026: 1.200 lượt xem")


@pytest.mark.parametrize("address", ["/tin-tuc/2026/a/", "/thông-báo/", "/th%C3%B4ng-b%C3%A1o/"])
def test_views_are_in_the_file_that_is_named(address: str) -> None:
    path = "/thông-báo/" if address != "/tin-tuc/2026/a/" else address
    found = statistics([path])
    assert path.encode() in published_files(found)[views_file(_site(found), address)[1:]]


def test_files_that_are_named_are_published() -> None:
    footer = footer_figures(_site(_figures()), VIETNAMESE)
    assert footer is not None
    assert {footer.now[1:], footer.whole[1:]} <= published_files(_figures()).keys()


COUNTER = Counter(CounterKind.GOATCOUNTER, "https://dem.example/")


def _pictures(**changes: object) -> dict[str, str]:
    of = _site(None, **changes)
    return {plan.address: view(of, plan).frame.counter for plan in plan_pages(of)}


def test_another_counter_is_off_by_default() -> None:
    assert not any(_pictures().values())
    assert not any(_pictures(counter=COUNTER, preview=True).values())


def test_another_counter_is_asked_with_path_and_title() -> None:
    found = _pictures(counter=COUNTER)
    assert found["/tin-tuc/2026/a/"] == "https://dem.example/count?p=%2Ftin-tuc%2F2026%2Fa%2F&t=a"
    assert {address for address, picture in found.items() if not picture} == {"/404.html", "/tim-kiem/", "/en/search/"}


def test_what_is_read_most_needs_the_part_too() -> None:
    of = _site(statistics(["/tin-tuc/2026/a/"]))
    shown = {plan.address: plan.content() for plan in plan_pages(of) if plan.template == "home.html"}
    assert [item.title for item in shown["/"].most_read.items] == ["a"]  # type: ignore[attr-defined]
    bare = replace(of, features=frozenset({Feature.FEEDS}))
    (home, _) = (plan.content() for plan in plan_pages(bare) if plan.template == "home.html")
    assert home.most_read is None  # type: ignore[attr-defined]
