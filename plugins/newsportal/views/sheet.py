"""The sheet of an administrative document: what stands around its text (NĐ 30/2020/NĐ-CP, annex I)."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsportal.citations import type_name
from newsportal.languages import Language, form
from newsportal.model import Agency, Article, Document, Settings

_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.|[TK]/[MTL]\b")
"""By whose authority a document is signed: on behalf of a body, for a superior, by order, authorised, acting; the Party
writes T/M, K/T, T/L."""

_PLACE_OF_AGENCY = re.compile(r" (?:tỉnh|thành phố) \S.*$")
_WITH_BASIS = frozenset({"NQ", "QĐ", "NĐ", "TT", "TTLT", "L", "PL"})
"""Types whose form has the legal basis above the text (annex III, forms 1.1 and 1.2); others tell it in the text."""

_BLANK = "\N{NO-BREAK SPACE}" * 8


class Sheet(NamedTuple):
    """Lines of the sheet, each empty where the document has none. Those that the form has in capitals are in capitals.

    `superior` stands above `issuer`; a document of the Party has no `motto`; `about` is the subject of an official
    letter, which has it below its number and no title; `position` has a line for each authority.
    """

    superior: str
    issuer: str
    nation: str
    motto: str
    number: str
    about: str
    place_date: str
    type_name: str
    subject: str
    basis: tuple[str, ...]
    recipients: tuple[str, ...]
    position: tuple[str, ...]
    signer: str


def sheet(article: Article, settings: Settings, text: str) -> Sheet | None:
    """The sheet around the plain `text` of a document.

    None for a translation, which is not the document, and for a text that has the head of the form itself.
    """
    document, primary = article.document, settings.primary
    if document is None or article.language != primary.code or form.MOTTO in text or form.PARTY in text:
        return None
    is_letter = document.type == "CV"
    is_of_party = _is_of_party(document.number)
    superior = _superior(document.issuer, settings.agency, primary)
    return Sheet(
        superior=superior.replace(form.PEOPLES_COMMITTEE, form.PEOPLES_COMMITTEE_SHORT).upper(),
        issuer=_without_place(document.issuer, superior).upper(),
        nation=form.PARTY if is_of_party else form.NATION,
        motto="" if is_of_party else form.MOTTO,
        number=_number(document, form.PARTY_NUMBER if is_of_party else form.NUMBER),
        about=_about(document.subject) if is_letter else "",
        place_date=_place_date(document, primary),
        type_name="" if is_letter else type_name(document.type, primary.code).upper(),
        subject="" if is_letter else document.subject or article.title,
        basis=_basis(document, text),
        recipients=document.recipients,
        position=_position(document.signer.position) if document.signer else (),
        signer=document.signer.name if document.signer else "",
    )


def _is_of_party(number: str) -> bool:
    """Whether the number has the shape of those of the Party: "24-CT/TU"."""
    serial, dash, rest = number.partition("-")
    return bool(dash) and "/" in rest and "/" not in serial


def _superior(issuer: str, agency: Agency, language: Language) -> str:
    """The body above the issuer: as the settings have it, and the people's committee for a province's department."""
    if issuer and issuer == agency.name[language.code]:
        return agency.parent[language.code]
    place = _PLACE_OF_AGENCY.search(issuer) if issuer.startswith("Sở ") else None
    return f"{form.PEOPLES_COMMITTEE}{place[0]}" if place else ""


def _without_place(issuer: str, superior: str) -> str:
    """The issuer without the place that the line above it has already."""
    place = _PLACE_OF_AGENCY.search(issuer)
    return issuer[: place.start()] if place and superior.endswith(place[0]) else issuer


def _number(document: Document, word: str) -> str:
    serial, slash, sign = document.number.partition("/")
    if not serial.strip():  # not numbered yet: room is left for it
        has_code = document.type not in ("", "CV")
        sign = f"{slash}{sign}" if slash else f"/{document.type}" if has_code else ""
        return f"{word}{_BLANK}{sign}"
    return f"{word} {document.number}"


def _about(subject: str) -> str:
    """The subject of an official letter, as its form abbreviates it."""
    bare = re.sub(r"^(?:về việc|v/v)\s+", "", subject, flags=re.IGNORECASE)
    begins_a_sentence = bare[1:2].islower()
    return f"{form.ABOUT} {bare[:1].lower() if begins_a_sentence else bare[:1]}{bare[1:]}" if bare else ""


def _place_date(document: Document, language: Language) -> str:
    date = language.document_date(document.issued) if document.issued else form.BLANK_DATE
    return f"{document.place}, {date}" if document.place else date


def _basis(document: Document, text: str) -> tuple[str, ...]:
    """The lines of the legal basis, where the form has them and the text does not."""
    if document.type not in _WITH_BASIS or any(line.startswith(form.BASIS) for line in text.splitlines()):
        return ()
    bare = (entry.rstrip(" ;.,") for entry in document.legal_basis)
    return tuple(f"{entry};" if entry.startswith(form.BASIS) else f"{form.BASIS} {entry};" for entry in bare)


def _position(position: str) -> tuple[str, ...]:
    """The position as printed: "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC" takes a line for each authority."""
    if not _AUTHORITY.match(position):
        return (position.upper(),) if position else ()
    return tuple(part.strip().upper() for part in re.split(r",|\s/\s", position) if part.strip())
