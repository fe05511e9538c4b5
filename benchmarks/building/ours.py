"""The portal, on made-up content and with a copy of its templates, so that both may be changed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from building.contenders import OURS, Contender
from common import corpus, portal
from common.places import REPOSITORY
from newsportal import __version__

THEME = "theme"
_CONFIG, _CACHE, _SITE = "mkdocs.yml", "cache", "site"


def set_up(folder: Path, items: int) -> Contender:
    """Everything switched on that the repository's own configuration switches on."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    config = portal.read_config()
    shutil.copytree(config["theme"]["custom_dir"], folder / THEME)
    config["theme"]["custom_dir"] = THEME
    config["docs_dir"] = "content"
    portal.write_config(folder / _CONFIG, config)
    corpus.make(items, folder / "content")
    build = portal.command("build", **_places(folder), site_dir=folder / _SITE)
    launcher = (sys.executable, str(REPOSITORY / "scripts" / "build.py"), *build[build.index("build") + 1 :])
    return Contender(
        OURS, _version(), folder, (build,), (_SITE, f".{_SITE}.spare", _CACHE), folder / THEME, (launcher,)
    )


def preview_command(folder: Path, port: int) -> tuple[str, ...]:
    """What `scripts/serve.py` starts."""
    return portal.command("serve", **_places(folder), port=port)


def _places(folder: Path) -> dict[str, Path]:
    return {"config_file": folder / _CONFIG, "cache_dir": folder / _CACHE}


def _version() -> str:
    """With the commit, where there is one."""
    command = ["git", "-C", str(REPOSITORY), "describe", "--always", "--dirty", "--exclude", "*"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return __version__
    return f"{__version__} ({done.stdout.strip()})" if done.returncode == 0 else __version__
