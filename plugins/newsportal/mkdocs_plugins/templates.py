"""What templates may call: addresses as seen from the page, and nothing that decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from newsportal.model import Settings
from newsportal.views import PageView, rebase, relative
from newsportal.views.links import rewrite_copies

_NOT_FOUND = "/404.html"
_LINE_END = "\n"


def prepare(env: jinja2.Environment, settings: Settings, assets: Mapping[str, str]) -> jinja2.Environment:
    """MkDocs' environment with escaping on, undefined names as errors, and the portal's filters."""
    env.autoescape = True
    env.undefined = jinja2.StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True

    @jinja2.pass_context
    def link(context: Context, address: str) -> str:
        """A site path as an `href`; the page for what is not there is served anywhere, so its links are absolute."""
        page = _page(context)
        if page == _NOT_FOUND and address.startswith("/"):
            return settings.base_path + address[1:]
        return relative(address, page)

    @jinja2.pass_context
    def body(context: Context, html: str) -> Markup:
        """Rendered text with its addresses made relative to the page. It was sanitised when it was rendered."""
        return Markup(rebase(html, _page(context)))

    @jinja2.pass_context
    def copies(context: Context, srcset: str) -> str:
        """A `srcset` with relative addresses."""
        return rewrite_copies(srcset, lambda address: link(context, address))

    @jinja2.pass_context
    def asset(context: Context, name: str) -> str:
        """A style sheet or script by its plain name."""
        return link(context, assets.get(name, f"/assets/{name}"))

    env.globals["icon"] = _icons(env)
    env.filters.update({"link": link, "body": body, "copies": copies, "asset": asset, "whole": settings.absolute})
    return env


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


def _page(context: Context) -> str:
    view: PageView = context["view"]
    return view.plan.address
