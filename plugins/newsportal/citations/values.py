"""What a citation is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

BLOCK_END, CELL_END = "\x1e", "\x1f"
"""In text taken from HTML, in front of a line's end: the end of a paragraph, heading or list item, and of a cell. They
are spaces, as everybody splits words, but keep apart what belongs to two blocks."""


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


class Key(NamedTuple):
    """What tells two documents apart: equal keys, one document (NĐ 30/2020/NĐ-CP, Điều 15).

    The serial is without leading zeros. A law known by its name alone has the name in place of the serial. A key whose
    year is None is ambiguous: serials begin anew each January.
    """

    type: str
    serial: str
    issuer: str
    year: int | None


class Number(NamedTuple):
    """A document's number, read: `15/2026/QĐ-UBND` has serial 15, year 2026, type QĐ and issuer UBND.

    `number` is normalised as in `Citation`; `year` is that of the sign, None where the sign has none. The type is
    empty where the sign does not tell it (`101/2023/QH15` may be a law or a resolution), the issuer where there is
    none (TCVN).
    """

    number: str
    serial: str
    year: int | None
    type: str
    issuer: str
    kind: Kind
    warnings: tuple[Caution, ...] = ()

    @property
    def key(self) -> Key:
        """For comparing; its year is that of the sign, so mostly None for an administrative document."""
        return _key(self.type, self.serial, self.issuer, self.year)


@dataclass(frozen=True)
class Citation:
    """A citation in a text. `text[start:end] == verbatim`; offsets count characters.

    `number` is normalised: in NFC, without spaces, the sign as the closed lists write it (`124/QĐ-UBND`, of standards
    `TCVN ISO 9001:2015` and `01:2015/BKHCN`); of a short form it is what is written (`35`, `35/2015`), of a law by its
    name nothing. `serial`, `year`, `type` and `issuer` (codes) are its parts, empty where the citation does not tell
    them. The year is that of the sign, else of the date, else of the one dated citation of the same number earlier in
    the text, whose day is then `day`. `agency` is the issuer's name in words where it follows ("của UBND tỉnh Bắc
    Kạn") or stands in front ("UBND tỉnh Bắc Kạn ban hành"), else that of the earlier one. `full` is the number that a
    short form stands for: then issuer and kind are those of the full one, and so are date, year and agency where it
    has none of its own. `name` is a law's name as the list of laws has it ("Luật Thanh tra").
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
    name: str = ""
    day: dt.date | None = None

    @property
    def key(self) -> Key:
        """For comparing with the keys of other citations and of documents' own numbers."""
        return _key(self.type, self.serial or self.name, self.issuer, self.year)


def _key(type_code: str, serial: str, issuer: str, year: int | None) -> Key:
    return Key(type_code, serial.lstrip("0") or serial, issuer, year)
