"""All rules over all documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newsportal.linting.dates import line_findings, place_findings
from newsportal.linting.numbers import number_findings, type_findings
from newsportal.linting.record import order_findings, publication_findings, recipient_findings, signer_findings
from newsportal.linting.tables import total_findings
from newsportal.linting.texts import amount_findings, end_findings
from newsportal.linting.values import Finding
from newsportal.model import Article, Document, Problem, Severity

_NATIVE = "vi"
"""The language of the rules: a translation is no document."""


def lint(article: Article) -> tuple[Finding, ...]:
    """What the rules find in an item; nothing where it has no record of a document."""
    if article.document is None:
        return ()
    of_text = _of_text(article.document, article.body) if article.language == _NATIVE else ()
    return (*_of_record(article.document), *publication_findings(article, article.document), *of_text)


def _of_record(document: Document) -> Iterator[Finding]:
    yield from number_findings(document)
    yield from type_findings(document)
    yield from order_findings(document)
    if document.language == _NATIVE:
        yield from place_findings(document)
        yield from signer_findings(document)
        yield from recipient_findings(document)


def _of_text(document: Document, body: str) -> Iterator[Finding]:
    yield from line_findings(document, body)
    yield from end_findings(body)
    yield from amount_findings(body)
    yield from total_findings(body)


def lint_problems(articles: Iterable[Article], off: Collection[str], folder: str) -> Iterator[Problem]:
    """The findings as warnings at their lines, without the rules that are `off`; `folder` is the content folder's name.

    What a translation inherits is told where it stands: at the original.
    """
    for article in articles:
        for found in lint(article):
            is_here = found.field == "body" or "document" in article.lines
            if is_here and found.rule not in off:
                yield _problem(article, found, folder)


def _problem(article: Article, found: Finding, folder: str) -> Problem:
    line = article.body_line + found.row if found.field == "body" else article.line_of(found.field)
    path = f"{folder}/{article.path}"
    return Problem(path, line, found.field, found.rule, found.values, Severity.WARNING)
