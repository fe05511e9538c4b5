"""The command line: what each command takes, with its help in Vietnamese and English."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from newsportal import __version__
from newsportal.commands.help import HELP
from newsportal.commands.usage import VietnameseHelp, in_vietnamese, path
from newsportal.commands.words import MESSAGE_LANGUAGES, WORDS
from newsportal.visits.values import LOG_FORMATS, OPEN_DAYS

_REPOSITORY = Path(__file__).resolve().parents[3]
_DEFAULT_PORT = 8000


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks the chosen language about wrong usage."""

    language = MESSAGE_LANGUAGES[0]

    def error(self, message: str) -> NoReturn:
        self.print_usage()
        detail = in_vietnamese(message) if self.language == "vi" else message
        hint = WORDS["usage.hint"][self.language].format(program=self.prog)
        self.exit(2, f"{WORDS['usage.error'][self.language].format(detail=detail)}\n{hint}\n")


def message_language(arguments: Sequence[str]) -> str:
    """The language asked for, found before parsing so that usage errors are told in it."""
    for index, argument in enumerate(arguments):
        following = arguments[index + 1] if index + 1 < len(arguments) else ""
        chosen = following if argument == "--lang" else argument.removeprefix("--lang=")
        if chosen in MESSAGE_LANGUAGES and argument.startswith("--lang"):
            return chosen
    return MESSAGE_LANGUAGES[0]


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of one command; ends the process with status 2 (wrong usage) or 0 (help was asked for)."""
    options, unknown = _Commands(message_language(arguments)).parser.parse_known_args(arguments)
    if unknown:
        # Told by the command's own parser, whose usage and help are the ones of use.
        options.parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    return options


def command_parsers(language: str) -> Mapping[str, argparse.ArgumentParser]:
    """The parser of each command, with its help in `language`."""
    made = _Commands(language)
    parts = {f"visits {name}": parser for name, parser in made.visits.choices.items()}
    return {**{name: parser for name, parser in made.commands.choices.items() if name != "visits"}, **parts}


class _Commands:
    """Builds the parser of every command in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._layout = VietnameseHelp if language == "vi" else argparse.HelpFormatter
        self.parser = self._parser("python -m newsportal", "about")
        self.parser.add_argument("--version", action="version", version=__version__, help=self._help("version"))
        self.commands = self.parser.add_subparsers(
            dest="command", required=True, metavar="COMMAND", parser_class=_Parser
        )
        for add in (self._build, self._serve, self._check, self._new, self._visits, self._reference):
            add()

    def _help(self, name: str) -> str:
        return HELP[name][MESSAGE_LANGUAGES.index(self.language)]

    def _parser(self, program: str, about: str) -> _Parser:
        return self._speaking(_Parser(prog=program, description=self._help(about), **self._manner()))

    def _manner(self) -> dict[str, Any]:
        """What all parsers have in common."""
        return {"allow_abbrev": False, "add_help": False, "formatter_class": self._layout}

    def _speaking(self, parser: _Parser) -> _Parser:
        """A parser that tells of itself in the language."""
        parser.language = self.language
        parser.add_argument("-h", "--help", action="help", help=self._help("help"))
        return parser

    def _part(self, parts: argparse._SubParsersAction[_Parser], name: str, program: str, about: str) -> _Parser:
        """A command, or a part of one."""
        parser = self._speaking(
            parts.add_parser(
                name, prog=program, help=self._help(about), description=self._help(about), **self._manner()
            )
        )
        parser.set_defaults(parser=parser)
        return parser

    def _command(self, name: str) -> _Parser:
        """A command under the name people start it by, with the options that all of them have."""
        parser = self._part(self.commands, name, f"python3 scripts/{name}.py", name)
        parser.add_argument("--debug", action="store_true", help=self._help("debug"))
        parser.add_argument("--content", type=path, metavar="DIR", help=self._help("content"))
        default = _REPOSITORY / "mkdocs.yml"
        parser.add_argument("--config-file", type=path, metavar="FILE", default=default, help=self._help("config"))
        return parser

    def _lang(self, parser: _Parser) -> None:
        parser.add_argument("--lang", choices=MESSAGE_LANGUAGES, default=self.language, help=self._help("lang"))

    def _cache(self, parser: _Parser) -> None:
        parser.add_argument("--cache-dir", type=path, metavar="DIR", help=self._help("cache"))

    def _build(self) -> None:
        parser = self._command("build")
        parser.add_argument("--site-dir", type=path, metavar="DIR", help=self._help("site"))
        parser.add_argument("--strict", action="store_true", help=self._help("strict"))
        parser.add_argument("--changes", type=path, metavar="FILE", help=self._help("changes"))
        self._cache(parser)
        self._lang(parser)

    def _serve(self) -> None:
        parser = self._command("serve")
        parser.add_argument("--port", type=int, default=_DEFAULT_PORT, metavar="N", help=self._help("port"))
        self._cache(parser)
        self._lang(parser)

    def _check(self) -> None:
        parser = self._command("check")
        parser.add_argument("paths", type=path, nargs="*", metavar="PATH", help=self._help("paths"))
        parser.add_argument("--strict", action="store_true", help=self._help("strict"))
        parser.add_argument("--json", action="store_true", help=self._help("json"))
        parser.add_argument("--report", action="store_true", help=self._help("report"))
        parser.add_argument("--links", action="store_true", help=self._help("links"))
        self._lang(parser)

    def _new(self) -> None:
        parser = self._command("new")
        parser.add_argument("--section", metavar="ID", help=self._help("section"))
        parser.add_argument("--title", required=True, metavar="TEXT", help=self._help("title"))
        # Here the language is that of the item; the messages follow it where they can.
        parser.add_argument("--lang", default=self.language, metavar="LANG", help=self._help("item-lang"))
        parser.add_argument("--date", metavar="DATE", help=self._help("date"))
        parser.add_argument("--of", type=path, metavar="PATH", help=self._help("of"))

    def _visits(self) -> None:
        parser = self._part(self.commands, "visits", "python3 scripts/visits.py", "visits")
        parser.set_defaults(content=None)
        self.visits = parser.add_subparsers(dest="action", required=True, metavar="ACTION", parser_class=_Parser)
        ingest = self._visits_action("ingest")
        ingest.add_argument("logs", nargs="+", metavar="LOG", help=self._help("visits-logs"))
        ingest.add_argument("--format", choices=LOG_FORMATS, default="auto", help=self._help("visits-format"))
        ingest.add_argument("--prefix", metavar="PATH", help=self._help("visits-prefix"))
        ingest.add_argument("--host", action="append", metavar="NAME", help=self._help("visits-host"))
        ingest.add_argument("--site-dir", type=path, metavar="DIR", help=self._help("visits-redirects"))
        ingest.add_argument("--publish", action="store_true", help=self._help("visits-then-publish"))
        publish = self._visits_action("publish")
        publish.add_argument("--site-dir", type=path, metavar="DIR", help=self._help("visits-site"))
        report = self._visits_action("report")
        report.add_argument("--year", type=int, metavar="YEAR", help=self._help("visits-year"))
        report.add_argument("--csv", type=path, metavar="FILE", help=self._help("visits-csv"))
        for parser in (publish, report):
            parser.add_argument("--engine", metavar="URL", default="duckdb:", help=self._help("visits-engine"))
        for parser in (ingest, publish):
            days = self._help("visits-open-days")
            parser.add_argument("--open-days", type=int, default=OPEN_DAYS, metavar="N", help=days)

    def _visits_action(self, name: str) -> _Parser:
        parser = self._part(self.visits, name, f"python3 scripts/visits.py {name}", f"visits-{name}")
        parser.add_argument("--store", type=path, metavar="DIR", help=self._help("visits-store"))
        parser.add_argument("--debug", action="store_true", help=self._help("debug"))
        default = _REPOSITORY / "mkdocs.yml"
        parser.add_argument("--config-file", type=path, metavar="FILE", default=default, help=self._help("config"))
        self._lang(parser)
        return parser

    def _reference(self) -> None:
        """For developers: it has no launcher, writes into docs/ and needs no portal."""
        parser = self._part(self.commands, "reference", "python -m newsportal reference", "reference")
        parser.add_argument("--check", action="store_true", help=self._help("reference-check"))
        parser.add_argument("--debug", action="store_true", help=self._help("debug"))
        self._lang(parser)
