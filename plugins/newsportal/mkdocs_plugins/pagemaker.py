"""Planned pages made straight from their templates, where no other plugin has a hand in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from newsportal.mkdocs_plugins.foreign import foreign_mark, plain
from newsportal.mkdocs_plugins.memory import BuildMemory
from newsportal.mkdocs_plugins.templates import root_from
from newsportal.outputs import Job, mark_of
from newsportal.portal import Portal
from newsportal.views import (
    ArticleView,
    PagePlan,
    PageView,
    common_marks,
    linked,
    output_file,
    page_key,
    relative,
    view,
)

_NOT_TEMPLATES = frozenset({("styles", ".css"), ("scripts", ".js"), ("search", ".js")})
"""(folder of the theme, ending) of files that pages name by `assets`, or not at all."""

_NOT_SHOWN = ("docs_dir", "site_dir", "config_file_path", "dev_addr", "plugins", "theme", "watch", "hooks")
"""Settings of MkDocs that no template has a use for, or that are told otherwise."""


class PageMaker:
    """Makes the pages of one build; `env` and `config` are MkDocs'."""

    def __init__(self, portal: Portal, config: MkDocsConfig, env: jinja2.Environment) -> None:
        self._portal, self._config, self._env = portal, config, env

    def page(self, plan: PagePlan) -> bytes:
        """The page, as MkDocs would make it."""
        body = self._portal.site.body(plan.source).html if plan.source else ""
        values = page_values(self._portal, plan, body)
        context = {"config": self._config, "page": None, "nav": None, "base_url": values["root"].rstrip("/") or "."}
        html = self._env.get_template(plan.template).render({**context, **values})
        return html.encode("utf-8", "xmlcharrefreplace")


def page_values(portal: Portal, plan: PagePlan, text: str) -> dict[str, Any]:
    """What the portal's templates know besides what MkDocs tells all templates."""
    shown = view(portal.site, plan)
    root = root_from(plan.address, portal.site.settings)
    return {
        "view": shown,
        "language": plan.language,
        "labels": plan.language.labels,
        "root": root,
        "text": _with_citations(portal, plan, shown, text, root),
    }


def _with_citations(portal: Portal, plan: PagePlan, shown: PageView, text: str, root: str) -> str:
    """An item's text with links in its citations; in one that another plugin changed they are looked for again."""
    if not (isinstance(shown.content, ArticleView) and shown.content.cited.documents):
        return text
    body = portal.site.body(plan.source)
    citations = body.citations if text == body.html else portal.rendering.citations(text)
    return linked(text, citations, shown.content.cited, partial(relative, root=root))


class PageKeys:
    """The keys of one build's pages; `surroundings` are all that they owe to templates and configuration."""

    def __init__(self, portal: Portal, surroundings: bytes, former: BuildMemory) -> None:
        self._portal, self._former = portal, former
        self._common = {code: mark_of(mark + surroundings) for code, mark in common_marks(portal.site).items()}
        self.common = (portal.faces, *self._common.values())
        self._found: dict[str, bytes] = {}

    def key(self, plan: PagePlan) -> bytes:
        """The key of a planned page."""
        if plan.address not in self._found:
            self._found[plan.address] = self._key(plan)
        return self._found[plan.address]

    def _key(self, plan: PagePlan) -> bytes:
        """The last build's where nothing but texts of other items can have changed."""
        site, former = self._portal.site, self._former
        known, _ = former.records.get(output_file(plan.address), (b"", ()))
        is_settled = former.common == self.common and not plan.has_figures
        if known and is_settled and former.items.get(plan.source, b"") == site.mark(plan.source):
            return known
        return page_key(site, plan, self._common[plan.language.code])


def page_job(plan: PagePlan, keys: PageKeys, make: Callable[[PagePlan], bytes]) -> Job:
    """The making of one page."""
    return Job((output_file(plan.address),), partial(keys.key, plan), lambda: (make(plan),))


def surroundings_mark(config: MkDocsConfig, assets: Mapping[str, str]) -> bytes:
    """Changes with the templates, the addresses of `assets`, MkDocs' settings and other plugins."""
    settings = {name: value for name, value in config.items() if name not in _NOT_SHOWN}
    told = [plain(settings), plain(dict(config.theme)), plain(dict(assets))]
    marks = [mark_of(text.encode("utf-8", "surrogatepass")) for text in told]
    for path, file in (found for folder in config.theme.dirs for found in _templates(folder)):
        marks += (mark_of(path.encode("utf-8", "surrogateescape")), mark_of(file.read_bytes()))
    return mark_of(b"".join((*marks, foreign_mark(config))))


def _templates(theme: str) -> Iterator[tuple[str, Path]]:
    """(name as templates give it, file) of whatever a template may include; links to folders are followed."""
    for folder, folders, names in os.walk(theme, followlinks=True):
        folders.sort()
        inside = Path(folder).relative_to(theme)
        for name in sorted(names):
            file = Path(folder, name)
            if (inside.as_posix().partition("/")[0], file.suffix) not in _NOT_TEMPLATES and file.is_file():
                yield (inside / name).as_posix(), file
