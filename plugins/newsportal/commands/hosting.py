"""Calling MkDocs' side of the portal. It is loaded only when it is called: `--help` and wrong usage stay quick."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newsportal.commands.console import CommandError, Console
from newsportal.commands.places import existing_config, existing_content

if TYPE_CHECKING:
    from newsportal.mkdocs_plugins.host import BuildReport, Workplace
    from newsportal.mkdocs_plugins.preview import Publish


def build(options: argparse.Namespace, folder: Path, console: Console) -> BuildReport:
    """Builds into `folder`, with progress on the console."""
    from newsportal.mkdocs_plugins.host import BuildRequest, build

    config, content, cache = _places(options)
    request = BuildRequest(
        config_file=config, content=content, site_dir=folder, cache_dir=cache, strict=options.strict, hand_over=True
    )
    with _usable_config():
        try:
            return build(request, console.progress)
        finally:
            console.end_progress()


def serve(options: argparse.Namespace, site: Path, publish: Publish, console: Console) -> None:
    """Serves the working tree from the folder `site` until interrupted."""
    from newsportal.mkdocs_plugins.preview import PortRefused, Voice, serve

    config, content, cache = _places(options)
    voice = Voice(console.language, console.word)
    try:
        with _usable_config():
            serve(config, content, options.port, cache, site, publish, voice)
    except PortRefused as error:
        word = "serve.taken" if error.is_taken else "serve.refused"
        raise CommandError(word, port=options.port, detail=error) from error


def workplace(options: argparse.Namespace) -> Workplace:
    """Settings and folders, for commands that do not build."""
    from newsportal.mkdocs_plugins.host import load_workplace

    config, content, _ = _places(options)
    with _usable_config():
        return load_workplace(config, content)


def _places(options: argparse.Namespace) -> tuple[Path, Path | None, Path | None]:
    """Configuration, content and cache as absolute paths; None leaves the choice to the configuration."""
    cache = getattr(options, "cache_dir", None)
    return existing_config(options.config_file), existing_content(options.content), cache and cache.resolve()


@contextmanager
def _usable_config() -> Iterator[None]:
    """Turns a fault of the configuration into words for the person at the terminal."""
    from newsportal.mkdocs_plugins.host import HostError

    try:
        yield
    except HostError as error:
        raise CommandError("config", detail=error) from error
