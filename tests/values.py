"""Portals as values, for tests of the core: no files but those of `TinyPortal`, no MkDocs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from newsportal.catalog import build_catalog
from newsportal.mkdocs_plugins.host import load_workplace
from newsportal.model import (
    Agency,
    Article,
    Markdown,
    MediaFile,
    Picture,
    PlainPage,
    Rendition,
    Section,
    SectionKind,
    Settings,
    Statistics,
    Tag,
)
from newsportal.portal import Portal, Workshop, assemble
from newsportal.render import Body
from newsportal.text import ZONE
from newsportal.views import Feature, Site
from sites import TinyPortal

NOW = dt.datetime(2026, 11, 22, 10, 0, tzinfo=ZONE)
HOUR = dt.timedelta(hours=1)

NEWS = Section("tin-tuc", {"vi": "Tin tức", "en": "News"}, {"vi": "tin-tuc", "en": "news"}, SectionKind.NEWS, {})
NOTICES = Section(
    "thong-bao", {"vi": "Thông báo", "en": "Notices"}, {"vi": "thong-bao", "en": "notices"}, SectionKind.NEWS, {}
)
PAPERS = Section(
    "van-ban",
    {"vi": "Văn bản", "en": "Documents"},
    {"vi": "van-ban", "en": "documents"},
    SectionKind.DOCUMENTS,
    {"vi": "Văn bản của Sở", "en": "Documents of the department"},
)
SECTIONS = (NEWS, NOTICES, PAPERS)
DIGITAL = Tag("so", {"vi": "Chuyển đổi số", "en": "Digital"}, {"vi": "so", "en": "digital"})
FARMING = Tag("nong", {"vi": "Nông nghiệp", "en": "Farming"}, {"vi": "nong", "en": "farming"})
TAGS = (DIGITAL, FARMING)
PHOTO = Picture("2026/anh.jpg", "image/jpeg", 1000, "aa", 1600, 900, (Rendition("/media/.w/anh-320.webp", 320),))
PAPER = MediaFile("tep/quyet-dinh.pdf", "application/pdf", 1_258_291, "bb")
MEDIA = {file.path: file for file in (PHOTO, PAPER)}


def settings(**changes: Any) -> Settings:
    """Settings of a small portal whose clock stands at `NOW`."""
    names = {"vi": "Cổng tin", "en": "Portal"}
    empty = {"vi": "", "en": ""}
    values: dict[str, Any] = {
        "site_url": "https://tin.example/",
        "site_name": names,
        "agency": Agency({"vi": "Sở KH&CN", "en": "DOST"}, empty, empty, empty),
        "build_time": NOW,
        "feed_authority": "tin.example,2020",
        "markdown": Markdown(("tables", "fenced_code", "attr_list", "def_list", "footnotes", "sane_lists")),
        **changes,
    }
    return Settings(**values)


def article(name: str, **changes: Any) -> Article:
    """An item of the first section, in Vietnamese unless `language` says otherwise."""
    values: dict[str, Any] = {
        "language": "vi",
        "section": NEWS.id,
        "date": dt.date(2026, 3, 16),
        "title": name,
    } | changes
    key = values.pop("key", f"{values['section']}/{name}")
    values = {"slug": name, "permanent_id": key, **values}
    return Article(path=f"{values['language']}/{key}.md", key=key, **values)


def page(name: str, language: str = "vi", **changes: Any) -> PlainPage:
    """A plain page; the home page for an empty name."""
    stem = name or "index"
    values: dict[str, Any] = {"title": name.capitalize(), "key": stem, **changes}
    return PlainPage(path=f"{language}/{stem}.md", language=language, name=name, **values)


def site(
    articles: Iterable[Article] = (),
    pages: Iterable[PlainPage] = (),
    bodies: Mapping[str, Body] | None = None,
    features: frozenset[Feature] = frozenset(Feature),
    statistics: Statistics | None = None,
    **changes: Any,
) -> Site:
    """A site of these items; `changes` are to the settings."""
    chosen = settings(**changes)
    catalog = build_catalog(articles, pages, SECTIONS, TAGS, chosen.build_time, chosen.preview)
    return Site(chosen, catalog, MEDIA, bodies or {}, features, statistics=statistics)


def assembled(tiny: TinyPortal) -> Portal:
    """The portal that the files make, with its problems."""
    place = load_workplace(tiny.config, tiny.content)
    return assemble(place.content, place.settings, frozenset(Feature), Workshop.at(place.cache))
