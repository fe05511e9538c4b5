"""What the front page is made of, with nothing, little and much to show."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from figures import statistics
from newsportal.model import Article, Cover, Recent, Statistics
from newsportal.render import Body
from newsportal.views.home import HomeView, home_pages
from newsportal.views.site import Site
from values import PHOTO, article, page, site

COVER = Cover(PHOTO.path, "Tả")


def _home(of: Site, language: str = "vi") -> HomeView:
    (plan,) = (plan for plan in home_pages(of) if plan.language.code == language)
    found = plan.content()
    assert isinstance(found, HomeView)
    return found


def _items(count: int, **fields: Any) -> list[Article]:
    """Items n0 (newest), n1 …"""
    first = dt.date(2026, 6, 1)
    return [article(f"n{n}", date=first - dt.timedelta(n), **fields) for n in range(count)]


def _titles(cards: tuple[Any, ...]) -> list[str]:
    return [card.title for card in cards]


def test_nothing() -> None:
    home = _home(site())
    assert (home.lead, home.secondary, home.latest, home.blocks, home.documents) == (None, (), (), (), ())
    assert (home.documents_address, home.topics) == ("", ())
    assert [plan.feeds for plan in home_pages(site())] == [(), ()]


def test_one() -> None:
    home = _home(site(_items(1)))
    assert home.lead is not None
    assert home.lead.title == "n0"
    assert (home.secondary, home.latest, home.blocks) == ((), (), ())


def test_two() -> None:
    home = _home(site(_items(2)))
    assert home.lead is not None
    assert (home.lead.title, _titles(home.secondary), _titles(home.latest)) == ("n0", ["n1"], [])
    assert [(block.address, block.first.title) for block in home.blocks] == [("/tin-tuc/", "n1")]


@pytest.mark.parametrize("count", [6, 13, 40])
def test_many(count: int) -> None:
    home = _home(site(_items(count), home_latest=8, home_per_section=3))
    assert home.lead is not None
    assert _titles(home.secondary) == ["n1", "n2", "n3", "n4"]
    assert _titles(home.latest) == [f"n{n}" for n in range(5, min(count, 13))]
    assert [(block.first.title, _titles(block.rest)) for block in home.blocks] == [("n1", ["n2", "n3"])]


def test_a_photo_leads() -> None:
    items = _items(4)
    items[2] = article("n2", date=items[2].date, cover=COVER)
    home = _home(site(items))
    assert home.lead is not None
    assert home.lead.title == "n2"
    assert home.lead.picture is not None
    assert _titles(home.secondary) == ["n0", "n1", "n3"]


def test_featured_items_come_first_however_old() -> None:
    old = article("cu", date=dt.date(2020, 1, 1), featured=True)
    home = _home(site([*_items(30), old]))
    assert home.lead is not None
    assert home.lead.title == "cu"
    assert _titles(home.secondary) == ["n0", "n1", "n2", "n3"]
    assert "cu" not in _titles(home.latest)


def test_more_featured_than_fit() -> None:
    home = _home(site(_items(9, featured=True)))
    assert home.lead is not None
    assert [home.lead.title, *_titles(home.secondary)] == ["n0", "n1", "n2", "n3", "n4"]
    assert _titles(home.latest) == ["n5", "n6", "n7", "n8"]


def test_documents_have_a_place_of_their_own() -> None:
    papers = [article(f"v{n}", section="van-ban", date=dt.date(2026, 5, 1 + n)) for n in range(8)]
    home = _home(site([*_items(1), *papers]))
    assert _titles(home.documents) == ["v7", "v6", "v5", "v4", "v3", "v2"]
    assert home.documents_address == "/van-ban/"
    assert [block.address for block in home.blocks] == []
    only = _home(site(papers))
    assert only.lead is None
    assert only.latest == ()
    assert len(only.documents) == 6


def test_no_story_is_shown_twice_above() -> None:
    home = _home(site(_items(20)))
    assert home.lead is not None
    shown = [home.lead.title, *_titles(home.secondary), *_titles(home.latest)]
    assert len(shown) == len(set(shown))


def test_languages_are_apart() -> None:
    of = site([*_items(2), article("one", language="en")], [page(""), page("", "en")])
    english = _home(of, "en")
    assert english.lead is not None
    assert english.lead.title == "one"
    assert english.lead.address == "/en/news/2026/one/"


def test_the_text_of_the_page() -> None:
    of = site([], [page("")], bodies={"vi/index.md": Body("<p>Chào</p>")})
    assert _home(of).intro == "<p>Chào</p>"
    assert _home(of, "en").intro == ""


def test_topics_in_alphabetical_order() -> None:
    home = _home(site([article("a", tags=("nong", "so"))]))
    assert [(topic.title, topic.count) for topic in home.topics] == [("Chuyển đổi số", 1), ("Nông nghiệp", 1)]


def test_most_read_lately() -> None:
    items = [*_items(7), *(article(f"t{n}", section="thong-bao") for n in range(4)), article("n1", language="en")]
    pages = {f"/tin-tuc/2026/n{n}/": 10 + n for n in range(6)} | {"/thong-bao/2026/t2/": 90, "/en/news/2026/n1/": 500}
    found = _home(site(items, statistics=_recent(pages))).most_read
    assert found is not None
    assert found.heading == "Đọc nhiều trong 7 ngày qua"
    assert _titles(found.items) == ["t2", "n5", "n4", "n3", "n2"]
    assert [(section.title, section.address, _titles(section.items)) for section in found.sections] == [
        ("Tin tức", "/tin-tuc/", ["n5", "n4", "n3"]),
        ("Thông báo", "/thong-bao/", ["t2"]),
    ]


def test_most_read_shows_an_order_and_no_counts() -> None:
    """So the front page is made again only when the order changes."""
    homes = [_home(site(_items(3), statistics=_recent({"/tin-tuc/2026/n1/": count}))) for count in (1, 2, 999)]
    assert homes[0] == homes[1] == homes[2]


def test_nothing_is_most_read_without_readers() -> None:
    assert _home(site(_items(3), statistics=_recent({"/": 5, "/tin-tuc/2026/mat/": 3}))).most_read is None
    assert _home(site(_items(3))).most_read is None


def _recent(pages: dict[str, int]) -> Statistics:
    last = dt.date(2026, 11, 22)
    return replace(statistics(), recent=Recent(last - dt.timedelta(6), last, pages))
