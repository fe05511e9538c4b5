"""The closed list of issuers that those in numbers are compared with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from newsportal.citations.issuer import Issuer, IssuerName
from newsportal.citations.issuers_local import LOCAL
from newsportal.citations.issuers_national import NATIONAL
from newsportal.citations.issuers_party import PARTY

ISSUERS: Mapping[str, Issuer] = MappingProxyType({each.code: each for each in (*NATIONAL, *LOCAL, *PARTY)})
"""Issuers by code."""


def issuer_name(code: str, day: dt.date | None, language: str) -> str:
    """An issuer's name on a day; the nearest in time where it had none then, the newest without a day.

    Co-issuers ("BKHCN-BTC") are named one after the other. A code that the list does not have is its own name.
    """
    if code in ISSUERS:
        name = _name_on(ISSUERS[code].names, day)
        return name.en if language == "en" else name.vi
    if "-" in code:
        return ", ".join(issuer_name(part, day, language) for part in code.split("-"))
    return code


def _name_on(names: tuple[IssuerName, ...], day: dt.date | None) -> IssuerName:
    if day is None:
        return names[-1]
    begun = [name for name in names if name.since is None or name.since <= day]
    return begun[-1] if begun else names[0]
