"""Random days of editing: after each step the site made from what is remembered is the one made from nothing."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from pathlib import Path

import yaml
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from integration.samples import picture
from integration.support import Tree, differences, read_tree
from newsportal.commands.publish import publish, staged
from newsportal.mkdocs_plugins.host import BuildRequest, build
from sites import REPOSITORY, SECTIONS, TAGS, TinyPortal

TAG_IDS = ("chuyen-doi-so", "nong-nghiep", "khoi-nghiep")
SECTION_IDS = ("tin-tuc", "van-ban")
NUMBERS = ("1/QĐ-UBND", "2/QĐ-UBND", "1/2026/QĐ-UBND")
CITATIONS = tuple(f"Quyết định số {number} ngày 1/2/{year}" for number in NUMBERS for year in (2025, 2026))
WORDS = (
    "đề tài",
    "khoa học",
    "công nghệ",
    "nghiệm thu",
    "thuỷ điện",
    "chuyển đổi số",
    "An Lĩnh",
    "hội nghị",
    *CITATIONS,
)
NAMES = st.sampled_from([f"bai-{number}" for number in range(7)])
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
WHICH = st.integers(0, 999)
"""Chooses one of the sources there are."""
DAYS = st.integers(1, 27).map(lambda day: f"2026-0{1 + day % 3}-{day:02}")
TAGGED = st.lists(st.sampled_from(TAG_IDS), unique=True, max_size=3)


class Editing(RuleBasedStateMachine):
    """A small portal that is edited, built and published again and again, with one cache."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="editing-"))
        self.portal = TinyPortal.create(self.folder / "cổng", page_size=3, home_latest=2)
        self.site = self.folder / "site"
        self.steps = itertools.count()
        theme = self.portal.folder / "site_overrides"
        shutil.copytree(REPOSITORY / "site_overrides", theme)
        config = self.portal.config.read_text(encoding="utf-8").replace(str(REPOSITORY / "site_overrides"), str(theme))
        self.portal.config.write_text(config, encoding="utf-8")

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    @initialize(texts=st.lists(TEXTS, min_size=3, max_size=3))
    def begin(self, texts: list[str]) -> None:
        """Some items of both kinds, with a photo, links between them, and a translation."""
        self.portal.write("media/anh.png", picture())
        for number, text in enumerate(texts):
            link = f"Xem [bài khác](bai-{(number + 1) % 3}.md)." if number else "Xem thêm."
            self.portal.item(
                f"vi/tin-tuc/bai-{number}.md", f"{text}\n\n{link}", title=text, date=f"2026-01-0{number + 1}"
            )
        self.portal.item("en/tin-tuc/bai-0.md", "In English.", title="Item")

    def _source(self, language: str, section: str, name: str) -> Path:
        return self.portal.content / language / section / f"{name}.md"

    def _chosen(self, which: int, language: str = "?[!_]") -> Path:
        """One of the items there are; a name of none where there is none."""
        there = sorted(self.portal.content.glob(f"{language}/*/*.md"))
        return there[which % len(there)] if there else self.portal.content / "none.md"

    def _change(self, path: Path, **fields: object) -> None:
        """Changes the front matter, and the body where `body` is given, of a source that is there."""
        if not path.is_file():
            return
        _, header, body = path.read_text(encoding="utf-8").split("---\n", 2)
        text = str(fields.pop("body", body))
        values = {**yaml.safe_load(header), **fields}
        kept = {name: value for name, value in values.items() if value is not None}
        path.write_text(f"---\n{yaml.safe_dump(kept, allow_unicode=True)}---\n{text}", encoding="utf-8")

    @rule(name=NAMES, section=st.sampled_from(SECTION_IDS), title=TEXTS, body=TEXTS, day=DAYS, tags=TAGGED)
    def write(self, name: str, section: str, title: str, body: str, day: str, tags: list[str]) -> None:
        if not any(self._source("vi", other, name).is_file() for other in SECTION_IDS):
            self.portal.item(f"vi/{section}/{name}.md", body, title=title, date=day, tags=tags)

    @rule(which=WHICH, title=TEXTS, body=TEXTS)
    def translate(self, which: int, title: str, body: str) -> None:
        path = self._chosen(which, "vi")
        if path.is_file():
            self.portal.item(f"en/{path.parent.name}/{path.name}", body, title=title)

    @rule(which=WHICH, body=TEXTS, photo=st.booleans())
    def rewrite(self, which: int, body: str, photo: bool) -> None:
        self._change(self._chosen(which), body=f"\n{body}\n" + "\n![Ảnh](/media/anh.png)\n" * photo)

    @rule(which=WHICH, title=TEXTS)
    def retitle(self, which: int, title: str) -> None:
        self._change(self._chosen(which), title=title)

    @rule(which=WHICH, tags=TAGGED)
    def retag(self, which: int, tags: list[str]) -> None:
        self._change(self._chosen(which, "vi"), tags=tags)

    @rule(
        which=WHICH,
        number=st.sampled_from(("", "số mới", *NUMBERS)),
        year=st.sampled_from((2025, 2026)),
        replaces=st.lists(st.sampled_from((*NUMBERS, *CITATIONS)), max_size=2),
    )
    def number(self, which: int, number: str, year: int, replaces: list[str]) -> None:
        """Two documents may well have the same number, and one may have none."""
        path = self._chosen(which, "vi")
        if path.parent.name == "van-ban":
            record = {
                "number": number,
                "type": "QĐ",
                "effective": f"{year}-02-01",
                "issued": f"{year}-02-01",
                "replaces": replaces,
            }
            self._change(path, document=record)

    @rule(which=WHICH, draft=st.booleans(), summary=st.one_of(st.none(), TEXTS))
    def draft(self, which: int, draft: bool, summary: str | None) -> None:
        path = self._chosen(which, "vi")
        self._change(path, draft=draft, summary=summary)
        self._change(self._source("en", path.parent.name, path.stem), draft=draft)
        if draft:
            self._unlink_references(path.stem)

    @rule(which=WHICH, cover=st.booleans(), featured=st.booleans(), slug=st.sampled_from((None, "moi", "moi-hon")))
    def illustrate(self, which: int, cover: bool, featured: bool, slug: str | None) -> None:
        taken = slug and any(
            f"slug: {slug}\n" in path.read_text(encoding="utf-8") for path in self.portal.content.rglob("*.md")
        )
        photo = {"src": "anh.png", "alt": "Ảnh"} if cover else None
        self._change(self._chosen(which, "vi"), cover=photo, featured=featured, slug=None if taken else slug)

    @rule(which=WHICH)
    def delete(self, which: int) -> None:
        path = self._chosen(which, "vi")
        for language in ("vi", "en"):
            self._source(language, path.parent.name, path.stem).unlink(missing_ok=True)
        self._unlink_references(path.stem)

    @rule(which=WHICH)
    def move(self, which: int) -> None:
        """To the other section, with the translation; links to it are taken out, or they would be dead."""
        path = self._chosen(which, "vi")
        other = SECTION_IDS[1 - SECTION_IDS.index(path.parent.name)] if path.is_file() else ""
        self._change(path, document=None)  # news has no record
        for language in ("vi", "en"):
            source = self._source(language, path.parent.name, path.stem)
            if source.is_file():
                target = self._source(language, other, path.stem)
                target.parent.mkdir(parents=True, exist_ok=True)
                source.rename(target)
        self._unlink_references(path.stem)

    def _unlink_references(self, name: str) -> None:
        for path in self.portal.content.rglob("*.md"):
            text = path.read_text(encoding="utf-8")
            if f"]({name}.md)" in text or ("](bai-" in text and path.parent.name == "van-ban"):
                path.write_text(text.split("Xem [")[0], encoding="utf-8")

    @rule(title=TEXTS, which=st.sampled_from(("Nông nghiệp", "Tin tức")))
    def rename_topic_or_section(self, title: str, which: str) -> None:
        name, text = ("tags", TAGS) if which in TAGS else ("sections", SECTIONS)
        self.portal.write(f"_data/{name}.yml", text.replace(which, title))

    @rule(text=TEXTS, page=st.sampled_from(("gioi-thieu", "lien-he")), there=st.booleans())
    def plain_page(self, text: str, page: str, there: bool) -> None:
        if there:
            self.portal.write(f"vi/{page}.md", f"---\ntitle: {text}\n---\n\n{text}\n")
        else:
            self.portal.remove(f"vi/{page}.md")

    @rule(text=TEXTS, home=st.booleans())
    def template(self, text: str, home: bool) -> None:
        path = self.portal.folder / "site_overrides" / ("home.html" if home else "parts/footer.html")
        original = REPOSITORY / "site_overrides" / path.relative_to(self.portal.folder / "site_overrides")
        place = "</h1>" if home else "<footer"
        changed = original.read_text(encoding="utf-8").replace(place, f"<i>{text}</i>{place}", 1)
        path.write_text(changed, encoding="utf-8")

    @rule(color=st.sampled_from((b"red", b"blue")))
    def style_or_photo(self, color: bytes) -> None:
        (self.portal.folder / "site_overrides/styles/95-more.css").write_bytes(b"i { color: " + color + b" }\n")
        self.portal.write("media/anh.png", picture(60 if color == b"red" else 90))

    @invariant()
    def what_is_remembered_changes_nothing(self) -> None:
        warm = self._build(self.folder / "cache", is_published=True)
        cold = self._build(self.folder / f"cold-{next(self.steps)}")
        assert differences(warm, cold) == []
        assert differences(read_tree(self.site), cold) == []

    def _build(self, cache: Path, is_published: bool = False) -> Tree:
        with staged(self.site, lambda: None) as folder:
            request = BuildRequest(self.portal.config, None, folder, cache, strict=False, hand_over=True)
            report = build(request, lambda stage, done, total: None)
            assert not report.failed, (report.problems, report.warnings)
            if report.remember:
                report.remember()
            tree = {path: file.read() for path, file in report.files.items()}
            if is_published:
                publish(report.files, self.site, folder, cache)
            return tree


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=5, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
)
