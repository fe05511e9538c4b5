"""The demo: it builds without a word of complaint, however it is built, and every page stands where it is promised."""

from __future__ import annotations

import json
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from integration.support import command, copy_demo, differences, mkdocs, python, read_tree
from newsportal.citations import Form, find, parse_number, type_name
from newsportal.text import slugify
from sites import REPOSITORY, TinyPortal

HOMES = {"vi": "/", "en": "/en/"}
FIXED = {
    "vi": ("luu-tru/", "vien-dan/", "rss/", "so-do/", "thong-ke/", "tim-kiem/"),
    "en": ("archive/", "citations/", "rss/", "search/", "sitemap/", "statistics/"),
}
TOPICS = {"vi": "/chu-de/", "en": "/en/topics/"}
CITED = {"vi": "/vien-dan/", "en": "/en/citations/"}
UNDATED = {"vi": "khong-ro-nam", "en": "undated"}
ARCHIVE = {"vi": "/luu-tru/", "en": "/en/archive/"}


@pytest.fixture(scope="module")
def by_command(tmp_path_factory: pytest.TempPathFactory, demo_site: Path, demo_cache: Path) -> Path:
    """The demo built as `scripts/build.py --strict` builds it."""
    assert demo_site.is_dir(), "so that the cache is warm"
    site = tmp_path_factory.mktemp("by-command") / "site"
    done = command("build", "--strict", "--lang", "en", "--site-dir", site, "--cache-dir", demo_cache)
    assert done.status == 0, done.text
    assert done.err == ""
    assert done.out.startswith("Built "), "nothing is to be said before the result"
    assert "warning" not in done.out.lower()
    return site


def test_command_and_library_build_the_same_site(by_command: Path, demo_site: Path) -> None:
    assert differences(read_tree(by_command), read_tree(demo_site)) == []


def test_plain_mkdocs_builds_the_same_site(by_command: Path, demo_cache: Path, tmp_path: Path) -> None:
    """Nothing differs, the marker file included; the other folder leaves no trace either."""
    config = copy_demo(tmp_path / "portal")
    shutil.copytree(demo_cache, config.parent / ".cache")
    done = mkdocs("build", "--strict", cwd=config.parent)
    assert done.status == 0, done.text
    assert "WARNING" not in done.text
    assert differences(read_tree(config.parent / "site"), read_tree(by_command)) == []


def test_check_finds_nothing() -> None:
    done = command("check", "--strict", "--json")
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out) == []


def test_every_page_is_where_the_contract_says(demo_site: Path) -> None:
    built = {_address(path.relative_to(demo_site).as_posix()) for path in demo_site.rglob("*.html")}
    assert built == set(_promised())


def _address(path: str) -> str:
    return "/" + path.removesuffix("index.html")


def _promised() -> Iterator[str]:
    """Every address of the demo by CONTRACT §3, worked out from the files alone."""
    items = list(_items())
    yield from ("/404.html", *HOMES.values())
    for language, home in HOMES.items():
        yield from (home + page for page in FIXED[language])
        yield from _plain_pages(language)
        yield from (home + _slug(section, language) + "/" for section in _data("sections"))
        written = [item for item in items if item["language"] == language]
        yield from _topics(language, written)
        yield from _types(language, written)
        yield from _cited(language, written)
    for item in items:
        yield from _of_item(item)


def _items() -> Iterator[dict[str, Any]]:
    """The published items with what a translation takes from the Vietnamese one."""
    originals = {path.relative_to(_content("vi")): _header(path) for path in _content("vi").glob("*/**/*.md")}
    for language in HOMES:
        for path in sorted(_content(language).glob("*/**/*.md")):
            key = path.relative_to(_content(language))
            taken = {
                name: value for name, value in originals.get(key, {}).items() if name in ("date", "document", "tags")
            }
            item = {
                **taken,
                **_header(path),
                "language": language,
                "section": key.parts[0],
                "name": path.stem,
                "text": _text(path),
            }
            if not item.get("draft"):
                yield item


def _of_item(item: dict[str, Any]) -> Iterator[str]:
    language, year = item["language"], str(item["date"])[:4]
    sections = {section["id"]: _slug(section, language) for section in _data("sections")}
    section = f"{HOMES[language]}{sections[item['section']]}/"
    yield f"{section}{_list_year(item)}/"
    yield f"{section}{year}/{item.get('slug') or slugify(item['name'])}/"
    yield f"{ARCHIVE[language]}{year}/"
    for alias in item.get("aliases", ()):
        yield alias if alias.endswith(("/", ".html")) else f"{alias}/"


def _cited(language: str, items: list[dict[str, Any]]) -> Iterator[str]:
    """The pages of documents cited in texts and records, by type and year; an item's own number is no citation."""
    for item in items:
        record = item.get("document", {})
        named = [text for name in ("legal_basis", "replaces", "amends") for text in record.get(name, ())]
        numbers = (parse_number(text) for text in named)
        cited = [citation for text in (item["text"], *named) for citation in find(text)]
        keys = [each.key for each in cited if each.full or each.form is not Form.SHORT]
        keys += [number.key for number in numbers if number]
        own = parse_number(str(record.get("number", "")))
        for key in keys:
            if own is None or key[:3] != own.key[:3]:
                yield CITED[language] + f"{slugify(type_name(key.type, language))}/{key.year or UNDATED[language]}/"


def _list_year(item: dict[str, Any]) -> str:
    """The year under which the section lists it: a document's is that of issue."""
    return str(item.get("document", {}).get("issued", item["date"]))[:4]


def _types(language: str, items: list[dict[str, Any]]) -> Iterator[str]:
    """The pages by type of sections with several, and by both type and year where each parts the other."""
    folder = {"vi": "loai", "en": "type"}[language]
    for section in (section for section in _data("sections") if section["kind"] == "documents"):
        members = [item for item in items if item["section"] == section["id"]]
        pairs = Counter((slugify(type_name(item["document"]["type"], language)), _list_year(item)) for item in members)
        types = {kind for kind, _ in pairs}
        for kind in types if len(types) > 1 else ():
            base = f"{HOMES[language]}{_slug(section, language)}/{folder}/{kind}/"
            yield base
            for year in {year for other, year in pairs if other == kind}:
                has_others = len({other for other, of in pairs if of == year}) > 1
                if has_others and len({of for other, of in pairs if other == kind}) > 1:
                    yield f"{base}{year}/"


def _topics(language: str, items: list[dict[str, Any]]) -> Iterator[str]:
    yield TOPICS[language]
    used = {tag for item in items for tag in item.get("tags", ())}
    yield from (f"{TOPICS[language]}{_slug(tag, language)}/" for tag in _data("tags") if tag["id"] in used)


def _plain_pages(language: str) -> Iterator[str]:
    for path in _content(language).glob("*.md"):
        if path.stem != "index":
            yield f"{HOMES[language]}{_header(path).get('slug', path.stem)}/"


def _slug(term: dict[str, Any], language: str) -> str:
    made = term["id"] if language == "vi" else slugify(term["title"]["en"])
    return str(term.get("slug", {}).get(language, made))


def _content(language: str) -> Path:
    return REPOSITORY / "content" / language


def _data(name: str) -> list[dict[str, Any]]:
    text = (REPOSITORY / "content" / "_data" / f"{name}.yml").read_text(encoding="utf-8")
    return list(yaml.safe_load(text))


def _header(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8").split("\n---", 1)[0].removeprefix("---")
    return dict(yaml.safe_load(text))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n---", 1)[1]


def test_later_pages_of_lists_have_the_promised_addresses(tiny: TinyPortal) -> None:
    tiny.configure(page_size=2)
    for number in range(5):
        tiny.item(f"vi/tin-tuc/2026/bai-{number}.md", title=f"Bài {number}", tags=["nong-nghiep"])
        tiny.item(f"en/tin-tuc/2026/bai-{number}.md", title=f"Item {number}")
    site, report = tiny.build()
    assert not report.failed, report
    built = {_address(path.relative_to(site).as_posix()) for path in site.rglob("index.html")}
    for first, word in (("/tin-tuc/", "trang"), ("/chu-de/nong-nghiep/", "trang"), ("/tin-tuc/2026/", "trang")):
        assert {first, f"{first}{word}/2/", f"{first}{word}/3/"} <= built
        assert not {f"{first}{word}/1/", f"{first}{word}/4/"} & built
    for first in ("/en/news/", "/en/topics/agriculture/", "/en/news/2026/"):
        assert {first, f"{first}page/2/", f"{first}page/3/"} <= built


def test_launchers_say_where_the_real_code_is() -> None:
    """The launchers themselves set up an environment, which is tested apart; here only that the commands answer."""
    for name in ("build", "serve", "check", "new"):
        done = command(name, "--help", "--lang", "en")
        assert (done.status, done.err) == (0, ""), name
        assert f"python3 scripts/{name}.py" in done.out
    assert python("-m", "newsportal").status == 2


def test_names_on_disk_that_mkdocs_does_not_expect(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/IN-HOA.MD", "Bài **một**.", title="Bài một")
    tiny.item("vi/tin-tuc/" + unicodedata.normalize("NFD", "đề-tài") + ".md", "Bài **hai**.", title="Bài hai")
    tiny.write("vi/trang.MD", "---\ntitle: Trang\n---\n\nTrang **ba**.\n")
    site, report = tiny.build()
    assert not report.failed, report
    for address, words in (("tin-tuc/2026/in-hoa", "một"), ("tin-tuc/2026/de-tai", "hai"), ("trang", "ba")):
        html = (site / address / "index.html").read_text(encoding="utf-8")
        assert html.startswith("<!doctype html>")
        assert f"<strong>{words}</strong>" in html
