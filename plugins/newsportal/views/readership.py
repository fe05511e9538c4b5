"""What the statistics page says of what was read, and of where readers come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from newsportal.languages import Language
from newsportal.model import Feed, Statistics
from newsportal.views.addresses import FEED_FORMATS
from newsportal.views.charts import Chart
from newsportal.views.guide import feed_scopes
from newsportal.views.popular import Read, language_at, ranking
from newsportal.views.site import Site

_LINES = 10
"""Lines of a table of what comes first among many."""
_FORMATS = ("RSS", "Atom", "JSON")


class Row(NamedTuple):
    """A line of a table: what it is about, and its figures in words.

    `share` is its part of the largest in hundredths, for a bar; None in tables without bars. `note` stands below the
    title. `language` is set where the title is not in the page's.
    """

    title: str
    figures: tuple[str, ...]
    share: int | None = None
    address: str = ""
    language: str = ""
    note: str = ""


class Part(NamedTuple):
    """A part of the statistics page: a table under a heading, with how its figures are counted, and perhaps a chart."""

    id: str
    title: str
    notes: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: Chart | None = None


def shares(counts: Sequence[int]) -> list[int]:
    """Each number's part of the largest, in hundredths."""
    largest = max(counts, default=0)
    return [100 * count // largest if largest else 0 for count in counts]


def readership(site: Site, statistics: Statistics, language: Language) -> Iterator[Part]:
    """The parts about what was read, and from where."""
    labels, days = language.labels, (statistics.recent.last - statistics.recent.first).days + 1
    recent = labels.most_read_days.format(count=language.number(days))
    for id, title, pages in (("recent", recent, statistics.recent.pages), ("read", labels.most_read, statistics.pages)):
        rows = _read_rows(site, language, ranking(site, language, pages, _LINES))
        yield Part(id, title, (labels.most_read_note,), (labels.page, labels.views), rows)
    yield _downloads(site, statistics, language)
    yield _referrers(statistics, language)
    yield _subscribers(site, statistics, language)


def _language_head(site: Site, language: Language, what: str) -> tuple[str, ...]:
    return (what, language.labels.together, *(other.name for other in site.settings.languages))


def _language_figures(site: Site, language: Language, views: Mapping[str, int]) -> tuple[str, ...]:
    own = (views.get(other.code, 0) for other in site.settings.languages)
    return tuple(language.number(count) for count in (sum(views.values()), *own))


def by_section(site: Site, statistics: Statistics, language: Language) -> Part:
    """Views of sections, in each language and together."""
    labels = language.labels
    found: dict[str, dict[str, int]] = {}
    places = _section_places(site)
    for path, count in statistics.pages.items():
        own = found.setdefault(_section_at(path, places), {})
        code = language_at(site, path).code
        own[code] = own.get(code, 0) + count
    titles = {section.id: section.titles[language.code] for section in site.catalog.sections}
    named = [(titles.get(id, labels.other_pages), views) for id, views in found.items()]
    named.sort(key=lambda entry: (-sum(entry[1].values()), entry[0]))
    bars = shares([sum(views.values()) for _, views in named])
    figures = (_language_figures(site, language, views) for _, views in named)
    rows = (Row(title, shown, bar) for (title, _), shown, bar in zip(named, figures, bars, strict=True))
    head = _language_head(site, language, labels.main_menu)
    return Part("sections", labels.by_section, (labels.by_section_note,), head, tuple(rows))


def _section_places(site: Site) -> Mapping[str, str]:
    """The sections' ids by their addresses in every language."""
    return {
        unquote(site.addresses.section(section, other)): section.id
        for section in site.catalog.sections
        for other in site.settings.languages
    }


def _section_at(path: str, places: Mapping[str, str]) -> str:
    """The section that a path is in; empty for none."""
    return next((id for address, id in places.items() if path.startswith(address)), "")


def by_language(site: Site, statistics: Statistics, language: Language) -> Part:
    """Views of each language's pages."""
    labels = language.labels
    found = {other.code: 0 for other in site.settings.languages}
    for path, count in statistics.pages.items():
        found[language_at(site, path).code] += count
    rows = _counted(language, [(other.name, found[other.code]) for other in site.settings.languages])
    return Part("languages", labels.by_language, (labels.by_language_note,), (labels.language, labels.views), rows)


def _counted(language: Language, named: Sequence[tuple[str, int]]) -> tuple[Row, ...]:
    bars = shares([count for _, count in named])
    return tuple(Row(name, (language.number(count),), bar) for (name, count), bar in zip(named, bars, strict=True))


def _read_rows(site: Site, language: Language, found: Sequence[Read]) -> tuple[Row, ...]:
    bars = shares([read.views for read in found])
    return tuple(
        Row(
            read.title,
            (language.number(read.views),),
            bar,
            read.address,
            _foreign(read.language, language),
            _apart(site, language, read),
        )
        for read, bar in zip(found, bars, strict=True)
    )


def _foreign(code: str, language: Language) -> str:
    """The language of a title, where it is not the page's."""
    return "" if code == language.code else code


def _apart(site: Site, language: Language, read: Read) -> str:
    """The views of each language: "Tiếng Việt 257 · English 162"."""
    views = (
        f"{other.name} {language.number(read.by_language.get(other.code, 0))}" for other in site.settings.languages
    )
    return " · ".join(views)


def largest(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The entries with the largest counts, equal ones by name."""
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:_LINES]


def _downloads(site: Site, statistics: Statistics, language: Language) -> Part:
    labels, found = language.labels, largest(statistics.downloads)
    titles = _attachment_titles(site, language)
    bars = shares([count for _, count in found])
    rows = tuple(
        _download(path, language.number(count), bar, titles.get(path, ("", "")))
        for (path, count), bar in zip(found, bars, strict=True)
    )
    return Part("downloads", labels.downloads, (labels.downloads_note,), (labels.file, labels.downloads), rows)


def _download(path: str, count: str, bar: int, titled: tuple[str, str]) -> Row:
    name, (title, foreign) = path.rpartition("/")[2], titled
    return Row(title or name, (count,), bar, language=foreign, note=name if title else "")


def _attachment_titles(site: Site, language: Language) -> Mapping[str, tuple[str, str]]:
    """The titles of attachments, with their language where it is not the page's, by their paths as logs have them."""
    codes = [other.code for other in site.settings.languages if other is not language]
    articles = (article for code in (*codes, language.code) for article in site.catalog.in_language(code))
    return {
        f"/media/{each.file}": (each.title, _foreign(article.language, language))
        for article in articles
        for each in article.attachments
    }


def _referrers(statistics: Statistics, language: Language) -> Part:
    labels = language.labels
    rows = _counted(language, largest(statistics.referrers))
    return Part("referrers", labels.referrers, (labels.referrers_note,), (labels.site_from, labels.visits), rows)


def _subscribers(site: Site, statistics: Statistics, language: Language) -> Part:
    labels, titles = language.labels, _feed_titles(site, language)
    followed = [(path, feed) for path, feed in statistics.feeds.items() if feed.subscribers_high]
    followed.sort(key=lambda entry: (-entry[1].subscribers, -entry[1].subscribers_high, entry[0]))
    rows = tuple(_feed_row(titles.get(path, (path, "")), feed, language) for path, feed in followed[:_LINES])
    head = (labels.feed, labels.subscribers_range, labels.stated, labels.singles)
    return Part("feeds", labels.subscribers, (labels.subscribers_note,), head, rows)


def _feed_titles(site: Site, language: Language) -> Mapping[str, tuple[str, str]]:
    """What feeds are called in their own languages, with that language where it is not the page's, by their paths."""
    return {
        unquote(scope.scope + file): (f"{scope.title} ({name})", _foreign(other.code, language))
        for other in site.settings.languages
        for scope in feed_scopes(site, other)
        for file, name in zip(FEED_FORMATS, _FORMATS, strict=True)
    }


def _feed_row(titled: tuple[str, str], feed: Feed, language: Language) -> Row:
    numbers = map(language.number, (feed.subscribers, feed.subscribers_high, feed.single_low, feed.single_high))
    low, high, single_low, single_high = numbers
    figures = (_span(low, high), language.number(feed.stated), _span(single_low, single_high))
    return Row(titled[0], figures, language=titled[1])


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low}–{high}"


def busiest(statistics: Statistics, language: Language) -> Iterable[Row]:
    """The programs that come most, by the names they give themselves."""
    return _counted(language, largest(statistics.crawlers))
