"""Checking the files and folders a command was given."""

from __future__ import annotations

from pathlib import Path

from newsportal.commands.console import CommandError


def existing_config(path: Path) -> Path:
    """The configuration file as an absolute path."""
    if not path.is_file():
        raise CommandError("no_config", 2, path=path)
    return path.resolve()


def existing_content(path: Path | None) -> Path | None:
    """The content folder as an absolute path; None leaves the choice to the configuration."""
    if path is None:
        return None
    if not path.is_dir():
        raise CommandError("no_content", 2, path=path)
    return path.resolve()


def below(path: Path, content: Path) -> Path:
    """An existing file or folder of the content folder as an absolute path."""
    if not path.exists():
        raise CommandError("no_path", 2, path=path)
    whole = path.resolve()
    if not whole.is_relative_to(content.resolve()):
        raise CommandError("outside_content", 2, path=path, content=content)
    return whole


def keep_apart(cache: Path, content: Path, site: Path) -> None:
    """Refuses a cache inside the content, which would be read as such, or inside the site, which would go with the old
    one, and content inside the cache, which may be deleted at any time."""
    for inner, outer in ((cache, content), (cache, site), (content, cache)):
        if inner.resolve().is_relative_to(outer.resolve()):
            raise CommandError("cache.inside", 2, inner=inner, outer=outer)


def writable_place(path: Path | None) -> Path | None:
    """The absolute path of a file to be written into a folder that is there; None stands for no file."""
    if path is None:
        return None
    if path.is_dir() or not path.parent.is_dir():
        raise CommandError("changes.folder", 2, path=path)
    return path.absolute()
