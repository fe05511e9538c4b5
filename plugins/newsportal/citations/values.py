"""What a citation is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """Families of documents, told by the shape of the number (STANDARDS: Citations)."""

    NORMATIVE = "normative"
    ADMINISTRATIVE = "administrative"
    PARTY = "party"
    ASSEMBLY = "assembly"
    STANDARD = "standard"


class Form(StrEnum):
    """How much of a citation is written."""

    NUMBERED = "numbered"
    """With a whole number: "Quyết định số 124/QĐ-UBND"."""
    SHORT = "short"
    """With the serial alone: "Nghị định 35", which stands for a full form earlier in the text."""
    NAMED = "named"
    """A law by its name: "Luật Thanh tra năm 2022"."""
    BLANK = "blank"
    """A document's own header before it has a number: "Số: /BC-SKHCN"."""


class CautionCode(StrEnum):
    """What an editor should look at again."""

    YEAR = "year"
    """The year in the sign contradicts the date."""
    MISSPELT = "misspelt"
    """The issuer or the type in the sign is one letter from a known one."""
    NO_SUCH_DATE = "no_such_date"
    """The date is none: 31/02/2023."""
    TYPE = "type"
    """The type word and the type in the sign differ, where no custom has them differ."""


class Caution(NamedTuple):
    """One doubt: what is `written`, and what is probably `meant`."""

    code: CautionCode
    written: str
    meant: str = ""


@dataclass(frozen=True)
class Citation:
    """A citation in a text. `text[start:end] == verbatim`; offsets count characters.

    `number` is normalised: in NFC, without spaces, the sign as the closed lists write it (`124/QĐ-UBND`); of a short
    form it is the serial, of a named law nothing. `serial`, `year`, `type` and `issuer` (codes) are its parts, empty
    where the citation does not tell them; the year is that of the sign, else of the date. `agency` is the issuer's name
    where it follows in words ("của UBND tỉnh Bắc Kạn"). `full` is the number that a short form stands for earlier in
    the text, with the date there as `date` if it has none of its own.
    """

    verbatim: str
    start: int
    end: int
    type_word: str
    number: str
    date: dt.date | None
    kind: Kind
    warnings: tuple[Caution, ...] = ()
    form: Form = Form.NUMBERED
    type: str = ""
    serial: str = ""
    year: int | None = None
    issuer: str = ""
    agency: str = ""
    full: str = ""
