"""A news item or document on its own page, and plain pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from newsportal.languages import Language
from newsportal.model import Article, Cover, Document, Picture, PlainPage, SectionKind, local_day
from newsportal.outputs import mark_of
from newsportal.render import Heading
from newsportal.render.pictures import BODY_SIZES, picture_attributes, srcset
from newsportal.views.cards import Card, cards, iso, mark
from newsportal.views.citing import CitedIn, CitedList, cited_in, cited_list, cited_mark
from newsportal.views.documents import RecordRow, Status, foreign_language, record, status
from newsportal.views.figures import views_file
from newsportal.views.mentions import LinePart, linked_lines
from newsportal.views.related import RelatedIndex, Relations
from newsportal.views.relations import Relation, document_relations, told_labels
from newsportal.views.sheet import Sheet, sheet
from newsportal.views.site import Crumb, Feature, FeedLink, PagePlan, Site

_SYLLABLES_A_MINUTE = 240
_MIN_CONTENTS = 4
"""A text with fewer headings than this needs no contents list."""


class CoverView(NamedTuple):
    """The lead photo; `language` is set when its words are in another language than the page's."""

    src: str
    srcset: str
    sizes: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    language: str


class AttachmentView(NamedTuple):
    """A download with its kind ("PDF") and size ("1,2 MB")."""

    title: str
    address: str
    kind: str
    size: str


class Dated(NamedTuple):
    """A moment for machines and for people, with a note."""

    iso: str
    text: str
    note: str = ""


class TagLink(NamedTuple):
    """A tag of the item; `address` is empty where tag pages are switched off."""

    title: str
    address: str


class Neighbour(NamedTuple):
    """The item before or after in its section."""

    title: str
    address: str


class DocumentView(NamedTuple):
    """What the page of a document has besides. `sheet` is None where the text is shown by itself, a translation's with
    a word about it; `language` is that of `recipients` where it is not the page's; `pdf` an address or empty; `lines`
    are those of the legal basis that the record and the sheet show, with links to documents."""

    status: Status | None
    record: tuple[RecordRow, ...]
    relations: tuple[Relation, ...]
    sheet: Sheet | None
    is_translation: bool
    recipients: tuple[str, ...]
    language: str
    pdf: str
    lines: Mapping[str, tuple[LinePart, ...]]


class ArticleView(NamedTuple):
    """Everything an item's page shows. `body` is HTML with site paths; `views_file` has the number of its views, empty
    where there are no figures."""

    heading: str
    section: str
    section_address: str
    is_document: bool
    published: Dated
    updated: Dated | None
    authors: tuple[str, ...]
    minutes: str
    lead: str
    cover: CoverView | None
    document: DocumentView | None
    number: str
    contents: tuple[Heading, ...]
    body: str
    attachments: tuple[AttachmentView, ...]
    corrections: tuple[Dated, ...]
    source_name: str
    source_url: str
    tags: tuple[TagLink, ...]
    related: tuple[Card, ...]
    newer: Neighbour | None
    older: Neighbour | None
    cited: CitedList
    cited_in: CitedIn | None
    url: str
    mark: str
    views_file: str


class PlainView(NamedTuple):
    """A plain page."""

    heading: str
    lead: str
    contents: tuple[Heading, ...]
    body: str


@dataclass(frozen=True, slots=True)
class _Positions:
    """Where each item stands among those of its language and of its section."""

    in_language: Mapping[str, int]
    in_section: Mapping[str, int]


def article_pages(site: Site) -> Iterator[PagePlan]:
    """One page an item."""
    positions = _positions(site)
    for article in site.catalog.articles:
        yield _plan(site, article, positions)


def _positions(site: Site) -> _Positions:
    codes = [language.code for language in site.settings.languages]
    in_section = {
        article.path: position
        for code in codes
        for section in site.catalog.sections
        for position, article in enumerate(site.catalog.in_section(code, section.id))
    }

    return _Positions(
        in_language={
            article.path: position for code in codes for position, article in enumerate(site.catalog.in_language(code))
        },
        in_section=in_section,
    )


def _index(site: Site, code: str) -> RelatedIndex:
    """What belongs together in a language; not made before a page asks for it."""
    known: RelatedIndex | None = site.views.get(("index", code))
    if known is None:
        articles = site.catalog.in_language(code)
        faces = [mark_of(site.face(each.path) + ",".join(each.tags).encode()) for each in articles]
        known = site.views["index", code] = RelatedIndex(articles, faces, site.relations.get(code))
    return known


def relations(site: Site) -> Mapping[str, Relations]:
    """What this build and those before have found out of items that belong together, for `Site.relations`."""
    made = {place: value.known() for (kind, place), value in site.views.items() if kind == "index"}
    former = site.relations
    return {**former, **{code: known for code, known in made.items() if known != former.get(code)}}


def _plan(site: Site, article: Article, positions: _Positions) -> PagePlan:
    language = site.settings.language(article.language)
    section = site.catalog.section(article.section)
    section_address = site.addresses.section(section, language)
    address = site.address_of(article)
    return PagePlan(
        address=address,
        template="article.html",
        language=language,
        title=article.title,
        content=partial(_content, site, article, positions),
        shows=partial(_shown, site, article, positions),
        crumbs=(Crumb(section.titles[language.code], section_address), Crumb(article.title, address)),
        alternates=_alternates(site, article),
        fallbacks={other.code: site.addresses.section(section, other) for other in site.settings.languages},
        section=section.id,
        source=article.path,
        feeds=(FeedLink(section.titles[language.code], section_address),),
        article=article,
        modified=local_day(article.updated or article.date),
    )


def _alternates(site: Site, article: Article) -> dict[str, str]:
    found = {language.code: site.catalog.translation(article, language.code) for language in site.settings.languages}
    return {code: site.address_of(other) for code, other in found.items() if other}


def _related(site: Site, article: Article, positions: _Positions) -> tuple[Article, ...]:
    place = positions.in_language[article.path]
    return _index(site, article.language).related(place, site.settings.related)


def _shown(site: Site, article: Article, positions: _Positions) -> bytes:
    """What the mark of the item does not tell: a preview's mark, how the items around it look, and what the portal has
    of documents it cites and of items that cite it."""
    language = site.settings.language(article.language)
    neighbours = (_neighbour(site, each) for each in _neighbours(site, article, positions))
    beside = "\0".join(part for each in neighbours for part in each or ("", ""))
    return (
        site.faces_of((article, *_related(site, article, positions)))
        + beside.encode()
        + cited_mark(site, article, language)
    )


def _content(site: Site, article: Article, positions: _Positions) -> ArticleView:
    language = site.settings.language(article.language)
    section = site.catalog.section(article.section)
    body = site.body(article.path)
    newer, older = _neighbours(site, article, positions)
    cited = cited_list(site, article, language)
    return ArticleView(
        heading=article.title,
        section=section.titles[language.code],
        section_address=site.addresses.section(section, language),
        is_document=section.kind is SectionKind.DOCUMENTS,
        published=Dated(iso(article.date), language.moment(article.date)),
        updated=Dated(iso(article.updated), language.moment(article.updated)) if article.updated else None,
        authors=article.authors,
        minutes=_minutes(language, body.text),
        lead=article.summary,
        cover=cover_view(site, article.cover, language) if article.cover else None,
        document=_document(site, article, article.document, cited) if article.document else None,
        number=article.document.number if article.document else "",
        contents=_contents(body.headings),
        body=body.html,
        attachments=tuple(_attachments(site, article, language)),
        corrections=tuple(
            Dated(iso(entry.date), language.date(entry.date), entry.note) for entry in article.corrections
        ),
        source_name=article.source.name if article.source else "",
        source_url=article.source.url if article.source else "",
        tags=_tags(site, article, language),
        related=cards(site, _related(site, article, positions)),
        newer=_neighbour(site, newer),
        older=_neighbour(site, older),
        cited=cited,
        cited_in=cited_in(site, article, language),
        url=site.settings.absolute(site.address_of(article)),
        mark=mark(site, article),
        views_file=views_file(site, site.address_of(article)),
    )


def _document(site: Site, article: Article, document: Document, cited: CitedList) -> DocumentView:
    language = site.settings.language(article.language)
    relations = document_relations(site, article, language)
    told = told_labels(site, article, language)
    laid_out = sheet(article, site.settings, site.body(article.path).text)
    return DocumentView(
        status=status(site, article, language),
        record=tuple(row for row in record(document, language) if row.label not in told),
        relations=relations,
        sheet=laid_out,
        is_translation=language != site.settings.primary,
        recipients=document.recipients,
        language=foreign_language(document, language),
        pdf=site.pdf_of(article),
        lines=linked_lines((*document.legal_basis, *(laid_out.basis if laid_out else ())), cited),
    )


def cover_view(site: Site, cover: Cover, language: Language) -> CoverView | None:
    """The cover in page size; None when its file is gone (the problem is told elsewhere)."""
    picture = site.picture(cover.src)
    return _cover_view(picture, cover, language) if picture else None


def _cover_view(picture: Picture, cover: Cover, language: Language) -> CoverView:
    return CoverView(
        src=picture_attributes(picture)["src"],
        srcset=srcset(picture),
        sizes=BODY_SIZES,
        width=picture.width,
        height=picture.height,
        alt=cover.alt,
        caption=cover.caption,
        credit=cover.credit,
        language="" if cover.language == language.code else cover.language,
    )


def _minutes(language: Language, text: str) -> str:
    spaces = text.count(" ") + text.count("\n")  # one between any two words, as bodies have it
    minutes = max(1, round((spaces + 1) / _SYLLABLES_A_MINUTE))
    return language.labels.read_minutes.format(count=minutes)


def _contents(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    top = tuple(heading for heading in headings if heading.level <= 3)
    return top if len(top) >= _MIN_CONTENTS else ()


def _attachments(site: Site, article: Article, language: Language) -> Iterator[AttachmentView]:
    for attachment in article.attachments:
        found = site.media.get(attachment.file)
        if found:
            kind = attachment.file.rsplit(".", 1)[-1].upper()
            yield AttachmentView(attachment.title, found.address, kind, language.size(found.size))


def _tags(site: Site, article: Article, language: Language) -> tuple[TagLink, ...]:
    has_pages, code = Feature.TAGS in site.features, language.code
    return tuple(
        TagLink(tag.titles[code], site.addresses.tag(tag, language) if has_pages else "")
        for tag in site.catalog.tags_of(article)
    )


def _neighbours(site: Site, article: Article, positions: _Positions) -> tuple[Article | None, Article | None]:
    """The next newer and next older item of the section."""
    members = site.catalog.in_section(article.language, article.section)
    at = positions.in_section[article.path]
    newer = members[at - 1] if at > 0 else None
    older = members[at + 1] if at + 1 < len(members) else None
    return newer, older


def _neighbour(site: Site, article: Article | None) -> Neighbour | None:
    return Neighbour(article.title, site.address_of(article)) if article else None


def plain_pages(site: Site) -> Iterator[PagePlan]:
    """The plain pages of every language."""
    for language in site.settings.languages:
        for page in site.catalog.plain_pages(language.code):
            yield _plain_plan(site, page, language)


def _plain_plan(site: Site, page: PlainPage, language: Language) -> PagePlan:
    address = site.addresses.page(page)
    found = {other.code: site.catalog.page_translation(page, other.code) for other in site.settings.languages}
    return PagePlan(
        address=address,
        template="page.html",
        language=language,
        title=page.title,
        content=partial(_plain_content, site, page),
        crumbs=(Crumb(page.title, address),),
        alternates={code: site.addresses.page(other) for code, other in found.items() if other},
        description=page.description,
        source=page.path,
    )


def _plain_content(site: Site, page: PlainPage) -> PlainView:
    body = site.body(page.path)
    return PlainView(page.title, page.description, _contents(body.headings), body.html)
