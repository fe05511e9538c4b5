"""Builds with and without search, and Pagefind's run; all of them timed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from searching.contenders import NAMES, OURS, PAGEFIND
from searching.figures import BenchError, Builds, Times, added, fastest
from searching.settings import REPOSITORY

PLUGIN = "newsportal/search"
ROOT_SELECTOR = "article[data-article]"
LEFT_OUT = (".kicker", ".item-meta", ".tools", ".record", ".printed-from", ".item-tags")
"""What stands in an article's element besides title, lead and text."""
_INDEXED = re.compile(r"Indexed (\d+) pages?")
_TAIL = 2000


def portal_config(target: Path, search: bool) -> Path:
    """Writes the repository's configuration with or without search; what it names stays where it is."""
    config: dict[str, Any] = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = str(REPOSITORY / config["theme"]["custom_dir"])
    plugins = config["plugins"]
    if search and PLUGIN not in _names(plugins):
        raise BenchError(f"mkdocs.yml does not switch on {PLUGIN}")
    config["plugins"] = plugins if search else [each for each in plugins if PLUGIN not in _names([each])]
    target.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return target


def _names(plugins: list[Any]) -> set[str]:
    """The names in a list of plugins, each with options or without."""
    return {name for each in plugins for name in (each if isinstance(each, dict) else (each,))}


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
    options = {"--config-file": config, "--content": content, "--site-dir": site, "--cache-dir": cache}
    given = [str(part) for option in options.items() for part in option]
    times, _ = _timed([sys.executable, "-P", "-m", "newsportal", "build", "--lang", "en", *given])
    shutil.rmtree(cache, ignore_errors=True)
    return times


def run_pagefind(site: Path, target: Path, articles: int) -> Times:
    """Has Pagefind index the articles' titles and texts, and nothing else."""
    shutil.rmtree(target, ignore_errors=True)
    selectors = ["--root-selector", ROOT_SELECTOR, "--exclude-selectors", ", ".join(LEFT_OUT)]
    places = ["--site", str(site), "--output-path", str(target)]
    times, said = _timed([sys.executable, "-P", "-m", "pagefind", *places, *selectors])
    found = _INDEXED.search(said)
    if not found or int(found[1]) != articles:
        raise BenchError(f"Pagefind did not index the {articles} articles: {said[-_TAIL:]}")
    return times


def _timed(command: list[str]) -> tuple[Times, str]:
    """Runs a program to its end; how long it took and what it said."""
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    began, before = time.perf_counter(), os.times()
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", env=quiet, check=False)
    seconds, after = time.perf_counter() - began, os.times()
    if done.returncode:
        raise BenchError(f"{' '.join(command[:5])} … failed: {(done.stdout + done.stderr)[-_TAIL:]}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Times(seconds, spent), done.stdout + done.stderr


def summed(builds: Mapping[bool, Times], pagefind: Times | None) -> Builds:
    """What search adds to the build without it, by contender."""
    extra = {OURS: added(builds[True], builds[False]) if True in builds else None, PAGEFIND: pagefind}
    return Builds(builds[False], {name: times for name in NAMES if (times := extra[name])})
