"""Small articles, and the feeds made of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import feedparser
from lxml import etree

from newsportal.feeds.build import build_feed
from newsportal.feeds.formats import encode
from newsportal.feeds.scope import FeedContext, FeedScope
from newsportal.feeds.values import Feed
from newsportal.languages import VIETNAMESE, Language
from newsportal.model import (
    Agency,
    Article,
    Attachment,
    Cover,
    MediaFile,
    Picture,
    Rendition,
    Section,
    SectionKind,
    Settings,
    Tag,
)
from newsportal.render import Body
from newsportal.text import ZONE
from newsportal.views.addresses import Addresses

SITE = "https://khcn.example.gov.vn"
AGENCY = {"vi": "Sở Khoa học và Công nghệ", "en": "Department of Science and Technology"}
PHOTO = Picture("2026/hop báo.jpg", "image/jpeg", 123_457, "aa", 1600, 900, (Rendition("/media/.w/a-320.webp", 320),))
REPORT = MediaFile("tep/báo cáo, quý 1.pdf", "application/pdf", 1_258_291, "bb")
TABLE = MediaFile("tep/so-lieu.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 512, "cc")
COVER = Cover(PHOTO.path, "Toàn cảnh buổi họp báo", "Họp báo quý 1", "Lan Anh")
REPORT_LINK = Attachment(REPORT.path, "Báo cáo quý 1 & phụ lục")
TABLE_LINK = Attachment(TABLE.path, "Số liệu")

SECTION = Section(
    "thong-bao",
    {"vi": "Thông báo", "en": "Announcements"},
    {"vi": "thong-bao", "en": "announcements"},
    SectionKind.NEWS,
    {"vi": "Thông báo của Sở", "en": "Announcements"},
)
TAG = Tag("khcn", {"vi": "KH&CN", "en": "S&T"}, {"vi": "khcn", "en": "s-and-t"})


def settings(site_url: str = SITE, **changes: Any) -> Settings:
    """Settings of a small portal."""
    agency = Agency(AGENCY, AGENCY, AGENCY, AGENCY)
    moment = dt.datetime(2026, 4, 1, tzinfo=ZONE)
    return Settings(site_url, AGENCY, agency, moment, "khcn.example.gov.vn,2026", **changes)


def article(name: str = "so-ket", **changes: Any) -> Article:
    """An article of the section, in Vietnamese unless `language` says otherwise."""
    values: dict[str, Any] = {
        "language": "vi",
        "title": "Sơ kết quý 1",
        "date": dt.date(2026, 3, 16),
        "slug": name,
        **changes,
    }
    code = values["language"]
    values.setdefault("permanent_id", f"thong-bao/2026/{name}")
    return Article(f"{code}/thong-bao/2026/{name}.md", f"thong-bao/2026/{name}", section=SECTION.id, **values)


def bodies(articles: Iterable[Article], html: str) -> dict[str, Body]:
    """The same body for each of the articles."""
    return {each.path: Body(html, "Nội dung.", "Nội dung.") for each in articles}


def context(
    articles: Iterable[Article],
    html: str = "<p>Nội dung.</p>",
    site: Settings | None = None,
    media: Iterable[MediaFile] | None = None,
) -> FeedContext:
    """Everything the articles need."""
    site = site or settings()
    files = {file.path: file for file in (media or (PHOTO, REPORT, TABLE))}
    return FeedContext(site, Addresses(site), {SECTION.id: SECTION}, {TAG.id: TAG}, bodies(articles, html), files)


def scope(language: Language = VIETNAMESE, **changes: Any) -> FeedScope:
    """The feed of everything."""
    values = {"address": "/", "title": "Sở KH&CN", "subtitle": "Tin của Sở", "key": "all", **changes}
    return FeedScope(language=language, **values)


def feed_of(*articles: Article, html: str = "<p>Nội dung.</p>", site: Settings | None = None) -> Feed:
    """The articles' feed of everything."""
    return build_feed(scope(), articles, context(articles, html, site))


class Read(NamedTuple):
    """A feed as programs read it."""

    rss: Any
    atom: Any
    json: dict[str, Any]
    rss_tree: etree._Element
    atom_tree: etree._Element


def read(feed: Feed) -> Read:
    """The encoded feed, read back by feedparser, lxml and json; neither of the first two may complain."""
    files = encode(feed)
    parsed = [feedparser.parse(files[name]) for name in ("feed.xml", "atom.xml")]
    assert not any(each.bozo for each in parsed), [each.get("bozo_exception") for each in parsed]
    trees = [etree.fromstring(files[name]) for name in ("feed.xml", "atom.xml")]
    return Read(parsed[0], parsed[1], json.loads(files["feed.json"]), trees[0], trees[1])


NAMES: Mapping[str, str] = {
    "a": "http://www.w3.org/2005/Atom",
    "c": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
"""Prefixes for `texts`."""

_GRAMMAR = Path(__file__).with_name("atom.rng")


def texts(tree: etree._Element, path: str) -> list[str]:
    """The text of each element at an XPath of child steps."""
    return [element.text or "" for element in tree.findall(path, dict(NAMES))]


def grammar() -> etree.RelaxNG:
    """The grammar of RFC 4287."""
    return etree.RelaxNG(etree.parse(_GRAMMAR))


def htmls(feed: Feed) -> Sequence[str]:
    """The full text of the first entry in each format, as programs find it."""
    seen = read(feed)
    rss = seen.rss_tree.findtext("channel/item/c:encoded", namespaces=dict(NAMES))
    atom = seen.atom_tree.findtext("a:entry/a:content", namespaces=dict(NAMES))
    return [rss or "", atom or "", seen.json["items"][0]["content_html"]]
