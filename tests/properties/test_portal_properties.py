"""What must hold for any content: lists lose nothing, order does not matter, and what is hidden stays hidden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from newsportal.catalog import Visibility, build_catalog, visibility
from newsportal.feeds.files import feed_files
from newsportal.model import Article, Attachment, Correction, Cover, Document, PlainPage, Source
from newsportal.render import Body
from newsportal.text import ZONE
from newsportal.views import Site, machine_files, plan_pages, redirects, view
from newsportal.views.archive import ArchiveYearView
from newsportal.views.lists import ListView
from newsportal.views.paging import paginate, paging
from values import NOW, PAPER, PHOTO, SECTIONS, TAGS, article, page, site

HOURS = st.integers(-3, 3).map(lambda hours: NOW + dt.timedelta(hours=hours))
MOMENTS = st.one_of(
    HOURS,
    st.dates(dt.date(2024, 12, 30), dt.date(2027, 1, 2)),
    st.datetimes(dt.datetime(2024, 12, 30), dt.datetime(2027, 1, 2), timezones=st.sampled_from([ZONE, dt.UTC])),
)
SECRET = "bimat"


@st.composite
def items(draw: st.DrawFn, largest: int = 12) -> list[Article]:
    """Items of both languages, some of them pairs, with any visibility; texts of each hold its marker."""
    keys = draw(st.lists(st.tuples(st.integers(0, 7), st.sampled_from(["vi", "en"])), unique=True, max_size=largest))
    return [draw(_item(number, language)) for number, language in keys]


@st.composite
def _item(draw: st.DrawFn, number: int, language: str) -> Article:
    marker = f"{SECRET}{language}{number}x"
    section = SECTIONS[number % len(SECTIONS)]
    return article(
        marker,
        language=language,
        section=section.id,
        key=f"{section.id}/{number}",
        title=f"Tin {marker}",
        summary=draw(st.sampled_from(["", f"Tóm tắt {marker}"])),
        date=draw(MOMENTS),
        draft=draw(st.sampled_from([False, False, True])),
        publish_at=draw(st.none() | HOURS),
        expire_at=draw(st.none() | HOURS),
        updated=draw(st.none() | MOMENTS),
        featured=draw(st.booleans()),
        tags=tuple(draw(st.lists(st.sampled_from([tag.id for tag in TAGS]), unique=True))),
        authors=(f"Tác giả {marker}",),
        aliases=(f"/cu/{marker}/",),
        cover=draw(st.sampled_from([None, Cover(PHOTO.path, f"Ảnh {marker}")])),
        attachments=(Attachment(PAPER.path, f"Tệp {marker}"),),
        corrections=(Correction(dt.date(2026, 1, 1), f"Sai {marker}"),),
        source=Source(f"Báo {marker}", f"https://bao.vn/{marker}"),
        document=Document(number=f"{marker}/QĐ", subject=f"Về {marker}") if section.id == "van-ban" else None,
    )


def _bodies(articles: Iterable[Article]) -> dict[str, Body]:
    return {item.path: Body(f"<p>{item.slug}</p>", item.slug, item.slug) for item in articles}


def _site(articles: list[Article], **changes: Any) -> Site:
    return site(articles, [page(""), page("", "en"), page("lien-he")], _bodies(articles), **changes)


def _everything(of: Site) -> str:
    """All that readers and machines may see, in one text."""
    plans = plan_pages(of)
    pages = [
        repr((found.head, found.frame, found.content, plan.address, plan.title))
        for plan in plans
        for found in [view(of, plan)]
    ]
    old = [repr((redirect.address, redirect.target)) for redirect in redirects(of)]
    feeds = [data.decode() for job in feed_files(of) for data in job.make()]
    return "\n".join([*pages, *old, *feeds, *machine_files(of, plans).values()])


@given(items())
@settings(max_examples=60, deadline=None)
def test_what_is_hidden_is_nowhere(articles: list[Article]) -> None:
    of = _site(articles)
    output = _everything(of)
    for item in articles:
        assert (item.slug in output) == (visibility(item, NOW) is Visibility.SHOWN)


@given(items())
@settings(max_examples=30, deadline=None)
def test_a_preview_shows_and_marks_everything(articles: list[Article]) -> None:
    of = _site(articles, preview=True)
    output = _everything(of)
    assert all(item.slug in output for item in articles)
    for plan in plan_pages(of):
        if plan.article:
            mark = getattr(plan.content(), "mark")  # noqa: B009  # a page of any kind
            assert bool(mark) == (visibility(plan.article, NOW) is not Visibility.SHOWN)


@given(items(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_files_changes_nothing(articles: list[Article], random: Any) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert _site(shuffled).catalog == _site(articles).catalog
    assert _everything(_site(shuffled)) == _everything(_site(articles))


@given(items())
@settings(deadline=None)
def test_translations_are_symmetric(articles: list[Article]) -> None:
    catalog = build_catalog(articles, (), SECTIONS, TAGS, NOW)
    for one in catalog.articles:
        for language in ("vi", "en"):
            other = catalog.translation(one, language)
            if other is not None:
                assert other.language == language
                assert catalog.translation(other, one.language) == one


@given(items())
@settings(max_examples=60, deadline=None)
def test_languages_of_pages_are_symmetric(articles: list[Article]) -> None:
    plans = {plan.address: plan for plan in plan_pages(_site(articles, page_size=2))}
    for plan in plans.values():
        for code, address in plan.alternates.items():
            assert plans[address].language.code == code
            assert dict(plans[address].alternates) == dict(plan.alternates)
        assert set(plan.fallbacks.values()) <= set(plans)


@given(items(), st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_every_item_is_once_in_every_list_it_belongs_to(articles: list[Article], size: int) -> None:
    of = _site(articles, page_size=size)
    shown = {of.address_of(item) for item in of.catalog.articles}
    listed: dict[str, list[str]] = {}
    for plan in plan_pages(of):
        content = plan.content()
        first = plan.address.split("/trang/")[0].split("/page/")[0].rstrip("/")
        if isinstance(content, ListView):
            assert len(content.cards) <= size
            listed.setdefault(first, []).extend(card.address for card in content.cards)
        if isinstance(content, ArchiveYearView):
            listed.setdefault(first, []).extend(card.address for month in content.months for card in month.cards)
    for addresses in listed.values():
        assert len(addresses) == len(set(addresses))
    archived = [
        address for first, found in listed.items() if "luu-tru" in first or "archive" in first for address in found
    ]
    assert sorted(archived) == sorted(shown)


@given(st.lists(st.integers()), st.integers(1, 20))
def test_pages_hold_every_item_once_in_order(numbers: list[int], size: int) -> None:
    pages = paginate(numbers, size)
    assert [item for part in pages for item in part.items] == numbers
    assert all(len(part.items) == size for part in pages[:-1])
    assert 0 < len(pages[-1].items) <= size or not numbers


@given(st.integers(1, 300), st.data())
def test_the_row_of_page_numbers(count: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, count))
    links = paging(number, count, str).links
    numbers = [link.number for link in links if link.address]
    assert numbers == sorted(set(numbers))
    assert {1, number, count} <= set(numbers) <= set(range(1, count + 1))
    assert [link.number for link in links if link.current] == [number]
    assert len(links) <= 9


@given(items())
@settings(deadline=None)
def test_the_next_change_is_the_first_moment_of_another_site(articles: list[Article]) -> None:
    # Items that go before they come are problems, so they never get here.
    sound = [
        item
        for item in articles
        if item.expire_at is None or item.expire_at > max(item.published, item.publish_at or NOW)
    ]
    change = build_catalog(sound, (), SECTIONS, TAGS, NOW).next_change
    tick = dt.timedelta(microseconds=1)

    def shown(now: dt.datetime) -> set[str]:
        return {item.path for item in build_catalog(sound, (), SECTIONS, TAGS, now).articles}

    if change is None:
        assert shown(NOW) == shown(NOW + dt.timedelta(days=3650))
    else:
        assert shown(NOW) == shown(change.at - tick) != shown(change.at)


def test_draft_pages_are_hidden_too() -> None:
    hidden = PlainPage("vi/an.md", "an", "vi", f"Trang {SECRET}", SECRET, draft=True)
    assert SECRET not in _everything(site([], [hidden]))
    assert SECRET in _everything(site([], [hidden], preview=True))
