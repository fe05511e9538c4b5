"""`serve.py`: live preview of the working tree."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsportal.commands.console import CommandError, Console
from newsportal.commands.hosting import serve, workplace
from newsportal.commands.places import keep_apart
from newsportal.commands.publish import publish, staged

if TYPE_CHECKING:
    from newsportal.mkdocs_plugins.host import BuildReport

_LAST_PORT = 65535


def run(options: argparse.Namespace, console: Console) -> int:
    """Serves until interrupted."""
    if not 1 <= options.port <= _LAST_PORT:
        raise CommandError("serve.port", 2)
    portal = workplace(options)
    keep_apart(options.cache_dir or portal.cache, portal.content, portal.site)
    with tempfile.TemporaryDirectory(prefix="newsportal_") as folder:
        place = Path(folder).resolve()
        site = place / "site"
        site.mkdir()

        def renew(build: Callable[[Path], BuildReport]) -> None:
            with staged(site, lambda: None) as staging:
                publish(build(staging).files, site, staging, place / "cache", private=True)

        serve(options, site, renew, console)
    return 0
