"""From issue to publication, in working days."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence

from newsportal.model import Article, Document, Settings, local_day
from newsportal.reporting.values import LAWFUL_DAYS, Delay, Delays
from newsportal.reporting.workdays import WorkingDays
from newsportal.text import fold

_PLAN = "KH"


def delays_of(articles: Iterable[Article], settings: Settings, folder: str) -> list[Delay]:
    """One for each document that says when it was issued; `folder` is the content folder's name."""
    dated = [(each, each.document, each.document.issued) for each in articles if each.document and each.document.issued]
    days = WorkingDays(day for article, _, issued in dated for day in (issued, local_day(article.date)))
    own = [fold(name) for name in settings.agency.name.values()]
    return [
        Delay(
            path=f"{folder}/{article.path}",
            section=article.section,
            authors=article.authors,
            issued=issued,
            published=local_day(article.date),
            days=days.between(issued, local_day(article.date)),
            limit=_limit(document, own),
        )
        for article, document, issued in dated
    ]


def _limit(document: Document, own: Sequence[str]) -> int:
    """Two days for the portal's own documents, plans apart. An agency's name may be told without its province."""
    issuer = fold(document.issuer)
    is_own = bool(issuer) and any(name.startswith(issuer) for name in own)
    return LAWFUL_DAYS[0] if is_own and document.type != _PLAN else LAWFUL_DAYS[1]


def summed_up(delays: Sequence[Delay]) -> Delays | None:
    """The figures of some documents; None of none."""
    if not delays:
        return None
    days = sorted(delay.days for delay in delays)
    rank = -(-len(days) * 9 // 10)  # nearest rank: the smallest with nine in ten at or below it
    return Delays(len(days), statistics.median(days), days[rank - 1], sum(delay.is_over for delay in delays))


def by_group(
    delays: Iterable[Delay], groups: Iterable[str], groups_of: Callable[[Delay], Iterable[str]]
) -> Mapping[str, Delays]:
    """The figures of each group that has documents, in the order of `groups`."""
    members: dict[str, list[Delay]] = {group: [] for group in groups}
    for delay in delays:
        for group in groups_of(delay):
            members[group].append(delay)
    figures = {group: summed_up(found) for group, found in members.items()}
    return {group: found for group, found in figures.items() if found}
