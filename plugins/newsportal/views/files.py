"""The files that machines ask for: the XML site map, robots.txt, and old addresses for web servers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newsportal.views.metadata import alternates
from newsportal.views.redirects import redirects, redirects_map
from newsportal.views.site import PagePlan, Site

PROBLEMS_ADDRESS = "/preview.json"
"""What is wrong with the content, for the pages of a preview."""

MACHINE_ADDRESSES = (
    "/sitemap.xml", "/robots.txt", "/redirects.map", "/stats.json", "/stats/", "/search/search.js", PROBLEMS_ADDRESS
)  # fmt: skip
"""Files that no page may stand in the way of, whoever writes them."""

_LIMIT = 50_000
"""URLs one site map may hold (sitemaps.org); larger portals get an index of several."""

_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def machine_files(site: Site, plans: Sequence[PagePlan]) -> Mapping[str, str]:
    """Path in the site → text. All of it follows from what the site shows of its items besides their texts."""
    moved = redirects_map(redirects(site), site.settings.base_path)
    sitemaps = _sitemaps(site, [plan for plan in plans if plan.indexed])
    return {"robots.txt": _robots(site), "redirects.map": moved, **sitemaps}


def machine_paths(plans: Iterable[PagePlan]) -> tuple[str, ...]:
    """The paths of `machine_files`, in their order."""
    return ("robots.txt", "redirects.map", "sitemap.xml", *_further(sum(plan.indexed for plan in plans)))


def _further(count: int) -> list[str]:
    """The site maps beside the first one, where so many pages need them."""
    return [f"sitemap-{number}.xml" for number in range(1, -(-count // _LIMIT) + 1)] if count > _LIMIT else []


def _robots(site: Site) -> str:
    if site.settings.preview:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.settings.absolute('/sitemap.xml')}\n"


def _sitemaps(site: Site, plans: Sequence[PagePlan]) -> dict[str, str]:
    parts = [plans[start : start + _LIMIT] for start in range(0, len(plans), _LIMIT)]
    if len(parts) <= 1:
        return {"sitemap.xml": _urlset(site, plans)}
    names = _further(len(plans))
    files = {name: _urlset(site, part) for name, part in zip(names, parts, strict=True)}
    return {"sitemap.xml": _index(site, names), **files}


def _index(site: Site, names: Iterable[str]) -> str:
    rows = "".join(f"<sitemap><loc>{_escaped(site.settings.absolute('/' + name))}</loc></sitemap>\n" for name in names)
    return f"{_HEADER}<sitemapindex {_NAMESPACES}>\n{rows}</sitemapindex>\n"


def _urlset(site: Site, plans: Iterable[PagePlan]) -> str:
    rows = "".join(_url(site, plan) for plan in plans)
    return f'{_HEADER}<urlset {_NAMESPACES} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{rows}</urlset>\n'


def _url(site: Site, plan: PagePlan) -> str:
    modified = f"<lastmod>{plan.modified.isoformat()}</lastmod>" if plan.modified else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{_escaped(other.language)}" href="{_escaped(other.url)}"/>'
        for other in alternates(site, plan)
    )
    return f"<url><loc>{_escaped(site.settings.absolute(plan.address))}</loc>{modified}{links}</url>\n"


def _escaped(text: str) -> str:
    """Text in XML, also between double quotes. (The library's function for this loads that of the web.)"""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
