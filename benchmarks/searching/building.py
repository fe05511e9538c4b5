"""Builds with and without search, and Pagefind's run; all of them timed."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from common import portal
from common.errors import BenchError
from common.programs import Times, timed
from searching.contenders import NAMES, OURS, PAGEFIND
from searching.figures import Builds, added, fastest

PLUGIN = "newsportal/search"
ROOT_SELECTOR = "article[data-article]"
LEFT_OUT = (".kicker", ".item-meta", ".tools", ".record", ".printed-from", ".item-tags")
"""What stands in an article's element besides title, lead and text."""
_INDEXED = re.compile(r"Indexed (\d+) pages?")
_TAIL = 2000


def portal_config(target: Path, search: bool) -> Path:
    """Writes the repository's configuration with or without search; what it names stays where it is."""
    config = portal.read_config()
    bare = portal.without(config, PLUGIN)
    return portal.write_config(target, config if search else bare)


def build_rounds(content: Path, work: Path, rounds: int, chosen: tuple[str, ...]) -> tuple[Path, dict[bool, Times]]:
    """Cold builds in turn, without search and with it; the last site, and the best time of each kind."""
    kinds = (False, True) if OURS in chosen else (False,)
    configs = {search: portal_config(work / f"mkdocs-{search}.yml", search) for search in kinds}
    times: dict[bool, list[Times]] = {search: [] for search in kinds}
    for _ in range(rounds):
        for search in kinds:
            times[search].append(_cold_build(configs[search], content, work))
    return work / "site", {search: fastest(runs) for search, runs in times.items()}


def _cold_build(config: Path, content: Path, work: Path) -> Times:
    """Builds into an empty folder with an empty cache."""
    site, cache = work / "site", work / "cache"
    for folder in (site, cache):
        shutil.rmtree(folder, ignore_errors=True)
    times, _ = timed(portal.command("build", config_file=config, content=content, site_dir=site, cache_dir=cache))
    shutil.rmtree(cache, ignore_errors=True)
    return times


def run_pagefind(site: Path, target: Path, articles: int) -> Times:
    """Has Pagefind index the articles' titles and texts, and nothing else."""
    shutil.rmtree(target, ignore_errors=True)
    selectors = ["--root-selector", ROOT_SELECTOR, "--exclude-selectors", ", ".join(LEFT_OUT)]
    places = ["--site", str(site), "--output-path", str(target)]
    times, said = timed([sys.executable, "-P", "-m", "pagefind", *places, *selectors])
    found = _INDEXED.search(said)
    if not found or int(found[1]) != articles:
        raise BenchError(f"Pagefind did not index the {articles} articles: {said[-_TAIL:]}")
    return times


def summed(builds: Mapping[bool, Times], pagefind: Times | None) -> Builds:
    """What search adds to the build without it, by contender."""
    extra = {OURS: added(builds[True], builds[False]) if True in builds else None, PAGEFIND: pagefind}
    return Builds(builds[False], {name: times for name in NAMES if (times := extra[name])})
