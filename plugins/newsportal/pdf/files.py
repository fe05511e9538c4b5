"""The PDF of every document of a site: what it says, and where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from newsportal.languages import Language, form
from newsportal.model import Article, Document, MediaFile, Picture, Problem, Severity
from newsportal.outputs import Job, mark_of, mark_of_value
from newsportal.views import Site, output_file, record, sheet

Photos = Callable[[MediaFile], bytes]
"""Gives the published bytes of a photo. Raises OSError where it is gone."""


def pdf_files(site: Site, photos: Photos) -> Iterator[Job]:
    """A job for each document; its file is empty where it cannot be made."""
    from newsportal.pdf.press import Press  # noqa: PLC0415  (few builds need the library)

    press = Press()
    settings = site.settings
    around = mark_of_value((settings.site_url, settings.site_name, settings.agency))
    for article in site.catalog.articles:
        if address := site.pdf_of(article):
            key = mark_of(site.mark(article.path) + around + address.encode())
            yield Job((output_file(address),), key, partial(_made, press, site, article, photos))


def lost_pdfs(site: Site, root: str, empty: Iterable[str]) -> Iterator[Problem]:
    """What to tell of documents whose PDF could not be made: those whose files are among `empty`."""
    paths = set(empty)
    for article in site.catalog.articles if paths else ():
        address = site.pdf_of(article)
        if address and output_file(address) in paths:
            yield Problem(f"{root}/{article.path}", article.body_line, "body", "body.pdf", (), Severity.WARNING)


def _made(press: Any, site: Site, article: Article, photos: Photos) -> tuple[bytes, ...]:
    from newsportal.pdf.press import Unprintable  # noqa: PLC0415

    try:
        return (press.set(document_values(site, article, photos)),)
    except (Unprintable, RecursionError):
        return (b"",)


def document_values(site: Site, article: Article, photos: Photos) -> Mapping[str, Any]:
    """All that `document.typ` shows of a document."""
    from newsportal.pdf.blocks import read  # noqa: PLC0415

    settings, document = site.settings, article.document
    assert document is not None
    language, body = settings.language(article.language), site.body(article.path)
    pictures = {found.address: found for path in body.media if (found := site.picture(path))}
    sizes = {address: (found.width, found.height) for address, found in pictures.items()}
    nodes, shown = read(body.html, settings.absolute, sizes)
    laid_out = sheet(article, settings, body.text)
    day = article.document_day
    return {
        "language": article.language,
        "title": article.title,
        "author": document.issuer or settings.agency.name[article.language],
        "keywords": _keywords(site, article, document),
        "date": (day.year, day.month, day.day),
        "sheet": laid_out._asdict() if laid_out else None,
        "facts": _facts(document, language),
        "corrections": [(language.date(each.date), each.note) for each in article.corrections],
        "words": _words(site, article, language),
        "body": nodes,
        "photos": [list(_photo(photos, pictures[address])) for address in shown],
    }


def _keywords(site: Site, article: Article, document: Document) -> list[str]:
    tags = (tag.titles[article.language] for tag in site.catalog.tags_of(article))
    return [word for word in (document.number, document.field, *tags) if word]


def _facts(document: Document, language: Language) -> list[tuple[str, str]]:
    """What tells of a document whose text is not on its sheet."""
    shown = {language.labels.number, language.labels.issued, language.labels.issuer, language.labels.signer}
    return [(row.label, ", ".join(row.values)) for row in record(document, language) if row.label in shown]


def _words(site: Site, article: Article, language: Language) -> Mapping[str, str]:
    labels, settings = language.labels, site.settings
    is_translation = language != settings.primary
    url = settings.absolute(site.address_of(article))
    return {
        "recipients": form.RECIPIENTS,
        "corrections": labels.corrections,
        "heading": labels.translation if is_translation else "",
        "note": labels.translation_note if is_translation else "",
        "copy": labels.document_copy.format(site=settings.site_name[language.code], url=url),
    }


def _photo(photos: Photos, picture: Picture) -> bytes:
    try:
        return photos(picture)
    except OSError:  # it went away during the build; without it the page is set again
        return b""
