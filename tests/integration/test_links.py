"""No link is dead, no page is lost, and pages are what their heads say they are."""

from __future__ import annotations

import http.client
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import pytest
from lxml import etree

from integration.pages import BuiltSite, Page, parse, served
from integration.samples import everything
from integration.support import derived_config
from sites import TinyPortal, build

SITE_URL = "https://khcn.anlinh.example/"
BELOW_URL = "https://x.example/portal/"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def demo(demo_site: Path) -> BuiltSite:
    return BuiltSite(demo_site, SITE_URL)


@pytest.fixture(scope="module")
def below(demo_site: Path, demo_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The demo built for a path of its host."""
    assert demo_site.is_dir(), "so that the cache is warm"
    folder = tmp_path_factory.mktemp("below")
    build(derived_config(folder, site_url=BELOW_URL), folder / "site", cache=demo_cache)
    return BuiltSite(folder / "site", BELOW_URL)


@pytest.fixture(params=["demo", "below"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """The demo at the root of its host, then below a path."""
    found: BuiltSite = request.getfixturevalue(request.param)
    return found


def readable(site: BuiltSite) -> Iterator[Page]:
    """The pages people read."""
    return (page for page in site.pages.values() if not page.is_redirect)


def test_no_link_is_dead(site: BuiltSite) -> None:
    """Links, photos in all their copies, scripts, canonical and language addresses, feeds, places on pages."""
    targets = {(page.address, target) for page in site.pages.values() for target in page.targets()}
    assert len(targets) > 3000, "the test looks at something"
    assert sorted(f"{address}: {fault}" for address, target in targets if (fault := site.fault(target))) == []


def test_links_to_this_host_stay_below_its_path(below: BuiltSite) -> None:
    host = urlsplit(BELOW_URL).netloc
    strays = {
        target
        for page in below.pages.values()
        for target in page.targets()
        if urlsplit(target).netloc == host and not target.startswith(BELOW_URL)
    }
    assert strays == set()


def test_nothing_is_loaded_from_elsewhere(demo: BuiltSite) -> None:
    """DESIGN law 6; links that readers follow may lead anywhere."""
    loads = (
        "//script/@src | //link[@rel='stylesheet' or @rel='icon' or @rel='preload']/@href | //img/@src | //source/@src"
    )
    for page in demo.pages.values():
        assert [source for source in page.found(loads) if ":" in source or source.startswith("//")] == []


@pytest.mark.parametrize("mount", ["/", "/portal/"])
def test_every_page_is_reached_from_the_home_page(mount: str, demo: BuiltSite, request: pytest.FixtureRequest) -> None:
    """Through a real server, by relative links alone, whatever host and path the site really has."""
    site = demo if mount == "/" else request.getfixturevalue("below")
    with served(site.folder, mount) as base:
        reached, dead = _crawl(base)
    assert dead == []
    expected = {page.address for page in readable(site)} - {"/404.html"}
    html = {address for address in reached if address.endswith("/") or address.endswith(".html")}
    assert sorted(expected - html) == [], "pages nobody links"
    assert sorted(html - expected) == [], "links that should lead to where a page is now"


def _crawl(base: str) -> tuple[set[str], list[str]]:
    """Addresses reached from the home page and, as text, the links that did not answer with 200."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=30)
    waiting, reached, dead = [(base, base)], set[str](), list[str]()
    while waiting:
        url, source = waiting.pop()
        if url in reached or not url.startswith(base.split("/", 3)[0] + "//" + urlsplit(base).netloc):
            continue
        reached.add(url)
        status, kind, body = _get(connection, url)
        if status != 200:
            dead.append(f"{source} → {url}: {status}")
        elif kind.startswith("text/html"):
            page = Page("", url, parse(body))
            waiting += [(urldefrag(target).url, url) for target in page.targets()]
    connection.close()
    return {"/" + url.removeprefix(base) for url in reached}, dead


def _get(connection: http.client.HTTPConnection, url: str) -> tuple[int, str, bytes]:
    parts = urlsplit(url)
    connection.request("GET", quote(parts.path, safe="/%") + (f"?{parts.query}" if parts.query else ""))
    answer = connection.getresponse()
    return answer.status, answer.headers.get_content_type(), answer.read()


@pytest.mark.parametrize("missing", ["khong-co", "en/deep/er/missing/", "tin-trong-tinh/2026/khong-co/anh.jpg"])
@pytest.mark.parametrize("mount", ["/", "/portal/"])
def test_lost_readers_find_their_way(mount: str, missing: str, demo: BuiltSite, request: pytest.FixtureRequest) -> None:
    """The page for what is not there looks right at any depth: style sheet, scripts and ways on are alive."""
    site = demo if mount == "/" else request.getfixturevalue("below")
    with served(site.folder, mount) as base:
        connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=30)
        status, kind, body = _get(connection, base + missing)
        assert (status, kind) == (404, "text/html")
        page = Page("", base + missing, parse(body))
        local = {urldefrag(target).url for target in page.targets() if target.startswith(urljoin(base, "/"))}
        local.discard(base + missing)
        assert len(local) > 20
        assert [url for url in sorted(local) if _get(connection, url)[0] != 200] == []
        connection.close()
    assert {"vi", "en"} <= {*page.found("//@lang")}
    assert "Page not found" in page.html.text_content()
    assert "Không tìm thấy trang" in page.html.text_content()


def test_languages_name_each_other(site: BuiltSite) -> None:
    named = {page.address: _alternates(page) for page in readable(site)}
    paired = {address: links for address, links in named.items() if links}
    assert len(paired) > 60
    for address, links in paired.items():
        page = site.pages[address]
        assert links[page.language] == page.url
        assert links["x-default"] == links["vi"]
        assert set(links) == {"vi", "en", "x-default"}
        for other in links.values():
            found = site.address_of(other)
            assert found in named, (address, other)
            assert named[found] == links


def _alternates(page: Page) -> dict[str, str]:
    links = page.html.xpath("//link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang", ""): link.get("href", "") for link in links}


def test_every_page_says_where_it_is(site: BuiltSite) -> None:
    for page in readable(site):
        if page.address != "/404.html":
            assert page.one("//link[@rel='canonical']/@href") == page.url
            assert page.one("//meta[@property='og:url']/@content") == page.url
    assert site.pages["/404.html"].found("//link[@rel='canonical']/@href") == []


def test_language_switch_says_what_it_does(demo: BuiltSite) -> None:
    """To the same page where there is one; else to the section, and it says so (CONTRACT §2)."""
    for page in readable(demo):
        other = "en" if page.language == "vi" else "vi"
        switch = f"//body/header//a[@hreflang='{other}']"
        address = demo.address_of(urljoin(page.url, page.one(f"{switch}/@href")))
        said = page.one(f"string({switch})")
        alternates = _alternates(page)
        assert ("not available" in said or "chưa có" in said) is (other not in alternates), page.address
        if other in alternates:
            assert address == demo.address_of(alternates[other])
        else:
            assert address in demo.pages


def test_site_map_lists_what_may_be_indexed(site: BuiltSite) -> None:
    root = etree.fromstring((site.folder / "sitemap.xml").read_bytes())
    assert root.tag == f"{{{SITEMAP['s']}}}urlset"
    rows = {str(row.findtext("s:loc", namespaces=SITEMAP)): row for row in root.findall("s:url", SITEMAP)}
    assert len(rows) == len(root), "nothing is listed twice"
    expected = {page.url: page for page in readable(site) if page.is_indexed}
    assert set(rows) == set(expected)
    for url, row in rows.items():
        links = {str(link.get("hreflang")): str(link.get("href")) for link in row.findall("x:link", SITEMAP)}
        assert links == _alternates(expected[url])


def test_robots_name_the_site_map(site: BuiltSite) -> None:
    lines = (site.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {site.url}sitemap.xml" in lines
    assert "Allow: /" in lines


def test_old_addresses_lead_on(site: BuiltSite) -> None:
    old = [page for page in site.pages.values() if page.is_redirect]
    assert len(old) > 3
    for page in old:
        refresh = page.one("//meta[@http-equiv='refresh']/@content")
        target = urljoin(page.url, refresh.partition("url=")[2])
        assert refresh.startswith("0; ")
        assert page.one("//link[@rel='canonical']/@href") == target == urljoin(page.url, page.one("//a/@href"))
        found = site.pages[site.address_of(target) or ""]
        assert not found.is_redirect
        assert found.found("//article")
        assert not page.is_indexed


def test_web_servers_are_told_old_addresses(site: BuiltSite) -> None:
    root = urlsplit(site.url).path.rstrip("/")
    lines = (site.folder / "redirects.map").read_text(encoding="utf-8").splitlines()
    told = dict(line.removesuffix(";").split(" ") for line in lines)
    expected = {
        f"{root}{page.address}": urlsplit(page.one("//link[@rel='canonical']/@href")).path
        for page in site.pages.values()
        if page.is_redirect
    }
    assert {old: new for old, new in told.items() if f"{old}/" not in told} == expected
    assert {f"{old}/": new for old, new in told.items() if f"{old}/" in told}.items() <= expected.items()


def test_ids_and_headings_are_unique(demo: BuiltSite) -> None:
    for page in demo.pages.values():
        assert [ident for ident, count in Counter(page.ids).items() if count > 1] == [], page.address
        assert len(page.html.findall(".//h1")) == 1, page.address
        assert page.one("string(//h1)").strip(), page.address


def test_labels_name_what_is_there(demo: BuiltSite) -> None:
    for page in demo.pages.values():
        names = page.found("//@aria-labelledby") + page.found("//@aria-describedby") + page.found("//label/@for")
        missing = {name for names_of_one in names for name in names_of_one.split()} - set(page.ids)
        assert missing == set(), page.address


def test_every_page_has_words_of_its_own(demo: BuiltSite) -> None:
    titles = Counter[tuple[str, str]]()
    for page in readable(demo):
        titles[page.language, page.one("//title/text()")] += 1
        assert page.one("//meta[@name='description']/@content").strip(), page.address
    assert [title for title, count in titles.items() if count > 1] == []


def test_links_have_words(demo: BuiltSite) -> None:
    """A link without words says nothing to those who hear the page."""
    for page in demo.pages.values():
        for link in page.html.iter("a"):
            words = link.text_content().strip() or link.get("aria-label") or link.find(".//img[@alt]") is not None
            assert words, (page.address, link.get("href"))


def faults(folder: Path) -> list[str]:
    """The dead links of a tiny portal."""
    site = BuiltSite(folder, "https://tin.example/")
    found = (f"{page.address}: {site.fault(target)}" for page in site.pages.values() for target in page.targets())
    return [line for line in found if not line.endswith(": ")]


@pytest.mark.parametrize("languages", [(), ("vi",), ("en",), ("vi", "en")])
def test_portals_with_little_in_them_have_no_dead_links(tiny: TinyPortal, languages: tuple[str, ...]) -> None:
    """No list, tag or feed of one language is promised for the other."""
    for language in languages:
        tiny.item(f"{language}/tin-tuc/2026/bai.md", title="Tin KH&CN", tags=["nong-nghiep"])
    folder, report = tiny.build()
    assert not report.failed, report
    assert faults(folder) == []


def test_links_survive_names_with_marks_and_spaces(tiny: TinyPortal) -> None:
    tiny.write("media/tài liệu/kế hoạch (1).pdf", b"%PDF-1.4\n%%EOF\n")
    body = "Xem [kế hoạch](<../../../media/tài liệu/kế hoạch (1).pdf>) và [bài kia](../2026/bai-hai.md#phan-mot)."
    attachments = [{"file": "tài liệu/kế hoạch (1).pdf", "title": "Kế hoạch"}]
    tiny.item("vi/tin-tuc/2026/Bài một.md", body, title="Bài một", attachments=attachments)
    tiny.item("vi/tin-tuc/2026/bai-hai.md", "## Phần một\n\nNội dung.", title="Bài hai")
    folder, report = tiny.build()
    assert not report.failed, report
    assert faults(folder) == []
    page = BuiltSite(folder, "https://tin.example/").pages["/tin-tuc/2026/bai-mot/"]
    assert len([target for target in page.targets() if target.endswith(".pdf")]) == 2


def test_whatever_editors_write_leads_somewhere(tiny: TinyPortal) -> None:
    everything(tiny)
    folder, report = tiny.build()
    assert not report.failed, report
    assert faults(folder) == []
    for page in BuiltSite(folder, "https://tin.example/").pages.values():
        assert len(page.ids) == len(set(page.ids)), page.address
        assert len(page.html.findall(".//h1")) == 1, page.address
