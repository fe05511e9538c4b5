"""The other generators, set up as somebody would who knows them and wants the same site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

from building.contenders import HUGO, MATERIAL, PAGEFIND, PELICAN, Contender
from building.environments import RIVALS, program, python_of, version_of
from common import corpus

_SITE = "site"


def _hugo(folder: Path, items: int) -> Contender:
    _prepare(folder, "hugo", items)
    return Contender(HUGO, version("hugo"), folder, (_hugo_build(folder),), (_SITE, "cache", "resources"))


def _hugo_build(folder: Path) -> tuple[str, ...]:
    places = ("--destination", _SITE, "--cacheDir", str(folder / "cache"))
    return (program("hugo", "binaries/hugo"), "--quiet", "--noBuildLock", *places)


def _pagefind(folder: Path, items: int) -> Contender:
    """One after the other, as Pagefind indexes finished pages."""
    _prepare(folder, "hugo", items)
    index = (program("pagefind_bin_extended", "pagefind_extended"), "--site", _SITE)
    versions = f"{version('hugo')} + {version('pagefind')}"
    return Contender(PAGEFIND, versions, folder, (_hugo_build(folder), index), (_SITE, "cache", "resources"))


def _pelican(folder: Path, items: int) -> Contender:
    _prepare(folder, "pelican", items)
    build = (python_of("pelican"), "-m", "pelican", "--quiet", "--settings", "pelicanconf.py")
    return Contender(PELICAN, version_of("pelican", "pelican"), folder, (build,), (_SITE, "cache"))


def _material(folder: Path, items: int) -> Contender:
    """A site for each language, as its manual has it; the first one's build empties the folder of both."""
    _prepare(folder, "material", items)
    build = (python_of("material"), "-m", "mkdocs", "build", "--quiet", "--config-file")
    builds = tuple((*build, f"mkdocs-{language}.yml") for language in ("vi", "en"))
    return Contender(MATERIAL, version_of("material", "mkdocs-material"), folder, builds, (_SITE, ".cache"))


def _prepare(folder: Path, rival: str, items: int) -> None:
    """Configuration and templates of the repository, and the content."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(RIVALS / rival, folder)
    corpus.make(items, folder / "content", rival)


SET_UP: Mapping[str, Callable[[Path, int], Contender]] = MappingProxyType(
    {HUGO: _hugo, PAGEFIND: _pagefind, PELICAN: _pelican, MATERIAL: _material}
)
"""By name: makes a contender of so many items in a folder."""
