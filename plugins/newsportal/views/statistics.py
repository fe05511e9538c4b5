"""The statistics page: how many read, what, and from where, with the definition beside each figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsportal.languages import Language
from newsportal.model import Day, Figures, Statistics, total
from newsportal.views.charts import Column, column_chart
from newsportal.views.figures import shown_statistics, today
from newsportal.views.readership import Part, Row, busiest, by_language, by_section, readership
from newsportal.views.site import Crumb, Feature, PagePlan, Site

Period = Callable[[dt.date], tuple[int, ...]]
"""What tells the days of one period from those of another, in order."""

_SPANS = (30, 90)
"""Days that have a chart."""
_MONTHS = 24
"""Months that have a chart, at most."""
_RECENT_MONTHS = 6
"""Months that people and bots are told apart for."""


class Definition(NamedTuple):
    """What a word means here."""

    term: str
    text: str


class Total(NamedTuple):
    """A figure of all days, with what it means."""

    term: str
    number: str
    text: str


class StatisticsView(NamedTuple):
    """The statistics page. `until` says what time the figures are of; it is empty where there are none yet.

    `definitions` are those of words that stand beside no figure.
    """

    heading: str
    intro: str
    until: str
    totals: tuple[Total, ...]
    parts: tuple[Part, ...]
    definitions: tuple[Definition, ...]


def statistics_pages(site: Site) -> Iterator[PagePlan]:
    """The statistics page of every language; none when statistics are switched off."""
    if Feature.VISITS in site.features:
        for language in site.settings.languages:
            yield _plan(site, language)


def _plan(site: Site, language: Language) -> PagePlan:
    labels, address = language.labels, site.addresses.statistics(language)
    return PagePlan(
        address=address,
        template="statistics.html",
        language=language,
        title=labels.statistics,
        content=partial(_content, site, language),
        crumbs=(Crumb(labels.statistics, address),),
        alternates={other.code: site.addresses.statistics(other) for other in site.settings.languages},
        description=labels.statistics_intro,
        has_figures=shown_statistics(site) is not None,
    )


def _content(site: Site, language: Language) -> StatisticsView:
    labels, statistics = language.labels, shown_statistics(site)
    return StatisticsView(
        heading=labels.statistics,
        intro=labels.statistics_intro,
        until=_until(statistics, language) if statistics else "",
        totals=tuple(_totals(statistics, language)) if statistics else (),
        parts=tuple(_parts(site, statistics, language)) if statistics else (),
        definitions=(*(() if statistics else _beside_figures(language)), *_definitions(language)),
    )


def _until(statistics: Statistics, language: Language) -> str:
    since, moment = language.date(statistics.since), language.moment(statistics.generated)
    return language.labels.statistics_until.format(since=since, moment=moment)


def _totals(statistics: Statistics, language: Language) -> Iterator[Total]:
    figures = statistics.totals
    counts = (figures.views, figures.visits, figures.visitors)
    for definition, count in zip(_beside_figures(language), counts, strict=False):
        yield Total(definition.term, language.number(count), definition.text)


def _parts(site: Site, statistics: Statistics, language: Language) -> Iterator[Part]:
    short, long = (_daily(statistics, language, count) for count in _SPANS)
    yield from (_overview(statistics, language), short, _monthly(statistics, language), long)
    yield _yearly(statistics, language)
    yield by_language(site, statistics, language)
    yield by_section(site, statistics, language)
    yield _who(statistics, language)
    yield from readership(site, statistics, language)
    yield _crawlers(statistics, language)


def _head(language: Language, first: str) -> tuple[str, ...]:
    labels = language.labels
    return (first, labels.views, labels.visits, labels.visitors)


def _row(name: str, figures: Figures, language: Language) -> Row:
    numbers = (figures.views, figures.visits, figures.visitors)
    return Row(name, tuple(map(language.number, numbers)))


def _overview(statistics: Statistics, language: Language) -> Part:
    labels, now = language.labels, today(statistics)
    spans = (
        (labels.today_so_far.format(date=language.date(now)), now, now),
        (language.date(now - dt.timedelta(1)), now - dt.timedelta(1), now - dt.timedelta(1)),
        *((labels.last_days.format(count=count), _first_of(now, count), now) for count in (7, *_SPANS)),
        (language.month(now.year, now.month), now.replace(day=1), now),
        (labels.this_year.format(year=now.year), now.replace(month=1, day=1), now),
        (labels.visits_since.format(date=language.date(statistics.since)), statistics.since, now),
    )
    known = ((name, first, last) for name, first, last in spans if last >= statistics.since)
    rows = tuple(_row(name, statistics.between(first, last), language) for name, first, last in known)
    return Part("periods", labels.periods, (labels.periods_note,), _head(language, labels.period), rows)


def _first_of(last: dt.date, count: int) -> dt.date:
    """The first of `count` days up to `last`."""
    return last - dt.timedelta(count - 1)


def _daily(statistics: Statistics, language: Language, count: int) -> Part:
    labels, now = language.labels, today(statistics)
    first = max(_first_of(now, count), statistics.since)
    days = [day for day in statistics.days if first <= day.date <= now]
    columns = [Column(language.date(day.date), day.figures, day.date == now) for day in days]
    name = labels.last_days.format(count=count)
    return _charted(f"days-{count}", name, labels.day, columns, language)


def _charted(id: str, title: str, first: str, columns: Sequence[Column], language: Language) -> Part:
    """A part with a chart, whose table has the newest first."""
    rows = tuple(_row(column.name, column.figures, language) for column in reversed(columns))
    chart = column_chart(title, columns, language) if columns else None
    notes = (language.labels.chart_partial,) if any(column.is_open for column in columns) else ()
    return Part(id, title, notes, _head(language, first), rows, chart)


def _monthly(statistics: Statistics, language: Language) -> Part:
    columns = _columns(statistics, language)[-_MONTHS:]
    return _charted("months", language.labels.monthly, language.labels.month, columns, language)


def _columns(statistics: Statistics, language: Language) -> list[Column]:
    now = today(statistics)
    months = _summed(statistics.days, lambda date: (date.year, date.month))
    return [
        Column(language.month(year, month), figures, (year, month) == (now.year, now.month))
        for (year, month), figures in months
    ]


def _summed(days: Iterable[Day], period: Period) -> list[tuple[tuple[int, ...], Figures]]:
    """The sums of days by what `period` says of their dates, oldest first."""
    groups: dict[tuple[int, ...], list[Figures]] = {}
    for day in days:
        groups.setdefault(period(day.date), []).append(day.figures)
    return [(key, total(groups[key])) for key in sorted(groups)]


def _yearly(statistics: Statistics, language: Language) -> Part:
    labels = language.labels
    years = _summed(statistics.days, lambda date: (date.year,))
    rows = tuple(_row(labels.this_year.format(year=year), figures, language) for (year,), figures in reversed(years))
    return Part("years", labels.yearly, (), _head(language, labels.period), rows)


def _who(statistics: Statistics, language: Language) -> Part:
    labels = language.labels
    months = [*reversed(_columns(statistics, language)[-_RECENT_MONTHS:])]
    everything = Column(labels.visits_since.format(date=language.date(statistics.since)), statistics.totals)
    rows = tuple(
        Row(column.name, tuple(map(language.number, (one.views, one.bots, one.unknown))))
        for column in (everything, *months)
        for one in (column.figures,)
    )
    lines = labels.lines_note.format(
        refused=language.number(statistics.refused), broken=language.number(statistics.broken)
    )
    head = (labels.period, labels.people, labels.bots, labels.unknown)
    meant = (
        f"{term}: {text}"
        for term, text in ((labels.bots, labels.bot_defined), (labels.unknown, labels.unknown_defined))
    )
    return Part("who", labels.who, (labels.who_note, *meant, lines), head, rows)


def _crawlers(statistics: Statistics, language: Language) -> Part:
    labels = language.labels
    rows = tuple(busiest(statistics, language))
    return Part("crawlers", labels.crawlers, (labels.crawlers_note,), (labels.bots, labels.requests), rows)


def _beside_figures(language: Language) -> tuple[Definition, ...]:
    labels = language.labels
    return (
        Definition(labels.views, labels.view_defined),
        Definition(labels.visits, labels.visit_defined),
        Definition(labels.visitors, labels.visitor_defined),
        Definition(labels.bots, labels.bot_defined),
        Definition(labels.unknown, labels.unknown_defined),
    )


def _definitions(language: Language) -> Iterator[Definition]:
    labels = language.labels
    yield Definition(labels.sums, labels.sums_defined)
    yield Definition(labels.closing, labels.closing_defined)
    yield Definition(labels.privacy, labels.privacy_defined)
