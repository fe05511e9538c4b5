"""The portal put together: content folder and settings in, a planned site and all its problems out."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from newsportal.catalog import Catalog, build_catalog, duplicate_ids
from newsportal.content import Content, load_content
from newsportal.content.nearest import nearest
from newsportal.media import MediaCache, scan
from newsportal.model import Article, Item, MediaFile, PlainPage, Problem, Settings, Severity, sort_problems
from newsportal.render import Body, BodyRenderer, Post, line_with
from newsportal.views import (
    Addresses,
    Feature,
    PagePlan,
    Redirect,
    Site,
    address_problems,
    machine_files,
    plan_pages,
    redirects,
)

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done and how much there is."""


def _silent(stage: str, done: int, total: int) -> None:
    """Progress for nobody."""


@dataclass(frozen=True, slots=True)
class Portal:
    """A site ready to be written. `root` is the content folder; `problems` are sorted and complete."""

    root: Path
    site: Site
    plans: tuple[PagePlan, ...]
    redirects: tuple[Redirect, ...]
    problems: tuple[Problem, ...]
    renderer: BodyRenderer = field(compare=False)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop publication."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    def machine_files(self) -> Mapping[str, str]:
        """Site map and robots.txt by path in the site."""
        return machine_files(self.site, self.plans)

    def published_media(self) -> tuple[MediaFile, ...]:
        """The media that published pages show or offer, and no others: a draft's photo stays private."""
        used = {path for source in self.site.catalog.items for path in self._media_of(source)}
        return tuple(self.site.media[path] for path in sorted(used) if path in self.site.media)

    def _media_of(self, source: Item) -> Iterator[str]:
        yield from self.site.body(source.path).media
        if isinstance(source, Article):
            if source.cover:
                yield source.cover.src
            yield from (attachment.file for attachment in source.attachments)

    def post(self, source: Item, markdown: str) -> Post:
        """What the renderer needs to make `markdown` the body of `source`."""
        return _post(self.root, self.site.settings, source, markdown)


def assemble(
    root: Path,
    settings: Settings,
    features: frozenset[Feature],
    cache: MediaCache,
    progress: Progress = _silent,
) -> Portal:
    """Reads, checks, renders and plans. Nothing is written but the cache; nothing is raised for bad content."""
    progress("read", 0, 1)
    media, media_problems = scan(root / "media", settings, cache)
    content = load_content(root, settings.languages, media)
    catalog = _catalog(content, settings)
    renderer = BodyRenderer(settings.markdown, media, _resolver(content, catalog, settings))
    bodies, body_problems = _render(root, settings, content, renderer, progress)
    site = Site(settings, catalog, media, bodies, features)
    plans, old = plan_pages(site), tuple(redirects(site))
    problems = [
        *media_problems,
        *content.problems,
        *duplicate_ids(content.articles, root.name),
        *body_problems,
        *address_problems(plans, old, root.name, frozenset(media_addresses(media))),
        *_dead_links(root, site, plans, old),
    ]
    return Portal(root, site, plans, old, sort_problems(problems), renderer)


def media_addresses(media: Mapping[str, MediaFile]) -> Iterator[str]:
    """The addresses taken by media files."""
    return (found.address for found in media.values())


def _catalog(content: Content, settings: Settings) -> Catalog:
    vocabulary = content.vocabulary
    return build_catalog(
        content.articles,
        content.pages,
        vocabulary.sections,
        vocabulary.tags,
        now=settings.build_time,
        preview=settings.preview,
    )


def _render(
    root: Path, settings: Settings, content: Content, renderer: BodyRenderer, progress: Progress
) -> tuple[dict[str, Body], list[Problem]]:
    """Every body, drafts included: an editor wants to hear of their problems too."""
    sources: tuple[Item, ...] = (*content.articles, *content.pages)
    bodies: dict[str, Body] = {}
    problems: list[Problem] = []
    for done, source in enumerate(sources, start=1):
        rendered = renderer.render(_post(root, settings, source, source.body))
        bodies[source.path] = rendered.body
        problems += rendered.problems
        progress("render", done, len(sources))
    return bodies, problems


def _post(root: Path, settings: Settings, source: Item, markdown: str) -> Post:
    language = settings.language(source.language)
    return Post(source.path, f"{root.name}/{source.path}", language, markdown, source.body_line)


def _resolver(content: Content, catalog: Catalog, settings: Settings) -> Callable[[str, str], str | None]:
    """Follows links between sources: `../2022/a.md#ii` is the address of that item with the fragment."""
    addresses = Addresses(settings)
    known = {article.path for article in content.articles} | {page.path for page in content.pages}

    def resolve(link: str, path: str) -> str | None:
        parts = urlsplit(link)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        found = catalog.at_path(target)
        if found is None:
            return "" if target in known else None
        if isinstance(found, PlainPage):
            address = addresses.page(found)
        else:
            address = addresses.article(found, catalog.section(found.section))
        return address + (f"#{parts.fragment}" if parts.fragment else "")

    return resolve


def _dead_links(root: Path, site: Site, plans: Iterable[PagePlan], old: Iterable[Redirect]) -> Iterator[Problem]:
    """Links written as addresses of this site that no page has."""
    known = {plan.address for plan in plans} | {redirect.address for redirect in old}
    known |= set(media_addresses(site.media))
    for source in site.catalog.items:
        for link in site.body(source.path).site_links:
            path = urlsplit(link).path
            if path not in known and not path.startswith(("/search/", "/assets/")):
                line = line_with(link, source.body, source.body_line)
                values = (("nearest", nearest(path, known)), ("target", link[:120]))
                yield Problem(f"{root.name}/{source.path}", line, "body", "body.link", values)
