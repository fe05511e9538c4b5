"""Links to other sites, wherever they stand."""

from __future__ import annotations

import dataclasses

from newsportal.model import Article, Item, Source
from newsportal.render import Body
from newsportal.reporting import OutboundLink, outbound_links
from values import article, page

OWN = "https://tin.example/khcn/"
TEXT = "Xem\n[báo](https://bao.example/a?x=1&y=2#ii) và\n[lại](https://bao.example/a?x=1&y=2), [ta](/tin-tuc/)."
HTML = (
    '<p>Xem <a href="https://bao.example/a?x=1&amp;y=2#ii">báo</a>, '
    '<a href="https://bao.example/a?x=1&amp;y=2">lại</a>, '
    '<a href="/tin-tuc/">ta</a>, <a href="https://tin.example/khcn/x/">ta</a>, <a href="mailto:a@b.example">thư</a></p>'
)


def with_source(url: str) -> Article:
    return dataclasses.replace(article("tin", source=Source("Báo", url)), lines={"source": 4, "source.url": 6})


def test_each_address_is_listed_once_with_its_first_place() -> None:
    items: list[Item] = [
        page("gioi-thieu", text=TEXT.encode(), body_line=4),
        article("tin", text=TEXT.encode(), body_line=9),
    ]
    bodies = {item.path: Body(HTML) for item in items}
    link = OutboundLink("https://bao.example/a?x=1&y=2", "content/vi/gioi-thieu.md", 5)
    assert outbound_links(items, bodies, OWN, "content") == (link,)


def test_the_source_of_an_item_is_a_link_too() -> None:
    (link,) = outbound_links([with_source("http://bao.example/")], {}, OWN, "content")
    assert link == OutboundLink("http://bao.example/", "content/vi/tin-tuc/tin.md", 6)


def test_neighbours_on_the_portals_host_are_other_sites() -> None:
    for url, number in (("https://tin.example/khcn", 0), ("https://tin.example/khac/", 1), (f"{OWN}a/", 0)):
        assert len(outbound_links([with_source(url)], {}, OWN, "content")) == number
