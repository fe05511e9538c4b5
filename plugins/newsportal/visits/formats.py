"""Which format a log has, by its first lines."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from newsportal.visits.queries import query
from newsportal.visits.values import UnknownFormat

_CLF = re.compile(r'(?P<before>\S+(?: \S+)?) \S+ [^"]*\[[^\]"]+\] "')
_NAMES = re.compile(r"[^a-z]+")
_FIRST_WORD = "CASE WHEN space > 0 THEN left(head, space - 1) ELSE head END"
_SECOND_WORD = "split_part(head, ' ', 2)"
_NEVER = 10_000
"""The number of a field that no line has."""
_W3C_FIELDS = ("date", "time", "c_ip", "cs_method", "cs_uri_stem", "sc_status", "cs_referer", "cs_user_agent")
_NEEDED = frozenset(_W3C_FIELDS) - {"cs_referer", "cs_user_agent"}


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name and the SQL that makes the view `requests` from the relation `lines`."""

    name: str
    sql: str


def detect(name: str, head: Sequence[str], chosen: str = "auto") -> Format:
    """The format of the log of this name, which begins with the lines `head`, or the chosen one.

    A log that begins with rubbish is taken for a combined one, whose lines will tell. Raises UnknownFormat for a W3C
    log that does not name its fields.
    """
    if chosen == "w3c":
        return _w3c(name, head)
    if chosen != "auto":
        return Format(chosen, _FORMATS[chosen]())
    for line in head:
        found = _named(line.strip())
        if found:
            return _w3c(name, head) if found == "w3c" else Format(found, _FORMATS[found]())
    return Format("combined", _FORMATS["combined"]())


def _named(line: str) -> str | None:
    """The format of one line, None when it tells nothing."""
    if line.startswith("#"):
        return "w3c" if line.startswith("#Fields:") else None
    if line.startswith("{"):
        return _json(line)
    found = _CLF.match(line)
    if found is None:
        return None
    # One more word before the two that are usually dashes: the host comes first.
    words = line.split("[", 1)[0].split()
    return "vhost" if len(words) == 4 and not _is_address(words[0]) else "combined"


def _is_address(word: str) -> bool:
    return re.fullmatch(r"[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*", word) is not None


def _json(line: str) -> str | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict):
        return None
    if "ClientRequestURI" in record:
        return "cloudflare"
    if isinstance(record.get("request"), dict):
        return "caddy"
    return "nginx" if "remote_addr" in record else None


def _w3c(name: str, head: Sequence[str]) -> Format:
    fields = next((line[len("#Fields:") :].split() for line in head if line.startswith("#Fields:")), [])
    places = {_NAMES.sub("_", field.lower()).strip("_"): number for number, field in enumerate(fields, 1)}
    if not places.keys() >= _NEEDED:
        raise UnknownFormat(name)
    return Format("w3c", query("w3c", **{field: places.get(field, _NEVER) for field in _W3C_FIELDS}))


_FORMATS: Mapping[str, Callable[[], str]] = MappingProxyType({
    "combined": lambda: query("combined", address=_FIRST_WORD),
    "vhost": lambda: query("combined", address=_SECOND_WORD),
    "nginx": lambda: query("nginx"),
    "caddy": lambda: query("caddy"),
    "cloudflare": lambda: query("cloudflare"),
})  # fmt: skip
