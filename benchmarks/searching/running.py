"""One comparison from content to figures."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from common import corpus
from common.console import machine, tell
from common.errors import BenchError
from common.programs import Times
from searching import building, settings
from searching.articles import choose, read_articles, unique_titles
from searching.contenders import OURS, PAGEFIND, Contender
from searching.figures import Comparison, Measures, Question
from searching.measuring import PAGE, Asker, write_page
from searching.serving import serving
from searching.weighing import weigh


@dataclass(frozen=True, slots=True)
class Plan:
    """What to compare and how hard to try. `chosen` are names of contenders; a rival is asked each list of titles for
    `patience` seconds at most."""

    chosen: tuple[str, ...]
    language: str
    queries: int
    first: int
    rounds: int
    seed: int
    patience: float


def compare_items(items: int, plan: Plan, work: Path, browser: Browser) -> Comparison:
    """Compares on content that is made for it."""
    tell(f"making {items:,} items …")
    return compare_content(f"{items:,} items", corpus.make(items, work / "content"), plan, work, browser)


def compare_content(name: str, content: Path, plan: Plan, work: Path, browser: Browser) -> Comparison:
    """Builds a content folder with and without search, then compares on the site."""
    tell(f"building {name}, without search and with it …")
    site, times = building.build_rounds(content, work, plan.rounds, plan.chosen)
    return compare_site(name, site, plan, work, browser, times)


def compare_site(
    name: str, site: Path, plan: Plan, work: Path, browser: Browser, times: dict[bool, Times] | None = None
) -> Comparison:
    """Compares on a built site, which stays as it is; `times` are those of its builds, if there were any."""
    articles = read_articles(site)
    unique = unique_titles(articles, plan.language)
    asked = choose(unique, plan.queries, plan.seed)
    if not asked:
        raise BenchError(f"{site} has no article in {plan.language!r} with a title like no other", 2)
    measured_on, pagefind = machine(), None
    if PAGEFIND in plan.chosen:
        tell("Pagefind indexes the site …")
        pagefind = building.run_pagefind(site, work / "pagefind", len(articles))
    over = {"/pagefind/": work / "pagefind", PAGE: write_page(work, plan.language)}
    with serving(site, over, work) as server:
        askers = [
            Asker(each, browser, server, math.inf if each.name == OURS else plan.patience)
            for each in _chosen(site, plan, work)
        ]
        measures = {asker.contender.name: _measure(asker, asked, plan) for asker in askers}
        return Comparison(
            name=name, language=plan.language, articles=len(articles), unique=len(unique), asked=len(asked),
            server=server.name, machine=measured_on, measures=measures,
            builds=building.summed(times, pagefind) if times else None,
        )  # fmt: skip


def _chosen(site: Path, plan: Plan, work: Path) -> list[Contender]:
    folders = {OURS: site / "search", PAGEFIND: work / "pagefind"}
    if OURS in plan.chosen and not (site / "search" / "search.js").is_file():
        raise BenchError(f"{site} was built without search", 2)
    return [Contender(name, folders[name]) for name in plan.chosen]


def _measure(asker: Asker, asked: list[Question], plan: Plan) -> Measures:
    tell(f"asking {asker.contender.name} …")
    size = weigh(asker.contender.files(), settings.gzip_types(settings.told()))
    return asker.measure(asked, plan.first, size)
