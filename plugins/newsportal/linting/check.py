"""All rules over all documents, and only where something is new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set

from newsportal.linting.dates import line_findings, place_findings
from newsportal.linting.numbers import number_findings, type_findings
from newsportal.linting.record import order_findings, recipient_findings, signer_findings
from newsportal.linting.tables import total_findings
from newsportal.linting.texts import amount_findings, end_findings
from newsportal.linting.values import Finding, Findings
from newsportal.model import Article, Document, Problem, Severity

_NATIVE = "vi"
"""The language of the rules: a translation is no document."""


def lint(article: Article, issuers: Set[str] = frozenset()) -> tuple[Finding, ...]:
    """What the rules find in an item; nothing where it has no record of a document.

    Equal items have equal findings, wherever their fields and texts stand in the file. `issuers` are the codes of
    known agencies.
    """
    if article.document is None:
        return ()
    of_text = _of_text(article.document, article.body) if article.language == _NATIVE else ()
    return (*_of_record(article.document, issuers), *of_text)


def _of_record(document: Document, issuers: Set[str]) -> Iterator[Finding]:
    yield from number_findings(document, issuers)
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


def lint_all(
    articles: Iterable[Article],
    marks: Mapping[str, bytes],
    former: Mapping[str, Findings],
    issuers: Set[str] = frozenset(),
) -> Mapping[str, Findings]:
    """The findings of every document by path, which are the next call's `former`.

    `marks` tell by path whether an item is the same as when a former call saw it; that call must have known the same
    issuers, and been of the same program.
    """
    documents = [article for article in articles if article.document]
    return {article.path: _findings(article, marks[article.path], former, issuers) for article in documents}


def _findings(article: Article, mark: bytes, former: Mapping[str, Findings], issuers: Set[str]) -> Findings:
    known = former.get(article.path)
    return known if known and known.mark == mark else Findings(mark, lint(article, issuers))


def lint_problems(
    articles: Iterable[Article], findings: Mapping[str, Findings], off: Collection[str], folder: str
) -> Iterator[Problem]:
    """The findings as warnings at their lines, without the rules that are `off`; `folder` is the content folder's name.

    What a translation inherits is told where it stands: at the original.
    """
    for article in articles:
        for found in findings[article.path].found if article.path in findings else ():
            is_here = found.field == "body" or "document" in article.lines
            if is_here and found.rule not in off:
                yield _problem(article, found, folder)


def _problem(article: Article, found: Finding, folder: str) -> Problem:
    line = article.body_line + found.row if found.field == "body" else article.line_of(found.field)
    path = f"{folder}/{article.path}"
    return Problem(path, line, found.field, found.rule, found.values, Severity.WARNING)
