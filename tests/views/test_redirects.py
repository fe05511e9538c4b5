"""Old addresses as a web server's table."""

from __future__ import annotations

from typing import Any

import pytest

from newsportal.views import machine_files
from values import article, site


def table(*aliases: str, **settings: Any) -> list[str]:
    """The lines for one item at /tin-tuc/2026/moi/ with these aliases."""
    return machine_files(site([article("moi", aliases=aliases)], **settings), ())["redirects.map"].splitlines()


def test_a_folder_is_found_with_its_slash_and_without() -> None:
    assert table("/News/Detail/88", "/cu.html") == [
        "/News/Detail/88 /tin-tuc/2026/moi/;",
        "/News/Detail/88/ /tin-tuc/2026/moi/;",
        "/cu.html /tin-tuc/2026/moi/;",
    ]


def test_there_is_a_table_without_old_addresses_too() -> None:
    assert machine_files(site([article("moi")]), ())["redirects.map"] == ""


def test_paths_are_those_below_the_site() -> None:
    told = table("/cu.html", site_url="https://tinh.example/sở khcn/")
    assert told == ['"/sở khcn/cu.html" /s%E1%BB%9F%20khcn/tin-tuc/2026/moi/;']


@pytest.mark.parametrize(
    ("alias", "old"),
    [
        ("/%C4%91.html", "/đ.html"),
        ("/tin cũ/1.aspx", '"/tin cũ/1.aspx"'),
        ("/a;b{c}.php", '"/a;b{c}.php"'),
        ('/"$uri".html', '"/\\"$uri\\".html"'),
        ("/it's.html", '"/it\'s.html"'),
        ("/100%25.html", "/100%.html"),
    ],
)
def test_nothing_in_a_path_is_taken_for_a_setting(alias: str, old: str) -> None:
    assert table(alias) == [f"{old} /tin-tuc/2026/moi/;"]
