"""One cache for many builds, each held against a build from nothing."""

from __future__ import annotations

import itertools
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from integration.samples import picture
from integration.support import Tree, differences
from newsportal.commands.publish import staged
from newsportal.mkdocs_plugins.host import BuildRequest, build, load
from sites import REPOSITORY, TinyPortal


@dataclass
class Desk:
    """A portal with one cache."""

    portal: TinyPortal
    numbers: Iterator[int] = field(default_factory=itertools.count)
    first: Tree = field(default_factory=dict)

    @property
    def cache(self) -> Path:
        """Where its builds remember things."""
        return self.portal.folder / "cache"

    def build(self, cache: Path | None = None, preview: bool = False) -> Tree:
        """The site as it is handed over, read before its staging folder goes."""
        with staged(self.portal.folder / "site", lambda: None) as folder:
            url = "http://127.0.0.1:8000/" if preview else ""
            if preview:  # as the command does
                load(self.portal.config, None, None).plugins.on_startup(command="serve", dirty=False)
            request = BuildRequest(self.portal.config, None, folder, cache or self.cache, False, True, url)
            report = build(request, lambda stage, done, total: None)
            assert not report.failed, (report.problems, report.warnings)
            if report.remember:
                report.remember()
            return {path: file.read() for path, file in report.files.items()}

    def cold(self, preview: bool = False) -> Tree:
        """The site from nothing but encoded photos, which are another cache's business."""
        cache = self.portal.folder / f"cold-{next(self.numbers)}"
        shutil.copytree(self.cache / "media", cache / "media")
        return self.build(cache, preview)

    def check(self, preview: bool = False) -> Tree:
        """The site from what is remembered, which is the one from nothing."""
        warm = self.build(preview=preview)
        assert differences(warm, self.cold(preview)) == []
        return warm

    def marks(self) -> frozenset[bytes]:
        """All that the store holds."""
        with sqlite3.connect(self.database) as database:
            found = frozenset(mark for (mark,) in database.execute("SELECT mark FROM contents"))
        database.close()
        return found

    @property
    def database(self) -> Path:
        """The file of the store."""
        (found,) = self.cache.glob("contents-v*.sqlite")
        return found

    def made(self, edit: Callable[[], object]) -> int:
        """How many contents a build makes after an edit."""
        before = self.marks()
        edit()
        self.build()
        return len(self.marks() - before)

    def reconfigure(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Changes `mkdocs.yml`."""
        config = yaml.safe_load(self.portal.config.read_text(encoding="utf-8"))
        change(config)
        self.portal.config.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")

    @property
    def theme(self) -> Path:
        """The portal's own templates; those of the repository, as links, until they are changed."""
        return self.portal.folder / "theme"

    def override(self, path: str, text: str) -> None:
        """Puts a file of its own into the theme."""
        target = self.theme / path
        target.unlink(missing_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def desk(folder: Path) -> Desk:
    """A portal with two languages, a document, a photo, links, an old address and pages of its own."""
    made = Desk(TinyPortal.create(folder, page_size=3, home_latest=2))
    portal = made.portal
    portal.write("media/anh.png", picture())
    portal.write("media/tep.pdf", b"%PDF-1.4\n%%EOF\n")
    cover = {"src": "anh.png", "alt": "Ảnh"}
    portal.item(
        "vi/tin-tuc/mot.md", "Một,\nhai. [Hai](hai.md)", title="Bài một", date="2026-01-01", tags=["nong-nghiep"]
    )
    portal.item("vi/tin-tuc/hai.md", "Hai.", title="Bài hai", date="2026-01-02", cover=cover, aliases=["/cu/2.html"])
    portal.item("vi/tin-tuc/ba.md", "Ba.", title="Bài ba", date="2026-01-03", attachments=[{"file": "tep.pdf"}])
    portal.item("vi/van-ban/so-1.md", "Điều 1.", title="Quyết định", date="2026-01-04", document={"number": "01/QĐ"})
    portal.write("en/tin-tuc/mot.md", "---\ntitle: One\n---\n\nOne.\n")
    portal.write("en/tin-tuc/hai.md", "---\ntitle: Two\n---\n\nTwo.\n")
    portal.write("vi/gioi-thieu.md", "---\ntitle: Giới thiệu\n---\n\nLời.\n")
    for source in (REPOSITORY / "site_overrides").rglob("*"):
        if source.is_file():
            target = made.theme / source.relative_to(REPOSITORY / "site_overrides")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(source)
    made.reconfigure(lambda config: config["theme"].update(custom_dir=str(made.theme), motto="cũ"))
    return made


Edit = Callable[[Desk], object]
"""Changes a portal or its cache."""


def option(name: str, value: object) -> Edit:
    def change(at: Desk) -> None:
        at.reconfigure(lambda config: config["plugins"][0]["newsportal"].update({name: value}))

    return change


def setting(**values: Any) -> Edit:
    return lambda at: at.reconfigure(lambda config: config.update(values))


def theme_option(at: Desk) -> None:
    at.reconfigure(lambda config: config["theme"].update(motto="mới"))


def item(path: str, body: str = "Nội dung.", **fields: object) -> Edit:
    return lambda at: at.portal.item(path, body, **fields)


def write(path: str, text: str | bytes) -> Edit:
    return lambda at: at.portal.write(path, text)


def template(path: str, change: Callable[[str], str]) -> Edit:
    return lambda at: at.override(path, change((at.theme / path).read_text(encoding="utf-8")))


def renamed(path: str, name: str) -> Edit:
    return lambda at: (at.portal.content / path).rename((at.portal.content / path).with_name(name))


def removed(*paths: str) -> Edit:
    return lambda at: list(map(os.unlink, (at.portal.content / path for path in paths)))


def _flip(at: Desk) -> None:
    """Harms every content, which only its digest tells."""
    with sqlite3.connect(at.database) as connection:
        connection.execute("UPDATE contents SET content = CAST('x' || substr(content, 2) AS BLOB)")
    connection.close()


def memories(at: Desk) -> list[Path]:
    return list(at.cache.glob("build-*.pickle"))


def _into_folders(files: list[Path]) -> None:
    for file in files:
        file.unlink()
        file.mkdir()


def _cut(files: list[Path], size: int) -> None:
    for file in files:
        file.write_bytes(file.read_bytes()[:size])


HARM: dict[str, Edit] = {
    "no store": lambda at: at.database.unlink(),
    "store of garbage": lambda at: at.database.write_bytes(b"garbage" * 10_000),
    "half a store": lambda at: _cut([at.database], 50_000),
    "folder for a store": lambda at: _into_folders([at.database]),
    "no memory": lambda at: list(map(os.unlink, memories(at))),
    "half a memory": lambda at: _cut(memories(at), 999),
    "folder for a memory": lambda at: _into_folders(memories(at)),
    "flipped bytes": _flip,
}
