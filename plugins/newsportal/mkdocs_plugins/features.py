"""The plugins that switch on parts of the portal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from newsportal import media
from newsportal.content.nearest import nearest
from newsportal.linting import RULES
from newsportal.mkdocs_plugins.assets import search_code
from newsportal.model import Counter, CounterKind, MediaFile, Problem, Severity, Statistics
from newsportal.outputs import Job, mark_of
from newsportal.pdf.files import lost_pdfs, pdf_files
from newsportal.portal import Portal, Workshop
from newsportal.register import register_files
from newsportal.views import Feature
from newsportal.visits.statsfile import STATS_FILE, Damaged, decode


class FeaturePlugin:
    """A part of the portal: its presence in `mkdocs.yml` switches `feature` on, and it may add files."""

    feature: ClassVar[Feature]

    def on_config(self, config: MkDocsConfig) -> None:
        """A part without the portal is a mistake worth a clear word."""
        if "newsportal" not in config.plugins:
            raise PluginError(
                f"newsportal/{self.feature} needs the plugin 'newsportal' in the list of plugins, above it"
            )

    def jobs(self, portal: Portal, workshop: Workshop) -> Iterable[Job]:
        """The files of this part."""
        return ()

    def lost(self, portal: Portal, empty: Iterable[str]) -> Iterable[Problem]:
        """What to tell of files that could not be made; `empty` are the paths of all jobs' files that are so."""
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

    def jobs(self, portal: Portal, workshop: Workshop) -> Iterable[Job]:
        """All feeds of all languages."""
        from newsportal.feeds.files import feed_files  # noqa: PLC0415  (it loads two XML libraries)

        return feed_files(portal.site)


class _Rule(base.BaseConfigOption[str]):
    """The name of a rule for documents."""

    def run_validation(self, value: object) -> str:
        """The name; one that is none gives the rule that was probably meant."""
        if value in RULES:
            return str(value)
        meant = nearest(str(value), RULES)
        hint = f"did you mean {meant!r}?" if meant else f"the rules are {', '.join(RULES)}"
        raise ValidationError(f"there is no rule {value!r}; {hint}")


class DocumentsOptions(base.Config):
    """Options of `newsportal/documents`."""

    database = c.Type(str, default="")
    """Where to look up documents that are not on the portal: an address with {number} in the place of the number."""

    pdf = c.Type(bool, default=False)
    """Offer each document as PDF besides, laid out as NĐ 30/2020/NĐ-CP has it."""

    lint_off = c.ListOfItems(_Rule(), default=[])
    """Rules for documents that are switched off, by the codes of their problems: `[document.end]`."""


class DocumentsPlugin(FeaturePlugin, BasePlugin[DocumentsOptions]):
    """`newsportal/documents`: what documents cite and where they are cited, their register, rules for their form."""

    feature = Feature.DOCUMENTS

    def on_config(self, config: MkDocsConfig) -> None:
        """The database's address must be one."""
        super().on_config(config)
        parts = urlsplit(self.config.database)
        if self.config.database and (parts.scheme not in ("http", "https") or "{number}" not in self.config.database):
            raise PluginError(
                "newsportal/documents: 'database' must be a web address with {number} in it, "
                f"not {self.config.database!r}"
            )

    def settings(self) -> Mapping[str, Any]:
        """The core's settings that these options are."""
        chosen = self.config
        off = tuple(sorted(set(chosen.lint_off)))
        return {"database": chosen.database, "document_pdfs": chosen.pdf, "lint_off": off}

    def jobs(self, portal: Portal, workshop: Workshop) -> Iterable[Job]:
        """The files of registers, and documents as PDF."""
        settings, root = portal.site.settings, portal.root / "media"

        def photo(found: MediaFile) -> bytes:
            return media.fetch(found, found.address, root, workshop.media, settings)

        pdfs = pdf_files(portal.site, photo) if self.config.pdf else ()
        return (*register_files(portal.site), *pdfs)

    def lost(self, portal: Portal, empty: Iterable[str]) -> Iterable[Problem]:
        """Documents of which no PDF could be made."""
        return lost_pdfs(portal.site, portal.root.name, empty)


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

    def jobs(self, portal: Portal, workshop: Workshop) -> Iterable[Job]:
        """The code."""
        try:
            files = search_code(self.theme)
        except FileNotFoundError as error:
            raise PluginError(f"newsportal/search needs the file {error}; it comes with the portal's theme") from error
        key = mark_of(b"".join(files.values()))
        return [Job(tuple(files), key, lambda: tuple(files.values()))]


class _Counter(base.BaseConfigOption[Counter | None]):
    """A counter of the operator's own: `{kind: goatcounter, url: https://…}`, or nothing."""

    def __init__(self, optional: bool = True) -> None:
        super().__init__()
        self.optional = optional

    def run_validation(self, value: object) -> Counter | None:
        """The counter; None where none is given."""
        if value is None and self.optional:
            return None
        kinds = ", ".join(CounterKind)
        if not isinstance(value, Mapping) or value.keys() != {"kind", "url"}:
            raise ValidationError(f"must be a mapping with 'kind' (one of {kinds}) and 'url'")
        if value["kind"] not in tuple(CounterKind):
            raise ValidationError(f"kind must be one of {kinds}, not {value['kind']!r}")
        return Counter(CounterKind(value["kind"]), _counter_url(value["url"]))


def _counter_url(value: object) -> str:
    """Pages of a public body ask nobody by an open line, and the policy that allows it needs a whole address."""
    parts = urlsplit(value if isinstance(value, str) else "")
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValidationError(f"url must be like https://counter.example, not {value!r}")
    return parts.geturl()


class VisitsOptions(base.Config):
    """Options of `newsportal/visits`."""

    store = c.Type(str, default=".visits")
    """Where `visits.py` keeps the figures, relative to `mkdocs.yml`."""
    counter = _Counter(optional=True)
    """A counter for hosts that give no access logs: `kind` (`goatcounter`) and `url`; off where it is not given."""


class VisitsPlugin(FeaturePlugin, BasePlugin[VisitsOptions]):
    """`newsportal/visits`: the statistics pages, the footer's figures, and what is read most."""

    feature = Feature.VISITS

    def statistics(self, config: MkDocsConfig) -> Statistics | Problem | None:
        """The figures that `visits.py publish` left; None before it did, and a warning where they cannot be used."""
        try:
            return decode(self.file(config).read_bytes())
        except FileNotFoundError:
            return None
        except (Damaged, OSError) as error:
            shown, detail = f"{self.config.store}/{STATS_FILE}", str(getattr(error, "strerror", None) or error)
            return Problem(shown, 1, "file", "visits.damaged", (("detail", detail),), Severity.WARNING)

    def file(self, config: MkDocsConfig) -> Path:
        """Where the figures are."""
        base = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        return base / self.config.store / STATS_FILE
