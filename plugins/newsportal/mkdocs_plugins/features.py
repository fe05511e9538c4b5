"""The plugins that switch on parts of the portal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from newsportal.feeds.files import feed_files
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

    def contribute(self, portal: Portal) -> Mapping[str, bytes]:
        """Path in the site → bytes."""
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
