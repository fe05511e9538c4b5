"""Signs: the part of a number that tells the type and the issuer, such as `QĐ-UBND` in `124/QĐ-UBND`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsportal.citations.issuer import Reach
from newsportal.citations.issuers import ISSUERS
from newsportal.citations.spelling import Spelled, spelling
from newsportal.citations.types import TYPES
from newsportal.citations.values import Caution, CautionCode, Kind, Number

_TYPES = spelling(dict.fromkeys(TYPES, ()))
_ISSUERS = spelling({issuer.code: issuer.spellings for issuer in ISSUERS.values()})
DASHES = "-‐‑‒–—―−"
"""The hyphen, and what word processors and typists put in its place; the first, as it begins a class of characters."""
_JOINTS = re.compile(rf"\s*[{DASHES}/]\s*|\.")
_TERM = re.compile(r"(?P<body>QH|UBTVQH|HĐND)(?P<term>\d{1,2})")
"""The terms of assemblies: QH15 is the National Assembly of the 15th term."""
LETTER = "CV"
"""The type of what has no type in its sign: official letters, `1234/UBND-KGVX` (NĐ 30/2020/NĐ-CP, annex III)."""
_JOINT_TYPES = frozenset({"TTLT", "NQLT"})
_LOOKALIKES = str.maketrans("Ðð", "Đđ")


_MANY_SIGNS = 1000
"""Signs remembered: a portal has few different ones."""


class Sign(NamedTuple):
    """A sign, normalised: its `text`, the codes of type and issuer (empty where unknown), and how sure they are.

    `official` where both type and issuer are on the lists, or the issuer is and needs no type.
    """

    text: str
    type: str
    issuer: str
    official: bool
    warnings: tuple[Caution, ...] = ()


@lru_cache(maxsize=_MANY_SIGNS)
def read_sign(written: str) -> Sign:
    """Read a sign with its type first: `QĐ-UBND`, `TTLT-BKHCN-BTC`, `QH15`; without a type it is a letter's."""
    parts = _JOINTS.split(written.translate(_LOOKALIKES))
    first = _TYPES.read(parts[0])
    if "." in written:
        hyphened = read_sign("-".join(parts))
        return hyphened._replace(warnings=(*hyphened.warnings, Caution(CautionCode.MISSPELT, written, hyphened.text)))
    if first.known and len(parts) == 1:
        return Sign(first.code, first.code, "", official=False, warnings=_doubts((parts[0], first)))
    if not first.known:
        return _untyped(parts)
    issuer = _issuer(parts[1])
    rest = [_issuer(part) for part in parts[2:]] if first.code in _JOINT_TYPES else []
    others = [co.code for co in rest] or parts[2:]
    issuers = "-".join([_without_term(issuer.code), *(co.code for co in rest)])
    doubts = _doubts((parts[0], first), (parts[1], issuer), *zip(parts[2:], rest, strict=False))
    return Sign("-".join([first.code, issuer.code, *others]), first.code, issuers, issuer.known, doubts)


def up_to_dot(written: str) -> str:
    """A sign without what follows a dot in it, unless that is the issuer after a type: `QĐ.UBND` for `QĐ-UBND`."""
    first, dot, rest = written.partition(".")
    issuer = _ISSUERS.read(_JOINTS.split(rest, maxsplit=1)[0])
    return written if not dot or (_TYPES.read(first).known and issuer.known and not issuer.doubtful) else first


@lru_cache(maxsize=_MANY_SIGNS)
def read_party_sign(type_written: str, issuer_written: str) -> Sign:
    """Read the two parts of a party sign: `NQ` and `TW` of `36-NQ/TW`; the text is `-NQ/TW`."""
    parts = _JOINTS.split(issuer_written.translate(_LOOKALIKES))
    type_part = type_written.translate(_LOOKALIKES)
    code, issuer = _TYPES.read(type_part), _issuer(parts[0])
    text = f"-{code.code}/{'-'.join([issuer.code, *parts[1:]])}"
    return Sign(
        text,
        code.code if code.known else "",
        issuer.code,
        code.known and issuer.known,
        _doubts((type_part, code), (parts[0], issuer)),
    )


def read_issuer(written: str) -> tuple[str, tuple[Caution, ...]]:
    """An issuer's code as the list has it, and the doubt if it is the nearest one only."""
    written = written.translate(_LOOKALIKES)
    issuer = _issuer(written)
    return issuer.code, _doubts((written, issuer))


def _untyped(parts: list[str]) -> Sign:
    """A sign whose first part is no known type: an issuer (a letter's sign, the assembly's), or a type of its own."""
    first, second = _issuer(parts[0]), _issuer(parts[1]) if len(parts) > 1 else None
    if not first.known and second is not None and second.known:
        text = "-".join([parts[0], second.code, *parts[2:]])
        return Sign(text, parts[0], _without_term(second.code), official=False, warnings=_doubts((parts[1], second)))
    body = _without_term(first.code)
    assembly = body != first.code
    return Sign(
        "-".join([first.code, *parts[1:]]),
        LETTER if first.known and not assembly else "",
        body,
        official=first.known and (assembly or len(parts) > 1),
        warnings=_doubts((parts[0], first)),
    )


def _issuer(written: str) -> Spelled:
    return Spelled(written, known=True) if _without_term(written) != written else _ISSUERS.read(written)


def _without_term(code: str) -> str:
    term = _TERM.fullmatch(code) if code[-1:].isdigit() else None
    return term["body"] if term else code


def _doubts(*read: tuple[str, Spelled]) -> tuple[Caution, ...]:
    return tuple([Caution(CautionCode.MISSPELT, part, spelled.code) for part, spelled in read if spelled.doubtful])


def number_of(serial: str, year: str, sign: Sign, *, party: bool) -> Number:
    """Put a number together; `year` as in the sign, or empty. A missing serial is a blank number: `/BC-SKHCN`."""
    separator = "" if party else "/"
    number = f"{serial}/{year}/{sign.text}" if year else f"{serial}{separator}{sign.text}"
    kind = _kind(sign.issuer, year=bool(year), party=party)
    return Number(number, serial, int(year) if year else None, sign.type, sign.issuer, kind, sign.warnings)


@lru_cache(maxsize=_MANY_SIGNS)
def _kind(code: str, *, year: bool, party: bool) -> Kind:
    """The kind by the shape of the number, save that a body of the Party or the assembly tells more than a slash."""
    issuer = ISSUERS.get(code)
    reach = issuer.reach if issuer else None
    if party or reach is Reach.PARTY:
        return Kind.PARTY
    if reach is Reach.ASSEMBLY:
        return Kind.ASSEMBLY
    return Kind.NORMATIVE if year else Kind.ADMINISTRATIVE
