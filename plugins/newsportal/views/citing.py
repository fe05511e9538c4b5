"""What an item's page shows of the documents it cites, and a document's page of the items that cite it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from newsportal.citations import Kind, Reference, type_name
from newsportal.documents import CitationGraph, Resolution, identity_of
from newsportal.languages import Language
from newsportal.model import Article, Document, SectionKind
from newsportal.outputs import mark_of
from newsportal.render import Cited
from newsportal.text import slugify
from newsportal.views.cards import iso
from newsportal.views.documents import status_name, status_today
from newsportal.views.indexes import document_chains, document_index, document_links, has_citations, shown_article
from newsportal.views.registers import type_slug
from newsportal.views.site import Feature, Site

SHOWN_ITEMS = 20
"""Citing items that a page names, newest first; search finds all."""

_ID_BYTES = 5

_OPEN = 6
"""Cited documents up to which their list is open from the start."""


class Candidate(NamedTuple):
    """A document that may be meant."""

    label: str
    address: str


class CitedView(NamedTuple):
    """A document an item cites, as the list on its page and the card over the citation show it.

    `address` is where the citation leads; `language` is that of the page there where it is another than this one's;
    `own_name` is what `label` begins with where that is Vietnamese on a page in another language, "" elsewhere;
    `register` is the document's entry in an outside database.
    """

    id: str
    label: str
    own_name: str
    address: str
    date: str
    issuer: str
    title: str = ""
    status: str = ""
    status_name: str = ""
    language: str = ""
    is_here: bool = False
    note: str = ""
    candidates: tuple[Candidate, ...] = ()
    register: str = ""

    @property
    def rest_of_label(self) -> str:
        """The label after `own_name`."""
        return self.label.removeprefix(self.own_name)


class CitingView(NamedTuple):
    """An item that cites a document, with the sentence in which it does."""

    title: str
    address: str
    date_iso: str
    date: str
    number: str
    sentence: str


class CitedList(NamedTuple):
    """The documents an item cites, also by what its text says of them, as `Reference.encoded` gives it; `is_open` where
    the list is short."""

    documents: tuple[CitedView, ...]
    by_reference: Mapping[str, CitedView]
    total: str
    is_open: bool


class CitedIn(NamedTuple):
    """The news about a document and the documents that cite it; `more` is what of all these is not named."""

    news: tuple[CitingView, ...]
    documents: tuple[CitingView, ...]
    more: str
    all_address: str


def citation_graph(site: Site, language: Language) -> CitationGraph:
    """Who cites what in a language."""
    known: CitationGraph | None = site.views.get(("citations", language.code))
    if known is None:
        index, home = document_index(site), home_of(site)
        articles = site.catalog.in_language(language.code)
        known = CitationGraph(articles, lambda article: cited_by(site, article), index, home)
        site.views["citations", language.code] = known
    return known


def home_of(site: Site) -> str:
    """The portal's own agency, with its province, which texts need not repeat."""
    return site.settings.agency.name[site.settings.primary.code]


def cited_by(site: Site, article: Article) -> Sequence[str]:
    """The documents an item cites, in its record and its text, each once."""
    cited = site.outline(article.path).cited
    if article.document is None:
        return cited
    return tuple(dict.fromkeys((*document_links(site, article).named, *cited)))


def cites_documents(site: Site, language: Language) -> bool:
    """Whether a language has a page of documents cited."""
    return has_citations(site) and citation_graph(site, language).cites_anything


def cited_list(site: Site, article: Article, language: Language) -> CitedList:
    """The documents that an item's page lists."""
    if not has_citations(site):
        return CitedList((), {}, "", is_open=True)
    graph = citation_graph(site, language)
    found: dict[str, CitedView] = {}
    by_reference = {}
    for text in cited_by(site, article):
        if graph.resolve(text).document != article.key:
            shown = view_of(site, text, language)
            known = found.setdefault(shown.address, shown._replace(id=f"cited-{len(found) + 1}"))
            by_reference[text] = known
    return CitedList(tuple(found.values()), by_reference, language.number(len(found)), len(found) <= _OPEN)


def view_of(site: Site, text: str, language: Language) -> CitedView:
    """What is known of a document, the same on every page that cites it but for its place there."""
    place = f"cited {language.code}", text
    known: CitedView | None = site.views.get(place)
    if known is None:
        graph = citation_graph(site, language)
        known = site.views[place] = cited_view(site, graph.reference(text), graph.resolve(text), language, "")
    return known


def cited_mark(site: Site, article: Article, language: Language) -> bytes:
    """What an item's page shows of documents, but for what its own text and record tell."""
    if not has_citations(site):
        return b""
    graph = citation_graph(site, language)
    shown = map(graph.resolve, cited_by(site, article))
    keys = (key for resolution in shown for key in (resolution.document or "?", *resolution.candidates))
    return b"".join(document_mark(site, key, language) for key in keys) + _citing_mark(site, article, language)


def document_mark(site: Site, key: str, language: Language) -> bytes:
    """What is different when the portal has another document under a key, or it looks otherwise, or was replaced."""
    article = shown_article(site, key, language.code)
    fates = "\0".join(document_chains(site).replaced_by(key)) if article else ""
    return site.face(article.path) + fates.encode() if article else b"?"


def _citing_mark(site: Site, article: Article, language: Language) -> bytes:
    if article.document is None:
        return b""
    items, chains = citation_graph(site, language).citing(article.key), document_chains(site)
    fates = (*chains.replaced_by(article.key), *chains.amended_by(article.key))
    shown = (site.face(each.path) + site.outline(each.path).quotes for each in items[:SHOWN_ITEMS])
    return b"".join((*(document_mark(site, key, language) for key in fates), *shown, str(len(items)).encode()))


def cited_view(site: Site, reference: Reference, resolution: Resolution, language: Language, ident: str) -> CitedView:
    """What is known of a document that is cited, and where a citation leads: to it, or to its entry among all that are.
    `ident` is its fragment on the page."""
    labels = language.labels
    article = shown_article(site, resolution.document, language.code) if resolution.document else None
    if article:
        label, own_name = document_label(reference, language), _own_name(reference, language)
        return _view_here(site, article, language, (ident, label, own_name), reference)
    note = labels.not_here
    if resolution.candidates:
        note = labels.which_issuer if reference.year else labels.which_document
    return CitedView(
        id=ident,
        label=document_label(reference, language),
        own_name=_own_name(reference, language),
        date=language.date(reference.date) if reference.date else "",
        issuer=reference.agency,
        address=entry_address(site, reference, resolution, language),
        note=note,
        candidates=tuple(_candidates(site, resolution, language)),
        register=site.settings.database_address(reference.number),
    )


def unnumbered_view(site: Site, article: Article, language: Language) -> CitedView:
    """What is known of a document of the portal by whose number nobody could tell it: it goes by its title."""
    foreign = article.language != language.code
    told = "", article.title, article.title if foreign and article.language == "vi" else ""
    return _view_here(site, article, language, told, None)._replace(title="")


def _view_here(
    site: Site, article: Article, language: Language, told: tuple[str, str, str], reference: Reference | None
) -> CitedView:
    """A document of the portal; `told` are its fragment, its label, and what of that nobody has translated."""
    document, status = article.document or Document(), status_today(site, article)
    date = document.issued or (reference.date if reference else None)
    ident, label, own_name = told
    return CitedView(
        id=ident,
        label=label,
        own_name=own_name,
        title=document.subject or article.title,
        date=language.date(date) if date else "",
        issuer=document.issuer,
        status=status,
        status_name=status_name(status, language),
        address=site.address_of(article),
        language=article.language if article.language != language.code else "",
        is_here=True,
    )


def _candidates(site: Site, resolution: Resolution, language: Language) -> Iterator[Candidate]:
    for key in resolution.candidates:
        article = shown_article(site, key, language.code)
        if article:
            date = article.document.issued if article.document else None
            label = f"{article.title} ({language.date(date)})" if date else article.title
            yield Candidate(label, site.address_of(article))


def entry_address(site: Site, reference: Reference, resolution: Resolution, language: Language) -> str:
    """A document's entry among all that are cited; never another, however many are."""
    page = site.addresses.citations_of(cited_type_slug(reference, language), reference.year, language)
    return f"{page}#{entry_id(site, reference, resolution)}"


def document_label(reference: Reference, language: Language) -> str:
    """What a document is called in lists: "Quyết định số 124/QĐ-UBND"; a law by its name."""
    if not reference.serial or reference.kind is Kind.STANDARD:
        return reference.number
    name = reference.word or type_name(reference.type, language.code)
    return f"{name} {language.labels.numbered.format(number=reference.number)}".strip()


def _own_name(reference: Reference, language: Language) -> str:
    """The start of a label that nobody has translated: names of laws, words for types that no list has."""
    name = reference.word if reference.serial else reference.number
    return "" if language.code == "vi" or name.isascii() else name


def cited_type(reference: Reference, language: Language) -> str:
    """The name of a document's type, of technical standards and regulations their sign."""
    return type_name(reference.type, language.code) or language.labels.other_documents


def cited_type_slug(reference: Reference, language: Language) -> str:
    """The type as part of an address."""
    return type_slug(reference.type, language) or slugify(language.labels.other_documents)


def entry_id(site: Site, reference: Reference, resolution: Resolution) -> str:
    """The fragment of a document's entry: for people its number without what the page has in common, and for certainty
    a mark of all that the graph of citations tells documents apart by, of which letters without marks show too little.
    """
    identity = identity_of(reference, resolution, home_of(site))
    serial = reference.serial or reference.number
    mark = mark_of("\0".join(identity).encode())[:_ID_BYTES].hex()
    return slugify(f"{serial} {reference.type} {reference.issuer} {mark}")


def linked(html: str, citations: Iterable[Cited], shown: CitedList, relative: Callable[[str], str]) -> str:
    """The body with a link in every citation that can hold one. Not a letter of the text changes.

    `shown` is the list beside it, whose entries are the cards; `relative` makes an address one seen from the page.
    """
    parts, done = list[str](), 0
    for cited in citations:
        document = shown.by_reference.get(cited.reference)
        if document and done <= cited.start < cited.end:
            tag = f'<a class="cited" href="{escape(relative(document.address))}" aria-describedby="{document.id}">'
            parts += (html[done : cited.start], tag, html[cited.start : cited.end], "</a>")
            done = cited.end
    return "".join((*parts, html[done:]))


def cited_in(site: Site, article: Article, language: Language) -> CitedIn | None:
    """The items that cite a document, on its own page; None where there are none."""
    if article.document is None or not has_citations(site):
        return None
    items = citation_graph(site, language).citing(article.key)
    if not items:
        return None
    shown: dict[SectionKind, list[CitingView]] = {kind: [] for kind in SectionKind}
    for item in items[:SHOWN_ITEMS]:
        shown[site.catalog.section(item.section).kind].append(_citing_view(site, item, article.key, language))
    more = len(items) - SHOWN_ITEMS
    return CitedIn(
        news=tuple(shown[SectionKind.NEWS]),
        documents=tuple(shown[SectionKind.DOCUMENTS]),
        more=language.labels.more_items.format(count=language.number(more)) if more > 0 else "",
        all_address=search_all(site, article.document.number, language) if more > 0 else "",
    )


def search_all(site: Site, number: str, language: Language) -> str:
    """The search for a number; empty where the portal has none."""
    return f"{site.addresses.search(language)}?q={quote(number)}" if Feature.SEARCH in site.features else ""


def _citing_view(site: Site, item: Article, document: str, language: Language) -> CitingView:
    graph, outline = citation_graph(site, language), site.outline(item.path)
    named = (text for text in outline.cited if graph.resolve(text).document == document)
    return CitingView(
        title=item.title,
        address=site.address_of(item),
        date_iso=iso(item.date),
        date=language.date(item.date),
        number=item.document.number if item.document else "",
        sentence=outline.quote(next(named, "")),
    )


def quotes_mark(site: Site) -> bytes:
    """What documents' pages show of the texts of other items: while it is the same, only edited items' pages change."""
    if not has_citations(site):
        return b""
    return mark_of(b"\0".join(site.outline(article.path).quotes for article in site.catalog.articles))
