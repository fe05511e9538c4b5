"""Problems in words: one line each, in the editor's language, with a hint how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType, ModuleType
from typing import Protocol

from newsportal.languages import problems_en, problems_vi

_TABLES: Mapping[str, ModuleType] = MappingProxyType({"vi": problems_vi, "en": problems_en})

PROBLEM_LANGUAGES = tuple(_TABLES)
"""The languages editors can be told their problems in."""


class Described(Protocol):
    """What `describe` needs of a problem; `newsportal.model.Problem` is one."""

    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def field(self) -> str: ...  # noqa: D102
    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def values(self) -> tuple[tuple[str, str], ...]: ...  # noqa: D102


def codes() -> frozenset[str]:
    """Every code that has words, in all languages alike."""
    return frozenset(problems_vi.MESSAGES)


def message_and_hint(problem: Described, language: str) -> tuple[str, str]:
    """The two sentences of a problem; raises KeyError for an unknown code or language."""
    table = _TABLES[language]
    values = dict(problem.values)
    nearest = values.get("nearest")
    values["nearest"] = table.NEAREST.format(nearest) if nearest else ""
    values["detail"] = table.DETAILS.get(values.get("detail", ""), values.get("detail", ""))
    message, hint = table.MESSAGES[problem.code]
    return message.format_map(values), hint.format_map(values)


def describe(problem: Described, language: str) -> str:
    """`content/vi/…/file.md:LINE: FIELD: message. Hint` on one line."""
    message, hint = message_and_hint(problem, language)
    sentence = message if message.endswith(("?", "!", ".")) else f"{message}."
    return f"{problem.path}:{problem.line}: {problem.field}: {sentence} {hint}".replace("\n", " ")
