"""Every address is where the contract says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsportal.languages import ENGLISH, VIETNAMESE, Language
from newsportal.views import Addresses, output_file, rebase, relative, root_of
from newsportal.views.links import rewrite_copies
from newsportal.views.redirects import alias_address
from values import DIGITAL, NEWS, PAPERS, article, page, settings

ADDRESSES = Addresses(settings())
ITEM = article("hoi-nghi", date=dt.date(2022, 3, 16))

Made = Callable[[Language], str]


@pytest.mark.parametrize(
    ("make", "vietnamese", "english"),
    [
        (ADDRESSES.home, "/", "/en/"),
        (lambda language: ADDRESSES.section(NEWS, language), "/tin-tuc/", "/en/news/"),
        (lambda language: ADDRESSES.section_year(NEWS, language, 2022), "/tin-tuc/2022/", "/en/news/2022/"),
        (lambda language: ADDRESSES.section(PAPERS, language), "/van-ban/", "/en/documents/"),
        (ADDRESSES.topics, "/chu-de/", "/en/topics/"),
        (lambda language: ADDRESSES.tag(DIGITAL, language), "/chu-de/so/", "/en/topics/digital/"),
        (ADDRESSES.archive, "/luu-tru/", "/en/archive/"),
        (lambda language: ADDRESSES.archive_year(language, 2022), "/luu-tru/2022/", "/en/archive/2022/"),
        (ADDRESSES.feeds, "/rss/", "/en/rss/"),
        (ADDRESSES.site_map, "/so-do/", "/en/sitemap/"),
        (
            lambda language: ADDRESSES.numbered(ADDRESSES.section(NEWS, language), language, 2),
            "/tin-tuc/trang/2/",
            "/en/news/page/2/",
        ),
        (lambda language: ADDRESSES.numbered("/x/", language, 1), "/x/", "/x/"),
    ],
)
def test_addresses(make: Made, vietnamese: str, english: str) -> None:
    assert make(VIETNAMESE) == vietnamese
    assert make(ENGLISH) == english


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("search", "/tim-kiem/ /en/search/"),
        ("citations", "/vien-dan/ /en/citations/"),
        ("statistics", "/thong-ke/ /en/statistics/"),
    ],
)
def test_parts_kept_for_other_pages(name: str, expected: str) -> None:
    made = [f"{ADDRESSES.home(language)}{getattr(language.paths, name)}/" for language in (VIETNAMESE, ENGLISH)]
    assert made == expected.split()


def test_items_and_pages() -> None:
    assert ADDRESSES.article(ITEM, NEWS) == "/tin-tuc/2022/hoi-nghi/"
    assert ADDRESSES.article(article("a", language="en", date=dt.date(2022, 1, 1)), NEWS) == "/en/news/2022/a/"
    assert [ADDRESSES.page(one) for one in (page("lien-he"), page("contacts", "en"), page(""), page("", "en"))] == [
        "/lien-he/",
        "/en/contacts/",
        "/",
        "/en/",
    ]


def test_no_title_moves_an_item() -> None:
    assert ADDRESSES.article(article("hoi-nghi", title="Khác", date=dt.date(2022, 3, 16)), NEWS).endswith("/hoi-nghi/")


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/en/", "en/index.html"),
        ("/rss/", "rss/index.html"),
        ("/404.html", "404.html"),
        ("/feed.xml", "feed.xml"),
        ("/media/%C4%91%E1%BA%B9p%20l%E1%BA%AFm.jpg", "media/đẹp lắm.jpg"),
        ("/tin%20c%C5%A9/", "tin cũ/index.html"),
    ],
)
def test_files_of_addresses(address: str, file: str) -> None:
    assert output_file(address) == file


@pytest.mark.parametrize(
    ("page_address", "expected"),
    [("/", ""), ("/404.html", ""), ("/en/", "../"), ("/tin-tuc/2026/a/", "../../../"), ("/a/feed.xml", "../")],
)
def test_the_root_seen_from_a_page(page_address: str, expected: str) -> None:
    assert root_of(page_address) == expected


@pytest.mark.parametrize(
    ("target", "root", "expected"),
    [
        ("/", "", "./"),
        ("/", "../", "../"),
        ("/a/", "", "a/"),
        ("/a/b/", "../", "../a/b/"),
        ("/a/?q=1#x", "", "a/?q=1#x"),
        ("/?q=/a/b", "", "./?q=/a/b"),
        ("/#x", "", "./#x"),
        ("/a:b/", "", "./a:b/"),
        ("/a/b:c/", "", "a/b:c/"),
        ("/feed.xml", "../", "../feed.xml"),
        ("/media/a%20b.jpg", "../../", "../../media/a%20b.jpg"),
        ("/a/", "/cong/", "/cong/a/"),
        ("https://a.vn/x/", "../", "https://a.vn/x/"),
        ("//a.vn/x/", "../", "//a.vn/x/"),
        ("mailto:a@b.vn", "../", "mailto:a@b.vn"),
        ("#x", "../", "#x"),
        ("", "../", ""),
        ("b.md", "../", "b.md"),
    ],
)
def test_relative(target: str, root: str, expected: str) -> None:
    assert relative(target, root) == expected


PARTS = st.lists(st.sampled_from(["a", "b", "tin-tuc", "2022", "%C4%91", "a:b"]), max_size=4)
PLACES = PARTS.map(lambda parts: "".join(f"/{part}" for part in parts) + "/")


@given(PLACES, PLACES, st.sampled_from(["", "#x", "?q=1", "?q=1#x"]))
def test_a_relative_address_leads_where_the_whole_one_does(target: str, place: str, suffix: str) -> None:
    base = "https://tin.example/cong"
    assert urljoin(base + place, relative(target + suffix, root_of(place))) == base + target + suffix


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/b/">x</a>', '<a href="../b/">x</a>'),
        ('<img src="/m/a.jpg" alt="a > b">', '<img src="../m/a.jpg" alt="a > b">'),
        ('<a title=\'"\' href="/b/?x=1&amp;y=2">', '<a title=\'"\' href="../b/?x=1&amp;y=2">'),
        ('<source srcset="/m/a.webp 320w, /m/b.webp 800w">', '<source srcset="../m/a.webp 320w, ../m/b.webp 800w">'),
        ('<video poster="/m/a.jpg" src="/m/a.mp4">', '<video poster="../m/a.jpg" src="../m/a.mp4">'),
        ('<p title=\'href="/b/"\'>href="/b/"</p>', '<p title=\'href="/b/"\'>href="/b/"</p>'),
        ('<a href="https://a.vn/">x</a>', '<a href="https://a.vn/">x</a>'),
        ('<a href="#x">x</a> <a href="">y</a>', '<a href="#x">x</a> <a href="">y</a>'),
        ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"),
    ],
)
def test_rebase(html: str, expected: str) -> None:
    assert rebase(html, "../") == expected


def test_copies_may_have_commas_in_their_names() -> None:
    assert rewrite_copies("/a,b.webp 320w, /c.webp", lambda address: f"x{address}") == "x/a,b.webp 320w, x/c.webp"


@pytest.mark.parametrize(
    ("alias", "expected"),
    [("/cu", "/cu/"), ("/cu/", "/cu/"), ("/cu.html", "/cu.html"), ("/cu.ASPX", "/cu.ASPX"), ("/tin.1", "/tin.1/")],
)
def test_old_addresses(alias: str, expected: str) -> None:
    assert alias_address(alias) == expected
