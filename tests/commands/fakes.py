"""Stand-ins for the parts of the portal that commands call, and a portal small enough to read in a test."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace

from newsportal.languages import LANGUAGES
from newsportal.model import Problem, Severity
from newsportal.outputs import Output, output

HOST = "newsportal.mkdocs_plugins.host"
PREVIEW = "newsportal.mkdocs_plugins.preview"
CHECKING = "newsportal.checking"
Progress = Callable[[str, int, int], None]

ERROR = Problem("content/vi/thong-bao/2026/b.md", 3, "title", "field.empty")
EARLIER = Problem("content/vi/thong-bao/2026/a.md", 9, "title", "field.empty")
WARNING = Problem("content/vi/thong-bao/2026/c.md", 1, "title", "field.empty", severity=Severity.WARNING)

SECTIONS = """\
- {id: thong-bao, kind: news, title: {vi: Thông báo, en: Announcements}}
- {id: van-ban, kind: documents, title: {vi: Văn bản, en: Documents}}
"""


class HostError(Exception):
    """`mkdocs.yml` cannot be used."""


class PortRefused(Exception):
    """The port cannot be had."""

    is_taken = True


@dataclass(frozen=True)
class Voice:
    """How a preview speaks."""

    language: str
    word: Callable[..., str]


@dataclass(frozen=True)
class BuildRequest:
    """What `host.build` is asked for."""

    config_file: Path
    content: Path | None
    site_dir: Path
    cache_dir: Path | None
    strict: bool
    hand_over: bool = False


@dataclass(frozen=True)
class BuildReport:
    """What `host.build` answers."""

    problems: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()
    pages: int = 1
    seconds: float = 1.25
    failed: bool = False
    next_due: tuple[dt.datetime, str, str] | None = None
    files: Mapping[str, Output] = field(default_factory=lambda: {"index.html": output(b"new")})
    remember: Callable[[], None] | None = None


def write_page(request: BuildRequest, progress: Progress) -> BuildReport:
    """A build that works."""
    progress("render", 1, 1)
    return BuildReport()


@dataclass
class FakeHost:
    """The host and the checker; a test sets what they do and reads what they were given."""

    building: Callable[[BuildRequest, Progress], BuildReport] = write_page
    problems: tuple[Problem, ...] = ()
    requests: list[BuildRequest] = field(default_factory=list)
    served: list[tuple[object, ...]] = field(default_factory=list)
    checked: list[tuple[Path, ...]] = field(default_factory=list)

    def modules(self) -> dict[str, ModuleType]:
        """The modules that commands find in place of the real ones."""
        host, preview, checking = ModuleType(HOST), ModuleType(PREVIEW), ModuleType(CHECKING)
        vars(host).update(BuildRequest=BuildRequest, HostError=HostError)
        vars(host).update(build=self._build, load_workplace=self._load_workplace)
        vars(preview).update(serve=self._serve, Voice=Voice, PortRefused=PortRefused)
        vars(checking).update(check=self._check)
        return {HOST: host, PREVIEW: preview, CHECKING: checking}

    def _build(self, request: BuildRequest, progress: Progress) -> BuildReport:
        self.requests.append(request)
        return self.building(request, progress)

    def _serve(self, *given: object) -> None:
        self.served.append(given)

    def _load_workplace(self, config: Path, content: Path | None) -> SimpleNamespace:
        settings = SimpleNamespace(languages=LANGUAGES)
        return SimpleNamespace(
            settings=settings,
            content=content or config.parent / "content",
            cache=config.parent / ".cache",
            site=config.parent / "site",
        )

    def _check(self, _content: Path, _settings: object, only: tuple[Path, ...], _cache: Path) -> tuple[Problem, ...]:
        self.checked.append(only)
        return self.problems


def install(host: FakeHost) -> None:
    """Puts the stand-ins in place for the rest of this process; for scripts run apart from pytest."""
    sys.modules.update(host.modules())


def make_portal(root: Path) -> Path:
    """A portal with two sections and no items."""
    data = root / "content" / "_data"
    data.mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (data / "sections.yml").write_text(SECTIONS, encoding="utf-8")
    (data / "tags.yml").write_text("[]\n", encoding="utf-8")
    return root
