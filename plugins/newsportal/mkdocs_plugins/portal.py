"""The plugin `newsportal`: content, pages and languages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from newsportal import SITE_MARKER, __version__, media
from newsportal.cache import FormerBuild, begun, program_mark
from newsportal.languages.problems import describe
from newsportal.linting import RULES
from newsportal.mkdocs_plugins import foreign, templates
from newsportal.mkdocs_plugins.assets import Assets, collect
from newsportal.mkdocs_plugins.compiled import CompiledTemplates, load_all, translated
from newsportal.mkdocs_plugins.features import DocumentsPlugin, FeaturePlugin, FeedsPlugin, VisitsPlugin
from newsportal.mkdocs_plugins.memory import BuildMemory
from newsportal.mkdocs_plugins.options import PortalOptions, settings_from
from newsportal.mkdocs_plugins.pagemaker import page_values
from newsportal.mkdocs_plugins.pages import PortalPage, data_file, files_below, foreign_plan, page_file, write_outputs
from newsportal.mkdocs_plugins.sitefiles import SiteFiles
from newsportal.model import Problem, Settings
from newsportal.outputs import Output, mark_of_value
from newsportal.portal import Portal, Progress, Workshop, assemble
from newsportal.precompress import compressed_twins
from newsportal.views import Feature

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

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

    `progress`, `cache_dir` and `deliver` are set by the portal's own commands before they build: `deliver` takes the
    files that otherwise are written into MkDocs' site folder, and `remember` is left to be called: it keeps the
    findings for the next process.
    """

    is_portal = True
    portal: Portal
    files: SiteFiles
    assets: Assets
    progress: Progress | None = None
    cache_dir: Path | None = None
    deliver: Callable[[Mapping[str, Output]], None] | None = None
    remember: Callable[[], None] | None = None
    preview = False
    builds = 0
    memory: BuildMemory | None = None
    kept: FormerBuild
    workshop: Workshop
    env: jinja2.Environment
    known_templates: Callable[[], Mapping[str, bytes]]
    compiled: CompiledTemplates
    theme_dirs: tuple[str, ...] = ()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """`mkdocs serve` shows drafts and scheduled items, marked."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads, checks and renders the content; errors end the build before the old site is touched."""
        folder = self.cache_dir or cache_folder(config, self.config)
        kept = FormerBuild(folder, mark_of_value((config.docs_dir, self.preview)), program_mark())
        is_next = self.preview and self.builds and kept == self.kept
        former = (self.memory if is_next else kept.read()) or BuildMemory()
        self.workshop = replace(Workshop.at(folder), former=former.portal)
        self.assets = collect(Path(config.theme.custom_dir or "."))
        self.known_templates = self._translated(config, former.templates)
        self.portal = self._assembled(config)
        self._report()
        former = replace(former, records={}) if self._has_uncached(config) else former
        self.files = SiteFiles(self.portal, self.workshop, former, config, self.assets.addresses)
        self.kept = kept
        config.nav = []
        config.theme.static_templates -= set(_OWN_TEMPLATES)
        self.theme_dirs = tuple(config.theme.dirs)
        if config.theme.custom_dir:
            # MkDocs lists all files of a theme, thousands of icons in this case, and none is published as it is.
            config.theme.dirs = [config.theme.custom_dir]
        return config

    def _assembled(self, config: MkDocsConfig) -> Portal:
        visits = _visits(config)
        return assemble(
            Path(config.docs_dir),
            self.settings(config),
            features(config),
            self.workshop,
            **({"progress": self.progress} if self.progress else {}),
            statistics=visits.statistics(config) if visits else None,
        )

    def settings(self, config: MkDocsConfig) -> Settings:
        """The core's settings for this build."""
        feeds = [plugin for plugin in config.plugins.values() if isinstance(plugin, FeedsPlugin)]
        limit, visits = feeds[0].config.limit if feeds else 30, _visits(config)
        made = settings_from(config, self.config, limit, self.preview)
        documents = config.plugins.get("newsportal/documents")
        if isinstance(documents, DocumentsPlugin):
            made = replace(made, **documents.settings())
        else:
            made = replace(made, lint_off=RULES)
        return replace(made, counter=visits.config.counter) if visits else made

    def _has_uncached(self, config: MkDocsConfig) -> bool:
        """Whether a plugin is at work whose output must not be kept; names that no plugin has are told."""
        named = self.config.uncached_plugins
        for problem in foreign.unknown_plugins(named, config):
            log.warning(describe(problem, self.portal.site.settings.primary.code))
        return not set(named).isdisjoint(config.plugins)

    def _report(self) -> None:
        """Errors end a build; a preview goes on without the items concerned and says so on every page."""
        if self.portal.errors and not self.preview:
            raise ContentProblems(self.portal.problems, self.portal.site.settings.primary.code)
        if self.progress is None:
            for problem in self.portal.problems:
                log.warning(describe(problem, self.portal.site.settings.primary.code))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """What MkDocs is to write: small files, what is not the portal's business, and pages others have a hand in."""
        portal = self.portal
        photos = portal.published_media()
        for problem in media.ensure(photos, portal.root / "media", self.workshop.media, portal.site.settings):
            log.warning(describe(problem, portal.site.settings.primary.code))
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
        yield data_file(SITE_MARKER, f"newsportal {__version__}\n", config)
        for path, content in self.assets.files.items():
            yield data_file(path, content, config)
        if foreign.wants_pages(config):
            for plan in self.files.pages_to_make():
                yield page_file(plan, portal, config)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Filters and strictness for the portal's templates."""
        here = [env.loader] if env.loader else []  # with the folders that other plugins have added
        env.loader = jinja2.ChoiceLoader([*here, jinja2.FileSystemLoader(self.theme_dirs)])
        self.compiled = CompiledTemplates(foreign.foreign_mark(config), self.known_templates())
        env.bytecode_cache = self.compiled
        self.env = templates.prepare(env, self.portal.site.settings, self.assets.addresses)
        return self.env

    def _translated(self, config: MkDocsConfig, known: Mapping[str, bytes]) -> Callable[[], Mapping[str, bytes]]:
        """The code of templates: that of the last build, or made while the content is read. Where other plugins have a
        hand in templates these are translated when all hands have been laid on."""
        if known or not config.theme.custom_dir or foreign.wants_pages(config):
            return lambda: known
        env = templates.prepare(config.theme.get_env(), self.settings(config), self.assets.addresses)
        return begun(partial(translated, env, foreign.foreign_mark(config), Path(config.theme.custom_dir)))

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The page's view, with the text as other plugins left it."""
        plan = page.plan if isinstance(page, PortalPage) else foreign_plan(page, self.portal)
        values = page_values(self.portal, plan, page.content or "")
        return {**context, **values}  # type: ignore[typeddict-item]

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Makes what is left to be made, remembers it, and hands it over or writes it."""
        site = Path(config.site_dir)
        made = site if foreign.wants_pages(config) else None
        if not self.files.former.templates and config.theme.custom_dir:
            load_all(self.env, Path(config.theme.custom_dir))
        outputs, memory = self.files.make(self.env, feature_plugins(config), made)
        for problem in self.files.lost:
            log.warning(describe(problem, self.portal.site.settings.primary.code))
        self.memory = replace(memory, templates=self.compiled.all())
        # A preview has it in memory, and may run code that is no longer on the disk.
        is_new = not (self.preview and self.builds) and self.memory != self.files.former
        self.remember = partial(self.kept.write, self.memory) if is_new else None
        self.builds += 1
        self.workshop.store.finish(self.memory.marks(), self.kept.kind)
        if self.deliver:
            self.deliver(outputs)
        else:
            if self.remember:
                self.remember()
            write_outputs(site, outputs)
            if self.config.precompress:
                write_outputs(site, compressed_twins(files_below(site), self.portal.site.settings.precompress))

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


def _visits(config: MkDocsConfig) -> VisitsPlugin | None:
    found = config.plugins.get("newsportal/visits")
    return found if isinstance(found, VisitsPlugin) else None


def features(config: MkDocsConfig) -> frozenset[Feature]:
    """What those parts are."""
    return frozenset(plugin.feature for plugin in feature_plugins(config))
