"""What every page says of its readers, in the footer: figures of whole days, which a script brings up to date."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple
from urllib.parse import unquote

from newsportal.languages import Language
from newsportal.model import Figures, Statistics, local_day
from newsportal.views.site import Feature, Site
from newsportal.visits.statsfile import NOW_FILE, STATS_FILE, shard

_JOINT = " · "


class FooterFigures(NamedTuple):
    """The footer's line. `text` is empty before the first day is over; `since` is the first day, in words.

    `now` is the small file with the figures of the moment, and `whole` the one that has them too.
    """

    text: str
    since: str
    now: str = f"/{NOW_FILE}"
    whole: str = f"/{STATS_FILE}"


def statistics_address(site: Site, language: Language) -> str:
    """A language's statistics page; empty when statistics are switched off."""
    return site.addresses.statistics(language) if Feature.VISITS in site.features else ""


def shown_statistics(site: Site) -> Statistics | None:
    """The figures, where there are any and they are to be shown."""
    return site.statistics if Feature.VISITS in site.features else None


def footer_figures(site: Site, language: Language) -> FooterFigures | None:
    """The footer's line; None where there are no figures. It says the same from one midnight to the next."""
    statistics = shown_statistics(site)
    if statistics is None:
        return None
    since = language.labels.visits_since.format(date=language.date(statistics.since))
    last = last_whole_day(statistics)
    return FooterFigures(_text(statistics, last, since, language) if last else "", since)


def _text(statistics: Statistics, last: dt.date, since: str, language: Language) -> str:
    spans = (
        (language.date(last), last),
        (language.month(last.year, last.month), last.replace(day=1)),
        (since, statistics.since),
    )
    return _JOINT.join(f"{name}: {counted(statistics.between(first, last), language)}" for name, first in spans)


def counted(figures: Figures, language: Language) -> str:
    """ "1.234 lượt xem, 567 lượt truy cập"."""
    return f"{views_text(figures.views, language)}, {visits_text(figures.visits, language)}"


def views_text(count: int, language: Language) -> str:
    """ "1 view" or "2,345 views"."""
    labels = language.labels
    return (labels.views_one if count == 1 else labels.views_many).format(count=language.number(count))


def visits_text(count: int, language: Language) -> str:
    """ "1 visit" or "2,345 visits"."""
    labels = language.labels
    return (labels.visits_one if count == 1 else labels.visits_many).format(count=language.number(count))


def today(statistics: Statistics) -> dt.date:
    """The day on which the figures were put together; it was not over then."""
    return local_day(statistics.generated)


def last_whole_day(statistics: Statistics) -> dt.date | None:
    """The last day with figures that was over; None before there was one."""
    return max((day.date for day in statistics.days if day.date < today(statistics)), default=None)


def views_file(site: Site, address: str) -> str:
    """Where a page's script finds the page's views; empty where there are no figures."""
    return f"/stats/pages/{shard(unquote(address)):02x}.json" if shown_statistics(site) else ""
