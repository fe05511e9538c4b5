"""The portal as a contender: the repository's configuration with other places in it, and the commands to run."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from common.errors import BenchError
from common.places import REPOSITORY

Config = dict[str, Any]

_DOCUMENTS = "newsportal/documents"


def read_config() -> Config:
    """The repository's `mkdocs.yml`, but for PDFs, which nobody else makes; its templates stay where they are."""
    config: Config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["plugins"] = [_without_pdfs(each) for each in config["plugins"]]
    config["theme"]["custom_dir"] = str(REPOSITORY / config["theme"]["custom_dir"])
    return config


def without(config: Config, part: str) -> Config:
    """A configuration that lacks a part of the portal; BenchError where it lacks it already."""
    plugins = [each for each in config["plugins"] if plugin_names((each,)) != {part}]
    if len(plugins) == len(config["plugins"]):
        raise BenchError(f"mkdocs.yml does not switch on {part}")
    return {**config, "plugins": plugins}


def _without_pdfs(plugin: Any) -> Any:
    return _DOCUMENTS if plugin_names((plugin,)) == {_DOCUMENTS} else plugin


def write_config(target: Path, config: Config) -> Path:
    """Writes a configuration; what it names by a relative path is beside `target`."""
    target.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return target


def plugin_names(plugins: Iterable[Any]) -> set[str]:
    """The names in a list of plugins, each with options or without."""
    return {name for each in plugins for name in (each if isinstance(each, dict) else (each,))}


def command(name: str, **options: Path | str | int) -> tuple[str, ...]:
    """A command of the portal in a process of its own: `config_file=…` is the option --config-file."""
    given = (part for option, value in options.items() for part in (f"--{option.replace('_', '-')}", str(value)))
    return (sys.executable, "-P", "-m", "newsportal", name, "--lang", "en", *given)
