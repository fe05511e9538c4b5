"""The plugin's options in `mkdocs.yml`, and the settings they make."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from newsportal.languages import LANGUAGES
from newsportal.model import Agency, Link, Markdown, Settings
from newsportal.precompress import FORMATS
from newsportal.text import ZONE, parse_moment

_TAGGING_ENTITY = re.compile(r"[\w.@-]+,\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


class _Text(base.BaseConfigOption[dict[str, str]]):
    """Text in every language of the portal: `{vi: …, en: …}`, or one text for all."""

    def __init__(self, optional: bool = False) -> None:
        super().__init__()
        self.optional = optional

    def run_validation(self, value: object) -> dict[str, str]:
        """The text keyed by language code."""
        codes = [language.code for language in LANGUAGES]
        if value is None and self.optional:
            return dict.fromkeys(codes, "")
        if value is None:
            raise ValidationError("is missing")
        if isinstance(value, str):
            return dict.fromkeys(codes, value)
        if not isinstance(value, Mapping) or not all(isinstance(text, str) for text in value.values()):
            raise ValidationError(f"must be a text or a mapping of {', '.join(codes)} to texts")
        missing = [code for code in codes if code not in value]
        if missing:
            raise ValidationError(f"lacks the language(s) {', '.join(missing)}")
        return {code: str(value[code]) for code in codes}


class LinkOptions(base.Config):
    """One of `agency.links`."""

    title = _Text()
    url = c.URL()


class AgencyOptions(base.Config):
    """`agency`: who publishes."""

    name = _Text()
    """Full name of the agency, shown in header and footer."""
    parent = _Text(optional=True)
    """The body it belongs to, shown above the name."""
    address = _Text(optional=True)
    """Postal address."""
    responsible = _Text(optional=True)
    """The person responsible for the content."""
    phone = c.Type(str, default="")
    """Telephone number."""
    email = c.Type(str, default="")
    """E-mail address."""
    links = c.ListOfItems(c.SubConfig(LinkOptions), default=[])
    """Links to other sites in the footer: title and url."""


class PortalOptions(base.Config):
    """Options of the plugin `newsportal`."""

    title = _Text()
    """Name of the portal, shown in page titles."""
    agency = c.SubConfig(AgencyOptions)
    """Who publishes: name, parent, address and so on."""
    feed_authority = c.Type(str, default="")
    """`domain,year` in the permanent ids of feeds; never change it. Default: the host of `site_url` and 2026."""
    page_size = c.Type(int, default=20)
    """Items on a page of a list."""
    home_latest = c.Type(int, default=8)
    """Items in "latest" on the home page."""
    home_per_section = c.Type(int, default=5)
    """Items of each section on the home page."""
    related = c.Type(int, default=4)
    """Related items below an article, at most."""
    image_widths = c.ListOfItems(c.Type(int), default=[320, 480, 800, 1200, 1600])
    """Widths of the copies made of each photo, in pixels."""
    image_quality = c.Type(int, default=80)
    """WebP quality of those copies, 1 to 100."""
    precompress = c.ListOfItems(c.Choice(FORMATS), default=[])
    """Compressed copies beside text files for the web server to hand out: `gzip` (`.gz`), `brotli` (`.br`)."""
    build_time = c.Type(str, default="")
    """The moment the site is built for; default: now, or SOURCE_DATE_EPOCH."""
    cache_dir = c.Type(str, default=".cache")
    """What builds remember, relative to `mkdocs.yml`; safe to delete."""
    uncached_plugins = c.ListOfItems(c.Type(str), default=[])
    """Other plugins whose pages must be made anew at every build: they show the time, say, or something from afar."""


def build_time(given: str) -> dt.datetime:
    """The time of the build: as given, or SOURCE_DATE_EPOCH, or now. Raises ValueError for what is no moment."""
    if given:
        moment = parse_moment(given)
        return moment if isinstance(moment, dt.datetime) else dt.datetime.combine(moment, dt.time(), ZONE)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), ZONE) if epoch else dt.datetime.now(ZONE)


def settings_from(config: MkDocsConfig, options: PortalOptions, feed_size: int, preview: bool) -> Settings:
    """The core's settings from `mkdocs.yml`; raises PluginError for what the schema cannot see."""
    if not config.site_url:
        raise PluginError("newsportal: 'site_url' is missing in mkdocs.yml; feeds and site maps need whole addresses")
    return Settings(
        site_url=config.site_url,
        site_name=options.title,
        agency=_agency(options.agency),
        build_time=_build_time(options),
        feed_authority=_authority(options.feed_authority, config.site_url),
        preview=preview,
        page_size=_within("page_size", options.page_size, 1),
        feed_size=_within("limit", feed_size, 1),
        home_latest=_within("home_latest", options.home_latest, 0),
        home_per_section=_within("home_per_section", options.home_per_section, 0),
        related=_within("related", options.related, 0),
        image_widths=tuple(sorted({_within("image_widths", width, 1) for width in options.image_widths})),
        image_quality=_within("image_quality", options.image_quality, 1, 100),
        precompress=tuple(name for name in FORMATS if name in options.precompress),
        markdown=Markdown(tuple(config.markdown_extensions), _plain(config.mdx_configs)),
    )


def _build_time(options: PortalOptions) -> dt.datetime:
    try:
        return build_time(options.build_time)
    except ValueError as error:
        raise PluginError(f"newsportal: build_time: {error}") from error


def _within(name: str, value: int, lowest: int, highest: int | None = None) -> int:
    if value < lowest:
        raise PluginError(f"newsportal: {name} must be at least {lowest}, not {value}")
    if highest is not None and value > highest:
        raise PluginError(f"newsportal: {name} must be at most {highest}, not {value}")
    return value


def _plain(configs: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {name: dict(values or {}) for name, values in configs.items()}


def _authority(given: str, site_url: str) -> str:
    """The part of `tag:` URIs that says who names things and since when (RFC 4151)."""
    if given and not _TAGGING_ENTITY.fullmatch(given):
        raise PluginError(f"newsportal: feed_authority must look like khcn.example,2026, not {given!r}")
    return given or f"{urlsplit(site_url).hostname},2026"


def _agency(options: AgencyOptions) -> Agency:
    return Agency(
        name=options.name,
        parent=options.parent,
        address=options.address,
        responsible=options.responsible,
        phone=options.phone,
        email=options.email,
        links=tuple(Link(link.title, link.url) for link in options.links),
    )
