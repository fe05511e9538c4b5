"""Tags: the page of all of them and one list each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from newsportal.languages import Language
from newsportal.model import Tag
from newsportal.text import collation_key, initial
from newsportal.views.lists import ListView, WholeList, card_list, count_text, no_paging, pages_of
from newsportal.views.site import Crumb, FeedLink, PagePlan, Site


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag with its number of items."""

    title: str
    address: str
    count: int


class TopicGroup(NamedTuple):
    """The tags under one letter of the alphabet."""

    letter: str
    tags: tuple[TagCount, ...]


class TopicsView(NamedTuple):
    """The page of all tags."""

    heading: str
    intro: str
    groups: tuple[TopicGroup, ...]


def tag_counts(site: Site, language: Language) -> tuple[TagCount, ...]:
    """The tags in use, in alphabetical order."""
    tags = sorted(site.shown_tags(language), key=lambda tag: collation_key(tag.titles[language.code]))
    return tuple(
        TagCount(
            tag.titles[language.code],
            site.addresses.tag(tag, language),
            len(site.catalog.with_tag(language.code, tag.id)),
        )
        for tag in tags
    )


def topic_pages(site: Site) -> Iterator[PagePlan]:
    """The page of all tags and every tag's own list; none in a language without tagged items."""
    for language in site.settings.languages:
        tags = site.shown_tags(language)
        if tags:
            yield _topics_plan(site, language)
        for tag in tags:
            yield from pages_of(site, _tag_list(site, tag, language))


def _topics_plan(site: Site, language: Language) -> PagePlan:
    address = site.addresses.topics(language)
    others = [other for other in site.settings.languages if site.shown_tags(other)]
    return PagePlan(
        address=address,
        template="topics.html",
        language=language,
        title=language.labels.topics,
        content=partial(_topics, site, language),
        crumbs=(Crumb(language.labels.topics, address),),
        alternates={other.code: site.addresses.topics(other) for other in others},
        description=language.labels.topics_intro,
    )


def _topics(site: Site, language: Language) -> TopicsView:
    groups: dict[str, list[TagCount]] = {}
    for tag in tag_counts(site, language):
        groups.setdefault(initial(tag.title), []).append(tag)
    labels = language.labels
    return TopicsView(
        labels.topics, labels.topics_intro, tuple(TopicGroup(letter, tuple(tags)) for letter, tags in groups.items())
    )


def _tag_list(site: Site, tag: Tag, language: Language) -> WholeList:
    articles = site.catalog.with_tag(language.code, tag.id)
    address = site.addresses.tag(tag, language)
    title = tag.titles[language.code]
    labels = language.labels
    languages = site.settings.languages
    others = [other for other in languages if site.catalog.with_tag(other.code, tag.id)]
    plan = PagePlan(
        address=address,
        template="list.html",
        language=language,
        title=title,
        content=no_paging,
        crumbs=(Crumb(labels.topics, site.addresses.topics(language)), Crumb(title, address)),
        alternates={other.code: site.addresses.tag(tag, other) for other in others},
        fallbacks={other.code: site.addresses.topics(other) for other in languages if site.shown_tags(other)},
        description=f"{labels.topic}: {title}",
        feeds=(FeedLink(title, address),),
    )
    view = ListView(title, labels.topic, "", count_text(language, len(articles)), (), False, no_paging(), feed=address)
    return card_list(site, plan, view, articles)
