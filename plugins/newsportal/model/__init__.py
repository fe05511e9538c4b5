"""The portal's values: frozen, comparable, free of I/O."""

from newsportal.model.article import (
    Article,
    Attachment,
    Correction,
    Cover,
    Document,
    Item,
    Moment,
    PlainPage,
    Signer,
    Source,
    instant,
    local_day,
    status_changes,
    status_of,
)
from newsportal.model.media import MediaFile, Picture, Rendition
from newsportal.model.problem import Problem, Severity, sort_problems
from newsportal.model.settings import Agency, Counter, CounterKind, Link, Markdown, Settings
from newsportal.model.statistics import Day, Feed, Figures, Recent, Statistics, total
from newsportal.model.vocabulary import Section, SectionKind, Tag, Term

__all__ = [
    "Agency",
    "Article",
    "Attachment",
    "Correction",
    "Counter",
    "CounterKind",
    "Cover",
    "Day",
    "Document",
    "Feed",
    "Figures",
    "Item",
    "Link",
    "Markdown",
    "MediaFile",
    "Moment",
    "Picture",
    "PlainPage",
    "Problem",
    "Recent",
    "Rendition",
    "Section",
    "SectionKind",
    "Settings",
    "Severity",
    "Signer",
    "Source",
    "Statistics",
    "Tag",
    "Term",
    "instant",
    "local_day",
    "sort_problems",
    "status_changes",
    "status_of",
    "total",
]
