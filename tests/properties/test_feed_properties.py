"""What must hold for any text that finds its way into a feed."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from feeds.samples import article, feed_of, grammar, read, settings, texts
from newsportal.feeds.build import entry_id
from newsportal.feeds.links import whole_links
from newsportal.text import ZONE, clean_line

HARD = "aàđƯ \u00a0\t\n\r\u000b\u200b\u200d\u202e\u0301\ufffe\ud800\x00\x1b👩🔬<>&;\"'/!?]-#amplt0"
TEXT = st.one_of(st.text(), st.text(HARD), st.text(st.characters(exclude_categories=[]), max_size=5))
MOMENT = st.datetimes(dt.datetime(1901, 1, 1), dt.datetime(2099, 12, 31), timezones=st.just(ZONE))
RULES = grammar()


@given(TEXT, TEXT)
def test_title_and_summary_arrive(title: str, summary: str) -> None:
    # Cleaning takes what XML cannot hold and folds white space; nothing else may be lost.
    title, summary = f"{title} a", f"{summary} b"
    seen = read(feed_of(article(title=title, summary=summary)))
    item = seen.json["items"][0]
    assert item["title"] == clean_line(title)
    assert texts(seen.rss_tree, "channel/item/title") == texts(seen.atom_tree, "{*}entry/{*}title") == [item["title"]]
    assert texts(seen.atom_tree, "{*}entry/{*}summary") == [item["summary"]] == [clean_line(summary)]
    assert _shown(texts(seen.rss_tree, "channel/item/description")[0]) == item["summary"]
    assert RULES.validate(seen.atom_tree)


@given(TEXT)
def test_any_permanent_id_is_a_uri_and_can_be_read_back(permanent_id: str) -> None:
    found = entry_id(article(permanent_id=permanent_id), settings())
    assert re.fullmatch(r"tag:khcn\.example\.gov\.vn,2026:vi:(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*", found)
    assert unquote(found.split(":", 3)[3]) == re.sub("[\ud800-\udfff]", "?", permanent_id)


@given(MOMENT, MOMENT)
def test_no_entry_changes_before_it_is_published(date: dt.datetime, updated: dt.datetime) -> None:
    entry = feed_of(article(date=date, updated=updated)).entries[0]
    assert entry.updated >= entry.published
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[789]:\d\d", entry.published.isoformat())


@given(TEXT)
def test_whole_links_are_whole_for_good(text: str) -> None:
    page, site = "https://khcn.example.gov.vn/a/", settings()
    once = whole_links(text, page, site)
    assert whole_links(once, page, site) == once


def _shown(html: str) -> str:
    """The text that a program shows which takes `html` for HTML; there must be no markup in it."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return "".join(parser.words)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)
