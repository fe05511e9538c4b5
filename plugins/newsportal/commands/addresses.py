"""Where a portal is, by a plain `mkdocs.yml`: to load MkDocs for three words takes longer than to read a day's log."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml

_PORTAL = "newsportal"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Address:
    """The path a site lies under, its host, and the folder it is built into."""

    prefix: str
    host: str
    site: Path


def plain_address(config_file: Path) -> Address | None:
    """What a configuration says in plain words; None where MkDocs has to be asked: it takes words from elsewhere
    (`INHERIT`, `!ENV`), leaves some out or is wrong."""
    try:
        config = yaml.load(config_file.read_bytes(), _LOADER)
    except (OSError, ValueError, yaml.YAMLError):
        return None
    if not isinstance(config, Mapping) or "INHERIT" in config or not _has_portal(config.get("plugins")):
        return None
    url, site = config.get("site_url"), config.get("site_dir", "site")
    if not (isinstance(url, str) and isinstance(site, str) and site):
        return None
    return _address(url, config_file.parent / site)


def _has_portal(plugins: object) -> bool:
    if not isinstance(plugins, list | Mapping):
        return False
    return any(plugin == _PORTAL or (isinstance(plugin, Mapping) and _PORTAL in plugin) for plugin in plugins)


def _address(url: str, site: Path) -> Address | None:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return Address(parts.path.rstrip("/") + "/", host, Path(os.path.abspath(site)))
