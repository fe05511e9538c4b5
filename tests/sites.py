"""Portals for tests: small ones written file by file, and builds of any of them with the real commands' machinery."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from newsportal.checking import check
from newsportal.mkdocs_plugins.host import BuildReport, BuildRequest, load_workplace
from newsportal.mkdocs_plugins.host import build as host_build
from newsportal.model import Problem

REPOSITORY = Path(__file__).resolve().parent.parent

SECTIONS = """\
- id: tin-tuc
  kind: news
  title: {vi: Tin tức, en: News}
- id: van-ban
  kind: documents
  title: {vi: Văn bản, en: Documents}
"""

TAGS = """\
- id: chuyen-doi-so
  title: {vi: Chuyển đổi số, en: Digital transformation}
- id: nong-nghiep
  title: {vi: Nông nghiệp, en: Agriculture}
- id: khoi-nghiep
  title: {vi: Khởi nghiệp, en: Start-ups}
"""


PARTS = tuple(f"newsportal/{name}" for name in ("tags", "feeds", "search", "visits", "documents"))
"""The plugins that switch on parts of the portal."""


@dataclass(frozen=True)
class TinyPortal:
    """A portal in `folder` that uses the repository's templates. The clock stands at 2026-11-22 10:00 +07:00."""

    folder: Path

    @classmethod
    def create(cls, folder: Path, **options: object) -> TinyPortal:
        """A portal without items. `options` go to the plugin `newsportal`; `site_url` and `parts`,
        the list of other plugins, may be among them."""
        portal = cls(folder)
        portal.configure(**options)
        portal.write("_data/sections.yml", SECTIONS)
        portal.write("_data/tags.yml", TAGS)
        portal.write("vi/index.md", "---\ntitle: Cổng tin\n---\n")
        portal.write("en/index.md", "---\ntitle: Portal\n---\n")
        return portal

    def configure(self, **options: object) -> None:
        """(Re)writes `mkdocs.yml`."""
        site_url = options.pop("site_url", "https://tin.example/")
        parts = options.pop("parts", PARTS)
        assert isinstance(parts, Sequence)
        plugin = {
            "title": {"vi": "Cổng tin thử", "en": "Test portal"},
            "feed_authority": "tin.example,2020",
            "agency": {"name": {"vi": "Sở Khoa học và Công nghệ", "en": "Department of Science and Technology"}},
            "build_time": "2026-11-22T10:00:00+07:00",
            **options,
        }
        config = {
            "site_name": "Cổng tin thử",
            "site_url": site_url,
            "docs_dir": "content",
            "theme": {"name": "material", "custom_dir": str(REPOSITORY / "site_overrides"), "font": False},
            "plugins": [{"newsportal": plugin}, *parts],
            "markdown_extensions": ["attr_list", "def_list", "footnotes", "sane_lists"],
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        self.config.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")

    @property
    def config(self) -> Path:
        """Its `mkdocs.yml`."""
        return self.folder / "mkdocs.yml"

    @property
    def content(self) -> Path:
        """Its content folder."""
        return self.folder / "content"

    def write(self, path: str, text: str | bytes) -> Path:
        """A file below the content folder; text is written as it is, in UTF-8."""
        target = self.content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return target

    def item(self, path: str, body: str = "Nội dung bài viết.", **fields: object) -> Path:
        """A post with valid front matter: `title` and `date` are made up where they are not given."""
        header: Mapping[str, object] = {"title": "Tiêu đề thử", "date": "2026-03-16 08:30", **fields}
        text = yaml.safe_dump(dict(header), allow_unicode=True, sort_keys=False)
        return self.write(path, f"---\n{text}---\n\n{body}\n")

    def remove(self, path: str) -> None:
        """Deletes a file below the content folder, if it is there."""
        with contextlib.suppress(FileNotFoundError):
            (self.content / path).unlink()

    def problems(self) -> tuple[Problem, ...]:
        """What `check.py` would print."""
        place = load_workplace(self.config, self.content)
        return check(place.content, place.settings, (), place.cache)

    def build(self, site: Path | None = None, strict: bool = True) -> tuple[Path, BuildReport]:
        """Builds into `site` (beside the content by default) and returns it with the report, failed or not."""
        target = site or self.folder / "site"
        return target, build(self.config, target, strict=strict, must_pass=False)


def build(
    config: Path, site: Path, cache: Path | None = None, strict: bool = True, must_pass: bool = True
) -> BuildReport:
    """Builds with the real host into `site`; with `must_pass`, problems fail the test."""
    request = BuildRequest(config_file=config, content=None, site_dir=site, cache_dir=cache, strict=strict)
    report = host_build(request, lambda stage, done, total: None)
    if must_pass:
        assert not report.failed, (report.problems, report.warnings)
    return report
