"""`stats.json`, the published figures, and the small files beside it that spare phones from fetching the whole.

This file needs no database: builds read the figures here. What is read may come from anywhere, so it is either a
value whose every part is sound, or `Damaged`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from newsportal.model import Day, Feed, Figures, Recent, Statistics
from newsportal.text import ZONE

STATS_FILE = "stats.json"
NOW_FILE = "stats/now.json"
_LARGEST = 2**53 - 1
"""Beyond it scripts in browsers no longer count by ones."""
_HOST = re.compile(r"[^\s/<>\"'&?#]{1,255}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST = 4000
_FIGURES = ("views", "visits", "visitors", "bots", "unknown")
_Value = TypeVar("_Value")


class Damaged(ValueError):
    """The bytes are no figures; the message says which part is not."""


def encode(statistics: Statistics) -> bytes:
    """The bytes of `stats.json`: the same for the same figures, with sorted keys."""
    return _bytes(_record(statistics))


def decode(data: bytes) -> Statistics:
    """Reads `stats.json`; parts that may be missing are empty. Raises Damaged."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Damaged(f"no JSON: {error}") from error
    whole = _mapping(whole, "the file")
    generated = _moment(whole.get("generated"))
    days = tuple(sorted(map(_day, _list(whole.get("days", []), "days")), key=lambda day: day.date))
    if len({day.date for day in days}) != len(days):
        raise Damaged("days: one is there twice")
    return Statistics(
        generated=generated,
        since=_date(whole.get("since"), "since"),
        recent=_recent(whole.get("recent"), generated.date()),
        days=days,
        pages=_counts(whole, "pages", _path),
        downloads=_counts(whole, "downloads", _path),
        feeds=_keyed(whole, "feeds", _path, _feed),
        referrers=_counts(whole, "referrers", _host),
        crawlers=_counts(whole, "crawlers", _name),
        refused=_count(whole.get("refused", 0), "refused"),
        broken=_count(whole.get("broken", 0), "broken"),
    )


def published_files(statistics: Statistics) -> Mapping[str, bytes]:
    """Every file that is published, by its path in the site.

    `stats/now.json` is what footers show, `stats/pages/xx.json` has the views of those pages whose path has `xx` for
    the first byte of its CRC-32.
    """
    files = {STATS_FILE: encode(statistics), NOW_FILE: _bytes(_now(statistics))}
    for number, pages in _shards(statistics.pages).items():
        files[f"stats/pages/{number:02x}.json"] = _bytes(pages)
    return MappingProxyType(files)


def shard(path: str) -> int:
    """The number of the file that has the views of this path: 0 to 255."""
    return zlib.crc32(path.encode("utf-8")) >> 24


def _shards(pages: Mapping[str, int]) -> Mapping[int, dict[str, int]]:
    """All of them, the empty ones too, so that a page without views finds an answer."""
    shards: dict[int, dict[str, int]] = {number: {} for number in range(256)}
    for path, views in pages.items():
        shards[shard(path)][path] = views
    return shards


def _bytes(record: Mapping[str, object]) -> bytes:
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8") + b"\n"


def _record(statistics: Statistics) -> dict[str, object]:
    recent = statistics.recent
    return {
        "generated": statistics.generated.isoformat(timespec="seconds"),
        "since": statistics.since.isoformat(),
        "totals": _figures_record(statistics.totals),
        "days": [{"date": day.date.isoformat(), **_figures_record(day.figures)} for day in statistics.days],
        "pages": dict(statistics.pages),
        "recent": {"from": recent.first.isoformat(), "to": recent.last.isoformat(), "pages": dict(recent.pages)},
        "downloads": dict(statistics.downloads),
        "feeds": {path: _feed_record(feed) for path, feed in statistics.feeds.items()},
        "referrers": dict(statistics.referrers),
        "crawlers": dict(statistics.crawlers),
        "refused": statistics.refused,
        "broken": statistics.broken,
    }


def _now(statistics: Statistics) -> dict[str, object]:
    today = statistics.generated.astimezone(ZONE).date()
    whole = statistics.between(today, today)
    month = statistics.between(today.replace(day=1), today)
    return {
        "generated": statistics.generated.isoformat(timespec="seconds"),
        "since": statistics.since.isoformat(),
        "today": {"date": today.isoformat(), "views": whole.views, "visits": whole.visits},
        "month": {"month": today.isoformat()[:7], "views": month.views, "visits": month.visits},
        "totals": _figures_record(statistics.totals),
    }


def _figures_record(figures: Figures) -> dict[str, int]:
    return {name: getattr(figures, name) for name in _FIGURES}


def _feed_record(feed: Feed) -> dict[str, int]:
    return {
        "subscribers": feed.subscribers,
        "subscribers_high": feed.subscribers_high,
        "stated": feed.stated,
        "single_low": feed.single_low,
        "single_high": feed.single_high,
    }


def _day(value: object) -> Day:
    record = _mapping(value, "days")
    figures = (_count(record.get(name, 0), f"days.{name}") for name in _FIGURES)
    return Day(_date(record.get("date"), "days.date"), Figures(*figures))


def _recent(value: object, last: dt.date) -> Recent:
    if value is None:
        return Recent(last, last)
    record = _mapping(value, "recent")
    pages = _counts(record, "pages", _path)
    return Recent(_date(record.get("from"), "recent.from"), _date(record.get("to"), "recent.to"), pages)


def _feed(value: object, place: str) -> Feed:
    record = _mapping(value, place)
    return Feed(*(_count(record.get(name, 0), f"{place}.{name}") for name in ("stated", "single_low", "single_high")))


def _counts(whole: Mapping[str, object], name: str, key: Callable[[str], bool]) -> Mapping[str, int]:
    return _keyed(whole, name, key, _count)


def _keyed(
    whole: Mapping[str, object], name: str, key: Callable[[str], bool], read: Callable[[object, str], _Value]
) -> Mapping[str, _Value]:
    record = _mapping(whole.get(name, {}), name)
    for one in record:
        if len(one) > _LONGEST or _CONTROL.search(one) or not key(one):
            raise Damaged(f"{name}: {one[:80]!r} does not belong there")
    return MappingProxyType({one: read(value, name) for one, value in record.items()})


def _path(key: str) -> bool:
    return key.startswith("/")


def _host(key: str) -> bool:
    return _HOST.fullmatch(key) is not None


def _name(key: str) -> bool:
    return bool(key.strip())


def _mapping(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise Damaged(f"{place}: no object")
    return value


def _list(value: object, place: str) -> list[object]:
    if not isinstance(value, list):
        raise Damaged(f"{place}: no list")
    return value


def _count(value: object, place: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LARGEST:
        raise Damaged(f"{place}: no count")
    return value


def _date(value: object, place: str) -> dt.date:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError as error:
        raise Damaged(f"{place}: no date") from error


def _moment(value: object) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(str(value))
    except ValueError as error:
        raise Damaged("generated: no time") from error
    if moment.tzinfo is None:
        raise Damaged("generated: a time without zone")
    return moment
