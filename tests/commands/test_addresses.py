"""Where a portal is, without MkDocs and as MkDocs has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsportal.commands.addresses import Address, plain_address
from newsportal.mkdocs_plugins.host import load_workplace
from sites import REPOSITORY

_PLAIN = "site_url: https://Portal.example.vn/cong\nsite_dir: public/site\nplugins:\n  - newsportal\n"


def _written(folder: Path, text: str) -> Path:
    file = folder / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_plain_configuration_says_it_all(tmp_path: Path) -> None:
    found = plain_address(_written(tmp_path, _PLAIN))
    assert found == Address("/cong/", "portal.example.vn", tmp_path / "public" / "site")


def test_mkdocs_understands_the_same() -> None:
    file = REPOSITORY / "mkdocs.yml"
    place, found = load_workplace(file, None), plain_address(file)
    assert found is not None
    assert (found.prefix, found.site) == (place.settings.base_path, place.site)
    assert place.settings.site_url == f"https://{found.host}{found.prefix}"


@pytest.mark.parametrize(
    "text",
    [
        _PLAIN + "INHERIT: base.yml\n",
        _PLAIN.replace("https://Portal.example.vn/cong", "!ENV SITE_URL"),
        _PLAIN.replace("https://Portal.example.vn/cong", "portal.example.vn"),
        _PLAIN.replace("https://Portal.example.vn/cong", "https://[portal/"),
        _PLAIN.replace("public/site", "[public]"),
        _PLAIN.replace("newsportal", "search"),
        "plugins: [newsportal]\n",
        "- a list\n",
        "a: {\n",
        "\x00",
    ],
)
def test_for_anything_else_mkdocs_is_asked(text: str, tmp_path: Path) -> None:
    assert plain_address(_written(tmp_path, text)) is None
