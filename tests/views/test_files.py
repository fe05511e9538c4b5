"""Files for machines."""

from __future__ import annotations

import pytest

from newsportal.views import machine_files, machine_paths, plan_pages
from values import article, site


@pytest.mark.parametrize("pages", [0, 50_000, 50_001])
def test_paths_are_told_before_the_files_are_made(pages: int) -> None:
    of = site([article("moi")])
    first = next(plan for plan in plan_pages(of) if plan.indexed)
    hidden = [plan for plan in plan_pages(of) if not plan.indexed]
    plans = [first] * pages + hidden
    assert tuple(machine_files(of, plans)) == machine_paths(plans)
