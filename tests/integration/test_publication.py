"""What is published when: drafts never, items between their hours, and all of a new site or the old one."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from integration.samples import picture
from integration.support import command, differences, environment, read_tree
from sites import TinyPortal

SECRET = "bi-mat-4711"
HIDDEN: dict[str, dict[str, object]] = {
    "draft": {"draft": True},
    "scheduled": {"publish_at": "2026-11-23 07:00"},
    "future": {"date": "2026-11-23 07:00"},
    "expired": {"expire_at": "2026-11-22 09:59"},
}


def built(portal: TinyPortal, site: Path | None = None) -> Path:
    """The portal built; problems fail the test."""
    folder, report = portal.build(site)
    assert not report.failed, report
    return folder


def traces(site: Path, mark: str = SECRET) -> list[str]:
    """The files that hold a mark in their names or bytes."""
    tree = read_tree(site)
    return [path for path, content in tree.items() if mark in path.lower() or mark.encode() in content.lower()]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("why", HIDDEN)
def test_what_is_not_published_leaves_no_trace(tiny: TinyPortal, why: str, language: str) -> None:
    """No page, list, feed, site map, redirect, photo or attachment tells of it; nor does a link from another item."""
    photo = picture()
    tiny.write(f"media/{SECRET}-anh.png", photo)
    tiny.write(f"media/{SECRET}-trong-bai.png", photo)
    tiny.write(f"media/{SECRET}-tep.pdf", b"%PDF-1.4\n")
    tiny.write(f"media/{SECRET}-khong-ai-dung.pdf", b"%PDF-1.4\n")
    tiny.item(
        f"{language}/tin-tuc/2026/{SECRET}.md", f"{SECRET} ![Ảnh](../../../media/{SECRET}-trong-bai.png)",
        title=f"Tin {SECRET}", summary=SECRET, author=SECRET, tags=["khoi-nghiep"], featured=True, id=SECRET,
        cover={"src": f"{SECRET}-anh.png", "alt": SECRET}, attachments=[{"file": f"{SECRET}-tep.pdf"}],
        aliases=[f"/{SECRET}.html"], **HIDDEN[why],
    )  # fmt: skip
    tiny.item(f"{language}/tin-tuc/2026/khac.md", f"Xem [tin kia]({SECRET}.md).", title="Tin khác")
    site = built(tiny)
    assert traces(site) == []
    assert traces(site, "khoi-nghiep") == traces(site, "start-ups") == [], "a tag nobody sees yet has no page"
    tiny.configure(build_time="2026-11-24T10:00:00+07:00")
    shown = traces(built(tiny, tiny.folder / "later"))
    assert bool(shown) is (why in ("scheduled", "future"))


def test_translation_of_a_draft_is_a_draft_of_its_own(tiny: TinyPortal) -> None:
    """`draft` is not inherited; `publish_at` is (CONTRACT §2)."""
    tiny.item("vi/tin-tuc/2026/a.md", title="Nháp", draft=True)
    tiny.item("en/tin-tuc/2026/a.md", title="Ready")
    tiny.item("vi/tin-tuc/2026/b.md", title="Hẹn giờ", publish_at="2026-12-01 07:00")
    tiny.item("en/tin-tuc/2026/b.md", title=f"Later {SECRET}")
    site, report = tiny.build(strict=False)
    assert [(problem.path, problem.code) for problem in report.problems] == [
        ("content/en/tin-tuc/2026/a.md", "translation.draft")
    ]
    assert (site / "en/news/2026/a/index.html").is_file()
    assert not (site / "tin-tuc/2026/a").exists()
    assert traces(site) == []


def test_the_hour_is_kept_to_the_minute(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/2026/a.md", title="Hẹn giờ", publish_at="2026-11-22 10:00", expire_at="2026-11-22 11:00")
    seen = {}
    for minute in ("09:59", "10:00", "10:59", "11:00"):
        tiny.configure(build_time=f"2026-11-22T{minute}:00+07:00")
        seen[minute] = (built(tiny) / "tin-tuc/2026/a/index.html").is_file()
    assert seen == {"09:59": False, "10:00": True, "10:59": True, "11:00": False}


def test_a_build_tells_when_the_next_item_falls_due(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/2026/a.md", title="A", publish_at="2026-12-01 07:00")
    tiny.item("vi/tin-tuc/2026/b.md", title="B", expire_at="2026-11-30 17:00")
    tiny.item("vi/tin-tuc/2026/c.md", title="C", publish_at="2026-11-25 07:00", draft=True)
    due = tiny.build()[1].next_due
    assert due is not None
    assert (due[0], *due[1:]) == (
        dt.datetime.fromisoformat("2026-11-30T17:00+07:00"),
        "content/vi/tin-tuc/2026/b.md",
        "expire",
    )
    done = command("build", "--config-file", tiny.config, "--lang", "en")
    assert "expires: Monday, 30 November 2026, 17:00" in done.out, done.text
    assert "content/vi/tin-tuc/2026/b.md" in done.out


def test_the_time_of_the_build_can_come_from_outside(tiny: TinyPortal) -> None:
    tiny.configure(build_time="")
    tiny.item("vi/tin-tuc/2026/a.md", title="A", publish_at="2026-12-01 07:00")
    page = tiny.folder / "site/tin-tuc/2026/a/index.html"
    for moment, shown in (
        (dt.datetime(2026, 11, 30, tzinfo=dt.UTC), False),
        (dt.datetime(2026, 12, 2, tzinfo=dt.UTC), True),
    ):
        epoch = environment(SOURCE_DATE_EPOCH=str(int(moment.timestamp())))
        done = command("build", "--config-file", tiny.config, env=epoch)
        assert done.status == 0, done.text
        assert page.is_file() is shown


def test_a_failing_build_leaves_the_old_site(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/2026/a.md", title="A")
    assert command("build", "--config-file", tiny.config).status == 0
    site = tiny.folder / "site"
    before = read_tree(site)
    tiny.item("vi/tin-tuc/2026/b.md", title="B")
    tiny.write("vi/tin-tuc/2026/c.md", "---\ntitle: [\n---\n")
    done = command("build", "--config-file", tiny.config, "--lang", "en")
    assert done.status == 1
    assert "content/vi/tin-tuc/2026/c.md:" in done.out
    assert "Traceback" not in done.text
    assert differences(before, read_tree(site)) == []
    beside = [".cache", ".site.spare", "content", "mkdocs.yml", "site"]
    assert sorted(path.name for path in tiny.folder.iterdir()) == beside
    tiny.remove("vi/tin-tuc/2026/c.md")
    assert command("build", "--config-file", tiny.config).status == 0
    assert (site / "tin-tuc/2026/b/index.html").is_file()


def test_a_warning_stops_strict_builds_only(tiny: TinyPortal) -> None:
    tiny.write("vi/tin-tuc/2026/trong.md", "---\ntitle: Bài trống\ndate: 2026-03-16\n---\n")
    strict = command("build", "--config-file", tiny.config, "--strict", "--lang", "en")
    assert strict.status == 1, strict.text
    assert "(warning)" in strict.out
    assert not (tiny.folder / "site").exists()
    assert command("build", "--config-file", tiny.config).status == 0
    assert (tiny.folder / "site/tin-tuc/2026/trong/index.html").is_file()


def test_what_is_gone_is_gone_from_the_site(tiny: TinyPortal) -> None:
    tiny.item("vi/tin-tuc/2026/a.md", title="A")
    tiny.item(f"vi/tin-tuc/2026/{SECRET}.md", title=SECRET, tags=["nong-nghiep"], aliases=["/cu.html"])
    assert command("build", "--config-file", tiny.config).status == 0
    tiny.remove(f"vi/tin-tuc/2026/{SECRET}.md")
    assert command("build", "--config-file", tiny.config).status == 0
    site = tiny.folder / "site"
    assert traces(site) == []
    assert not (site / "cu.html").exists()
    shutil.rmtree(tiny.folder / ".cache", ignore_errors=True)
    warm = read_tree(site)
    assert command("build", "--config-file", tiny.config).status == 0
    assert differences(warm, read_tree(site)) == []


PAGES = {
    "home": "index.html",
    "section": "tin-tuc/index.html",
    "year of a section": "tin-tuc/2026/index.html",
    "article": "tin-tuc/2026/bai-005/index.html",
    "archive": "luu-tru/index.html",
    "tag": "chu-de/nong-nghiep/index.html",
    "topics": "chu-de/index.html",
    "feed": "feed.xml",
    "site map for people": "so-do/index.html",
    "feeds page": "rss/index.html",
}
FULL_LISTS = 60
"""So many items fill every list, so that only growth beyond all need is seen."""


@pytest.mark.slow
def test_pages_do_not_grow_with_the_number_of_items(tiny: TinyPortal) -> None:
    """Ten times as many items: only the row of page numbers and a few counts are longer."""
    small = _sizes(tiny, range(FULL_LISTS))
    large = _sizes(tiny, range(FULL_LISTS, FULL_LISTS * 10))
    grown = {name: large[name] / small[name] - 1 for name in PAGES if large[name] > small[name] * 1.04}
    assert grown == {}


def _sizes(portal: TinyPortal, numbers: range) -> dict[str, int]:
    """The sizes of the pages once items with these numbers, all of one month, have been added."""
    for number in numbers:
        day = 1 + number % 28
        portal.item(
            f"vi/tin-tuc/2026/bai-{number:03}.md", f"Nội dung của bài {number:03}. " * 20,
            title=f"Bài số {number:03}", date=f"2026-03-{day:02} 08:{number % 60:02}", tags=["nong-nghiep"],
        )  # fmt: skip
    site = built(portal)
    return {name: (site / path).stat().st_size for name, path in PAGES.items()}
