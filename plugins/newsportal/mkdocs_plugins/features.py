"""The plugins that switch on parts of the portal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from newsportal.mkdocs_plugins.assets import search_code
from newsportal.outputs import Job, mark_of
from newsportal.portal import Portal
from newsportal.views import Feature


class FeaturePlugin:
    """A part of the portal: its presence in `mkdocs.yml` switches `feature` on, and it may add files."""

    feature: ClassVar[Feature]

    def on_config(self, config: MkDocsConfig) -> None:
        """A part without the portal is a mistake worth a clear word."""
        if "newsportal" not in config.plugins:
            raise PluginError(
                f"newsportal/{self.feature} needs the plugin 'newsportal' in the list of plugins, above it"
            )

    def jobs(self, portal: Portal) -> Iterable[Job]:
        """The files of this part."""
        return ()


class NoOptions(base.Config):
    """For parts without options."""


class TagsPlugin(FeaturePlugin, BasePlugin[NoOptions]):
    """`newsportal/tags`: a page for every tag, and one for all of them."""

    feature = Feature.TAGS


class FeedsOptions(base.Config):
    """Options of `newsportal/feeds`."""

    limit = c.Type(int, default=30)
    """Items in a feed."""


class FeedsPlugin(FeaturePlugin, BasePlugin[FeedsOptions]):
    """`newsportal/feeds`: RSS, Atom and JSON feeds of everything, each section and each tag."""

    feature = Feature.FEEDS

    def jobs(self, portal: Portal) -> Iterable[Job]:
        """All feeds of all languages."""
        from newsportal.feeds.files import feed_files  # noqa: PLC0415  (it loads two XML libraries)

        return feed_files(portal.site)


class SearchPlugin(FeaturePlugin, BasePlugin[NoOptions]):
    """`newsportal/search`: search pages, the index of each language, and the code that reads it.

    The indexes themselves are made in `Production`, beside the pages.
    """

    feature = Feature.SEARCH
    theme: Path

    def on_config(self, config: MkDocsConfig) -> None:
        """Notes where the code lies."""
        super().on_config(config)
        self.theme = Path(config.theme.custom_dir or ".")

    def jobs(self, portal: Portal) -> Iterable[Job]:
        """The code."""
        try:
            files = search_code(self.theme)
        except FileNotFoundError as error:
            raise PluginError(f"newsportal/search needs the file {error}; it comes with the portal's theme") from error
        key = mark_of(b"".join(files.values()))
        return [Job(tuple(files), key, lambda: tuple(files.values()))]
