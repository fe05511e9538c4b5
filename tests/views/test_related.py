"""What belongs together, and what never does."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsportal.model import Article
from newsportal.outputs import mark_of_value
from newsportal.views.article import ArticleView, article_pages
from newsportal.views.related import RelatedIndex, Relations
from newsportal.views.site import Site
from values import article, site

TITLES = (
    "Hội thảo chuyển đổi số nông nghiệp",
    "Chuyển đổi số trong trường học",
    "Nông nghiệp công nghệ cao",
    "Thông báo nghỉ lễ",
)


def _items(count: int, **fields: object) -> list[Article]:
    start = dt.date(2026, 1, 1)
    return [
        article(
            f"{fields.get('language', 'vi')}-{number:02}",
            title=TITLES[number % 4],
            date=start + dt.timedelta(number),
            **fields,
        )
        for number in range(count)
    ]


def _related(of: Site) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for plan in article_pages(of):
        view = plan.content()
        assert isinstance(view, ArticleView)
        found[plan.address] = [card.address for card in view.related]
    return found


def test_never_itself_never_another_language_never_too_many() -> None:
    everything = [*_items(12, tags=("so",)), *_items(12, tags=("so",), language="en")]
    found = _related(site(everything, related=3))
    assert any(found.values())
    for address, related in found.items():
        assert address not in related
        assert len(related) == len(set(related)) <= 3
        assert {one.startswith("/en/") for one in related} <= {address.startswith("/en/")}


def test_nothing_is_better_than_something_wrong() -> None:
    alone = [article("a", title="Thông báo nghỉ lễ"), article("b", title="Quyết định bổ nhiệm", section="thong-bao")]
    assert _related(site(alone)) == {"/tin-tuc/2026/a/": [], "/thong-bao/2026/b/": []}
    assert _related(site([])) == {}
    assert _related(site(alone[:1])) == {"/tin-tuc/2026/a/": []}


def test_none_when_none_are_wanted() -> None:
    assert set(map(tuple, _related(site(_items(6, tags=("so",)), related=0)).values())) == {()}


def test_a_shared_tag_counts_more_than_a_shared_section() -> None:
    one = article("a", title="Một", tags=("nong",))
    tagged = article("b", title="Hai", tags=("nong",), section="thong-bao", date=dt.date(2025, 12, 1))
    fillers = [article(f"f{n}", title=f"Tin số {n}", date=dt.date(2026, 2, 1)) for n in range(10)]
    found = _related(site([one, tagged, *fillers]))
    assert found["/tin-tuc/2026/a/"][0] == "/thong-bao/2025/b/"


def test_words_count_without_marks_of_tags() -> None:
    one = article("a", title="Sâm Bảy Lá vùng Hoàng Lĩnh")
    other = article("b", title="Trồng sâm Bảy Lá ở Hoàng Lĩnh", section="thong-bao")
    fillers = [article(f"f{n}", title=f"Tin số {n}", date=dt.date(2026, 2, 1)) for n in range(30)]
    assert _related(site([one, other, *fillers]))["/tin-tuc/2026/a/"] == ["/thong-bao/2026/b/"]


@pytest.mark.parametrize("limit", [0, 1, 2, 50])
def test_the_limit(limit: int) -> None:
    items = tuple(reversed(_items(20, tags=("so", "nong"))))
    index = RelatedIndex(items)
    for position in range(len(items)):
        related = index.related(position, limit)
        assert len(related) <= limit
        assert items[position] not in related


def test_the_same_whatever_the_order_of_files() -> None:
    items = _items(20, tags=("so",))
    assert _related(site(items)) == _related(site(list(reversed(items))))


@given(limit=st.integers(0, 30), days=st.lists(st.integers(0, 3000), min_size=1, max_size=30))
def test_a_short_list_is_the_beginning_of_the_long_one(limit: int, days: list[int]) -> None:
    tags = (("so",), ("nong", "so"), (), ("nong",), ("lua",))
    items = [
        article(f"{day}", title=TITLES[day % 4], tags=tags[day % 5], date=dt.date(2018, 1, 1) + dt.timedelta(day))
        for day in sorted(days, reverse=True)
    ]
    index = RelatedIndex(items)
    for position in range(len(items)):
        assert index.related(position, limit) == index.related(position, len(items))[:limit]


EDITS = st.lists(st.tuples(st.integers(0, 11), st.sampled_from(["title", "tags", "out", "date", "none"])), max_size=4)
PHRASES = ("tưới nhỏ giọt", "nhỏ giọt", "chuyển đổi số", "đổi số xã", "miến dong", "")


def _edited(items: list[Article], position: int, kind: str, step: int) -> list[Article]:
    at = position % len(items)
    chosen = items[at]
    if kind == "out" and len(items) > 1:
        return items[:at] + items[at + 1 :]
    other = {
        "title": replace(chosen, title=f"{PHRASES[step % 6]} {PHRASES[position % 6]} {step}"),
        "tags": replace(chosen, tags=("so",)),
        "date": replace(chosen, date=chosen.published - dt.timedelta(days=300)),  # it stays where it is in the order
    }.get(kind, chosen)
    return [*items[:at], other, *items[at + 1 :]]


@given(edits=EDITS)
def test_a_former_index_changes_nothing(edits: list[tuple[int, str]]) -> None:
    items = [
        article(f"{n}", title=f"{PHRASES[n % 6]} và {PHRASES[(n * 5 + 1) % 6]}", tags=("nong",) if n % 3 else ("so",))
        for n in range(12)
    ]
    index = _index(items, None)
    for step, (position, kind) in enumerate(edits):
        _all_related(index)
        items = _edited(items, position, kind, step)
        index = _index(items, index.known())
        assert _all_related(index) == _all_related(RelatedIndex(items))


def _index(items: list[Article], former: Relations | None) -> RelatedIndex:
    return RelatedIndex(items, [mark_of_value(replace(item, text=b"", lines={})) for item in items], former)


def _all_related(index: RelatedIndex) -> list[tuple[Article, ...]]:
    return [index.related(position, 4) for position in range(len(index.articles))]
