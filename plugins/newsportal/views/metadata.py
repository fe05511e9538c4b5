"""What machines read about a page: canonical address, languages, Open Graph, Dublin Core and schema.org.

Dublin Core elements are those TT 24/2011/TT-BTTTT asks for on every item; NĐ 224/2026/NĐ-CP Điều 11 asks for metadata
by which other portals can find and link content.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from newsportal.model import Article, SectionKind
from newsportal.text import truncate
from newsportal.views.cards import iso, lead
from newsportal.views.site import Crumb, Feature, FeedLink, PagePlan, Site

_DESCRIPTION_LENGTH = 200
_SHARE_PICTURE = "/assets/images/share.png"


class Alternate(NamedTuple):
    """The same page in a language; `language` is a code or `x-default`."""

    language: str
    url: str


class Head(NamedTuple):
    """The machine-readable part of a page. All URLs are whole; `linked_data` is JSON safe inside a script element."""

    title: str
    description: str
    canonical: str
    robots: str
    alternates: tuple[Alternate, ...]
    feeds: tuple[FeedLink, ...]
    properties: tuple[tuple[str, str], ...]
    elements: tuple[tuple[str, str], ...]
    linked_data: str


def head(site: Site, plan: PagePlan, crumbs: tuple[Crumb, ...]) -> Head:
    """The head of the planned page; `crumbs` include the home page."""
    settings, code = site.settings, plan.language.code
    name, summary = settings.site_name[code], description(site, plan)
    return Head(
        title=plan.title if plan.title == name else f"{plan.title} – {name}",
        description=summary,
        canonical=settings.absolute(plan.address),
        robots="" if plan.indexed else "noindex, follow",
        alternates=tuple(alternates(site, plan)),
        feeds=plan.feeds if Feature.FEEDS in site.features else (),
        properties=tuple(_open_graph(site, plan, summary)),
        elements=tuple(_dublin_core(site, plan, summary)),
        linked_data=_json(_graph(site, plan, summary, crumbs)),
    )


def description(site: Site, plan: PagePlan) -> str:
    """One or two sentences for search engines and shared links."""
    text = lead(site, plan.article) if plan.article else plan.description
    return truncate(text or f"{plan.title} – {site.settings.agency.name[plan.language.code]}", _DESCRIPTION_LENGTH)


def alternates(site: Site, plan: PagePlan) -> Iterator[Alternate]:
    """All languages of the page, its own included, when there is more than one; Vietnamese is the default."""
    if len(plan.alternates) < 2:
        return
    for language in site.settings.languages:
        if language.code in plan.alternates:
            yield Alternate(language.code, site.settings.absolute(plan.alternates[language.code]))
    primary = site.settings.primary.code
    if primary in plan.alternates:
        yield Alternate("x-default", site.settings.absolute(plan.alternates[primary]))


def _share_picture(site: Site, article: Article | None) -> tuple[str, str]:
    """(URL, alternative text) of the picture that stands for the page when it is shared."""
    if article and article.cover and site.picture(article.cover.src):
        return site.settings.absolute(site.media[article.cover.src].address), article.cover.alt
    return site.settings.absolute(_SHARE_PICTURE), ""


def _open_graph(site: Site, plan: PagePlan, summary: str) -> Iterator[tuple[str, str]]:
    settings, language = site.settings, plan.language
    picture, alt = _share_picture(site, plan.article)
    yield "og:type", "article" if plan.article else "website"
    yield "og:title", plan.title
    yield "og:description", summary
    yield "og:url", settings.absolute(plan.address)
    yield "og:site_name", settings.site_name[language.code]
    yield "og:locale", language.locale
    for other in settings.languages:
        if other.code != language.code and other.code in plan.alternates:
            yield "og:locale:alternate", other.locale
    yield "og:image", picture
    if alt:
        yield "og:image:alt", alt
    if plan.article:
        yield "article:published_time", iso(plan.article.date)
        yield "article:modified_time", iso(plan.article.updated or plan.article.date)
        yield "article:section", site.catalog.section(plan.article.section).titles[language.code]
        for title in _subjects(site, plan.article):
            yield "article:tag", title


def _subjects(site: Site, article: Article) -> tuple[str, ...]:
    """The titles of an item's tags in its language."""
    titles = {tag.id: tag.titles[article.language] for tag in site.catalog.tags_of(article)}
    return tuple(titles[tag] for tag in article.tags)


def _dublin_core(site: Site, plan: PagePlan, summary: str) -> Iterator[tuple[str, str]]:
    code = plan.language.code
    publisher = site.settings.agency.name[code]
    article = plan.article
    yield "DC.title", plan.title
    yield "DC.creator", ", ".join(article.authors) if article and article.authors else publisher
    yield "DC.publisher", publisher
    yield "DC.language", code
    yield "DC.identifier", site.settings.absolute(plan.address)
    yield "DC.description", summary
    if article is None:
        return
    yield "DC.date", iso(article.date)
    if article.source:
        yield "DC.source", article.source.url or article.source.name
    for name in article.authors[1:]:
        yield "DC.contributor", name
    for title in _subjects(site, article):
        yield "DC.subject", title
    if article.document and article.document.number:
        yield "DC.identifier", article.document.number


def _graph(site: Site, plan: PagePlan, summary: str, crumbs: tuple[Crumb, ...]) -> Mapping[str, Any]:
    parts = [_publisher(site, plan)]
    if plan.article:
        parts.append(_news(site, plan, plan.article, summary))
    if crumbs:
        parts.append(_breadcrumb(site, crumbs))
    return {"@context": "https://schema.org", "@graph": parts}


def _publisher(site: Site, plan: PagePlan) -> dict[str, Any]:
    settings, code = site.settings, plan.language.code
    return {
        "@type": "GovernmentOrganization",
        "@id": settings.absolute("/#agency"),
        "name": settings.agency.name[code],
        "url": settings.absolute(site.addresses.home(plan.language)),
        "logo": settings.absolute("/assets/images/emblem.svg"),
    }


def _news(site: Site, plan: PagePlan, article: Article, summary: str) -> dict[str, Any]:
    """A news item as NewsArticle; a document as DigitalDocument, which has no headline of a newspaper."""
    section = site.catalog.section(article.section)
    kind = "DigitalDocument" if section.kind is SectionKind.DOCUMENTS else "NewsArticle"
    picture, _ = _share_picture(site, article)
    url = site.settings.absolute(plan.address)
    values: dict[str, Any] = {
        "@type": kind,
        "@id": url,
        "url": url,
        "headline": truncate(article.title, 110),
        "description": summary,
        "inLanguage": article.language,
        "datePublished": iso(article.published),
        "dateModified": iso(article.updated or article.published),
        "image": [picture],
        "author": [{"@type": "Person", "name": name} for name in article.authors]
        or [{"@id": site.settings.absolute("/#agency")}],
        "publisher": {"@id": site.settings.absolute("/#agency")},
        "articleSection": section.titles[article.language],
        "keywords": list(_subjects(site, article)),
        "isAccessibleForFree": True,
    }
    if kind == "DigitalDocument":
        del values["articleSection"]
    if pdf := site.pdf_of(article):
        file = {"encodingFormat": "application/pdf", "contentUrl": site.settings.absolute(pdf)}
        values["encoding"] = {"@type": "MediaObject", **file}
    return values


def _breadcrumb(site: Site, crumbs: tuple[Crumb, ...]) -> dict[str, Any]:
    steps = [
        {"@type": "ListItem", "position": position, "name": crumb.title, "item": site.settings.absolute(crumb.address)}
        for position, crumb in enumerate(crumbs, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _json(value: Mapping[str, Any]) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
