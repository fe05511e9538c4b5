"""The full text of an entry: cover, body, corrections, source, attachments."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import PurePosixPath

from newsportal.feeds.links import whole_links
from newsportal.languages import Language
from newsportal.model import Article, Attachment, Cover, MediaFile, Picture, Settings
from newsportal.render import Body
from newsportal.render.pictures import picture_attributes


def full_text(article: Article, body: Body, media: Mapping[str, MediaFile], page_url: str, settings: Settings) -> str:
    """The article as a reader's program shows it, with whole addresses only.

    The cover comes first and the attachments last, because many programs show neither enclosures nor JSON attachments.
    """
    language = settings.language(article.language)
    parts = (
        _figure(article, media, language),
        body.html,
        _corrections(article, language),
        _source(article, language),
        _attachments(article, media, language),
    )
    return whole_links("\n".join(part for part in parts if part), page_url, settings)


def _figure(article: Article, media: Mapping[str, MediaFile], language: Language) -> str:
    cover = article.cover
    file = media.get(cover.src) if cover else None
    if cover is None or file is None:
        return ""
    size = picture_attributes(file) if isinstance(file, Picture) else {"src": file.address}
    image = f"<img{_attributes({**size, 'alt': cover.alt})}>"
    foreign = {"lang": cover.language} if cover.language != article.language else {}
    return f"<figure{_attributes(foreign)}>{image}{_caption(cover)}</figure>"


def _caption(cover: Cover) -> str:
    words = f"{cover.caption} ({cover.credit})" if cover.caption and cover.credit else cover.caption or cover.credit
    return f"<figcaption>{escape(words, quote=False)}</figcaption>" if words else ""


def _corrections(article: Article, language: Language) -> str:
    items = "".join(
        f"<li>{language.date(entry.date)}: {escape(entry.note, quote=False)}</li>" for entry in article.corrections
    )
    return f"<p><strong>{escape(language.labels.corrections)}</strong></p>\n<ul>{items}</ul>" if items else ""


def _source(article: Article, language: Language) -> str:
    source = article.source
    if source is None:
        return ""
    name = escape(source.name, quote=False)
    link = f"<a{_attributes({'href': source.url})}>{name}</a>" if source.url else name
    return f"<p>{escape(language.labels.source)}: {link}</p>"


def _attachments(article: Article, media: Mapping[str, MediaFile], language: Language) -> str:
    found = ((attachment, media.get(attachment.file)) for attachment in article.attachments)
    items = "".join(_item(attachment, file, language) for attachment, file in found if file)
    return f"<p><strong>{escape(language.labels.attachments)}</strong></p>\n<ul>{items}</ul>" if items else ""


def _item(attachment: Attachment, file: MediaFile, language: Language) -> str:
    kind = PurePosixPath(file.path).suffix.lstrip(".").upper() or file.type
    link = f"<a{_attributes({'href': file.address, 'type': file.type})}>{escape(attachment.title, quote=False)}</a>"
    return f"<li>{link} ({escape(kind)}, {language.size(file.size)})</li>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())
