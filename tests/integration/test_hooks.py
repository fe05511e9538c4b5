"""Other plugins work beside the portal, parts can be left out, and mistakes in `mkdocs.yml` are told in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from figures import keep, statistics
from integration.pages import BuiltSite
from integration.support import Outcome, command, mkdocs
from newsportal.commands.cli import main
from sites import TinyPortal

HOOKS = """
from mkdocs.structure.files import File

def on_config(config):
    config.extra["seen"] = []
    return config

def on_files(files, config):
    files.append(File.generated(config, "tro-giup.md", content="# Trợ giúp sinh ra\\n\\nNội dung sinh ra."))
    files.append(File.generated(config, "du-lieu/sinh-ra.json", content='{"generated": true}'))
    return files

def on_nav(nav, config, files):
    config.extra["seen"].append("nav")
    return nav

def on_page_markdown(markdown, page, config, files):
    return markdown.replace("{{ nam }}", "hai nghìn **không trăm**")

def on_page_content(html, page, config, files):
    return html.replace("THAY", '<span class="thay">đã thay</span>')

def on_page_context(context, page, config, nav):
    page.meta["context_seen"] = True
    context["labels"]
    return context

def on_post_page(output, page, config):
    assert page.meta.get("context_seen")
    return output.replace("</body>", f"<!-- sau {page.file.dest_uri} --></body>")

def on_post_build(config):
    import pathlib
    pathlib.Path(config.site_dir, "hooks.txt").write_text(" ".join(config.extra["seen"]))
"""


def reconfigure(portal: TinyPortal, change: Callable[[dict[str, Any]], object]) -> None:
    """Changes `mkdocs.yml` as a person would."""
    config = yaml.safe_load(portal.config.read_text(encoding="utf-8"))
    change(config)
    portal.config.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")


def options(config: dict[str, Any]) -> dict[str, Any]:
    """The options of the plugin `newsportal` in a configuration."""
    found: dict[str, Any] = config["plugins"][0]["newsportal"]
    return found


def fill(tiny: TinyPortal) -> TinyPortal:
    """An item, its translation, a document and a plain page, each with something for the hooks to change."""
    body = "Năm {{ nam }}. THAY nó.\n\n## Phần {{ nam }}"
    tiny.item("vi/tin-tuc/2026/bai.md", body, title="Bài", tags=["nong-nghiep"])
    tiny.item("en/tin-tuc/2026/bai.md", body, title="Item")
    tiny.item("vi/van-ban/2026/van-ban.md", body, title="Văn bản")
    tiny.write("vi/gioi-thieu.md", f"---\ntitle: Giới thiệu\nrieng: của plugin khác\n---\n\n{body}\n")
    (tiny.folder / "hooks.py").write_text(HOOKS, encoding="utf-8")
    reconfigure(tiny, lambda config: config.update(hooks=["hooks.py"]))
    return tiny


@pytest.fixture
def hooked(tiny: TinyPortal) -> TinyPortal:
    """A portal with hooks that a test may change."""
    return fill(tiny)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """That portal built by plain MkDocs, strictly."""
    hooked = fill(TinyPortal.create(tmp_path_factory.mktemp("hooked")))
    done = mkdocs("build", "--strict", "--config-file", hooked.config)
    assert done.status == 0, done.text
    return BuiltSite(hooked.folder / "site", "https://tin.example/")


SOURCES_OF_TEXT = ("/tin-tuc/2026/bai/", "/en/news/2026/bai/", "/van-ban/2026/van-ban/", "/gioi-thieu/")


@pytest.mark.parametrize("address", SOURCES_OF_TEXT)
def test_page_hooks_take_effect(changed: BuiltSite, address: str) -> None:
    page = changed.pages[address]
    prose = page.html.find_class("prose")[0]
    assert "Năm hai nghìn không trăm." in prose.text_content(), "on_page_markdown"
    assert prose.findtext("p/strong") == "không trăm", "its Markdown is rendered"
    assert "{{" not in prose.text_content()
    assert prose.find_class("thay")[0].text_content() == "đã thay", "on_page_content"
    raw = changed.file_at(address).read_text(encoding="utf-8")
    assert f"<!-- sau {address[1:]}index.html -->" in raw, "on_post_page"


def test_lists_and_redirects_pass_the_hooks_too(changed: BuiltSite) -> None:
    for address, page in changed.pages.items():
        if not address.startswith("/tro-giup"):
            path = changed.file_at(address).relative_to(changed.folder).as_posix()
            assert f"<!-- sau {path} -->" in changed.file_at(page.address).read_text(encoding="utf-8")


def test_generated_files_are_published(changed: BuiltSite) -> None:
    assert (changed.folder / "du-lieu/sinh-ra.json").read_text(encoding="utf-8") == '{"generated": true}'
    assert (changed.folder / "hooks.txt").read_text(encoding="utf-8") == "nav"


def test_generated_pages_look_like_the_portals(changed: BuiltSite) -> None:
    """A page that another plugin makes of Markdown has the portal's frame."""
    page = changed.pages["/tro-giup/"]
    assert "Nội dung sinh ra." in page.html.text_content()
    assert page.one("string(//h1)") == "Trợ giúp sinh ra"
    assert page.html.find(".//footer") is not None
    assert page.found("//link[@rel='stylesheet']/@href")
    assert [fault for target in page.targets() if (fault := changed.fault(target))] == []


def test_the_command_runs_hooks_as_well(hooked: TinyPortal) -> None:
    site, report = hooked.build()
    assert not report.failed, report
    assert "đã thay" in (site / "gioi-thieu/index.html").read_text(encoding="utf-8")


def test_pages_keep_the_metadata_of_other_plugins(hooked: TinyPortal) -> None:
    hook = "def on_page_content(html, page, config, files):\n    return html + str(page.meta.get('rieng', ''))\n"
    (hooked.folder / "hooks.py").write_text(hook, encoding="utf-8")
    site, report = hooked.build()
    assert not report.failed, report
    assert "của plugin khác" in (site / "gioi-thieu/index.html").read_text(encoding="utf-8")


def test_without_tags_nothing_leads_to_them(hooked: TinyPortal) -> None:
    reconfigure(hooked, lambda config: config["plugins"].remove("newsportal/tags"))
    site = _strictly(hooked)
    assert not [address for address in site.pages if address.startswith(("/chu-de/", "/en/topics/"))]
    assert not [
        target for page in site.pages.values() for target in page.targets() if "chu-de" in target or "topics" in target
    ]
    assert "chu-de" not in (site.folder / "feed.xml").read_text(encoding="utf-8")
    assert "chu-de" not in (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert "Nông nghiệp" in site.pages["/tin-tuc/2026/bai/"].html.text_content(), "the words stay, without a link"


def test_without_feeds_nothing_leads_to_them(hooked: TinyPortal) -> None:
    reconfigure(hooked, lambda config: config["plugins"].remove("newsportal/feeds"))
    site = _strictly(hooked)
    assert (
        not list(site.folder.rglob("feed.xml"))
        + list(site.folder.rglob("atom.xml"))
        + list(site.folder.rglob("feed.json"))
    )
    assert not [address for address in site.pages if "/rss/" in address]
    mentions = ("feed.xml", "atom.xml", "feed.json", "/rss/")
    targets = [target for page in site.pages.values() for target in page.targets()]
    assert not [target for target in targets if any(mention in target for mention in mentions)]


def test_without_visits_nothing_leads_to_them(hooked: TinyPortal) -> None:
    keep(statistics(["/tin-tuc/2026/bai/"]), hooked.folder / ".visits")
    reconfigure(hooked, lambda config: config["plugins"].remove("newsportal/visits"))
    site = _strictly(hooked)
    assert not [address for address in site.pages if address.startswith(("/thong-ke/", "/en/statistics/"))]
    mentions = ("thong-ke", "statistics", "stats")
    targets = [target for page in site.pages.values() for target in page.targets()]
    assert not [target for target in targets if any(mention in target for mention in mentions)]
    assert "thong-ke" not in (site.folder / "sitemap.xml").read_text(encoding="utf-8")


def _strictly(portal: TinyPortal) -> BuiltSite:
    site, report = portal.build()
    assert not report.failed, report
    built = BuiltSite(site, "https://tin.example/")
    faults = [fault for page in built.pages.values() for target in page.targets() if (fault := built.fault(target))]
    assert faults == []
    return built


def test_order_of_the_lines_does_not_matter_to_the_parts(hooked: TinyPortal) -> None:
    first = _strictly(hooked).pages.keys()
    reconfigure(hooked, lambda config: config["plugins"].reverse())
    assert _strictly(hooked).pages.keys() == first


def remove(*path: str) -> Callable[[dict[str, Any]], object]:
    """Takes a key out of the plugin's options."""

    def change(config: dict[str, Any]) -> None:
        place = options(config)
        for name in path[:-1]:
            place = place[name]
        del place[path[-1]]

    return change


def put(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    """Sets one of the plugin's options."""
    return lambda config: options(config).update({name: value})


def counter(**options: object) -> dict[str, Any]:
    """The plugin of visits with a counter."""
    return {"newsportal/visits": {"counter": options}}


def rules_off(*rules: object) -> Callable[[dict[str, Any]], object]:
    """Rules for documents switched off."""
    return lambda config: config["plugins"].__setitem__(5, {"newsportal/documents": {"lint_off": list(rules)}})


MISTAKES: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "no portal": (lambda config: config["plugins"].pop(0), "the plugin 'newsportal'"),
    "no site_url": (lambda config: config.pop("site_url"), "'site_url' is missing"),
    "no agency": (remove("agency"), "agency"),
    "no agency name": (remove("agency", "name"), "name"),
    "no title": (remove("title"), "title"),
    "one language missing": (put("title", {"vi": "Cổng"}), "lacks the language(s) en"),
    "page_size of none": (put("page_size", 0), "page_size must be at least 1"),
    "page_size in words": (put("page_size", "hai mươi"), "page_size"),
    "no moment": (put("build_time", "hôm qua"), "build_time"),
    "widths in words": (put("image_widths", ["to"]), "image_widths"),
    "negative width": (put("image_widths", [-5]), "image_widths"),
    "quality over 100": (put("image_quality", 500), "image_quality"),
    "feeds of none": (lambda config: config["plugins"].__setitem__(2, {"newsportal/feeds": {"limit": 0}}), "limit"),
    "counter of none": (lambda config: config["plugins"].__setitem__(4, counter(kind="goatcounter")), "'url'"),
    "counter unheard of": (
        lambda config: config["plugins"].__setitem__(4, counter(kind="matomo", url="https://dem.example")),
        "must be one of goatcounter",
    ),
    "counter by an open line": (
        lambda config: config["plugins"].__setitem__(4, counter(kind="goatcounter", url="http://dem.example")),
        "https://counter.example",
    ),
    "counter in words": (lambda config: config["plugins"].__setitem__(4, counter(kind=["x"], url=7)), "kind must be"),
    "rule misspelt": (rules_off("document.total"), "did you mean 'document.totals'?"),
    "rule of nothing": (rules_off(12), "there is no rule 12; the rules are document.amount"),
    "unknown part": (lambda config: config["plugins"].append("newsportal/nothing"), "newsportal/nothing"),
    "unknown extension": (lambda config: config.update(markdown_extensions=["khong.co"]), "khong.co"),
    "no content folder": (lambda config: config.update(docs_dir="khong-co"), "khong-co"),
    "site_url of nothing": (lambda config: config.update(site_url="tin.example"), "site_url"),
}


def test_rules_for_documents_are_switched_off_one_by_one_or_with_their_part(tiny: TinyPortal) -> None:
    record = {"number": "1/QĐ-UBND", "issued": "2026-03-05", "recipients": ["Sở A", "Lưu: VT."]}
    tiny.item("vi/van-ban/2026/a.md", document=record)
    assert [problem.code for problem in tiny.problems()] == ["document.number", "document.recipients"]
    reconfigure(tiny, rules_off("document.recipients"))
    assert [problem.code for problem in tiny.problems()] == ["document.number"]
    assert not tiny.build(strict=True)[1].failed, "rules are for check.py"
    reconfigure(tiny, lambda config: config["plugins"].pop(5))
    assert tiny.problems() == ()


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_in_the_configuration_are_told(
    tiny: TinyPortal, mistake: str, capfd: pytest.CaptureFixture[str]
) -> None:
    change, word = MISTAKES[mistake]
    reconfigure(tiny, change)
    status = main(["build", "--config-file", str(tiny.config), "--lang", "en"])
    done = Outcome(status, *capfd.readouterr())
    _told(done, word)
    assert "software is at fault" not in done.text
    assert not (tiny.folder / "site").exists()


def test_an_option_nobody_knows_is_told_once(tiny: TinyPortal) -> None:
    """MkDocs warns of it; so it stops a strict build."""
    reconfigure(tiny, put("tile", "Cổng"))
    done = command("build", "--config-file", tiny.config, "--lang", "en")
    assert done.status == 0, done.text
    assert done.text.count("Unrecognised configuration name: tile") == 1
    _told(command("build", "--config-file", tiny.config, "--strict", "--lang", "en"), "tile")


@pytest.mark.parametrize("mistake", ["no site_url", "no agency name", "page_size of none"])
def test_plain_mkdocs_tells_them_as_well(tiny: TinyPortal, mistake: str) -> None:
    change, word = MISTAKES[mistake]
    reconfigure(tiny, change)
    _told(mkdocs("build", "--config-file", tiny.config), word)


@pytest.mark.parametrize("name", ["check", "new"])
def test_other_commands_tell_them_as_well(tiny: TinyPortal, name: str) -> None:
    reconfigure(tiny, MISTAKES["no agency name"][0])
    more = ("--section", "tin-tuc", "--title", "Bài") if name == "new" else ()
    _told(command(name, "--config-file", tiny.config, "--lang", "en", *more), "name")
    reconfigure(tiny, put("agency", {"name": "Sở"}))
    reconfigure(tiny, MISTAKES["no site_url"][0])
    _told(command(name, "--config-file", tiny.config, "--lang", "en", *more), "site_url")


def test_yaml_that_is_none_is_told(tiny: TinyPortal) -> None:
    tiny.config.write_text("site_name: [\n", encoding="utf-8")
    _told(command("build", "--config-file", tiny.config, "--lang", "en"), "mkdocs.yml")


def test_parts_alone_say_what_they_lack(tiny: TinyPortal) -> None:
    reconfigure(tiny, MISTAKES["no portal"][0])
    _told(mkdocs("build", "--config-file", tiny.config), "newsportal/tags needs the plugin 'newsportal'")


def _told(done: Outcome, word: str) -> None:
    assert done.status == 1, done.text
    assert word in done.text, done.text
    assert "Traceback" not in done.text, done.text


def test_content_problems_reach_users_of_plain_mkdocs(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/2026/a.md", tags=["khong-co"])
    tiny.item("vi/tin-tuc/2026/b.md", date="hôm qua")
    done = mkdocs("build", "--config-file", tiny.config)
    _told(done, "content/vi/tin-tuc/2026/a.md:")
    _told(done, "content/vi/tin-tuc/2026/b.md:")


def test_one_build_leaves_nothing_for_the_next(tiny: TinyPortal) -> None:
    """Builds in one process: a failed one does not repeat the problems of the one before."""
    tiny.item("vi/tin-tuc/2026/a.md", tags=["khong-co"])
    assert len(tiny.build()[1].problems) == 1
    reconfigure(tiny, MISTAKES["no site_url"][0])
    _, report = tiny.build()
    assert report.failed
    assert report.problems == ()
    assert any("site_url" in warning for warning in report.warnings)


def test_files_beside_the_language_folders_are_published(tiny: TinyPortal) -> None:
    """As MkDocs does with files that are no pages: a domain's name, a search engine's check."""
    tiny.write("CNAME", "tin.example\n")
    tiny.write("google123.html", "xác nhận")
    site, report = tiny.build()
    assert not report.failed, report
    assert (site / "CNAME").read_bytes() == b"tin.example\n"
    assert (site / "google123.html").read_text(encoding="utf-8") == "xác nhận"
    assert (site / "assets/images/favicon.svg").is_file()
