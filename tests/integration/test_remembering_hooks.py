"""Pages that other people's hooks have a hand in are remembered too, until one of these changes."""

from __future__ import annotations

import gzip
import sqlite3

import pytest

from integration.remembering import HARM, Desk, item, option, setting, template
from integration.support import command, differences, mkdocs, read_tree
from newsportal.commands.publish import staged
from newsportal.mkdocs_plugins.host import BuildRequest, build

HOOK = """

def on_post_page(output, page, config):
    with open({notes!r}, "a") as notes:
        notes.write(page.url + "\\n")
    return "" if page.url == {left_out!r} else output.replace("</body>", "<!-- {text} --></body>")
"""


def hook(at: Desk, text: str, left_out: str = "-", name: str = "sign") -> None:
    """A hook that signs every page, and notes which it was asked to."""
    notes = at.portal.folder / "notes.txt"
    code = HOOK.format(notes=str(notes), text=text, left_out=left_out)
    (at.portal.folder / "hooks").mkdir(exist_ok=True)
    (at.portal.folder / "hooks" / f"{name}.py").write_text(code, encoding="utf-8")
    setting(hooks=[f"hooks/{name}.py"])(at)


def signed(at: Desk) -> list[str]:
    """The pages that went through the hook since the last call."""
    notes = at.portal.folder / "notes.txt"
    pages = notes.read_text().splitlines() if notes.exists() else []
    notes.unlink(missing_ok=True)
    return sorted(pages)


@pytest.mark.parametrize("harm", ["folder for a store", "no memory", "flipped bytes"])
def test_harm_does_not_lose_what_hooks_have_made(at: Desk, harm: str) -> None:
    hook(at, "một")
    before = at.build()
    HARM[harm](at)
    for _ in range(2):
        assert differences(before, at.build()) == []


def test_pages_that_hooks_have_seen_are_kept(at: Desk) -> None:
    hook(at, "một")
    tree = at.build()
    pages = signed(at)
    assert len(pages) == sum(path.endswith(".html") for path in tree)
    assert at.build() == tree
    assert signed(at) == []
    item("en/tin-tuc/hai.md", "Two.", title="Two", summary="So", cover={"alt": "Photo"})(at)
    at.build()
    signed(at)
    item("en/tin-tuc/hai.md", "Two and more.", title="Two", summary="So", cover={"alt": "Photo"})(at)
    at.build()
    assert signed(at) == ["en/news/2026/hai/"]


def _published(at: Desk) -> str:
    """The front page of a build in a process of its own, as MkDocs loads hooks once a process."""
    done = command("build", "--config-file", at.portal.config, "--cache-dir", at.cache)
    assert done.status == 0, done.text
    return (at.portal.folder / "site" / "index.html").read_text(encoding="utf-8")


def test_changed_code_of_hooks_and_of_their_neighbours_makes_pages_anew(at: Desk) -> None:
    hook(at, "một")
    assert "<!-- một -->" in _published(at)
    count = len(signed(at))
    hook(at, "hai")
    assert "<!-- hai -->" in _published(at)
    assert len(signed(at)) == count
    (at.portal.folder / "hooks" / "neighbour.py").write_text("A = 1\n")
    at.build()
    assert len(signed(at)) == count
    setting(hooks=[])(at)
    assert b"<!--" not in at.build()["index.html"]


def test_a_page_that_hooks_leave_out_stays_out(at: Desk) -> None:
    hook(at, "một", left_out="gioi-thieu/", name="leave_out")
    for _ in range(2):
        assert "gioi-thieu/index.html" not in at.build()
    hook(at, "một")
    assert "gioi-thieu/index.html" in at.build()


def test_uncached_plugins_make_all_pages_anew(at: Desk) -> None:
    hook(at, "một")
    option("uncached_plugins", ["hooks/sign.py"])(at)
    counts = []
    for _ in range(2):
        at.build()
        counts.append(len(signed(at)))
    assert counts[0] == counts[1] > 20


def test_plain_mkdocs_loses_no_page_that_cannot_be_kept(at: Desk) -> None:
    """Pages that hooks have seen lie in the site folder already, and nowhere else."""
    hook(at, "một")
    option("precompress", ["gzip"])(at)
    (at.portal.folder / ".cache" / at.database.name).mkdir(parents=True)
    done = mkdocs("build", "--config-file", at.portal.config)
    assert done.status == 0, done.text
    pages = read_tree(at.portal.folder / "site")
    signatures = {path: page.count("<!-- một -->".encode()) for path, page in pages.items() if path.endswith(".html")}
    assert set(signatures.values()) == {1}
    assert all(gzip.decompress(pages[f"{path}.gz"]) == pages[path] for path in signatures)


def test_a_page_lost_at_the_last_moment_is_not_published_empty(at: Desk) -> None:
    hook(at, "một")
    at.build()
    with staged(at.portal.folder / "site", lambda: None) as folder:
        request = BuildRequest(at.portal.config, None, folder, at.cache, False, True)
        report = build(request, lambda stage, done, total: None)
        with sqlite3.connect(at.database) as database:
            database.execute("DELETE FROM contents")
        database.close()
        with pytest.raises(FileNotFoundError):
            report.files["index.html"].read()


ADDS_TEMPLATES = """
def on_config(config):
    config.theme.dirs.insert(0, {folder!r})
"""


def test_templates_that_others_bring_are_found_and_looked_at(at: Desk) -> None:
    """The plugin is not the last whose `on_config` is called, nor is this the theme's folder."""
    folder = at.portal.folder / "hooks" / "templates"
    folder.mkdir(parents=True)
    (folder.parent / "adds.py").write_text(ADDS_TEMPLATES.format(folder=str(folder)), encoding="utf-8")
    setting(hooks=["hooks/adds.py"])(at)
    template("parts/footer.html", lambda text: text + '{% include "theirs.html" %}')(at)
    for text in ("của họ", "của họ, mới"):
        (folder / "theirs.html").write_text(f"<i>{text}</i>", encoding="utf-8")
        assert f"<i>{text}</i>".encode() in at.build()["index.html"]


def test_uncached_plugins_that_nobody_has_are_told(at: Desk) -> None:
    hook(at, "một")
    option("uncached_plugins", ["khong-co", "hooks/sign.py"])(at)
    done = command("build", "--config-file", at.portal.config, "--site-dir", at.portal.folder / "site")
    assert done.status == 0, done.text
    (line,) = [line for line in done.out.splitlines() if "khong-co" in line]
    assert "uncached_plugins" in line
    assert "hooks/sign.py" in line
    assert command("build", "--strict", "--config-file", at.portal.config).status == 1
