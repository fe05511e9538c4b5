"""Other people's plugins and hooks beside the portal's own."""

from __future__ import annotations

import json
from collections import UserDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import FunctionType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from newsportal.mkdocs_plugins.features import FeaturePlugin
from newsportal.model import Problem, Severity
from newsportal.outputs import mark_of

_PAGE_EVENTS = (
    "env", "nav", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "page_template",
    "post_page",
)  # fmt: skip
"""Events by which a plugin may change a page, or wants to see it."""


def wants_pages(config: MkDocsConfig) -> bool:
    """Whether somebody else has a hand in pages, so that MkDocs must make them one by one."""
    events: Mapping[str, list[Callable[..., Any]]] = config.plugins.events
    return any(not _is_ours(hook) for event in _PAGE_EVENTS for hook in events.get(event, ()))


def _is_ours(hook: Callable[..., Any]) -> bool:
    return _is_part(getattr(hook, "__self__", None))


def _is_part(plugin: object) -> bool:
    return isinstance(plugin, FeaturePlugin) or getattr(plugin, "is_portal", False)


def unknown_plugins(names: Iterable[str], config: MkDocsConfig) -> Iterator[Problem]:
    """The warnings about names that neither a plugin nor a file of hooks has."""
    others = [name for name, plugin in config.plugins.items() if not _is_part(plugin)]
    for name in names:
        if name not in config.plugins:
            values = (("name", name), ("known", ", ".join(others) or "–"))
            path = Path(config.config_file_path).name
            yield Problem(path, 1, "uncached_plugins", "config.plugin", values, Severity.WARNING)


def foreign_mark(config: MkDocsConfig) -> bytes:
    """Changes with the other plugins, their options, and the code of hooks; the program's mark tells of versions."""
    return mark_of("\n".join(_told(config)).encode())


def _told(config: MkDocsConfig) -> Iterator[str]:
    for name, plugin in config.plugins.items():
        if isinstance(plugin, BasePlugin) and not _is_part(plugin):  # a module of hooks is told below
            yield f"{name}: {plain(dict(plugin.config))}"
    hooks: Any = config.hooks  # by name, whatever its type says
    folders = {Path(str(module.__file__)).parent for module in hooks.values()}
    for path in sorted(path for folder in folders for path in folder.glob("*.py")):  # hooks may use their neighbours
        yield f"{path.name}: {path.read_text('utf-8', 'replace')}"


def plain(value: object) -> str:
    """A value of the configuration as text; objects without one of their own are told by their type."""
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: object) -> object:
    """The value in the types of JSON. Mappings keep their order, which templates may show, and the types of keys."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping | UserDict):
        return [[_plain(key), _plain(entry)] for key, entry in value.items()]
    if isinstance(value, list | tuple):
        return list(map(_plain, value))
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    if isinstance(value, type | FunctionType):
        return f"{value.__module__}.{value.__qualname__}"
    text = str(value)
    return type(value).__qualname__ if " at 0x" in text else text
