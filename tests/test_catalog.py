"""Who is seen when, in which order, and where the indexes lead."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from typing import Any

import pytest

from newsportal.catalog import Catalog, Change, Visibility, build_catalog, due, duplicate_ids, visibility
from newsportal.model import Article, Document, PlainPage
from newsportal.text import ZONE
from values import DIGITAL, FARMING, HOUR, NEWS, NOTICES, NOW, SECTIONS, TAGS, article, page

TICK = dt.timedelta(microseconds=1)
TODAY = NOW.date()
DAY = dt.timedelta(days=1)


def catalog(*articles: Article, pages: tuple[PlainPage, ...] = (), **options: Any) -> Catalog:
    return build_catalog(articles, pages, SECTIONS, TAGS, **{"now": NOW, **options})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, Visibility.SHOWN),
        ({"date": NOW}, Visibility.SHOWN),
        ({"date": NOW + TICK}, Visibility.SCHEDULED),
        ({"date": TODAY}, Visibility.SHOWN),
        ({"date": TODAY + DAY}, Visibility.SCHEDULED),
        ({"publish_at": NOW}, Visibility.SHOWN),
        ({"publish_at": NOW + TICK}, Visibility.SCHEDULED),
        ({"publish_at": NOW - HOUR, "date": NOW + HOUR}, Visibility.SCHEDULED),
        ({"publish_at": NOW + HOUR, "date": NOW - HOUR}, Visibility.SCHEDULED),
        ({"expire_at": NOW + TICK}, Visibility.SHOWN),
        ({"expire_at": NOW}, Visibility.EXPIRED),
        ({"expire_at": NOW, "publish_at": NOW + HOUR}, Visibility.EXPIRED),
        ({"draft": True}, Visibility.DRAFT),
        ({"draft": True, "expire_at": NOW - HOUR}, Visibility.DRAFT),
        # 03:00 UTC is 10:00 in Việt Nam, and so is 22:00 of the day before in New York.
        ({"date": dt.datetime(2026, 11, 22, 3, 0, tzinfo=dt.UTC)}, Visibility.SHOWN),
        ({"date": dt.datetime(2026, 11, 22, 3, 1, tzinfo=dt.UTC)}, Visibility.SCHEDULED),
        ({"date": dt.datetime(2026, 11, 21, 22, 0, tzinfo=dt.timezone(-5 * HOUR))}, Visibility.SHOWN),
    ],
)
def test_visibility_at_exact_instants(fields: dict[str, Any], expected: Visibility) -> None:
    item = article("a", **fields)
    assert visibility(item, NOW) is expected
    assert catalog(item).articles == ((item,) if expected is Visibility.SHOWN else ())
    assert catalog(item, preview=True).articles == (item,)


def test_a_bare_day_begins_at_midnight_in_vietnam() -> None:
    item = article("a", date=dt.date(2026, 11, 22))
    midnight = dt.datetime(2026, 11, 21, 17, 0, tzinfo=dt.UTC)
    assert due(item) == midnight
    assert visibility(item, midnight - TICK) is Visibility.SCHEDULED
    assert visibility(item, midnight) is Visibility.SHOWN


def test_the_year_is_that_of_vietnam() -> None:
    late = article("a", date=dt.datetime(2025, 12, 31, 17, 0, tzinfo=dt.UTC))
    before = article("b", date=dt.datetime(2025, 12, 31, 16, 59, tzinfo=dt.UTC))
    assert (late.year, before.year) == (2026, 2025)
    assert catalog(late, before).in_year("vi", 2026) == (late,)
    assert catalog(late, before).years("vi") == (2026, 2025)
    assert catalog(late, before).years("en") == ()


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], None),
        ([{}], None),
        ([{"date": NOW}], None),
        ([{"date": NOW + HOUR}], ("a0", HOUR, "publish")),
        ([{"publish_at": NOW + HOUR}], ("a0", HOUR, "publish")),
        ([{"expire_at": NOW + HOUR}], ("a0", HOUR, "expire")),
        ([{"expire_at": NOW}], None),
        ([{"draft": True, "publish_at": NOW + HOUR}], None),
        ([{"publish_at": NOW + HOUR, "expire_at": NOW + 2 * HOUR}], ("a0", HOUR, "publish")),
        ([{"publish_at": NOW + 2 * HOUR}, {"expire_at": NOW + HOUR}], ("a1", HOUR, "expire")),
        ([{"publish_at": NOW + HOUR}, {"publish_at": NOW + HOUR}], ("a0", HOUR, "publish")),
        ([{"date": TODAY + DAY}], ("a0", 14 * HOUR, "publish")),
        ([{"document": Document(effective=TODAY + DAY)}], ("a0", 14 * HOUR, "status")),
        ([{"document": Document(effective=TODAY, expires=TODAY + DAY)}], ("a0", 14 * HOUR, "status")),
        ([{"document": Document(effective=TODAY + DAY, status="not_yet")}], None),
    ],
)
def test_the_next_change(items: list[dict[str, Any]], expected: tuple[str, dt.timedelta, str] | None) -> None:
    articles = [article(f"a{number}", **fields) for number, fields in enumerate(items)]
    change = expected and Change(NOW + expected[1], f"vi/tin-tuc/{expected[0]}.md", expected[2])
    assert catalog(*articles).next_change == change
    assert catalog(*reversed(articles)).next_change == change


def test_after_the_next_change_there_is_another_site() -> None:
    items = [article("a", publish_at=NOW + HOUR), article("b", expire_at=NOW + 2 * HOUR), article("c")]
    change = catalog(*items).next_change
    assert change is not None
    assert catalog(*items, now=change.at - TICK).articles == catalog(*items).articles
    assert catalog(*items, now=change.at).articles != catalog(*items).articles


def test_newest_first_and_ties_by_key() -> None:
    items = [
        article("b"),
        article("a"),
        article("a", language="en"),
        article("late", date=dt.datetime(2026, 3, 16, 0, 1, tzinfo=ZONE)),
        article("midnight", date=dt.datetime(2026, 3, 15, 17, 0, tzinfo=dt.UTC)),
        article("old", date=dt.date(2020, 1, 1)),
    ]
    expected = ["late", "a", "a", "b", "midnight", "old"]
    assert [item.title for item in catalog(*items).articles] == expected
    assert len({catalog(*order).articles for order in permutations(items)}) == 1


def test_two_files_of_one_key_have_an_order_too() -> None:
    one, other = (
        Article(f"vi/tin-tuc/a.{end}", "tin-tuc/a", "vi", "tin-tuc", "A", TODAY, "a", "a") for end in ("md", "MD")
    )
    assert catalog(one, other).articles == catalog(other, one).articles


def test_indexes() -> None:
    one = article("a", tags=("so", "nong"))
    two = article("a", language="en", tags=("so",))
    three = article("b", section="thong-bao", date=dt.date(2025, 5, 1))
    found = catalog(one, two, three)
    assert found.in_language("vi") == (one, three)
    assert found.in_section("vi", NEWS.id) == (one,)
    assert found.in_section("vi", NOTICES.id) == (three,)
    assert found.in_section("en", NOTICES.id) == found.in_section("vi", "khong-co") == ()
    assert found.with_tag("vi", DIGITAL.id) == found.with_tag("vi", FARMING.id) == (one,)
    assert found.with_tag("en", FARMING.id) == ()
    assert found.translation(one, "en") == two
    assert found.translation(two, "vi") == one
    assert found.translation(one, "vi") == one
    assert found.translation(three, "en") is None
    assert found.at_path("vi/tin-tuc/a.md") == one
    assert found.at_path("vi/tin-tuc/z.md") is None
    assert found.section("tin-tuc") is NEWS
    with pytest.raises(KeyError):
        found.section("khong-co")


def test_a_hidden_translation_is_none() -> None:
    one, two = article("a"), article("a", language="en", draft=True)
    assert catalog(one, two).translation(one, "en") is None
    assert catalog(one, two, preview=True).translation(one, "en") == two


def test_plain_pages() -> None:
    pages = (
        page("b"),
        page("a"),
        page(""),
        page("", "en"),
        page("a", "en"),
        page("c", order=-1),
        page("d", draft=True),
    )
    found = catalog(pages=pages)
    assert [one.name for one in found.plain_pages("vi")] == ["c", "a", "b"]
    assert [one.name for one in found.plain_pages("en")] == ["a"]
    home = found.home("vi")
    assert home is not None
    assert found.page_translation(home, "en") == found.home("en")
    assert found.home("fr") is None
    assert catalog(pages=pages, preview=True).at_path("vi/d.md") is not None
    assert found.at_path("vi/d.md") is None


def test_ids() -> None:
    older = article("a", permanent_id="x", lines={"id": 3}, date=dt.date(2020, 1, 1))
    newer = article("b", permanent_id="x", lines={"id": 7})
    english = article("b", language="en", permanent_id="x", lines={"id": 2})
    (problem,) = duplicate_ids([newer, english, older], "content")
    assert (problem.path, problem.line, problem.field) == ("content/vi/tin-tuc/b.md", 7, "id")
    assert dict(problem.values) == {"id": "x", "other": "content/vi/tin-tuc/a.md"}


def test_an_id_may_clash_with_a_path() -> None:
    named = article("a", permanent_id="tin-tuc/b", lines={"id": 4}, date=TODAY)
    assert [problem.line for problem in duplicate_ids([named, article("b")], "content")] == [4]


def test_inherited_ids_are_told_at_the_originals() -> None:
    taken = [article(name, language="en", permanent_id="x") for name in ("a", "b")]
    assert duplicate_ids(taken, "content") == ()
