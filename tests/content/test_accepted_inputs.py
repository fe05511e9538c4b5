"""What looks odd and must work all the same, with what comes of it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from content.cases import cover, picture, post
from newsportal.model import Article, PlainPage
from newsportal.portal import Portal
from newsportal.text import ZONE
from newsportal.views import view
from sites import SECTIONS, TAGS, TinyPortal
from values import assembled

PLACE = "vi/tin-tuc/a.md"
MORNING = dt.datetime(2026, 3, 16, 8, 30, tzinfo=ZONE)


class Accepted(NamedTuple):
    name: str
    files: Mapping[str, str | bytes]
    value: Callable[[Portal], object]
    expected: object


def item(
    name: str, text: str | bytes, value: Callable[[Article], object], expected: object, path: str = PLACE
) -> Accepted:
    return Accepted(name, {path: text}, lambda portal: value(_only(portal)), expected)


def title(name: str, given: str, expected: str) -> Accepted:
    return item(f"title-{name}", post(title=given), lambda article: article.title, expected)


def moment(name: str, given: str, expected: dt.date) -> Accepted:
    return item(f"date-{name}", post(date=f"date: {given}"), lambda article: article.date, expected)


def text(name: str, body: str, expected: str, files: Mapping[str, str | bytes] | None = None) -> Accepted:
    written = {PLACE: post(body=body), **(files or {})}
    return Accepted(f"text-{name}", written, lambda portal: portal.site.body(PLACE).html, expected)


def page(name: str, path: str, given: str, value: Callable[[PlainPage], object], expected: object) -> Accepted:
    def found(portal: Portal) -> object:
        source = portal.site.catalog.at_path(path)
        assert isinstance(source, PlainPage)
        return value(source)

    return Accepted(f"page-{name}", {path: given}, found, expected)


def _only(portal: Portal) -> Article:
    (found,) = portal.site.catalog.articles
    return found


def _nfd(written: str) -> str:
    return unicodedata.normalize("NFD", written)


def _address(portal: Portal) -> object:
    return portal.site.address_of(_only(portal))


def _number(article: Article) -> object:
    return article.document and article.document.number


def _source_url(article: Article) -> object:
    return article.source and article.source.url


CASES = (
    # Bytes
    item("bom", b"\xef\xbb\xbf" + post().encode(), lambda article: article.title, "Tiêu đề"),
    item(
        "crlf",
        post("author: Hà", body="một\n\nhai").replace("\n", "\r\n"),
        lambda article: article.body,
        "một\n\nhai\n",
    ),
    item("crlf-line", post("author: Hà").replace("\n", "\r\n"), lambda article: article.body_line, 7),
    item("old-mac", post().replace("\n", "\r"), lambda article: article.title, "Tiêu đề"),
    item("bom-crlf", b"\xef\xbb\xbf" + post().replace("\n", "\r\n").encode(), lambda article: article.title, "Tiêu đề"),
    item("no-last-line-end", post().rstrip(), lambda article: article.body, "Nội dung."),
    item("nfd", _nfd(post(title="title: Chuyển đổi số")), lambda article: article.title, "Chuyển đổi số"),
    item("strays", post(title="title: Hội\u00a0nghị\u200b"), lambda article: article.title, "Hội nghị"),
    item("blank-lines-first", "\n\n" + post(), lambda article: article.body_line, 8),
    item("long-dashes", post().replace("---", "-----"), lambda article: article.title, "Tiêu đề"),
    item("spaces-after-dashes", post().replace("---", "---  "), lambda article: article.title, "Tiêu đề"),
    item("rule-in-text", post(body="một\n\n---\n\nhai"), lambda article: article.body, "một\n\n---\n\nhai\n"),
    item("fence-in-text", post(body="---\ntitle: x\n---"), lambda article: article.body, "---\ntitle: x\n---\n"),
    # Names
    item("capital-ending", post(), lambda article: article.slug, "a", "vi/tin-tuc/a.MD"),
    item("markdown-ending", post(), lambda article: article.slug, "a", "vi/tin-tuc/a.markdown"),
    item("marks-in-name", post(), lambda article: article.slug, "hoi-nghi-dak-lak", "vi/tin-tuc/Hội nghị Đắk Lắk.md"),
    item("nfd-name", post(), lambda article: article.path, "vi/tin-tuc/bài.md", _nfd("vi/tin-tuc/bài.md")),
    item("brackets-in-name", post(), lambda article: article.slug, "2026-bai", "vi/tin-tuc/[2026] bài.md"),
    item("dots-in-name", post(), lambda article: article.key, "tin-tuc/a.b", "vi/tin-tuc/a.b.md"),
    item("folders", post(), lambda article: article.key, "tin-tuc/2026/03/a", "vi/tin-tuc/2026/03/a.md"),
    item("folder-named-md", post(), lambda article: article.key, "tin-tuc/x.md/a", "vi/tin-tuc/x.md/a.md"),
    item("index-below", post(), lambda article: article.slug, "index", "vi/tin-tuc/2026/index.md"),
    Accepted(
        "noise",
        {
            PLACE: post(),
            "vi/tin-tuc/~$a.docx": "x",
            "vi/.DS_Store": "x",
            "vi/tin-tuc/Thumbs.db": "x",
            "README.md": "# x",
        },
        lambda portal: len(portal.site.catalog.items),
        3,
    ),
    Accepted("static-file", {"CNAME": "tin.example", PLACE: post()}, _address, "/tin-tuc/2026/a/"),
    # Titles
    title("quoted-number", 'title: "012"', "012"),
    title("quoted-yes", "title: 'yes'", "yes"),
    title("quoted-null", 'title: "null"', "null"),
    title("date", "title: 2026-03-16", "2026-03-16"),
    title("norwegian", "title: norway", "norway"),
    title("folded", "title: >-\n  Hội nghị\n  sơ kết", "Hội nghị sơ kết"),
    title("block", "title: |\n  Hội nghị: sơ kết\n", "Hội nghị: sơ kết"),
    title("colon", 'title: "Hội nghị: sơ kết"', "Hội nghị: sơ kết"),
    title("hash", "title: Bài số#1 # chú thích", "Bài số#1"),
    title("markup", "title: <b>KH&CN</b>", "<b>KH&CN</b>"),
    title("braces", "title: Số {0} và %s", "Số {0} và %s"),
    title("tag", "title: !!python/object/apply:os.system x", "x"),
    title("emoji", "title: Họp 👩\u200d🔬", "Họp 👩\u200d🔬"),
    # Dates
    moment("day", "2026-03-16", dt.date(2026, 3, 16)),
    moment("quoted", "'2026-03-16'", dt.date(2026, 3, 16)),
    moment("minute", "2026-03-16 08:30", MORNING),
    moment("t", "2026-03-16T08:30:00", MORNING),
    moment("zulu", "2026-03-16T01:30:00Z", MORNING),
    moment("zone", "2026-03-15T19:30:00-0600", MORNING),
    # Values
    item("author-text", post("author: Lê Hà"), lambda article: article.authors, ("Lê Hà",)),
    item("author-list", post("author: [Lê Hà, Trần Minh]"), lambda article: article.authors, ("Lê Hà", "Trần Minh")),
    item("blank-fields", post("summary:", "tags:", "cover:", "author:", "source:"), lambda article: article.tags, ()),
    item("no-tags", post("tags: []"), lambda article: article.tags, ()),
    item("featured-yes", post("featured: yes"), lambda article: article.featured, True),
    item("featured-off", post("featured: Off"), lambda article: article.featured, False),
    item("updated-same-day", post("updated: 2026-03-16"), lambda article: article.updated, dt.date(2026, 3, 16)),
    item("anchor-unused", post("author: &a Hà"), lambda article: article.authors, ("Hà",)),
    item("many-brackets", post(f"summary: '{'[' * 500}'"), lambda article: len(article.summary), 500),
    item("long-header", post(f"summary: {'chữ ' * 30_000}"), lambda article: len(article.summary), 119_999),
    item("slug", post("slug: so-124-qd"), lambda article: article.slug, "so-124-qd"),
    item("slug-long", post(f"slug: {'a' * 200}"), lambda article: len(article.slug), 200),
    item("document-no-number", post("document: {number: ''}"), _number, "", "vi/van-ban/a.md"),
    item("document-number", post("document: {number: 124/QĐ-UBND}"), _number, "124/QĐ-UBND", "vi/van-ban/a.md"),
    item("source", post("source: {name: A, url: 'https://a.vn/?a=1#b'}"), _source_url, "https://a.vn/?a=1#b"),
    item("old-address", post("aliases: ['/tin cũ/1.aspx', /%C4%91/]"), lambda article: len(article.aliases), 2),
    # References
    *(
        Accepted(
            f"cover-{name}",
            {"media/2026/đẹp lắm.png": picture(), PLACE: post(cover(given))},
            lambda portal: getattr(_only(portal).cover, "src", None),
            "2026/đẹp lắm.png",
        )
        for name, given in {
            "plain": "2026/đẹp lắm.png",
            "nfd": _nfd("2026/đẹp lắm.png"),
            "media": "media/2026/đẹp lắm.png",
            "slash": "/media/2026/đẹp lắm.png",
            "dot": "./2026/đẹp lắm.png",
            "escaped": "2026/%C4%91%E1%BA%B9p%20l%E1%BA%AFm.png",
            "backslash": "2026\\đẹp lắm.png",
            "spaces": "2026/đẹp  lắm.png ",
        }.items()
    ),
    Accepted(
        "nfd-media",
        {_nfd("media/đẹp.png"): picture(), PLACE: post(cover("đẹp.png"))},
        lambda portal: [file.path for file in portal.published_media()],
        ["đẹp.png"],
    ),
    # Texts
    *(
        text(f"{name}-link", "Xem [bài](b.md#ii).", "<p>Xem bài.</p>", {"vi/tin-tuc/b.md": post(given)})
        for name, given in {
            "draft": "draft: true",
            "scheduled": "publish_at: 2027-01-01 00:00",
            "expired": "expire_at: 2026-06-01 00:00",
        }.items()
    ),
    text("draft-page-link", "[x](../b.md)", "<p>x</p>", {"vi/b.md": post("draft: true")}),
    text(
        "document-page",
        "[x](media/a.pdf#page=3) [y](../../media/a.pdf) [z](/media/a.pdf#q)",
        '<p><a href="/media/a.pdf#page=3">x</a> <a href="/media/a.pdf">y</a> <a href="/media/a.pdf#q">z</a></p>',
        {"media/a.pdf": b"%PDF-1.4"},
    ),
    text("site-link", "[x](/tin-tuc/)", '<p><a href="/tin-tuc/">x</a></p>'),
    text("feed-link", "[x](/feed.xml)", '<p><a href="/feed.xml">x</a></p>'),
    text("map-link", "[x](/sitemap.xml)", '<p><a href="/sitemap.xml">x</a></p>'),
    text("mail", "<ban@so.vn>", '<p><a href="mailto:ban@so.vn">ban@so.vn</a></p>'),
    text("telephone", "[gọi](tel:+84123)", '<p><a href="tel:+84123">gọi</a></p>'),
    text("anchor", "<a id='x'></a>", '<p><a id="x"></a></p>'),
    text("script-shown", "`<script>`", "<p><code>&lt;script&gt;</code></p>"),
    text("javascript-told", "Chữ javascript: và onclick=", "<p>Chữ javascript: và onclick=</p>"),
    text("comment", "một <!-- ghi chú --> hai", "<p>một  hai</p>"),
    # Pages
    page("capital-index", "en/INDEX.MD", "---\ntitle: A\n---\n", lambda found: found.is_home, True),
    page("slug", "vi/lien-he.md", "---\ntitle: A\nslug: contact\n---\n", lambda found: found.name, "contact"),
    page("marks", "vi/Liên hệ.md", "---\ntitle: A\n---\n", lambda found: found.name, "lien-he"),
    page(
        "foreign-keys",
        "vi/a.md",
        "---\ntitle: A\nhide: [toc]\nsearch: {exclude: yes, boost: 2, name: 'no'}\n---\n",
        lambda found: found.meta,
        {"hide": ["toc"], "search": {"exclude": True, "boost": 2, "name": "no"}},
    ),
    # Vocabularies
    Accepted("no-tags", {"_data/tags.yml": "[]"}, lambda portal: portal.site.catalog.tags, ()),
    Accepted("comments-only", {"_data/tags.yml": "# chưa có\n"}, lambda portal: portal.site.catalog.tags, ()),
    Accepted(
        "bom-tags",
        {"_data/tags.yml": "\ufeff" + TAGS.replace("\n", "\r\n")},
        lambda portal: len(portal.site.catalog.tags),
        3,
    ),
    Accepted(
        "a-thousand-tags",
        {"_data/tags.yml": "".join(f"- {{id: t{n}, title: {{vi: Thẻ {n}, en: Tag {n}}}}}\n" for n in range(1000))},
        lambda portal: len(portal.site.catalog.tags),
        1000,
    ),
    Accepted(
        "section-words",
        {"_data/sections.yml": SECTIONS.replace("en: News", "en: Search results")},
        lambda portal: portal.site.catalog.section("tin-tuc").slugs,
        {"vi": "tin-tuc", "en": "search-results"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_accepted(tmp_path: Path, case: Accepted) -> None:
    tiny = TinyPortal.create(tmp_path)
    for path, content in case.files.items():
        if path.casefold() == "en/index.md":
            tiny.remove("en/index.md")
        tiny.write(path, content)
    portal = assembled(tiny)
    assert portal.problems == ()
    assert case.value(portal) == case.expected


def test_a_home_page_needs_no_file(tiny: TinyPortal) -> None:
    """Its lists are made anyway; the file adds a description and a text."""
    for language in ("vi", "en"):
        tiny.remove(f"{language}/index.md")
    assert tiny.problems() == ()
    portal = assembled(tiny)
    homes = [plan.address for plan in portal.plans if plan.template == "home.html"]
    assert homes == ["/", "/en/"]
    assert all(view(portal.site, plan).content for plan in portal.plans)
