"""The portal put together: content folder and settings in, a planned site and all its problems out."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from urllib.parse import unquote, urlsplit

from newsportal.bodies import Bodies, RenderedPost, Rendering, render_posts
from newsportal.cache import Store
from newsportal.catalog import Catalog, Visibility, build_catalog, duplicate_ids, visibility
from newsportal.content import Content, ContentMemory, load_content
from newsportal.content.nearest import nearest
from newsportal.documents import KnownLinks, known_links
from newsportal.media import MediaCache, scan
from newsportal.model import Article, Item, MediaFile, PlainPage, Problem, Settings, Severity, Statistics, sort_problems
from newsportal.outputs import mark_of_value
from newsportal.render import Outline, Post, line_with
from newsportal.views import (
    FEED_FORMATS,
    MACHINE_ADDRESSES,
    REGISTER_SCHEMA,
    Addresses,
    Feature,
    PagePlan,
    Redirect,
    Relations,
    Site,
    address_problems,
    faces_mark,
    feed_scopes,
    item_faces,
    item_marks,
    machine_files,
    plan_pages,
    redirects,
    register_addresses,
    registers,
)

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done and how much there is."""


def _silent(stage: str, done: int, total: int) -> None:
    """Progress for nobody."""


@dataclass(frozen=True, slots=True)
class PortalMemory:
    """What the next build may start from: sources, texts rendered in a dialect of Markdown, whose mark this is, which
    items belong together, and what documents' records say of others."""

    content: ContentMemory = field(default_factory=ContentMemory)
    dialect: bytes = b""
    rendered: Mapping[str, RenderedPost] = field(default_factory=dict)
    relations: Mapping[str, Relations] = field(default_factory=dict)
    links: KnownLinks = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where a build keeps what it makes; `former` are the last one's findings, which change nothing in the result."""

    media: MediaCache
    store: Store
    former: PortalMemory = field(default_factory=PortalMemory)

    @classmethod
    def at(cls, folder: Path) -> Workshop:
        """One that keeps all below a cache folder and knows of no former build."""
        return cls(MediaCache(folder), Store(folder))


@dataclass(frozen=True, slots=True)
class Portal:
    """A site ready to be written. `root` is the content folder; `problems` are sorted and complete.

    While `faces` is the same, an item's new text changes no page but its own.
    """

    root: Path
    site: Site
    plans: tuple[PagePlan, ...]
    redirects: tuple[Redirect, ...]
    problems: tuple[Problem, ...]
    rendering: Rendering = field(compare=False)
    memory: PortalMemory = field(compare=False)
    faces: bytes = b""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop publication."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    def machine_files(self) -> Mapping[str, str]:
        """Site map, robots.txt and the map of old addresses by path in the site."""
        return machine_files(self.site, self.plans)

    def published_media(self) -> tuple[MediaFile, ...]:
        """The media that published pages show or offer, and no others: a draft's photo stays private."""
        used = {path for source in self.site.catalog.items for path in self._media_of(source)}
        return tuple(self.site.media[path] for path in sorted(used) if path in self.site.media)

    def _media_of(self, source: Item) -> Iterator[str]:
        yield from self.site.outline(source.path).media
        if isinstance(source, Article):
            yield from source.files

    def post(self, source: Item, markdown: str) -> Post:
        """What the renderer needs to make `markdown` the body of `source`."""
        return _post(self.root, self.site.settings, source, markdown.encode())


def assemble(
    root: Path,
    settings: Settings,
    features: frozenset[Feature],
    workshop: Workshop,
    progress: Progress = _silent,
    statistics: Statistics | Problem | None = None,
) -> Portal:
    """Reads, checks, renders and plans. Nothing is written but the cache; nothing is raised for bad content.

    `statistics` are the figures of visits, or what is wrong with them.
    """
    progress("read", 0, 1)
    media, media_problems = scan(root / "media", settings, workshop.media)
    content = load_content(root, settings.languages, media, workshop.former.content)
    catalog = _catalog(content, settings)
    resolver, cites = _resolver(content, catalog, settings), Feature.DOCUMENTS in features
    rendering = Rendering(settings.markdown, media, resolver, cites)
    bodies, memory = _render(root, settings, content, rendering, workshop, progress)
    figures = None if isinstance(statistics, Problem) else statistics
    outlines, known = _outlines(memory), workshop.former.relations
    if cites:
        memory = replace(memory, links=known_links(content.articles, content.faces, workshop.former.links))
    site = Site(settings, catalog, media, bodies, features, outlines, relations=known, statistics=figures)
    site = replace(site, links=memory.links)
    site = replace(site, marks=item_marks(site, content.marks), faces=item_faces(site, content.faces))
    body_problems = [problem for entry in memory.rendered.values() for problem in entry.problems]
    plans, old, files = plan_pages(site), tuple(redirects(site)), _file_addresses(root, site)
    problems = [
        *media_problems,
        *_not_told_yet([*content.problems, *body_problems], media_problems, root),
        *duplicate_ids(content.articles, root.name),
        *address_problems(site, plans, old, _waiting(content, site), root.name, files),
        *_dead_links(root, site, plans, old, files),
        *([statistics] if isinstance(statistics, Problem) else ()),
    ]
    return Portal(root, site, plans, old, sort_problems(problems), rendering, memory, faces_mark(site))


def _outlines(memory: PortalMemory) -> Mapping[str, Outline]:
    return {path: entry.outline for path, entry in memory.rendered.items()}


def _not_told_yet(problems: Iterable[Problem], of_media: Iterable[Problem], root: Path) -> Iterator[Problem]:
    """The problems without those that only follow from another: a damaged photo is not missing besides."""
    unfit = {problem.path for problem in of_media}
    for problem in problems:
        missing = dict(problem.values).get("src") if problem.code == "media.missing" else None
        if missing is None or f"{root.name}/media/{missing}" not in unfit:
            yield problem


def _waiting(content: Content, site: Site) -> tuple[Article, ...]:
    """Items that will be published in time without a further edit."""
    now, catalog = site.settings.build_time, site.catalog
    hidden = (article for article in content.articles if catalog.at_path(article.path) is None)
    return tuple(article for article in hidden if visibility(article, now) is Visibility.SCHEDULED)


def _file_addresses(root: Path, site: Site) -> Mapping[str, str]:
    """The addresses of files that are no pages, with what problems call their owners."""
    scopes = [scope for language in site.settings.languages for scope in feed_scopes(site, language)]
    return {
        **{found.address: f"{root.name}/media/{found.path}" for found in site.media.values()},
        **{f"{scope.scope}{name}": f"RSS “{scope.title}”" for scope in scopes for name in FEED_FORMATS},
        **{address: address[1:] for address in (*MACHINE_ADDRESSES, *_register_files(site))},
        **{pdf: f"{root.name}/{each.path}" for each in site.catalog.articles if (pdf := site.pdf_of(each))},
    }


def _register_files(site: Site) -> Iterator[str]:
    """The addresses of the files of registers, and of their schema."""
    full = [register for register in registers(site) if register.chosen()]
    yield from (address for register in full for address in register_addresses(site, register))
    yield from (REGISTER_SCHEMA,) if full else ()


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
    root: Path, settings: Settings, content: Content, rendering: Rendering, workshop: Workshop, progress: Progress
) -> tuple[Bodies, PortalMemory]:
    """Every body, drafts included: an editor wants to hear of their problems too."""
    sources: tuple[Item, ...] = (*content.articles, *content.pages)
    posts = [_post(root, settings, each, each.text, content.marks[each.path]) for each in sources]
    counter = count(1)

    def done(number: int) -> None:
        for _ in range(number):
            progress("render", next(counter), len(posts))

    dialect, former = mark_of_value((settings.markdown, rendering.cites)), workshop.former
    known = former.rendered if former.dialect == dialect else {}
    bodies, rendered = render_posts(posts, rendering, known, workshop.store, done)
    return bodies, PortalMemory(content.memory, dialect, rendered)


def _post(root: Path, settings: Settings, source: Item, text: bytes, mark: bytes = b"") -> Post:
    language = settings.language(source.language)
    is_document = isinstance(source, Article) and source.document is not None
    return Post(source.path, f"{root.name}/{source.path}", language, text, source.body_line, mark, is_document)


def _resolver(content: Content, catalog: Catalog, settings: Settings) -> Callable[[str, str], str | None]:
    """Follows links between sources: `../2022/a.md#ii` is the address of that item with the fragment."""
    addresses = Addresses(settings)

    def resolve(link: str, path: str) -> str | None:
        parts = urlsplit(link)
        written = unicodedata.normalize("NFC", unquote(parts.path))
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), written))
        found = catalog.at_path(target)
        if found is None:
            return "" if target in content.sources else None
        if isinstance(found, PlainPage):
            address = addresses.page(found)
        else:
            address = addresses.article(found, catalog.section(found.section))
        return address + (f"#{parts.fragment}" if parts.fragment else "")

    return resolve


def _dead_links(
    root: Path, site: Site, plans: Iterable[PagePlan], old: Iterable[Redirect], files: Iterable[str]
) -> Iterator[Problem]:
    """Links written as addresses of this site that no page or file has."""
    known = {plan.address for plan in plans} | {redirect.address for redirect in old} | set(files)
    for source in site.catalog.items:
        for link in site.outline(source.path).site_links:
            path = urlsplit(link).path
            if path not in known and not path.startswith(("/search/", "/assets/")):
                line = line_with((f"]({link}", link), source.body, source.body_line)
                values = (("nearest", nearest(path, known)), ("target", link[:120]))
                yield Problem(f"{root.name}/{source.path}", line, "body", "body.link", values)
