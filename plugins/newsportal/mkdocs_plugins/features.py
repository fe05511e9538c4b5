"""The plugins that switch on parts of the portal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from newsportal.feeds.files import feed_files
from newsportal.mkdocs_plugins.assets import search_code
from newsportal.portal import Portal
from newsportal.search import Index, index_files, make_index, search_items
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

    def contribute(self, portal: Portal) -> Mapping[str, bytes]:
        """Path in the site → bytes, for files that MkDocs and other plugins get to see."""
        return {}

    def contribute_in_bulk(self, portal: Portal) -> Mapping[str, bytes]:
        """Path in the site → bytes, for files by the thousand, which are written when all else is done."""
        return {}


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

    def contribute(self, portal: Portal) -> Mapping[str, bytes]:
        """All feeds of all languages."""
        return feed_files(portal.site)


class SearchPlugin(FeaturePlugin, BasePlugin[NoOptions]):
    """`newsportal/search`: search pages, the index of each language, and the code that reads it.

    A preview's next build starts from the last one's indexes, which spares it work and changes nothing in the result.
    """

    feature = Feature.SEARCH
    theme: Path
    indexes: Mapping[str, Index]

    def __init__(self) -> None:
        self.indexes = {}

    def on_config(self, config: MkDocsConfig) -> None:
        """Notes where the code lies."""
        super().on_config(config)
        self.theme = Path(config.theme.custom_dir or ".")

    def contribute_in_bulk(self, portal: Portal) -> Mapping[str, bytes]:
        """All files below `search/`."""
        site, former = portal.site, self.indexes
        self.indexes = {
            language.code: make_index(search_items(site, language), language.code, former.get(language.code))
            for language in site.settings.languages
        }
        files = dict(self._code())
        for language in site.settings.languages:
            files |= index_files(self.indexes[language.code], site, language)
        return files

    def _code(self) -> Mapping[str, bytes]:
        try:
            return search_code(self.theme)
        except FileNotFoundError as error:
            raise PluginError(f"newsportal/search needs the file {error}; it comes with the portal's theme") from error
