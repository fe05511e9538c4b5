"""The report put together from the catalog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from newsportal.catalog import Catalog
from newsportal.model import Article, Settings, local_day
from newsportal.reporting.delays import by_group, delays_of, summed_up
from newsportal.reporting.values import Counts, Report
from newsportal.text import collation_key

_NOBODY = ("",)


def make_report(
    catalog: Catalog, settings: Settings, folder: str, wanted: Callable[[Article], bool] = lambda _: True
) -> Report:
    """The report on the published items that are `wanted`. Paths begin with `folder`, the content folder's name."""
    articles = [article for article in _originals(catalog, settings.primary.code) if wanted(article)]
    sections = [section.id for section in catalog.sections]
    authors = sorted({name for article in articles for name in _authors(article)}, key=collation_key)
    delays = delays_of(articles, settings, folder)
    return Report(
        generated=settings.build_time,
        total=summed_up(delays),
        sections=by_group(delays, sections, lambda delay: (delay.section,)),
        authors=by_group(delays, authors, lambda delay: delay.authors or _NOBODY),
        late=tuple(sorted((each for each in delays if each.is_over), key=lambda each: (-each.days, each.path))),
        early=tuple(sorted((each for each in delays if each.is_early), key=lambda each: each.path)),
        section_items=_counts(articles, sections, lambda article: (article.section,)),
        author_items=_counts(articles, authors, _authors),
        untranslated={
            language.code: _untranslated(catalog, articles, language.code, folder)
            for language in settings.languages
            if language is not settings.primary
        },
    )


def _originals(catalog: Catalog, primary: str) -> list[Article]:
    """Each item once: in the primary language, or in another where it is not published in that."""
    return [each for each in catalog.articles if each.language == primary or not catalog.translation(each, primary)]


def _authors(article: Article) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article.authors)) or _NOBODY


def _counts(
    articles: Iterable[Article], groups: Iterable[str], groups_of: Callable[[Article], Iterable[str]]
) -> Counts:
    """Years and months newest first, each year before its months; groups without items are left out."""
    found: dict[str, Counter[str]] = {group: Counter() for group in groups}
    for article in articles:
        day = local_day(article.date)
        for group in groups_of(article):
            found[group].update((f"{day.year:04}", f"{day.year:04}-{day.month:02}"))
    return {group: dict(sorted(counted.items(), key=_newest_first)) for group, counted in found.items() if counted}


def _newest_first(counted: tuple[str, int]) -> tuple[int, int]:
    year, _, month = counted[0].partition("-")
    return -int(year), -int(month or 13)


def _untranslated(
    catalog: Catalog, articles: Iterable[Article], language: str, folder: str
) -> Mapping[str, tuple[str, ...]]:
    lacking = [each for each in articles if each.language != language and not catalog.translation(each, language)]
    paths = {
        section.id: tuple(sorted(f"{folder}/{each.path}" for each in lacking if each.section == section.id))
        for section in catalog.sections
    }
    return {section: found for section, found in paths.items() if found}
