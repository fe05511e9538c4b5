"""Escaping of what templates show, quick about text in which nothing is to be escaped: nearly all that pages show."""

from __future__ import annotations

import re

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>'\"]")


def escaped(value: object) -> str:
    """What `markupsafe.escape` gives, but plain text where it would only be made into `Markup`."""
    if type(value) is str:
        return escape(value) if _SPECIAL.search(value) else value
    return value if type(value) is Markup else escape(value)


class QuickEscaping(CodeGenerator):
    """Translates templates to code that escapes by `escaped`. All of that code goes together what it shows and calls
    that `Markup`, so plain text in between does no harm."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  (Jinja's name)
        """The code of a template; functions look for the names of its module when they are called."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import escaped as escape")
