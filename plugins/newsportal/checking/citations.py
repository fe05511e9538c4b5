"""What an editor should look at again in citations: the parser's doubts, and days that differ from the document's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsportal.citations import Reference, find, reference_of
from newsportal.documents import DocumentIndex
from newsportal.model import Article, Item, Problem, Severity
from newsportal.portal import Portal
from newsportal.render import Cited, line_with


def citation_notes(portal: Portal, items: Sequence[Item], index: DocumentIndex) -> Iterator[Problem]:
    """Those of some items, by the `index` of all documents."""
    days = {item.key: item.document.issued for item in items if isinstance(item, Article) and item.document}
    for item in items:
        path = f"{portal.root.name}/{item.path}"
        for field, cited in _citations(portal, item):
            line = _line(item, field, cited)
            for caution in cited.cautions:
                yield _note(path, line, field, f"citation.{caution.code}", cited, caution.written, caution.meant)
            reference = Reference.decoded(cited.reference) if cited.reference else None
            key = index.resolve(reference).document if reference else ""
            written, meant = reference.date if reference else None, days.get(key)
            if written and meant and written != meant:
                day = portal.site.settings.language(item.language).date
                yield _note(path, line, field, "citation.day", cited, day(written), day(meant))


def _citations(portal: Portal, item: Item) -> Iterator[tuple[str, Cited]]:
    """(field, citation), in the record first."""
    record = item.document if isinstance(item, Article) else None
    if record:
        for field in ("legal_basis", "replaces", "amends"):
            for number, text in enumerate(getattr(record, field)):
                for found in find(text):
                    reference = reference_of(found)
                    told = reference.encoded() if reference else ""
                    yield f"document.{field}[{number}]", Cited(told, found.verbatim, 0, 0, text, found.warnings)
    for cited in portal.site.body(item.path).citations:
        yield "body", cited


def _line(item: Item, field: str, cited: Cited) -> int:
    if field != "body":
        return item.line_of(field) if isinstance(item, Article) else 1
    words = cited.verbatim.split()
    needles = (" ".join(words[: len(words) - cut]) for cut in range(len(words)))  # the rest may be on the next line
    return line_with(needles, item.body, item.body_line)


def _note(path: str, line: int, field: str, code: str, cited: Cited, written: str, meant: str) -> Problem:
    values = (("citation", cited.verbatim), ("meant", meant), ("written", written))
    return Problem(path, line, field, code, values, Severity.NOTE)
