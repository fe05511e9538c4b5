"""Articles as feeds: what an entry says, its permanent id, its dates and its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from newsportal.feeds.fulltext import full_text
from newsportal.feeds.scope import FeedContext, FeedScope
from newsportal.feeds.values import Category, Enclosure, Entry, Feed
from newsportal.model import Article, Moment, Settings, instant
from newsportal.render import Body
from newsportal.text import ZONE, clean_line
from newsportal.views.addresses import FEED_FORMATS

NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""When an empty feed was last updated: formats demand a moment, and only a fixed one keeps the bytes the same."""

_PCHAR = "/?:@!$&'()*+,;="
_MINUTE = dt.timedelta(minutes=1)


def build_feed(
    scope: FeedScope, articles: Sequence[Article], context: FeedContext, made: dict[str, Entry] | None = None
) -> Feed:
    """The feed of the first `Settings.feed_size` articles, which come newest first and in the scope's language.

    `made` are entries by source path: an article's is made once, though its section and topics have feeds as well.
    """
    entries = {} if made is None else made
    shown = articles[: context.settings.feed_size]
    for article in shown:
        if article.path not in entries:
            entries[article.path] = build_entry(article, context)
    return _feed(scope, tuple(entries[article.path] for article in shown), context.settings)


def build_entry(article: Article, context: FeedContext) -> Entry:
    """The entry of an article: the same in every feed that holds it."""
    settings, body = context.settings, context.bodies.get(article.path, Body())
    url = settings.absolute(context.addresses.article(article, context.sections[article.section]))
    cover = context.media.get(article.cover.src) if article.cover else None
    return Entry(
        id=entry_id(article, settings),
        url=url,
        title=clean_line(article.title),
        summary=clean_line(article.summary or body.lead),
        html=full_text(article, body, context.media, url, settings),
        published=_stated(article.date),
        updated=_updated(article),
        authors=tuple(clean_line(author) for author in article.authors),
        categories=tuple(dict.fromkeys(_categories(article, context))),
        enclosures=tuple({enclosure.url: enclosure for enclosure in _enclosures(article, context)}.values()),
        language=article.language,
        image=settings.absolute(cover.address) if cover else "",
    )


def _feed(scope: FeedScope, entries: tuple[Entry, ...], settings: Settings) -> Feed:
    code = scope.language.code
    title = clean_line(scope.title)
    return Feed(
        id=feed_id(scope, settings),
        title=title,
        subtitle=clean_line(scope.subtitle) or title,
        language=code,
        page_url=settings.absolute(scope.address),
        urls={name: settings.absolute(scope.address + name) for name in FEED_FORMATS},
        updated=max((entry.updated for entry in entries), default=NEVER),
        author=clean_line(settings.agency.name[code]),
        entries=entries,
        rights=clean_line(scope.language.labels.reuse),
    )


def entry_id(article: Article, settings: Settings) -> str:
    """The `tag:` URI (RFC 4151) of an article, from what never changes: not its title, slug, section or domain."""
    return f"tag:{settings.feed_authority}:{article.language}:{_specific(article.permanent_id)}"


def feed_id(scope: FeedScope, settings: Settings) -> str:
    """The `tag:` URI of a feed; "feed" stands where entries have a language, so that the two never meet."""
    return f"tag:{settings.feed_authority}:feed:{scope.language.code}:{_specific(scope.key)}"


def _specific(text: str) -> str:
    """Text as the last part of a `tag:` URI: percent-encoded where RFC 3986 has no place for it."""
    return quote(text, safe=_PCHAR, errors="replace")


def _updated(article: Article) -> dt.datetime:
    """The last change worth telling.

    A bare day means its midnight, so a change on the day of publication would seem to come before it.
    """
    published = _stated(article.date)
    return max(published, _stated(article.updated)) if article.updated else published


def _stated(moment: Moment) -> dt.datetime:
    """The moment by the clocks of Việt Nam, whole seconds.

    Before 1911 these were 7:06:30 ahead of UTC, but offsets in RFC 3339 end at minutes: the day and hour are kept.
    """
    local = instant(moment).astimezone(ZONE)
    minutes = (local.utcoffset() or dt.timedelta()) // _MINUTE
    return local.replace(microsecond=0, tzinfo=dt.timezone(minutes * _MINUTE))


def _categories(article: Article, context: FeedContext) -> Iterator[Category]:
    terms = [context.sections[article.section], *(context.tags[tag] for tag in article.tags if tag in context.tags)]
    return (Category(term.id, clean_line(term.titles[article.language])) for term in terms)


def _enclosures(article: Article, context: FeedContext) -> Iterator[Enclosure]:
    """The cover, then the attachments: RSS and simple programs take the first and leave the rest."""
    cover = [(article.cover.src, article.cover.alt)] if article.cover else []
    attached = [(attachment.file, attachment.title) for attachment in article.attachments]
    for path, title in cover + attached:
        file = context.media.get(path)
        if file:
            yield Enclosure(context.settings.absolute(file.address), file.type, file.size, clean_line(title))
