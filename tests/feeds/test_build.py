"""What a feed says, whatever its format."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from feeds.samples import (
    COVER,
    PHOTO,
    REPORT,
    REPORT_LINK,
    SECTION,
    SITE,
    TABLE,
    TABLE_LINK,
    TAG,
    article,
    context,
    feed_of,
    scope,
    settings,
)
from newsportal.feeds.build import NEVER, build_entry, build_feed, entry_id, feed_id
from newsportal.feeds.values import Category, Enclosure, Entry, Feed
from newsportal.languages import ENGLISH
from newsportal.model import Correction, Moment, Source
from newsportal.text import ZONE

SEVEN = dt.timezone(dt.timedelta(hours=7))
NOON = dt.datetime(2026, 3, 16, 12, 0, tzinfo=ZONE)


def test_id_survives_title_slug_section_name_and_domain() -> None:
    first = article("so-ket")
    moved = replace(first, title="Tên khác", slug="ten-khac")
    elsewhere = settings("https://moi.example.vn/cong")
    before, after = feed_of(first).entries[0], feed_of(moved, site=elsewhere).entries[0]
    assert before.id == after.id == "tag:khcn.example.gov.vn,2026:vi:thong-bao/2026/so-ket"
    assert before.url != after.url == "https://moi.example.vn/cong/thong-bao/2026/ten-khac/"


def test_ids_survive_another_order() -> None:
    articles = [article(str(number)) for number in range(5)]
    forth, back = feed_of(*articles), feed_of(*reversed(articles))
    assert [entry.id for entry in forth.entries] == [entry.id for entry in reversed(back.entries)]


def test_translations_have_ids_of_their_own() -> None:
    assert entry_id(article(), settings()) != entry_id(article(language="en"), settings())


@pytest.mark.parametrize(
    ("permanent_id", "specific"),
    [
        ("20260316-so-ket", "20260316-so-ket"),
        ("a/b?c:d@e", "a/b?c:d@e"),
        ("sơ kết", "s%C6%A1%20k%E1%BA%BFt"),
        ("50%#1", "50%25%231"),
        ('<"\\^`{|}[]>', "%3C%22%5C%5E%60%7B%7C%7D%5B%5D%3E"),
        ("\ud800", "?"),
    ],
)
def test_id_holds_only_what_uris_may(permanent_id: str, specific: str) -> None:
    found = entry_id(article(permanent_id=permanent_id), settings())
    assert found == f"tag:khcn.example.gov.vn,2026:vi:{specific}"


def test_feed_ids_differ_by_key_and_language_and_from_every_entry() -> None:
    scopes = [scope(), scope(key="section/thong-bao"), scope(key="tag/khcn"), scope(ENGLISH)]
    ids = {feed_id(each, settings()) for each in scopes}
    assert len(ids | {entry_id(article(permanent_id="all"), settings())}) == 5
    assert feed_id(scope(title="Khác", address="/khac/"), settings()) in ids


@pytest.mark.parametrize(
    ("updated", "expected"),
    [
        (None, "2026-03-16T12:00:00+07:00"),
        (dt.datetime(2026, 3, 20, 8, 30, tzinfo=ZONE), "2026-03-20T08:30:00+07:00"),
        (dt.date(2026, 3, 20), "2026-03-20T00:00:00+07:00"),
        (dt.date(2026, 3, 16), "2026-03-16T12:00:00+07:00"),
    ],
)
def test_updated_moves_only_with_updated_and_published_never(updated: Moment | None, expected: str) -> None:
    entry = feed_of(article(date=NOON, updated=updated)).entries[0]
    assert (entry.published.isoformat(), entry.updated.isoformat()) == ("2026-03-16T12:00:00+07:00", expected)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (dt.date(2026, 3, 16), "2026-03-16T00:00:00+07:00"),
        (dt.datetime(2026, 3, 16, 1, 30, tzinfo=dt.UTC), "2026-03-16T08:30:00+07:00"),
        (dt.datetime(2026, 3, 16, 1, 30, 0, 999, tzinfo=SEVEN), "2026-03-16T01:30:00+07:00"),
        (dt.date(1968, 1, 1), "1968-01-01T00:00:00+08:00"),
        (dt.date(1905, 1, 1), "1905-01-01T00:00:00+07:06"),
    ],
)
def test_dates_are_those_of_viet_nam(date: Moment, expected: str) -> None:
    assert feed_of(article(date=date)).entries[0].published.isoformat() == expected


def test_feed_is_as_new_as_its_last_change() -> None:
    old = article("cu", date=dt.date(2026, 1, 1), updated=dt.date(2026, 3, 30))
    assert feed_of(article("moi"), old).updated.isoformat() == "2026-03-30T00:00:00+07:00"


def test_newest_first_and_no_more_than_the_setting() -> None:
    articles = [article(f"tin-{number:02}", date=dt.date(2026, 3, 31) - dt.timedelta(number)) for number in range(31)]
    whole, short = feed_of(*articles), feed_of(*articles, site=settings(feed_size=2))
    assert [entry.url for entry in whole.entries] == [f"{SITE}/thong-bao/2026/tin-{number:02}/" for number in range(30)]
    assert short.entries == whole.entries[:2]


def test_enclosures_are_the_cover_then_the_attachments_as_published() -> None:
    entry = feed_of(article(cover=COVER, attachments=(REPORT_LINK, TABLE_LINK))).entries[0]
    assert entry.enclosures == (
        Enclosure(f"{SITE}/media/2026/hop%20b%C3%A1o.jpg", "image/jpeg", 123_457, COVER.alt),
        Enclosure(f"{SITE}{REPORT.address}", "application/pdf", 1_258_291, REPORT_LINK.title),
        Enclosure(f"{SITE}{TABLE.address}", TABLE.type, 512, TABLE_LINK.title),
    )
    assert entry.image == f"{SITE}{PHOTO.address}"


def test_files_that_are_not_published_are_not_offered() -> None:
    bare = article(cover=COVER, attachments=(REPORT_LINK,))
    entry = build_entry(bare, context([bare], media=[TABLE]))
    assert (entry.enclosures, entry.image, entry.html) == ((), "", "<p>Nội dung.</p>")


def test_categories_are_section_and_tags() -> None:
    entry = feed_of(article(tags=("khcn", "khcn", "khong-co"))).entries[0]
    assert entry.categories == (Category(SECTION.id, "Thông báo"), Category(TAG.id, "KH&CN"))


def test_summary_or_else_the_lead() -> None:
    told, silent = feed_of(article("a", summary="Tóm\ntắt"), article("b")).entries
    assert (told.summary, silent.summary) == ("Tóm tắt", "Nội dung.")


def test_full_text_has_cover_body_and_attachments() -> None:
    entry = feed_of(article(cover=COVER, attachments=(REPORT_LINK,))).entries[0]
    assert entry.html == (
        f'<figure><img src="{SITE}/media/2026/hop%20b%C3%A1o.jpg" width="1600" height="900"'
        ' alt="Toàn cảnh buổi họp báo">'
        "<figcaption>Họp báo quý 1 (Lan Anh)</figcaption></figure>\n<p>Nội dung.</p>\n"
        "<p><strong>Tệp đính kèm</strong></p>\n"
        f'<ul><li><a href="{SITE}{REPORT.address}" type="application/pdf">Báo cáo quý 1 &amp; phụ lục</a>'
        " (PDF, 1,2 MB)</li></ul>"
    )


def test_cover_in_another_language_says_so() -> None:
    translated = article(language="en", cover=COVER)
    html = build_entry(translated, context([translated])).html
    assert html.startswith('<figure lang="vi">')
    assert "(Lan Anh)" in html


def test_feed_of_a_section_below_a_sub_path() -> None:
    site = settings("https://example.vn/cong/")
    section = scope(ENGLISH, address="/en/announcements/", key="section/thong-bao")
    feed = build_feed(section, [article(language="en")], context([], site=site))
    assert feed.page_url == "https://example.vn/cong/en/announcements/"
    assert feed.urls["atom.xml"] == "https://example.vn/cong/en/announcements/atom.xml"
    assert feed.entries[0].url == "https://example.vn/cong/en/announcements/2026/so-ket/"
    assert (feed.language, feed.author) == ("en", "Department of Science and Technology")


@pytest.mark.parametrize(
    ("caption", "credit", "shown"),
    [("A", "", "A"), ("", "B", "B"), ("1 < 2", "B & C", "1 &lt; 2 (B &amp; C)")],
)
def test_captions(caption: str, credit: str, shown: str) -> None:
    cover = replace(COVER, caption=caption, credit=credit)
    assert f"<figcaption>{shown}</figcaption>" in feed_of(article(cover=cover)).entries[0].html
    assert "figcaption" not in feed_of(article(cover=replace(COVER, caption="", credit=""))).entries[0].html


def test_feeds_made_together_are_those_made_alone() -> None:
    articles = [article(str(number), tags=("khcn",)) for number in range(4)]
    surroundings = context(articles, site=settings(feed_size=3))
    selections = [(scope(), articles), (scope(key="tag/khcn"), articles[1:]), (scope(key="tag/khac"), [])]
    made: dict[str, Entry] = {}
    together = [build_feed(each, chosen, surroundings, made) for each, chosen in selections]
    assert together == [build_feed(each, chosen, surroundings) for each, chosen in selections]
    assert together[0].entries[1] is together[1].entries[0]


def test_empty_feed_has_a_fixed_moment() -> None:
    feed = feed_of()
    assert isinstance(feed, Feed)
    assert (feed.entries, feed.updated) == ((), NEVER)


def test_a_feed_without_subtitle_repeats_its_title() -> None:
    assert build_feed(scope(subtitle=" "), [], context([])).subtitle == "Sở KH&CN"


def test_ids_are_uris() -> None:
    odd = article(permanent_id="Sở KH&CN/2026 “mới”")
    assert re.fullmatch(r"tag:[A-Za-z0-9.,-]+:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*", entry_id(odd, settings()))


def test_corrections_and_source_are_part_of_the_full_text() -> None:
    corrected = article(
        corrections=(Correction(dt.date(2026, 3, 18), "28 < 82"),),
        source=Source("Báo A & B", "https://bao.example/x?a=1&b=2"),
    )
    html = feed_of(corrected).entries[0].html
    assert "<li>18/03/2026: 28 &lt; 82</li>" in html
    assert '<a href="https://bao.example/x?a=1&amp;b=2">Báo A &amp; B</a>' in html
    assert "<p>Nguồn: Báo A</p>" in feed_of(article(source=Source("Báo A"))).entries[0].html
