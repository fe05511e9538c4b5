"""The command line of `build`: options, and one size after another."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from building import ours, report, rivals
from building.contenders import NAMES, OURS, Contender
from building.edits import KINDS, LAUNCHER, PREVIEWED, Author
from building.figures import Results
from building.measuring import Plan, compare
from building.previewing import preview
from common import corpus
from common.console import positive, tell
from common.places import own_folder, refuse_unwritable, workplace

_EXAMPLES = """\
  bench.py build                                      500, 2,000 and 10,000 made-up items; hours
  bench.py build --items 2000 --only ours hugo        a look at one size
  bench.py build --items 500 --only ours --changes body --rounds 5
  bench.py build --only preview --preview 500         how quick the live preview is
"""
_PREVIEW = "preview"
_CHOICES = ("ours", "hugo", "pagefind", "pelican", "material", _PREVIEW)


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `build` to the command line; `run` of what is parsed does it and returns the exit status."""
    build = commands.add_parser(
        "build", help="building, beside other generators", description="Building, beside other generators.",
        epilog=f"examples:\n{_EXAMPLES}", formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    build.set_defaults(run=_run)
    sizes = build.add_argument("--items", type=positive, nargs="+", metavar="N", help="sizes (500 2000 10000)")
    sizes.default = [500, 2000, 10000]
    build.add_argument("--only", nargs="+", choices=_CHOICES, default=_CHOICES, help="measure only these")
    build.add_argument("--rounds", type=positive, default=3, metavar="K", help="time everything K times (3)")
    build.add_argument(
        "--patience", type=float, default=120, metavar="SECONDS",
        help="a rival whose first build takes longer is not built again: that time is its figure (120)",
    )  # fmt: skip
    build.add_argument(
        "--changes", nargs="*", choices=(*KINDS, LAUNCHER), default=KINDS,
        help=f"time ours after these changes (all but {LAUNCHER}, which is no change, built with scripts/build.py)",
    )  # fmt: skip
    build.add_argument("--preview", type=positive, default=2000, metavar="N", help="items to preview (2000)")
    build.add_argument("--edits", type=positive, default=10, metavar="K", help="edits of each kind in the preview (10)")
    build.add_argument("--seed", type=int, default=11, metavar="N", help="chooses the items that are changed (11)")
    build.add_argument(
        "--work", type=Path, metavar="DIR", help="work in DIR and keep it, instead of a temporary folder"
    )
    build.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables to FILE, too")
    build.add_argument("--json", type=Path, metavar="FILE", help="write every figure to FILE")


def _run(options: argparse.Namespace) -> int:
    for file in (options.markdown, options.json):
        refuse_unwritable(file)
    corpus.require_maker()
    results, parts = Results(), ["# Building\n"]
    with workplace(options.work) as work:
        for results, shown in _steps(options, work):
            print(shown, flush=True)
            parts.append(shown)
            _write(options, results, parts)
    end = report.shown_end(results)
    print(end)
    _write(options, results, [*parts, end])
    return 0


def _write(options: argparse.Namespace, results: Results, parts: list[str]) -> None:
    """All there is so far: who stops it after two hours has something."""
    if options.markdown:
        options.markdown.write_text("\n".join(parts), encoding="utf-8")
    if options.json:
        report.write_json(options.json, results)


def _steps(options: argparse.Namespace, work: Path) -> Iterator[tuple[Results, str]]:
    """The results so far, and the last of them in words."""
    results = Results()
    plan = Plan(options.rounds, options.patience, tuple(kind for kind in (*KINDS, LAUNCHER) if kind in options.changes))
    chosen = [name for name, choice in zip(NAMES, _CHOICES, strict=False) if choice in options.only]
    for items in options.items if chosen else ():
        folder = own_folder(work, f"bench-build-{items}")
        comparison = compare(items, [_set_up(name, folder, items) for name in chosen], plan, options.seed)
        results = replace(results, comparisons=(*results.comparisons, comparison))
        yield results, report.shown_comparison(comparison)
    if _PREVIEW in options.only:
        contender = _set_up(OURS, own_folder(work, f"bench-preview-{options.preview}"), options.preview)
        author = Author(contender.content, contender.theme, options.seed)
        results = replace(results, preview=preview(options.preview, contender, author, PREVIEWED, options.edits))
        assert results.preview is not None
        yield results, report.shown_preview(results.preview)


def _set_up(name: str, work: Path, items: int) -> Contender:
    tell(f"{items:,} items: setting up {name} …")
    folder = work / name.lower().replace(" + ", "-")
    if name == OURS:
        return ours.set_up(folder, items)
    return rivals.SET_UP[name](folder, items)
