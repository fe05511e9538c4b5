"""The three files as programs read them."""

from __future__ import annotations

import datetime as dt
import hashlib
import locale
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from typing import Any, TypeVar

import pytest

from feeds.samples import (
    COVER,
    NAMES,
    PHOTO,
    REPORT,
    REPORT_LINK,
    SITE,
    TABLE,
    TABLE_LINK,
    TAG,
    article,
    context,
    feed_of,
    grammar,
    htmls,
    read,
    scope,
    settings,
    texts,
)
from newsportal.feeds.build import build_feed
from newsportal.feeds.formats import encode
from newsportal.feeds.values import FEED_TYPES, Feed
from newsportal.text import ZONE
from newsportal.views.addresses import FEED_FORMATS

ROOT = Path(__file__).parents[2]
FULL = article(
    "day-du", cover=COVER, attachments=(REPORT_LINK, TABLE_LINK), tags=("khcn",), authors=("Lan Anh", "Ngô Bình")
)
T = TypeVar("T")
MORNING = dt.datetime(2026, 3, 16, 8, 5, tzinfo=ZONE)


def full_feed() -> Feed:
    later = replace(FULL, date=MORNING, updated=dt.date(2026, 3, 20), summary="Kinh phí KH&CN")
    return feed_of(later, article("ngan", date=dt.date(2026, 3, 6)), html="<p>Nội dung <b>KH&amp;CN</b>.</p>")


def test_files_are_those_that_are_advertised() -> None:
    assert tuple(encode(feed_of())) == tuple(FEED_TYPES) == FEED_FORMATS


@pytest.mark.parametrize("feed", [feed_of(), feed_of(article()), full_feed()], ids=["empty", "one", "full"])
def test_atom_follows_its_grammar(feed: Feed) -> None:
    tree = read(feed).atom_tree
    rules = grammar()
    assert rules.validate(tree), rules.error_log
    assert texts(tree, "a:author/a:name") == ["Sở Khoa học và Công nghệ"]


def test_the_grammar_refuses_what_is_no_atom() -> None:
    tree = read(full_feed()).atom_tree
    for link in tree.findall("a:entry/a:link", dict(NAMES)):
        link.set("type", "pdf")
    assert not grammar().validate(tree)


def test_empty_feed_is_read() -> None:
    seen = read(feed_of())
    assert (seen.rss.version, seen.atom.version) == ("rss20", "atom10")
    assert (seen.rss.entries, seen.atom.entries, seen.json["items"]) == ([], [], [])
    assert texts(seen.rss_tree, "channel/lastBuildDate") == ["Thu, 01 Jan 1970 00:00:00 +0000"]


def test_order_is_kept() -> None:
    articles = [article(f"tin-{number}", title=f"Tin {number}") for number in range(9)]
    seen = read(feed_of(*articles))
    expected = [f"Tin {number}" for number in range(9)]
    assert [entry.title for entry in seen.rss.entries] == expected
    assert [entry.title for entry in seen.atom.entries] == expected
    assert [item["title"] for item in seen.json["items"]] == expected


def test_the_feed_says_who_where_and_in_which_language() -> None:
    seen = read(full_feed())
    for parsed in (seen.rss.feed, seen.atom.feed):
        assert (parsed.title, parsed.subtitle, parsed.link) == ("Sở KH&CN", "Tin của Sở", f"{SITE}/")
        assert (parsed.language, parsed.generator) == ("vi", "newsportal")
    assert _links(seen.rss.feed.links, "self") == [
        {"href": f"{SITE}/feed.xml", "rel": "self", "type": "application/rss+xml"}
    ]
    assert _attributes(seen.atom_tree, "a:link") == [
        {"href": f"{SITE}/atom.xml", "rel": "self", "type": "application/atom+xml"},
        {"href": f"{SITE}/", "rel": "alternate", "type": "text/html", "hreflang": "vi"},
    ]
    assert seen.json["feed_url"] == f"{SITE}/feed.json"


def test_dates_by_the_rules_of_each_format() -> None:
    seen = read(full_feed())
    assert texts(seen.rss_tree, "channel/item/pubDate") == [
        "Mon, 16 Mar 2026 08:05:00 +0700",
        "Fri, 06 Mar 2026 00:00:00 +0700",
    ]
    assert texts(seen.rss_tree, "channel/lastBuildDate") == ["Fri, 20 Mar 2026 00:00:00 +0700"]
    assert texts(seen.atom_tree, "a:entry/a:published") == ["2026-03-16T08:05:00+07:00", "2026-03-06T00:00:00+07:00"]
    assert texts(seen.atom_tree, "a:entry/a:updated") == ["2026-03-20T00:00:00+07:00", "2026-03-06T00:00:00+07:00"]
    assert texts(seen.atom_tree, "a:updated") == ["2026-03-20T00:00:00+07:00"]
    first = seen.json["items"][0]
    assert (first["date_published"], first["date_modified"]) == (
        "2026-03-16T08:05:00+07:00",
        "2026-03-20T00:00:00+07:00",
    )
    assert parsedate_to_datetime(texts(seen.rss_tree, "channel/item/pubDate")[0]) == MORNING


def test_a_new_version_moves_no_publication_date() -> None:
    before, after = read(feed_of(FULL)), read(feed_of(replace(FULL, title="Tên mới", updated=dt.date(2026, 3, 30))))
    assert before.rss.entries[0].published == after.rss.entries[0].published
    assert before.atom.entries[0].published == after.atom.entries[0].published
    assert before.atom.entries[0].updated != after.atom.entries[0].updated


def test_permanent_ids_in_every_format() -> None:
    seen = read(feed_of(FULL))
    assert _attributes(seen.rss_tree, "channel/item/guid") == [{"isPermaLink": "false"}]
    found = {*texts(seen.rss_tree, "channel/item/guid"), seen.atom.entries[0].id, seen.json["items"][0]["id"]}
    assert found == {"tag:khcn.example.gov.vn,2026:vi:thong-bao/2026/day-du"}
    assert seen.rss.entries[0].link == seen.atom.entries[0].link == f"{SITE}/thong-bao/2026/day-du/"


def test_atom_links_keep_rel_type_language_and_length() -> None:
    tree = read(feed_of(FULL)).atom_tree
    assert _attributes(tree, "a:entry/a:link") == [
        {"href": f"{SITE}/thong-bao/2026/day-du/", "rel": "alternate", "type": "text/html", "hreflang": "vi"},
        _enclosure(PHOTO.address, "image/jpeg", "123457", COVER.alt),
        _enclosure(REPORT.address, "application/pdf", "1258291", REPORT_LINK.title),
        _enclosure(TABLE.address, TABLE.type, "512", TABLE_LINK.title),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({}, (PHOTO, REPORT, TABLE)), ({"cover": None}, (REPORT, TABLE)), ({"cover": None, "attachments": ()}, ())],
    ids=["cover and attachments", "attachments", "none"],
)
def test_rss_has_every_file_as_an_enclosure(changes: dict[str, Any], expected: Any) -> None:
    tree = read(feed_of(replace(FULL, **changes))).rss_tree
    assert _attributes(tree, "channel/item/enclosure") == [
        {"url": SITE + file.address, "length": str(file.size), "type": file.type} for file in expected
    ]


def test_every_file_is_linked_in_every_format() -> None:
    for html in htmls(feed_of(FULL)):
        assert all(SITE + file.address in html for file in (PHOTO, REPORT, TABLE))


def test_json_feed_has_its_members() -> None:
    seen = read(full_feed()).json
    assert list(seen) == [
        "version",
        "title",
        "home_page_url",
        "feed_url",
        "description",
        "language",
        "authors",
        "items",
    ]
    assert seen["version"] == "https://jsonfeed.org/version/1.1"
    assert all(isinstance(seen[name], str) for name in ("title", "home_page_url", "feed_url"))
    for item in seen["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"]
    assert seen["items"][0] == seen["items"][0] | {
        "url": f"{SITE}/thong-bao/2026/day-du/",
        "image": SITE + PHOTO.address,
        "authors": [{"name": "Lan Anh"}, {"name": "Ngô Bình"}],
        "tags": ["Thông báo", "KH&CN"],
        "language": "vi",
    }
    assert seen["items"][0]["attachments"][1] == {
        "url": SITE + REPORT.address,
        "mime_type": "application/pdf",
        "title": REPORT_LINK.title,
        "size_in_bytes": 1_258_291,
    }
    assert "authors" not in seen["items"][1]


def test_json_is_utf_8_and_ends_its_last_line() -> None:
    written = encode(full_feed())["feed.json"].decode()
    assert written.endswith("}\n")
    assert "Sở KH&CN" in written


def test_bylines_else_the_agency() -> None:
    seen = read(full_feed())
    first, second = seen.rss_tree.findall("channel/item")
    assert texts(first, "dc:creator") == ["Lan Anh", "Ngô Bình"]
    assert texts(second, "dc:creator") == ["Sở Khoa học và Công nghệ"]
    assert texts(seen.atom_tree, "a:entry/a:author/a:name") == ["Lan Anh", "Ngô Bình"]


def test_an_ampersand_is_escaped_once() -> None:
    seen = read(feed_of(replace(FULL, title="Sở KH&CN", summary="Kinh phí KH&CN"), html="<p>KH&amp;CN</p>"))
    for parsed in (seen.rss, seen.atom):
        entry = parsed.entries[0]
        assert (parsed.feed.title, entry.title, entry.summary) == ("Sở KH&CN", "Sở KH&CN", "Kinh phí KH&CN")
        assert "KH&CN" in (entry.tags[-1].label, entry.tags[-1].term)
        assert "<p>KH&amp;CN</p>" in entry.content[0].value
    assert _attributes(seen.atom_tree, "a:entry/a:category")[-1] == {"term": TAG.id, "label": "KH&CN"}
    assert texts(seen.rss_tree, "channel/item/category") == ["Thông báo", "KH&CN"]
    item = seen.json["items"][0]
    assert (item["title"], item["summary"], item["tags"][-1]) == ("Sở KH&CN", "Kinh phí KH&CN", "KH&CN")
    assert b"&amp;amp;CN" not in encode(feed_of(replace(FULL, title="KH&CN", summary="KH&CN")))["feed.xml"]


@pytest.mark.parametrize("summary", ["1 < 2 & 3 > 2", "KH&CN", 'nói "a"', "a<"])
def test_a_plain_summary_is_plain_in_rss(summary: str) -> None:
    assert texts(read(feed_of(article(summary=summary))).rss_tree, "channel/item/description") == [summary]


@pytest.mark.parametrize("summary", ["Thẻ <b> là gì", "&lt; là gì", "</p>", "<!-- -->", "&copy 2026"])
def test_a_summary_like_markup_is_text_in_rss(summary: str) -> None:
    seen = read(feed_of(article(summary=summary)))
    written = texts(seen.rss_tree, "channel/item/description")[0]
    assert "<" not in written
    assert unescape(written) == summary
    assert texts(seen.atom_tree, "a:entry/a:summary") == [summary]


def test_an_item_without_words_is_read() -> None:
    silent = article(summary="")
    feed = build_feed(scope(), [silent], replace(context([silent]), bodies={}))
    seen = read(feed)
    assert (len(seen.rss.entries), len(seen.atom.entries)) == (1, 1)
    assert seen.json["items"][0]["content_html"] == ""
    assert grammar().validate(seen.atom_tree)


@pytest.mark.parametrize(
    "title", ["\x00Tin\x0b\ud800 \ufffe1", "Tin\u202e 1", "Tin 👩\u200d🔬 1", "أخبار 1", "]]> 1", "Tin\r\n1"]
)
def test_any_title_is_read(title: str) -> None:
    seen = read(feed_of(article(title=title)))
    found = {seen.rss.entries[0].title, seen.atom.entries[0].title, seen.json["items"][0]["title"]}
    assert len(found) == 1
    assert found.pop().endswith("1")


def test_text_that_nobody_cleaned_is_read() -> None:
    feed = full_feed()
    dirty = "\x00\ud800\uffff x"
    entry = replace(feed.entries[0], title=dirty, summary=dirty, html=dirty, authors=(dirty,))
    seen = read(replace(feed, title="\x00", subtitle="", author=dirty, rights=dirty, entries=(entry,)))
    assert seen.atom.entries[0].title == seen.json["items"][0]["title"].strip() == "x"
    assert grammar().validate(seen.atom_tree)


def test_an_entry_in_another_language_says_so_in_atom() -> None:
    feed = full_feed()
    entry = replace(feed.entries[0], language="en")
    tree = read(replace(feed, entries=(entry, feed.entries[1]))).atom_tree
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [element.get(name) for element in (tree, *tree.findall("a:entry", dict(NAMES)))] == ["vi", "en", None]


def test_the_same_bytes_again_and_whatever_the_order_of_mappings() -> None:
    feed, surroundings = full_feed(), context([FULL, article("khac")])
    assert encode(feed) == encode(full_feed())
    turned = replace(
        surroundings,
        bodies=_turned(surroundings.bodies),
        media=_turned(surroundings.media),
    )
    assert encode(build_feed(scope(), [FULL], turned)) == encode(build_feed(scope(), [FULL], surroundings))
    assert encode(replace(feed, urls=_turned(feed.urls))) == encode(feed)


def test_the_locale_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise AssertionError("the locale belongs to the whole process")

    monkeypatch.setattr(locale, "setlocale", refuse)
    encode(full_feed())


PRINT_DIGEST = """
import hashlib
from feeds.test_encode import full_feed
from newsportal.feeds.formats import encode
print(hashlib.sha256(b"".join(encode(full_feed()).values())).hexdigest())
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "America/New_York", "LANG": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "Asia/Tokyo", "LC_ALL": "vi_VN.UTF-8", "PYTHONHASHSEED": "4242", "PYTHONUTF8": "0"},
    ],
)
def test_the_same_bytes_on_any_machine(surroundings: dict[str, str]) -> None:
    path = os.pathsep.join(str(ROOT / name) for name in ("plugins", "tests"))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ"))}
    run = subprocess.run(
        [sys.executable, "-c", PRINT_DIGEST],
        env={**kept, **surroundings, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == hashlib.sha256(b"".join(encode(full_feed()).values())).hexdigest()


def test_only_the_site_address_changes_with_the_domain() -> None:
    here, there = encode(feed_of(FULL)), encode(feed_of(FULL, site=settings("https://moi.example.vn")))
    for name, written in here.items():
        assert written.decode().replace(SITE, "https://moi.example.vn") == there[name].decode()


def _turned(mapping: Mapping[str, T]) -> dict[str, T]:
    return dict(reversed(list(mapping.items())))


def _links(links: list[dict[str, str]], rel: str) -> list[dict[str, str]]:
    return [dict(link) for link in links if link["rel"] == rel]


def _attributes(tree: Any, path: str) -> list[dict[str, str]]:
    return [dict(element.attrib) for element in tree.findall(path, dict(NAMES))]


def _enclosure(address: str, kind: str, length: str, title: str) -> dict[str, str]:
    return {"href": SITE + address, "rel": "enclosure", "type": kind, "length": length, "title": title}
