"""The command line of `search`: options, and one comparison after another."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from common import corpus
from common.console import positive
from common.errors import BenchError
from common.places import own_folder, refuse_unwritable, workplace
from searching import report
from searching.contenders import NAMES
from searching.figures import Comparison
from searching.measuring import chromium
from searching.running import Plan, compare_content, compare_items, compare_site

_EXAMPLES = """\
  bench.py search                              2,000 and 10,000 made-up items; two hours and more
  bench.py search --items 2000 --only ours     a quick look
  bench.py search --content content            the texts of a portal
  bench.py search --site site --only ours      a site that has been built already
"""
_INSTEAD = "\nName a content folder of your own: python3 scripts/bench.py search --content DIR"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `search` to the command line; `run` of what is parsed does it and returns the exit status."""
    search = commands.add_parser(
        "search", help="search, beside Pagefind", description="Search, beside Pagefind on the same pages.",
        epilog=f"examples:\n{_EXAMPLES}", formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    search.set_defaults(run=_run)
    _add_sources(search.add_mutually_exclusive_group())
    search.add_argument("--only", choices=[name.lower() for name in NAMES], help="measure only this one")
    search.add_argument("--language", default="vi", metavar="CODE", help="the language asked in (vi)")
    search.add_argument("--queries", type=positive, default=200, metavar="N", help="how many titles to ask for (200)")
    search.add_argument("--first", type=positive, default=20, metavar="N", help="how many in a fresh browser (20)")
    search.add_argument(
        "--patience", type=float, default=300, metavar="SECONDS",
        help="a rival is asked no more of a list of titles after so long: its figures are of those it was asked (300)",
    )  # fmt: skip
    search.add_argument("--rounds", type=positive, default=1, metavar="K", help="build K times, take the best time (1)")
    search.add_argument("--seed", type=int, default=11, metavar="N", help="chooses the titles (11)")
    search.add_argument(
        "--work", type=Path, metavar="DIR", help="work in DIR and keep it, instead of a temporary folder"
    )
    search.add_argument("--json", type=Path, metavar="FILE", help="write every figure to FILE")


def _add_sources(group: argparse._MutuallyExclusiveGroup) -> None:
    made = group.add_argument(
        "--items", type=positive, nargs="+", metavar="N", help="sizes of made-up content (2000 10000)"
    )
    made.default = [2000, 10000]
    group.add_argument(
        "--content", type=Path, metavar="DIR", help="a content folder to build, instead of made-up items"
    )
    group.add_argument("--site", type=Path, metavar="DIR", help="a built site; nothing is built or said of building")


def _run(options: argparse.Namespace) -> int:
    chosen = tuple(name for name in NAMES if options.only in (None, name.lower()))
    plan = Plan(
        chosen, options.language, options.queries, options.first, options.rounds, options.seed, options.patience
    )
    _refuse_missing(options)
    done: list[Comparison] = []
    with workplace(options.work) as work, chromium() as browser:
        for comparison in _comparisons(options, plan, work, browser):
            print(report.shown(comparison), flush=True)
            done.append(comparison)
            if options.json:
                report.write_json(options.json, done)
    return 0


def _refuse_missing(options: argparse.Namespace) -> None:
    """Says what is lacking before anything takes minutes."""
    for folder in (options.content, options.site):
        if folder and not folder.is_dir():
            raise BenchError(f"there is no folder {folder}", 2)
    refuse_unwritable(options.json)
    if not (options.content or options.site):
        corpus.require_maker(_INSTEAD)


def _comparisons(options: argparse.Namespace, plan: Plan, work: Path, browser: Browser) -> Iterator[Comparison]:
    """One at a time: each is printed as soon as it is there."""
    if options.site:
        yield compare_site(str(options.site), options.site.resolve(), plan, own_folder(work, "bench-site"), browser)
    elif options.content:
        yield compare_content(
            str(options.content), options.content.resolve(), plan, own_folder(work, "bench-content"), browser
        )
    else:
        for items in options.items:
            yield compare_items(items, plan, own_folder(work, f"bench-{items}"), browser)
