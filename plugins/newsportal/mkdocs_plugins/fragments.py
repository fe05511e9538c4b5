"""Parts of pages that many pages have in common, rendered once."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import jinja2
from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

_MOST = 8192
"""Fragments that are remembered at a time, for sites with far more items than most."""


class Fragments(Extension):
    """The tag `{% cache key, … %}…{% endcache %}`: what is inside is rendered once for each value of the keys.

    The keys must tell all that the inside shows, `root` included where there are links. What is remembered belongs to
    one environment, so to one build.
    """

    def __init__(self, environment: jinja2.Environment) -> None:
        super().__init__(environment)
        self.tags = {"cache"}
        self._known: dict[Hashable, Markup] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag as a call of `_fragment` with the inside as its block."""
        line = next(parser.stream).lineno
        place = nodes.Const(f"{parser.name}:{line}")
        keys = parser.parse_tuple()
        inside = parser.parse_statements(("name:endcache",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_fragment", [place, keys]), [], [], inside).set_lineno(line)

    def _fragment(self, place: str, keys: Hashable, caller: Callable[[], Markup]) -> Markup:
        known = self._known.get((place, keys))
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = self._known[place, keys] = caller()
        return known
