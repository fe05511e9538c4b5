"""What templates may call: addresses as seen from the page, and nothing that decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from newsportal.mkdocs_plugins.escaping import QuickEscaping
from newsportal.mkdocs_plugins.fragments import Fragments
from newsportal.model import Settings
from newsportal.views import rebase, relative, root_of
from newsportal.views.links import rewrite_copies

_NOT_FOUND = "/404.html"
_LINE_END = "\n"


def prepare(env: jinja2.Environment, settings: Settings, assets: Mapping[str, str]) -> jinja2.Environment:
    """MkDocs' environment with escaping on, undefined names as errors, and the portal's filters."""
    env.autoescape = True
    env.code_generator_class = QuickEscaping
    env.cache = {}  # the usual one forgets: it locks, and puts what was asked for in front, at each of 10,000s of times
    env.undefined = jinja2.StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True

    @jinja2.pass_context
    def link(context: Context, address: str) -> str:
        """A site path as an `href`."""
        return relative(address, context["root"])

    @jinja2.pass_context
    def body(context: Context, html: str) -> Markup:
        """Rendered text with its addresses made relative to the page. It was sanitised when it was rendered."""
        return Markup(rebase(html, context["root"]))

    @jinja2.pass_context
    def copies(context: Context, srcset: str) -> str:
        """A `srcset` with relative addresses."""
        return rewrite_copies(srcset, partial(relative, root=context["root"]))

    @jinja2.pass_context
    def asset(context: Context, name: str) -> str:
        """A style sheet or script by its plain name."""
        return relative(assets.get(name, f"/assets/{name}"), context["root"])

    env.globals["icon"] = _icons(env)
    env.filters.update({"link": link, "body": body, "copies": copies, "asset": asset, "whole": settings.absolute})
    env.add_extension(Fragments)
    return env


def root_from(page: str, settings: Settings) -> str:
    """Where the links of the page at an address begin. The page for what is not there is served anywhere."""
    return settings.base_path if page == _NOT_FOUND else root_of(page)


def _icons(env: jinja2.Environment) -> Callable[[str], Markup]:
    """`icon(name)` for templates: a file read once, not a template included thousands of times."""
    icons: dict[str, Markup] = {}

    def icon(name: str) -> Markup:
        """An icon of the theme, part of the page itself: hidden from those who listen, coloured like its text."""
        if name not in icons:
            assert env.loader
            source, _, _ = env.loader.get_source(env, f".icons/material/{name}.svg")
            icons[name] = Markup(f'<span class="icon" aria-hidden="true">{source.removesuffix(_LINE_END)}</span>')
        return icons[name]

    return icon
