"""The plugin `newsportal`: content, pages and languages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from newsportal import SITE_MARKER, __version__, media
from newsportal.languages.problems import describe
from newsportal.media import MediaCache
from newsportal.mkdocs_plugins import templates
from newsportal.mkdocs_plugins.assets import Assets, collect
from newsportal.mkdocs_plugins.features import FeaturePlugin, FeedsPlugin
from newsportal.mkdocs_plugins.options import PortalOptions, settings_from
from newsportal.mkdocs_plugins.pages import PortalPage, data_file, foreign_plan, page_file, write_files
from newsportal.model import MediaFile, Problem, Settings
from newsportal.portal import Portal, Progress, assemble
from newsportal.views import Feature, output_file, redirect_plan, view

log = logging.getLogger("mkdocs.plugins.newsportal")

_NOT_COPIED = ("_data/", "media/")
_THEME_SOURCES = ("styles/", "scripts/", "search/")
_OWN_TEMPLATES = ("404.html", "sitemap.xml")


class ContentProblems(PluginError):
    """The content has errors; nothing is published. `problems` has all of them."""

    def __init__(self, problems: tuple[Problem, ...], language: str) -> None:
        lines = "\n".join(describe(problem, language) for problem in problems)
        super().__init__(f"{len(problems)} problem(s) in the content:\n{lines}")
        self.problems = problems


class PortalPlugin(BasePlugin[PortalOptions]):
    """Hands the content to the core and the core's pages to MkDocs. A build's state is made in `on_config`, whole.

    `progress` and `cache_dir` are set by the portal's own commands before they build.
    """

    portal: Portal
    cache: MediaCache
    assets: Assets
    progress: Progress | None = None
    cache_dir: Path | None = None
    preview = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """`mkdocs serve` shows drafts and scheduled items, marked."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads, checks and renders the content; errors end the build before the old site is touched."""
        self.cache = MediaCache(self.cache_dir or cache_folder(config, self.config))
        root = Path(config.docs_dir)
        extra = {"progress": self.progress} if self.progress else {}
        self.assets = collect(Path(config.theme.custom_dir or "."))
        self.portal = assemble(root, self.settings(config), features(config), self.cache, **extra)
        self._report()
        config.nav = []
        config.theme.static_templates -= set(_OWN_TEMPLATES)
        return config

    def settings(self, config: MkDocsConfig) -> Settings:
        """The core's settings for this build."""
        feeds = [plugin for plugin in config.plugins.values() if isinstance(plugin, FeedsPlugin)]
        limit = feeds[0].config.limit if feeds else 30
        return settings_from(config, self.config, limit, self.preview)

    def _report(self) -> None:
        """Errors end a build; a preview goes on without the items concerned and says so on every page."""
        if self.portal.errors and not self.preview:
            raise ContentProblems(self.portal.problems, self.portal.site.settings.primary.code)
        if self.progress is None:
            for problem in self.portal.problems:
                log.warning(describe(problem, self.portal.site.settings.primary.code))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The site's files: planned pages, feeds, photos, assets, and what is not the portal's business."""
        return Files([*self._foreign(files, config), *self._made(config)])

    def _foreign(self, files: Files, config: MkDocsConfig) -> Iterator[File]:
        """Files of other plugins, of the theme's own folder, and plain files beside the language folders (CNAME)."""
        languages = tuple(f"{language.code}/" for language in self.portal.site.settings.languages)
        theme = config.theme.custom_dir or ""
        for file in files:
            of_theme = file.src_dir == theme and not file.src_uri.startswith(_THEME_SOURCES)
            of_docs = file.src_dir == config.docs_dir and not file.src_uri.startswith((*_NOT_COPIED, *languages))
            if file.generated_by or of_theme or (of_docs and not file.is_documentation_page()):
                yield file

    def _made(self, config: MkDocsConfig) -> Iterator[File]:
        portal = self.portal
        for plan in portal.plans:
            yield page_file(plan, portal, config)
        for redirect in portal.redirects:
            yield page_file(redirect_plan(redirect), portal, config)
        yield data_file(SITE_MARKER, f"newsportal {__version__}\n", config)
        for path, text in portal.machine_files().items():
            yield data_file(path, text, config)
        for plugin in feature_plugins(config):
            for path, content in plugin.contribute(portal).items():
                yield data_file(path, content, config)
        for path, content in self.assets.files.items():
            yield data_file(path, content, config)
        yield from self._media(config)

    def _media(self, config: MkDocsConfig) -> Iterator[File]:
        portal, root = self.portal, self.portal.root / "media"
        shown = portal.published_media()
        for problem in media.ensure(shown, root, self.cache, portal.site.settings):
            log.warning(describe(problem, portal.site.settings.primary.code))
        for found in shown:
            for address in media.files_of(found):
                yield self._media_file(found, address, root, config)

    def _media_file(self, found: MediaFile, address: str, root: Path, config: MkDocsConfig) -> File:
        content = media.read(found, address, root, self.cache, self.portal.site.settings)
        path = output_file(address)
        if isinstance(content, bytes):
            return data_file(path, content, config)
        return File.generated(config, path, abs_src_path=str(content), inclusion=InclusionLevel.NOT_IN_NAV)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Filters and strictness for the portal's templates."""
        return templates.prepare(env, self.portal.site.settings, self.assets.addresses)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The page's view, with the text as other plugins left it."""
        plan = page.plan if isinstance(page, PortalPage) else foreign_plan(page, self.portal)
        values: dict[str, Any] = {
            "view": view(self.portal.site, plan),
            "language": plan.language,
            "labels": plan.language.labels,
            "text": page.content or "",
            "problems": len(self.portal.problems),
        }
        return {**context, **values}  # type: ignore[typeddict-item]

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes what is too much to be carried through MkDocs file by file."""
        for plugin in feature_plugins(config):
            write_files(Path(config.site_dir), plugin.contribute_in_bulk(self.portal))

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Templates, styles and scripts are watched like content."""
        if config.theme.custom_dir:
            server.watch(config.theme.custom_dir)
        return server


def cache_folder(config: MkDocsConfig, options: PortalOptions) -> Path:
    """Where builds remember things: relative to `mkdocs.yml`."""
    base = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return base / options.cache_dir


def feature_plugins(config: MkDocsConfig) -> list[FeaturePlugin]:
    """The parts of the portal that `mkdocs.yml` switches on."""
    return [plugin for plugin in config.plugins.values() if isinstance(plugin, FeaturePlugin)]


def features(config: MkDocsConfig) -> frozenset[Feature]:
    """What those parts are."""
    return frozenset(plugin.feature for plugin in feature_plugins(config))
