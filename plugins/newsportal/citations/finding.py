"""All citations of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from newsportal.citations.laws import laws
from newsportal.citations.memory import Memory
from newsportal.citations.numbered import numbered
from newsportal.citations.shortforms import ShortForm, short_forms
from newsportal.citations.standards import standards
from newsportal.citations.values import Citation, Form, Kind

_NAME_TO_NUMBER = re.compile(r",?[\s*_]{1,8}(?:số|No\.?):?[\s*_]{1,8}", re.IGNORECASE)

_ENGLISH, _ENOUGH = " the ", 2000
"""What no English text of so many characters goes without."""
_NAMED, _SHORT = Form.NAMED, Form.SHORT
_start, _place = attrgetter("start"), attrgetter("citation.start")


def find(text: str) -> list[Citation]:
    """Find every citation in `text`, in order; none overlaps another.

    The text is in NFC, as all content is when it is read; plain text, Markdown or HTML. What a citation does not tell
    is taken from earlier ones in it, as `Citation` says. The time is linear in the length, whatever the text.
    """
    english = len(text) < _ENOUGH or text.find(_ENGLISH, 0, _ENOUGH) >= 0
    signed = [*numbered(text), *standards(text), *laws(text, english=english)]
    whole = _joined(text, sorted(signed, key=_start))
    words = {citation.type_word.lower() for citation in whole}
    candidates = [ShortForm(citation, sure=True) for citation in whole]
    candidates += short_forms(text, words, english=english)
    if len(candidates) > len(whole):
        candidates.sort(key=_place)
    return list(_resolved(candidates))


def _joined(text: str, citations: Iterable[Citation]) -> list[Citation]:
    """The citations without overlaps; a law's name and its number behind it ("Luật Giá số 16/2023/QH15") become one."""
    joined: list[Citation] = []
    for citation in citations:
        last = joined[-1] if joined else None
        if last is not None and citation.start < last.end:
            continue
        if last is not None and _numbers_the_law(text, last, citation):
            joined[-1] = _with_name(text, citation, last)
        else:
            joined.append(citation)
    return joined


def _numbers_the_law(text: str, law: Citation, citation: Citation) -> bool:
    """Whether a citation is but the number of the law named right before."""
    return (
        law.form is _NAMED
        and (citation.form, citation.kind) == (Form.NUMBERED, Kind.ASSEMBLY)
        and not citation.type_word
        and _NAME_TO_NUMBER.fullmatch(text, law.end, citation.start) is not None
    )


def _with_name(text: str, citation: Citation, law: Citation) -> Citation:
    return replace(
        citation,
        verbatim=text[law.start : citation.end],
        start=law.start,
        type_word=law.type_word,
        type=law.type,
        name=law.name,
        warnings=(*law.warnings, *citation.warnings),
    )


def _resolved(candidates: Iterable[ShortForm]) -> Iterator[Citation]:
    """The candidates that are citations, each with what earlier ones tell of it; what overlaps the one before goes."""
    memory, floor = Memory(), 0
    for citation, sure in candidates:
        if citation.start < floor:
            continue
        found: Citation | None = memory.noted(citation)
        if citation.form is _SHORT and not citation.full:
            found = memory.resolved(citation) or (citation if sure else None)
        if found is not None:
            floor = found.end
            yield found
