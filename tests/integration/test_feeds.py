"""The feeds of whole sites, read by the library that feed readers use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import lxml.html
import pytest
from lxml import etree

from integration.pages import BuiltSite, copies
from integration.samples import AWKWARD, everything
from integration.support import Tree, differences, read_tree
from sites import TinyPortal

NAMES = ("feed.xml", "atom.xml", "feed.json")
TYPES = {"application/rss+xml": "feed.xml", "application/atom+xml": "atom.xml", "application/feed+json": "feed.json"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITE_URL = "https://khcn.anlinh.example/"


@pytest.fixture(scope="module")
def demo(demo_site: Path) -> BuiltSite:
    return BuiltSite(demo_site, SITE_URL)


def scopes(site: BuiltSite) -> list[str]:
    """The addresses of the pages that have feeds."""
    return sorted(
        "/" + path.relative_to(site.folder).as_posix().removesuffix("feed.xml")
        for path in site.folder.rglob("feed.xml")
    )


def parsed(site: BuiltSite, scope: str, name: str) -> Any:
    """A feed as feedparser reads it."""
    found = feedparser.parse((site.folder / (scope + name).lstrip("/")).read_bytes())
    assert not found.bozo, (scope, name, found.get("bozo_exception"))
    return found


def json_feed(site: BuiltSite, scope: str) -> dict[str, Any]:
    """A JSON Feed."""
    return dict(json.loads((site.folder / f"{scope}feed.json".lstrip("/")).read_text(encoding="utf-8")))


def entries(site: BuiltSite, scope: str) -> Iterator[list[tuple[str, str, str]]]:
    """(id, address, title) of every entry, as each format of a feed tells it."""
    for name in ("feed.xml", "atom.xml"):
        yield [(entry.id, entry.link, entry.title) for entry in parsed(site, scope, name).entries]
    yield [(item["id"], item["url"], item["title"]) for item in json_feed(site, scope)["items"]]


def test_every_feed_is_sound_and_the_formats_agree(demo: BuiltSite) -> None:
    """Ids are unique in a feed, and everywhere stand for the same item."""
    assert len(scopes(demo)) > 30
    known: dict[str, str] = {}
    for scope in scopes(demo):
        rss, atom, told = entries(demo, scope)
        assert rss == atom == told, scope
        assert rss, f"an empty feed at {scope}"
        assert len({ident for ident, _, _ in rss}) == len(rss)
        for ident, url, _ in rss:
            assert ident.startswith("tag:khcn.anlinh.example,2020:")
            assert known.setdefault(ident, url) == url
    assert len(set(known.values())) == len(known)


def test_feeds_are_newest_first_and_dated(demo: BuiltSite) -> None:
    for scope in scopes(demo):
        for name in ("feed.xml", "atom.xml"):
            found = parsed(demo, scope, name)
            dates = [entry.published_parsed for entry in found.entries]
            assert dates == sorted(dates, reverse=True)
            assert len(dates) <= 30
            assert found.feed.title
            assert found.feed.language == ("en" if scope.startswith("/en/") else "vi")


def test_entries_are_those_of_the_pages(demo: BuiltSite) -> None:
    """Titles, canonical addresses and full text are the page's own; summary apart from text."""
    for scope in ("/", "/en/"):
        for entry in parsed(demo, scope, "atom.xml").entries:
            page = demo.pages[demo.address_of(entry.link) or ""]
            assert page.one("//link[@rel='canonical']/@href") == entry.link
            assert entry.title == page.one("string(//h1)")
            assert entry.summary
            prose = page.html.find_class("prose")[0]
            told = lxml.html.fragment_fromstring(entry.content[0].value, create_parent="div")
            assert _letters(prose) in _letters(told)


def _letters(element: lxml.html.HtmlElement) -> str:
    return "".join(element.text_content().split())


def test_addresses_in_feeds_are_whole_and_alive(demo: BuiltSite) -> None:
    for scope in scopes(demo):
        for item in json_feed(demo, scope)["items"]:
            for target in _targets(item):
                assert ":" in target, (scope, item["url"], target)
                assert demo.fault(target) == "", (scope, item["url"])


def _targets(item: Mapping[str, Any]) -> Iterator[str]:
    yield from (item[name] for name in ("url", "image") if name in item)
    yield from (file["url"] for file in item.get("attachments", ()))
    for element in lxml.html.fragment_fromstring(item["content_html"], create_parent="div").iter():
        yield from (element.attrib[name] for name in ("href", "src") if name in element.attrib)
        yield from copies(element.get("srcset", ""))


def test_files_have_their_real_length_and_type(demo: BuiltSite) -> None:
    kinds = set[str]()
    for scope in scopes(demo):
        told = [file for item in json_feed(demo, scope)["items"] for file in item.get("attachments", ())]
        given = [(file["url"], file["size_in_bytes"], file["mime_type"]) for file in told]
        for name in ("feed.xml", "atom.xml"):
            found = parsed(demo, scope, name).entries
            given += [(file.href, int(file.length), file.type) for entry in found for file in entry.enclosures]
        for url, length, kind in given:
            assert demo.file_at(demo.address_of(url) or "").stat().st_size == length, url
            kinds.add(kind)
    assert {"image/jpeg", "application/pdf", "text/csv"} <= kinds


def test_atom_links_say_what_they_are(demo: BuiltSite) -> None:
    for scope in scopes(demo):
        root = etree.parse(demo.folder / f"{scope}atom.xml".lstrip("/")).getroot()
        own = {str(link.get("rel")): link for link in root.findall("a:link", ATOM)}
        assert own["self"].get("href") == f"{SITE_URL.rstrip('/')}{scope}atom.xml"
        assert own["self"].get("type") == "application/atom+xml"
        assert own["alternate"].get("href") == SITE_URL.rstrip("/") + scope
        for link in root.findall("a:entry/a:link", ATOM):
            wanted = {"href", "rel", "type"} | ({"length"} if link.get("rel") == "enclosure" else {"hreflang"})
            assert wanted <= set(link.attrib), etree.tostring(link)


def test_pages_advertise_the_feeds_that_follow_them(demo: BuiltSite) -> None:
    """Each page leads to feeds that exist; each feed is advertised by the page it follows and by the feeds page."""
    have = set(scopes(demo))
    for page in demo.pages.values():
        for scope, files in _advertised(demo, page.address).items():
            assert files == set(NAMES), page.address
            assert scope in have, page.address
    for scope in have:
        assert scope in _advertised(demo, scope), "a page is followed by its own feed"
        guide = demo.pages["/en/rss/" if scope.startswith("/en/") else "/rss/"]
        links = {demo.address_of(target) for target in guide.targets()}
        assert {scope + name for name in NAMES} <= links


def _advertised(site: BuiltSite, address: str) -> dict[str, set[str]]:
    """Scope → feed files, as feed readers find them in a page's head."""
    page = site.pages[address]
    found: dict[str, set[str]] = {}
    for link in page.html.xpath("//head/link[@rel='alternate'][@type][@type!='application/pdf']"):
        target = site.address_of(urljoin(page.url, link.get("href", ""))) or ""
        name = TYPES[link.get("type", "")]
        assert target.endswith(f"/{name}"), (address, target)
        assert link.get("title"), address
        found.setdefault(target.removesuffix(name), set()).add(name)
    return found


def feeds_of(site: Path) -> Tree:
    """The feed files of a site."""
    return {path: content for path, content in read_tree(site).items() if path.endswith(NAMES)}


def made(portal: TinyPortal, name: str) -> BuiltSite:
    """A tiny portal built into a folder of that name."""
    folder, report = portal.build(portal.folder / name)
    assert not report.failed, report
    return BuiltSite(folder, "https://tin.example/")


def test_nothing_changed_gives_the_same_bytes(tiny: TinyPortal) -> None:
    for number in range(4):
        tiny.item(f"vi/tin-tuc/2026/bai-{number}.md", title=f"Bài {number}", tags=["nong-nghiep"])
    tiny.configure(build_time="2026-11-22T10:00:00+07:00")
    first = feeds_of(made(tiny, "first").folder)
    tiny.configure(build_time="2026-12-24T23:59:59+07:00")
    assert len(first) == 9
    assert differences(first, feeds_of(made(tiny, "second").folder)) == []


def test_ids_outlive_titles_slugs_and_domains(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/2026/a.md", title="Bài A", date="2026-03-16 08:30")
    tiny.item("vi/tin-tuc/2026/b.md", title="Bài B", date="2026-03-17 08:30", id="so-ket-2026")
    before = _ids(made(tiny, "before"))
    tiny.configure(site_url="https://khac.example/cong/")
    tiny.item("vi/tin-tuc/2026/a.md", title="Tên khác hẳn", slug="ten-khac", date="2026-03-18 08:30")
    tiny.remove("vi/tin-tuc/2026/b.md")
    tiny.item("vi/van-ban/2027/khac.md", title="Chuyển chuyên mục", date="2026-03-17 08:30", id="so-ket-2026")
    tiny.item("vi/tin-tuc/2026/0.md", title="Bài thêm", date="2026-03-19 08:30")
    folder, report = tiny.build(tiny.folder / "after")
    assert not report.failed, report
    after = _ids(BuiltSite(folder, "https://khac.example/cong/"))
    assert set(before) < set(after)
    assert [ident for ident in after if ident in before] == list(reversed(before)), "the order is that of the dates"
    assert before == ["tag:tin.example,2020:vi:so-ket-2026", "tag:tin.example,2020:vi:tin-tuc/2026/a"]


def _ids(site: BuiltSite) -> list[str]:
    return [ident for ident, _, _ in next(entries(site, "/"))]


def test_only_a_change_worth_telling_moves_the_date(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/2026/a.md", title="Bài A", date="2026-03-16 08:30")
    before = parsed(made(tiny, "before"), "/", "atom.xml")
    tiny.item("vi/tin-tuc/2026/a.md", "Sửa lỗi chính tả.", title="Bài A!", date="2026-03-16 08:30")
    typo = parsed(made(tiny, "typo"), "/", "atom.xml")
    tiny.item("vi/tin-tuc/2026/a.md", title="Bài A", date="2026-03-16 08:30", updated="2026-04-01 07:00")
    updated = parsed(made(tiny, "updated"), "/", "atom.xml")
    assert before.entries[0].updated == typo.entries[0].updated == "2026-03-16T08:30:00+07:00"
    assert updated.entries[0].updated == updated.feed.updated == "2026-04-01T07:00:00+07:00"
    assert {found.entries[0].published for found in (before, typo, updated)} == {"2026-03-16T08:30:00+07:00"}


def test_ampersands_are_escaped_once(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/2026/a.md", "Sở KH&CN và <b>R&amp;D</b>.", title="Tin KH&CN", summary="KH&CN", author="P&T")
    site = made(tiny, "site")
    rss, atom = (parsed(site, "/", name).entries[0] for name in ("feed.xml", "atom.xml"))
    told = json_feed(site, "/")["items"][0]
    assert {rss.title, atom.title, told["title"]} == {"Tin KH&CN"}
    assert {rss.summary, atom.summary, told["summary"]} == {"KH&CN"}
    assert {rss.author, atom.author, told["authors"][0]["name"]} == {"P&T"}
    for name in NAMES:
        text = (site.folder / name).read_text(encoding="utf-8")
        assert "KH&amp;amp;amp;" not in text
    assert {rss.content[0].value, atom.content[0].value} == {"<p>Sở KH&amp;CN và <b>R&amp;D</b>.</p>"}
    page = (site.folder / "tin-tuc/2026/a/index.html").read_text(encoding="utf-8")
    assert "KH&amp;CN" in page
    assert "KH&amp;amp;CN" not in page


def test_empty_feeds_are_neither_made_nor_advertised(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/2026/a.md", title="Chỉ có tiếng Việt", tags=["nong-nghiep"])
    site = made(tiny, "site")
    assert scopes(site) == ["/", "/chu-de/nong-nghiep/", "/tin-tuc/"]
    assert _advertised(site, "/van-ban/") == {}
    for address, page in site.pages.items():
        if address.startswith("/en/"):
            assert _advertised(site, address) == {}, address
            assert not [target for target in page.targets() if target.endswith(NAMES)], address


def test_a_feed_holds_as_many_items_as_asked_for(tiny: TinyPortal) -> None:
    for number in range(33):
        tiny.item(f"vi/tin-tuc/2026/bai-{number}.md", title=f"Bài {number}", date=f"2026-03-16 08:{number + 10}")
    site = made(tiny, "site")
    titles = [title for _, _, title in next(entries(site, "/"))]
    assert titles == [f"Bài {number}" for number in range(32, 2, -1)]


def test_feeds_of_whatever_editors_write_are_sound(tiny: TinyPortal) -> None:
    everything(tiny)
    site = made(tiny, "site")
    for scope in scopes(site):
        rss, atom, told = entries(site, scope)
        assert rss == atom == told
    full = next(item for item in json_feed(site, "/")["items"] if item["title"] == AWKWARD)
    assert full["summary"] == AWKWARD
    assert [target for target in _targets(full) if site.fault(target) or ":" not in target] == []
