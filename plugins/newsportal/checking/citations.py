"""What an editor should look at again in citations: the parser's doubts, and days that differ from the document's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsportal.citations import Reference, find, reference_of
from newsportal.documents import DocumentIndex, Resolution
from newsportal.model import Article, Item, Problem, Severity
from newsportal.portal import Portal
from newsportal.render import Cited, line_with

_YEAR_LAST = re.compile(r"\d\W*\Z")


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
            written, meant = reference.date if reference else None, days.get(_nearest(index, reference))
            if written and meant and written != meant and _tells_day(cited):
                day = portal.site.settings.language(item.language).date
                yield _note(path, line, field, "citation.day", cited, day(written), day(meant))


def _tells_day(cited: Cited) -> bool:
    """Whether the day stands there, not only with an earlier citation of the same document."""
    return _YEAR_LAST.search(cited.verbatim) is not None


def _nearest(index: DocumentIndex, reference: Reference | None) -> str:
    """The document that a reference means, or the only one it can mean if its day is wrong."""
    found = index.resolve(reference) if reference else Resolution()
    return found.document or (found.candidates[0] if len(found.candidates) == 1 else "")


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
