"""The report as other programs read it; docs/van-hanh.md tells its shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType

from newsportal.reporting.values import Delay, Delays, Report

_NO_DOCUMENTS: Mapping[str, int | None] = MappingProxyType({"count": 0, "median": None, "p90": None, "over": 0})


def as_record(report: Report) -> dict[str, object]:
    """The report in values that JSON has: dates are ISO 8601, days are working days."""
    return {
        "generated": report.generated.isoformat(),
        "timeliness": {
            "total": _figures(report.total) if report.total else dict(_NO_DOCUMENTS),
            "sections": _groups(report.sections),
            "authors": _groups(report.authors),
            "late": [_late(delay) for delay in report.late],
            "early": [{"path": delay.path, **_dates(delay)} for delay in report.early],
        },
        "items": {
            "sections": {group: dict(counted) for group, counted in report.section_items.items()},
            "authors": {group: dict(counted) for group, counted in report.author_items.items()},
        },
        "untranslated": {
            language: {section: list(paths) for section, paths in sections.items()}
            for language, sections in report.untranslated.items()
        },
    }


def _groups(groups: Mapping[str, Delays]) -> dict[str, dict[str, object]]:
    return {group: _figures(figures) for group, figures in groups.items()}


def _figures(figures: Delays) -> dict[str, object]:
    return asdict(figures)


def _late(delay: Delay) -> dict[str, object]:
    return {"path": delay.path, **_dates(delay), "days": delay.days, "limit": delay.limit}


def _dates(delay: Delay) -> dict[str, str]:
    return {"issued": delay.issued.isoformat(), "published": delay.published.isoformat()}
