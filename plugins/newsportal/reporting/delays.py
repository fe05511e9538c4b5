"""From issue to publication, in working days."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence

from newsportal.catalog import due
from newsportal.model import Article, Settings, local_day
from newsportal.reporting.values import LAWFUL_DAYS, Delay, Delays
from newsportal.reporting.workdays import WorkingDays

_PLAN = "KH"


def delays_of(articles: Iterable[Article], settings: Settings, folder: str) -> list[Delay]:
    """One for each document that says when it was issued; `folder` is the content folder's name. An item that waited
    for its moment appeared at that."""
    dated = [(each, each.document, each.document.issued) for each in articles if each.document and each.document.issued]
    appeared = [local_day(due(article)) for article, _, _ in dated]
    days = WorkingDays([*appeared, *(issued for _, _, issued in dated)])
    own = _own_issuers({document.issuer for _, document, _ in dated}, settings.agency.name.values())
    return [
        Delay(
            path=f"{folder}/{article.path}",
            section=article.section,
            authors=article.authors,
            issued=issued,
            published=published,
            days=days.between(issued, published),
            limit=LAWFUL_DAYS[0] if document.issuer in own and document.type != _PLAN else LAWFUL_DAYS[1],
        )
        for (article, document, issued), published in zip(dated, appeared, strict=True)
    ]


def _own_issuers(issuers: Iterable[str], names: Iterable[str]) -> frozenset[str]:
    """The issuers that are the portal's own agency, in whatever words: shortened, without its province, or by its head.
    They have two days, plans apart."""
    from newsportal.citations import agencies_agree  # noqa: PLC0415  (it knows a long list of names)

    own = [name for name in names if name.strip()]
    return frozenset(each for each in issuers if each.strip() and any(agencies_agree(each, name) for name in own))


def summed_up(delays: Sequence[Delay]) -> Delays | None:
    """The figures of some documents; None of none. What was published before its issue tells nothing of them."""
    delays = [delay for delay in delays if not delay.is_early]
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
