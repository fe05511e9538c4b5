"""From a validated front matter to an article: inheritance, references, and what the schema alone cannot know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from newsportal.content.frontmatter import Header
from newsportal.content.media import media_path, media_problem
from newsportal.content.nearest import nearest
from newsportal.content.numbers import tidy_number
from newsportal.content.schema import INHERITED, CoverHeader, DocumentHeader, ItemHeader
from newsportal.content.validate import line_of
from newsportal.content.values import Vocabulary
from newsportal.model import (
    Article,
    Attachment,
    Correction,
    Cover,
    Document,
    MediaFile,
    Moment,
    Picture,
    Problem,
    Section,
    SectionKind,
    Signer,
    Source,
    local_day,
)
from newsportal.text import slugify

_LONGEST_PART = 200
"""Bytes in a folder's name; file systems allow 255."""

_ORDER = (("expire_at", "publish_at"), ("expire_at", "date"), ("updated", "date"))
"""(later, earlier) pairs of moments."""


@dataclass(frozen=True, slots=True)
class RawItem:
    """A post that passed the schema, before inheritance.

    `path` is below the content folder, `shown` is what problems name.
    """

    path: str
    shown: str
    language: str
    section: Section
    source: Header
    header: ItemHeader

    @property
    def key(self) -> str:
        """The path below the language without its ending, equal in a translation pair."""
        return self.path[: self.path.rindex(".")].split("/", 1)[1]

    def problem(self, field: str, code: str, **values: str) -> Problem:
        """A problem at a front matter field of this item."""
        return Problem(self.shown, line_of(field, self.source.lines), field, code, tuple(sorted(values.items())))


@dataclass(frozen=True, slots=True)
class Context:
    """What items may refer to, and the code of the language that originals are in."""

    vocabulary: Vocabulary
    media: Mapping[str, MediaFile]
    primary: str


def build_article(item: RawItem, original: RawItem | None, context: Context) -> Article | tuple[Problem, ...]:
    """The article of `item`; `original` is the Vietnamese item it translates, None for an item of its own.

    Problems are those of this item's own lines; what it inherits was checked where it stands. There may be none at
    all when the original lacks what both need.
    """
    problems = tuple(_problems(item, original, context))
    header = inherit(item.header, original.header if original else None)
    if problems or header.date is None:
        return problems
    return _article(item, original, header, context.vocabulary)


def inherit(header: ItemHeader, original: ItemHeader | None) -> ItemHeader:
    """The header with what a translation takes from its original (CONTRACT: front matter of an item)."""
    if original is None:
        return header
    taken = {
        name: getattr(original, name)
        for name in INHERITED
        if getattr(header, name) is None and getattr(original, name) is not None
    }
    return header.model_copy(update=taken)


def _article(item: RawItem, original: RawItem | None, header: ItemHeader, vocabulary: Vocabulary) -> Article:
    assert header.date is not None  # build_article has seen to it
    known = {tag.id for tag in vocabulary.tags}
    return Article(
        path=item.path,
        key=item.key,
        language=item.language,
        section=item.section.id,
        title=header.title,
        date=header.date,
        slug=header.slug or _slug_of(item),
        permanent_id=header.id or item.key,
        summary=header.summary or "",
        authors=tuple(header.author or ()),
        tags=tuple(tag for tag in header.tags or () if tag in known),
        cover=_cover(item, original),
        attachments=tuple(_attachments(header)),
        updated=header.updated,
        corrections=tuple(Correction(entry.date, entry.note) for entry in header.corrections or ()),
        featured=bool(header.featured),
        source=Source(header.source.name, header.source.url or "") if header.source else None,
        aliases=tuple(header.aliases or ()),
        draft=bool(header.draft),
        publish_at=header.publish_at,
        expire_at=header.expire_at,
        document=_document(header.document, _language_of_document(item, original)),
        text=item.source.body.encode(),
        body_line=item.source.body_line,
        lines=item.source.lines,
    )


def _slug_of(item: RawItem) -> str:
    return slugify(item.key.rsplit("/", 1)[-1])


def _cover(item: RawItem, original: RawItem | None) -> Cover | None:
    """The item's own cover, or the original's: its `src` always, its words only where the translation gives none."""
    own = item.header.cover
    inherited = original.header.cover if original else None
    if own is None:
        return _as_cover(inherited, inherited, original.language) if inherited and original else None
    return _as_cover(own, inherited, item.language)


def _as_cover(words: CoverHeader, inherited: CoverHeader | None, language: str) -> Cover:
    src = words.src or (inherited.src if inherited else None) or ""
    return Cover(media_path(src) or "", words.alt, words.caption or "", words.credit or "", language)


def _attachments(header: ItemHeader) -> Iterator[Attachment]:
    for entry in header.attachments or ():
        yield Attachment(media_path(entry.file) or "", entry.title or PurePosixPath(entry.file).name)


def _language_of_document(item: RawItem, original: RawItem | None) -> str:
    return item.language if item.header.document or original is None else original.language


def _document(header: DocumentHeader | None, language: str) -> Document | None:
    if header is None:
        return None
    number = tidy_number(header.number or "")
    signer = Signer(header.signer.position or "", header.signer.name) if header.signer else None
    return Document(
        number=number,
        type=header.type or "",
        issued=header.issued,
        issuer=header.issuer or "",
        place=header.place or "",
        subject=header.subject or "",
        field=header.field or "",
        signer=signer,
        recipients=tuple(header.recipients or ()),
        legal_basis=tuple(header.legal_basis or ()),
        status=header.status or "",
        effective=header.effective,
        expires=header.expires,
        replaces=tuple(header.replaces or ()),
        amends=tuple(header.amends or ()),
        language=language,
        written=header.number if header.number and header.number != number else "",
    )


def _problems(item: RawItem, original: RawItem | None, context: Context) -> Iterator[Problem]:
    yield from _missing(item, original, context.primary)
    yield from _tag_problems(item, context.vocabulary)
    yield from _cover_problems(item, original, context.media)
    yield from _attachment_problems(item, context.media)
    yield from _order_problems(item, original)
    if item.header.document and item.section.kind is not SectionKind.DOCUMENTS:
        yield item.problem("document", "field.not_document")


def _missing(item: RawItem, original: RawItem | None, primary: str) -> Iterator[Problem]:
    if item.header.date is None and original is None:
        yield _no_date(item, primary)
    if not item.header.slug and not _slug_of(item):
        yield item.problem("file", "file.name")
    for index, alias in enumerate(item.header.aliases or ()):
        if not _is_old_path(unquote(alias)):
            yield item.problem(f"aliases[{index}]", "address.alias", alias=alias[:80])


def _no_date(item: RawItem, primary: str) -> Problem:
    """A translation takes its date from the original, which may have been deleted or renamed."""
    if item.language == primary:
        return item.problem("date", "field.required", key="date")
    folder = item.shown.removesuffix(item.path)
    return item.problem("date", "translation.date", original=f"{folder}{primary}/{item.key}.md")


def _is_old_path(path: str) -> bool:
    """Whether a file can stand at this path: the alias makes one, percent escapes undone."""
    whole = path.startswith("/") and path != "/" and path.isprintable()
    short = all(len(part.encode()) <= _LONGEST_PART for part in path.split("/"))
    return whole and short and not any(part in path for part in ("..", "?", "#", "//", "\\"))


def _tag_problems(item: RawItem, vocabulary: Vocabulary) -> Iterator[Problem]:
    known = {tag.id for tag in vocabulary.tags}
    tags = item.header.tags or []
    for index, tag in enumerate(tags):
        if tag not in known and vocabulary.tags_complete:
            yield item.problem(f"tags[{index}]", "tag.unknown", tag=tag[:60], nearest=nearest(tag, known))
        elif tag in tags[:index]:
            yield item.problem(f"tags[{index}]", "tag.repeated", tag=tag)


def _cover_problems(item: RawItem, original: RawItem | None, media: Mapping[str, MediaFile]) -> Iterator[Problem]:
    cover = item.header.cover
    if cover is None:
        return
    if cover.src is None:
        if not (original and original.header.cover):
            yield item.problem("cover", "cover.src")
        return
    fault = media_problem(cover.src, media)
    if fault:
        yield item.problem("cover.src", fault[0], **fault[1])
    elif not isinstance(media[media_path(cover.src) or ""], Picture):
        yield item.problem("cover.src", "media.not_picture", src=cover.src)


def _attachment_problems(item: RawItem, media: Mapping[str, MediaFile]) -> Iterator[Problem]:
    for index, entry in enumerate(item.header.attachments or ()):
        fault = media_problem(entry.file, media)
        if fault:
            yield item.problem(f"attachments[{index}].file", fault[0], **fault[1])


def _order_problems(item: RawItem, original: RawItem | None) -> Iterator[Problem]:
    """Moments in the wrong order, unless both are the original's."""
    header = inherit(item.header, original.header if original else None)
    for later, earlier in _ORDER:
        own = [name for name in (later, earlier) if getattr(item.header, name) is not None]
        if own and _is_too_early(getattr(header, later), getattr(header, earlier), later == "expire_at"):
            yield item.problem(own[0], "field.order", later=later, earlier=earlier)


def _is_too_early(later: Moment | None, earlier: Moment | None, must_differ: bool) -> bool:
    """Whether `later` comes before `earlier`. A bare day is all of that day, not its midnight."""
    if later is None or earlier is None:
        return False
    if not (isinstance(later, dt.datetime) and isinstance(earlier, dt.datetime)):
        return local_day(later) < local_day(earlier)
    return later < earlier or (must_differ and later == earlier)
