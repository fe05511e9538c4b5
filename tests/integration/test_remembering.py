"""What builds remember changes no byte: whatever was edited, and whatever became of the cache in between."""

from __future__ import annotations

import shutil
import unicodedata

import pytest

from integration.remembering import (
    HARM,
    Desk,
    Edit,
    item,
    memories,
    option,
    removed,
    renamed,
    setting,
    template,
    theme_option,
    write,
)
from integration.support import differences

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


EDITS: dict[str, Edit] = {
    "title of an original": item("vi/tin-tuc/hai.md", "Hai.", title="Bài hai mới", date="2026-01-02"),
    "newest deleted": removed("vi/van-ban/so-1.md"),
    "new between others": item("vi/tin-tuc/bon.md", title="Bốn", date="2026-01-02 10:00"),
    "file's name in capitals": renamed("vi/tin-tuc/ba.md", "BA.MD"),
    "attachment": write("media/tep.pdf", b"%PDF-1.4\nlonger\n%%EOF\n"),
    "home page's text": write("vi/index.md", "---\ntitle: Cổng tin\n---\n\nLời chào.\n"),
    "file beside": write("CNAME", "tin.example\n"),
    "title of the portal": option("title", "Cổng khác"),
    "page size": option("page_size", 2),
    "site_url": setting(site_url="https://khac.example/duoi/"),
    "no search": lambda at: at.reconfigure(lambda config: config["plugins"].remove("newsportal/search")),
    "no statistics": lambda at: at.reconfigure(lambda config: config["plugins"].remove("newsportal/visits")),
    "another counter": lambda at: at.reconfigure(
        lambda config: config["plugins"].__setitem__(
            4, {"newsportal/visits": {"counter": {"kind": "goatcounter", "url": "https://dem.example"}}}
        )
    ),
    "fewer in feeds": lambda at: at.reconfigure(
        lambda config: config["plugins"].__setitem__(2, {"newsportal/feeds": {"limit": 1}})
    ),
    "dialect": setting(markdown_extensions=["nl2br"]),
    "picture of the theme": template("assets/images/favicon.svg", lambda text: text.replace("<svg", "<svg id='moi'")),
    "precompress": option("precompress", ["gzip", "brotli"]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_seen_and_gives_the_site_from_nothing(at: Desk, edit: str) -> None:
    EDITS[edit](at)
    assert differences(at.first, at.check()), "seen"


def test_counts_of_the_years_beside_are_seen(at: Desk) -> None:
    for number, year in enumerate((2021, 2022, 2022)):
        text = f"Theo Quyết định số 1{number}/QĐ-UBND ngày 6/5/{year}."
        item(f"vi/tin-tuc/vien-dan-{number}.md", text, title=f"Viện dẫn {number}", date="2026-01-05")(at)
        at.check()


def test_a_document_ceases_everywhere_when_another_replaces_it(at: Desk) -> None:
    record = {"number": "801/QĐ-UBND", "type": "QĐ", "issued": "2024-05-06", "issuer": "UBND tỉnh"}
    item("vi/van-ban/cu.md", "Điều 1.", title="Cũ", date="2024-05-07", document=record)(at)
    item("vi/tin-tuc/vien-dan.md", "Theo Quyết định số 801/QĐ-UBND ngày 6/5/2024.", title="Dẫn", date="2026-01-05")(at)
    at.check()
    later = {"replaces": ["801/QĐ-UBND"], "issued": "2025-05-06", "effective": "2025-06-01"}
    item("vi/van-ban/moi.md", "Điều 1.", title="Mới", date="2025-05-07", document=later)(at)
    pages = at.check()
    for page in ("van-ban/2024/cu/index.html", "tin-tuc/2026/vien-dan/index.html", "van-ban/index.html"):
        assert "Hết hiệu lực" in pages[page].decode(), page
    assert "Bị thay thế bởi" in pages["van-ban/2024/cu/index.html"].decode()


def test_whatever_templates_show_of_the_configuration_is_seen(at: Desk) -> None:
    template("parts/footer.html", lambda text: text + "{{ config.theme.motto }} {{ config.extra.dem }}")(at)
    extra: list[dict[object, object]] = [
        {"dem": {"a": 1, "b": 2}},
        {"dem": {"b": 2, "a": 1}},
        {"dem": {1: "a", "b": None}},
        {"dem": {"1": "a", "b": "None"}},
        {"dem": ["1", "a"]},
    ]
    seen = set[bytes]()
    for value in extra:
        setting(extra=value)(at)
        seen.add(at.build()["index.html"])
    theme_option(at)
    seen.add(at.check()["index.html"])
    assert len(seen) == len(extra) + 1


def test_templates_are_told_by_their_whole_names(at: Desk) -> None:
    """One that is moved is another one: includes fall back on the theme's, or on nothing."""
    template("parts/footer.html", lambda text: text + '{% include ["a/x.html", "b/x.html"] ignore missing %}')(at)
    at.override("a/x.html", "một")
    at.override("b/y.html", "hai")
    at.build()
    (at.theme / "a/x.html").rename(at.theme / "a/y.html")
    (at.theme / "b/y.html").rename(at.theme / "b/x.html")
    assert "hai" in at.check()["index.html"].decode()


def test_linked_folders_of_templates_are_seen(at: Desk) -> None:
    outside = at.portal.folder / "shared"
    outside.mkdir()
    (outside / "x.html").write_text("một", encoding="utf-8")
    (at.theme / "chung").symlink_to(outside, target_is_directory=True)
    template("parts/footer.html", lambda text: text + '{% include "chung/x.html" %}')(at)
    at.build()
    (outside / "x.html").write_text("khác hẳn", encoding="utf-8")
    assert "khác hẳn" in at.check()["index.html"].decode()


def test_inherited_configurations_and_the_environment(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    base = at.portal.config.with_name("base.yml")
    at.portal.config.rename(base)
    at.portal.config.write_text("INHERIT: base.yml\ncopyright: !ENV [COPYRIGHT, none]\n", encoding="utf-8")
    template("parts/footer.html", lambda text: text + "{{ config.copyright }}")(at)
    first = at.build()
    monkeypatch.setenv("COPYRIGHT", "Sở KH&CN")
    assert "Sở KH&amp;CN" in (second := at.build())["index.html"].decode()
    base.write_text(base.read_text(encoding="utf-8").replace("Cổng tin thử", "Cổng chung"), encoding="utf-8")
    assert len({first["index.html"], second["index.html"], at.check()["index.html"]}) == 3


def test_items_become_due_and_expire_while_nothing_is_edited(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at.reconfigure(lambda config: config["plugins"][0]["newsportal"].pop("build_time"))
    at.portal.item("vi/tin-tuc/hen.md", title="Hẹn giờ", date="2026-05-01", expire_at="2026-06-01 00:00")
    at.portal.write("en/tin-tuc/hen.md", "---\ntitle: Later\n---\n\nText.\n")
    shown = []
    for day in ("1777500000", "1777600000", "1780500000"):  # 30 April, 1 May, 3 June 2026
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        tree = at.build()
        shown.append("tin-tuc/2026/hen/index.html" in tree)
        assert ("Hẹn giờ" in tree["index.html"].decode()) == shown[-1]
        assert ("Later" in tree["en/index.html"].decode()) == shown[-1]
    assert shown == [False, True, False]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1777600000")
    at.check()


def test_the_time_alone_makes_nothing(at: Desk) -> None:
    at.build()
    assert at.made(lambda: option("build_time", "2026-11-23T10:00:00+07:00")(at)) == 0


def test_previews_and_publications_share_a_cache(at: Desk) -> None:
    at.portal.item("vi/tin-tuc/nhap.md", title="Bản nháp", date="2026-02-01", draft=True)
    at.portal.item("vi/tin-tuc/loi.md", title="Lỗi thời", date="2026-02-01", expire_at="2026-03-01 00:00")
    at.build(preview=True)
    assert "tin-tuc/2026/nhap/index.html" not in at.check()
    assert "tin-tuc/2026/nhap/index.html" in at.check(preview=True)
    assert at.made(lambda: at.build(preview=True)) == 0


def test_an_item_that_expires_changes_its_mark_in_the_preview(at: Desk) -> None:
    at.portal.item("vi/tin-tuc/loi.md", title="Lỗi thời", date="2026-02-01", expire_at="2026-12-01 00:00")
    before = at.build(preview=True)
    option("build_time", "2026-12-02T10:00:00+07:00")(at)
    assert differences(before, at.check(preview=True))


def test_two_contents_with_one_cache(at: Desk) -> None:
    other = at.portal.folder / "nội dung"
    shutil.copytree(at.portal.content, other)
    (other / "vi/tin-tuc/ba.md").write_text("---\ntitle: Khác\ndate: 2026-01-03\n---\n\nKhác.\n", encoding="utf-8")
    for name in ("nội dung", "content", "nội dung"):
        setting(docs_dir=name)(at)
        at.build()
    at.check()
    assert at.made(lambda: setting(docs_dir="content")(at)) == 0


def test_letters_composed_or_with_loose_marks(at: Desk) -> None:
    """A file copied by way of a Mac has the same name and other bytes in it."""
    at.portal.item("vi/tin-tuc/đề tài.md", title="Đề tài", date="2026-02-01")
    before = at.check()
    composed = at.portal.content / "vi/tin-tuc/đề tài.md"
    composed.rename(composed.with_name(unicodedata.normalize("NFD", composed.name)))
    assert differences(before, at.check()) == []


def test_links_to_files_are_followed_each_time(at: Desk) -> None:
    link = at.portal.content / "vi/tin-tuc/bon.md"
    at.portal.item("kho/a.md", "Bản a.", title="Bốn", date="2026-02-01")
    at.portal.item("kho/b.md", "Bản b.", title="Bốn", date="2026-02-01")
    (at.portal.content / "kho").rename(at.portal.content / "_data/kho")
    for name in "ab":
        link.unlink(missing_ok=True)
        link.symlink_to(f"../../_data/kho/{name}.md")
        assert f"Bản {name}." in at.check()["tin-tuc/2026/bon/index.html"].decode()


def test_a_build_right_after_another_makes_nothing(at: Desk) -> None:
    assert at.made(lambda: None) == 0


def test_an_edited_text_makes_what_shows_it(at: Desk) -> None:
    """Its rendered text, its page, and the feeds it is in: three formats of all and of its section."""
    fields = {"title": "Quyết định", "date": "2026-01-04", "summary": "Tóm tắt", "document": {"number": "01/QĐ"}}
    at.portal.item("vi/van-ban/so-1.md", "Điều 1.", **fields)
    at.build()
    assert at.made(lambda: item("vi/van-ban/so-1.md", "Điều 1. Điều 2.", **fields)(at)) == 1 + 1 + 2 * 3


@pytest.mark.parametrize("harm", HARM)
def test_harm_to_the_cache_changes_nothing(at: Desk, harm: str) -> None:
    HARM[harm](at)
    for _ in range(2):
        assert differences(at.first, at.build()) == []


def memory_of_another_time(at: Desk) -> None:
    """The memory of an earlier build beside the store of a later one, as after a restored backup."""
    saved = {file: file.read_bytes() for file in memories(at)}
    at.portal.item("vi/tin-tuc/ba.md", "Bốn.", title="Bài bốn", date="2026-01-03")
    at.build()
    for file, data in saved.items():
        file.write_bytes(data)


def test_another_memory_changes_nothing(at: Desk) -> None:
    memory_of_another_time(at)
    at.check()
