"""What an issuer of documents is, and short ways to write tables of them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple


class Reach(StrEnum):
    """How many bodies a code stands for, and of which system."""

    NATIONAL = "national"
    """One body of the state: CP, TTg, BKHCN."""
    LOCAL = "local"
    """One in every province, district or commune: UBND, SKHCN. Which one, the place tells."""
    PARTY = "party"
    """The Party's, whatever their level: TW, TU, BTCTW."""
    ASSEMBLY = "assembly"
    """The National Assembly and its Standing Committee."""


class IssuerName(NamedTuple):
    """A name of an issuer. `since` is the first day it was in use, `until` the first day on which it no longer was."""

    vi: str
    en: str
    since: dt.date | None = None
    until: dt.date | None = None


class Issuer(NamedTuple):
    """An issuer: its code, its names from the oldest to the newest, and other spellings of the code ("BKH&CN")."""

    code: str
    names: tuple[IssuerName, ...]
    reach: Reach
    spellings: tuple[str, ...] = ()


def called(vi: str, en: str, since: str = "", until: str = "") -> IssuerName:
    """A name, with its days in ISO 8601; no text is no bound."""
    return IssuerName(vi, en, _day(since), _day(until))


def _day(iso: str) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None
