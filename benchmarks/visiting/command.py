"""The command line of `visits`: options, and one log after another."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from common.console import positive, tell
from common.places import own_folder, refuse_unwritable, workplace
from visiting import report
from visiting.contenders import OURS, Contender, goaccess, ours
from visiting.figures import Results
from visiting.logs import days_until, write_log
from visiting.measuring import compare
from visiting.storing import Plan, measure_store

_EXAMPLES = """\
  bench.py visits                              logs of 2 and 10 million lines, and a store of three years; half an hour
  bench.py visits --only ours goaccess --lines 2000000
  bench.py visits --only ours --lines 100000 --rounds 1
  bench.py visits --only store --years 1
"""
_STORE = "store"
_CHOICES = (OURS, "goaccess", _STORE)
_ZONE = dt.timezone(dt.timedelta(hours=7))


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `visits` to the command line; `run` of what is parsed does it and returns the exit status."""
    visits = commands.add_parser(
        "visits", help="counting visits, beside GoAccess", description="Counting visits, beside GoAccess.",
        epilog=f"examples:\n{_EXAMPLES}", formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    visits.set_defaults(run=_run)
    sizes = visits.add_argument(
        "--lines", type=positive, nargs="+", metavar="N", help="sizes of logs (2000000 10000000)"
    )
    sizes.default = [2_000_000, 10_000_000]
    visits.add_argument("--only", nargs="+", choices=_CHOICES, default=_CHOICES, help="measure only these")
    visits.add_argument("--rounds", type=positive, default=3, metavar="K", help="time everything K times (3)")
    visits.add_argument(
        "--patience", type=float, default=600, metavar="SECONDS",
        help="GoAccess is not run again when its first run takes longer: that time is its figure (600)",
    )  # fmt: skip
    visits.add_argument("--days", type=positive, default=6, metavar="N", help="days in a log, up to yesterday (6)")
    visits.add_argument("--pages", type=positive, default=2000, metavar="N", help="pages of the portal (2000)")
    visits.add_argument("--years", type=positive, default=3, metavar="N", help="years in the store (3)")
    visits.add_argument(
        "--monthly", type=positive, default=1_000_000, metavar="N", help="requests a month in the store (1000000)"
    )
    visits.add_argument("--seed", type=int, default=11, metavar="N", help="makes the traffic up (11)")
    visits.add_argument(
        "--work", type=Path, metavar="DIR", help="work in DIR and keep it, instead of a temporary folder"
    )
    visits.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables to FILE, too")
    visits.add_argument("--json", type=Path, metavar="FILE", help="write every figure to FILE")


def _run(options: argparse.Namespace) -> int:
    for file in (options.markdown, options.json):
        refuse_unwritable(file)
    results, parts = Results(), ["# Counting visits\n"]
    with workplace(options.work) as work:
        for results, shown in _steps(options, work):
            print(shown, flush=True)
            parts.append(shown)
            if options.json:
                report.write_json(options.json, results)
    print(report.shown_end(results))
    if options.markdown:
        options.markdown.write_text("\n".join([*parts, report.shown_end(results)]), encoding="utf-8")
    return 0


def _steps(options: argparse.Namespace, work: Path) -> Iterator[tuple[Results, str]]:
    """All results so far and the newest of them in words, one at a time: each is printed as soon as it is there."""
    results = Results()
    now = dt.datetime.now(_ZONE)
    yesterday = now.date() - dt.timedelta(1)
    for lines in options.lines if {*options.only} != {_STORE} else ():
        folder = own_folder(work, f"visits-{lines}")
        tell(f"{lines:,} lines: making the log …")
        log = write_log(folder / "access.log", lines, days_until(yesterday, options.days), options.seed, options.pages)
        compared = compare(log, _contenders(options, log.file, folder), options.rounds, options.patience)
        log.file.unlink()
        results = replace(results, comparisons=(*results.comparisons, compared))
        yield results, report.shown_comparison(compared)
    if _STORE in options.only:
        plan = Plan(365 * options.years, options.monthly, options.pages, options.rounds, options.seed)
        stored = measure_store(plan, now, own_folder(work, "visits-store"))
        results = replace(results, storage=stored)
        yield results, report.shown_storage(stored)


def _contenders(options: argparse.Namespace, log: Path, folder: Path) -> list[Contender]:
    makers = {OURS: ours, "goaccess": goaccess}
    return [make(log, folder / name) for name, make in makers.items() if name in options.only]
