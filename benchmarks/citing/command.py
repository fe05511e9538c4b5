"""The command line of `citations`: builds with and without documents and their citations, in turn."""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from citing import content
from common import corpus, portal
from common.console import positive
from common.places import own_folder, refuse_unwritable, workplace
from common.programs import Times, Timings, timed
from common.tables import markdown
from common.targets import at_most

PART = "newsportal/documents"
_MOST = 1.15
"""The cold build with citations, against that without."""


class Figures(NamedTuple):
    """Builds of one content, by whether the portal deals with documents."""

    items: int
    citations: int
    cold: Mapping[bool, Timings]
    warm: Mapping[bool, Timings]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `citations` to the command line; `run` of what is parsed does it and returns the exit status."""
    about = "What citations, registers and all that comes with newsportal/documents add to a build, PDFs apart."
    parser = commands.add_parser("citations", help="what citations add to a build", description=about)
    parser.set_defaults(run=_run)
    parser.add_argument("--items", type=positive, default=10000, metavar="N", help="size of the content (10000)")
    parser.add_argument("--citations", type=positive, default=40000, metavar="N", help="citations in it (40000)")
    parser.add_argument("--rounds", type=positive, default=3, metavar="K", help="build K times (3)")
    parser.add_argument("--work", type=Path, metavar="DIR", help="work in DIR and keep it")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to FILE")


def _run(options: argparse.Namespace) -> int:
    refuse_unwritable(options.json)
    corpus.require_maker()
    with workplace(options.work) as work:
        place = own_folder(work, f"bench-citations-{options.items}")
        figures = measure(options.items, options.citations, options.rounds, place)
    print(report(figures))
    if options.json:
        options.json.write_text(json.dumps(_as_json(figures), indent=2) + "\n", encoding="utf-8")
    return 0


def measure(items: int, wanted: int, rounds: int, work: Path) -> Figures:
    """Cold builds and then builds without a change, each with and without documents, by turns."""
    folder = work / "content"
    citations = content.make(items, wanted, folder)
    configs = {with_part: _config(work / f"mkdocs-{with_part}.yml", with_part) for with_part in (False, True)}
    cold: dict[bool, list[Times]] = {False: [], True: []}
    warm: dict[bool, list[Times]] = {False: [], True: []}
    for number in range(rounds):
        for with_part, config in configs.items():
            place = work / f"{number}-{with_part}"  # never deleted before a timed run: that would slow it down
            cold[with_part].append(_build(config, folder, place))
            warm[with_part].append(_build(config, folder, place))
    for place in work.glob("*-*/cache"):
        shutil.rmtree(place, ignore_errors=True)
    return Figures(items, citations, _timings(cold), _timings(warm))


def _timings(runs: Mapping[bool, list[Times]]) -> Mapping[bool, Timings]:
    return {kind: Timings(tuple(each)) for kind, each in runs.items()}


def _config(target: Path, with_part: bool) -> Path:
    config = portal.read_config()
    return portal.write_config(target, config if with_part else portal.without(config, PART))


def _build(config: Path, folder: Path, place: Path) -> Times:
    places = {"site_dir": place / "site", "cache_dir": place / "cache"}
    return timed(portal.command("build", config_file=config, content=folder, **places))[0]


def report(figures: Figures) -> str:
    """The figures as a table, with the promise."""
    rows = [_row("cold", figures.cold), _row("without a change", figures.warm)]
    ratio = figures.cold[True].median / figures.cold[False].median
    target = at_most("a cold build with citations, to one without", ratio, _MOST, lambda value: f"{value:.2f} ×")
    head = f"{figures.items:,} items with {figures.citations:,} citations:"
    columns = ("Build", "without, s", "with, s", "ratio", "processor, s", "ratio")
    judged = [("", "reached", "wanted", ""), (target.name, target.reached, target.wanted, target.verdict)]
    return "\n\n".join((head, markdown([columns, *rows]), markdown(judged)))


def _row(name: str, timings: Mapping[bool, Timings]) -> tuple[str, ...]:
    without, with_part = timings[False], timings[True]
    return (
        name,
        f"{without.median:.2f}",
        f"{with_part.median:.2f}",
        f"{with_part.median / without.median:.2f}",
        f"{without.processor:.1f} / {with_part.processor:.1f}",
        f"{with_part.processor / without.processor:.2f}",
    )


def _as_json(figures: Figures) -> dict[str, object]:
    runs = {
        name: {("with" if kind else "without"): dataclasses.asdict(each) for kind, each in timings.items()}
        for name, timings in (("cold", figures.cold), ("unchanged", figures.warm))
    }
    return {"items": figures.items, "citations": figures.citations, "builds": runs}
