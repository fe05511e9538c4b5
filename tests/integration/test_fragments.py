"""Parts of pages that are rendered once for many pages."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Hashable
from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup

from integration.support import copy_demo, differences, read_tree
from newsportal.mkdocs_plugins.fragments import Fragments
from newsportal.mkdocs_plugins.host import BuildRequest, build

TEMPLATE = "{% for key, value in pairs %}{% cache key, 1 %}<b>{{ value }}</b>{% endcache %}{% endfor %}"


def _environment() -> jinja2.Environment:
    return jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, extensions=[Fragments])


def _rendered(env: jinja2.Environment, text: str, pairs: list[tuple[Hashable, str]]) -> str:
    return env.from_string(text).render(pairs=pairs)


def test_a_fragment_is_rendered_once_a_key() -> None:
    pairs: list[tuple[Hashable, str]] = [("a", "1 < 2"), ("b", "&"), ("a", "never seen"), (("a",), "3")]
    assert _rendered(_environment(), TEMPLATE, pairs) == "<b>1 &lt; 2</b><b>&amp;</b><b>1 &lt; 2</b><b>3</b>"


def test_fragments_of_other_places_and_environments_are_others() -> None:
    env, twice = _environment(), TEMPLATE + "\n" + TEMPLATE.replace("b>", "i>")
    assert _rendered(env, twice, [("a", "1")]) == "<b>1</b>\n<i>1</i>"
    assert _rendered(_environment(), TEMPLATE, [("a", "2")]) == "<b>2</b>"


def test_remembering_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsportal.mkdocs_plugins.fragments._MOST", 2)
    pairs: list[tuple[Hashable, str]] = [("a", "1"), ("b", "2"), ("c", "3"), ("a", "4"), ("c", "5")]
    assert _rendered(_environment(), TEMPLATE, pairs) == "<b>1</b><b>2</b><b>3</b><b>4</b><b>3</b>"


def _never(self: Fragments, place: str, keys: Hashable, caller: Callable[[], Markup]) -> Markup:
    return caller()


@pytest.mark.parametrize("preview", ["", "http://127.0.0.1:8000/"])
@pytest.mark.usefixtures("demo_site")
def test_keys_tell_all_that_is_inside(
    tmp_path: Path, demo_cache: Path, preview: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page of the demo is the same when no fragment is ever taken from another page."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(dt.datetime(2026, 11, 22, 3, tzinfo=dt.UTC).timestamp())))
    config = copy_demo(tmp_path / "portal")

    def built(name: str) -> Path:
        site, cache = tmp_path / name, tmp_path / f"cache-{name}"
        shutil.copytree(demo_cache / "media", cache / "media")  # photos, but no pages
        request = BuildRequest(config, None, site, cache, strict=True, preview_url=preview)
        report = build(request, lambda *_: None)
        assert not report.failed, report.warnings
        return site

    usual = built("usual")
    monkeypatch.setattr(Fragments, "_fragment", _never)
    assert differences(read_tree(usual), read_tree(built("each"))) == []
