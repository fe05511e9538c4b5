"""Figures for tests."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

from newsportal.model import Day, Feed, Figures, Recent, Statistics
from newsportal.text import ZONE

SAMPLE = Statistics(
    generated=dt.datetime(2026, 11, 24, 10, 0, tzinfo=ZONE),
    since=dt.date(2026, 10, 31),
    recent=Recent(dt.date(2026, 11, 18), dt.date(2026, 11, 24), MappingProxyType({"/": 2})),
    days=(
        Day(dt.date(2026, 10, 31), Figures(7, 5, 3, 2, 1)),
        Day(dt.date(2026, 11, 23), Figures(4, 2, 2, 1, 1)),
        Day(dt.date(2026, 11, 24), Figures(3, 2, 1, 9, 0)),
    ),
    pages=MappingProxyType({"/": 10, "/en/thông-báo/": 4}),
    downloads=MappingProxyType({"/media/x.pdf": 1}),
    feeds=MappingProxyType({"/feed.xml": Feed(12, 3, 9)}),
    referrers=MappingProxyType({"google.com": 3, "việt.vn": 1}),
    crawlers=MappingProxyType({"Googlebot": 11}),
    refused=4,
    broken=5,
)
