"""The command line: options, where the work is done, and the exit status."""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from searching import corpus, report
from searching.contenders import NAMES
from searching.figures import BenchError, Comparison
from searching.measuring import chromium
from searching.running import Plan, compare_content, compare_items, compare_site

_EXAMPLES = """\
  bench.py search                              2,000 and 10,000 made-up items; an hour and more
  bench.py search --items 2000 --only ours     a quick look
  bench.py search --content content            the texts of a portal
  bench.py search --site site --only ours      a site that has been built already
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what was asked for: 0 when it is done, 1 when it did not work out, 2 when it was asked wrongly."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except BenchError as error:
        print(f"bench.py: {error}", file=sys.stderr)
        return error.status
    except KeyboardInterrupt:
        print("\nbench.py: stopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.py", description="Measures the portal beside other tools.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    search = commands.add_parser(
        "search", help="search, beside Pagefind", description="Search, beside Pagefind on the same pages.",
        epilog=f"examples:\n{_EXAMPLES}", formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    _add_sources(search.add_mutually_exclusive_group())
    search.add_argument("--only", choices=[name.lower() for name in NAMES], help="measure only this one")
    search.add_argument("--language", default="vi", metavar="CODE", help="the language asked in (vi)")
    search.add_argument("--queries", type=_positive, default=200, metavar="N", help="how many titles to ask for (200)")
    search.add_argument("--first", type=_positive, default=20, metavar="N", help="how many in a fresh browser (20)")
    search.add_argument(
        "--rounds", type=_positive, default=1, metavar="K", help="build K times, take the best time (1)"
    )
    search.add_argument("--seed", type=int, default=11, metavar="N", help="chooses the titles (11)")
    search.add_argument(
        "--work", type=Path, metavar="DIR", help="work in DIR and keep it, instead of a temporary folder"
    )
    search.add_argument("--json", type=Path, metavar="FILE", help="write every figure to FILE")
    return parser


def _add_sources(group: argparse._MutuallyExclusiveGroup) -> None:
    made = group.add_argument(
        "--items", type=_positive, nargs="+", metavar="N", help="sizes of made-up content (2000 10000)"
    )
    made.default = [2000, 10000]
    group.add_argument(
        "--content", type=Path, metavar="DIR", help="a content folder to build, instead of made-up items"
    )
    group.add_argument("--site", type=Path, metavar="DIR", help="a built site; nothing is built or said of building")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _run(options: argparse.Namespace) -> int:
    chosen = tuple(name for name in NAMES if options.only in (None, name.lower()))
    plan = Plan(chosen, options.language, options.queries, options.first, options.rounds, options.seed)
    _refuse_missing(options)
    done: list[Comparison] = []
    with _workplace(options.work) as work, chromium() as browser:
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
    if options.json and not options.json.absolute().parent.is_dir():
        raise BenchError(f"there is no folder for {options.json}", 2)
    if not (options.content or options.site):
        corpus.require_maker()


def _comparisons(options: argparse.Namespace, plan: Plan, work: Path, browser: Browser) -> Iterator[Comparison]:
    """One at a time: each is printed as soon as it is there."""
    if options.site:
        yield compare_site(str(options.site), options.site.resolve(), plan, _folder(work, "bench-site"), browser)
    elif options.content:
        yield compare_content(
            str(options.content), options.content.resolve(), plan, _folder(work, "bench-content"), browser
        )
    else:
        for items in options.items:
            yield compare_items(items, plan, _folder(work, f"bench-{items}"), browser)


def _folder(work: Path, name: str) -> Path:
    """A folder whose parts may be deleted: nobody else has one of that name."""
    folder = work / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextlib.contextmanager
def _workplace(chosen: Path | None) -> Iterator[Path]:
    """A folder to work in, gone at the end unless somebody named it."""
    if chosen:
        yield chosen.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="newsportal-bench-") as folder:
        yield Path(folder).resolve()
