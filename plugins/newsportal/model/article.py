"""News items, documents and plain pages as the rest of the portal sees them.

These have no slots: builds keep thousands of them, and values with a `__dict__` are pickled without running Python.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsportal.text import ZONE

Moment = dt.date | dt.datetime
"""A day, or an aware date-time; which of the two the editor wrote decides whether a time is shown."""


def instant(moment: Moment) -> dt.datetime:
    """The moment as an aware date-time; a bare day begins at midnight in Asia/Ho_Chi_Minh."""
    if isinstance(moment, dt.datetime):
        return moment
    return dt.datetime.combine(moment, dt.time(), ZONE)


def local_day(moment: Moment) -> dt.date:
    """The calendar day of a moment in Asia/Ho_Chi_Minh."""
    return moment.astimezone(ZONE).date() if isinstance(moment, dt.datetime) else moment


@dataclass(frozen=True)
class Cover:
    """The lead photo. `src` is a path below `media/`; `language` is that of `alt` and `caption`."""

    src: str
    alt: str
    caption: str = ""
    credit: str = ""
    language: str = "vi"


@dataclass(frozen=True)
class Attachment:
    """A file offered for download; `file` is a path below `media/`."""

    file: str
    title: str


@dataclass(frozen=True)
class Correction:
    """A mistake the editors own up to."""

    date: Moment
    note: str


@dataclass(frozen=True)
class Source:
    """Where a news item was taken from."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class Signer:
    """Who signed a document, with the position as printed ("KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")."""

    position: str
    name: str


@dataclass(frozen=True)
class Document:
    """The record of an administrative document (NĐ 30/2020/NĐ-CP, Điều 8 and annex VI).

    `number` is as it stands alone ("124/QĐ-UBND"), `written` what the editor wrote where that is more; `language` is
    that of the texts, which a translation may take over as they are.
    """

    number: str = ""
    type: str = ""
    issued: dt.date | None = None
    issuer: str = ""
    place: str = ""
    subject: str = ""
    field: str = ""
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    status: str = ""
    effective: dt.date | None = None
    expires: dt.date | None = None
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    language: str = "vi"
    written: str = ""


def status_of(document: Document, day: dt.date) -> str:
    """The status of a document on a day (`in_force`, `not_yet`, `expired`): what the editor says, or else what the days
    of effect tell; empty where neither does. A document has ceased on the day of `expires` itself."""
    if document.status:
        return document.status
    if document.expires and document.expires <= day:
        return "expired"
    if document.effective and day < document.effective:
        return "not_yet"
    return "in_force" if document.effective or document.expires else ""


def status_changes(document: Document) -> tuple[dt.date, ...]:
    """The days on which the status changes without an edit."""
    return () if document.status else tuple(filter(None, (document.effective, document.expires)))


@dataclass(frozen=True)
class Article:
    """One item in one language.

    `path` is the source below the content folder (`vi/thong-bao/2026/x.md`); `key` is the path below the
    language without its ending and pairs translations; `permanent_id` never changes once published;
    `text` is its Markdown in UTF-8 and begins at line `body_line` of the source.
    """

    path: str
    key: str
    language: str
    section: str
    title: str
    date: Moment
    slug: str
    permanent_id: str
    summary: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    cover: Cover | None = None
    attachments: tuple[Attachment, ...] = ()
    updated: Moment | None = None
    corrections: tuple[Correction, ...] = ()
    featured: bool = False
    source: Source | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False
    publish_at: dt.datetime | None = None
    expire_at: dt.datetime | None = None
    document: Document | None = None
    text: bytes = b""
    body_line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def body(self) -> str:
        """The Markdown. It is decoded when somebody asks: builds keep thousands of texts and look at few."""
        return self.text.decode()

    @property
    def published(self) -> dt.datetime:
        """The instant by which items are ordered and feeds are dated."""
        return instant(self.date)

    @property
    def year(self) -> int:
        """The year in the address: that of first publication, in Asia/Ho_Chi_Minh."""
        return local_day(self.date).year

    @property
    def document_day(self) -> dt.date:
        """The day under which a document stands: that of issue, or else of publication."""
        issued = self.document.issued if self.document else None
        return issued or local_day(self.date)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that the front matter names, the cover first; paths below `media/`."""
        cover = (self.cover.src,) if self.cover else ()
        return (*cover, *(attachment.file for attachment in self.attachments))

    def line_of(self, name: str) -> int:
        """The source line of a front matter key (`tags[1]`, `cover.src`), or 1."""
        return self.lines.get(name, 1)


@dataclass(frozen=True)
class PlainPage:
    """An ordinary page such as "Giới thiệu"; `name` is its address part, empty on a home page.

    `order` is its place among plain pages, small ones first.
    """

    path: str
    key: str
    language: str
    title: str
    name: str
    description: str = ""
    order: int = 0
    text: bytes = b""
    body_line: int = 1
    meta: Mapping[str, object] = field(default_factory=dict, compare=False)
    draft: bool = False

    @property
    def body(self) -> str:
        """The Markdown, as in `Article`."""
        return self.text.decode()

    @property
    def is_home(self) -> bool:
        """Whether this is a language's front page."""
        return not self.name


Item = Article | PlainPage
"""Anything an editor writes that becomes one page."""
