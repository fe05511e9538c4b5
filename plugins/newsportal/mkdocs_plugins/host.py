"""MkDocs run from the portal's own commands."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from newsportal.mkdocs_plugins.pages import files_below
from newsportal.mkdocs_plugins.portal import PortalPlugin, cache_folder
from newsportal.model import Problem, Settings, Severity
from newsportal.outputs import Output
from newsportal.portal import Progress
from newsportal.precompress import compressed_twins


class HostError(Exception):
    """`mkdocs.yml` cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build and where; None stands for what `mkdocs.yml` says.

    With `hand_over` only what MkDocs writes itself comes to lie in `site_dir`; the rest is in the report.
    `preview_url` is the address of a live preview, which shows what is not published yet; empty for a site to publish.
    """

    config_file: Path
    content: Path | None
    site_dir: Path
    cache_dir: Path | None
    strict: bool
    hand_over: bool = False
    preview_url: str = ""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How it went. `next_due` is the next moment at which the site changes without an edit, the source, and how;
    `files` is the whole site by path, empty where there is none; `remember` keeps what was found out for the next
    process; None where that is known already, or was done."""

    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    pages: int
    seconds: float
    failed: bool
    next_due: tuple[dt.datetime, str, str] | None
    files: Mapping[str, Output] = field(default_factory=dict)
    remember: Callable[[], None] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Workplace:
    """What commands that do not build need to know of `mkdocs.yml`."""

    settings: Settings
    content: Path
    cache: Path
    site: Path


class _Collector(logging.Handler):
    """Keeps what MkDocs and its plugins warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _collected_warnings() -> Iterator[list[str]]:
    collector, logger = _Collector(), logging.getLogger("mkdocs")
    logger.addHandler(collector)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate


def build(request: BuildRequest, progress: Progress) -> BuildReport:
    """Builds into `site_dir`. Raises HostError where `mkdocs.yml` is at fault."""
    began = time.monotonic()
    handed: dict[str, Output] = {}
    with _collected_warnings() as warnings:
        config = load(request.config_file, request.content, request.cache_dir, site_dir=str(request.site_dir))
        plugin = _portal_plugin(config)
        plugin.progress, plugin.deliver = progress, handed.update if request.hand_over else None
        # MkDocs keeps the plugin for the next build of the process, with what the last one left on it.
        former = getattr(plugin, "portal", None)
        completed = _run(config, request.preview_url)
        portal = getattr(plugin, "portal", None)
    problems = portal.problems if portal and portal is not former else ()
    failed = not completed or (not request.preview_url and _has_failed(problems, warnings, request.strict))
    return BuildReport(
        problems=problems,
        warnings=tuple(warnings) if completed or not problems else (),
        pages=len(plugin.portal.plans) if completed else 0,
        seconds=time.monotonic() - began,
        failed=failed,
        next_due=_next_due(plugin) if completed else None,
        remember=plugin.remember if completed and request.hand_over else None,
        files={} if failed else _with_twins({**handed, **files_below(request.site_dir)}, plugin.portal.site.settings),
    )


def _with_twins(files: Mapping[str, Output], settings: Settings) -> Mapping[str, Output]:
    return {**files, **compressed_twins(files, settings.precompress)}


def _run(config: MkDocsConfig, preview_url: str) -> bool:
    """Whether the build went through; what stopped it was logged. A preview starts and stops plugins itself."""
    if preview_url:
        config.site_url = preview_url
        return _is_built(config, preview_url)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        return _is_built(config, None)
    finally:
        config.plugins.on_shutdown()


def _is_built(config: MkDocsConfig, serve_url: str | None) -> bool:
    try:
        mkdocs_build.build(config, serve_url=serve_url)
    except Abort:
        return False
    return True


def _has_failed(problems: tuple[Problem, ...], warnings: list[str], strict: bool) -> bool:
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    return errors or (strict and bool(problems or warnings))


def _next_due(plugin: PortalPlugin) -> tuple[dt.datetime, str, str] | None:
    change = plugin.portal.site.catalog.next_change
    return (change.at, f"{plugin.portal.root.name}/{change.path}", change.what) if change else None


def load_workplace(config_file: Path, content: Path | None, cache_dir: Path | None = None) -> Workplace:
    """Settings, content folder and cache of a portal. Raises HostError where `mkdocs.yml` is at fault."""
    config = load(config_file, content, cache_dir)
    plugin = _portal_plugin(config)
    cache = cache_dir or cache_folder(config, plugin.config)
    try:
        return Workplace(plugin.settings(config), Path(config.docs_dir), cache, Path(config.site_dir))
    except PluginError as error:
        raise HostError(f"{config_file}: {error}") from error


def load(config_file: Path, content: Path | None, cache_dir: Path | None, **options: Any) -> MkDocsConfig:
    """The configuration of a portal. Raises HostError where `mkdocs.yml` is at fault."""
    if content:
        options["docs_dir"] = str(content)
    with _collected_warnings() as said:
        try:
            config = load_config(str(config_file), **options)
        except (ConfigurationError, Abort) as error:
            raise HostError(f"{config_file}: {'; '.join(said) or error}") from error
    _portal_plugin(config).cache_dir = cache_dir
    return config


def _portal_plugin(config: MkDocsConfig) -> PortalPlugin:
    plugin = config.plugins.get("newsportal")
    if not isinstance(plugin, PortalPlugin):
        raise HostError(f"{config.config_file_path}: the plugin 'newsportal' is missing in the list of plugins")
    return plugin
