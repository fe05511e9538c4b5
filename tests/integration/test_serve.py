"""The live preview through an editor's working day: a real `mkdocs serve` on loopback, edited under its feet."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from integration.pages import parse
from integration.previewing import START_SECONDS, Preview, preview
from integration.samples import picture
from integration.support import command, differences, environment, eventually, free_port, running
from sites import REPOSITORY, SECTIONS, TAGS, TinyPortal

_EPOCH = re.compile(rb"livereload\((\d+), (\d+)\);")


@pytest.fixture
def office(tiny: TinyPortal) -> TinyPortal:
    """A portal in preview with one item of each kind; its theme folder is a copy, to be edited as well."""
    theme = tiny.folder / "site_overrides"
    shutil.copytree(REPOSITORY / "site_overrides", theme)
    config = tiny.config.read_text(encoding="utf-8").replace(str(REPOSITORY / "site_overrides"), "site_overrides")
    tiny.config.write_text(config, encoding="utf-8")
    tiny.item("vi/tin-tuc/2026/mot.md", "Nội dung một.", title="Bài một", tags=["nong-nghiep"])
    tiny.item("en/tin-tuc/2026/mot.md", "Content one.", title="Item one")
    tiny.item("vi/tin-tuc/2026/nhap.md", "Chưa xong.", title="Bài nháp", draft=True)
    tiny.item("vi/tin-tuc/2026/hen.md", "Hẹn giờ.", title="Bài hẹn", publish_at="2026-12-24 07:00")
    return tiny


def titles(preview: Preview, path: str) -> list[str]:
    """The titles in a list, in order."""
    page = parse(preview.get(path)[1])
    return [str(title.text_content()).strip() for title in page.find_class("card-title")]


@pytest.mark.slow
def test_a_day_of_editing(office: TinyPortal) -> None:
    """More than twenty changes of every kind: each is shown, nothing accumulates, nothing stops the preview."""
    port = free_port()
    with preview(office, port) as shown:
        _drafts_are_marked(shown)
        _items_come_and_go(office, shown)
        _broken_files_are_told(office, shown)
        _everything_else_is_watched(office, shown)
        assert shown.rebuilds() >= 20, shown.printed()
        assert "Traceback" not in shown.printed()
        after = shown.tree()
    with preview(office, port) as fresh:
        assert differences(after, fresh.tree()) == []


def _drafts_are_marked(shown: Preview) -> None:
    assert "Bản nháp" in shown.text("/tin-tuc/2026/nhap/")
    assert "Hẹn giờ đăng Thứ Năm, 24/12/2026" in shown.text("/tin-tuc/2026/hen/")
    assert sorted(titles(shown, "/tin-tuc/")) == ["Bài hẹn", "Bài một", "Bài nháp"]
    assert "Bản xem trước" in shown.text("/")
    assert shown.get("/robots.txt")[1] == b"User-agent: *\nDisallow: /\n"


def _items_come_and_go(office: TinyPortal, shown: Preview) -> None:
    for number in range(4):
        office.item("vi/tin-tuc/2026/mot.md", f"Sửa lần {number}.", title=f"Bài một {number}", tags=["nong-nghiep"])
        shown.shows("/tin-tuc/2026/mot/", f"Sửa lần {number}.")
        assert titles(shown, "/tin-tuc/").count(f"Bài một {number}") == 1
    for number in range(3):
        office.item(f"vi/tin-tuc/2026/them-{number}.md", title=f"Thêm {number}", date=f"2026-04-0{number + 1}")
        shown.shows("/tin-tuc/", f"Thêm {number}")
    assert titles(shown, "/tin-tuc/")[:3] == ["Thêm 2", "Thêm 1", "Thêm 0"]
    assert len(titles(shown, "/tin-tuc/")) == 6
    office.remove("vi/tin-tuc/2026/them-0.md")
    shown.lacks("/tin-tuc/2026/them-0/")
    (office.content / "vi/tin-tuc/2026/them-1.md").rename(office.content / "vi/tin-tuc/2026/doi-ten.md")
    shown.lacks("/tin-tuc/2026/them-1/")
    shown.shows("/tin-tuc/2026/doi-ten/", "Thêm 1")
    assert len(titles(shown, "/tin-tuc/")) == 5
    office.item("vi/tin-tuc/2026/nhap.md", "Xong rồi.", title="Bài nháp")
    shown.shows("/tin-tuc/2026/nhap/", "Xong rồi.")
    assert "Bản nháp" not in shown.text("/tin-tuc/2026/nhap/").replace("Bản xem trước: bản nháp", "")


def _broken_files_are_told(office: TinyPortal, shown: Preview) -> None:
    """The item concerned is not shown; all else is, and every page can tell what is wrong."""
    assert shown.wrong() == []
    office.write("vi/tin-tuc/2026/mot.md", "---\ntitle: [hỏng\n---\n\nNội dung.")
    shown.lacks("/tin-tuc/2026/mot/")
    (problem,) = shown.wrong()
    assert problem["severity"] == "error"
    assert all(problem[code].startswith("content/vi/tin-tuc/2026/mot.md:") for code in ("vi", "en"))
    assert problem["vi"] in shown.printed()
    assert b"data-problems" in shown.get("/en/")[1]
    office.item("vi/tin-tuc/2026/mot.md", "Đã chữa.", title="Bài một", tags=["nong-nghiep"])
    shown.shows("/tin-tuc/2026/mot/", "Đã chữa.")
    assert shown.wrong() == []
    office.write("_data/tags.yml", "- {hỏng")
    eventually(lambda: bool(shown.wrong()), "the broken list of topics is told")
    office.write("_data/tags.yml", TAGS.replace("Nông nghiệp", "Nông nghiệp xanh"))
    shown.shows("/chu-de/nong-nghiep/", "Nông nghiệp xanh")
    office.write("_data/sections.yml", "hỏng: [")
    eventually(lambda: not shown.text("/tin-tuc/"), "no sections, no lists")
    assert shown.get("/")[0] == 200
    office.write("_data/sections.yml", SECTIONS.replace("Tin tức", "Tin mới"))
    shown.shows("/tin-tuc/", "Tin mới")


def _everything_else_is_watched(office: TinyPortal, shown: Preview) -> None:
    theme = office.folder / "site_overrides"
    footer = theme / "parts" / "footer.html"
    footer.write_text(
        footer.read_text(encoding="utf-8").replace("<footer", "<p>Mẫu mới</p><footer", 1), encoding="utf-8"
    )
    shown.shows("/tin-tuc/2026/mot/", "Mẫu mới")
    (theme / "styles" / "95-them.css").write_text(".them { color: red }\n", encoding="utf-8")
    eventually(lambda: b".them" in _style_sheet(shown), "the new style sheet")
    office.write("media/anh.png", picture())
    cover = {"src": "anh.png", "alt": "Ảnh"}
    office.item("vi/tin-tuc/2026/mot.md", "Có ảnh.", title="Bài một", cover=cover, tags=["nong-nghiep"])
    shown.shows("/tin-tuc/2026/mot/", "Có ảnh.")
    assert shown.get("/media/anh.png")[0] == 200
    office.write("vi/lien-he.md", "---\ntitle: Liên hệ\n---\n\nĐịa chỉ.")
    shown.shows("/lien-he/", "Địa chỉ.")
    office.remove("vi/lien-he.md")
    shown.lacks("/lien-he/")
    config = office.config.read_text(encoding="utf-8")
    office.config.write_text(config.replace("Cổng tin thử", "Cổng tin mới"), encoding="utf-8")
    shown.shows("/", "Cổng tin mới")
    office.write("vi/index.md", "---\ntitle: Cổng tin\n---\n\nLời chào.")
    shown.shows("/", "Lời chào.")


def _style_sheet(shown: Preview) -> bytes:
    (address,) = parse(shown.get("/")[1]).xpath("//link[@rel='stylesheet']/@href")
    return shown.get("/" + str(address).lstrip("./"))[1]


def _plainly_served(office: TinyPortal) -> contextlib.AbstractContextManager[Preview]:
    return preview(office, free_port())


def served_by_the_command(office: TinyPortal, *more: object) -> contextlib.AbstractContextManager[Preview]:
    """What `scripts/serve.py` starts."""
    port = free_port()
    return preview(office, port, "-m", "newsportal", "serve", "--config-file", office.config, "--port", port, *more)


@pytest.mark.parametrize("serving", [_plainly_served, served_by_the_command])
def test_browsers_reload_by_themselves(
    serving: Callable[[TinyPortal], contextlib.AbstractContextManager[Preview]], office: TinyPortal
) -> None:
    """A page open in a browser asks for the next version and is answered as soon as there is one."""
    with serving(office) as shown:
        found = _EPOCH.search(shown.get("/tin-tuc/2026/mot/")[1])
        assert found, "the page has no live reload: MkDocs and click do not get on"
        epoch, answers = int(found[1]), list[int]()

        def wait() -> None:
            answers.append(int(shown.get(f"/livereload/{epoch}/{int(found[2])}", timeout=60)[1]))

        browser = threading.Thread(target=wait)
        browser.start()
        time.sleep(0.5)
        assert answers == [], "the browser waits"
        office.item("vi/tin-tuc/2026/mot.md", "Mới.", title="Bài một")
        browser.join(timeout=30)
        assert answers
        assert answers[0] > epoch
        assert "Mới." in shown.text("/tin-tuc/2026/mot/")


def test_the_command_serves_too(office: TinyPortal) -> None:
    with served_by_the_command(office) as shown:
        assert "Bản nháp" in shown.text("/tin-tuc/2026/nhap/")
        office.item("vi/tin-tuc/2026/nhap.md", "Sửa.", title="Bài nháp", draft=True)
        shown.shows("/tin-tuc/2026/nhap/", "Sửa.")
        eventually(lambda: "Trình duyệt đang tải lại trang" in shown.printed(), "what happens is told")
        assert f"Xem thử tại http://127.0.0.1:{shown.port}/" in shown.printed()
        assert not [word for word in ("Building", "Serving", "Detected", "Traceback") if word in shown.printed()]


def test_the_command_speaks_english_if_asked(office: TinyPortal) -> None:
    office.write("vi/tin-tuc/2026/hong.md", "---\ntitle: Hỏng\ndate: hôm nay\n---\n")
    with served_by_the_command(office, "--lang", "en") as shown:
        (problem,) = shown.wrong()
        assert problem["en"] in shown.printed()
        assert problem["vi"] not in shown.printed()
        assert f"Serving on http://127.0.0.1:{shown.port}/" in shown.printed()


@pytest.mark.parametrize(("language", "words"), [("vi", "đang có chương trình khác dùng"), ("en", "Another program")])
def test_a_port_that_is_taken_is_told_before_anything_is_built(language: str, words: str, tiny: TinyPortal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = command("serve", "--config-file", tiny.config, "--port", port, "--lang", language)
    assert done.status == 1
    assert done.text.startswith(("Cổng mạng", "Another")), done.text
    assert words in done.text
    assert "--port" in done.text
    assert not (tiny.folder / ".cache").exists()


def test_the_command_remembers_where_it_is_told(office: TinyPortal) -> None:
    cache = office.folder / "other cache"
    office.write("media/anh.png", picture())
    office.item("vi/tin-tuc/2026/mot.md", "Một.", title="Bài một", cover={"src": "anh.png", "alt": "Ảnh"})
    with served_by_the_command(office, "--cache-dir", cache) as shown:
        assert shown.get("/media/anh.png")[0] == 200
    assert cache.is_dir()
    assert not (office.folder / ".cache").exists()


def test_a_preview_under_a_path_is_served_there(office: TinyPortal) -> None:
    """The path of `site_url` is kept, so that links look as they will."""
    text = office.config.read_text(encoding="utf-8").replace("https://tin.example/", "https://tin.example/portal/")
    office.config.write_text(text, encoding="utf-8")
    port = free_port()
    with _waiting_at(office, port) as shown:
        assert "Bài một" in shown.text("/portal/tin-tuc/")
        assert "Bài một" in shown.text("/portal/chu-de/nong-nghiep/")


@contextlib.contextmanager
def _waiting_at(office: TinyPortal, port: int) -> Iterator[Preview]:
    """MkDocs answers at `/` with the way to the site's path."""
    arguments = ("-m", "mkdocs", "serve", "--config-file", office.config, "--dev-addr", f"127.0.0.1:{port}")
    log = office.folder / "serve.log"
    with running(arguments, log, environment(), office.folder):
        shown = Preview(port, office.folder, log)
        eventually(lambda: shown.get("/portal/", timeout=5)[0] == 200, "an answer below the path", START_SECONDS)
        yield shown
